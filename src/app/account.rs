//! A person's own account: what its screen leads to, the screens that change it, and the one that makes it.

use std::time::Duration;

use iced::Task;

use super::{AnyScreen, App, Message, mailed_links};
use crate::{
    profile::{Profile, ProfileId},
    say,
    screen::{
        Account, ChangePassword, Notification, PasswordReset, RequestId, SignIn, TwoFactor,
        account, change_password, register, two_factor,
    },
    service::{AccountDetails, IssuedToken, Service, Unlock},
    session,
    ui::{banner::Kind, logo, portrait},
};

/// A token that is copied must live for at least this long, as one of `latchkey token`.
const MIN_TOKEN_LIFETIME: Duration = Duration::from_secs(60);

impl App {
    /// Shows the account at this place of the stack, and asks what else is known of it.
    pub(super) fn replace_with_account(&mut self, at: usize, mut screen: Account) -> Task<Message> {
        let closer = screen.load_details();
        self.stack[at] = AnyScreen::Account(Box::new(screen));

        Task::batch([self.refocus_at(at), self.on_account(at, closer)])
    }

    pub(super) fn on_account(&mut self, at: usize, action: account::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            account::Action::None => Task::none(),
            account::Action::CheckSession {
                request: ticket,
                is_retry: again,
            } => self.check_session(ticket, profile.id, again),
            account::Action::LoadDetails(ticket, account) => {
                self.fetch_details(ticket, profile.id, account)
            }
            account::Action::LoadPicture(ticket, file) => {
                self.fetch_avatar(ticket, profile.id, file)
            }
            account::Action::IssueToken(ticket, account) => {
                self.fetch_token(ticket, profile.id, account)
            }
            account::Action::CopySecret(ticket, token) => self.copy_secret(ticket, token),
            account::Action::OpenChangePassword(account) => {
                let screen = ChangePassword::new(profile, account);
                self.push(AnyScreen::ChangePassword(Box::new(screen)))
            }
            account::Action::OpenTwoFactor {
                account,
                is_on,
                has_password,
            } => {
                let screen = TwoFactor::new(profile, is_on, has_password).for_account(account);
                self.push(AnyScreen::TwoFactor(Box::new(screen)))
            }
            account::Action::OpenPasswordReset(email) => self.push(AnyScreen::PasswordReset(
                Box::new(PasswordReset::new(profile, email)),
            )),
            account::Action::SignOut(ticket) => self.sign_out(ticket, profile.id),
            account::Action::OpenSignIn(note) => self.replace_with_sign_in(at, &profile, note),
            account::Action::OpenStudio => self.open_studio(&profile, |address| {
                Message::Account(account::Message::BrowserFailed(address))
            }),
            account::Action::OpenDoctor => self.open_doctor(profile),
            account::Action::Back => {
                // What was learnt here is not on the list, and what is there may be hours old.
                self.instances.forget_status(&profile.id);
                self.leave(at)
            }
            account::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// The form takes the account's place.
    fn replace_with_sign_in(
        &mut self,
        at: usize,
        profile: &Profile,
        note: Option<Notification>,
    ) -> Task<Message> {
        let mut screen = SignIn::new(profile.clone());
        if let Some(note) = note {
            screen = screen.with_notification(note);
        }
        let look = screen.refresh_instance();
        self.stack[at] = AnyScreen::SignIn(Box::new(screen));
        self.instances.forget_status(&profile.id);
        let tasks = [
            self.refocus_at(at),
            self.on_sign_in(at, look),
            self.load_profiles(),
        ];
        Task::batch(tasks)
    }

    /// Whose password or second factor the page at this place is about, by id.
    fn account_id_at(&self, at: usize) -> String {
        match &self.stack[at] {
            AnyScreen::ChangePassword(screen) => screen.account().id.clone(),
            AnyScreen::TwoFactor(screen) => screen.account_id().to_owned(),
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
                let account = self.account_id_at(at);
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
            change_password::Action::OpenPasswordReset(email) => {
                let _ = self.stack.remove(at);
                self.push(AnyScreen::PasswordReset(Box::new(PasswordReset::new(
                    profile, email,
                ))))
            }
            change_password::Action::Done(email) => {
                let note = Notification::of_text(
                    Kind::Success,
                    say!("sign-in-password-changed"),
                    Some(say!("sign-in-password-set.hint")),
                );
                let _ = self.stack.remove(at);
                let form = SignIn::new(profile)
                    .with_email(email)
                    .with_notification(note);
                self.restart_sign_in(at, form)
            }
            change_password::Action::OpenSignIn(note) => {
                let _ = self.stack.remove(at);
                self.restart_sign_in(at, SignIn::new(profile).with_notification(note))
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
        let account = self.account_id_at(at);
        let answered = |ticket| {
            move |result| Message::TwoFactor(two_factor::Message::Answered(ticket, result))
        };

        match action {
            two_factor::Action::None => Task::none(),
            two_factor::Action::Focus(field) => self.focus(at, field),
            two_factor::Action::GenerateSecret(ticket, password) => Task::perform(
                async move { service.begin_two_factor(&id, &account, password).await },
                move |result| {
                    Message::TwoFactor(two_factor::Message::SecretGenerated(
                        ticket,
                        Box::new(result),
                    ))
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
            two_factor::Action::CopySecret(ticket, key) => self.copy_secret(ticket, key),
            two_factor::Action::Done(note) => {
                let left = self.leave(at);
                Task::batch([left, self.notify_account(&profile.id, &note)])
            }
            two_factor::Action::OpenSignIn(note) => {
                let _ = self.stack.remove(at);
                self.restart_sign_in(at, SignIn::new(profile).with_notification(note))
            }
            two_factor::Action::Back => self.leave(at),
            two_factor::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// The account screen of this instance says so, and looks again at what has changed.
    fn notify_account(&mut self, id: &ProfileId, note: &Notification) -> Task<Message> {
        let at = self
            .stack
            .iter()
            .position(|screen| matches!(screen, AnyScreen::Account(_)) && screen.is_about(id));
        let Some((at, AnyScreen::Account(screen))) =
            at.and_then(|at| Some((at, self.stack.get_mut(at)?)))
        else {
            return Task::none();
        };
        screen.notify(note.clone());
        let closer = screen.load_details();

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
            register::Action::SignInToNewAccount(ticket, credentials) => {
                self.sent_sign_ins.push((ticket, id.clone()));
                Task::perform(
                    async move { service.sign_in(&id, credentials).await },
                    move |result| {
                        Message::Register(register::Message::SignInAnswered(ticket, result))
                    },
                )
            }
            register::Action::Done(session) => self.complete_sign_in(at, profile, session),
            register::Action::OpenSignIn(email, note) => {
                let _ = self.stack.remove(at);
                let mut form = SignIn::new(profile).with_email(Some(email));
                if let Some(note) = note {
                    form = form.with_notification(note);
                }
                self.restart_sign_in(at, form)
            }
            register::Action::ReadClipboard => mailed_links::read_clipboard(|text| {
                Message::Register(register::Message::ClipboardRead(text))
            }),
            register::Action::OpenLink(link) => self.open_link(link, Some(id)),
            register::Action::Back => self.leave(at),
            register::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn fetch_details(
        &mut self,
        ticket: RequestId,
        id: ProfileId,
        account: session::Account,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.account_details(&id, &account).await },
            move |details: AccountDetails| {
                Message::Account(account::Message::DetailsLoaded(ticket, Box::new(details)))
            },
        )
    }

    /// With the limits of a logo (S-35).
    fn fetch_avatar(&self, ticket: RequestId, id: ProfileId, file: String) -> Task<Message> {
        let service = self.service.clone();
        let unfit = self.requested_pictures.undecodable.clone();
        let picture = async move {
            let bytes = service.avatar(&id, &file);
            let picture = unfit
                .fetch_and_decode(id.as_str(), &file, bytes, logo::decode)
                .await;
            let picture = picture.into_handle()?;
            // A small one by now, and quick.
            portrait::portrait(&picture)
        };

        Task::future(picture).then(move |picture| {
            picture.map_or_else(Task::none, |picture| {
                Task::done(Message::Account(account::Message::PictureLoaded(
                    ticket, picture,
                )))
            })
        })
    }

    fn fetch_token(&self, ticket: RequestId, id: ProfileId, account: String) -> Task<Message> {
        let service: Service = self.service.clone();

        Task::perform(
            async move {
                service
                    .access_token_of(&id, &account, MIN_TOKEN_LIFETIME, Unlock::MayPrompt)
                    .await
            },
            move |result: Result<IssuedToken, _>| {
                Message::Account(account::Message::TokenIssued(ticket, Box::new(result)))
            },
        )
    }

    /// When the person asks `again`, a keyring may put its question and is given the time for the answer.
    fn check_session(&self, ticket: RequestId, id: ProfileId, again: bool) -> Task<Message> {
        let service = self.service.clone();
        let unlock = if again {
            Unlock::MayPrompt
        } else {
            Unlock::Never
        };
        if again {
            service.retry_keyring();
        }

        Task::perform(
            async move { service.session_status(&id, unlock).await },
            move |result| {
                Message::Account(account::Message::SessionChecked(ticket, Box::new(result)))
            },
        )
    }

    fn sign_out(&self, ticket: RequestId, id: ProfileId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(async move { service.sign_out(&id).await }, move |result| {
            Message::Account(account::Message::SignOutAnswered(ticket, result))
        })
    }
}
