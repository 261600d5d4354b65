//! The styles of all parts, from the theme's tokens. No literal colours or sizes.

use iced::{
    Background, Border, Color, Shadow, Theme, border,
    widget::{
        button::{self, Status as ButtonStatus},
        container, rule, scrollable, text, text_input,
    },
};

use super::theme::{Tokens, part};

pub fn muted(theme: &Theme) -> text::Style {
    text_color(Tokens::of(theme).muted)
}

/// Text of an error.
pub fn danger(theme: &Theme) -> text::Style {
    text_color(Tokens::of(theme).danger)
}

pub fn on_accent(theme: &Theme) -> text::Style {
    text_color(Tokens::of(theme).on_accent)
}

/// Text of a warning.
pub fn warning(theme: &Theme) -> text::Style {
    text_color(Tokens::of(theme).warning)
}

/// Text of good news.
pub fn success(theme: &Theme) -> text::Style {
    text_color(Tokens::of(theme).success)
}

pub fn page(theme: &Theme) -> container::Style {
    let tokens = Tokens::of(theme);

    container::Style {
        text_color: Some(tokens.text),
        background: Some(tokens.page.into()),
        ..container::Style::default()
    }
}

pub fn card(theme: &Theme) -> container::Style {
    let tokens = Tokens::of(theme);

    container::Style {
        background: Some(tokens.surface.into()),
        border: border_line(tokens.line, part::RADIUS),
        ..container::Style::default()
    }
}

/// A read-only value that looks like a field.
pub fn fixed(theme: &Theme) -> container::Style {
    let tokens = Tokens::of(theme);

    container::Style {
        background: Some(tokens.surface_sunken.into()),
        border: border_line(tokens.line, part::CONTROL_RADIUS),
        ..container::Style::default()
    }
}

/// A banner in a strong colour.
pub fn banner(theme: &Theme, strong: Color) -> container::Style {
    let tokens = Tokens::of(theme);

    container::Style {
        text_color: Some(tokens.text),
        background: Some(tokens.tint(strong).into()),
        border: border_line(tokens.banner_line(strong), part::RADIUS),
        ..container::Style::default()
    }
}

/// An instance's tile.
pub fn tile(fill: Color, ink: Color) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        text_color: Some(ink),
        background: Some(fill.into()),
        // A white or black tile needs a border on a page of the same colour.
        border: border_line(Tokens::of(theme).line, part::RADIUS),
        ..container::Style::default()
    }
}

/// A field; `faulty` when its text was refused.
pub fn input(faulty: bool) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    move |theme, status| {
        let tokens = Tokens::of(theme);
        let (color, width) = match status {
            _ if faulty => (tokens.danger, part::FOCUS_RING),
            text_input::Status::Focused { .. } => (tokens.accent_text, part::FOCUS_RING),
            text_input::Status::Hovered => (tokens.muted, part::BORDER),
            text_input::Status::Active => (tokens.edge, part::BORDER),
            text_input::Status::Disabled => (tokens.line, part::BORDER),
        };
        let disabled = status == text_input::Status::Disabled;

        text_input::Style {
            background: if disabled {
                tokens.surface_sunken
            } else {
                tokens.surface
            }
            .into(),
            border: Border {
                color,
                width,
                radius: part::CONTROL_RADIUS.into(),
            },
            icon: tokens.muted,
            placeholder: tokens.muted,
            value: if disabled { tokens.muted } else { tokens.text },
            selection: tokens.accent.scale_alpha(0.3),
        }
    }
}

pub fn primary(theme: &Theme, status: ButtonStatus) -> button::Style {
    let tokens = Tokens::of(theme);
    let (fill, ink) = match status {
        ButtonStatus::Active => (tokens.accent, tokens.on_accent),
        ButtonStatus::Hovered | ButtonStatus::Pressed => (tokens.accent_hover, tokens.on_accent),
        ButtonStatus::Disabled => (tokens.surface_sunken, tokens.muted),
    };

    button_style(
        Some(fill),
        ink,
        Border {
            radius: part::CONTROL_RADIUS.into(),
            ..Border::default()
        },
    )
}

/// The primary action while it is under way.
pub fn busy(theme: &Theme, _status: ButtonStatus) -> button::Style {
    let tokens = Tokens::of(theme);

    button_style(
        Some(tokens.accent_busy),
        tokens.text,
        Border {
            radius: part::CONTROL_RADIUS.into(),
            ..Border::default()
        },
    )
}

pub fn secondary(theme: &Theme, status: ButtonStatus) -> button::Style {
    let tokens = Tokens::of(theme);
    let (fill, ink, edge) = match status {
        ButtonStatus::Active => (tokens.surface, tokens.text, tokens.edge),
        ButtonStatus::Hovered => (tokens.surface_hover, tokens.text, tokens.muted),
        ButtonStatus::Pressed => (tokens.surface_sunken, tokens.text, tokens.muted),
        ButtonStatus::Disabled => (tokens.page, tokens.muted, tokens.line),
    };

    button_style(Some(fill), ink, border_line(edge, part::CONTROL_RADIUS))
}

pub fn link(theme: &Theme, status: ButtonStatus) -> button::Style {
    let tokens = Tokens::of(theme);
    let (fill, ink) = match status {
        ButtonStatus::Active => (None, tokens.accent_text),
        ButtonStatus::Hovered => (Some(tokens.surface_hover), tokens.accent_text),
        ButtonStatus::Pressed => (Some(tokens.surface_sunken), tokens.accent_text),
        ButtonStatus::Disabled => (None, tokens.muted),
    };

    button_style(
        fill,
        ink,
        Border {
            radius: part::CONTROL_RADIUS.into(),
            ..Border::default()
        },
    )
}

/// A link inside a text, without background or padding, so that it aligns with the text.
pub fn inline_link(theme: &Theme, status: ButtonStatus) -> button::Style {
    let tokens = Tokens::of(theme);
    let ink = if status == ButtonStatus::Active {
        tokens.accent_text
    } else {
        tokens.text
    };

    button_style(None, ink, Border::default())
}

pub fn quiet(theme: &Theme, status: ButtonStatus) -> button::Style {
    button::Style {
        text_color: Tokens::of(theme).muted,
        ..link(theme, status)
    }
}

pub fn text_line(theme: &Theme, status: ButtonStatus) -> button::Style {
    button::Style {
        text_color: Tokens::of(theme).text,
        ..link(theme, status)
    }
}

/// A card that can be pressed.
pub fn pressable(theme: &Theme, status: ButtonStatus) -> button::Style {
    let tokens = Tokens::of(theme);
    let (fill, edge) = match status {
        ButtonStatus::Active | ButtonStatus::Disabled => (tokens.surface, tokens.line),
        ButtonStatus::Hovered => (tokens.surface_hover, tokens.edge),
        ButtonStatus::Pressed => (tokens.surface_sunken, tokens.edge),
    };

    button_style(Some(fill), tokens.text, border_line(edge, part::RADIUS))
}

/// An option of a choice; the chosen one is raised from the trough of the others.
pub fn option(is_chosen: bool) -> impl Fn(&Theme, ButtonStatus) -> button::Style {
    move |theme, status| {
        let tokens = Tokens::of(theme);
        if is_chosen {
            return button_style(
                Some(tokens.surface),
                tokens.text,
                border_line(tokens.edge, part::CONTROL_RADIUS - part::FOCUS_RING),
            );
        }

        let base = link(theme, status);
        let ink = if status == ButtonStatus::Disabled {
            tokens.muted
        } else {
            tokens.text
        };
        button::Style {
            text_color: ink,
            ..base
        }
    }
}

/// The trough around the options.
pub fn options(theme: &Theme) -> container::Style {
    let tokens = Tokens::of(theme);

    container::Style {
        background: Some(tokens.surface_sunken.into()),
        border: border_line(tokens.line, part::CONTROL_RADIUS),
        ..container::Style::default()
    }
}

/// The box of a checkbox.
pub fn checkbox(ticked: bool) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let tokens = Tokens::of(theme);

        container::Style {
            text_color: Some(tokens.on_accent),
            background: Some(
                if ticked {
                    tokens.accent
                } else {
                    tokens.surface
                }
                .into(),
            ),
            border: border_line(
                if ticked { tokens.accent } else { tokens.edge },
                part::FOCUS_RING * 2.0,
            ),
            ..container::Style::default()
        }
    }
}

/// The badge of the product.
pub fn badge(theme: &Theme) -> container::Style {
    let tokens = Tokens::of(theme);

    container::Style {
        background: Some(tokens.accent.into()),
        border: border_line(tokens.accent, part::RADIUS),
        ..container::Style::default()
    }
}

/// One segment of the password strength bar.
pub fn meter(color: Color) -> container::Style {
    container::Style {
        background: Some(color.into()),
        border: border::rounded(part::METER / 2.0),
        ..container::Style::default()
    }
}

/// A hairline.
pub fn rule(theme: &Theme) -> rule::Style {
    rule::Style {
        color: Tokens::of(theme).line,
        radius: 0.0.into(),
        fill_mode: rule::FillMode::Full,
        snap: true,
    }
}

/// A scrollbar without a track.
pub fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let tokens = Tokens::of(theme);
    let strong = !matches!(status, scrollable::Status::Active { .. });
    let rail = scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(if strong { tokens.muted } else { tokens.edge }),
            border: border::rounded(part::RADIUS),
        },
    };

    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: scrollable::default(theme, status).auto_scroll,
    }
}

/// The focus ring of a button.
pub fn ring(theme: &Theme) -> Border {
    Border {
        color: Tokens::of(theme).accent_text,
        width: part::FOCUS_RING,
        radius: (part::CONTROL_RADIUS + part::FOCUS_RING).into(),
    }
}

fn text_color(color: Color) -> text::Style {
    text::Style { color: Some(color) }
}

fn border_line(color: Color, radius: f32) -> Border {
    Border {
        color,
        width: part::BORDER,
        radius: radius.into(),
    }
}

fn button_style(fill: Option<Color>, ink: Color, border: Border) -> button::Style {
    button::Style {
        background: fill.map(Background::Color),
        text_color: ink,
        border,
        shadow: Shadow::default(),
        ..button::Style::default()
    }
}
