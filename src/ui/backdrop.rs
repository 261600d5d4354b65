//! The project's background picture on the sign-in page, as in the Data Studio: beside the page in a wide window, as a
//! strip above it in a narrow and tall one, and absent in a small one. Text never lies on the picture, so it stays
//! readable, and the picture cannot be pressed (S-34, content that imitates Latchkey).

use iced::{
    ContentFit, Element, Length, Point, Rectangle, Renderer, Size, Theme,
    advanced::{
        Layout, Renderer as _, Widget,
        layout::{Limits, Node},
        mouse, renderer,
        widget::Tree,
    },
    widget::{image, space},
};

use super::{forward::forward, theme::part};

/// The page with a picture or without. The widget tree is the same in both cases, so the page keeps its state when the
/// picture arrives.
pub fn with_backdrop<'a, M: 'a>(
    page: impl Into<Element<'a, M>>,
    picture: Option<&image::Handle>,
) -> Element<'a, M> {
    let has_picture = picture.is_some();
    let picture = match picture {
        Some(handle) => image(handle)
            .width(Length::Fill)
            .height(Length::Fill)
            .content_fit(ContentFit::Cover)
            .into(),
        None => space().into(),
    };

    Element::new(Backdrop {
        parts: [page.into(), picture],
        has_picture,
    })
}

struct Backdrop<'a, M> {
    /// The page and the picture.
    parts: [Element<'a, M>; 2],
    has_picture: bool,
}

/// The places of the page and the picture in a window of this size.
fn split_window(window: Size) -> (Rectangle, Option<Rectangle>) {
    let all = Rectangle::with_size(window);
    let beside = window.width - part::WINDOW.0;

    if beside >= part::ASIDE_MIN {
        let page = Size::new(part::WINDOW.0, window.height);
        let picture = Rectangle::new(
            Point::new(part::WINDOW.0, 0.0),
            Size::new(beside, window.height),
        );
        (Rectangle::with_size(page), Some(picture))
    } else if window.height >= part::WINDOW.1 {
        let picture = Size::new(window.width, part::STRIP);
        let page = Rectangle::new(
            Point::new(0.0, part::STRIP),
            Size::new(window.width, window.height - part::STRIP),
        );
        (page, Some(Rectangle::with_size(picture)))
    } else {
        (all, None)
    }
}

impl<M> Widget<M, Theme, Renderer> for Backdrop<'_, M> {
    forward!(parts: children, diff);
    forward!(first of parts: operate, update, mouse_interaction, overlay);

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &Limits) -> Node {
        let window = limits.max();
        let (page, picture) = if self.has_picture {
            split_window(window)
        } else {
            (Rectangle::with_size(window), None)
        };
        let [page_tree, picture_tree] = tree.children.as_mut_slice() else {
            return Node::new(window);
        };
        let place = |part: &mut Element<'_, M>, tree: &mut Tree, room: Rectangle| {
            part.as_widget_mut()
                .layout(tree, renderer, &Limits::new(Size::ZERO, room.size()))
                .move_to(room.position())
        };
        let [page_part, picture_part] = &mut self.parts;
        let nothing = Rectangle::with_size(Size::ZERO);
        let nodes = vec![
            place(page_part, page_tree, page),
            place(picture_part, picture_tree, picture.unwrap_or(nothing)),
        ];

        Node::with_children(window, nodes)
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
        let mut parts = tree.children.iter().zip(layout.children());
        if let Some((tree, layout)) = parts.next() {
            self.parts[0]
                .as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
        if let Some((tree, layout)) = parts.next()
            && layout.bounds().width > 0.0
        {
            // Only a layer clips the part of the picture that exceeds its place.
            renderer.with_layer(layout.bounds(), |renderer| {
                self.parts[1]
                    .as_widget()
                    .draw(tree, renderer, theme, style, layout, cursor, viewport);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_takes_only_room_the_page_does_not_need() {
        let of = |width, height| {
            let (page, picture) = split_window(Size::new(width, height));
            let picture = picture.map(|picture| (picture.width, picture.height));
            ((page.width, page.height), picture)
        };

        assert_eq!(of(360.0, 480.0), ((360.0, 480.0), None));
        assert_eq!(of(460.0, 639.0), ((460.0, 639.0), None));
        assert_eq!(
            of(460.0, 640.0),
            ((460.0, 640.0 - part::STRIP), Some((460.0, part::STRIP)))
        );
        assert_eq!(of(1000.0, 500.0), ((460.0, 500.0), Some((540.0, 500.0))));
    }
}
