//! The screens. Each is a struct with a `Message`, an `Action`, `new` and the promises of [`Screen`]: `update` only
//! changes the struct and says what is to be done, `app` does it. Screens know no network, keyring, file or process,
//! and none of them knows another.
//!
//! A new one needs its file here, a variant of [`Message`](crate::app::Message), a line in the table of `app/stack.rs`
//! and, in `app`, the function that the line names: what follows from its actions.

#![expect(
    missing_docs,
    reason = "a comment is written where a name does not say enough"
)]

pub mod about;
pub mod access_token;
pub mod account;
pub mod add;
pub mod change_password;
pub mod chosen_password;
mod code;
pub mod contract;
pub mod destination;
pub mod doctor;
mod email_field;
pub mod instances;
mod mailed_link_field;
pub mod new_password;
pub mod notification;
pub mod password_reset;
pub mod preferences;
pub mod profile_settings;
pub mod register;
mod secret_field;
pub mod sign_in;
pub mod sso;
pub mod two_factor;

pub use about::About;
pub use access_token::AccessToken;
pub use account::Account;
pub use add::Add;
pub use change_password::ChangePassword;
pub use chosen_password::ChosenPassword;
pub use contract::{Screen, ScreenMessage};
pub use doctor::Doctor;
pub use instances::Instances;
pub use new_password::NewPassword;
pub use notification::Notification;
pub use password_reset::PasswordReset;
pub use preferences::PreferencesScreen;
pub use profile_settings::ProfileSettings;
pub use register::Register;
pub use sign_in::SignIn;
pub use sso::Sso;
pub use two_factor::TwoFactor;

use std::{
    collections::HashMap,
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

use iced::widget::image;

use crate::{
    address::ServerUrl,
    profile::{Profile, ProfileId, Project},
    say,
    service::ServerError,
    ui::{card::InstanceHeader, color},
};

/// The decoded pictures of instances: their logos, and what is behind the sign-in of those that were opened.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    logos: HashMap<ProfileId, image::Handle>,
    backgrounds: HashMap<ProfileId, image::Handle>,
}

impl Pictures {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The logo of one.
    pub fn logo(&self, id: &ProfileId) -> Option<&image::Handle> {
        self.logos.get(id)
    }

    /// Its logo is this from now on, or there is none.
    pub fn set_logo(&mut self, id: ProfileId, logo: impl Into<Option<image::Handle>>) {
        set_or_remove(&mut self.logos, id, logo.into());
    }

    /// What is behind the sign-in of one.
    pub fn background(&self, id: &ProfileId) -> Option<&image::Handle> {
        self.backgrounds.get(id)
    }

    /// This is behind its sign-in from now on, or nothing.
    pub fn set_background(&mut self, id: ProfileId, background: impl Into<Option<image::Handle>>) {
        set_or_remove(&mut self.backgrounds, id, background.into());
    }
}

fn set_or_remove(
    map: &mut HashMap<ProfileId, image::Handle>,
    id: ProfileId,
    picture: Option<image::Handle>,
) {
    let _ = match picture {
        Some(picture) => map.insert(id, picture),
        None => map.remove(&id),
    };
}

/// Names one request, so that an answer nobody waits for any more is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestId(u64);

impl RequestId {
    /// A ticket no other request of this run has.
    pub fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);

        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// How a kept instance looks.
pub fn instance_header<'a>(profile: &'a Profile, logos: &'a Pictures) -> InstanceHeader<'a> {
    InstanceHeader {
        name: &profile.name,
        descriptor: profile.project.descriptor.as_deref(),
        host: host_and_path(&profile.url),
        color: accent(&profile.project),
        logo: logos.logo(&profile.id),
    }
}

/// Host and sub-path: two instances of one host are told apart by it.
pub fn host_and_path(url: &ServerUrl) -> String {
    let path = url.url().path().trim_end_matches('/');

    url.display_host() + path
}

/// The window's title while it is about this instance.
fn title(profile: &Profile, what: &str) -> String {
    say!(
        "common-title",
        name = &profile.name,
        host = &profile.url.display_host(),
        what = what
    )
}

/// The colour of a project, if it says one that can be read.
pub fn accent(project: &Project) -> Option<iced::Color> {
    project.color.as_deref().and_then(color::parse)
}

/// Whether a text may be an e-mail address. The server decides; this only spares a round trip.
fn looks_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    }) || text.ends_with("@localhost")
}

/// Whether nothing came back: only then it may be said that the server cannot be reached.
fn got_no_response(error: &ServerError) -> bool {
    use ServerError as Error;

    matches!(
        error,
        Error::Unreachable { .. } | Error::TimedOut { .. } | Error::Interrupted { .. }
    )
}

/// The seconds left until then, rounded up; `None` when it is over.
fn countdown(until: Instant, now: Instant) -> Option<(Instant, u64)> {
    let left = until.saturating_duration_since(now);
    let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);

    (seconds > 0).then_some((until, seconds))
}
