//! The sentences of one language, read from its Fluent files when the first of them is said.

use std::{borrow::Cow, collections::HashMap, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast;
use include_dir::{Dir, File, include_dir};
use unic_langid::LanguageIdentifier;

use super::Language;

/// The catalogues of all languages, a directory each. A file that is added is part of it without a line here.
static LANGUAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/languages");

/// A language's sentences.
pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Those that are always the same, said at every frame.
    plain: HashMap<String, String>,
}

/// The sentences of a language; read once.
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
        // The plural rules of the language; English ones for a tag nobody could read.
        let language = tag
            .parse::<LanguageIdentifier>()
            .unwrap_or_else(|_| LanguageIdentifier::default());
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // No invisible marks around what is filled in: names are cleaned where they come in (S-32, S-34), and a
        // terminal or a title bar would show the marks.
        bundle.set_use_isolating(false);
        bundle.set_transform(transform);
        let mut names = Vec::new();
        for file in files(tag) {
            // What can be read of a faulty file is used; `tests/languages.rs` lets none be faulty.
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

    /// `None` also when a placeholder had no value: half a sentence is no sentence.
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

/// English that looks foreign, is a third longer, and shows where it begins and ends.
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
        // Vowels again make words longer, as other languages do, without making more of them.
        if at % 3 == 0 && accented != letter {
            foreign.push(accented);
            foreign.push(accented);
        }
    }
    foreign.push('»');

    foreign.into()
}
