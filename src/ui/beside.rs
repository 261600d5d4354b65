//! Parts side by side, each as wide as the others, while the widest fits into its share; else below each other. So the
//! same options stand in a row in a usual window and in a column where it is narrow or the text large (A9).

use iced::{
    Element, Event, Length, Point, Rectangle, Size, Theme,
    advanced::{
        Clipboard, Layout, Shell, Widget, layout, mouse, renderer,
        widget::{Operation, tree::Tree},
    },
};

/// These parts, this far from each other. They must not fill what room there is by themselves.
pub fn beside<'a, M: 'a>(parts: Vec<Element<'a, M>>, spacing: f32) -> Element<'a, M> {
    Element::new(Beside { parts, spacing })
}

struct Beside<'a, M> {
    parts: Vec<Element<'a, M>>,
    spacing: f32,
}

impl<M> Widget<M, Theme, iced::Renderer> for Beside<'_, M> {
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
        let Size { width, height } = limits.max();
        let count = f32::from(u16::try_from(self.parts.len()).unwrap_or(u16::MAX));
        let share = (width - self.spacing * (count - 1.0).max(0.0)) / count.max(1.0);
        let mut of_width = |least: f32, most: f32| {
            let limits = layout::Limits::new(Size::new(least, 0.0), Size::new(most, height));

            self.parts
                .iter_mut()
                .zip(&mut tree.children)
                .map(|(part, tree)| part.as_widget_mut().layout(tree, renderer, &limits))
                .collect::<Vec<_>>()
        };

        let fits = of_width(0.0, width)
            .iter()
            .all(|part| part.size().width <= share);
        let mut parts = if fits {
            of_width(share, share)
        } else {
            of_width(width, width)
        };
        let (mut place, mut total) = (Point::ORIGIN, 0.0_f32);
        for part in &mut parts {
            part.move_to_mut(place);
            let bottom = place.y + part.size().height;
            total = total.max(bottom);
            if fits {
                place.x += share + self.spacing;
            } else {
                place.y = bottom + self.spacing;
            }
        }

        layout::Node::with_children(Size::new(width, total), parts)
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
            let places = tree.children.iter_mut().zip(layout.children());
            for (part, (tree, layout)) in self.parts.iter_mut().zip(places) {
                part.as_widget_mut()
                    .operate(tree, layout, renderer, operation);
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
        let places = tree.children.iter_mut().zip(layout.children());
        for (part, (tree, layout)) in self.parts.iter_mut().zip(places) {
            part.as_widget_mut().update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
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
        let places = tree.children.iter().zip(layout.children());
        for (part, (tree, layout)) in self.parts.iter().zip(places) {
            part.as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
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
        let places = tree.children.iter().zip(layout.children());

        self.parts
            .iter()
            .zip(places)
            .map(|(part, (tree, layout))| {
                part.as_widget()
                    .mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }
}
