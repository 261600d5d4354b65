//! Lists whose controls the arrow keys move between: cards, or the options of a choice. The next control is found by
//! position, so a button at the right of each card forms a column of its own.

use iced::{
    Element, Length, Rectangle,
    advanced::widget::Id,
    widget::{Container, container},
};

use super::Control;

/// The id of every list; it only marks a container as a list.
const LIST_ID: &str = "list";

/// A step along a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Down,
    Up,
    Right,
    Left,
    /// The Home key.
    First,
    /// The End key.
    Last,
}

/// Marks the controls inside as a list.
pub fn list<'a, M: 'a>(controls: impl Into<Element<'a, M>>) -> Container<'a, M> {
    container(controls).id(Id::new(LIST_ID)).width(Length::Fill)
}

/// The list an operation is in while it walks the tree: iced announces a container, then visits its children.
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

/// The control one step away from the focused one; `None` if there is none or the focused one is in no list.
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

    // In a list of one row, up and down act like left and right.
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

    // Of the controls in that row, the one whose left edge is closest.
    others
        .iter()
        .filter(|(_, other)| is_beside(row, *other))
        .min_by(|(_, one), (_, other)| {
            let aside = |bounds: &Rectangle| (bounds.x - here.x).abs();

            aside(one).total_cmp(&aside(other))
        })
        .map(|(index, _)| *index)
}

/// Whether two controls are in one row, like a card and a button within it.
fn is_beside(one: Rectangle, other: Rectangle) -> bool {
    let holds = |outer: Rectangle, inner: Rectangle| {
        (outer.y..=outer.y + outer.height).contains(&inner.center_y())
    };

    holds(one, other) || holds(other, one)
}

/// The vertical distance; 0 in the same row.
fn below(here: Rectangle, other: Rectangle) -> f32 {
    if is_beside(here, other) {
        0.0
    } else {
        other.center_y() - here.center_y()
    }
}

/// The control with the smallest positive distance.
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

/// The control with the largest positive distance.
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

    /// Three cards with a button at the right of each, and another list of three.
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
    fn up_and_down_go_from_card_to_card_and_stop_at_the_ends() {
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
    fn what_stands_beside_the_cards_is_a_column_of_its_own() {
        let cards = cards();
        assert_eq!(next_in_list(&cards, 1, Step::Down), Some(3));
        assert_eq!(next_in_list(&cards, 5, Step::Up), Some(3));
        assert_eq!(next_in_list(&cards, 1, Step::Last), Some(5));
    }

    #[test]
    fn options_in_one_line_are_gone_along_with_any_arrow() {
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
