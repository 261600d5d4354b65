//! The settings of one profile: name, proxy, certificates, and how SSO returns. Owns the unsaved draft; what values are
//! valid is `profile`'s.

mod view;

use std::path::{Path, PathBuf};

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen, ScreenMessage, notification};
use crate::{
    address::{ProxyError, ProxySetting},
    identity::PRODUCT,
    profile::{MAX_NAME, Profile, ProfileId, SsoPorts, SsoPortsError},
    say,
    service::{Error, ProfileChanges},
    ui::banner::Kind,
    unicode::clean_line,
};

pub const NAME_FIELD: &str = "profile-settings-name";
pub const PROXY_FIELD: &str = "profile-settings-proxy";
pub const CA_FILE_FIELD: &str = "profile-settings-ca-file";
pub const PORTS_FIELD: &str = "profile-settings-ports";

#[derive(Debug, Clone)]
pub struct ProfileSettings {
    profile: Profile,
    draft: Draft,
    error: Option<(&'static str, &'static str)>,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

/// The form's values, before they are saved.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    name: String,
    proxy: Route,
    proxy_address: String,
    ca_file: String,
    ports: String,
    relay: bool,
}

/// How the instance is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// By the system's proxy settings.
    System,
    Direct,
    /// Through the typed proxy.
    Proxy,
}

#[derive(Debug, Clone)]
pub enum Message {
    NameTyped(String),
    /// Another proxy mode was chosen.
    Route(Route),
    ProxyTyped(String),
    CaFileTyped(String),
    PortsTyped(String),
    RelayToggled,
    /// Saves the changes.
    Save,
    Saved(RequestId, Box<Result<Profile, Error>>),
    OpenDoctor,
    /// Removes the instance from the list.
    Remove,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Saved(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Saves the changes. Answered by [`Message::Saved`].
    Save(ProfileId, Box<ProfileChanges>),
}

/// What it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The changes were saved: the list is read again.
    Saved,
    /// The instance is taken off the list, which can be undone.
    Remove,
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

impl Draft {
    fn of(profile: &Profile) -> Self {
        let proxy = profile.proxy();
        let ports = profile.sso_ports();
        let numbers = ports.as_ref().map(SsoPorts::as_slice).unwrap_or_default();

        Self {
            name: profile.name.clone(),
            proxy_address: match &proxy {
                ProxySetting::Through(_) => proxy.text(),
                ProxySetting::System | ProxySetting::None => String::new(),
            },
            proxy: match proxy {
                ProxySetting::System => Route::System,
                ProxySetting::None => Route::Direct,
                ProxySetting::Through(_) => Route::Proxy,
            },
            ca_file: profile
                .ca_file
                .as_ref()
                .map(|path| path.display().to_string())
                .unwrap_or_default(),
            ports: numbers
                .iter()
                .map(u16::to_string)
                .collect::<Vec<_>>()
                .join(", "),
            relay: profile.sso_relay(),
        }
    }

    fn proxy(&self) -> Result<ProxySetting, ProxyError> {
        match self.proxy {
            Route::System => Ok(ProxySetting::System),
            Route::Direct => Ok(ProxySetting::None),
            Route::Proxy => match ProxySetting::parse(&self.proxy_address)? {
                through @ ProxySetting::Through(_) => Ok(through),
                ProxySetting::System | ProxySetting::None => Err(ProxyError::Malformed),
            },
        }
    }

    /// `None` for the built-in ports.
    fn ports(&self) -> Result<Option<SsoPorts>, &'static str> {
        let numbers = self
            .ports
            .split(|letter: char| letter == ',' || letter.is_whitespace())
            .filter(|number| !number.is_empty())
            .map(str::parse::<u16>)
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| say!("profile-settings-ports-form"))?;
        if numbers.is_empty() {
            return Ok(None);
        }

        SsoPorts::new(&numbers).map(Some).map_err(|why| match why {
            SsoPortsError::Count => say!("profile-settings-ports-count"),
            SsoPortsError::Privileged => say!("profile-settings-ports-privileged"),
            SsoPortsError::Duplicate => say!("profile-settings-ports-twice"),
        })
    }

    fn ca_file(&self) -> Result<Option<PathBuf>, &'static str> {
        match self.ca_file.trim() {
            "" => Ok(None),
            path if Path::new(path).is_absolute() => Ok(Some(PathBuf::from(path))),
            _ => Err(say!("profile-settings-ca-file-relative")),
        }
    }
}

impl ProfileSettings {
    /// The page with the saved settings.
    pub fn new(profile: Profile) -> Self {
        Self {
            draft: Draft::of(&profile),
            profile,
            error: None,
            notification: None,
            pending: None,
        }
    }
}

impl Screen for ProfileSettings {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        format!("{} — {PRODUCT}", say!("profile-settings-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    /// Whether there are unsaved changes.
    fn is_being_typed(&self) -> bool {
        self.draft != Draft::of(&self.profile)
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::NameTyped(text) => self.edit(|draft| draft.name = text),
            Message::Route(route) => {
                let _ = self.edit(|draft| draft.proxy = route);
                if route == Route::Proxy && self.draft.proxy_address.is_empty() {
                    Action::Focus(PROXY_FIELD)
                } else {
                    Action::None
                }
            }
            Message::ProxyTyped(text) => self.edit(|draft| draft.proxy_address = text),
            Message::CaFileTyped(text) => self.edit(|draft| draft.ca_file = text),
            Message::PortsTyped(text) => self.edit(|draft| draft.ports = text),
            Message::RelayToggled => self.edit(|draft| draft.relay = !draft.relay),
            Message::Save => self.save(),
            Message::Saved(request, result) if self.awaits(request) => self.handle_save(*result),
            Message::Saved(..) => Action::None,
            Message::OpenDoctor => Action::OpenDoctor,
            Message::Remove => Action::Outcome(Outcome::Remove),
            Message::Back => Action::Leave,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }
}

impl ProfileSettings {
    fn edit(&mut self, change: impl FnOnce(&mut Draft)) -> Action {
        if self.pending.is_none() {
            change(&mut self.draft);
            self.error = None;
            self.notification = None;
        }

        Action::None
    }

    fn save(&mut self) -> Action {
        if self.pending.is_some() || !self.is_being_typed() {
            return Action::None;
        }

        match self.changes() {
            Ok(change) => {
                let request = RequestId::next();
                self.pending = Some(request);
                self.error = None;
                self.notification = None;
                Action::Run(
                    request,
                    Request::Save(self.profile.id.clone(), Box::new(change)),
                )
            }
            Err((field, words)) => {
                self.error = Some((field, words));
                Action::Focus(field)
            }
        }
    }

    /// Only the fields that differ from the saved profile: another process may have changed the others meanwhile (R-25,
    /// lost updates).
    fn changes(&self) -> Result<ProfileChanges, (&'static str, &'static str)> {
        let (draft, saved) = (&self.draft, Draft::of(&self.profile));
        let mut change = ProfileChanges::default();

        if draft.name != saved.name {
            let name = clean_line(&draft.name, MAX_NAME);
            change.name = Some(name.ok_or((NAME_FIELD, say!("instances-name-empty")))?);
        }
        if (draft.proxy, &draft.proxy_address) != (saved.proxy, &saved.proxy_address) {
            let proxy = draft.proxy().map_err(|why| {
                let words = match why {
                    ProxyError::Credentials => say!("profile-settings-proxy-credentials"),
                    ProxyError::Scheme => say!("profile-settings-proxy-scheme"),
                    ProxyError::Malformed => say!("profile-settings-proxy-form"),
                };
                (PROXY_FIELD, words)
            });
            change.proxy = Some(proxy?);
        }
        if draft.ca_file != saved.ca_file {
            change.ca_file = Some(draft.ca_file().map_err(|words| (CA_FILE_FIELD, words))?);
        }
        if draft.ports != saved.ports {
            change.sso_ports = Some(draft.ports().map_err(|words| (PORTS_FIELD, words))?);
        }
        if draft.relay != saved.relay {
            change.sso_relay = Some(draft.relay);
        }

        Ok(change)
    }

    fn handle_save(&mut self, result: Result<Profile, Error>) -> Action {
        self.pending = None;
        match result {
            Ok(profile) => {
                self.draft = Draft::of(&profile);
                self.profile = profile;
                self.notification = Some(Notification::of_text(
                    Kind::Success,
                    say!("profile-settings-saved"),
                    None,
                ));
                Action::Outcome(Outcome::Saved)
            }
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }
}
