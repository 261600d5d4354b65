//! The screens. Each is a struct with a `Message`, an `Action`, `new`, `title`, `update` and `view`: `update` only
//! changes the struct and says what is to be done, `app` does it. Screens know no network, keyring, file or process,
//! and none of them knows another.

pub mod account;
pub mod add;
pub mod forgot;
pub mod instances;
pub mod new_password;
pub mod note;
pub mod sign_in;

pub use account::Account;
pub use add::Add;
pub use forgot::Forgot;
pub use instances::Instances;
pub use new_password::NewPassword;
pub use note::Note;
pub use sign_in::SignIn;

use std::{
    collections::HashMap,
    sync::atomic::{AtomicU64, Ordering},
};

use iced::widget::image;

use crate::{
    profile::{Profile, ProfileId, Project},
    ui::{card::Face, color},
};

/// The decoded logos by instance.
pub type Logos = HashMap<ProfileId, image::Handle>;

/// Names one request, so that an answer nobody waits for any more is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticket(u64);

impl Ticket {
    /// A ticket no other request of this run has.
    pub fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);

        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// How a kept instance looks.
pub fn face<'a>(profile: &'a Profile, logos: &'a Logos) -> Face<'a> {
    Face {
        name: &profile.name,
        host: profile.url.display_host(),
        color: accent(&profile.project),
        logo: logos.get(&profile.id),
    }
}

/// The colour of a project, if it says one that can be read.
pub fn accent(project: &Project) -> Option<iced::Color> {
    project.color.as_deref().and_then(color::parse)
}

/// Whether a text may be an e-mail address. The server decides; this only spares a round trip (D4).
fn may_be_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    }) || text.ends_with("@localhost")
}
