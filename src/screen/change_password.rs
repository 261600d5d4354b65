//! A new password for the account that is signed in. Owns the form and what a refusal means; the server ends every
//! session with the change, so that afterwards the person signs in.

use iced::Element;

use super::{
    ChosenPassword, Notification, Pictures, RequestId, Screen, ScreenMessage, chosen_password,
    destination, instance_header, note,
};
use crate::{
    directus::{self, ErrorCode},
    profile::Profile,
    say,
    secret::Secret,
    service::Error,
    session::Account,
    text,
    ui::{banner::Kind, control, field, page::Page},
};

/// The page for one account.
#[derive(Debug, Clone)]
pub struct ChangePassword {
    profile: Profile,
    account: Account,
    new_password: ChosenPassword,
    /// The server lets only administrators do it here.
    is_forbidden: bool,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The password was edited.
    NewPassword(chosen_password::Message),
    /// Sends it.
    Submit,
    /// The server answered.
    Answered(RequestId, Result<(), Error>),
    /// Has a link mailed instead.
    OpenPasswordReset,
    /// Leaves.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Answered(ticket, _) => Some(*ticket),
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
    /// Set the password.
    Change(RequestId, Secret),
    /// Have a link mailed to this address.
    OpenPasswordReset(String),
    /// It is set; the person of this address signs in.
    Done(Option<String>),
    /// The session is no more: to the form.
    OpenSignIn(Notification),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl ChangePassword {
    /// Whose password it is.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The empty page.
    pub fn new(profile: Profile, account: Account) -> Self {
        let mut chosen = ChosenPassword::default();
        chosen.set_known_words(
            [
                account.email.clone(),
                Some(account.display_name()),
                Some(profile.name.clone()),
            ]
            .into_iter()
            .flatten(),
        );

        Self {
            profile,
            account,
            new_password: chosen,
            is_forbidden: false,
            notification: None,
            pending: None,
        }
    }
}

impl Screen for ChangePassword {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("change-password-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        Some(self.new_password.focus())
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
            Message::NewPassword(message) => {
                self.new_password.update(message);
                Action::None
            }
            Message::Submit if self.pending.is_none() => match self.new_password.validate() {
                Err(field) => Action::Focus(field),
                Ok(password) => {
                    let ticket = RequestId::next();
                    self.pending = Some(ticket);
                    self.notification = None;
                    Action::Change(ticket, password)
                }
            },
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::OpenPasswordReset => self
                .account
                .email
                .clone()
                .map_or(Action::None, Action::OpenPasswordReset),
            // On its way, nobody could say which password counts.
            Message::Back if self.pending.is_none() => Action::Back,
            Message::Submit | Message::Answered(..) | Message::Back => Action::None,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
                    .map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let note = self.notification.as_ref().map(|note| {
            let banner = note.banner(Message::Notification);
            if self.is_forbidden && self.account.email.is_some() {
                banner
                    .action(say!("change-password-mail"), Message::OpenPasswordReset)
                    .view()
            } else {
                banner.view()
            }
        });
        let submit = if is_busy {
            control::busy(say!("change-password-busy"))
        } else {
            control::primary(
                say!("change-password-submit"),
                (!self.is_forbidden).then_some(Message::Submit),
            )
        };
        let who = self
            .account
            .email
            .clone()
            .unwrap_or_else(|| self.account.display_name());

        Page::new(say!("change-password-title"))
            .lead(say!("change-password-title.lead"))
            .above(note)
            .part(field::fixed(say!("change-password-account"), who, None))
            .part(self.new_password.view(
                !is_busy && !self.is_forbidden,
                Message::NewPassword,
                Message::Submit,
            ))
            .part(submit)
            .part(destination::line(&self.profile))
            .back(!is_busy, Message::Back)
            .instance(instance_header(&self.profile, logos))
            .view()
    }
}

impl ChangePassword {
    fn handle_answer(&mut self, result: Result<(), Error>) -> Action {
        let error = match result {
            Ok(()) => {
                self.new_password.wipe();
                return Action::Done(self.account.email.clone());
            }
            Err(error) => error,
        };

        match &error {
            Error::SessionEnded(end) => {
                self.new_password.wipe();
                return Action::OpenSignIn(Notification::new(
                    Kind::Warning,
                    text::session_ended(*end),
                ));
            }
            Error::Directus(directus::Error::Refused(refusal)) => match refusal.code {
                ErrorCode::FailedValidation => {
                    return Action::Focus(self.new_password.refuse_by_server_rules());
                }
                ErrorCode::Forbidden => {
                    self.new_password.wipe();
                    self.is_forbidden = true;
                    let notice = text::Notice {
                        message: say!("change-password-forbidden").to_owned(),
                        hint: Some(say!("change-password-forbidden.hint").to_owned()),
                        ..text::notice(&error)
                    };
                    self.notification = Some(Notification::new(Kind::Warning, notice));
                    return Action::None;
                }
                _ => {}
            },
            _ => {}
        }
        self.notification = Some(Notification::error(&error));

        Action::None
    }
}
