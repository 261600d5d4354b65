//! Changing the password of the signed-in account. Owns the form and what a refusal means. Directus ends every session
//! of the account with the change, so the sign-in form follows.

use iced::Element;

use super::{
    ChosenPassword, Notification, Pictures, RequestId, Screen, ScreenMessage, chosen_password,
    destination, instance_header, notification,
};
use crate::{
    profile::{Profile, ProfileId},
    say,
    secret::Secret,
    service::{Error, ErrorCode, ServerError},
    session::Account,
    text,
    ui::{banner::Kind, control, field, page::Page},
};

#[derive(Debug, Clone)]
pub struct ChangePassword {
    profile: Profile,
    account: Account,
    new_password: ChosenPassword,
    /// The account's permissions do not let it write its own password.
    is_forbidden: bool,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
pub enum Message {
    NewPassword(chosen_password::Message),
    Submit,
    Answered(RequestId, Result<(), Error>),
    /// Goes to the password reset instead.
    OpenPasswordReset,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Answered(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Sets the password. Answered by [`Message::Answered`].
    Change {
        /// Of which instance.
        profile: ProfileId,
        /// Whose, by id: nobody else's is touched.
        account: String,
        /// The new one.
        password: Secret,
    },
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A link for a new password, mailed to this address.
    OpenPasswordReset(String),
    /// The password is set; the person with this address signs in.
    Changed(Option<String>),
    /// The form: the session has ended.
    OpenSignIn(Notification),
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

impl ChangePassword {
    pub fn account(&self) -> &Account {
        &self.account
    }

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
    type Request = Request;
    type Outcome = Outcome;

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
                    let request = RequestId::next();
                    self.pending = Some(request);
                    self.notification = None;
                    Action::Run(
                        request,
                        Request::Change {
                            profile: self.profile.id.clone(),
                            account: self.account.id.clone(),
                            password,
                        },
                    )
                }
            },
            Message::Answered(request, result) if self.awaits(request) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::OpenPasswordReset => {
                self.account.email.clone().map_or(Action::None, |value| {
                    Action::Outcome(Outcome::OpenPasswordReset(value))
                })
            }
            // While the request is under way, leaving is refused: the person would not know which password is valid.
            Message::Back if self.pending.is_none() => Action::Leave,
            Message::Submit | Message::Answered(..) | Message::Back => Action::None,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let notification = self.notification.as_ref().map(|notification| {
            let banner = notification.banner(Message::Notification);
            if self.is_forbidden && self.account.email.is_some() {
                banner
                    .action(say!("change-password-mail"), Message::OpenPasswordReset)
                    .view()
            } else {
                banner.view()
            }
        });
        let submit = control::submit(
            say!("change-password-submit"),
            say!("change-password-busy"),
            is_busy,
            (!self.is_forbidden).then_some(Message::Submit),
        );
        let who = self
            .account
            .email
            .clone()
            .unwrap_or_else(|| self.account.display_name());

        Page::new(say!("change-password-title"))
            .lead(say!("change-password-title.lead"))
            .above(notification)
            .part(field::fixed(say!("change-password-account"), who, None))
            .part(self.new_password.view(
                !is_busy && !self.is_forbidden,
                Message::NewPassword,
                Message::Submit,
            ))
            .part(submit)
            .part(destination::line(&self.profile.url))
            .back(!is_busy, Message::Back)
            .instance(instance_header(&self.profile, pictures))
            .view()
    }
}

impl ChangePassword {
    fn handle_answer(&mut self, result: Result<(), Error>) -> Action {
        let error = match result {
            Ok(()) => {
                self.new_password.wipe();
                return Action::Outcome(Outcome::Changed(self.account.email.clone()));
            }
            Err(error) => error,
        };

        match &error {
            Error::SessionEnded(end) => {
                self.new_password.wipe();
                return Action::Outcome(Outcome::OpenSignIn(Notification::new(
                    Kind::Warning,
                    text::session_ended(*end),
                )));
            }
            Error::Directus(ServerError::Refused(refusal)) => match refusal.code {
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
