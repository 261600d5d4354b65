//! Signing in with what is typed: the form, at the server or at a provider that takes a password, and the page for an
//! access token. Owns what comes in their place when somebody is signed in; the way through the browser is
//! `app/browser.rs`.

use iced::Task;

use super::{AnyScreen, App, Message};
use crate::{
    profile::{Profile, ProfileId},
    screen::{
        AccessToken, Account, PasswordReset, Register, RequestId, Screen, SignIn, access_token,
        sign_in,
    },
    secret::Secret,
    service::{Credentials, SessionInfo, SessionStatus},
};

impl App {
    pub(super) fn open_sign_in(&mut self, screen: SignIn) -> Task<Message> {
        self.insert_sign_in(self.stack.len(), screen)
    }

    /// The same at this place of the stack: what lies above stays there, with the keyboard.
    pub(super) fn insert_sign_in(&mut self, at: usize, mut screen: SignIn) -> Task<Message> {
        let action = screen.refresh_instance();
        if let Some(profile) = screen.profile() {
            self.retry_background(&profile.id);
        }
        self.stack.insert(at, AnyScreen::SignIn(Box::new(screen)));

        Task::batch([self.refocus_at(at), self.on_sign_in(at, action)])
    }

    /// The form in place of all that led here for this instance, which is done with; forms of other instances stay as
    /// they are.
    pub(super) fn restart_sign_in(&mut self, at: usize, form: SignIn) -> Task<Message> {
        let Some(id) = form.profile().map(|profile| profile.id.clone()) else {
            return Task::none();
        };
        let stays = |screen: &AnyScreen| !screen.is_about(&id);
        let below = self.stack[..at].iter().filter(|screen| stays(screen));
        let at = below.count();
        self.stack.retain(stays);
        self.instances.forget_status(&id);

        Task::batch([self.insert_sign_in(at, form), self.load_profiles()])
    }

    /// The account, in place of the screens that led here.
    pub(super) fn complete_sign_in(
        &mut self,
        mut at: usize,
        profile: Profile,
        session: SessionInfo,
    ) -> Task<Message> {
        self.instances
            .set_status(&profile.id, Ok(SessionStatus::SignedIn(session.clone())));
        while let Some(below) = at.checked_sub(1)
            && (self.is_sign_in_of(below, &profile) || self.is_sso_of(below, &profile))
        {
            drop(self.stack.remove(below));
            at = below;
        }
        let account = Account::new(profile, self.time_zone.clone()).with_session(session);
        let shown = self.replace_with_account(at, account);

        Task::batch([shown, self.load_profiles()])
    }

    fn is_sso_of(&self, at: usize, profile: &Profile) -> bool {
        self.stack.get(at).is_some_and(|screen| {
            matches!(screen, AnyScreen::Sso(_)) && screen.is_about(&profile.id)
        })
    }

    pub(super) fn is_sign_in_of(&self, at: usize, profile: &Profile) -> bool {
        self.stack.get(at).is_some_and(|screen| {
            matches!(screen, AnyScreen::SignIn(_)) && screen.is_about(&profile.id)
        })
    }

    pub(super) fn on_sign_in(&mut self, at: usize, action: sign_in::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            sign_in::Action::None => Task::none(),
            sign_in::Action::Focus(field) => self.focus(at, field),
            sign_in::Action::RefreshInstance(ticket) => self.refresh_header(ticket, profile.id),
            sign_in::Action::SignIn(ticket, credentials) => {
                self.send_credentials(ticket, profile.id, credentials)
            }
            sign_in::Action::SignInWithProvider(ticket, provider, credentials) => {
                self.send_to_provider(ticket, profile.id, provider, credentials)
            }
            sign_in::Action::StartSso(provider, code) => self.begin_sso(profile, *provider, code),
            sign_in::Action::OpenAccessToken => self.open_access_token(profile),
            sign_in::Action::Cancel => self.refocus(),
            sign_in::Action::PasswordReset { email } => self.push(AnyScreen::PasswordReset(
                Box::new(PasswordReset::new(profile, email)),
            )),
            sign_in::Action::OpenRegister { email } => {
                self.push(AnyScreen::Register(Box::new(Register::new(profile, email))))
            }
            sign_in::Action::Continue => {
                let mut account = Account::new(profile, self.time_zone.clone());
                let look = account.check_session();
                self.stack[at] = AnyScreen::Account(Box::new(account));
                Task::batch([self.refocus_at(at), self.on_account(at, look)])
            }
            sign_in::Action::OpenDoctor => self.open_doctor(profile),
            sign_in::Action::Back => self.leave(at),
            sign_in::Action::Done(session) => {
                self.instances
                    .set_status(&profile.id, Ok(SessionStatus::SignedIn(session.clone())));
                let account = Account::new(profile, self.time_zone.clone()).with_session(session);
                let shown = self.replace_with_account(at, account);
                Task::batch([shown, self.load_profiles()])
            }
            sign_in::Action::OpenStudio => self.open_studio(&profile, |address| {
                Message::SignIn(sign_in::Message::BrowserFailed(address))
            }),
            sign_in::Action::Visit(address) => self.visit(address, |address| {
                Message::SignIn(sign_in::Message::BrowserFailed(address))
            }),
            sign_in::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// To the page for an access token; one that is open for this instance comes up as it is.
    pub(super) fn open_access_token(&mut self, profile: Profile) -> Task<Message> {
        let open = self.stack.iter().position(|screen| {
            matches!(screen, AnyScreen::AccessToken(_)) && screen.is_about(&profile.id)
        });
        let screen = match open {
            Some(at) => self.stack.remove(at),
            None => AnyScreen::AccessToken(Box::new(AccessToken::new(profile))),
        };

        self.push(screen)
    }

    pub(super) fn on_access_token(
        &mut self,
        at: usize,
        action: access_token::Action,
    ) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            access_token::Action::None => Task::none(),
            access_token::Action::Focus(field) => self.focus(at, field),
            access_token::Action::SignInWithToken(ticket, token) => {
                self.send_token(ticket, profile.id, token)
            }
            access_token::Action::Done(session) => self.complete_sign_in(at, profile, session),
            access_token::Action::OpenStudio => self.open_studio(&profile, |address| {
                Message::AccessToken(access_token::Message::BrowserFailed(address))
            }),
            access_token::Action::Back => self.leave(at),
            access_token::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn refresh_header(&self, ticket: RequestId, id: ProfileId) -> Task<Message> {
        let service = self.service.clone();

        let (keyring, asked) = (self.service.clone(), id.clone());
        let kept = Task::perform(
            async move { keyring.stored_account(&asked).await },
            move |kept| {
                Message::SignIn(sign_in::Message::StoredAccountFound(
                    ticket,
                    kept.map(Box::new),
                ))
            },
        );
        let face = Task::perform(
            async move { service.refresh_project(&id).await },
            move |result| {
                Message::SignIn(sign_in::Message::InstanceRefreshed(
                    ticket,
                    Box::new(result),
                ))
            },
        );

        Task::batch([kept, face])
    }

    /// Sent, it is never cut off: the service keeps the session the server has made, and the list tells of it even
    /// when the form has gone.
    fn send_credentials(
        &mut self,
        ticket: RequestId,
        id: ProfileId,
        credentials: Credentials,
    ) -> Task<Message> {
        let service = self.service.clone();
        self.sent_sign_ins.push((ticket, id.clone()));

        Task::perform(
            async move { service.sign_in(&id, credentials).await },
            move |result| Message::SignIn(sign_in::Message::Answered(ticket, result)),
        )
    }

    /// At a named provider the form asks for: LDAP, or accounts of its own.
    fn send_to_provider(
        &mut self,
        ticket: RequestId,
        id: ProfileId,
        provider: String,
        credentials: Credentials,
    ) -> Task<Message> {
        let service = self.service.clone();
        let Credentials {
            email,
            password,
            otp,
        } = credentials;
        self.sent_sign_ins.push((ticket, id.clone()));

        Task::perform(
            async move {
                service
                    .sign_in_with_provider(&id, &provider, &email, password, otp)
                    .await
            },
            move |result| Message::SignIn(sign_in::Message::Answered(ticket, result)),
        )
    }

    /// Has an access token checked and kept.
    fn send_token(&mut self, ticket: RequestId, id: ProfileId, token: Secret) -> Task<Message> {
        let service = self.service.clone();
        self.sent_sign_ins.push((ticket, id.clone()));

        Task::perform(
            async move { service.sign_in_with_token(&id, &token).await },
            move |result| Message::AccessToken(access_token::Message::Answered(ticket, result)),
        )
    }
}
