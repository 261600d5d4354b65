//! A field with a warning below it that shows while Caps Lock is on and the field has the keyboard. It sees every key
//! press of the page, also those typed into other fields; no message tells of any.

use iced::{
    Element, Event, Length, Rectangle, Size, Theme, Vector,
    advanced::{
        Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer,
        widget::{
            Id, Operation,
            operation::Focusable,
            tree::{self, Tree},
        },
    },
    window,
};

use super::CapsLock;
use crate::ui::theme::space;

/// The field; `warning` shows below it while that is due, and `is_masked`.
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

    /// Each part that is laid out, with its place in the tree.
    fn laid_out<'l>(
        &self,
        layout: Layout<'l>,
    ) -> impl Iterator<Item = (usize, Layout<'l>)> + use<'l, M> {
        layout.children().enumerate().take(self.parts.len())
    }
}

impl<M> Widget<M, Theme, iced::Renderer> for CapsLockField<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
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

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for (at, layout) in self.laid_out(layout) {
                let part = self.parts[at].as_widget_mut();
                part.operate(&mut tree.children[at], layout, renderer, operation);
            }
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        for (at, layout) in self.laid_out(layout) {
            self.parts[at].as_widget_mut().update(
                &mut tree.children[at],
                event,
                layout,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
            );
        }

        let mut keyboard = HasKeyboard(false);
        if let Some((_, layout)) = self.laid_out(layout).next() {
            self.parts[0].as_widget_mut().operate(
                &mut tree.children[0],
                layout,
                renderer,
                &mut keyboard,
            );
        }
        let state = tree.state.downcast_mut::<State>();
        let was_due = self.shows_warning(state);
        state.has_keyboard = keyboard.0;
        match event {
            Event::Keyboard(event) => state.caps_lock = state.caps_lock.after(event),
            // The key may be pressed where it is not seen.
            Event::Window(window::Event::Unfocused) => state.caps_lock = CapsLock::Unknown,
            _ => {}
        }
        if self.shows_warning(state) != was_due {
            shell.invalidate_layout();
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        for (at, layout) in self.laid_out(layout) {
            self.parts[at].as_widget().draw(
                &tree.children[at],
                renderer,
                theme,
                style,
                layout,
                cursor,
                viewport,
            );
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        self.laid_out(layout)
            .map(|(at, layout)| {
                self.parts[at].as_widget().mouse_interaction(
                    &tree.children[at],
                    layout,
                    cursor,
                    viewport,
                    renderer,
                )
            })
            .max()
            .unwrap_or_default()
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        let field = layout.children().next()?;

        self.parts[0].as_widget_mut().overlay(
            &mut tree.children[0],
            field,
            renderer,
            viewport,
            translation,
        )
    }
}

/// Whether something of a field has the keyboard.
struct HasKeyboard(bool);

impl Operation for HasKeyboard {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        self.0 |= state.is_focused();
    }
}
