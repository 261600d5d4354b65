//! A person's own account: what its screen leads to, the screens that change it, and the one that makes it.

use std::time::Duration;

use iced::Task;

use super::{App, Message, Screen, mailed_links};
use crate::{
    profile::{Profile, ProfileId},
    say,
    screen::{
        Account, ChangePassword, Note, PasswordReset, SignIn, Ticket, TwoFactor, account,
        change_password, register, two_factor,
    },
    service::{Details, Handed, Service},
    session,
    ui::{banner::Kind, logo, portrait},
    vault::{PROMPTED, SILENT},
};

/// A token that is copied must live for at least this long, as one of `latchkey token`.
const AT_LEAST: Duration = Duration::from_secs(60);

impl App {
    /// Shows the account at this place of the stack, and asks what else is known of it.
    pub(super) fn account_at(&mut self, at: usize, mut screen: Account) -> Task<Message> {
        let closer = screen.look_closer();
        self.stack[at] = Screen::Account(Box::new(screen));

        Task::batch([self.refocus_at(at), self.on_account(at, closer)])
    }

    pub(super) fn on_account(&mut self, at: usize, action: account::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            account::Action::None => Task::none(),
            account::Action::Check { ticket, again } => self.check(ticket, profile.id, again),
            account::Action::Details(ticket, account) => self.details(ticket, profile.id, account),
            account::Action::Picture(ticket, file) => self.avatar(ticket, profile.id, file),
            account::Action::Token(ticket, account) => self.token(ticket, profile.id, account),
            account::Action::HandOver(ticket, token) => self.hand_over(ticket, token),
            account::Action::ChangePassword(account) => {
                let screen = ChangePassword::new(profile, account);
                self.push(Screen::ChangePassword(Box::new(screen)))
            }
            account::Action::TwoFactor {
                account,
                is_on,
                has_password,
            } => {
                let screen = TwoFactor::new(profile, is_on, has_password).of(account);
                self.push(Screen::TwoFactor(Box::new(screen)))
            }
            account::Action::MailPassword(email) => self.push(Screen::PasswordReset(Box::new(
                PasswordReset::new(profile, email),
            ))),
            account::Action::SignOut(ticket) => self.sign_out(ticket, profile.id),
            account::Action::SignIn(note) => self.signed_out_at(at, &profile, note),
            account::Action::OpenStudio => self.open_studio(&profile, |address| {
                Message::Account(account::Message::BrowserFailed(address))
            }),
            account::Action::CheckUp => self.check_up(profile),
            account::Action::Back => {
                // What was learnt here is not on the list, and what is there may be hours old.
                self.list.doubt(&profile.id);
                self.leave(at)
            }
            account::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// The form takes the account's place.
    fn signed_out_at(&mut self, at: usize, profile: &Profile, note: Option<Note>) -> Task<Message> {
        let mut screen = SignIn::new(profile.clone());
        if let Some(note) = note {
            screen = screen.with_note(note);
        }
        let look = screen.look();
        self.stack[at] = Screen::SignIn(Box::new(screen));
        self.list.doubt(&profile.id);
        let tasks = [
            self.refocus_at(at),
            self.on_sign_in(at, look),
            self.read_profiles(),
        ];
        Task::batch(tasks)
    }

    /// Whose password or second factor the page at this place is about, by id.
    fn account_of(&self, at: usize) -> String {
        match &self.stack[at] {
            Screen::ChangePassword(screen) => screen.account().id.clone(),
            Screen::TwoFactor(screen) => screen.account().to_owned(),
            _ => String::new(),
        }
    }

    pub(super) fn on_change_password(
        &mut self,
        at: usize,
        action: change_password::Action,
    ) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            change_password::Action::None => Task::none(),
            change_password::Action::Focus(field) => self.focus(at, field),
            change_password::Action::Change(ticket, password) => {
                let service = self.service.clone();
                let account = self.account_of(at);
                Task::perform(
                    async move {
                        service
                            .change_password(&profile.id, &account, password)
                            .await
                    },
                    move |result| {
                        Message::ChangePassword(change_password::Message::Answered(ticket, result))
                    },
                )
            }
            change_password::Action::Mail(email) => {
                let _ = self.stack.remove(at);
                self.push(Screen::PasswordReset(Box::new(PasswordReset::new(
                    profile, email,
                ))))
            }
            change_password::Action::Done(email) => {
                let note = Note::say(
                    Kind::Success,
                    say!("sign-in-password-changed"),
                    Some(say!("sign-in-password-set-hint")),
                );
                let _ = self.stack.remove(at);
                let form = SignIn::new(profile).with_email(email).with_note(note);
                self.sign_in_anew(at, form)
            }
            change_password::Action::SignIn(note) => {
                let _ = self.stack.remove(at);
                self.sign_in_anew(at, SignIn::new(profile).with_note(note))
            }
            change_password::Action::Back => self.leave(at),
            change_password::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    pub(super) fn on_two_factor(&mut self, at: usize, action: two_factor::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };
        let (service, id) = (self.service.clone(), profile.id.clone());
        let account = self.account_of(at);
        let answered = |ticket| {
            move |result| Message::TwoFactor(two_factor::Message::Answered(ticket, result))
        };

        match action {
            two_factor::Action::None => Task::none(),
            two_factor::Action::Focus(field) => self.focus(at, field),
            two_factor::Action::Begin(ticket, password) => Task::perform(
                async move { service.begin_two_factor(&id, &account, password).await },
                move |result| {
                    Message::TwoFactor(two_factor::Message::Made(ticket, Box::new(result)))
                },
            ),
            two_factor::Action::Enable(ticket, key, code) => Task::perform(
                async move { service.enable_two_factor(&id, &account, &key, &code).await },
                answered(ticket),
            ),
            two_factor::Action::Disable(ticket, code) => Task::perform(
                async move { service.disable_two_factor(&id, &account, &code).await },
                answered(ticket),
            ),
            two_factor::Action::HandOver(ticket, key) => self.hand_over(ticket, key),
            two_factor::Action::Done(note) => {
                let left = self.leave(at);
                Task::batch([left, self.tell_account(&profile.id, &note)])
            }
            two_factor::Action::SignIn(note) => {
                let _ = self.stack.remove(at);
                self.sign_in_anew(at, SignIn::new(profile).with_note(note))
            }
            two_factor::Action::Back => self.leave(at),
            two_factor::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// The account screen of this instance says so, and looks again at what has changed.
    fn tell_account(&mut self, id: &ProfileId, note: &Note) -> Task<Message> {
        let at = self
            .stack
            .iter()
            .position(|screen| matches!(screen, Screen::Account(_)) && screen.is_about(id));
        let Some((at, Screen::Account(screen))) =
            at.and_then(|at| Some((at, self.stack.get_mut(at)?)))
        else {
            return Task::none();
        };
        screen.tell(note.clone());
        let closer = screen.look_closer();

        self.on_account(at, closer)
    }

    pub(super) fn on_register(&mut self, at: usize, action: register::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };
        let (service, id) = (self.service.clone(), profile.id.clone());

        match action {
            register::Action::None => Task::none(),
            register::Action::Focus(field) => self.focus(at, field),
            register::Action::Register(ticket, email, password) => Task::perform(
                async move { service.register(&id, &email, password).await },
                move |result| Message::Register(register::Message::Answered(ticket, result)),
            ),
            register::Action::Enter(ticket, credentials) => {
                self.sent.push((ticket, id.clone()));
                Task::perform(
                    async move { service.sign_in(&id, credentials).await },
                    move |result| Message::Register(register::Message::Entered(ticket, result)),
                )
            }
            register::Action::Done(session) => self.signed_in_above(at, profile, session),
            register::Action::SignIn(email, note) => {
                let _ = self.stack.remove(at);
                let mut form = SignIn::new(profile).with_email(Some(email));
                if let Some(note) = note {
                    form = form.with_note(note);
                }
                self.sign_in_anew(at, form)
            }
            register::Action::ReadClipboard => {
                mailed_links::pasted(|text| Message::Register(register::Message::Pasted(text)))
            }
            register::Action::Open(link) => self.open_link(link, Some(id)),
            register::Action::Back => self.leave(at),
            register::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn details(
        &mut self,
        ticket: Ticket,
        id: ProfileId,
        account: session::Account,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.details(&id, &account).await },
            move |details: Details| {
                Message::Account(account::Message::Told(ticket, Box::new(details)))
            },
        )
    }

    /// With the limits of a logo (S-35).
    fn avatar(&self, ticket: Ticket, id: ProfileId, file: String) -> Task<Message> {
        let service = self.service.clone();
        let unfit = self.looked.unfit.clone();
        let picture = async move {
            let bytes = service.avatar(&id, &file);
            let picture = unfit.look(id.as_str(), &file, bytes, logo::decode).await;
            let picture = picture.seen()?;
            // A small one by now, and quick.
            portrait::portrait(&picture)
        };

        Task::future(picture).then(move |picture| {
            picture.map_or_else(Task::none, |picture| {
                Task::done(Message::Account(account::Message::Pictured(
                    ticket, picture,
                )))
            })
        })
    }

    fn token(&self, ticket: Ticket, id: ProfileId, account: String) -> Task<Message> {
        let service: Service = self.service.clone();

        Task::perform(
            async move {
                service
                    .access_token_of(&id, &account, AT_LEAST, PROMPTED)
                    .await
            },
            move |result: Result<Handed, _>| {
                Message::Account(account::Message::Token(ticket, Box::new(result)))
            },
        )
    }

    /// When the person asks `again`, a keyring may put its question and is given the time for the answer.
    fn check(&self, ticket: Ticket, id: ProfileId, again: bool) -> Task<Message> {
        let service = self.service.clone();
        let limit = if again { PROMPTED } else { SILENT };
        if again {
            service.retry_keyring();
        }

        Task::perform(
            async move { service.standing(&id, limit).await },
            move |result| Message::Account(account::Message::Stands(ticket, Box::new(result))),
        )
    }

    fn sign_out(&self, ticket: Ticket, id: ProfileId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(async move { service.sign_out(&id).await }, move |result| {
            Message::Account(account::Message::Gone(ticket, result))
        })
    }
}
