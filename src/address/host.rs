//! How a host name is shown so that it cannot be taken for another one (S-32). Owns the choice between letters and
//! punycode, label by label; what is connected to is always the ASCII form and is not decided here.

use idna::{
    AsciiDenyList,
    uts46::{Hyphens, Uts46},
};
use unicode_script::{Script, UnicodeScript};

/// The host in its own letters where no label can be taken for another, in punycode where one could.
pub(crate) fn display_domain(ascii: &str) -> String {
    let (shown, errors) = Uts46::new().to_user_interface(
        ascii.as_bytes(),
        AsciiDenyList::URL,
        Hyphens::Allow,
        |label, tld, _| is_unambiguous(label, tld),
    );

    match errors {
        Ok(()) => shown.into_owned(),
        Err(_) => ascii.to_owned(),
    }
}

/// One script a label (UTS #39 "single script": the mixes of written Japanese, Korean and Chinese count as one),
/// known letters only, and not made of look-alikes of ASCII alone.
fn is_unambiguous(label: &[char], tld: &[char]) -> bool {
    let Some(writing) = WritingSystem::of(label) else {
        return false;
    };

    match writing {
        WritingSystem::Latin => label.iter().all(|&c| is_distinct_latin(c, tld)),
        WritingSystem::Other(script) => match ascii_look_alikes(script) {
            Some(set) => label
                .iter()
                .any(|&c| c.script() == script && !set.contains(c)),
            None => true,
        },
        WritingSystem::EastAsian => true,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WritingSystem {
    Latin,
    EastAsian,
    Other(Script),
}

impl WritingSystem {
    /// The one writing of a label; `None` for a mix and for scripts that are not used for names today.
    fn of(label: &[char]) -> Option<Self> {
        let mut found = None;
        for &c in label {
            let writing = match c.script() {
                // Digits and the hyphen belong to every script; other common characters imitate punctuation.
                Script::Common if c.is_ascii_digit() || c == '-' => continue,
                Script::Common if c == 'ー' => Self::EastAsian,
                Script::Inherited if matches!(found, Some(Self::Other(_) | Self::EastAsian)) => {
                    continue;
                }
                Script::Latin => Self::Latin,
                Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Hangul
                | Script::Bopomofo => Self::EastAsian,
                script @ (Script::Arabic
                | Script::Armenian
                | Script::Cyrillic
                | Script::Devanagari
                | Script::Georgian
                | Script::Greek
                | Script::Hebrew
                | Script::Thai) => Self::Other(script),
                _ => return None,
            };
            if found.is_some_and(|found| found != writing) {
                return None;
            }
            found = Some(writing);
        }

        found
    }
}

/// Latin letters a reader tells from ASCII: with a mark, or a shape of their own. Dotless i, long s, script a
/// and the phonetic letters are not among them.
fn is_distinct_latin(c: char, tld: &[char]) -> bool {
    match c {
        // Icelandic and Faroese letters pass for p and d elsewhere.
        'þ' | 'ð' => matches!(tld, ['i', 's'] | ['f', 'o']),
        'ı' | 'ĸ' | 'ŀ' | 'ŉ' | 'ſ' | '÷' => false,
        'a'..='z'
        | '0'..='9'
        | '-'
        | 'ß'..='ž'
        | 'ơ'
        | 'ư'
        | 'ǎ'
        | 'ǐ'
        | 'ǒ'
        | 'ǔ'
        | 'ș'
        | 'ț'
        | 'ḁ'..='ỹ' => true,
        _ => false,
    }
}

/// The letters of a script that pass for ASCII; a label of these alone stays in punycode. After the lists of
/// Chromium's IDN spoof checker (whole-script confusables).
fn ascii_look_alikes(script: Script) -> Option<&'static str> {
    match script {
        Script::Cyrillic => Some("аысԁеԍһіюјӏорԗԛѕԝхуъьҽпгѵѡ"),
        Script::Greek => Some("αικνρυωηοτϲϳ"),
        Script::Armenian => Some("ագզէլհյոսւօՙ"),
        Script::Georgian => Some("იოყძხჽჿ"),
        Script::Hebrew => Some("דוחיןסװײ׳ﬦ"),
        Script::Thai => Some("ทนบพรหเแดลปฟม"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn s_32_letters_only_where_they_cannot_mislead() {
        for (host, shown_as_letters) in [
            ("example.com", true),
            ("münchen.example.com", true),
            ("łódź.example.com", true),
            ("việtnam.example.com", true),
            ("пример.example.com", true),
            ("παράδειγμα.example.com", true),
            ("例え.example.com", true),
            ("テスト漢字.example.com", true),
            ("한국.example.com", true),
            ("مثال.example.com", true),
            ("דוגמה.example.com", true),
            ("उदाहरण.example.com", true),
            ("þór.is", true),
            // Mixed scripts.
            ("gооgle.com", false),
            ("exаmple.com", false),
            ("例a.example.com", false),
            ("αбв.example.com", false),
            // Whole-script look-alikes.
            ("аррӏе.com", false),
            ("сое.com", false),
            ("ουρανυ.com", false),
            ("հոս.com", false),
            // Latin look-alikes.
            ("pаypal.com", false),
            ("paypaı.com", false),
            ("ɡoogle.com", false),
            ("þaypal.com", false),
            // Not ASCII digits, symbols, and scripts nobody uses for names.
            ("cms०.example.com", false),
            ("i♥cms.example.com", false),
            ("ᚠᚢᚦ.example.com", false),
        ] {
            let ascii = idna::domain_to_ascii(host).unwrap();
            let shown = display_domain(&ascii);
            if shown_as_letters {
                assert_eq!(shown, host);
            } else {
                assert_eq!(shown, ascii, "{host} must stay in punycode");
                assert!(shown.contains("xn--"), "{host}");
            }
        }
    }
}
