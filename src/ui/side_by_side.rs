//! A row of parts that becomes a column if they do not fit, in a narrow window or at a large text size (WCAG 2.2,
//! 1.4.10, reflow).

use iced::{
    Element, Length, Point, Size, Theme,
    advanced::{Widget, layout, widget::Tree},
};

use super::forward::forward;

/// Parts of equal width. They must have a width of their own, not `Length::Fill`.
pub fn equal_widths<'a, M: 'a>(parts: Vec<Element<'a, M>>, spacing: f32) -> Element<'a, M> {
    Element::new(SideBySide {
        parts,
        spacing,
        split: Distribution::EqualWidths,
    })
}

/// One part at the left end and one at the right end, with the same condition.
pub fn both_ends<'a, M: 'a>(
    left: impl Into<Element<'a, M>>,
    right: impl Into<Element<'a, M>>,
    spacing: f32,
) -> Element<'a, M> {
    Element::new(SideBySide {
        parts: vec![left.into(), right.into()],
        spacing,
        split: Distribution::BothEnds,
    })
}

struct SideBySide<'a, M> {
    parts: Vec<Element<'a, M>>,
    spacing: f32,
    split: Distribution,
}

/// How a row's width is distributed.
#[derive(Clone, Copy)]
enum Distribution {
    EqualWidths,
    BothEnds,
}

impl<M> Widget<M, Theme, iced::Renderer> for SideBySide<'_, M> {
    forward!(parts: children, diff, operate, update, draw, mouse_interaction);

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
        let (spacing, split) = (self.spacing, self.split);
        let count = f32::from(u16::try_from(self.parts.len()).unwrap_or(u16::MAX)).max(1.0);
        let gaps = spacing * (count - 1.0);
        let share = (width - gaps) / count;
        let mut of_width = |least: f32, most: f32| {
            let limits = layout::Limits::new(Size::new(least, 0.0), Size::new(most, height));

            self.parts
                .iter_mut()
                .zip(&mut tree.children)
                .map(|(part, tree)| part.as_widget_mut().layout(tree, renderer, &limits))
                .collect::<Vec<_>>()
        };

        let natural = of_width(0.0, width);
        let widths = || natural.iter().map(|part| part.size().width);
        let mut parts = match split {
            Distribution::EqualWidths if widths().all(|part| part <= share) => {
                of_width(share, share)
            }
            Distribution::BothEnds if widths().sum::<f32>() + gaps <= width => natural,
            Distribution::EqualWidths => {
                return stack_vertically(of_width(width, width), spacing, width);
            }
            Distribution::BothEnds => return stack_vertically(natural, spacing, width),
        };
        let total = parts
            .iter()
            .map(|part| part.size().height)
            .fold(0.0, f32::max);
        let used = parts.iter().map(|part| part.size().width).sum::<f32>();
        let gap = (width - used) / (count - 1.0).max(1.0);
        let mut left = 0.0;
        for part in &mut parts {
            let size = part.size();
            part.move_to_mut(Point::new(left, (total - size.height) / 2.0));
            left += size.width + gap;
        }

        layout::Node::with_children(Size::new(width, total), parts)
    }
}

fn stack_vertically(mut parts: Vec<layout::Node>, spacing: f32, width: f32) -> layout::Node {
    let mut bottom = 0.0;
    for (at, part) in parts.iter_mut().enumerate() {
        let top = if at == 0 { 0.0 } else { bottom + spacing };
        part.move_to_mut(Point::new(0.0, top));
        bottom = top + part.size().height;
    }

    layout::Node::with_children(Size::new(width, bottom), parts)
}
