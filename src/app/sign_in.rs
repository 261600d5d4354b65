//! Signing in with what is typed: the form, at the server or at a provider that takes a password, and the page for an
//! access token. Owns what opens in their place when somebody is signed in. SSO in the browser is `app/sso.rs`.

use iced::Task;

use super::{AnyScreen, App, Message, ScreenId, flow::Flow, requests::Lifetime};
use crate::{
    profile::{Profile, ProfileId},
    screen::{
        AccessToken, Account, PasswordReset, Register, RequestId, Screen, SignIn, access_token,
        sign_in,
    },
    service::{Credentials, SessionInfo, SessionStatus},
};

impl Flow for SignIn {
    fn run(app: &App, id: RequestId, request: sign_in::Request) -> Task<sign_in::Message> {
        let service = app.service.clone();

        match request {
            sign_in::Request::RefreshInstance(profile) => {
                let (keyring, asked) = (service.clone(), profile.clone());
                let stored = Task::perform(
                    async move { keyring.stored_account(&asked).await },
                    move |account| sign_in::Message::StoredAccountFound(id, account.map(Box::new)),
                );
                let project = Task::perform(
                    async move { service.refresh_project(&profile).await },
                    move |result| sign_in::Message::InstanceRefreshed(id, Box::new(result)),
                );
                Task::batch([stored, project])
            }
            sign_in::Request::SignIn(profile, credentials) => Task::perform(
                async move { service.sign_in(&profile, credentials).await },
                move |result| sign_in::Message::Answered(id, result),
            ),
            sign_in::Request::SignInWithProvider(profile, provider, credentials) => Task::perform(
                async move {
                    let Credentials {
                        email,
                        password,
                        otp,
                    } = credentials;
                    service
                        .sign_in_with_provider(&profile, &provider, &email, password, otp)
                        .await
                },
                move |result| sign_in::Message::Answered(id, result),
            ),
        }
    }

    fn lifetime(request: &sign_in::Request) -> Lifetime {
        match request {
            sign_in::Request::RefreshInstance(_) => Lifetime::Detached,
            sign_in::Request::SignIn(profile, _)
            | sign_in::Request::SignInWithProvider(profile, ..) => {
                Lifetime::SignIn(profile.clone())
            }
        }
    }

    fn follow(app: &mut App, at: ScreenId, outcome: sign_in::Outcome) -> Task<Message> {
        let Some(profile) = app.stack.profile(at).cloned() else {
            return Task::none();
        };

        match outcome {
            sign_in::Outcome::StartSso(provider, code) => app.start_sso(profile, *provider, code),
            sign_in::Outcome::OpenAccessToken => app.open_access_token(profile),
            sign_in::Outcome::OpenPasswordReset { email } => {
                app.open(PasswordReset::new(profile, email))
            }
            sign_in::Outcome::OpenRegister { email } => app.open(Register::new(profile, email)),
            sign_in::Outcome::Continue => {
                app.replace(at, Account::new(profile, app.time_zone.clone()))
            }
            sign_in::Outcome::SignedIn(session) => app.replace_with_account(at, session),
        }
    }
}

impl Flow for AccessToken {
    fn run(
        app: &App,
        id: RequestId,
        request: access_token::Request,
    ) -> Task<access_token::Message> {
        let service = app.service.clone();
        let access_token::Request::SignIn(profile, token) = request;

        Task::perform(
            async move { service.sign_in_with_token(&profile, &token).await },
            move |result| access_token::Message::Answered(id, result),
        )
    }

    fn lifetime(request: &access_token::Request) -> Lifetime {
        let access_token::Request::SignIn(profile, _) = request;

        Lifetime::SignIn(profile.clone())
    }

    fn follow(app: &mut App, at: ScreenId, outcome: access_token::Outcome) -> Task<Message> {
        let access_token::Outcome::SignedIn(session) = outcome;

        app.complete_sign_in(at, session)
    }
}

impl App {
    /// Opens the form of an instance above all others.
    pub(super) fn open_sign_in(&mut self, form: SignIn) -> Task<Message> {
        self.retry_background(&form);

        self.open(form)
    }

    /// Opens the form in the place of another screen.
    pub(super) fn replace_with_sign_in(&mut self, at: ScreenId, form: SignIn) -> Task<Message> {
        self.retry_background(&form);

        self.replace(at, form)
    }

    /// The form in the place of all screens of its instance, which are done with. Those of other instances stay as they
    /// are.
    pub(super) fn restart_sign_in(&mut self, at: ScreenId, mut form: SignIn) -> Task<Message> {
        let Some(profile) = form.profile().map(|profile| profile.id.clone()) else {
            return Task::none();
        };
        self.retry_background(&form);
        self.instances.forget_status(&profile);
        let action = form.opened();
        let is_of_profile = |screen: &AnyScreen| screen.is_about(&profile);
        let id = self.stack.replace_all(at, is_of_profile, form);

        Task::batch([
            self.refocus_if_top(id),
            self.apply::<SignIn>(id, action),
            self.load_profiles(),
        ])
    }

    /// The picture behind the form may be available by now.
    fn retry_background(&mut self, form: &SignIn) {
        if let Some(profile) = form.profile() {
            self.pictures.retry_background(&profile.id);
        }
    }

    /// Somebody has signed in on this screen: the account opens in the place of the screen, and of the forms and SSO
    /// attempts of the same instance directly below that led to it.
    pub(super) fn complete_sign_in(&mut self, at: ScreenId, session: SessionInfo) -> Task<Message> {
        let Some(profile) = self.stack.profile(at).map(|profile| profile.id.clone()) else {
            return Task::none();
        };
        while let Some((below, screen)) = self.stack.below(at)
            && led_to_sign_in(screen, &profile)
        {
            drop(self.stack.close(below));
        }

        self.replace_with_account(at, session)
    }

    /// The account opens in the place of this screen, whose instance has this session now.
    fn replace_with_account(&mut self, at: ScreenId, session: SessionInfo) -> Task<Message> {
        let Some(profile) = self.stack.profile(at).cloned() else {
            return Task::none();
        };
        let status = SessionStatus::SignedIn(session.clone());
        self.instances.set_status(&profile.id, Ok(status));
        let account = Account::new(profile, self.time_zone.clone()).with_session(session);
        let shown = self.replace(at, account);

        Task::batch([shown, self.load_profiles()])
    }

    /// Opens the page for an access token. One that is open for this instance comes into view as it is.
    pub(super) fn open_access_token(&mut self, profile: Profile) -> Task<Message> {
        let is_open = |screen: &AnyScreen| {
            matches!(screen, AnyScreen::AccessToken(_)) && screen.is_about(&profile.id)
        };

        match self.bring_up(is_open) {
            Some(shown) => shown,
            None => self.open(AccessToken::new(profile)),
        }
    }
}

fn led_to_sign_in(screen: &AnyScreen, profile: &ProfileId) -> bool {
    matches!(screen, AnyScreen::SignIn(_) | AnyScreen::Sso(_)) && screen.is_about(profile)
}
