//! The keys that move the focus: Tab, and the arrows in a list. They are handled in the widget tree, at once: handled
//! as a message to the application, they would take effect only after the following keys, and Enter typed right after
//! Tab would press the previous control.

use iced::{
    Element, Event, Theme,
    advanced::{
        Layout, Shell, Widget, mouse,
        widget::{Operation, Tree, operation::Outcome},
    },
    keyboard::{self, Key, Modifiers, key::Named},
};

use super::{Step, Target, operation};
use crate::ui::forward::forward;

/// The page, with the keys that move the focus between its controls.
pub fn with_focus_keys<'a, M: 'a>(page: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(FocusKeys {
        parts: [page.into()],
    })
}

/// The focus target of a key that no widget captured.
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
    parts: [Element<'a, M>; 1],
}

impl<M> FocusKeys<'_, M> {
    /// Moves the focus by a key that nothing on the page captured.
    fn press(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        shell: &mut Shell<'_, M>,
    ) {
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

    fn move_focus(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        target: Target,
    ) {
        let mut step: Box<dyn Operation> = Box::new(operation(target));
        loop {
            self.operate(tree, layout, renderer, step.as_mut());
            match step.finish() {
                Outcome::Chain(next) => step = next,
                Outcome::None | Outcome::Some(()) => return,
            }
        }
    }
}

impl<M> Widget<M, Theme, iced::Renderer> for FocusKeys<'_, M> {
    forward!(
        parts: children,
        diff,
        size,
        size_hint,
        layout,
        operate,
        update then press,
        draw,
        mouse_interaction,
        overlay,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_and_arrows_lead_somewhere_and_nothing_else_does() {
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
