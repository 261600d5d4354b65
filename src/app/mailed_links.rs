//! Mailed links: asking for one, opening it, and setting the password it is for. What they need of the system is that
//! it opens this program, and the clipboard they are pasted from.

use iced::Task;

use super::{AnyScreen, App, Message};
use crate::{
    link::{Link, LinkError, TokenPurpose},
    profile::ProfileId,
    say,
    screen::{
        NewPassword, Notification, PasswordReset, RequestId, SignIn, new_password, password_reset,
    },
    secret::Secret,
    service::{Error, ResolvedLink, SchemeStatus},
    ui::banner::Kind,
};

impl App {
    /// A link proposes; its view opens above whatever is there (S-24).
    pub(super) fn open_link(&mut self, link: Link, chosen: Option<ProfileId>) -> Task<Message> {
        if let Link::Add(link) = link {
            return self.propose_address(link.address);
        }

        let twin = self.stack.iter().position(
            |screen| matches!(screen, AnyScreen::NewPassword(open) if open.is_for_link(&link)),
        );
        if let Some(at) = twin {
            let open = self.stack.remove(at);
            return self.push(open);
        }

        let is_quiet = chosen.is_none() && self.top().is_some_and(AnyScreen::is_being_typed);
        let (screen, action) = NewPassword::new(link, chosen);
        let screen = screen.without_focus(is_quiet);
        let focus = self.push(AnyScreen::NewPassword(Box::new(screen)));
        let at = self.stack.len() - 1;

        Task::batch([focus, self.on_new_password(at, action)])
    }

    /// A link that is no link of ours is told where it is seen: on the list, or above what covers it.
    pub(super) fn show_damaged_link(&mut self, error: LinkError) -> Task<Message> {
        if self.stack.is_empty() {
            self.instances
                .notify(Notification::error(&Error::Link(error)));
            return Task::none();
        }

        // Clicked again and again, it is told once.
        self.stack.retain(
            |screen| !matches!(screen, AnyScreen::NewPassword(open) if open.is_unreadable()),
        );
        self.push(AnyScreen::NewPassword(Box::new(NewPassword::unreadable(
            error,
        ))))
    }

    pub(super) fn on_password_reset(
        &mut self,
        at: usize,
        action: password_reset::Action,
    ) -> Task<Message> {
        let Some(id) = self.stack[at].profile().map(|profile| profile.id.clone()) else {
            return Task::none();
        };

        match action {
            password_reset::Action::None => Task::none(),
            password_reset::Action::Focus(field) => self.focus(at, field),
            password_reset::Action::RequestMail(ticket, email) => {
                self.request_reset(ticket, id, email)
            }
            password_reset::Action::CheckLinkHandler(ticket) => Task::batch([
                self.focus(at, password_reset::LINK_FIELD),
                self.check_scheme_handler(ticket),
            ]),
            password_reset::Action::RegisterScheme(ticket) => self.register_scheme(ticket),
            password_reset::Action::ReadClipboard => read_clipboard(|text| {
                Message::PasswordReset(password_reset::Message::ClipboardRead(text))
            }),
            password_reset::Action::Cancel => self.refocus(),
            // Where it was pasted tells which of several instances is meant, unless the link itself says.
            password_reset::Action::OpenLink(link) => self.open_link(link, Some(id)),
            password_reset::Action::Back => self.leave(at),
            password_reset::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    pub(super) fn on_new_password(
        &mut self,
        at: usize,
        action: new_password::Action,
    ) -> Task<Message> {
        match action {
            new_password::Action::None => Task::none(),
            new_password::Action::Focus(field) => self.focus(at, field),
            new_password::Action::FindProfile(ticket, link, chosen) => {
                self.find_link_profile(ticket, link, chosen)
            }
            new_password::Action::SetPassword(ticket, invitation, password) => {
                self.set_password(ticket, *invitation, password)
            }
            new_password::Action::VerifyEmail(ticket, invitation) => {
                self.verify_email(ticket, *invitation)
            }
            new_password::Action::NewLink(invitation) => {
                let _ = self.stack.remove(at);
                let email = invitation.hint.email.clone().unwrap_or_default();
                self.push(AnyScreen::PasswordReset(Box::new(PasswordReset::new(
                    invitation.profile,
                    email,
                ))))
            }
            new_password::Action::OpenSignIn(invitation) => {
                let _ = self.stack.remove(at);
                let form = SignIn::new(invitation.profile).with_email(invitation.hint.email);
                self.open_sign_in(form)
            }
            new_password::Action::Done(invitation) => self.password_set(at, *invitation),
            new_password::Action::Back => self.leave(at),
            new_password::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// The person signs in with the new password; nothing does it for them (S-25).
    fn password_set(&mut self, at: usize, invitation: ResolvedLink) -> Task<Message> {
        let ResolvedLink {
            profile,
            purpose,
            hint,
            ..
        } = invitation;
        let note = match purpose {
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

        let _ = self.stack.remove(at);
        let form = SignIn::new(profile)
            .with_email(hint.email)
            .with_notification(note);

        self.restart_sign_in(at, form)
    }

    fn request_reset(&mut self, ticket: RequestId, id: ProfileId, email: String) -> Task<Message> {
        let service = self.service.clone();
        let task = Task::perform(
            async move { service.request_password_reset(&id, &email).await },
            move |result| Message::PasswordReset(password_reset::Message::Answered(ticket, result)),
        );

        self.cancellable(ticket, task)
    }

    fn find_link_profile(
        &self,
        ticket: RequestId,
        link: Link,
        chosen: Option<ProfileId>,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.find_profile_for_link(&link, chosen.as_ref()).await },
            move |result| {
                Message::NewPassword(new_password::Message::ProfileFound(
                    ticket,
                    Box::new(result),
                ))
            },
        )
    }

    fn set_password(
        &self,
        ticket: RequestId,
        invitation: ResolvedLink,
        password: Secret,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.set_password(&invitation, &password).await },
            move |result| Message::NewPassword(new_password::Message::Answered(ticket, result)),
        )
    }

    fn verify_email(&self, ticket: RequestId, invitation: ResolvedLink) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.verify_email(&invitation).await },
            move |result| Message::NewPassword(new_password::Message::Answered(ticket, result)),
        )
    }

    /// Whether a link of the mail would open this program.
    fn check_scheme_handler(&self, ticket: RequestId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.scheme_status().await == SchemeStatus::Ours },
            move |is_ours| {
                Message::PasswordReset(password_reset::Message::LinkHandlerChecked(ticket, is_ours))
            },
        )
    }

    /// Makes it so.
    fn register_scheme(&self, ticket: RequestId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.register_scheme().await.map(drop) },
            move |result| {
                let result = result.map_err(|error| error.to_string());
                Message::PasswordReset(password_reset::Message::SchemeRegistered(ticket, result))
            },
        )
    }
}

/// What was copied, with its line ends: a field of one line loses them, and a link broken by a mail with them.
pub(super) fn read_clipboard(told: fn(Option<Secret>) -> Message) -> Task<Message> {
    iced::clipboard::read().map(move |text| told(text.map(Secret::new)))
}
