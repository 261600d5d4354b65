//! Adding an instance: an address, a probe of the server, a preview, and only then a new profile. No server is
//! contacted before the person asks (S-53, links that propose a server), and typing a complete address and then pausing
//! counts as asking. That background probe shows a server it finds below the field; its failures stay silent until the
//! person presses the button. It contacts only what the button would contact, never over plain HTTP unless that was
//! ticked (S-30, credentials in the clear), and one probe runs at a time.

mod glimpse;
mod message;
mod view;

pub use message::{Action, Message, Outcome, Request};

use iced::{Element, widget::image};

use self::glimpse::BackgroundPreview;
use super::{Notification, Pictures, RequestId, Screen};
use crate::{
    address::{HttpPolicy, ServerUrl, ServerUrlError},
    identity::PRODUCT,
    profile::Profile,
    say,
    service::{AddOptions, Error, Preview, ServerError},
    text,
};

pub const ADDRESS_FIELD: &str = "address";
pub const NAME_FIELD: &str = "name";

#[derive(Debug, Clone)]
pub struct Add {
    address: String,
    allow_http: bool,
    /// The host that plain HTTP would reach; set, it makes the form offer the opt-in.
    plain_host: Option<String>,
    error: Option<String>,
    notification: Option<Notification>,
    existing_name: Option<String>,
    /// The address the server redirected to.
    redirected_to: Option<url::Url>,
    step: Step,
    pending: Option<RequestId>,
    /// The pending request is a background probe, so the form is not busy.
    is_background_probe: bool,
    /// The timer that runs after the last keystroke.
    typing_pause: Option<RequestId>,
    /// What a background probe found at the typed address.
    background_preview: Option<BackgroundPreview>,
    /// The screen opened over a form that was being typed into, so it takes no focus: the keystrokes under way are not
    /// meant for it (S-24, focus stealing).
    takes_no_focus: bool,
}

#[derive(Debug, Clone)]
enum Step {
    Address,
    Preview {
        preview: Box<Preview>,
        name: String,
        logo: Option<image::Handle>,
    },
}

impl Step {
    /// The preview step, named after the project, or after the host.
    fn preview(preview: Box<Preview>, logo: Option<image::Handle>) -> Self {
        let name = preview.project.name.clone();

        Self::Preview {
            name: name.unwrap_or_else(|| preview.url.display_host()),
            preview,
            logo,
        }
    }
}

impl Add {
    /// The form, with an address if a link proposed one.
    pub fn new(address: String) -> Self {
        Self {
            address,
            allow_http: false,
            plain_host: None,
            error: None,
            notification: None,
            existing_name: None,
            redirected_to: None,
            step: Step::Address,
            pending: None,
            is_background_probe: false,
            typing_pause: None,
            background_preview: None,
            takes_no_focus: false,
        }
    }

    /// With `true`, the screen takes no focus by itself.
    #[must_use]
    pub fn without_focus(self, takes_no_focus: bool) -> Self {
        Self {
            takes_no_focus,
            ..self
        }
    }

    /// Whether the form already shows this address.
    pub fn is_about_address(&self, address: &str) -> bool {
        self.address.trim() == address.trim()
    }
}

impl Screen for Add {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        format!("{} — {PRODUCT}", say!("add-title"))
    }

    fn accent(&self) -> Option<iced::Color> {
        match &self.step {
            Step::Address => {
                let found = self.background_preview.as_ref()?;
                super::accent(&found.preview.project)
            }
            Step::Preview { preview, .. } => super::accent(&preview.project),
        }
    }

    fn focus(&self) -> Option<&'static str> {
        match self.step {
            _ if self.takes_no_focus => None,
            Step::Address => Some(ADDRESS_FIELD),
            Step::Preview { .. } => Some(NAME_FIELD),
        }
    }

    fn is_being_typed(&self) -> bool {
        !self.address.is_empty()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn awaits(&self, request: RequestId) -> bool {
        self.pending == Some(request) || self.typing_pause == Some(request)
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::AddressTyped(address) => {
                self.takes_no_focus = false;
                self.address = address;
                self.forget_outcome();
                self.error = self.error_while_typing();
                self.wait_for_pause()
            }
            Message::TypingPaused(request) if self.typing_pause == Some(request) => {
                self.probe_in_background()
            }
            Message::HttpToggled => {
                self.allow_http = !self.allow_http;
                self.error = None;
                Action::None
            }
            Message::Submit => self.submit(),
            Message::AddressEntered => self.show_preview().unwrap_or_else(|| self.submit()),
            Message::Probed(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.handle_probe(*result)
            }
            Message::Saved(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.handle_save(*result)
            }
            Message::TypingPaused(_) | Message::Probed(..) | Message::Saved(..) => Action::None,
            Message::LogoLoaded(url, picture) => {
                if let Step::Preview { preview, logo, .. } = &mut self.step
                    && preview.url == url
                {
                    *logo = picture;
                } else if let Some(found) = &mut self.background_preview
                    && found.preview.url == url
                {
                    found.logo = picture;
                }
                Action::None
            }
            Message::UseRedirect => match self.redirected_to.take() {
                Some(url) => {
                    self.address = url.to_string();
                    self.forget_outcome();
                    self.submit()
                }
                None => Action::None,
            },
            Message::OpenExisting => self.existing_name.clone().map_or(Action::None, |value| {
                Action::Outcome(Outcome::OpenExisting(value))
            }),
            Message::NameTyped(typed) => {
                if let Step::Preview { name, .. } = &mut self.step {
                    *name = typed;
                }
                Action::None
            }
            Message::Back => self.back(),
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, _logos: &'a Pictures) -> Element<'a, Message> {
        self.draw()
    }
}

impl Add {
    /// Whether the person waits for a request; a background probe does not count.
    fn is_busy(&self) -> bool {
        self.pending.is_some() && !self.is_background_probe
    }

    fn policy(&self) -> HttpPolicy {
        if self.allow_http {
            HttpPolicy::Allowed
        } else {
            HttpPolicy::LoopbackOnly
        }
    }

    fn forget_outcome(&mut self) {
        self.notification = None;
        self.existing_name = None;
        self.redirected_to = None;
        self.plain_host = None;
        self.allow_http = false;
        self.background_preview = None;
        self.typing_pause = None;
        // A background probe of the previous text: forget its request id, so that its answer is dropped.
        if self.is_background_probe {
            self.pending = None;
            self.is_background_probe = false;
        }
    }

    fn options(&self) -> AddOptions {
        AddOptions {
            allow_http: self.allow_http,
            ..AddOptions::default()
        }
    }

    /// An error that no further typing can fix; all others wait for the button.
    fn error_while_typing(&self) -> Option<String> {
        match ServerUrl::parse(&self.address, self.policy()) {
            Err(error @ (ServerUrlError::Scheme(_) | ServerUrlError::Userinfo)) => {
                Some(text::notice(&Error::Address(error)).message)
            }
            _ => None,
        }
    }

    fn submit(&mut self) -> Action {
        // The person now waits for the probe that is already running.
        if self.pending.is_some() {
            self.is_background_probe = false;
            return Action::None;
        }

        self.takes_no_focus = false;
        self.typing_pause = None;
        let request = RequestId::next();
        if let (Step::Address, Some(found)) = (&self.step, &self.background_preview) {
            self.pending = Some(request);
            self.notification = None;
            return Action::Run(request, Request::Save(found.preview.clone(), String::new()));
        }
        if let Step::Preview { preview, name, .. } = &self.step {
            self.pending = Some(request);
            self.notification = None;
            return Action::Run(
                request,
                Request::Save(preview.clone(), name.trim().to_owned()),
            );
        }

        match ServerUrl::parse(&self.address, self.policy()) {
            Ok(_) => {
                let options = self.options();
                self.error = None;
                self.notification = None;
                self.existing_name = None;
                self.redirected_to = None;
                self.pending = Some(request);
                Action::Run(request, Request::Probe(self.address.clone(), options))
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

        Action::Focus(ADDRESS_FIELD)
    }

    fn handle_probe(&mut self, result: Result<Preview, Error>) -> Action {
        if std::mem::take(&mut self.is_background_probe) {
            return self.handle_background_probe(result);
        }

        match result {
            Ok(preview) => {
                let preview = Box::new(preview);
                self.step = Step::preview(preview.clone(), None);
                return Action::Batch(vec![
                    Action::Focus(NAME_FIELD),
                    Action::Run(RequestId::next(), Request::LoadLogo(preview)),
                ]);
            }
            Err(Error::Address(error)) => return self.refuse(error),
            Err(Error::AlreadyAdded(name)) => self.existing_name = Some(name),
            Err(error) => {
                if let Error::Directus(ServerError::Redirected { to, .. }) = &error {
                    self.redirected_to = Some(to.clone());
                }
                self.notification = Some(Notification::error(&error));
            }
        }

        Action::Focus(ADDRESS_FIELD)
    }

    fn handle_save(&mut self, result: Result<Profile, Error>) -> Action {
        match result {
            Ok(profile) => Action::Outcome(Outcome::Added(Box::new(profile))),
            Err(Error::AlreadyAdded(name)) => {
                self.step = Step::Address;
                self.background_preview = None;
                self.existing_name = Some(name);
                Action::None
            }
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }

    fn back(&mut self) -> Action {
        let was_background_probe = std::mem::take(&mut self.is_background_probe);
        self.typing_pause = None;
        if self.pending.take().is_some() && !was_background_probe {
            return Action::Refocus;
        }

        match self.step {
            Step::Address => Action::Leave,
            Step::Preview { .. } => {
                self.step = Step::Address;
                self.notification = None;
                Action::Focus(ADDRESS_FIELD)
            }
        }
    }
}

/// Says that the instance is in the list already.
fn already_kept_text(name: &str) -> String {
    say!("add-kept", name = name)
}
