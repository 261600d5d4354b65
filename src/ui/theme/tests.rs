//! Measures the contrast of text, borders, buttons and the focus ring in every palette, for many project colours.

use super::*;

/// One of the four palettes and the contrast it has to reach.
struct Case {
    name: &'static str,
    make: fn(Mode, Option<Color>) -> Theme,
    mode: Mode,
    text: f32,
    border: f32,
}

const CASES: [Case; 4] = [
    Case {
        name: "light",
        make: theme,
        mode: Mode::Light,
        text: color::TEXT_CONTRAST,
        border: color::BORDER_CONTRAST,
    },
    Case {
        name: "dark",
        make: theme,
        mode: Mode::Dark,
        text: color::TEXT_CONTRAST,
        border: color::BORDER_CONTRAST,
    },
    Case {
        name: "light, high contrast",
        make: high_contrast,
        mode: Mode::Light,
        text: color::TEXT_CONTRAST_HIGH,
        border: color::TEXT_CONTRAST,
    },
    Case {
        name: "dark, high contrast",
        make: high_contrast,
        mode: Mode::Dark,
        text: color::TEXT_CONTRAST_HIGH,
        border: color::TEXT_CONTRAST,
    },
];

fn project_colours() -> impl Iterator<Item = Option<Color>> {
    let steps = [0.0, 0.2, 0.4, 0.46, 0.5, 0.6, 0.8, 1.0];
    let all = move |red| {
        steps.into_iter().flat_map(move |green| {
            steps
                .into_iter()
                .map(move |blue| Some(Color::from_rgb(red, green, blue)))
        })
    };

    std::iter::once(None).chain(steps.into_iter().flat_map(all))
}

/// Asserts the contrast of each pair, in each palette and for each project colour.
fn measure<const N: usize>(
    ratio_of: impl Fn(&Case) -> f32,
    pairs: impl Fn(&Case, &Tokens) -> [(&'static str, Color, Color); N],
) {
    for case in &CASES {
        for project in project_colours() {
            let tokens = Tokens::of(&(case.make)(case.mode, project));
            for (name, front, behind) in pairs(case, &tokens) {
                let (ratio, wanted) = (color::contrast(front, behind), ratio_of(case));
                assert!(
                    ratio >= wanted,
                    "{name}, {} {project:?}: {ratio} of {wanted}",
                    case.name
                );
            }
        }
    }
}

#[test]
fn every_text_colour_can_be_read() {
    measure(
        |case| case.text,
        |_, tokens| {
            [
                ("text", tokens.text, tokens.page),
                ("text on surface", tokens.text, tokens.surface),
                ("text, hovered", tokens.text, tokens.surface_hover),
                ("text, sunken", tokens.text, tokens.surface_sunken),
                ("text while busy", tokens.text, tokens.accent_busy),
                ("muted on page", tokens.muted, tokens.page),
                ("muted on surface", tokens.muted, tokens.surface),
                ("on accent", tokens.on_accent, tokens.accent),
                ("on accent, hovered", tokens.on_accent, tokens.accent_hover),
                ("accent text on page", tokens.accent_text, tokens.page),
                ("accent text on surface", tokens.accent_text, tokens.surface),
                ("success", tokens.success, tokens.tint(tokens.success)),
                ("success on surface", tokens.success, tokens.surface),
                ("warning", tokens.warning, tokens.tint(tokens.warning)),
                ("warning on surface", tokens.warning, tokens.surface),
                ("danger", tokens.danger, tokens.tint(tokens.danger)),
                ("danger on page", tokens.danger, tokens.page),
                (
                    "text on danger's tint",
                    tokens.text,
                    tokens.tint(tokens.danger),
                ),
            ]
        },
    );
}

#[test]
fn fields_and_buttons_have_a_border_that_is_seen() {
    measure(
        |case| case.border,
        |_, tokens| {
            [
                ("edge on page", tokens.edge, tokens.page),
                ("edge on surface", tokens.edge, tokens.surface),
                ("faulty field", tokens.danger, tokens.surface),
                (
                    "field with the keyboard",
                    tokens.accent_text,
                    tokens.surface,
                ),
            ]
        },
    );
}

#[test]
fn in_high_contrast_no_border_is_faint() {
    for case in CASES
        .iter()
        .filter(|case| case.text >= color::TEXT_CONTRAST_HIGH)
    {
        for project in project_colours() {
            let tokens = Tokens::of(&(case.make)(case.mode, project));
            for (name, line) in [
                ("hairline", tokens.line),
                ("button", tokens.edge),
                ("primary button", tokens.accent),
                ("good news", tokens.banner_line(tokens.success)),
                ("news", tokens.banner_line(tokens.accent_text)),
                ("warning", tokens.banner_line(tokens.warning)),
                ("error", tokens.banner_line(tokens.danger)),
            ] {
                for behind in [tokens.page, tokens.surface] {
                    let ratio = color::contrast(line, behind);
                    assert!(
                        ratio >= color::TEXT_CONTRAST,
                        "{name}, {} {project:?}: {ratio}",
                        case.name
                    );
                }
            }
            // Muted text also appears in read-only fields.
            let ratio = color::contrast(tokens.muted, tokens.surface_sunken);
            assert!(ratio >= color::TEXT_CONTRAST_HIGH, "muted, sunken: {ratio}");
        }
    }
}

/// WCAG 2.2, 1.4.11 and 2.4.13: the focus ring against everything it may lie on.
#[test]
fn the_ring_of_the_keyboard_is_seen_wherever_it_lies() {
    measure(
        |_| color::BORDER_CONTRAST,
        |_, tokens| {
            [
                ("page", tokens.accent_text, tokens.page),
                ("card", tokens.accent_text, tokens.surface),
                (
                    "card under the pointer",
                    tokens.accent_text,
                    tokens.surface_hover,
                ),
                ("trough", tokens.accent_text, tokens.surface_sunken),
                ("good news", tokens.accent_text, tokens.tint(tokens.success)),
                ("news", tokens.accent_text, tokens.tint(tokens.accent_text)),
                ("warning", tokens.accent_text, tokens.tint(tokens.warning)),
                ("error", tokens.accent_text, tokens.tint(tokens.danger)),
            ]
        },
    );
}

#[test]
fn a_button_stands_out_from_the_page_whatever_the_project_chose() {
    measure(
        |_| color::FILL_CONTRAST,
        |_, tokens| [("fill", tokens.accent, tokens.page)],
    );
}
