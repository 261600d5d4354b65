//! The screens. Each is a struct that implements [`Screen`]: `update` only changes the struct and returns what it wants done
//! as an [`Action`], which `app` carries out. Screens know no network, keyring, file or process, and none of them knows
//! another.
//!
//! A new screen needs its file here and its two lines below, a line in the table of `app/screens.rs`, and its flow in
//! `app`: how its requests are sent and answered, and where it leads.

#![expect(
    missing_docs,
    reason = "a comment is written where a name does not say enough"
)]

pub mod about;
pub mod access_token;
pub mod account;
pub mod action;
pub mod add;
pub mod change_password;
pub mod chosen_password;
mod code;
pub mod destination;
pub mod doctor;
mod email_field;
pub mod instances;
pub mod interface;
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
pub use action::{Action, ActionOf};
pub use add::Add;
pub use change_password::ChangePassword;
pub use chosen_password::ChosenPassword;
pub use doctor::Doctor;
pub use instances::Instances;
pub use interface::{Screen, ScreenMessage};
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

/// The decoded pictures of instances: their logos, and the background of the sign-in of those that were opened.
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

    /// The logo of an instance.
    pub fn logo(&self, id: &ProfileId) -> Option<&image::Handle> {
        self.logos.get(id)
    }

    /// Replaces the logo of an instance, or removes it.
    pub fn set_logo(&mut self, id: ProfileId, logo: impl Into<Option<image::Handle>>) {
        set_or_remove(&mut self.logos, id, logo.into());
    }

    /// The background of the sign-in to an instance.
    pub fn background(&self, id: &ProfileId) -> Option<&image::Handle> {
        self.backgrounds.get(id)
    }

    /// Replaces the background of the sign-in to an instance, or removes it.
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

/// Names one request, so that its answer finds the screen that waits for it and is dropped if there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestId(u64);

impl RequestId {
    /// An id that no other request of this run has.
    pub fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);

        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// What the header of a screen and the card of the list show of an instance.
pub fn instance_header<'a>(profile: &'a Profile, pictures: &'a Pictures) -> InstanceHeader<'a> {
    InstanceHeader {
        name: &profile.name,
        descriptor: profile.project.descriptor.as_deref(),
        host: host_and_path(&profile.url),
        color: accent(&profile.project),
        logo: pictures.logo(&profile.id),
    }
}

/// Host and sub-path of an instance. Without the sub-path two instances on one host would look the same.
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

/// Whether no response came back. Only then a screen may say that the server cannot be reached.
fn got_no_response(error: &ServerError) -> bool {
    use ServerError as Error;

    matches!(
        error,
        Error::Unreachable { .. } | Error::TimedOut { .. } | Error::Interrupted { .. }
    )
}

/// The end of a countdown with the seconds left until it, rounded up; `None` when it is over.
fn countdown(until: Instant, now: Instant) -> Option<(Instant, u64)> {
    let left = until.saturating_duration_since(now);
    let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);

    (seconds > 0).then_some((until, seconds))
}
