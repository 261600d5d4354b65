//! A field with a warning below it while Caps Lock is on and the field has the focus. The widget sees every key press
//! of the page, but sends no message about any.

use iced::{
    Element, Event, Length, Rectangle, Size, Theme,
    advanced::{
        Layout, Shell, Widget, layout, mouse,
        widget::{
            Id, Operation,
            operation::Focusable,
            tree::{self, Tree},
        },
    },
    window,
};

use super::CapsLock;
use crate::ui::{forward::forward, theme::space};

/// The field, with `warning` below it while Caps Lock is on, the field has the focus, and it `is_masked`.
pub fn with_caps_lock_warning<'a, M: 'a>(
    field: impl Into<Element<'a, M>>,
    warning: impl Into<Element<'a, M>>,
    is_masked: bool,
) -> Element<'a, M> {
    Element::new(CapsLockField {
        parts: [field.into(), warning.into()],
        is_masked,
    })
}

struct CapsLockField<'a, M> {
    parts: [Element<'a, M>; 2],
    is_masked: bool,
}

#[derive(Debug, Default)]
struct State {
    caps_lock: CapsLock,
    has_keyboard: bool,
}

impl<M> CapsLockField<'_, M> {
    fn shows_warning(&self, state: &State) -> bool {
        self.is_masked && state.has_keyboard && state.caps_lock == CapsLock::On
    }

    /// Follows Caps Lock and the focus after an event.
    fn watch(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        shell: &mut Shell<'_, M>,
    ) {
        let mut keyboard = HasKeyboard(false);
        if let Some(layout) = layout.children().next() {
            self.parts[0].as_widget_mut().operate(
                &mut tree.children[0],
                layout,
                renderer,
                &mut keyboard,
            );
        }
        let state = tree.state.downcast_mut::<State>();
        let was_shown = self.shows_warning(state);
        state.has_keyboard = keyboard.0;
        match event {
            Event::Keyboard(event) => state.caps_lock = state.caps_lock.after(event),
            // Caps Lock may be pressed while another window has the focus.
            Event::Window(window::Event::Unfocused) => state.caps_lock = CapsLock::Unknown,
            _ => {}
        }
        if self.shows_warning(state) != was_shown {
            shell.invalidate_layout();
            shell.request_redraw();
        }
    }
}

impl<M> Widget<M, Theme, iced::Renderer> for CapsLockField<'_, M> {
    forward!(parts: children, diff, operate, update then watch, draw, mouse_interaction, overlay);

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let is_due = self.shows_warning(tree.state.downcast_ref());
        let limits = limits.width(Length::Fill).height(Length::Shrink).loose();
        let [field, warning] = &mut self.parts;
        let field = field
            .as_widget_mut()
            .layout(&mut tree.children[0], renderer, &limits);
        let size = field.size();
        if !is_due {
            return layout::Node::with_children(size, vec![field]);
        }

        let top = size.height + space::XS;
        let warning = warning
            .as_widget_mut()
            .layout(&mut tree.children[1], renderer, &limits)
            .move_to((0.0, top));
        let size = Size::new(size.width, top + warning.size().height);

        layout::Node::with_children(size, vec![field, warning])
    }
}

/// Finds out whether anything in a field has the focus.
struct HasKeyboard(bool);

impl Operation for HasKeyboard {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        self.0 |= state.is_focused();
    }
}
