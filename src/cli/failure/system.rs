//! The sentences for what the operating system refused: registering the scheme, opening a browser.

use super::notice_with_hint;
use crate::{service::SystemError, text::Notice};

pub(super) fn platform_notice(error: &SystemError) -> Notice {
    match error {
        SystemError::Register(reason) => notice_with_hint(
            "REGISTER",
            format!("The links of mails cannot be registered: {reason}."),
            "Links still work when they are pasted: `latchkey reset -`.",
        ),
        SystemError::NoBrowser(reason) => notice_with_hint(
            "NO_BROWSER",
            format!("No browser can be opened: {reason}."),
            "Copy the address into a browser yourself.",
        ),
        SystemError::NotWeb => notice_with_hint(
            "NOT_WEB",
            "Only http and https addresses are opened.".to_owned(),
            "Copy the address into the program it is meant for, if you trust it.",
        ),
        SystemError::Unsupported(reason) => notice_with_hint(
            "UNSUPPORTED",
            format!("That cannot be done on this system: {reason}."),
            "Links still work when they are pasted: `latchkey reset -`.",
        ),
    }
}
