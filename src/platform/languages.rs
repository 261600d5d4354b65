//! The languages a person wants, from the environment variables of POSIX and gettext.

#![expect(clippy::disallowed_methods, reason = "asks the system")]

/// The languages in the person's order, as locales are written (`de_AT.UTF-8`).
pub(super) fn from_environment() -> Vec<String> {
    preferred_languages(|name| std::env::var(name).ok())
}

/// The locale of messages is the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set (POSIX, "Internationalization
/// Variables"); unless that is the plain one, `LANGUAGE` lists what comes before it (gettext, "The LANGUAGE variable").
fn preferred_languages(variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let Some(locale) = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set) else {
        return Vec::new();
    };
    if ["C", "POSIX"].contains(&locale.split('.').next().unwrap_or_default()) {
        return Vec::new();
    }
    let listed = set("LANGUAGE").unwrap_or_default();

    listed
        .split(':')
        .filter(|language| !language.is_empty())
        .map(str::to_owned)
        .chain([locale.clone()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_the_environment_are_read_in_gettexts_order() {
        for (set, languages) in [
            (vec![], vec![]),
            (vec![("LANG", "de_AT.UTF-8")], vec!["de_AT.UTF-8"]),
            (vec![("LANG", "de_DE"), ("LC_ALL", "fr_FR")], vec!["fr_FR"]),
            (vec![("LANG", "de_DE"), ("LC_ALL", "")], vec!["de_DE"]),
            (
                vec![("LANG", "en_US"), ("LC_MESSAGES", "ja_JP")],
                vec!["ja_JP"],
            ),
            (
                vec![("LANG", "en_US.UTF-8"), ("LANGUAGE", "pt_BR:es::")],
                vec!["pt_BR", "es", "en_US.UTF-8"],
            ),
            (vec![("LANG", "C.UTF-8"), ("LANGUAGE", "de")], vec![]),
            (vec![("LANGUAGE", "de")], vec![]),
        ] {
            let variable = |name: &str| {
                let found = set.iter().find(|(other, _)| *other == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(preferred_languages(variable), languages, "{set:?}");
        }
    }
}
