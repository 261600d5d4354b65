//! Setting the password a mailed link is for: where the link belongs, the form, and what is wrong with the link.
//! Opening a link sends nothing; only the person's press does (S-25).

mod refusal;
mod view;

use iced::Element;

use self::refusal::{Remedy, link_refusal};
use super::{
    ChosenPassword, Notification, Pictures, RequestId, Screen, ScreenMessage, chosen_password, note,
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

/// One mailed link.
#[derive(Debug, Clone)]
pub struct NewPassword {
    /// `None` when it could not be read.
    link: Option<Link>,
    step: Step,
    new_password: ChosenPassword,
    /// It came up over a form that was being typed into: the letters on their way are not for this one (S-24).
    takes_no_focus: bool,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
enum Step {
    FindingProfile,
    ChooseProfile(Vec<Profile>),
    Form(Box<ResolvedLink>),
    /// The link could not be read, or belongs to no instance.
    Failed(Notice),
    /// The link is of no use to this instance.
    Unusable(Notice, Box<ResolvedLink>, Remedy),
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Where the link belongs.
    ProfileFound(RequestId, Box<Result<ResolvedLink, Error>>),
    /// The person says which instance it is for.
    ProfileChosen(ProfileId),
    /// The password was edited.
    PasswordTyped(Secret),
    /// Its repetition was edited.
    RepeatTyped(Secret),
    /// Shows or hides both.
    Reveal,
    /// Sends it.
    Submit,
    /// The server answered.
    Answered(RequestId, Result<(), Error>),
    /// Asks for another mail.
    NewLink,
    /// Goes to the form: what the link was for is done.
    OpenSignIn,
    /// Leaves.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::ProfileFound(ticket, _) | Self::Answered(ticket, _) => Some(*ticket),
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
    /// Find where the link belongs.
    FindProfile(RequestId, Link, Option<ProfileId>),
    /// Send the password.
    SetPassword(RequestId, Box<ResolvedLink>, Secret),
    /// Confirm the address.
    VerifyEmail(RequestId, Box<ResolvedLink>),
    /// Ask for another mail, with the address of the link.
    NewLink(Box<ResolvedLink>),
    /// Go to the form, with the address of the link.
    OpenSignIn(Box<ResolvedLink>),
    /// It is done.
    Done(Box<ResolvedLink>),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl NewPassword {
    /// A link that was just opened. `chosen` is the instance it was pasted into, if it was.
    pub fn new(link: Link, chosen: Option<ProfileId>) -> (Self, Action) {
        let ticket = RequestId::next();
        let screen = Self {
            link: Some(link.clone()),
            step: Step::FindingProfile,
            new_password: ChosenPassword::default(),
            takes_no_focus: false,
            notification: None,
            pending: Some(ticket),
        };

        (screen, Action::FindProfile(ticket, link, chosen))
    }

    /// A link that could not be read: it is only told.
    pub fn unreadable(error: LinkError) -> Self {
        let notice = text::notice(&Error::Link(error));

        Self {
            link: None,
            step: Step::Failed(notice),
            new_password: ChosenPassword::default(),
            takes_no_focus: false,
            notification: None,
            pending: None,
        }
    }

    /// Whether its link could not be read.
    pub fn is_unreadable(&self) -> bool {
        self.link.is_none()
    }

    /// The same, but it takes the keyboard only when the person gives it.
    #[must_use]
    pub fn without_focus(self, is_quiet: bool) -> Self {
        Self {
            takes_no_focus: is_quiet,
            ..self
        }
    }

    /// Whether this is the view of that very link: the same one opened twice opens no second view.
    pub fn is_for_link(&self, other: &Link) -> bool {
        match (self.link.as_ref().and_then(token_of), token_of(other)) {
            (Some(ours), Some(theirs)) => ours.expose() == theirs.expose(),
            _ => false,
        }
    }

    /// Whether it can be left: not while a password is on its way, whose fate would be unknown.
    pub fn may_leave(&self) -> bool {
        self.pending.is_none() || matches!(self.step, Step::FindingProfile)
    }
}

impl Screen for NewPassword {
    type Message = Message;
    type Action = Action;

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
            Step::Form(invitation) | Step::Unusable(_, invitation, _) => Some(&invitation.profile),
            Step::FindingProfile | Step::ChooseProfile(_) | Step::Failed(_) => None,
        }
    }

    fn focus(&self) -> Option<&'static str> {
        match &self.step {
            Step::Form(invitation) if invitation.purpose == TokenPurpose::VerifyEmail => None,
            Step::Form(_) if self.takes_no_focus && self.new_password.focus() == PASSWORD_FIELD => {
                None
            }
            Step::Form(_) => Some(self.new_password.focus()),
            _ => None,
        }
    }

    fn is_being_typed(&self) -> bool {
        self.new_password.is_being_typed()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn mask_secrets(&mut self) {
        self.new_password.hide();
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::ProfileFound(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.handle_profile(*result)
            }
            Message::Answered(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::ProfileChosen(id) => match &self.link {
                Some(link) => {
                    let ticket = RequestId::next();
                    self.pending = Some(ticket);
                    Action::FindProfile(ticket, link.clone(), Some(id))
                }
                None => Action::None,
            },
            Message::PasswordTyped(password) => {
                self.new_password
                    .update(chosen_password::Message::PasswordTyped(password));
                Action::None
            }
            Message::RepeatTyped(repeat) => {
                self.new_password
                    .update(chosen_password::Message::RepeatTyped(repeat));
                Action::None
            }
            Message::Reveal => {
                self.new_password.update(chosen_password::Message::Reveal);
                Action::None
            }
            Message::Submit => self.submit(),
            Message::NewLink => match &self.step {
                Step::Unusable(_, invitation, Remedy::NewLink) => {
                    Action::NewLink(invitation.clone())
                }
                _ => Action::None,
            },
            Message::OpenSignIn => match &self.step {
                Step::Unusable(_, invitation, Remedy::SignIn) => {
                    Action::OpenSignIn(invitation.clone())
                }
                _ => Action::None,
            },
            Message::Back if self.may_leave() => Action::Back,
            Message::ProfileFound(..) | Message::Answered(..) | Message::Back => Action::None,
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

impl NewPassword {
    fn handle_profile(&mut self, result: Result<ResolvedLink, Error>) -> Action {
        match result {
            Ok(invitation) => {
                let profile = &invitation.profile;
                self.new_password.set_known_words(
                    [Some(profile.name.clone()), invitation.hint.email.clone()]
                        .into_iter()
                        .flatten(),
                );
                self.step = Step::Form(Box::new(invitation));
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
        let Step::Form(invitation) = &self.step else {
            return Action::None;
        };
        if self.pending.is_some() {
            return Action::None;
        }

        let invitation = invitation.clone();
        let is_confirmation = invitation.purpose == TokenPurpose::VerifyEmail;
        let ticket = RequestId::next();
        let action = if is_confirmation {
            Action::VerifyEmail(ticket, invitation)
        } else {
            match self.new_password.validate() {
                Ok(password) => Action::SetPassword(ticket, invitation, password),
                Err(field) => return Action::Focus(field),
            }
        };
        self.pending = Some(ticket);
        self.notification = None;

        action
    }

    fn handle_answer(&mut self, result: Result<(), Error>) -> Action {
        let Step::Form(invitation) = &self.step else {
            return Action::None;
        };
        let invitation = invitation.clone();
        let error = match result {
            Ok(()) => {
                self.wipe();
                return Action::Done(invitation);
            }
            Err(error) => error,
        };
        let notice = text::mailed_link_error(&error);

        if let Error::Directus(ServerError::Refused(refusal)) = &error {
            // The text stays and the link stays good.
            if refusal.code == ErrorCode::FailedValidation {
                let hint = notice
                    .hint
                    .map(|hint| format!(" {hint}"))
                    .unwrap_or_default();
                let words = notice.message + &hint;
                return Action::Focus(self.new_password.refuse(PASSWORD_FIELD, words));
            }
            if let Some((notice, way)) = link_refusal(&refusal.code, invitation.purpose, &notice) {
                self.wipe();
                self.step = Step::Unusable(notice, invitation, way);
                return Action::None;
            }
        }

        self.notification = Some(Notification::new(crate::ui::banner::Kind::Error, notice));

        Action::None
    }

    /// Nothing secret stays behind (S-49).
    fn wipe(&mut self) {
        self.new_password.wipe();
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
