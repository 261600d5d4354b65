//! One instance's settings: its name, the way to it, and how a sign-in through the browser comes back. Owns what is typed
//! until it is kept; what it may be is `profile`'s.

mod view;

use std::path::{Path, PathBuf};

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen, ScreenMessage, note};
use crate::{
    address::{ProxyError, ProxySetting},
    identity::PRODUCT,
    profile::{MAX_NAME, Profile, SsoPorts, SsoPortsError},
    say,
    service::{Error, ProfileChanges},
    ui::banner::Kind,
    unicode::clean_line,
};

/// Field.
pub const NAME_FIELD: &str = "profile-settings-name";
/// Field.
pub const PROXY_FIELD: &str = "profile-settings-proxy";
/// Field.
pub const CA_FILE_FIELD: &str = "profile-settings-ca-file";
/// Field.
pub const PORTS_FIELD: &str = "profile-settings-ports";

/// The settings of one.
#[derive(Debug, Clone)]
pub struct ProfileSettings {
    profile: Profile,
    draft: Draft,
    error: Option<(&'static str, &'static str)>,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    name: String,
    proxy: Route,
    proxy_address: String,
    ca_file: String,
    ports: String,
    relay: bool,
}

/// Which way to the instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// As the system has it.
    System,
    /// Without a proxy.
    Direct,
    /// Through the one that is typed.
    Proxy,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name was edited.
    NameTyped(String),
    /// Another way was chosen.
    Route(Route),
    /// The proxy's address was edited.
    ProxyTyped(String),
    /// The path of the certificates was edited.
    CaFileTyped(String),
    /// The ports were edited.
    PortsTyped(String),
    /// The relay was ticked or cleared.
    RelayToggled,
    /// Keeps what was changed.
    Save,
    /// It was kept, or not.
    Saved(RequestId, Box<Result<Profile, Error>>),
    /// Looks the instance over.
    OpenDoctor,
    /// Takes it off the list.
    Remove,
    /// Leaves.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Saved(ticket, _) => Some(*ticket),
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Give the keyboard to this field.
    Focus(&'static str),
    /// Keep this.
    Save(RequestId, Box<ProfileChanges>),
    /// It is kept: read the list again.
    Saved,
    /// Look the instance over.
    OpenDoctor,
    /// Take it off the list, with a way back.
    Remove,
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

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

    /// `None` for the built-in ones.
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
    /// The settings as they are kept.
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
    type Action = Action;

    fn title(&self) -> String {
        format!("{} — {PRODUCT}", say!("profile-settings-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    /// Whether something was changed and is not kept yet.
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
            Message::Saved(ticket, result) if self.awaits(ticket) => self.handle_save(*result),
            Message::Saved(..) => Action::None,
            Message::OpenDoctor => Action::OpenDoctor,
            Message::Remove => Action::Remove,
            Message::Back => Action::Back,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
                    .map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
        self.draw(logos)
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
                let ticket = RequestId::next();
                self.pending = Some(ticket);
                self.error = None;
                self.notification = None;
                Action::Save(ticket, Box::new(change))
            }
            Err((field, words)) => {
                self.error = Some((field, words));
                Action::Focus(field)
            }
        }
    }

    /// What is different from what is kept: another process may have changed the rest meanwhile.
    fn changes(&self) -> Result<ProfileChanges, (&'static str, &'static str)> {
        let (draft, kept) = (&self.draft, Draft::of(&self.profile));
        let mut change = ProfileChanges::default();

        if draft.name != kept.name {
            let name = clean_line(&draft.name, MAX_NAME);
            change.name = Some(name.ok_or((NAME_FIELD, say!("instances-name-empty")))?);
        }
        if (draft.proxy, &draft.proxy_address) != (kept.proxy, &kept.proxy_address) {
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
        if draft.ca_file != kept.ca_file {
            change.ca_file = Some(draft.ca_file().map_err(|words| (CA_FILE_FIELD, words))?);
        }
        if draft.ports != kept.ports {
            change.sso_ports = Some(draft.ports().map_err(|words| (PORTS_FIELD, words))?);
        }
        if draft.relay != kept.relay {
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
                Action::Saved
            }
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }
}
