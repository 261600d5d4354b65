//! One language's sentences, parsed from its Fluent files on first use. Owns which files belong to a language.

use std::{borrow::Cow, collections::HashMap, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast;
use include_dir::{Dir, File, include_dir};
use unic_langid::LanguageIdentifier;

use super::Language;

/// The catalogues of all languages, a directory each. A file that is added is part of it without a line here.
static LANGUAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/languages");

pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Sentences without placeholders, formatted once: the views ask for them at every frame.
    plain: HashMap<String, String>,
}

/// The catalogue of a language, parsed on first use.
pub(super) fn of(language: Language) -> &'static Catalogue {
    static CATALOGUES: [OnceLock<Catalogue>; Language::COUNT] =
        [const { OnceLock::new() }; Language::COUNT];

    CATALOGUES[language.position()].get_or_init(|| match language {
        Language::Pseudo => Catalogue::read(Language::English.tag(), Some(pseudo)),
        _ => Catalogue::read(language.tag(), None),
    })
}

/// The Fluent files of a language.
fn files(tag: &str) -> impl Iterator<Item = &'static str> {
    LANGUAGES
        .get_dir(tag)
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(File::contents_utf8)
}

impl Catalogue {
    fn read(tag: &str, transform: Option<fn(&str) -> Cow<'_, str>>) -> Self {
        // The tag selects the plural rules; an unreadable tag falls back to the default ones.
        let language = tag
            .parse::<LanguageIdentifier>()
            .unwrap_or_else(|_| LanguageIdentifier::default());
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Fluent would put Unicode isolation marks around each filled-in value, and terminals and title bars show them.
        // They are not needed: names are stripped of direction controls where they come in (S-32, look-alike hosts;
        // S-34, hostile strings).
        bundle.set_use_isolating(false);
        bundle.set_transform(transform);
        let mut names = Vec::new();
        for file in files(tag) {
            // A file with a syntax error still yields its other messages; `tests/languages.rs` rejects such files.
            let resource =
                FluentResource::try_new(file.to_owned()).unwrap_or_else(|(read, _)| read);
            names.extend(resource.entries().flat_map(names_in));
            bundle.add_resource_overriding(resource);
        }
        let mut catalogue = Self {
            bundle,
            plain: HashMap::with_capacity(names.len()),
        };
        for name in names {
            if let Some(words) = catalogue.format_message(&name, None) {
                let _ = catalogue.plain.insert(name, words);
            }
        }

        catalogue
    }

    pub(super) fn plain(&self, name: &str) -> Option<&str> {
        self.plain.get(name).map(String::as_str)
    }

    pub(super) fn format(&self, name: &str, values: &FluentArgs<'_>) -> Option<String> {
        self.format_message(name, Some(values))
    }

    /// `None` if the message does not exist or a placeholder has no value, so that no incomplete sentence is shown.
    fn format_message(&self, name: &str, values: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = match name.split_once('.') {
            Some((name, attribute)) => self
                .bundle
                .get_message(name)?
                .get_attribute(attribute)?
                .value(),
            None => self.bundle.get_message(name)?.value()?,
        };
        let mut faults = Vec::new();
        let words = self.bundle.format_pattern(pattern, values, &mut faults);

        faults.is_empty().then(|| words.into_owned())
    }
}

/// The name of a message, and of each of its attributes as `message.attribute`.
fn names_in(entry: &ast::Entry<&str>) -> Vec<String> {
    let ast::Entry::Message(message) = entry else {
        return Vec::new();
    };
    let name = message.id.name;
    let attributes = message.attributes.iter();

    std::iter::once(name.to_owned())
        .chain(attributes.map(|attribute| format!("{name}.{}", attribute.id.name)))
        .collect()
}

/// Pseudo-localised English: accented, about a third longer, in brackets that show where a sentence begins and ends.
fn pseudo(text: &str) -> Cow<'_, str> {
    if text.trim().is_empty() {
        return text.into();
    }
    let mut foreign = String::with_capacity(text.len() * 2);
    foreign.push('«');
    for (at, letter) in text.chars().enumerate() {
        let accented = match letter {
            'a' => 'à',
            'c' => 'ç',
            'e' => 'é',
            'i' => 'î',
            'n' => 'ñ',
            'o' => 'ö',
            'u' => 'ü',
            'A' => 'Å',
            'E' => 'É',
            'I' => 'Î',
            'O' => 'Ø',
            'U' => 'Û',
            other => other,
        };
        foreign.push(accented);
        // Repeated vowels lengthen the words, as translations do, without adding words.
        if at % 3 == 0 && accented != letter {
            foreign.push(accented);
            foreign.push(accented);
        }
    }
    foreign.push('»');

    foreign.into()
}
