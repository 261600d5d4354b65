//! The words for what this system refused: the scheme, the browser.

use super::words;
use crate::{platform, text::Notice};

pub(super) fn words_of(error: &platform::Error) -> Notice {
    match error {
        platform::Error::Register(reason) => words(
            "REGISTER",
            format!("The links of mails cannot be registered: {reason}."),
            "Links still work when they are pasted: `latchkey reset -`.",
        ),
        platform::Error::NoBrowser(reason) => words(
            "NO_BROWSER",
            format!("No browser can be opened: {reason}."),
            "Copy the address into a browser yourself.",
        ),
        platform::Error::NotWeb => words(
            "NOT_WEB",
            "Only http and https addresses are opened.".to_owned(),
            "Copy the address into the program it is meant for, if you trust it.",
        ),
        platform::Error::Unsupported(reason) => words(
            "UNSUPPORTED",
            format!("That cannot be done on this system: {reason}."),
            "Links still work when they are pasted: `latchkey reset -`.",
        ),
    }
}
