//! Which characters of a foreign text may be shown. Owns the list of characters that hide or reorder what a
//! person reads; what a text means is its owner's matter.

/// Whether the character is invisible, controls the terminal, or changes the direction of the text around it.
/// Such characters make one text look like another (S-21, S-22, S-34). They are Unicode's
/// `Default_Ignorable_Code_Point` without the variation selectors that emoji need, the control characters, and the
/// fillers that look like blanks. This is the only list of them.
pub fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// One line of at most `max` characters: deceptive characters are taken out, every run of white space becomes
/// one blank, the ends are trimmed. `None` when nothing is left.
pub fn clean_line(text: &str, max: usize) -> Option<String> {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|&c| !is_deceptive(c))
        .collect();
    let mut line = String::new();
    for word in spaced.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }

    if let Some((end, _)) = line.char_indices().nth(max) {
        line.truncate(end);
        line.truncate(line.trim_end().len());
    }

    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_34_a_line_shows_what_it_says() {
        for (text, max, expected) in [
            ("plain", 10, Some("plain")),
            ("  two\n\twords ", 10, Some("two words")),
            ("mo\u{202e}c.live\u{202c}", 20, Some("moc.live")),
            (
                "a\u{200b}b\u{feff}c\u{ad}d\u{0}e\u{1b}[31m",
                20,
                Some("abcde[31m"),
            ),
            ("\u{2066}\u{2069}\u{200f}", 20, None),
            ("a\u{2800}b\u{3164}\u{2800}", 20, Some("ab")),
            ("äöü", 2, Some("äö")),
            ("ab cd", 3, Some("ab")),
            ("", 5, None),
            (" \n ", 5, None),
        ] {
            assert_eq!(clean_line(text, max).as_deref(), expected, "{text:?}");
        }
    }
}
