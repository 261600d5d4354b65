//! What a server says, made safe to show (S-34): no control, bidirectional or invisible characters, limited in
//! length. Owns characters only; what a field means is `wire`'s, and which characters hide what is read is `unicode`'s.

use crate::unicode::is_deceptive;

/// One line of at most `max` characters, white space folded; `None` when nothing is left.
pub(super) fn single_line(text: &str, max: usize) -> Option<String> {
    let words = text.split_whitespace().map(|word| {
        word.chars()
            .filter(|c| !is_deceptive(*c))
            .collect::<String>()
    });
    let folded = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");

    (!folded.is_empty()).then(|| truncate(&folded, max))
}

/// Text of several lines of at most `max` characters; line ends kept, never more than one blank line in a row.
pub(super) fn paragraphs(text: &str, max: usize) -> Option<String> {
    let mut kept = String::new();
    let mut blank = 0;
    for source in text.lines() {
        let cleaned: String = source
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !is_deceptive(*c))
            .collect();
        let cleaned = cleaned.trim_end();
        blank = if cleaned.is_empty() { blank + 1 } else { 0 };
        if blank < 2 && !(kept.is_empty() && cleaned.is_empty()) {
            kept.push_str(cleaned);
            kept.push('\n');
        }
    }

    let kept = kept.trim_end();
    (!kept.is_empty()).then(|| truncate(kept, max))
}

/// A name for machines: ASCII letters, digits, `_`, `-` and `.`; `None` for anything else or longer than `max`.
pub(super) fn identifier(text: &str, max: usize) -> Option<String> {
    let fits = !text.is_empty()
        && text.len() <= max
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'));

    fits.then(|| text.to_owned())
}

/// `#rrggbb`, written out from `#rgb` where needed; `None` for anything else, so that no style can be smuggled in.
pub(super) fn color(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#')?;
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }

    match digits.len() {
        6 => Some(text.to_owned()),
        3 => Some(digits.chars().fold(String::from("#"), |mut long, c| {
            long.extend([c, c]);
            long
        })),
        _ => None,
    }
}

/// A UUID in its usual form; `None` for anything else, so that no other path can be asked for.
pub(super) fn uuid(text: &str) -> Option<String> {
    let lengths = text.split('-').map(str::len);
    let fits =
        lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');

    fits.then(|| text.to_ascii_lowercase())
}

fn truncate(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }

    text.chars()
        .take(max.saturating_sub(1))
        .chain(['…'])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_34_one_line_holds_nothing_hidden() {
        for (given, kept) in [
            ("Acme", Some("Acme")),
            ("  Acme \n\t CMS\r\n", Some("Acme CMS")),
            ("\u{202e}emca\u{202c}", Some("emca")),
            ("a\u{200b}b\u{feff}c\u{2066}d\u{e0041}", Some("abcd")),
            ("bell\u{7}\u{1b}[31mred\u{0}", Some("bell[31mred")),
            ("blank\u{2800}s\u{3164}", Some("blanks")),
            ("\u{200b}\u{202e} \u{2029}", None),
            ("", None),
            ("Bücher & Söhne 本 🗝️", Some("Bücher & Söhne 本 🗝️")),
        ] {
            assert_eq!(single_line(given, 100).as_deref(), kept, "{given:?}");
        }
    }

    #[test]
    fn s_34_length_is_counted_in_characters() {
        assert_eq!(
            single_line(&"é".repeat(500), 100).map(|text| text.chars().count()),
            Some(100)
        );
        assert_eq!(single_line("abcdef", 4).as_deref(), Some("abc…"));
        assert_eq!(single_line("abcd", 4).as_deref(), Some("abcd"));
    }

    #[test]
    fn s_34_paragraphs_keep_line_ends_only() {
        assert_eq!(
            paragraphs("one\r\n\r\n\r\n\r\ntwo\u{202e}\u{0}\n\n", 100).as_deref(),
            Some("one\n\ntwo")
        );
        assert_eq!(paragraphs("\n \n\u{200b}\n", 100), None);
        assert_eq!(paragraphs("\n\nfirst", 100).as_deref(), Some("first"));
    }

    #[test]
    fn s_34_color_is_six_digits_or_nothing() {
        for (given, kept) in [
            ("#6644FF", Some("#6644FF")),
            ("#64f", Some("#6644ff")),
            ("6644FF", None),
            ("#6644F", None),
            ("#66é4", None),
            ("#6644FF;background:url(x)", None),
            ("red", None),
        ] {
            assert_eq!(color(given).as_deref(), kept, "{given:?}");
        }
    }

    #[test]
    fn s_34_logo_is_a_uuid_or_nothing() {
        assert!(uuid("0f8fad5b-d9cb-469f-a165-70867728950e").is_some());
        for bad in [
            "",
            "../users",
            "0f8fad5b-d9cb-469f-a165-70867728950",
            "0f8fad5bd9cb469fa16570867728950e",
        ] {
            assert_eq!(uuid(bad), None, "{bad:?}");
        }
    }
}
