//! A button that can be focused, which iced's own cannot: Tab reaches it, Space and Enter press it, and a ring shows
//! the focus. A click does not draw the ring.

use iced::{
    Background, Color, Element, Event, Length, Padding, Rectangle, Size, Theme,
    advanced::{
        Layout, Renderer as _, Shell, Widget, layout, mouse, renderer,
        widget::{
            self, Operation,
            operation::Focusable,
            tree::{self, Tree},
        },
    },
    keyboard::{self, key::Named},
    touch,
    widget::button::{Status, Style},
    window,
};

use super::{forward::forward, style, theme::part};

type KeyHandler<'a, M> = Box<dyn Fn(&keyboard::Key, keyboard::Modifiers) -> Option<M> + 'a>;
type StyleFn<'a> = Box<dyn Fn(&Theme, Status) -> Style + 'a>;

/// A button around any content. Without a message it is disabled and cannot be focused.
#[must_use = "it shows nothing until it is part of a view"]
pub struct Button<'a, M> {
    parts: [Element<'a, M>; 1],
    on_press: Option<M>,
    on_key: Option<KeyHandler<'a, M>>,
    id: Option<widget::Id>,
    width: Length,
    height: Length,
    padding: Padding,
    style: StyleFn<'a>,
    status: Option<Status>,
}

impl<'a, M> Button<'a, M> {
    pub fn new(
        content: impl Into<Element<'a, M>>,
        style: impl Fn(&Theme, Status) -> Style + 'a,
    ) -> Self {
        let content = content.into();
        let size = content.as_widget().size_hint();

        Self {
            parts: [content],
            on_press: None,
            on_key: None,
            id: None,
            width: size.width.fluid(),
            height: size.height.fluid(),
            padding: Padding::ZERO,
            style: Box::new(style),
            status: None,
        }
    }

    /// The message of a press; `None` disables the button.
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// Handles further keys while the button has the focus; a key that yields a message is captured.
    pub fn on_key(
        mut self,
        meaning: impl Fn(&keyboard::Key, keyboard::Modifiers) -> Option<M> + 'a,
    ) -> Self {
        self.on_key = Some(Box::new(meaning));
        self
    }

    /// The id by which the button is found and focused.
    pub fn id(mut self, id: impl Into<widget::Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }

    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct State {
    is_pressed: bool,
    is_focused: bool,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
    }
}

impl<M: Clone> Button<'_, M> {
    /// Handles presses by pointer and key that the content did not capture, and follows the status for the style.
    fn press(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &iced::Renderer,
        shell: &mut Shell<'_, M>,
    ) {
        if shell.is_event_captured() {
            return;
        }

        let state = tree.state.downcast_mut::<State>();
        let is_over = cursor.is_over(layout.bounds());

        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                state.is_focused = false;
                if self.on_press.is_some() && is_over {
                    state.is_pressed = true;
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. }) => {
                if let Some(message) = self.on_press.clone()
                    && std::mem::take(&mut state.is_pressed)
                {
                    if is_over {
                        shell.publish(message);
                    }
                    shell.capture_event();
                }
            }
            Event::Touch(touch::Event::FingerLost { .. }) => state.is_pressed = false,
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: keyboard::Key::Named(Named::Enter | Named::Space),
                modifiers,
                repeat: false,
                ..
            }) if state.is_focused && modifiers.is_empty() => {
                if let Some(message) = self.on_press.clone() {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
                if state.is_focused && self.on_press.is_some() =>
            {
                let meaning = self.on_key.as_ref();
                if let Some(message) = meaning.and_then(|meaning| meaning(key, *modifiers)) {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            _ => {}
        }

        let status = match (&self.on_press, is_over) {
            (None, _) => Status::Disabled,
            (Some(_), true) if state.is_pressed => Status::Pressed,
            (Some(_), true) => Status::Hovered,
            (Some(_), false) => Status::Active,
        };
        if let Event::Window(window::Event::RedrawRequested(_)) = event {
            self.status = Some(status);
        } else if self.status.is_some_and(|drawn| drawn != status) {
            shell.request_redraw();
        }
    }
}

impl<M: Clone> Widget<M, Theme, iced::Renderer> for Button<'_, M> {
    forward!(parts: children, diff, update then press, overlay);

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size {
            width: self.width,
            height: self.height,
        }
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::padded(limits, self.width, self.height, self.padding, |limits| {
            self.parts[0]
                .as_widget_mut()
                .layout(&mut tree.children[0], renderer, limits)
        })
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        if self.on_press.is_some() {
            operation.focusable(self.id.as_ref(), layout.bounds(), state);
        } else {
            state.unfocus();
        }

        operation.container(self.id.as_ref(), layout.bounds());
        operation.traverse(&mut |operation| {
            for child in layout.children() {
                self.parts[0].as_widget_mut().operate(
                    &mut tree.children[0],
                    child,
                    renderer,
                    operation,
                );
            }
        });
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let fallback = if self.on_press.is_some() {
            Status::Active
        } else {
            Status::Disabled
        };
        let look = (self.style)(theme, self.status.unwrap_or(fallback));
        let bounds = layout.bounds();

        renderer.fill_quad(
            renderer::Quad {
                bounds,
                border: look.border,
                shadow: look.shadow,
                snap: look.snap,
            },
            look.background
                .unwrap_or(Background::Color(Color::TRANSPARENT)),
        );

        if tree.state.downcast_ref::<State>().is_focused && self.on_press.is_some() {
            renderer.fill_quad(
                renderer::Quad {
                    bounds: bounds.expand(part::FOCUS_RING * 1.5),
                    border: style::ring(theme),
                    ..renderer::Quad::default()
                },
                Background::Color(Color::TRANSPARENT),
            );
        }

        for child in layout.children() {
            self.parts[0].as_widget().draw(
                &tree.children[0],
                renderer,
                theme,
                &renderer::Style {
                    text_color: look.text_color,
                },
                child,
                cursor,
                viewport,
            );
        }
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        if self.on_press.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::default()
        }
    }
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Element<'a, M> {
    fn from(button: Button<'a, M>) -> Self {
        Self::new(button)
    }
}
