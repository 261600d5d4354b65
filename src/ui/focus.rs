//! Moving the focus: to a control by id, to the next one on the page, or along a list with the arrow keys. iced's own
//! operations stop at the end of the page and never scroll; these wrap around and scroll the control into view.

mod keys;
mod list;

pub use keys::with_focus_keys;
pub use list::{Step, list};

use iced::{
    Rectangle, Task, Vector,
    advanced::widget::{
        self, Id, Operation,
        operation::{Focusable, Outcome, Scrollable, scrollable::AbsoluteOffset},
    },
};

use super::theme::space;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The control with this id; if the page has none, nothing keeps the focus.
    Named(Id),
    /// The next control.
    Next,
    /// The previous control.
    Previous,
    /// Another control of the list the focus is in.
    InList(Step),
}

/// Focuses the control with this id; if there is none, nothing keeps the focus.
pub fn on<M: Send + 'static>(id: &'static str) -> Task<M> {
    move_to(Target::Named(Id::new(id)))
}

/// The same for an id that was built at run time.
pub fn on_owned<M: Send + 'static>(id: String) -> Task<M> {
    move_to(Target::Named(Id::from(id)))
}

fn move_to<M: Send + 'static>(target: Target) -> Task<M> {
    widget::operate(operation(target))
}

/// The same as an operation on the widget tree.
pub fn operation<T: Send + 'static>(target: Target) -> impl Operation<T> {
    FindControls {
        target,
        controls: Vec::new(),
        lists: list::Nesting::default(),
    }
}

/// Collects all controls, then chooses the one to focus.
struct FindControls {
    target: Target,
    controls: Vec<Control>,
    lists: list::Nesting,
}

struct Control {
    id: Option<Id>,
    bounds: Rectangle,
    is_focused: bool,
    /// The number of the list the control is in.
    list: Option<usize>,
}

impl FindControls {
    fn chosen(&self) -> Option<usize> {
        let count = self.controls.len();
        let focused = self.controls.iter().position(|found| found.is_focused);

        match (&self.target, focused) {
            (Target::Named(id), _) => self
                .controls
                .iter()
                .position(|found| found.id.as_ref() == Some(id)),
            _ if count == 0 => None,
            // Arrow down from a control directly above a list, such as the search field, enters the list.
            (Target::InList(Step::Down), Some(focused))
                if self.controls[focused].list.is_none() =>
            {
                let next = focused + 1;
                self.controls
                    .get(next)
                    .and_then(|found| found.list)
                    .map(|_| next)
            }
            (Target::InList(step), Some(focused)) => {
                list::next_in_list(&self.controls, focused, *step)
            }
            (Target::InList(_), None) => {
                self.controls.iter().position(|found| found.list.is_some())
            }
            (Target::Next, Some(focused)) => Some((focused + 1) % count),
            (Target::Next, None) => Some(0),
            (Target::Previous, Some(focused)) => Some((focused + count - 1) % count),
            (Target::Previous, None) => Some(count - 1),
        }
    }
}

impl<T: Send + 'static> Operation<T> for FindControls {
    fn container(&mut self, id: Option<&Id>, _bounds: Rectangle) {
        self.lists.announce(id);
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        self.lists.enter();
        operate(self);
        self.lists.leave();
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.controls.push(Control {
            id: id.cloned(),
            bounds,
            is_focused: state.is_focused(),
            list: self.lists.current(),
        });
    }

    fn finish(&self) -> Outcome<T> {
        let index = self.chosen();
        // An arrow key without a target leaves the focus where it is.
        if index.is_none() && matches!(self.target, Target::InList(_)) {
            return Outcome::None;
        }

        Outcome::Chain(Box::new(SetFocus {
            index,
            bounds: index
                .and_then(|index| self.controls.get(index))
                .map(|found| found.bounds),
            visited: 0,
        }))
    }
}

struct SetFocus {
    index: Option<usize>,
    bounds: Option<Rectangle>,
    visited: usize,
}

impl<T: Send + 'static> Operation<T> for SetFocus {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        // Focusing a focused input again would move its cursor.
        match (self.index == Some(self.visited), state.is_focused()) {
            (true, false) => state.focus(),
            (false, true) => state.unfocus(),
            _ => {}
        }
        self.visited += 1;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        let Some(target) = self
            .bounds
            .filter(|target| content.contains(target.center()))
        else {
            return;
        };

        if let Some(y) = scroll_offset(bounds, target, translation.y) {
            state.scroll_to(AbsoluteOffset {
                x: None,
                y: Some(y),
            });
        }
    }
}

/// The scroll offset that shows all of `target` with a margin; `None` if it is already shown.
fn scroll_offset(bounds: Rectangle, target: Rectangle, scrolled: f32) -> Option<f32> {
    // The margin shrinks if there is no room for it.
    let margin = ((bounds.height - target.height) / 2.0).clamp(0.0, space::XL);
    let top = target.y - bounds.y - margin;
    let bottom = target.y + target.height - bounds.y + margin;

    if top < scrolled {
        Some(top.max(0.0))
    } else if bottom > scrolled + bounds.height {
        Some(bottom - bounds.height)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use iced::{Point, Size};

    use super::*;

    #[test]
    fn a_page_scrolls_only_as_far_as_needed() {
        let page = Rectangle::new(Point::new(0.0, 100.0), Size::new(400.0, 300.0));
        let at = |y| Rectangle::new(Point::new(0.0, y), Size::new(400.0, 40.0));

        assert_eq!(scroll_offset(page, at(200.0), 0.0), None);
        assert_eq!(scroll_offset(page, at(500.0), 0.0), Some(164.0));
        assert_eq!(scroll_offset(page, at(110.0), 200.0), Some(0.0));
        assert_eq!(scroll_offset(page, at(200.0), 150.0), Some(76.0));

        let slit = Rectangle::new(Point::new(0.0, 100.0), Size::new(400.0, 50.0));
        assert_eq!(scroll_offset(slit, at(500.0), 0.0), Some(395.0));
    }
}
