//! A text input whose caret stays where it is instead of blinking. iced paints the window anew for each blink, twice a
//! second for as long as a field has the keyboard, and does not know who asked the system for less motion; a window in
//! which nothing happens must cost nothing. Owns the moments the input is told, and leaves all else to it.

use std::time::Instant;

use iced::{
    Element, Event, Rectangle, Renderer, Theme,
    advanced::{
        Clipboard, Layout, Shell, Widget, mouse,
        widget::tree::{self, Tree},
    },
    window,
};

use crate::ui::forward::forward;

/// The input, which otherwise behaves as before.
pub(super) fn steady_caret<'a, M: 'a>(input: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(SteadyCaret {
        parts: [input.into()],
    })
}

struct SteadyCaret<'a, M> {
    parts: [Element<'a, M>; 1],
}

/// When the input came to be: before it ever had the keyboard.
struct CreatedAt(Instant);

impl<M> Widget<M, Theme, Renderer> for SteadyCaret<'_, M> {
    forward!(
        parts: children, diff, size, size_hint, layout, operate, draw, mouse_interaction, overlay
    );

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<CreatedAt>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(CreatedAt(Instant::now()))
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let CreatedAt(made) = tree.state.downcast_ref::<CreatedAt>();
        // The caret shows for the first half second after the input got the keyboard or a letter. Told a moment before
        // either, the input stays in that half second, and its wish to be painted when it is over is not passed on.
        let before = Event::Window(window::Event::RedrawRequested(*made));
        let paints = matches!(event, Event::Window(window::Event::RedrawRequested(_)));
        let wished = shell.redraw_request();

        if let Some(layout) = layout.children().next() {
            self.parts[0].as_widget_mut().update(
                &mut tree.children[0],
                if paints { &before } else { event },
                layout,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
            );
        }
        if paints {
            Shell::replace_redraw_request(shell, wished);
        }
    }
}
