//! The methods of iced's `Widget` by which a widget that is made of others hands everything on to them. A widget names
//! the methods it takes from here and writes the others itself, so that its `impl` contains only what it changes.

/// Writes methods of [`Widget`](iced::advanced::Widget) that hand on to the parts of a widget.
///
/// `forward!(parts: children, diff, draw)` hands on to each element of the array or `Vec` in the field `parts`, with
/// the tree and the layout at the same position; a part without a layout is left out. `forward!(first of parts:
/// update)` hands on to the first part alone. `update then NAME` calls the widget's method `NAME` after its parts were
/// updated. `size`, `size_hint` and `layout` are for a widget of one part.
macro_rules! forward {
    (first of $parts:ident: $($method:ident $(then $after:ident)?),+ $(,)?) => {
        $($crate::ui::forward::forward!(@$method $parts, 1 $(, $after)?);)+
    };
    ($parts:ident: $($method:ident $(then $after:ident)?),+ $(,)?) => {
        $($crate::ui::forward::forward!(@$method $parts, usize::MAX $(, $after)?);)+
    };
    (@children $parts:ident, $most:expr) => {
        fn children(&self) -> Vec<iced::advanced::widget::Tree> {
            self.$parts.iter().map(iced::advanced::widget::Tree::new).collect()
        }
    };
    (@diff $parts:ident, $most:expr) => {
        fn diff(&self, tree: &mut iced::advanced::widget::Tree) {
            tree.diff_children(&self.$parts);
        }
    };
    (@size $parts:ident, $most:expr) => {
        fn size(&self) -> iced::Size<iced::Length> {
            self.$parts[0].as_widget().size()
        }
    };
    (@size_hint $parts:ident, $most:expr) => {
        fn size_hint(&self) -> iced::Size<iced::Length> {
            self.$parts[0].as_widget().size_hint()
        }
    };
    (@layout $parts:ident, $most:expr) => {
        fn layout(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            renderer: &iced::Renderer,
            limits: &iced::advanced::layout::Limits,
        ) -> iced::advanced::layout::Node {
            let part = self.$parts[0]
                .as_widget_mut()
                .layout(&mut tree.children[0], renderer, limits);

            iced::advanced::layout::Node::with_children(part.size(), vec![part])
        }
    };
    (@operate $parts:ident, $most:expr) => {
        fn operate(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            renderer: &iced::Renderer,
            operation: &mut dyn iced::advanced::widget::Operation,
        ) {
            operation.container(None, layout.bounds());
            operation.traverse(&mut |operation| {
                let places = tree.children.iter_mut().zip(layout.children());
                for (part, (tree, layout)) in self.$parts.iter_mut().zip(places).take($most) {
                    part.as_widget_mut()
                        .operate(tree, layout, renderer, operation);
                }
            });
        }
    };
    (@update $parts:ident, $most:expr $(, $after:ident)?) => {
        fn update(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            event: &iced::Event,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::mouse::Cursor,
            renderer: &iced::Renderer,
            clipboard: &mut dyn iced::advanced::Clipboard,
            shell: &mut iced::advanced::Shell<'_, M>,
            viewport: &iced::Rectangle,
        ) {
            let places = tree.children.iter_mut().zip(layout.children());
            for (part, (tree, layout)) in self.$parts.iter_mut().zip(places).take($most) {
                part.as_widget_mut().update(
                    tree, event, layout, cursor, renderer, clipboard, shell, viewport,
                );
            }
            $(self.$after(tree, event, layout, cursor, renderer, shell);)?
        }
    };
    (@draw $parts:ident, $most:expr) => {
        fn draw(
            &self,
            tree: &iced::advanced::widget::Tree,
            renderer: &mut iced::Renderer,
            theme: &iced::Theme,
            style: &iced::advanced::renderer::Style,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::mouse::Cursor,
            viewport: &iced::Rectangle,
        ) {
            let places = tree.children.iter().zip(layout.children());
            for (part, (tree, layout)) in self.$parts.iter().zip(places).take($most) {
                part.as_widget()
                    .draw(tree, renderer, theme, style, layout, cursor, viewport);
            }
        }
    };
    (@mouse_interaction $parts:ident, $most:expr) => {
        fn mouse_interaction(
            &self,
            tree: &iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::mouse::Cursor,
            viewport: &iced::Rectangle,
            renderer: &iced::Renderer,
        ) -> iced::mouse::Interaction {
            let places = tree.children.iter().zip(layout.children());

            self.$parts
                .iter()
                .zip(places)
                .take($most)
                .map(|(part, (tree, layout))| {
                    part.as_widget()
                        .mouse_interaction(tree, layout, cursor, viewport, renderer)
                })
                .max()
                .unwrap_or_default()
        }
    };
    (@overlay $parts:ident, $most:expr) => {
        fn overlay<'b>(
            &'b mut self,
            tree: &'b mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'b>,
            renderer: &iced::Renderer,
            viewport: &iced::Rectangle,
            translation: iced::Vector,
        ) -> Option<iced::advanced::overlay::Element<'b, M, iced::Theme, iced::Renderer>> {
            let places = tree.children.iter_mut().zip(layout.children());

            self.$parts
                .iter_mut()
                .zip(places)
                .take($most)
                .find_map(|(part, (tree, layout))| {
                    part.as_widget_mut()
                        .overlay(tree, layout, renderer, viewport, translation)
                })
        }
    };
}

pub(super) use forward;
