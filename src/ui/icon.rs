//! The few symbols of the window, drawn for it, coloured like the text they stand beside.

use iced::{
    Color, Element,
    widget::svg::{self, Svg},
};

use super::theme::{Tokens, part};

/// A symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the symbols")]
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

/// A symbol of the usual size.
pub fn icon<'a, M: 'a>(symbol: Icon, color: impl Fn(&Tokens) -> Color + 'a) -> Element<'a, M> {
    sized(symbol, part::ICON, color)
}

/// A symbol beside small text.
pub fn small<'a, M: 'a>(symbol: Icon, color: impl Fn(&Tokens) -> Color + 'a) -> Element<'a, M> {
    sized(symbol, part::ICON_SMALL, color)
}

fn sized<'a, M: 'a>(
    symbol: Icon,
    side: f32,
    color: impl Fn(&Tokens) -> Color + 'a,
) -> Element<'a, M> {
    Svg::new(svg::Handle::from_memory(symbol.bytes()))
        .width(side)
        .height(side)
        .style(move |theme, _| svg::Style {
            color: Some(color(&Tokens::of(theme))),
        })
        .into()
}
