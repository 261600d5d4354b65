//! Estimates what an SVG costs to render, before rendering it (S-35, hostile images). Nested layers, long filter chains
//! and huge patterns fit in a few kilobytes of SVG and need gigabytes to render, and a failed allocation aborts the
//! process. Owns the two limits; the estimate follows the allocations of `resvg` and errs on the high side.

use resvg::{
    tiny_skia::Transform,
    usvg::{ClipPath, Fill, Group, Mask, Node, Paint, Path, Stroke, Tree, filter},
};

/// Most bytes of pixel buffers at one time.
const MAX_BYTES: u64 = 256 * 1024 * 1024;
/// Most nodes rendered, counted once for each use.
const MAX_STEPS: u32 = 100_000;
/// `resvg` clips layers to this multiple of the picture's side.
const MAX_LAYER_SCALE: u64 = 5;

/// Whether the drawing, scaled to at most `side` pixels each way, stays within the limits.
pub(super) fn is_paintable(tree: &Tree, scale: f32, side: u32) -> bool {
    let mut count = PaintCost {
        steps: 0,
        max_layer_side: u64::from(side) * MAX_LAYER_SCALE,
    };
    let bytes = count.group(tree.root(), Transform::from_scale(scale, scale));

    bytes.is_some_and(|bytes| bytes <= MAX_BYTES)
}

struct PaintCost {
    steps: u32,
    max_layer_side: u64,
}

/// Each method returns the peak of bytes held by its part alone, or `None` as soon as a limit is exceeded.
impl PaintCost {
    fn step(&mut self) -> Option<()> {
        self.steps += 1;

        (self.steps <= MAX_STEPS).then_some(())
    }

    fn group(&mut self, group: &Group, outer: Transform) -> Option<u64> {
        let transform = outer.pre_concat(group.transform());
        let inside = self.children(group, transform)?;
        if !group.should_isolate() {
            return Some(inside);
        }

        let layer = group
            .layer_bounding_box()
            .transform(transform)
            .map_or(0, |layer| self.layer_bytes(layer.width(), layer.height()));
        let mut most = inside;
        for filter in group.filters() {
            most = most.max(self.filter(filter, layer, transform)?);
        }
        if let Some(clip) = group.clip_path() {
            most = most.max(self.clip(clip, layer, transform)?);
        }
        if let Some(mask) = group.mask() {
            most = most.max(self.mask(mask, layer, transform)?);
        }

        checked_total(layer, most)
    }

    fn children(&mut self, group: &Group, transform: Transform) -> Option<u64> {
        let mut most = 0;
        for child in group.children() {
            self.step()?;
            let bytes = match child {
                Node::Group(group) => self.group(group, transform)?,
                Node::Path(path) => self.path(path, transform)?,
                Node::Text(text) => self.group(text.flattened(), transform)?,
                // Embedded pictures are not loaded.
                Node::Image(_) => 0,
            };
            most = most.max(bytes);
        }

        Some(most)
    }

    /// A pattern is rendered for each use, on a tile of unlimited size.
    fn path(&mut self, path: &Path, transform: Transform) -> Option<u64> {
        let paints = [
            path.fill().map(Fill::paint),
            path.stroke().map(Stroke::paint),
        ];
        let mut most = 0;
        for paint in paints.into_iter().flatten() {
            let Paint::Pattern(pattern) = paint else {
                continue;
            };
            self.step()?;
            let (across, down) = transform.pre_concat(pattern.transform()).get_scale();
            let tile = pixel_bytes(
                whole_pixels(pattern.rect().width() * across),
                whole_pixels(pattern.rect().height() * down),
            );
            let inside = self.children(pattern.root(), Transform::from_scale(across, down))?;
            most = most.max(checked_total(tile, inside)?);
        }

        Some(most)
    }

    /// Each filter primitive keeps its result and needs a second buffer while it runs.
    fn filter(&mut self, filter: &filter::Filter, layer: u64, transform: Transform) -> Option<u64> {
        let mut results = layer;
        let mut most = 0;
        for primitive in filter.primitives() {
            self.step()?;
            results = checked_total(results, layer.checked_mul(2)?)?;
            if let filter::Kind::Image(image) = primitive.kind() {
                most = most.max(self.group(image.root(), transform)?);
            }
        }

        checked_total(results, most)
    }

    /// A clip path needs a buffer of the layer's size, and another one for each clip path on it.
    fn clip(&mut self, clip: &ClipPath, layer: u64, transform: Transform) -> Option<u64> {
        self.step()?;
        let inside = self.shapes(clip.root(), layer, transform.pre_concat(clip.transform()))?;
        let outer = match clip.clip_path() {
            Some(outer) => self.clip(outer, layer, transform)?,
            None => 0,
        };

        checked_total(layer.checked_mul(2)?, inside.max(outer))
    }

    fn shapes(&mut self, group: &Group, layer: u64, transform: Transform) -> Option<u64> {
        let mut most = 0;
        for child in group.children() {
            self.step()?;
            let bytes = match child {
                Node::Group(group) => {
                    let transform = transform.pre_concat(group.transform());
                    let inside = self.shapes(group, layer, transform)?;
                    match group.clip_path() {
                        Some(clip) => {
                            checked_total(layer, inside.max(self.clip(clip, layer, transform)?))?
                        }
                        None => inside,
                    }
                }
                Node::Path(path) => self.path(path, transform)?,
                Node::Text(_) | Node::Image(_) => 0,
            };
            most = most.max(bytes);
        }

        Some(most)
    }

    fn mask(&mut self, mask: &Mask, layer: u64, transform: Transform) -> Option<u64> {
        self.step()?;
        let inside = self.children(mask.root(), transform)?;
        let outer = match mask.mask() {
            Some(outer) => self.mask(outer, layer, transform)?,
            None => 0,
        };

        checked_total(layer.checked_mul(2)?, inside.max(outer))
    }

    /// The bytes of a layer, with the margin `resvg` adds, clipped as it clips.
    fn layer_bytes(&self, width: f32, height: f32) -> u64 {
        let cut = |length: f32| {
            whole_pixels(length)
                .saturating_add(4)
                .min(self.max_layer_side)
        };

        pixel_bytes(cut(width), cut(height))
    }
}

/// Rounded up to whole pixels; NaN is 0.
fn whole_pixels(length: f32) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it ends at the ends of the range, and what is no number is zero"
    )]
    let pixels = length.ceil() as u64;

    pixels
}

fn pixel_bytes(width: u64, height: u64) -> u64 {
    width.saturating_mul(height).saturating_mul(4)
}

fn checked_total(one: u64, other: u64) -> Option<u64> {
    one.checked_add(other).filter(|sum| *sum <= MAX_BYTES)
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::super::decode_to_fit;

    /// Whether it is rendered as a logo, and as a background, on a thread with the program's stack size.
    fn is_painted(inside: &str) -> [bool; 2] {
        let drawing = drawing(inside);
        let painted = thread::scope(|scope| {
            let paint = || [128, 960].map(|side| decode_to_fit(&drawing, side).is_some());
            let painter = thread::Builder::new()
                .stack_size(256 * 1024 * 1024)
                .spawn_scoped(scope, paint);

            painter.ok().and_then(|painter| painter.join().ok())
        });
        assert!(painted.is_some(), "{inside:.80}");

        painted.unwrap_or_default()
    }

    fn drawing(inside: &str) -> Vec<u8> {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{inside}</svg>"#)
            .into_bytes()
    }

    /// The features of ordinary logos.
    #[test]
    fn s_35_an_ordinary_drawing_is_painted() {
        let filter = r#"<filter id="f"><feGaussianBlur stdDeviation="2"/><feOffset dy="1"/><feBlend in2="SourceGraphic"/></filter>"#;
        let mask = r##"<mask id="m"><rect width="90" height="90" fill="#fff"/></mask><clipPath id="c"><circle r="80"/></clipPath>"##;
        let pattern =
            r#"<pattern id="p" width=".1" height=".1"><rect width="5" height="5"/></pattern>"#;
        let inside = format!(
            r#"{filter}{mask}{pattern}<g opacity=".5" filter="url(#f)"><g clip-path="url(#c)"><g mask="url(#m)"><rect width="100" height="100" fill="url(#p)"/></g></g></g>"#
        );

        assert_eq!(is_painted(&inside), [true, true]);
    }

    /// Each is a few kilobytes of SVG and would need gigabytes to render.
    #[test]
    fn s_35_a_drawing_that_would_take_the_machine_is_not_painted() {
        let layers = |depth: usize| {
            format!(
                r#"{}<rect x="-500" y="-500" width="2000" height="2000"/>{}"#,
                r#"<g opacity=".9">"#.repeat(depth),
                "</g>".repeat(depth)
            )
        };
        let steps = "<feFlood/>".repeat(3000);
        let filter = format!(
            r#"<filter id="f" x="-10" y="-10" width="30" height="30">{steps}</filter><rect width="99" height="99" filter="url(#f)"/>"#
        );
        let wide = r#"<pattern id="p" width="10000000" height="10000000" patternUnits="userSpaceOnUse"><rect width="9" height="9"/></pattern><rect width="99" height="99" fill="url(#p)"/>"#.to_owned();

        for inside in [layers(900), filter, wide] {
            assert_eq!(is_painted(&inside), [false, false], "{inside:.80}");
        }
        // Memory decides, not depth.
        assert_eq!(is_painted(&layers(20)), [true, false]);
    }
}
