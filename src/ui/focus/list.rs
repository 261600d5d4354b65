//! Lists whose controls the arrows go along: cards below each other, or the options of a choice. Which control is next
//! is told by where they lie, so that what stands in a row beside its card is a column of its own.

use iced::{
    Element, Length, Rectangle,
    advanced::widget::Id,
    widget::{Container, container},
};

use super::Control;

/// The name every list has; what is a list is all that is asked.
const LIST_ID: &str = "list";

/// A step along a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Arrow down.
    Down,
    /// Arrow up.
    Up,
    /// Arrow right.
    Right,
    /// Arrow left.
    Left,
    /// Home.
    First,
    /// End.
    Last,
}

/// Makes the controls in it a list.
pub fn list<'a, M: 'a>(controls: impl Into<Element<'a, M>>) -> Container<'a, M> {
    container(controls).id(Id::new(LIST_ID)).width(Length::Fill)
}

/// Where a walk over the widgets is: iced announces a container, then walks through what is in it.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    count: usize,
    announced: Option<usize>,
    inside: Vec<Option<usize>>,
}

impl Nesting {
    pub(super) fn announce(&mut self, id: Option<&Id>) {
        self.announced = (id == Some(&Id::new(LIST_ID))).then(|| {
            self.count += 1;
            self.count
        });
    }

    pub(super) fn enter(&mut self) {
        let list = self.announced.take().or_else(|| self.current());
        self.inside.push(list);
    }

    pub(super) fn leave(&mut self) {
        let _ = self.inside.pop();
    }

    pub(super) fn current(&self) -> Option<usize> {
        self.inside.last().copied().flatten()
    }
}

/// The control a step away from the focused one; `None` where there is none, or it is in no list.
pub(super) fn next_in_list(found: &[Control], focused: usize, step: Step) -> Option<usize> {
    let here = found.get(focused)?;
    let list = here.list?;
    let here = here.bounds;
    let others = found
        .iter()
        .enumerate()
        .filter(|(index, other)| *index != focused && other.list == Some(list))
        .map(|(index, other)| (index, other.bounds))
        .collect::<Vec<_>>();

    // In one line, up and down go on like left and right.
    if others.iter().all(|(_, other)| is_beside(here, *other)) {
        let right = |other: Rectangle| other.x - here.x;
        let left = |other: Rectangle| here.x - other.x;

        return match step {
            Step::Down | Step::Right => nearest(&others, right).map(|(index, _)| index),
            Step::Up | Step::Left => nearest(&others, left).map(|(index, _)| index),
            Step::First => farthest(&others, left).map(|(index, _)| index),
            Step::Last => farthest(&others, right).map(|(index, _)| index),
        };
    }

    let below = |other: Rectangle| below(here, other);
    let above = |other: Rectangle| -below(other);
    let (_, row) = match step {
        Step::Down => nearest(&others, below),
        Step::Up => nearest(&others, above),
        Step::First => farthest(&others, above),
        Step::Last => farthest(&others, below),
        Step::Right | Step::Left => None,
    }?;

    // Of all in that row, the one that begins closest to where this one does.
    others
        .iter()
        .filter(|(_, other)| is_beside(row, *other))
        .min_by(|(_, one), (_, other)| {
            let aside = |bounds: &Rectangle| (bounds.x - here.x).abs();

            aside(one).total_cmp(&aside(other))
        })
        .map(|(index, _)| *index)
}

/// Whether they are in one row, as a card and a button within it.
fn is_beside(one: Rectangle, other: Rectangle) -> bool {
    let holds = |outer: Rectangle, inner: Rectangle| {
        (outer.y..=outer.y + outer.height).contains(&inner.center_y())
    };

    holds(one, other) || holds(other, one)
}

/// How far below; 0 in the same row.
fn below(here: Rectangle, other: Rectangle) -> f32 {
    if is_beside(here, other) {
        0.0
    } else {
        other.center_y() - here.center_y()
    }
}

/// The one that is the least far ahead.
fn nearest(
    others: &[(usize, Rectangle)],
    ahead: impl Fn(Rectangle) -> f32,
) -> Option<(usize, Rectangle)> {
    others
        .iter()
        .copied()
        .filter(|(_, other)| ahead(*other) > 0.0)
        .min_by(|(_, one), (_, other)| ahead(*one).total_cmp(&ahead(*other)))
}

/// The one that is the farthest ahead.
fn farthest(
    others: &[(usize, Rectangle)],
    ahead: impl Fn(Rectangle) -> f32,
) -> Option<(usize, Rectangle)> {
    nearest(others, |other| {
        let ahead = ahead(other);

        if ahead > 0.0 { ahead.recip() } else { 0.0 }
    })
}

#[cfg(test)]
mod tests {
    use iced::{Point, Size};

    use super::*;

    /// Three cards, each with a button at its right; the last stands in another list.
    fn cards() -> Vec<Control> {
        let control = |x: f32, y: f32, width: f32, height: f32, list: usize| Control {
            id: None,
            bounds: Rectangle::new(Point::new(x, y), Size::new(width, height)),
            is_focused: false,
            list: Some(list),
        };

        vec![
            control(24.0, 100.0, 400.0, 70.0, 1),
            control(370.0, 113.0, 44.0, 44.0, 1),
            control(24.0, 178.0, 400.0, 90.0, 1),
            control(370.0, 201.0, 44.0, 44.0, 1),
            control(24.0, 276.0, 400.0, 70.0, 1),
            control(370.0, 289.0, 44.0, 44.0, 1),
            control(24.0, 400.0, 100.0, 30.0, 2),
            control(130.0, 400.0, 100.0, 30.0, 2),
            control(236.0, 400.0, 100.0, 30.0, 2),
        ]
    }

    #[test]
    fn a1_up_and_down_go_from_card_to_card_and_stop_at_the_ends() {
        let cards = cards();
        for (from, step, to) in [
            (0, Step::Down, Some(2)),
            (2, Step::Down, Some(4)),
            (4, Step::Down, None),
            (4, Step::Up, Some(2)),
            (0, Step::Up, None),
            (0, Step::Last, Some(4)),
            (4, Step::First, Some(0)),
            (0, Step::First, None),
            (2, Step::Right, None),
        ] {
            assert_eq!(next_in_list(&cards, from, step), to, "{from} {step:?}");
        }
    }

    #[test]
    fn a1_what_stands_beside_the_cards_is_a_column_of_its_own() {
        let cards = cards();
        assert_eq!(next_in_list(&cards, 1, Step::Down), Some(3));
        assert_eq!(next_in_list(&cards, 5, Step::Up), Some(3));
        assert_eq!(next_in_list(&cards, 1, Step::Last), Some(5));
    }

    #[test]
    fn a1_options_in_one_line_are_gone_along_with_any_arrow() {
        let cards = cards();
        for (from, step, to) in [
            (6, Step::Down, Some(7)),
            (6, Step::Right, Some(7)),
            (7, Step::Up, Some(6)),
            (8, Step::Left, Some(7)),
            (8, Step::Right, None),
            (6, Step::Last, Some(8)),
            (8, Step::First, Some(6)),
        ] {
            assert_eq!(next_in_list(&cards, from, step), to, "{from} {step:?}");
        }
    }

    #[test]
    fn what_is_in_no_list_is_not_gone_from() {
        let mut cards = cards();
        cards[0].list = None;
        cards[1].list = None;
        assert_eq!(next_in_list(&cards, 0, Step::Down), None);
        assert_eq!(next_in_list(&cards, 2, Step::Up), None);
    }

    #[test]
    fn a_list_ends_where_it_ends() {
        let mut lists = Nesting::default();
        let (name, other) = (Id::new(LIST_ID), Id::new("form"));
        lists.enter();
        lists.announce(Some(&name));
        lists.enter();
        assert_eq!(lists.current(), Some(1));
        lists.announce(Some(&other));
        lists.enter();
        assert_eq!(lists.current(), Some(1), "also inside of something in it");
        lists.leave();
        lists.leave();
        assert_eq!(lists.current(), None);
        lists.announce(Some(&name));
        lists.enter();
        assert_eq!(lists.current(), Some(2));
    }
}
