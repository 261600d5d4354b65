//! Adding an instance: an address, a look at what answers there, and only then keeping it. Nothing is contacted
//! before the person asks for it, whatever proposed the address (S-53).

mod view;

use iced::widget::image;

use super::{Note, Ticket, note};
use crate::{
    directus,
    identity::PRODUCT,
    profile::{HttpPolicy, Profile, ServerUrl, ServerUrlError},
    say,
    service::{AddOptions, Error, Preview},
    text,
};

/// Field.
pub const ADDRESS: &str = "address";
/// Field.
pub const NAME: &str = "name";

/// The way to a new instance.
#[derive(Debug, Clone)]
pub struct Add {
    address: String,
    allow_http: bool,
    /// The host that would be reached without encryption; then the opt-in is offered.
    plain_host: Option<String>,
    error: Option<String>,
    note: Option<Note>,
    kept: Option<String>,
    /// Where a server said it is instead.
    elsewhere: Option<url::Url>,
    step: Step,
    pending: Option<Ticket>,
    /// It came up over a form that was being typed into: the letters on their way are not for this one (S-24).
    is_quiet: bool,
}

#[derive(Debug, Clone)]
enum Step {
    Address,
    Found {
        preview: Box<Preview>,
        name: String,
        logo: Option<image::Handle>,
    },
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The address was edited.
    AddressTyped(String),
    /// The opt-in was ticked or cleared.
    HttpToggled,
    /// Looks it up, or keeps it.
    Submit,
    /// What answers there.
    Probed(Ticket, Box<Result<Preview, Error>>),
    /// The logo of what answers at this address was decoded.
    Pictured(ServerUrl, Option<image::Handle>),
    /// Uses the address the server named.
    UseOther,
    /// Opens the instance that is kept already.
    OpenKept,
    /// The name was edited.
    NameTyped(String),
    /// It was kept.
    Saved(Ticket, Box<Result<Profile, Error>>),
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Message {
    /// The request it answers.
    pub fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Probed(ticket, _) | Self::Saved(ticket, _) => Some(*ticket),
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
    /// Look at this address.
    Probe(Ticket, String, AddOptions),
    /// Look for its logo.
    Picture(Box<Preview>),
    /// Keep it.
    Save(Ticket, Box<Preview>, String),
    /// Drop the request that is under way.
    Cancel,
    /// It was kept.
    Done(Box<Profile>),
    /// Open the kept one of this name.
    OpenKept(String),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl Add {
    /// With an address, when a link proposed one.
    pub fn new(address: String) -> Self {
        Self {
            address,
            allow_http: false,
            plain_host: None,
            error: None,
            note: None,
            kept: None,
            elsewhere: None,
            step: Step::Address,
            pending: None,
            is_quiet: false,
        }
    }

    /// The same, but it takes the keyboard only when the person gives it.
    #[must_use]
    pub fn quietly(self, is_quiet: bool) -> Self {
        Self { is_quiet, ..self }
    }

    /// Whether it is about this address already.
    pub fn holds(&self, address: &str) -> bool {
        self.address.trim() == address.trim()
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        format!("{} — {PRODUCT}", say!("add-title"))
    }

    /// The field that should have the keyboard.
    pub fn focus(&self) -> Option<&'static str> {
        match self.step {
            _ if self.is_quiet => None,
            Step::Address => Some(ADDRESS),
            Step::Found { .. } => Some(NAME),
        }
    }

    /// The request that is under way.
    pub fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    /// Whether it waits for this answer.
    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.pending == Some(ticket)
    }

    /// Whether letters typed now belong here.
    pub fn is_being_typed(&self) -> bool {
        !self.address.is_empty()
    }

    /// The colour of what was found.
    pub fn accent(&self) -> Option<iced::Color> {
        match &self.step {
            Step::Address => None,
            Step::Found { preview, .. } => super::accent(&preview.project),
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::AddressTyped(address) => {
                self.is_quiet = false;
                self.address = address;
                self.forget_outcome();
                self.error = self.live_error();
                Action::None
            }
            Message::HttpToggled => {
                self.allow_http = !self.allow_http;
                self.error = None;
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Probed(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.probed(*result)
            }
            Message::Saved(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.saved(*result)
            }
            Message::Probed(..) | Message::Saved(..) => Action::None,
            Message::Pictured(url, picture) => {
                if let Step::Found { preview, logo, .. } = &mut self.step
                    && preview.url == url
                {
                    *logo = picture;
                }
                Action::None
            }
            Message::UseOther => match self.elsewhere.take() {
                Some(url) => {
                    self.address = url.to_string();
                    self.forget_outcome();
                    self.submit()
                }
                None => Action::None,
            },
            Message::OpenKept => self.kept.clone().map_or(Action::None, Action::OpenKept),
            Message::NameTyped(typed) => {
                if let Step::Found { name, .. } = &mut self.step {
                    *name = typed;
                }
                Action::None
            }
            Message::Back => self.back(),
            Message::Note(message) => {
                let copied = self.note.as_mut().and_then(|note| note.update(message));
                copied.map_or(Action::None, Action::Copy)
            }
        }
    }

    fn policy(&self) -> HttpPolicy {
        if self.allow_http {
            HttpPolicy::Allowed
        } else {
            HttpPolicy::LoopbackOnly
        }
    }

    fn forget_outcome(&mut self) {
        self.note = None;
        self.kept = None;
        self.elsewhere = None;
        self.plain_host = None;
        self.allow_http = false;
    }

    /// What is wrong already while typing: nothing that the next letter may mend.
    fn live_error(&self) -> Option<String> {
        match ServerUrl::parse(&self.address, self.policy()) {
            Err(error @ (ServerUrlError::Scheme(_) | ServerUrlError::Userinfo)) => {
                Some(text::notice(&Error::Address(error)).message)
            }
            _ => None,
        }
    }

    fn submit(&mut self) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }

        self.is_quiet = false;
        let ticket = Ticket::next();
        if let Step::Found { preview, name, .. } = &self.step {
            self.pending = Some(ticket);
            self.note = None;
            return Action::Save(ticket, preview.clone(), name.trim().to_owned());
        }

        match ServerUrl::parse(&self.address, self.policy()) {
            Ok(_) => {
                let options = AddOptions {
                    allow_http: self.allow_http,
                    ..AddOptions::default()
                };
                self.error = None;
                self.note = None;
                self.kept = None;
                self.elsewhere = None;
                self.pending = Some(ticket);
                Action::Probe(ticket, self.address.clone(), options)
            }
            Err(error) => self.refuse(error),
        }
    }

    fn refuse(&mut self, error: ServerUrlError) -> Action {
        if let ServerUrlError::PlainHttp { host } = &error {
            self.plain_host = Some(host.clone());
            self.error = None;
            return Action::None;
        }

        let notice = text::notice(&Error::Address(error));
        let hint = notice
            .hint
            .map(|hint| format!(" {hint}"))
            .unwrap_or_default();
        self.error = Some(notice.message + &hint);

        Action::Focus(ADDRESS)
    }

    fn probed(&mut self, result: Result<Preview, Error>) -> Action {
        match result {
            Ok(preview) => {
                let name = preview
                    .project
                    .name
                    .clone()
                    .unwrap_or_else(|| preview.url.display_host());
                let preview = Box::new(preview);
                self.step = Step::Found {
                    preview: preview.clone(),
                    name,
                    logo: None,
                };
                return Action::Picture(preview);
            }
            Err(Error::Address(error)) => return self.refuse(error),
            Err(Error::AlreadyKept(name)) => self.kept = Some(name),
            Err(error) => {
                if let Error::Directus(directus::Error::Redirected { to, .. }) = &error {
                    self.elsewhere = Some(to.clone());
                }
                self.note = Some(Note::error(&error));
            }
        }

        Action::Focus(ADDRESS)
    }

    fn saved(&mut self, result: Result<Profile, Error>) -> Action {
        match result {
            Ok(profile) => Action::Done(Box::new(profile)),
            Err(Error::AlreadyKept(name)) => {
                self.step = Step::Address;
                self.kept = Some(name);
                Action::None
            }
            Err(error) => {
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }

    fn back(&mut self) -> Action {
        if self.pending.take().is_some() {
            return Action::Cancel;
        }

        match self.step {
            Step::Address => Action::Back,
            Step::Found { .. } => {
                self.step = Step::Address;
                self.note = None;
                Action::Focus(ADDRESS)
            }
        }
    }
}

/// The words of what is kept already.
fn kept_words(name: &str) -> String {
    say!("add-kept", name = name)
}
