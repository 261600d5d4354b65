//! Adding an instance: an address, a look at what answers there, and only then keeping it. Nothing is contacted
//! before the person asks for it, whatever proposed the address (S-53); to type an address to its end, and to pause
//! then, is to ask. That look is a quiet one: what it finds is shown below the field, what it does not find is said
//! only when the person presses the button. It goes nowhere that the button would not go, never without encryption
//! away from this machine unless that was ticked (S-30), and there is one look at a time.

mod glimpse;
mod message;
mod view;

pub use message::{Action, Message};

use iced::{Element, widget::image};

use self::glimpse::Glimpse;
use super::{Contract, Logos, Note, Ticket};
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
    /// The request under way is a quiet look.
    is_quiet_look: bool,
    /// The pause after the last letter, while it is not over.
    pause: Option<Ticket>,
    /// What a quiet look found at the address as it is typed.
    found: Option<Glimpse>,
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

impl Step {
    /// With the name it gives itself, else its host.
    fn found(preview: Box<Preview>, logo: Option<image::Handle>) -> Self {
        let name = preview.project.name.clone();

        Self::Found {
            name: name.unwrap_or_else(|| preview.url.display_host()),
            preview,
            logo,
        }
    }
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
            is_quiet_look: false,
            pause: None,
            found: None,
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
}

impl Contract for Add {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        format!("{} — {PRODUCT}", say!("add-title"))
    }

    fn accent(&self) -> Option<iced::Color> {
        match &self.step {
            Step::Address => {
                let found = self.found.as_ref()?;
                super::accent(&found.preview.project)
            }
            Step::Found { preview, .. } => super::accent(&preview.project),
        }
    }

    fn focus(&self) -> Option<&'static str> {
        match self.step {
            _ if self.is_quiet => None,
            Step::Address => Some(ADDRESS),
            Step::Found { .. } => Some(NAME),
        }
    }

    fn is_being_typed(&self) -> bool {
        !self.address.is_empty()
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.pending == Some(ticket) || self.pause == Some(ticket)
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::AddressTyped(address) => {
                self.is_quiet = false;
                self.address = address;
                self.forget_outcome();
                self.error = self.live_error();
                self.wait_for_pause()
            }
            Message::Paused(ticket) if self.pause == Some(ticket) => self.look_quietly(),
            Message::HttpToggled => {
                self.allow_http = !self.allow_http;
                self.error = None;
                Action::None
            }
            Message::Submit => self.submit(),
            Message::AddressEntered => self.show_found().unwrap_or_else(|| self.submit()),
            Message::Probed(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.probed(*result)
            }
            Message::Saved(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.saved(*result)
            }
            Message::Paused(_) | Message::Probed(..) | Message::Saved(..) => Action::None,
            Message::Pictured(url, picture) => {
                if let Step::Found { preview, logo, .. } = &mut self.step
                    && preview.url == url
                {
                    *logo = picture;
                } else if let Some(found) = &mut self.found
                    && found.preview.url == url
                {
                    found.logo = picture;
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
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, _logos: &'a Logos) -> Element<'a, Message> {
        self.draw()
    }
}

impl Add {
    /// Whether the person waits for an answer.
    fn is_busy(&self) -> bool {
        self.pending.is_some() && !self.is_quiet_look
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
        self.found = None;
        self.pause = None;
        // The answer to the letters before is for nobody; its request goes with its ticket.
        if self.is_quiet_look {
            self.pending = None;
            self.is_quiet_look = false;
        }
    }

    fn options(&self) -> AddOptions {
        AddOptions {
            allow_http: self.allow_http,
            ..AddOptions::default()
        }
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
        // The look that is under way is asked for from now on.
        if self.pending.is_some() {
            self.is_quiet_look = false;
            return Action::None;
        }

        self.is_quiet = false;
        self.pause = None;
        let ticket = Ticket::next();
        if let (Step::Address, Some(found)) = (&self.step, &self.found) {
            self.pending = Some(ticket);
            self.note = None;
            return Action::Save(ticket, found.preview.clone(), String::new());
        }
        if let Step::Found { preview, name, .. } = &self.step {
            self.pending = Some(ticket);
            self.note = None;
            return Action::Save(ticket, preview.clone(), name.trim().to_owned());
        }

        match ServerUrl::parse(&self.address, self.policy()) {
            Ok(_) => {
                let options = self.options();
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
        if std::mem::take(&mut self.is_quiet_look) {
            return self.glimpsed(result);
        }

        match result {
            Ok(preview) => {
                let preview = Box::new(preview);
                self.step = Step::found(preview.clone(), None);
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
                self.found = None;
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
        let is_quiet_look = std::mem::take(&mut self.is_quiet_look);
        self.pause = None;
        if self.pending.take().is_some() && !is_quiet_look {
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
