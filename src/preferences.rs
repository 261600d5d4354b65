//! What a person chose for the whole window: tone, contrast, language, size of text, what is seen first. Owns what
//! may be chosen and how a file says it; reading and writing that file is `store`'s, acting on it `app`'s.
//!
//! Nothing in the window moves by itself, so a wish for reduced motion is met without a setting.
//!
//! The file is a JSON object, one key a choice. A key this version does not know stays as it is, and so does a
//! value it cannot read for as long as the person makes no other choice: the choice counts as not made.

mod window_state;

pub use window_state::{WindowSize, WindowState};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColorScheme {
    /// As the system is, also when that changes.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How strongly things stand out from what is behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contrast {
    /// As the system wishes, also when that changes.
    #[default]
    System,
    /// 4.5:1 for text (WCAG 2.2, 1.4.3).
    Normal,
    /// 7:1 for text (WCAG 2.2, 1.4.6), and every border to be seen.
    High,
}

/// What is seen first when the window opens without a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartView {
    /// The list of instances.
    #[default]
    List,
    /// The instance that was open last.
    LastUsed,
}

/// The size of everything in the window, in percent of its own: 100 to 300.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes that are offered, in percent.
    pub const STEPS: [u16; 8] = [100, 110, 125, 150, 175, 200, 250, 300];

    /// In percent.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor, 1.0 to 3.0.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger size that is offered; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        let larger = Self::STEPS.into_iter().find(|step| *step > self.0);

        larger.map_or(self, Self)
    }

    /// The next smaller one; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        let smaller = Self::STEPS.into_iter().rev().find(|step| *step < self.0);

        smaller.map_or(self, Self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

/// Not among the sizes a window can be read at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a text size is 100 to 300 percent")]
pub struct TextSizeError;

impl TryFrom<u16> for TextSize {
    type Error = TextSizeError;

    fn try_from(percent: u16) -> Result<Self, TextSizeError> {
        if (100..=300).contains(&percent) {
            Ok(Self(percent))
        } else {
            Err(TextSizeError)
        }
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

/// All choices. The default is what a person gets who made none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preferences {
    /// Light or dark.
    pub theme: ColorScheme,
    /// Normal or high contrast.
    pub contrast: Contrast,
    /// The language as a tag (BCP 47); `None` is the system's.
    pub language: Option<String>,
    /// The size of text.
    pub text_size: TextSize,
    /// What is seen first.
    pub start: StartView,
    /// The object these were read from.
    file: Map<String, Value>,
}

impl Preferences {
    /// Reads the choices of a file; what it does not say, or says in a way that cannot be read, is not chosen.
    pub fn from_file(file: Map<String, Value>) -> Self {
        Self {
            theme: read_key(&file, "theme"),
            contrast: read_key(&file, "contrast"),
            language: read_key::<Option<String>>(&file, "language")
                .filter(|tag| is_language_tag(tag)),
            text_size: read_key(&file, "text_size"),
            start: read_key(&file, "start"),
            file,
        }
    }

    /// The same with one more choice.
    #[must_use]
    pub fn with(mut self, choice: PreferenceChange) -> Self {
        choice.apply(&mut self);
        self
    }

    /// The file with these choices: what was not changed since [`Self::from_file`] is as it was.
    pub fn to_file(&self) -> Map<String, Value> {
        let mut file = self.file.clone();
        let before = Self::from_file(self.file.clone());
        let mut put = |key: &str, is_changed: bool, value: Value| {
            if is_changed {
                let _ = file.insert(key.to_owned(), value);
            }
        };

        put("theme", self.theme != before.theme, to_value(self.theme));
        put(
            "contrast",
            self.contrast != before.contrast,
            to_value(self.contrast),
        );
        put(
            "language",
            self.language != before.language,
            to_value(&self.language),
        );
        put(
            "text_size",
            self.text_size != before.text_size,
            to_value(self.text_size),
        );
        put("start", self.start != before.start, to_value(self.start));

        file
    }
}

/// One choice, as a person makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PreferenceChange {
    /// Light or dark.
    Theme(ColorScheme),
    /// Normal or high contrast.
    Contrast(Contrast),
    /// The language of this tag, or the system's.
    Language(Option<String>),
    /// The size of text.
    TextSize(TextSize),
    /// What is seen first.
    Start(StartView),
}

impl PreferenceChange {
    /// Makes it.
    pub fn apply(self, preferences: &mut Preferences) {
        match self {
            Self::Theme(theme) => preferences.theme = theme,
            Self::Contrast(contrast) => preferences.contrast = contrast,
            Self::Language(language) => preferences.language = language,
            Self::TextSize(size) => preferences.text_size = size,
            Self::Start(start) => preferences.start = start,
        }
    }
}

/// The value of a key, or the default when there is none that can be read.
fn read_key<T: DeserializeOwned + Default>(file: &Map<String, Value>, key: &str) -> T {
    file.get(key)
        .and_then(|value| serde_json::from_value(value.clone()).ok())
        .unwrap_or_default()
}

fn to_value(choice: impl Serialize) -> Value {
    serde_json::to_value(choice).unwrap_or(Value::Null)
}

/// Whether it has the form of a language tag; which languages there are is not known here.
fn is_language_tag(tag: &str) -> bool {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };

    tag.len() <= 35 && tag.split('-').all(is_part)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn of(text: &str) -> Preferences {
        Preferences::from_file(serde_json::from_str(text).unwrap())
    }

    fn written(preferences: &Preferences) -> Value {
        Value::Object(preferences.to_file())
    }

    fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn choices_are_read_and_written() {
        let chosen = of(
            r#"{"theme":"dark","contrast":"high","language":"pt-BR","text_size":150,"start":"last-used"}"#,
        );
        assert_eq!(chosen.theme, ColorScheme::Dark);
        assert_eq!(chosen.contrast, Contrast::High);
        assert_eq!(chosen.language.as_deref(), Some("pt-BR"));
        assert_eq!(chosen.text_size.percent(), 150);
        assert_eq!(chosen.start, StartView::LastUsed);

        let made = Preferences {
            theme: ColorScheme::Light,
            language: Some("de".to_owned()),
            ..Preferences::default()
        };
        assert_eq!(written(&made), json(r#"{"theme":"light","language":"de"}"#));
        let again = Preferences::from_file(made.to_file());
        assert_eq!(
            (again.theme, again.language.as_deref()),
            (ColorScheme::Light, Some("de"))
        );
    }

    #[test]
    fn r_22_a_value_that_cannot_be_read_is_a_choice_not_made() {
        for bad in [
            r#"{"theme":"sepia"}"#,
            r#"{"theme":7}"#,
            r#"{"contrast":null}"#,
            r#"{"language":["de"]}"#,
            r#"{"language":""}"#,
            r#"{"language":"../../x"}"#,
            r#"{"language":"a-very-long-tag-of-many-parts-that-is-none"}"#,
            r#"{"text_size":99}"#,
            r#"{"text_size":301}"#,
            r#"{"text_size":-150}"#,
            r#"{"text_size":1e9}"#,
            r#"{"text_size":"150"}"#,
            r#"{"start":{}}"#,
        ] {
            let read = of(bad);
            let plain = Preferences {
                file: read.file.clone(),
                ..Preferences::default()
            };
            assert_eq!(read, plain, "{bad}");
            assert_eq!(written(&read), json(bad), "nothing was chosen");
        }
    }

    #[test]
    fn r_23_what_this_version_does_not_understand_stays() {
        let file = r#"{"motion":"none","theme":"sepia","start":"list"}"#;
        let mut preferences = of(file);
        preferences.text_size = preferences.text_size.larger();
        assert_eq!(
            written(&preferences),
            json(r#"{"motion":"none","theme":"sepia","start":"list","text_size":110}"#)
        );
        preferences.theme = ColorScheme::Dark;
        assert_eq!(
            written(&preferences),
            json(r#"{"motion":"none","theme":"dark","start":"list","text_size":110}"#)
        );
    }

    #[test]
    fn going_back_to_the_system_is_written_too() {
        let mut preferences = of(r#"{"language":"de"}"#);
        preferences.language = None;
        assert_eq!(written(&preferences), json(r#"{"language":null}"#));
    }

    #[test]
    fn text_grows_and_shrinks_by_steps_and_stops_at_the_ends() {
        let mut size = TextSize::default();
        let mut seen = vec![size.percent()];
        while size.larger() != size {
            size = size.larger();
            seen.push(size.percent());
        }
        assert_eq!(seen, TextSize::STEPS);
        assert_eq!(size.smaller().percent(), 250);
        assert_eq!(TextSize::default().smaller(), TextSize::default());
        // One that a person wrote by hand.
        let between = TextSize::try_from(160).unwrap();
        assert_eq!(between.larger().percent(), 175);
        assert_eq!(between.smaller().percent(), 150);
        assert!((between.factor() - 1.6).abs() < 0.001);
    }
}
