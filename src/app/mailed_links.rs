//! Mailed links: asking for one, opening it, and setting the password it is for. They need two things of the system: that
//! a click on a link opens this program, and the clipboard that a link is pasted from.

use iced::Task;

use super::{AnyScreen, App, Message, ScreenId, flow::Flow, requests::Lifetime};
use crate::{
    link::{Link, LinkError, TokenPurpose},
    profile::ProfileId,
    say,
    screen::{
        NewPassword, Notification, PasswordReset, RequestId, Screen, SignIn, new_password,
        password_reset,
    },
    secret::Secret,
    service::{Error, ResolvedLink, SchemeStatus},
    ui::banner::Kind,
};

impl Flow for PasswordReset {
    fn run(
        app: &App,
        id: RequestId,
        request: password_reset::Request,
    ) -> Task<password_reset::Message> {
        let service = app.service.clone();

        match request {
            password_reset::Request::RequestMail(profile, email) => Task::perform(
                async move { service.request_password_reset(&profile, &email).await },
                move |result| password_reset::Message::Answered(id, result),
            ),
            password_reset::Request::CheckLinkHandler => Task::perform(
                async move { service.scheme_status().await == SchemeStatus::Ours },
                move |is_ours| password_reset::Message::LinkHandlerChecked(id, is_ours),
            ),
            password_reset::Request::RegisterScheme => Task::perform(
                async move { service.register_scheme().await.map(drop) },
                move |result| {
                    let result = result.map_err(|error| error.to_string());
                    password_reset::Message::SchemeRegistered(id, result)
                },
            ),
        }
    }

    fn lifetime(request: &password_reset::Request) -> Lifetime {
        match request {
            password_reset::Request::RequestMail(..) => Lifetime::Screen,
            password_reset::Request::CheckLinkHandler | password_reset::Request::RegisterScheme => {
                Lifetime::Detached
            }
        }
    }

    fn follow(app: &mut App, at: ScreenId, outcome: password_reset::Outcome) -> Task<Message> {
        match outcome {
            password_reset::Outcome::ReadClipboard => {
                read_clipboard(password_reset::Message::ClipboardRead)
            }
            // The instance it was pasted into decides between several of the same address, unless the link names one.
            password_reset::Outcome::OpenLink(link) => {
                let profile = app.stack.profile(at).map(|profile| profile.id.clone());
                app.open_link(link, profile)
            }
        }
    }
}

impl Flow for NewPassword {
    fn run(
        app: &App,
        id: RequestId,
        request: new_password::Request,
    ) -> Task<new_password::Message> {
        let service = app.service.clone();
        let answered = move |result| new_password::Message::Answered(id, result);

        match request {
            new_password::Request::FindProfile(link, chosen) => Task::perform(
                async move { service.find_profile_for_link(&link, chosen.as_ref()).await },
                move |result| new_password::Message::ProfileFound(id, Box::new(result)),
            ),
            new_password::Request::SetPassword(link, password) => Task::perform(
                async move { service.set_password(&link, &password).await },
                answered,
            ),
            new_password::Request::VerifyEmail(link) => {
                Task::perform(async move { service.verify_email(&link).await }, answered)
            }
        }
    }

    fn follow(app: &mut App, at: ScreenId, outcome: new_password::Outcome) -> Task<Message> {
        match outcome {
            new_password::Outcome::NewLink(link) => {
                let email = link.hint.email.clone().unwrap_or_default();
                drop(app.stack.close(at));
                app.open(PasswordReset::new(link.profile, email))
            }
            new_password::Outcome::OpenSignIn(link) => {
                drop(app.stack.close(at));
                let form = SignIn::new(link.profile).with_email(link.hint.email);
                app.open_sign_in(form)
            }
            new_password::Outcome::Done(link) => app.link_used(at, *link),
        }
    }
}

impl App {
    /// Opens what a link asks for, above whatever is open (S-24: a link takes nothing away and acts on nothing).
    /// `chosen` is the instance that the person pasted it into.
    pub(super) fn open_link(&mut self, link: Link, chosen: Option<ProfileId>) -> Task<Message> {
        if let Link::Add(link) = link {
            return self.propose_address(link.address);
        }

        let is_same = |screen: &AnyScreen| matches!(screen, AnyScreen::NewPassword(open) if open.is_for_link(&link));
        if let Some(shown) = self.bring_up(is_same) {
            return shown;
        }

        let takes_no_focus =
            chosen.is_none() && self.top().is_some_and(|screen| screen.is_being_typed());

        self.open(NewPassword::new(link, chosen).without_focus(takes_no_focus))
    }

    /// Shows that a link could not be read where the person sees it: on the list, or above what covers the list.
    pub(super) fn show_unreadable_link(&mut self, error: LinkError) -> Task<Message> {
        if self.stack.is_empty() {
            self.instances
                .notify(Notification::error(&Error::Link(error)));
            return Task::none();
        }

        // A link that is clicked several times opens one page.
        self.stack.close_all(
            |screen| matches!(screen, AnyScreen::NewPassword(open) if open.is_unreadable()),
        );
        self.open(NewPassword::unreadable(error))
    }

    /// The link has done what it is for. The person signs in with the new password; nothing does that for them (S-25: no
    /// automatic sign-in after a reset).
    fn link_used(&mut self, at: ScreenId, link: ResolvedLink) -> Task<Message> {
        let ResolvedLink {
            profile,
            purpose,
            hint,
            ..
        } = link;
        let notification = match purpose {
            TokenPurpose::ResetPassword => Notification::of_text(
                Kind::Success,
                say!("sign-in-password-set"),
                Some(say!("sign-in-password-set.hint")),
            ),
            TokenPurpose::AcceptInvite => Notification::of_text(
                Kind::Success,
                say!("sign-in-invited"),
                Some(say!("sign-in-invited.hint")),
            ),
            TokenPurpose::VerifyEmail => {
                Notification::of_text(Kind::Success, say!("sign-in-verified"), None)
            }
        };
        let form = SignIn::new(profile)
            .with_email(hint.email)
            .with_notification(notification);

        self.restart_sign_in(at, form)
    }
}

/// Reads what was copied, with its line ends: a field of one line drops them, and a link that the mail program has
/// wrapped cannot be put together without them.
pub(super) fn read_clipboard<M: Into<Message>>(
    message: impl Fn(Option<Secret>) -> M + Send + 'static,
) -> Task<Message> {
    iced::clipboard::read().map(move |text| message(text.map(Secret::new)).into())
}
