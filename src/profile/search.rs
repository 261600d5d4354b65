//! Finding instances by what a person types into the search field of the list: words, in any case and without their
//! accents. Owns the comparison; who may be found by a command is [`Profiles::find`](super::Profiles::find)'s.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::Profile;

/// What is looked for: every one of some words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
}

impl Search {
    /// The words of a text.
    pub fn new(text: &str) -> Self {
        Self {
            words: fold(text).split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Whether it looks for nothing, so that everything is found.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word is part of the instance's name, its address, its project's name or the e-mail address used
    /// there.
    pub fn matches(&self, profile: &Profile) -> bool {
        if self.is_empty() {
            return true;
        }

        let account = profile.account.as_ref();
        let place = profile.url.display_host() + profile.url.url().path();
        let known = [
            Some(profile.name.as_str()),
            Some(place.as_str()),
            // What is shown in letters is also typed as the browser's address bar has it.
            profile.url.url().host_str(),
            profile.project.name.as_deref(),
            profile.last_email.as_deref(),
            account.and_then(|account| account.email.as_deref()),
        ];
        let text = known.into_iter().flatten().map(fold).collect::<Vec<_>>();

        self.words
            .iter()
            .all(|word| text.iter().any(|known| known.contains(word.as_str())))
    }
}

/// Small letters without accents. Letters that only look like accented ones to their readers (`ø`, `ł`) become what a
/// keyboard without them offers.
fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let small = text.to_lowercase();
    for letter in DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(&small)
        .chars()
    {
        match letter {
            // Combining Diacritical Marks.
            '\u{300}'..='\u{36f}' => {}
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            letter => plain.push(letter),
        }
    }

    plain
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn profile() -> Profile {
        let text = r#"{"id":"0123456789abcdef","name":"Müller & Søn, Łódź","url":"https://bücher.example.com/cms",
            "project":{"name":"Straße der Kultur"},"last_email":"ada@harbour.example.org"}"#;

        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn words_are_found_without_case_and_accents() {
        for (typed, is_found) in [
            ("", true),
            ("  ", true),
            ("müller", true),
            ("MULLER", true),
            ("mu\u{308}ller", true),
            ("lodz son", true),
            ("strasse", true),
            ("STRASSE", true),
            ("bucher.example", true),
            ("xn--bcher-kva", true),
            ("/cms", true),
            ("ada@harbour", true),
            ("ｍüller", true),
            ("muller nobody", false),
            ("orchard", false),
        ] {
            assert_eq!(
                Search::new(typed).matches(&profile()),
                is_found,
                "{typed:?}"
            );
        }
    }

    #[test]
    fn other_writings_are_found_too() {
        let mut profile = profile();
        profile.name = "港の博物館 ガイド".to_owned();

        for (typed, is_found) in [
            ("博物", true),
            ("ガイド", true),
            ("ｶﾞｲﾄﾞ", true),
            ("山", false),
        ] {
            assert_eq!(Search::new(typed).matches(&profile), is_found, "{typed}");
        }
    }
}
