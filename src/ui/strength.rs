//! A password's strength as a bar, a word, and the most helpful advice. Advice only: the server decides what is
//! allowed. Owns the sentences for what `zxcvbn` finds.

use iced::{
    Color, Element, Length,
    widget::{Column, Row, container, row, space as blank, text},
};
use zxcvbn::{
    Score,
    feedback::{Suggestion, Warning},
};

use super::{
    font, style,
    theme::{Tokens, part, size, space},
};
use crate::{say, secret::Secret};

/// How many characters are examined. The estimate takes 2 ms for these and 6 ms for 100 (release build, two busy cores;
/// 20 ms the first time, for the dictionaries), fast enough to run at each keystroke; longer passwords are not weak for
/// lack of length.
const MAX_CHARS: usize = 64;

/// The estimate of one password, without the password.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    score: Score,
    warning: Option<Warning>,
    suggestion: Option<Suggestion>,
}

impl Strength {
    /// Estimates a password; `None` if it is empty. `own` are words somebody who knows the person would try first: the
    /// address, the instance's name.
    pub fn of(password: &Secret, own: &[String]) -> Option<Self> {
        if password.is_empty() {
            return None;
        }

        let typed = password.expose();
        let end = typed
            .char_indices()
            .nth(MAX_CHARS)
            .map_or(typed.len(), |(at, _)| at);
        // Also each part of an address or a name.
        let own = own
            .iter()
            .flat_map(|text| {
                std::iter::once(text.as_str())
                    .chain(text.split(|c: char| !c.is_alphanumeric()))
                    .filter(|word| word.chars().count() > 2)
            })
            .collect::<Vec<_>>();
        let entropy = zxcvbn::zxcvbn(&typed[..end], &own);
        let feedback = entropy.feedback();

        Some(Self {
            score: entropy.score(),
            warning: feedback.and_then(zxcvbn::feedback::Feedback::warning),
            suggestion: feedback.and_then(|feedback| feedback.suggestions().first().copied()),
        })
    }

    /// From 0 (guessed at once) to 4.
    pub fn level(self) -> u8 {
        self.score.into()
    }

    /// The word beside the bar.
    pub fn word(self) -> &'static str {
        match self.level() {
            0 => say!("strength-very-weak"),
            1 => say!("strength-weak"),
            2 => say!("strength-fair"),
            3 => say!("strength-good"),
            _ => say!("strength-strong"),
        }
    }

    /// The warning, or else the first suggestion.
    pub fn advice(self) -> Option<&'static str> {
        self.warning
            .map(warning_text)
            .or(self.suggestion.map(suggestion_text))
    }

    fn color(self, tokens: &Tokens) -> Color {
        match self.level() {
            0 | 1 => tokens.danger,
            2 => tokens.warning,
            _ => tokens.success,
        }
    }
}

/// The bar with its word, and the advice below.
pub fn meter<'a, M: 'a>(strength: Strength) -> Element<'a, M> {
    const PARTS: u8 = 4;

    // At least one part is filled, so that the bar is recognisable.
    let filled = strength.level().max(1);
    let bar = (0..PARTS).map(|at| {
        let is_filled = at < filled;

        container(blank().height(part::METER))
            .width(Length::Fill)
            .style(move |theme| {
                let tokens = Tokens::of(theme);
                let color = if is_filled {
                    strength.color(&tokens)
                } else {
                    tokens.line
                };
                style::meter(color)
            })
            .into()
    });
    let words = text(strength.word()).size(size::SMALL).font(font::STRONG);
    let advice = strength.advice().map(|words| {
        text(words)
            .size(size::SMALL)
            .style(style::muted)
            .width(Length::Fill)
    });

    Column::new()
        .push(
            row![
                Row::with_children(bar)
                    .spacing(space::XS / 2.0)
                    .width(Length::Fill),
                words
            ]
            .spacing(space::M)
            .align_y(iced::Alignment::Center),
        )
        .push(advice)
        .spacing(space::XS)
        .into()
}

fn warning_text(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => say!("strength-warning-keys"),
        Warning::RepeatsLikeAaaAreEasyToGuess => say!("strength-warning-repeats"),
        Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            say!("strength-warning-repeated-words")
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword => say!("strength-warning-common"),
        Warning::ThisIsSimilarToACommonlyUsedPassword => say!("strength-warning-similar"),
        Warning::SequencesLikeAbcAreEasyToGuess => say!("strength-warning-sequences"),
        Warning::RecentYearsAreEasyToGuess => say!("strength-warning-years"),
        Warning::DatesAreOftenEasyToGuess => say!("strength-warning-dates"),
        Warning::AWordByItselfIsEasyToGuess => say!("strength-warning-one-word"),
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => say!("strength-warning-names"),
    }
}

fn suggestion_text(suggestion: Suggestion) -> &'static str {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases => say!("strength-advice-few-words"),
        Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters => say!("strength-advice-no-symbols"),
        Suggestion::AddAnotherWordOrTwo => say!("strength-advice-another-word"),
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => {
            say!("strength-advice-capitals")
        }
        Suggestion::ReversedWordsArentMuchHarderToGuess => say!("strength-advice-reversed"),
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => {
            say!("strength-advice-substitutions")
        }
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => say!("strength-advice-keys"),
        Suggestion::AvoidRepeatedWordsAndCharacters => say!("strength-advice-repeats"),
        Suggestion::AvoidSequences => say!("strength-advice-sequences"),
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => say!("strength-advice-dates"),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn of(password: &str, own: &[&str]) -> Strength {
        let own = own.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();

        Strength::of(&Secret::from(password), &own).unwrap()
    }

    #[test]
    fn the_word_follows_how_soon_it_is_guessed() {
        assert_eq!(Strength::of(&Secret::default(), &[]), None);
        for (password, word) in [
            ("password", "Very weak"),
            ("qwertyuiop", "Very weak"),
            ("harbour99", "Weak"),
            ("correct horse battery staple", "Strong"),
        ] {
            assert_eq!(of(password, &[]).word(), word, "{password}");
        }
        assert!(of("password", &[]).advice().is_some());
        assert_eq!(of("correct horse battery staple", &[]).advice(), None);
    }

    #[test]
    fn what_everybody_knows_of_the_person_is_guessed_first() {
        let password = "Wimbleton.Orchard";
        let own = ["ada.wimbleton@example.com", "Orchard"];

        assert!(of(password, &own).level() < of(password, &[]).level());
    }

    #[test]
    fn a_text_of_any_length_is_looked_at_in_a_moment() {
        let begun = std::time::Instant::now();
        let _ = of(&"Zq7é".repeat(5_000), &[]);

        // 64 of the 20,000 characters; all of them would take minutes.
        assert!(begun.elapsed() < std::time::Duration::from_secs(2));
    }
}
