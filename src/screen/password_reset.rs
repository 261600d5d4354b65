//! A forgotten password: asking for the mail, waiting for it, and taking its link in any form a person can paste.
//! Says the same for every address (S-26).

mod view;

use std::time::{Duration, Instant};

use iced::Element;

use super::{
    Notification, Pictures, RequestId, Screen, ScreenMessage, countdown, looks_like_email, note,
};
use crate::{
    link::{Link, TokenPurpose},
    profile::Profile,
    say,
    secret::Secret,
    service::{Error, MailedLinkKind},
    text,
    ui::banner::Kind,
};

/// Field.
pub const EMAIL_FIELD: &str = "forgot-email";
/// Field.
pub const LINK_FIELD: &str = "password-reset-link";

/// The pause before the mail may be asked for again.
const RESEND_PAUSE: Duration = Duration::from_secs(60);

/// The way to a new password.
#[derive(Debug, Clone)]
pub struct PasswordReset {
    profile: Profile,
    email: String,
    email_error: Option<&'static str>,
    step: Step,
    link_text: Secret,
    link_error: Option<String>,
    shows_reasons: bool,
    notification: Option<Notification>,
    pending: Option<RequestId>,
    resend_pause: Option<(Instant, u64)>,
    link_handler: LinkHandler,
    is_copied: bool,
}

/// Whether a click on the link of the mail comes here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LinkHandler {
    /// Not known, or it does.
    OursOrUnknown,
    Checking(RequestId),
    Other,
    Registering(RequestId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Form,
    /// Asked for; which link the mail holds.
    Waiting(MailedLinkKind),
    /// The person has a link already.
    Paste,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The e-mail was edited.
    EmailTyped(String),
    /// Asks for the mail, the first time or again.
    Submit,
    /// The server answered.
    Answered(RequestId, Result<MailedLinkKind, Error>),
    /// The person has a link already.
    HaveLink,
    /// The link was typed.
    LinkTyped(Secret),
    /// The link was pasted: it is read at once, from the clipboard.
    LinkPasted(Secret),
    /// What the clipboard holds; `None` when it cannot be read.
    ClipboardRead(Option<Secret>),
    /// Whether a click on the link of the mail comes here.
    LinkHandlerChecked(RequestId, bool),
    /// Makes it so.
    RegisterScheme,
    /// How that went, and why not.
    SchemeRegistered(RequestId, Result<(), String>),
    /// Copies the line for the administrator.
    CopyLine,
    /// The link was typed and Enter pressed.
    LinkSubmitted,
    /// Shows or hides the reasons why no mail comes.
    ToggleReasons,
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Answered(ticket, _)
            | Self::LinkHandlerChecked(ticket, _)
            | Self::SchemeRegistered(ticket, _) => Some(*ticket),
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
    /// Ask for the mail.
    RequestMail(RequestId, String),
    /// Give the keyboard to the link, and ask whether a click on it comes here.
    CheckLinkHandler(RequestId),
    /// Make this the program that opens the links.
    RegisterScheme(RequestId),
    /// Read what was pasted.
    ReadClipboard,
    /// Drop the request that is under way.
    Cancel,
    /// Open this link.
    OpenLink(Link),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

/// What the server's environment needs so that the link of a mail opens Latchkey; not for translating.
fn administrator_line() -> String {
    format!(
        "PASSWORD_RESET_URL_ALLOW_LIST={}",
        crate::identity::RESET_URL
    )
}

impl PasswordReset {
    /// The first step, with the address typed so far.
    pub fn new(profile: Profile, email: String) -> Self {
        Self {
            profile,
            email,
            email_error: None,
            step: Step::Form,
            link_text: Secret::default(),
            link_error: None,
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
    type Action = Action;

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

    fn awaits(&self, ticket: RequestId) -> bool {
        self.pending == Some(ticket)
            || matches!(self.link_handler, LinkHandler::Checking(asked) | LinkHandler::Registering(asked) if asked == ticket)
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
                // The pause is there for the mail to that address.
                self.resend_pause = self
                    .resend_pause
                    .filter(|_| self.email.trim() == email.trim());
                self.email = email;
                self.email_error = None;
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Answered(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::LinkHandlerChecked(ticket, is_here)
                if self.link_handler == LinkHandler::Checking(ticket) =>
            {
                self.link_handler = if is_here {
                    LinkHandler::OursOrUnknown
                } else {
                    LinkHandler::Other
                };
                Action::None
            }
            Message::RegisterScheme if self.link_handler == LinkHandler::Other => {
                let ticket = RequestId::next();
                self.link_handler = LinkHandler::Registering(ticket);
                self.notification = None;
                Action::RegisterScheme(ticket)
            }
            Message::SchemeRegistered(ticket, result)
                if self.link_handler == LinkHandler::Registering(ticket) =>
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
                self.link_text = text;
                self.link_error = None;
                Action::None
            }
            Message::LinkPasted(text) => {
                self.link_text = text;
                Action::ReadClipboard
            }
            Message::ClipboardRead(whole) => self.handle_clipboard(whole),
            Message::CopyLine => {
                self.is_copied = true;
                Action::Copy(administrator_line())
            }
            Message::LinkSubmitted => self.open_link(),
            Message::ToggleReasons => {
                self.shows_reasons = !self.shows_reasons;
                Action::None
            }
            Message::Back => self.back(),
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

impl PasswordReset {
    fn submit(&mut self) -> Action {
        if self.pending.is_some() || self.resend_pause.is_some() {
            return Action::None;
        }

        let email = self.email.trim();
        self.email_error = if email.is_empty() {
            Some(say!("common-email-empty"))
        } else if looks_like_email(email) {
            None
        } else {
            Some(say!("common-email-malformed"))
        };
        if self.email_error.is_some() {
            return Action::Focus(EMAIL_FIELD);
        }

        let ticket = RequestId::next();
        self.pending = Some(ticket);
        self.notification = None;

        Action::RequestMail(ticket, email.to_owned())
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
                let ticket = RequestId::next();
                self.link_handler = LinkHandler::Checking(ticket);
                Action::CheckLinkHandler(ticket)
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
                // Offering the same again would only fail again.
                LinkHandler::OursOrUnknown
            }
        };

        Action::None
    }

    /// The clipboard counts: the field it was pasted into has lost the line ends. Without it, or when it holds no
    /// link, the field as it stands is read.
    fn handle_clipboard(&mut self, whole: Option<Secret>) -> Action {
        let link = whole
            .and_then(|whole| Link::parse_pasted(whole.expose(), TokenPurpose::ResetPassword).ok());

        match link {
            Some(link) => {
                self.link_text = Secret::default();
                self.link_error = None;
                Action::OpenLink(link)
            }
            None => self.open_link(),
        }
    }

    fn open_link(&mut self) -> Action {
        match Link::parse_pasted(self.link_text.expose(), TokenPurpose::ResetPassword) {
            Ok(link) => {
                self.link_text = Secret::default();
                self.link_error = None;
                Action::OpenLink(link)
            }
            Err(error) => {
                self.link_error = Some(text::notice(&Error::Link(error)).message);
                Action::Focus(LINK_FIELD)
            }
        }
    }

    fn back(&mut self) -> Action {
        if self.pending.take().is_some() {
            return Action::Cancel;
        }
        if self.step == Step::Form {
            return Action::Back;
        }

        self.step = Step::Form;
        self.link_text = Secret::default();
        self.link_error = None;

        Action::Focus(EMAIL_FIELD)
    }
}
