//! Setting a password by a mailed link (reset or invitation), or confirming an address: finding the link's profile, the
//! form, and what is wrong with the link. Opening a link sends nothing; only the person's button does (S-25, links that
//! act without consent).

mod refusal;
mod view;

use iced::Element;

use self::refusal::{Remedy, link_refusal};
use super::{
    ChosenPassword, Notification, Pictures, RequestId, Screen, ScreenMessage, chosen_password,
    notification,
};
use crate::{
    link::{Link, LinkError, TokenPurpose},
    profile::{Profile, ProfileId},
    say,
    secret::Secret,
    service::{Error, ErrorCode, ResolvedLink, ServerError},
    text::{self, Notice},
};

pub use super::chosen_password::{PASSWORD_FIELD, REPEAT_FIELD};

#[derive(Debug, Clone)]
pub struct NewPassword {
    /// `None` if the link could not be read.
    link: Option<Link>,
    /// The instance that the link was pasted into, if it was.
    chosen_profile: Option<ProfileId>,
    step: Step,
    chosen_password: ChosenPassword,
    /// The screen opened over a form that was being typed into, so it takes no focus: the keystrokes under way are not
    /// meant for it (S-24, focus stealing).
    takes_no_focus: bool,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
enum Step {
    FindingProfile,
    ChooseProfile(Vec<Profile>),
    Form(Box<ResolvedLink>),
    /// The link could not be read, or no profile matches it.
    Failed(Notice),
    /// The server refused the link.
    Unusable(Notice, Box<ResolvedLink>, Remedy),
}

#[derive(Debug, Clone)]
pub enum Message {
    /// The profile the link belongs to.
    ProfileFound(RequestId, Box<Result<ResolvedLink, Error>>),
    /// The person chose the profile among several.
    ProfileChosen(ProfileId),
    PasswordTyped(Secret),
    RepeatTyped(Secret),
    Reveal,
    Submit,
    Answered(RequestId, Result<(), Error>),
    NewLink,
    /// Opens the sign-in form: what the link was for is already done.
    OpenSignIn,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::ProfileFound(request, _) | Self::Answered(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Finds the instance the link belongs to, or takes the one that the person chose. Answered by
    /// [`Message::ProfileFound`].
    FindProfile(Link, Option<ProfileId>),
    /// Sends the password. Answered by [`Message::Answered`].
    SetPassword(Box<ResolvedLink>, Secret),
    /// Confirms the address. Answered by [`Message::Answered`].
    VerifyEmail(Box<ResolvedLink>),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Asking for another mail, with the address of the link.
    NewLink(Box<ResolvedLink>),
    /// The form, with the address of the link.
    OpenSignIn(Box<ResolvedLink>),
    /// What the link is for is done.
    Done(Box<ResolvedLink>),
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

impl NewPassword {
    /// The screen of an opened link. `chosen` is the profile whose page it was pasted into, if it was pasted.
    pub fn new(link: Link, chosen: Option<ProfileId>) -> Self {
        Self {
            link: Some(link),
            chosen_profile: chosen,
            step: Step::FindingProfile,
            chosen_password: ChosenPassword::default(),
            takes_no_focus: false,
            notification: None,
            pending: Some(RequestId::next()),
        }
    }

    /// The screen of a link that could not be read; it only shows the error.
    pub fn unreadable(error: LinkError) -> Self {
        let notice = text::notice(&Error::Link(error));

        Self {
            link: None,
            chosen_profile: None,
            step: Step::Failed(notice),
            chosen_password: ChosenPassword::default(),
            takes_no_focus: false,
            notification: None,
            pending: None,
        }
    }

    /// Whether the link could not be read.
    pub fn is_unreadable(&self) -> bool {
        self.link.is_none()
    }

    /// With `true`, the screen takes no focus by itself.
    #[must_use]
    pub fn without_focus(self, takes_no_focus: bool) -> Self {
        Self {
            takes_no_focus,
            ..self
        }
    }

    /// Whether the screen is about this very link, so that opening a link twice opens one screen (R-28, a link clicked
    /// twice).
    pub fn is_for_link(&self, other: &Link) -> bool {
        match (self.link.as_ref().and_then(token_of), token_of(other)) {
            (Some(ours), Some(theirs)) => ours.expose() == theirs.expose(),
            _ => false,
        }
    }

    /// Whether the screen may be closed: not while a password is being set, because its outcome would go unseen.
    pub fn may_leave(&self) -> bool {
        self.pending.is_none() || matches!(self.step, Step::FindingProfile)
    }
}

impl Screen for NewPassword {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        match self.profile() {
            Some(profile) => super::title(profile, say!("new-password-window")),
            None => format!(
                "{} — {}",
                say!("new-password-window"),
                crate::identity::PRODUCT
            ),
        }
    }

    fn profile(&self) -> Option<&Profile> {
        match &self.step {
            Step::Form(link) | Step::Unusable(_, link, _) => Some(&link.profile),
            Step::FindingProfile | Step::ChooseProfile(_) | Step::Failed(_) => None,
        }
    }

    fn focus(&self) -> Option<&'static str> {
        match &self.step {
            Step::Form(link) if link.purpose == TokenPurpose::VerifyEmail => None,
            Step::Form(_)
                if self.takes_no_focus && self.chosen_password.focus() == PASSWORD_FIELD =>
            {
                None
            }
            Step::Form(_) => Some(self.chosen_password.focus()),
            _ => None,
        }
    }

    fn is_being_typed(&self) -> bool {
        self.chosen_password.is_being_typed()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn mask_secrets(&mut self) {
        self.chosen_password.hide();
    }

    fn opened(&mut self) -> Action {
        match (&self.link, self.pending) {
            (Some(link), Some(request)) => {
                let chosen = self.chosen_profile.clone();
                Action::Run(request, Request::FindProfile(link.clone(), chosen))
            }
            _ => Action::None,
        }
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::ProfileFound(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.handle_profile(*result)
            }
            Message::Answered(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::ProfileChosen(id) => match &self.link {
                Some(link) => {
                    let request = RequestId::next();
                    self.pending = Some(request);
                    Action::Run(request, Request::FindProfile(link.clone(), Some(id)))
                }
                None => Action::None,
            },
            Message::PasswordTyped(password) => {
                self.chosen_password
                    .update(chosen_password::Message::PasswordTyped(password));
                Action::None
            }
            Message::RepeatTyped(repeat) => {
                self.chosen_password
                    .update(chosen_password::Message::RepeatTyped(repeat));
                Action::None
            }
            Message::Reveal => {
                self.chosen_password
                    .update(chosen_password::Message::Reveal);
                Action::None
            }
            Message::Submit => self.submit(),
            Message::NewLink => match &self.step {
                Step::Unusable(_, link, Remedy::NewLink) => {
                    Action::Outcome(Outcome::NewLink(link.clone()))
                }
                _ => Action::None,
            },
            Message::OpenSignIn => match &self.step {
                Step::Unusable(_, link, Remedy::SignIn) => {
                    Action::Outcome(Outcome::OpenSignIn(link.clone()))
                }
                _ => Action::None,
            },
            Message::Back if self.may_leave() => Action::Leave,
            Message::ProfileFound(..) | Message::Answered(..) | Message::Back => Action::None,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }
}

impl NewPassword {
    fn handle_profile(&mut self, result: Result<ResolvedLink, Error>) -> Action {
        match result {
            Ok(link) => {
                let profile = &link.profile;
                self.chosen_password.set_known_words(
                    [Some(profile.name.clone()), link.hint.email.clone()]
                        .into_iter()
                        .flatten(),
                );
                self.step = Step::Form(Box::new(link));
                self.focus().map_or(Action::None, Action::Focus)
            }
            Err(Error::SeveralProfilesForLink(profiles)) => {
                self.step = Step::ChooseProfile(profiles);
                Action::None
            }
            Err(error) => {
                self.step = Step::Failed(text::mailed_link_error(&error));
                Action::None
            }
        }
    }

    fn submit(&mut self) -> Action {
        let Step::Form(link) = &self.step else {
            return Action::None;
        };
        if self.pending.is_some() {
            return Action::None;
        }

        let link = link.clone();
        let is_confirmation = link.purpose == TokenPurpose::VerifyEmail;
        let request = RequestId::next();
        let action = if is_confirmation {
            Action::Run(request, Request::VerifyEmail(link))
        } else {
            match self.chosen_password.validate() {
                Ok(password) => Action::Run(request, Request::SetPassword(link, password)),
                Err(field) => return Action::Focus(field),
            }
        };
        self.pending = Some(request);
        self.notification = None;

        action
    }

    fn handle_answer(&mut self, result: Result<(), Error>) -> Action {
        let Step::Form(link) = &self.step else {
            return Action::None;
        };
        let link = link.clone();
        let error = match result {
            Ok(()) => {
                self.wipe();
                return Action::Outcome(Outcome::Done(link));
            }
            Err(error) => error,
        };
        let notice = text::mailed_link_error(&error);

        if let Error::Directus(ServerError::Refused(refusal)) = &error {
            // The password policy refused the password; the link stays valid and the text stays (R-30, a refused
            // password).
            if refusal.code == ErrorCode::FailedValidation {
                let hint = notice
                    .hint
                    .map(|hint| format!(" {hint}"))
                    .unwrap_or_default();
                let words = notice.message + &hint;
                return Action::Focus(self.chosen_password.refuse(words));
            }
            if let Some((notice, remedy)) = link_refusal(&refusal.code, link.purpose, &notice) {
                self.wipe();
                self.step = Step::Unusable(notice, link, remedy);
                return Action::None;
            }
        }

        self.notification = Some(Notification::new(crate::ui::banner::Kind::Error, notice));

        Action::None
    }

    /// Drops every secret of the screen (S-49, passwords left in memory).
    fn wipe(&mut self) {
        self.chosen_password.wipe();
        self.notification = None;
    }
}

fn token_of(link: &Link) -> Option<&Secret> {
    match link {
        Link::ResetPassword(link) | Link::AcceptInvite(link) | Link::VerifyEmail(link) => {
            Some(&link.token)
        }
        Link::Add(_) => None,
    }
}
