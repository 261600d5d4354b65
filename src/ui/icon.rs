//! The icons, coloured like the text beside them. Their SVG files contain only strokes of one width and fills, in one
//! colour and without transformations.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use iced::{
    Color, Element, Rectangle, Renderer, Theme, Vector,
    mouse::Cursor,
    widget::canvas::{
        self, Canvas, Frame, Geometry, LineCap, LineJoin, Path, Stroke, path::Builder,
    },
};
use resvg::usvg::{self, Node, tiny_skia_path::PathSegment};

use super::theme::{Tokens, part};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    Back,
    Building,
    Check,
    Clock,
    Copy,
    Down,
    Edit,
    Error,
    Eye,
    EyeOff,
    Forward,
    Gear,
    Globe,
    Google,
    Info,
    Key,
    Mail,
    Microsoft,
    Minus,
    More,
    Open,
    People,
    Person,
    Plus,
    Remove,
    Shield,
    Sliders,
    Up,
    Warning,
}

impl Icon {
    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Back => include_bytes!("../../assets/icons/back.svg"),
            Self::Check => include_bytes!("../../assets/icons/check.svg"),
            Self::Copy => include_bytes!("../../assets/icons/copy.svg"),
            Self::Error => include_bytes!("../../assets/icons/error.svg"),
            Self::Eye => include_bytes!("../../assets/icons/eye.svg"),
            Self::EyeOff => include_bytes!("../../assets/icons/eye-off.svg"),
            Self::Forward => include_bytes!("../../assets/icons/forward.svg"),
            Self::Info => include_bytes!("../../assets/icons/info.svg"),
            Self::Key => include_bytes!("../../assets/icons/key.svg"),
            Self::Mail => include_bytes!("../../assets/icons/mail.svg"),
            Self::Open => include_bytes!("../../assets/icons/open.svg"),
            Self::Plus => include_bytes!("../../assets/icons/plus.svg"),
            Self::Remove => include_bytes!("../../assets/icons/remove.svg"),
            Self::Building => include_bytes!("../../assets/icons/building.svg"),
            Self::Clock => include_bytes!("../../assets/icons/clock.svg"),
            Self::Gear => include_bytes!("../../assets/icons/gear.svg"),
            Self::Minus => include_bytes!("../../assets/icons/minus.svg"),
            Self::Globe => include_bytes!("../../assets/icons/globe.svg"),
            Self::Google => include_bytes!("../../assets/icons/google.svg"),
            Self::Microsoft => include_bytes!("../../assets/icons/microsoft.svg"),
            Self::People => include_bytes!("../../assets/icons/people.svg"),
            Self::Person => include_bytes!("../../assets/icons/person.svg"),
            Self::Shield => include_bytes!("../../assets/icons/shield.svg"),
            Self::Down => include_bytes!("../../assets/icons/down.svg"),
            Self::Edit => include_bytes!("../../assets/icons/edit.svg"),
            Self::More => include_bytes!("../../assets/icons/more.svg"),
            Self::Sliders => include_bytes!("../../assets/icons/sliders.svg"),
            Self::Up => include_bytes!("../../assets/icons/up.svg"),
            Self::Warning => include_bytes!("../../assets/icons/warning.svg"),
        }
    }
}

pub fn icon<'a, M: 'a>(symbol: Icon, color: impl Fn(&Tokens) -> Color + 'a) -> Element<'a, M> {
    sized(symbol, part::ICON, color)
}

pub fn small<'a, M: 'a>(symbol: Icon, color: impl Fn(&Tokens) -> Color + 'a) -> Element<'a, M> {
    sized(symbol, part::ICON_SMALL, color)
}

fn sized<'a, M: 'a>(
    symbol: Icon,
    side: f32,
    color: impl Fn(&Tokens) -> Color + 'a,
) -> Element<'a, M> {
    Canvas::new(Symbol { symbol, color })
        .width(side)
        .height(side)
        .into()
}

/// An icon in a colour. iced's own SVG widget is not used: it loads all system fonts before the first drawing (15 ms
/// and more), because an SVG might contain text.
struct Symbol<F> {
    symbol: Icon,
    color: F,
}

/// The cached geometry of an icon. A new geometry in each frame would make the renderer repaint everything around it.
#[derive(Default)]
struct CachedSymbol {
    cache: canvas::Cache,
    painted_as: Cell<Option<(Icon, Color, Vector)>>,
}

impl<M, F: Fn(&Tokens) -> Color> canvas::Program<M> for Symbol<F> {
    type State = CachedSymbol;

    fn draw(
        &self,
        painted: &CachedSymbol,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: Cursor,
    ) -> Vec<Geometry> {
        let color = (self.color)(&Tokens::of(theme));
        // Aligned to whole pixels, so that lines stay sharp.
        let shift = Vector::new(bounds.x.round() - bounds.x, bounds.y.round() - bounds.y);
        let look = Some((self.symbol, color, shift));
        if painted.painted_as.replace(look) != look {
            painted.cache.clear();
        }

        vec![painted.cache.draw(renderer, bounds.size(), |frame| {
            frame.translate(shift);
            Drawing::of(self.symbol).paint(frame, color);
        })]
    }
}

/// An icon's parsed file: fills, and strokes with round ends.
#[derive(Debug, Default)]
struct Drawing {
    side: f32,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Area(Path),
    Line { path: Path, width: f32 },
}

impl Drawing {
    /// Parsed once for each thread that paints, which is one.
    fn of(symbol: Icon) -> Rc<Self> {
        thread_local! {
            static READ: RefCell<HashMap<Icon, Rc<Drawing>>> = RefCell::default();
        }

        READ.with_borrow_mut(|read| {
            let drawing = read
                .entry(symbol)
                .or_insert_with(|| Rc::new(Self::read(symbol.bytes())));

            Rc::clone(drawing)
        })
    }

    /// Empty for a file that cannot be parsed; a test parses them all.
    fn read(bytes: &[u8]) -> Self {
        let Ok(tree) = usvg::Tree::from_data(bytes, &usvg::Options::default()) else {
            return Self::default();
        };
        let mut drawing = Self {
            side: tree.size().width(),
            parts: Vec::new(),
        };
        drawing.add(tree.root());

        drawing
    }

    fn paint(&self, frame: &mut Frame, color: Color) {
        let scale = frame.width() / self.side;
        frame.scale(scale);
        for part in &self.parts {
            match part {
                Part::Area(path) => frame.fill(path, color),
                Part::Line { path, width } => frame.stroke(
                    path,
                    Stroke::default()
                        .with_color(color)
                        .with_width(width * scale)
                        .with_line_cap(LineCap::Round)
                        .with_line_join(LineJoin::Round),
                ),
            }
        }
    }

    fn add(&mut self, group: &usvg::Group) {
        for node in group.children() {
            match node {
                Node::Group(group) => self.add(group),
                Node::Path(path) => {
                    let outline = outline(path);
                    if path.fill().is_some() {
                        self.parts.push(Part::Area(outline.clone()));
                    }
                    if let Some(stroke) = path.stroke() {
                        self.parts.push(Part::Line {
                            path: outline,
                            width: stroke.width().get(),
                        });
                    }
                }
                Node::Image(_) | Node::Text(_) => {}
            }
        }
    }
}

fn outline(path: &usvg::Path) -> Path {
    let point = |point: usvg::tiny_skia_path::Point| iced::Point::new(point.x, point.y);
    let add = |builder: &mut Builder, segment| match segment {
        PathSegment::MoveTo(to) => builder.move_to(point(to)),
        PathSegment::LineTo(to) => builder.line_to(point(to)),
        PathSegment::QuadTo(by, to) => builder.quadratic_curve_to(point(by), point(to)),
        PathSegment::CubicTo(by, over, to) => {
            builder.bezier_curve_to(point(by), point(over), point(to));
        }
        PathSegment::Close => builder.close(),
    };

    Path::new(|builder| {
        for segment in path.data().segments() {
            add(builder, segment);
        }
    })
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::disallowed_methods,
        reason = "a test may stop at once, and this one reads the drawings"
    )]

    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn every_symbol_is_drawn_whole() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icons");
        let files: Vec<_> = fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            // The app's own icon is not one of `Icon`.
            .filter(|path| !path.to_string_lossy().contains(crate::identity::APP_ID))
            .collect();

        assert!(files.len() > 20, "{files:?}");
        for file in files {
            let words = fs::read_to_string(&file).unwrap();
            let drawing = Drawing::read(words.as_bytes());
            assert!(drawing.side > 0.0 && !drawing.parts.is_empty(), "{file:?}");
            // What `Drawing` does not support.
            for word in [
                "transform",
                "opacity",
                "evenodd",
                "clip-path",
                "linecap=\"butt",
                "<use",
                "<text",
            ] {
                assert!(!words.contains(word), "{word} in {file:?}");
            }
        }
    }
}
