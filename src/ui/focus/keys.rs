//! The keys that hand the keyboard on: Tab, and the arrows along a list. They act inside of the page itself, at once: as
//! a message to the window they would be answered after the keys that follow, and Enter typed right after Tab would
//! press the control before.

use iced::{
    Element, Event, Length, Rectangle, Size, Theme, Vector,
    advanced::{
        Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer,
        widget::{Operation, operation::Outcome, tree, tree::Tree},
    },
    keyboard::{self, Key, Modifiers, key::Named},
};

use super::{Step, Target, operation};

/// The page, whose controls the keys go between. It looks and is laid out as without.
pub fn with_focus_keys<'a, M: 'a>(page: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(FocusKeys { page: page.into() })
}

/// Where a key that nothing else took leads.
fn key_target(key: &Key, modifiers: Modifiers) -> Option<Target> {
    let Key::Named(named) = key else {
        return None;
    };

    match named {
        Named::Tab if modifiers.shift() => Some(Target::Previous),
        _ if !modifiers.is_empty() => None,
        Named::Tab => Some(Target::Next),
        Named::ArrowDown => Some(Target::InList(Step::Down)),
        Named::ArrowUp => Some(Target::InList(Step::Up)),
        Named::ArrowRight => Some(Target::InList(Step::Right)),
        Named::ArrowLeft => Some(Target::InList(Step::Left)),
        Named::Home => Some(Target::InList(Step::First)),
        Named::End => Some(Target::InList(Step::Last)),
        _ => None,
    }
}

struct FocusKeys<'a, M> {
    page: Element<'a, M>,
}

impl<M> FocusKeys<'_, M> {
    fn move_focus(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        target: Target,
    ) {
        let mut step: Box<dyn Operation> = Box::new(operation(target));
        loop {
            self.page
                .as_widget_mut()
                .operate(tree, layout, renderer, step.as_mut());
            match step.finish() {
                Outcome::Chain(next) => step = next,
                Outcome::None | Outcome::Some(()) => return,
            }
        }
    }
}

/// The page's own but for [`Widget::update`]; also its place in the tree.
impl<M> Widget<M, Theme, iced::Renderer> for FocusKeys<'_, M> {
    fn tag(&self) -> tree::Tag {
        self.page.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.page.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.page.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.page.as_widget().diff(tree);
    }

    fn size(&self) -> Size<Length> {
        self.page.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.page.as_widget().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.page.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        self.page
            .as_widget_mut()
            .operate(tree, layout, renderer, operation);
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
        self.page.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        if shell.is_event_captured() {
            return;
        }

        if let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event
            && let Some(target) = key_target(key, *modifiers)
        {
            self.move_focus(tree, layout, renderer, target);
            shell.capture_event();
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
        self.page
            .as_widget()
            .draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        self.page
            .as_widget()
            .mouse_interaction(tree, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        self.page
            .as_widget_mut()
            .overlay(tree, layout, renderer, viewport, translation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a1_tab_and_arrows_lead_somewhere_and_nothing_else_does() {
        let (none, shift) = (Modifiers::empty(), Modifiers::SHIFT);
        for (key, modifiers, leads) in [
            (Named::Tab, none, Some(Target::Next)),
            (Named::Tab, shift, Some(Target::Previous)),
            (Named::Tab, Modifiers::ALT, None),
            (Named::Tab, Modifiers::CTRL, None),
            (Named::ArrowDown, none, Some(Target::InList(Step::Down))),
            (Named::End, none, Some(Target::InList(Step::Last))),
            (Named::ArrowDown, shift, None),
            (Named::Enter, none, None),
        ] {
            assert_eq!(
                key_target(&Key::Named(key), modifiers),
                leads,
                "{key:?} {modifiers:?}"
            );
        }
        assert_eq!(key_target(&Key::Character("a".into()), none), None);
    }
}
