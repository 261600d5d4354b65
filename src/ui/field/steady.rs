//! A text input whose caret stays where it is instead of blinking. iced paints the window anew for each blink, twice a
//! second for as long as a field has the keyboard, and does not know who asked the system for less motion; a window in
//! which nothing happens must cost nothing. Owns the moments the input is told, and leaves all else to it.

use std::time::Instant;

use iced::{
    Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector,
    advanced::{
        Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer,
        widget::{
            Operation,
            tree::{self, Tree},
        },
    },
    window,
};

/// The input, which otherwise behaves as before.
pub(super) fn steady_caret<'a, M: 'a>(input: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(SteadyCaret {
        input: input.into(),
    })
}

struct SteadyCaret<'a, M> {
    input: Element<'a, M>,
}

/// When the input came to be: before it ever had the keyboard.
struct CreatedAt(Instant);

impl<M> Widget<M, Theme, Renderer> for SteadyCaret<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<CreatedAt>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(CreatedAt(Instant::now()))
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.input)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[&self.input]);
    }

    fn size(&self) -> Size<Length> {
        self.input.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.input.as_widget().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.input
            .as_widget_mut()
            .layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        self.input
            .as_widget_mut()
            .operate(&mut tree.children[0], layout, renderer, operation);
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

        self.input.as_widget_mut().update(
            &mut tree.children[0],
            if paints { &before } else { event },
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
        if paints {
            Shell::replace_redraw_request(shell, wished);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.input.as_widget().draw(
            &tree.children[0],
            renderer,
            theme,
            style,
            layout,
            cursor,
            viewport,
        );
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.input.as_widget().mouse_interaction(
            &tree.children[0],
            layout,
            cursor,
            viewport,
            renderer,
        )
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        self.input.as_widget_mut().overlay(
            &mut tree.children[0],
            layout,
            renderer,
            viewport,
            translation,
        )
    }
}
