//! Password reset: requesting the mail, waiting for it, and opening its link when it is pasted. The page says the same
//! for every address (S-26, account enumeration).

mod view;

use std::time::{Duration, Instant};

use iced::Element;

use super::{
    Notification, Pictures, RequestId, Screen, ScreenMessage, countdown, email_field::EmailField,
    mailed_link_field::MailedLinkField, notification,
};
use crate::{
    link::{Link, TokenPurpose},
    profile::{Profile, ProfileId},
    say,
    secret::Secret,
    service::{Error, MailedLinkKind},
    text,
    ui::banner::Kind,
};

pub const EMAIL_FIELD: &str = "password-reset-email";
pub const LINK_FIELD: &str = "password-reset-link";

/// How long the button to request the mail again stays off.
const RESEND_PAUSE: Duration = Duration::from_secs(60);

#[derive(Debug, Clone)]
pub struct PasswordReset {
    profile: Profile,
    email: EmailField,
    step: Step,
    link: MailedLinkField,
    shows_reasons: bool,
    notification: Option<Notification>,
    pending: Option<RequestId>,
    resend_pause: Option<(Instant, u64)>,
    link_handler: LinkHandler,
    is_copied: bool,
}

/// Which program opens the link in the mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LinkHandler {
    /// Latchkey, or not known; nothing is shown.
    OursOrUnknown,
    Checking(RequestId),
    Other,
    Registering(RequestId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Form,
    /// The mail was requested and contains this kind of link.
    Waiting(MailedLinkKind),
    /// The person already has a link.
    Paste,
}

#[derive(Debug, Clone)]
pub enum Message {
    EmailTyped(String),
    /// Requests the mail, for the first time or again.
    Submit,
    Answered(RequestId, Result<MailedLinkKind, Error>),
    /// The person already has a link.
    HaveLink,
    /// The link field was edited.
    LinkTyped(Secret),
    /// Something was pasted into the link field: the clipboard is read instead, since the field drops line breaks.
    LinkPasted(Secret),
    /// The clipboard's text; `None` if it cannot be read.
    ClipboardRead(Option<Secret>),
    /// Which program opens the link in the mail.
    LinkHandlerChecked(RequestId, bool),
    /// Registers Latchkey as the program that opens the links.
    RegisterScheme,
    /// The outcome of the registration, or why it failed.
    SchemeRegistered(RequestId, Result<(), String>),
    /// Copies the setting for the administrator.
    CopyLine,
    /// Enter in the link field.
    LinkSubmitted,
    /// Shows or hides the reasons why no mail may arrive.
    ToggleReasons,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Answered(request, _)
            | Self::LinkHandlerChecked(request, _)
            | Self::SchemeRegistered(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Asks for the mail to this address. Answered by [`Message::Answered`].
    RequestMail(ProfileId, String),
    /// Asks whether a click on the link of the mail opens this program. Answered by [`Message::LinkHandlerChecked`].
    CheckLinkHandler,
    /// Makes this the program that opens the links. Answered by [`Message::SchemeRegistered`].
    RegisterScheme,
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// What was pasted is read from the clipboard, for [`Message::ClipboardRead`].
    ReadClipboard,
    /// What this link is for.
    OpenLink(Link),
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

/// The server's setting that lets a mailed link open Latchkey. Not translated.
fn administrator_line() -> String {
    format!(
        "PASSWORD_RESET_URL_ALLOW_LIST={}",
        crate::identity::RESET_URL
    )
}

impl PasswordReset {
    /// The form, with the address typed so far.
    pub fn new(profile: Profile, email: String) -> Self {
        Self {
            profile,
            email: EmailField::new(EMAIL_FIELD, email),
            step: Step::Form,
            link: MailedLinkField::new(LINK_FIELD, TokenPurpose::ResetPassword),
            shows_reasons: false,
            notification: None,
            pending: None,
            resend_pause: None,
            link_handler: LinkHandler::OursOrUnknown,
            is_copied: false,
        }
    }
}

impl Screen for PasswordReset {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        super::title(&self.profile, say!("password-reset-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        Some(if self.step == Step::Form {
            EMAIL_FIELD
        } else {
            LINK_FIELD
        })
    }

    fn is_being_typed(&self) -> bool {
        self.step == Step::Form && !self.email.is_empty()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn awaits(&self, request: RequestId) -> bool {
        self.pending == Some(request)
            || matches!(self.link_handler, LinkHandler::Checking(awaited) | LinkHandler::Registering(awaited) if awaited == request)
    }

    fn needs_tick(&self, _is_in_view: bool) -> bool {
        self.resend_pause.is_some()
    }

    fn tick(&mut self, now: Instant) {
        self.resend_pause = self
            .resend_pause
            .and_then(|(until, _)| countdown(until, now));
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::EmailTyped(email) => {
                // The pause applies to the address the mail was requested for.
                self.resend_pause = self
                    .resend_pause
                    .filter(|_| self.email.address() == email.trim());
                self.email.set(email);
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Answered(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::LinkHandlerChecked(request, is_here)
                if self.link_handler == LinkHandler::Checking(request) =>
            {
                self.link_handler = if is_here {
                    LinkHandler::OursOrUnknown
                } else {
                    LinkHandler::Other
                };
                Action::None
            }
            Message::RegisterScheme if self.link_handler == LinkHandler::Other => {
                let request = RequestId::next();
                self.link_handler = LinkHandler::Registering(request);
                self.notification = None;
                Action::Run(request, Request::RegisterScheme)
            }
            Message::SchemeRegistered(request, result)
                if self.link_handler == LinkHandler::Registering(request) =>
            {
                self.handle_registration(result)
            }
            Message::Answered(..)
            | Message::LinkHandlerChecked(..)
            | Message::RegisterScheme
            | Message::SchemeRegistered(..) => Action::None,
            Message::HaveLink => {
                self.step = Step::Paste;
                self.notification = None;
                Action::Focus(LINK_FIELD)
            }
            Message::LinkTyped(text) => {
                self.link.set(text);
                Action::None
            }
            Message::LinkPasted(text) => {
                self.link.set(text);
                Action::Outcome(Outcome::ReadClipboard)
            }
            Message::ClipboardRead(text) => self.open_link(text.as_ref()),
            Message::CopyLine => {
                self.is_copied = true;
                Action::Copy(administrator_line().into())
            }
            Message::LinkSubmitted => self.open_link(None),
            Message::ToggleReasons => {
                self.shows_reasons = !self.shows_reasons;
                Action::None
            }
            Message::Back => self.back(),
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }
}

impl PasswordReset {
    fn submit(&mut self) -> Action {
        if self.pending.is_some() || self.resend_pause.is_some() {
            return Action::None;
        }

        let email = match self.email.validate() {
            Ok(email) => email,
            Err(field) => return Action::Focus(field),
        };

        let request = RequestId::next();
        self.pending = Some(request);
        self.notification = None;

        Action::Run(
            request,
            Request::RequestMail(self.profile.id.clone(), email),
        )
    }

    fn handle_answer(&mut self, result: Result<MailedLinkKind, Error>) -> Action {
        match result {
            Ok(link) => {
                let now = Instant::now();
                self.step = Step::Waiting(link);
                self.resend_pause = countdown(now + RESEND_PAUSE, now);
                if link == MailedLinkKind::DataStudio {
                    return Action::Focus(LINK_FIELD);
                }
                let request = RequestId::next();
                self.link_handler = LinkHandler::Checking(request);
                Action::Batch(vec![
                    Action::Focus(LINK_FIELD),
                    Action::Run(request, Request::CheckLinkHandler),
                ])
            }
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }

    fn handle_registration(&mut self, result: Result<(), String>) -> Action {
        self.link_handler = match result {
            Ok(()) => LinkHandler::OursOrUnknown,
            Err(reason) => {
                let notice = text::Notice {
                    message: say!("password-reset-not-registered").to_owned(),
                    hint: Some(say!("password-reset-not-registered.hint").to_owned()),
                    detail: Some(reason),
                    code: String::new(),
                };
                self.notification = Some(Notification::new(Kind::Warning, notice));
                // Do not offer the registration again: it would fail again.
                LinkHandler::OursOrUnknown
            }
        };

        Action::None
    }

    fn open_link(&mut self, clipboard: Option<&Secret>) -> Action {
        self.link
            .read(clipboard)
            .map_or_else(Action::Focus, |link| {
                Action::Outcome(Outcome::OpenLink(link))
            })
    }

    fn back(&mut self) -> Action {
        if self.pending.take().is_some() {
            return Action::Refocus;
        }
        if self.step == Step::Form {
            return Action::Leave;
        }

        self.step = Step::Form;
        self.link.wipe();

        Action::Focus(EMAIL_FIELD)
    }
}
