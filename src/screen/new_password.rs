//! Setting the password a mailed link is for: where the link belongs, the form, and what is wrong with the link.
//! Opening a link sends nothing; only the person's press does (S-25).

mod refusal;
mod view;

use iced::Element;

use self::refusal::{WayOn, useless};
use super::{Addressed, ChosenPassword, Contract, Logos, Note, Ticket, chosen_password, note};
use crate::{
    directus::{self, Code},
    link::{Link, LinkError, Purpose},
    profile::{Profile, ProfileId},
    say,
    secret::Secret,
    service::{Error, Invitation},
    text::{self, Notice},
};

pub use super::chosen_password::{PASSWORD, REPEAT};

/// One mailed link.
#[derive(Debug, Clone)]
pub struct NewPassword {
    /// `None` when it could not be read.
    link: Option<Link>,
    step: Step,
    chosen: ChosenPassword,
    /// It came up over a form that was being typed into: the letters on their way are not for this one (S-24).
    is_quiet: bool,
    note: Option<Note>,
    pending: Option<Ticket>,
}

#[derive(Debug, Clone)]
enum Step {
    Placing,
    Choose(Vec<Profile>),
    Form(Box<Invitation>),
    /// The link could not be read, or belongs to no instance.
    Lost(Notice),
    /// The link is of no use to this instance.
    Unusable(Notice, Box<Invitation>, WayOn),
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Where the link belongs.
    Placed(Ticket, Box<Result<Invitation, Error>>),
    /// The person says which instance it is for.
    Chosen(ProfileId),
    /// The password was edited.
    PasswordTyped(Secret),
    /// Its repetition was edited.
    RepeatTyped(Secret),
    /// Shows or hides both.
    Reveal,
    /// Sends it.
    Submit,
    /// The server answered.
    Answered(Ticket, Result<(), Error>),
    /// Asks for another mail.
    NewLink,
    /// Goes to the form: what the link was for is done.
    SignIn,
    /// Leaves.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Placed(ticket, _) | Self::Answered(ticket, _) => Some(*ticket),
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
    Place(Ticket, Link, Option<ProfileId>),
    /// Send the password.
    Set(Ticket, Box<Invitation>, Secret),
    /// Confirm the address.
    Verify(Ticket, Box<Invitation>),
    /// Ask for another mail, with the address of the link.
    NewLink(Box<Invitation>),
    /// Go to the form, with the address of the link.
    SignIn(Box<Invitation>),
    /// It is done.
    Done(Box<Invitation>),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl NewPassword {
    /// A link that was just opened. `chosen` is the instance it was pasted into, if it was.
    pub fn new(link: Link, chosen: Option<ProfileId>) -> (Self, Action) {
        let ticket = Ticket::next();
        let screen = Self {
            link: Some(link.clone()),
            step: Step::Placing,
            chosen: ChosenPassword::default(),
            is_quiet: false,
            note: None,
            pending: Some(ticket),
        };

        (screen, Action::Place(ticket, link, chosen))
    }

    /// A link that could not be read: it is only told.
    pub fn damaged(error: LinkError) -> Self {
        let notice = text::notice(&Error::Link(error));

        Self {
            link: None,
            step: Step::Lost(notice),
            chosen: ChosenPassword::default(),
            is_quiet: false,
            note: None,
            pending: None,
        }
    }

    /// Whether its link could not be read.
    pub fn is_damaged(&self) -> bool {
        self.link.is_none()
    }

    /// The same, but it takes the keyboard only when the person gives it.
    #[must_use]
    pub fn quietly(self, is_quiet: bool) -> Self {
        Self { is_quiet, ..self }
    }

    /// Whether this is the view of that very link: the same one opened twice opens no second view.
    pub fn holds(&self, other: &Link) -> bool {
        match (self.link.as_ref().and_then(token), token(other)) {
            (Some(ours), Some(theirs)) => ours.expose() == theirs.expose(),
            _ => false,
        }
    }

    /// Whether it can be left: not while a password is on its way, whose fate would be unknown.
    pub fn may_leave(&self) -> bool {
        self.pending.is_none() || matches!(self.step, Step::Placing)
    }
}

impl Contract for NewPassword {
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
            Step::Placing | Step::Choose(_) | Step::Lost(_) => None,
        }
    }

    fn focus(&self) -> Option<&'static str> {
        match &self.step {
            Step::Form(invitation) if invitation.purpose == Purpose::VerifyEmail => None,
            Step::Form(_) if self.is_quiet && self.chosen.focus() == PASSWORD => None,
            Step::Form(_) => Some(self.chosen.focus()),
            _ => None,
        }
    }

    fn is_being_typed(&self) -> bool {
        self.chosen.is_being_typed()
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn hide(&mut self) {
        self.chosen.hide();
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Placed(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.placed(*result)
            }
            Message::Answered(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Chosen(id) => match &self.link {
                Some(link) => {
                    let ticket = Ticket::next();
                    self.pending = Some(ticket);
                    Action::Place(ticket, link.clone(), Some(id))
                }
                None => Action::None,
            },
            Message::PasswordTyped(password) => {
                self.chosen
                    .update(chosen_password::Message::Typed(password));
                Action::None
            }
            Message::RepeatTyped(repeat) => {
                self.chosen
                    .update(chosen_password::Message::Repeated(repeat));
                Action::None
            }
            Message::Reveal => {
                self.chosen.update(chosen_password::Message::Reveal);
                Action::None
            }
            Message::Submit => self.submit(),
            Message::NewLink => match &self.step {
                Step::Unusable(_, invitation, WayOn::NewLink) => {
                    Action::NewLink(invitation.clone())
                }
                _ => Action::None,
            },
            Message::SignIn => match &self.step {
                Step::Unusable(_, invitation, WayOn::SignIn) => Action::SignIn(invitation.clone()),
                _ => Action::None,
            },
            Message::Back if self.may_leave() => Action::Back,
            Message::Placed(..) | Message::Answered(..) | Message::Back => Action::None,
            Message::Note(message) => {
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl NewPassword {
    fn placed(&mut self, result: Result<Invitation, Error>) -> Action {
        match result {
            Ok(invitation) => {
                let profile = &invitation.profile;
                self.chosen.know(
                    [Some(profile.name.clone()), invitation.hint.email.clone()]
                        .into_iter()
                        .flatten(),
                );
                self.step = Step::Form(Box::new(invitation));
                self.focus().map_or(Action::None, Action::Focus)
            }
            Err(Error::SeveralForLink(profiles)) => {
                self.step = Step::Choose(profiles);
                Action::None
            }
            Err(error) => {
                self.step = Step::Lost(text::mailed(&error));
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
        let is_confirmation = invitation.purpose == Purpose::VerifyEmail;
        let ticket = Ticket::next();
        let action = if is_confirmation {
            Action::Verify(ticket, invitation)
        } else {
            match self.chosen.ready() {
                Ok(password) => Action::Set(ticket, invitation, password),
                Err(field) => return Action::Focus(field),
            }
        };
        self.pending = Some(ticket);
        self.note = None;

        action
    }

    fn answered(&mut self, result: Result<(), Error>) -> Action {
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
        let notice = text::mailed(&error);

        if let Error::Directus(directus::Error::Refused(refusal)) = &error {
            // The text stays and the link stays good.
            if refusal.code == Code::FailedValidation {
                let hint = notice
                    .hint
                    .map(|hint| format!(" {hint}"))
                    .unwrap_or_default();
                let words = notice.message + &hint;
                return Action::Focus(self.chosen.refuse(PASSWORD, words));
            }
            if let Some((notice, way)) = useless(&refusal.code, invitation.purpose, &notice) {
                self.wipe();
                self.step = Step::Unusable(notice, invitation, way);
                return Action::None;
            }
        }

        self.note = Some(Note::of(crate::ui::banner::Kind::Error, notice));

        Action::None
    }

    /// Nothing secret stays behind (S-49).
    fn wipe(&mut self) {
        self.chosen.wipe();
        self.note = None;
    }
}

fn token(link: &Link) -> Option<&Secret> {
    match link {
        Link::ResetPassword(link) | Link::AcceptInvite(link) | Link::VerifyEmail(link) => {
            Some(&link.token)
        }
        Link::Add(_) => None,
    }
}
