//! A person's own account: what its screen leads to, the screens that change it, and the one that registers a new one.

use std::time::Duration;

use iced::Task;

use super::{AnyScreen, App, Message, ScreenId, flow::Flow, mailed_links, requests::Lifetime};
use crate::{
    profile::ProfileId,
    say,
    screen::{
        Account, ChangePassword, Notification, PasswordReset, Register, RequestId, Screen, SignIn,
        TwoFactor, account, change_password, register, two_factor,
    },
    service::Unlock,
    ui::{banner::Kind, portrait},
};

/// A token that is copied must live for at least this long, as one of `latchkey token`.
const MIN_TOKEN_LIFETIME: Duration = Duration::from_secs(60);

impl Flow for Account {
    fn run(app: &App, id: RequestId, request: account::Request) -> Task<account::Message> {
        let service = app.service.clone();

        match request {
            account::Request::CheckSession { profile, is_retry } => {
                // The person asked again: the keyring may prompt, and gets the time for the answer.
                let unlock = if is_retry {
                    Unlock::MayPrompt
                } else {
                    Unlock::Never
                };
                if is_retry {
                    service.retry_keyring();
                }
                Task::perform(
                    async move { service.session_status(&profile, unlock).await },
                    move |result| account::Message::SessionChecked(id, Box::new(result)),
                )
            }
            account::Request::LoadDetails(profile, account) => Task::perform(
                async move { service.account_details(&profile, &account).await },
                move |details| account::Message::DetailsLoaded(id, Box::new(details)),
            ),
            account::Request::LoadPicture(profile, file) => {
                let avatar = app.pictures.avatar(profile, file);
                // Scaled down off the UI thread too; by then the picture is small and that is quick.
                let portrait = async move { portrait::portrait(&avatar.await?) };
                Task::future(portrait).then(move |portrait| match portrait {
                    Some(portrait) => Task::done(account::Message::PictureLoaded(id, portrait)),
                    None => Task::none(),
                })
            }
            account::Request::IssueToken(profile, account) => Task::perform(
                async move {
                    service
                        .access_token_of(&profile, &account, MIN_TOKEN_LIFETIME, Unlock::MayPrompt)
                        .await
                },
                move |result| account::Message::TokenIssued(id, Box::new(result)),
            ),
            account::Request::SignOut(profile) => Task::perform(
                async move { service.sign_out(&profile).await },
                move |result| account::Message::SignOutAnswered(id, result),
            ),
        }
    }

    fn follow(app: &mut App, at: ScreenId, outcome: account::Outcome) -> Task<Message> {
        let Some(profile) = app.stack.profile(at).cloned() else {
            return Task::none();
        };

        match outcome {
            account::Outcome::OpenChangePassword(account) => {
                app.open(ChangePassword::new(profile, account))
            }
            account::Outcome::OpenTwoFactor {
                account,
                is_on,
                has_password,
            } => app.open(TwoFactor::new(profile, is_on, has_password).for_account(account)),
            account::Outcome::OpenPasswordReset(email) => {
                app.open(PasswordReset::new(profile, email))
            }
            account::Outcome::OpenSignIn(notification) => {
                app.instances.forget_status(&profile.id);
                let mut form = SignIn::new(profile);
                if let Some(notification) = notification {
                    form = form.with_notification(notification);
                }
                let shown = app.replace(at, form);
                Task::batch([shown, app.load_profiles()])
            }
        }
    }
}

impl Flow for ChangePassword {
    fn run(
        app: &App,
        id: RequestId,
        request: change_password::Request,
    ) -> Task<change_password::Message> {
        let service = app.service.clone();
        let change_password::Request::Change {
            profile,
            account,
            password,
        } = request;

        Task::perform(
            async move { service.change_password(&profile, &account, password).await },
            move |result| change_password::Message::Answered(id, result),
        )
    }

    fn follow(app: &mut App, at: ScreenId, outcome: change_password::Outcome) -> Task<Message> {
        let Some(profile) = app.stack.profile(at).cloned() else {
            return Task::none();
        };

        match outcome {
            change_password::Outcome::OpenPasswordReset(email) => {
                drop(app.stack.close(at));
                app.open(PasswordReset::new(profile, email))
            }
            change_password::Outcome::Changed(email) => {
                let notification = Notification::of_text(
                    Kind::Success,
                    say!("sign-in-password-changed"),
                    Some(say!("sign-in-password-set.hint")),
                );
                let form = SignIn::new(profile)
                    .with_email(email)
                    .with_notification(notification);
                app.restart_sign_in(at, form)
            }
            change_password::Outcome::OpenSignIn(notification) => {
                app.restart_sign_in(at, SignIn::new(profile).with_notification(notification))
            }
        }
    }
}

impl Flow for TwoFactor {
    fn run(app: &App, id: RequestId, request: two_factor::Request) -> Task<two_factor::Message> {
        let service = app.service.clone();
        let two_factor::Request {
            profile,
            account,
            change,
        } = request;
        let answered = move |result| two_factor::Message::Answered(id, result);

        match change {
            two_factor::Change::GenerateSecret(password) => Task::perform(
                async move { service.begin_two_factor(&profile, &account, password).await },
                move |result| two_factor::Message::SecretGenerated(id, Box::new(result)),
            ),
            two_factor::Change::Enable(key, code) => Task::perform(
                async move {
                    service
                        .enable_two_factor(&profile, &account, &key, &code)
                        .await
                },
                answered,
            ),
            two_factor::Change::Disable(code) => Task::perform(
                async move { service.disable_two_factor(&profile, &account, &code).await },
                answered,
            ),
        }
    }

    fn follow(app: &mut App, at: ScreenId, outcome: two_factor::Outcome) -> Task<Message> {
        let Some(profile) = app.stack.profile(at).cloned() else {
            return Task::none();
        };

        match outcome {
            two_factor::Outcome::Changed(notification) => {
                let left = app.leave(at);
                Task::batch([left, app.notify_account(&profile.id, notification)])
            }
            two_factor::Outcome::OpenSignIn(notification) => {
                app.restart_sign_in(at, SignIn::new(profile).with_notification(notification))
            }
        }
    }
}

impl Flow for Register {
    fn run(app: &App, id: RequestId, request: register::Request) -> Task<register::Message> {
        let service = app.service.clone();

        match request {
            register::Request::Register {
                profile,
                email,
                password,
            } => Task::perform(
                async move { service.register(&profile, &email, password).await },
                move |result| register::Message::Answered(id, result),
            ),
            register::Request::SignIn(profile, credentials) => Task::perform(
                async move { service.sign_in(&profile, credentials).await },
                move |result| register::Message::SignInAnswered(id, result),
            ),
        }
    }

    fn lifetime(request: &register::Request) -> Lifetime {
        match request {
            register::Request::Register { .. } => Lifetime::Detached,
            register::Request::SignIn(profile, _) => Lifetime::SignIn(profile.clone()),
        }
    }

    fn follow(app: &mut App, at: ScreenId, outcome: register::Outcome) -> Task<Message> {
        let Some(profile) = app.stack.profile(at).cloned() else {
            return Task::none();
        };

        match outcome {
            register::Outcome::SignedIn(session) => app.complete_sign_in(at, session),
            register::Outcome::OpenSignIn(email, notification) => {
                let mut form = SignIn::new(profile).with_email(Some(email));
                if let Some(notification) = notification {
                    form = form.with_notification(notification);
                }
                app.restart_sign_in(at, form)
            }
            register::Outcome::ReadClipboard => {
                mailed_links::read_clipboard(register::Message::ClipboardRead)
            }
            register::Outcome::OpenLink(link) => app.open_link(link, Some(profile.id)),
        }
    }
}

impl App {
    /// The account screen of this instance shows the notification, and loads again what has changed.
    fn notify_account(&mut self, profile: &ProfileId, notification: Notification) -> Task<Message> {
        let is_it = |screen: &AnyScreen| {
            matches!(screen, AnyScreen::Account(_)) && screen.is_about(profile)
        };
        let Some(at) = self.stack.find(is_it) else {
            return Task::none();
        };
        let Some(AnyScreen::Account(screen)) = self.stack.get_mut(at) else {
            return Task::none();
        };
        screen.notify(notification);
        let action = screen.load_details();

        self.apply::<Account>(at, action)
    }
}
