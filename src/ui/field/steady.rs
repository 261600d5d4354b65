//! A text input whose caret does not blink. iced repaints the window for each blink, twice a second while a field has
//! the focus, and ignores the system's wish for reduced motion; an idle window must cost no CPU time. Owns which times
//! the input is told.

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

/// The input with a steady caret.
pub(super) fn steady_caret<'a, M: 'a>(input: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(SteadyCaret {
        parts: [input.into()],
    })
}

struct SteadyCaret<'a, M> {
    parts: [Element<'a, M>; 1],
}

/// When the input was created, which is before it ever had the focus.
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
        // iced shows the caret for the first half second after focus or input. Each redraw is reported with the
        // creation time, so the input stays in that half second, and its request for a redraw at the end of it is
        // discarded.
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
