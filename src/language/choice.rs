//! The languages there are, and the choice among them by a person's list of preferred languages.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// The language all others are translated from, and the fallback.
    English,
    German,
    French,
    Spanish,
    /// Brazilian Portuguese.
    Portuguese,
    Japanese,
    /// Pseudo-localised English, for testing: text that does not come from a catalogue, or does not fit once it is
    /// longer, stands out. `en-XA` is the usual tag for it (CLDR).
    Pseudo,
}

impl Language {
    /// The languages a person can choose, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Portuguese,
        Self::Japanese,
    ];
    /// How many there are, with the one nobody chooses.
    pub(super) const COUNT: usize = Self::ALL.len() + 1;

    /// All there are, in the order of their declaration.
    fn known() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().chain([Self::Pseudo])
    }

    /// The BCP 47 tag, which is also the name of the language's directory.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt-BR",
            Self::Japanese => "ja",
            Self::Pseudo => "en-XA",
        }
    }

    /// The language's name in the language itself.
    pub fn endonym(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Portuguese => "Português (Brasil)",
            Self::Japanese => "日本語",
            Self::Pseudo => "[Ṕšéûðö]",
        }
    }

    /// The language for a BCP 47 tag (`de`, `de-AT`) or a POSIX locale (`de_AT.UTF-8@euro`). Every kind of Portuguese
    /// maps to the Brazilian one.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let plain = tag.split(['.', '@']).next().unwrap_or_default();
        let same = |known: &Self| known.tag().eq_ignore_ascii_case(&plain.replace('_', "-"));
        if let Some(exact) = Self::known().find(same) {
            return Some(exact);
        }
        let primary = plain.split(['-', '_']).next().unwrap_or_default();

        Self::ALL
            .into_iter()
            .find(|known| known.tag()[..2].eq_ignore_ascii_case(primary))
    }

    pub(super) fn position(self) -> usize {
        self as usize
    }

    pub(super) fn at(position: usize) -> Self {
        Self::known().nth(position).unwrap_or(Self::English)
    }
}

/// The first of the preferred languages that Latchkey speaks. If none of them is, `hint` decides, and English in the
/// end. Without any preference `hint` is not consulted and the answer is English.
pub fn negotiate<T: AsRef<str>>(
    wishes: impl IntoIterator<Item = T>,
    hint: Option<&str>,
) -> Language {
    let mut is_guessed = false;
    let met = wishes.into_iter().find_map(|wish| {
        is_guessed = true;
        Language::from_tag(wish.as_ref())
    });

    met.or_else(|| Language::from_tag(hint.filter(|_| is_guessed)?))
        .unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_in_every_form_systems_write_it() {
        for (tag, language) in [
            ("en", Some(Language::English)),
            ("en_GB.UTF-8", Some(Language::English)),
            ("de_AT.UTF-8@euro", Some(Language::German)),
            ("FR", Some(Language::French)),
            ("es-419", Some(Language::Spanish)),
            ("pt-BR", Some(Language::Portuguese)),
            ("pt_PT", Some(Language::Portuguese)),
            ("ja-JP", Some(Language::Japanese)),
            ("en-XA", Some(Language::Pseudo)),
            ("den", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn the_first_wish_that_can_be_met_counts() {
        assert_eq!(negotiate(["nl-NL", "fr-BE", "de"], None), Language::French);
        assert_eq!(negotiate(["nl-NL"], None), Language::English);
        assert_eq!(negotiate::<&str>([], None), Language::English);
    }

    #[test]
    fn the_projects_language_is_a_hint_where_no_wish_can_be_met() {
        assert_eq!(negotiate(["fr-BE"], Some("de-DE")), Language::French);
        assert_eq!(negotiate(["nl-NL"], Some("de-DE")), Language::German);
        assert_eq!(negotiate(["nl-NL"], Some("nl-NL")), Language::English);
        assert_eq!(negotiate::<&str>([], Some("de-DE")), Language::English);
    }

    #[test]
    fn every_language_finds_itself_again() {
        for language in Language::ALL {
            assert_eq!(Language::at(language.position()), language);
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }
}
