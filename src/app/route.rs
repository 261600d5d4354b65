//! Where a message goes and what follows from it: which screen comes next, and what is asked of the service.

use iced::Task;
use url::Url;

use super::{App, Message, Screen, mail};
use crate::{
    link::Purpose,
    profile::{Profile, ProfileId},
    say,
    screen::{
        AccessToken, Account, Forgot, Note, Register, SignIn, access_token, add, browser, forgot,
        instances, new_password, register, sign_in,
    },
    service::{Invitation, Standing},
    ui::banner::Kind,
};

impl App {
    /// Gives a message to the screen it is for. A late answer whose screen is gone is dropped.
    pub(super) fn route(&mut self, message: Message) -> Task<Message> {
        if let Message::Instances(message) = message {
            let action = self.list.update(message);
            return self.on_instances(action);
        }

        let late = self.late(&message);
        let count = self.stack.len();
        let Some(at) = self
            .stack
            .iter()
            .enumerate()
            .rposition(|(at, screen)| screen.takes(&message, at + 1 == count))
        else {
            return late.map_or_else(Task::none, |id| {
                self.list.doubt(&id);
                self.read_profiles()
            });
        };

        match (&mut self.stack[at], message) {
            (Screen::Add(screen), Message::Add(message)) => {
                let action = screen.update(message);
                self.on_add(at, action)
            }
            (Screen::SignIn(screen), Message::SignIn(message)) => {
                let action = screen.update(message);
                self.on_sign_in(at, action)
            }
            (Screen::Browser(round), Message::Browser(message)) => {
                // The last second's tick may not have known that the browser is back.
                round.tick();
                let action = round.screen.update(message);
                self.on_browser(at, action)
            }
            (Screen::AccessToken(screen), Message::AccessToken(message)) => {
                let action = screen.update(message);
                self.on_access_token(at, action)
            }
            (Screen::Browser(_), Message::Opened(ticket, result)) => {
                self.opened(at, ticket, *result)
            }
            (Screen::Forgot(screen), Message::Forgot(message)) => {
                let action = screen.update(message);
                self.on_forgot(at, action)
            }
            (Screen::NewPassword(screen), Message::NewPassword(message)) => {
                let action = screen.update(message);
                self.on_new_password(at, action)
            }
            (Screen::Account(screen), Message::Account(message)) => {
                let action = screen.update(message, &self.zone);
                self.on_account(at, action)
            }
            (Screen::Instance(screen), Message::Instance(message)) => {
                let action = screen.update(message);
                self.on_instance(at, action)
            }
            (Screen::ChangePassword(screen), Message::ChangePassword(message)) => {
                let action = screen.update(message);
                self.on_change_password(at, action)
            }
            (Screen::TwoFactor(screen), Message::TwoFactor(message)) => {
                let action = screen.update(message);
                self.on_two_factor(at, action)
            }
            (Screen::Register(screen), Message::Register(message)) => {
                let action = screen.update(message);
                self.on_register(at, action)
            }
            (Screen::Checkup(screen), Message::Checkup(message)) => {
                let action = screen.update(message);
                self.on_checkup(at, action)
            }
            (Screen::Settings(screen), Message::Settings(message)) => {
                let action = screen.update(message);
                self.on_settings(at, action)
            }
            (Screen::About(screen), Message::About(message)) => {
                let action = screen.update(&message);
                self.on_about(at, action)
            }
            _ => Task::none(),
        }
    }

    /// The instance a sign-in has just been answered for.
    fn late(&mut self, message: &Message) -> Option<ProfileId> {
        let (Message::SignIn(sign_in::Message::Answered(ticket, _))
        | Message::Browser(browser::Message::Answered(ticket, _))
        | Message::AccessToken(access_token::Message::Answered(ticket, _))
        | Message::Register(register::Message::Entered(ticket, _))) = message
        else {
            return None;
        };
        let at = self.sent.iter().position(|(sent, _)| sent == ticket)?;

        Some(self.sent.swap_remove(at).1)
    }

    pub(super) fn on_instances(&mut self, action: instances::Action) -> Task<Message> {
        match action {
            instances::Action::None => Task::none(),
            instances::Action::Focus(control) => self.focus_in_list(control),
            instances::Action::Open(row) => self.open(*row),
            instances::Action::Add => self.add(String::new()),
            instances::Action::Settings => self.settings(),
            instances::Action::Move(step, control) => {
                let focus = if control.is_empty() {
                    Task::none()
                } else {
                    self.focus_in_list(control)
                };
                match step {
                    Some(step) => Task::batch([focus, self.take_place(step)]),
                    None => focus,
                }
            }
            instances::Action::Rename(ticket, id, name) => self.rename(ticket, id, name),
            instances::Action::OwnSettings(profile) => self.settings_of(*profile),
            instances::Action::Leave(before) => {
                let focus = self.focus_in_list(instances::UNDO.to_owned());
                match before {
                    Some((ticket, id)) => Task::batch([focus, self.remove(ticket, id)]),
                    None => focus,
                }
            }
            instances::Action::Remove(ticket, id) => self.remove(ticket, id),
            instances::Action::Reload => self.read_profiles(),
            instances::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn on_add(&mut self, at: usize, action: add::Action) -> Task<Message> {
        match action {
            add::Action::None => Task::none(),
            add::Action::Focus(field) => self.focus(at, field),
            add::Action::Probe(ticket, address, options) => self.probe(ticket, address, options),
            add::Action::Picture(preview) => {
                Task::batch([self.focus(at, add::NAME), self.picture(*preview)])
            }
            add::Action::QuietPicture(preview) => self.picture(*preview),
            add::Action::Pause(ticket) => Self::pause(ticket),
            add::Action::Save(ticket, preview, name) => self.save(ticket, *preview, name),
            add::Action::Cancel => self.refocus(),
            add::Action::Done(profile) => {
                let _ = self.stack.remove(at);
                let shown = self.sign_in_at(at, SignIn::new(*profile));
                Task::batch([self.read_profiles(), shown])
            }
            add::Action::OpenKept(name) => {
                let row = self
                    .list
                    .rows()
                    .iter()
                    .find(|row| row.profile.name == name)
                    .cloned();
                match row {
                    Some(row) => {
                        let _ = self.stack.remove(at);
                        self.open(row)
                    }
                    None => self.leave(at),
                }
            }
            add::Action::Back => self.leave(at),
            add::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    pub(super) fn on_sign_in(&mut self, at: usize, action: sign_in::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            sign_in::Action::None => Task::none(),
            sign_in::Action::Focus(field) => self.focus(at, field),
            sign_in::Action::Face(ticket) => self.look_at_face(ticket, profile.id),
            sign_in::Action::SignIn(ticket, credentials) => {
                self.send_credentials(ticket, profile.id, credentials)
            }
            sign_in::Action::SignInAt(ticket, provider, credentials) => {
                self.send_to_provider(ticket, profile.id, provider, credentials)
            }
            sign_in::Action::Browse(provider, code) => self.browse(profile, *provider, code),
            sign_in::Action::UseToken => self.use_token(profile),
            sign_in::Action::Cancel => self.refocus(),
            sign_in::Action::Forgot { email } => {
                self.push(Screen::Forgot(Box::new(Forgot::new(profile, email))))
            }
            sign_in::Action::SignUp { email } => {
                self.push(Screen::Register(Box::new(Register::new(profile, email))))
            }
            sign_in::Action::Continue => {
                let mut account = Account::new(profile);
                let look = account.look();
                self.stack[at] = Screen::Account(Box::new(account));
                Task::batch([self.refocus_at(at), self.on_account(at, look)])
            }
            sign_in::Action::CheckUp => self.check_up(profile),
            sign_in::Action::Back => self.leave(at),
            sign_in::Action::Done(session) => {
                self.list
                    .stands(&profile.id, Ok(Standing::SignedIn(session.clone())));
                let account = Account::new(profile).signed_in(session, &self.zone);
                let shown = self.account_at(at, account);
                Task::batch([shown, self.read_profiles()])
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
    pub(super) fn use_token(&mut self, profile: Profile) -> Task<Message> {
        let open = self.stack.iter().position(
            |screen| matches!(screen, Screen::AccessToken(open) if open.profile().id == profile.id),
        );
        let screen = match open {
            Some(at) => self.stack.remove(at),
            None => Screen::AccessToken(Box::new(AccessToken::new(profile))),
        };

        self.push(screen)
    }

    fn on_access_token(&mut self, at: usize, action: access_token::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            access_token::Action::None => Task::none(),
            access_token::Action::Focus(field) => self.focus(at, field),
            access_token::Action::Keep(ticket, token) => self.keep_token(ticket, profile.id, token),
            access_token::Action::Done(session) => self.signed_in_above(at, profile, session),
            access_token::Action::OpenStudio => self.open_studio(&profile, |address| {
                Message::AccessToken(access_token::Message::BrowserFailed(address))
            }),
            access_token::Action::Back => self.leave(at),
            access_token::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn on_forgot(&mut self, at: usize, action: forgot::Action) -> Task<Message> {
        let Some(id) = self.stack[at].profile().map(|profile| profile.id.clone()) else {
            return Task::none();
        };

        match action {
            forgot::Action::None => Task::none(),
            forgot::Action::Focus(field) => self.focus(at, field),
            forgot::Action::Request(ticket, email) => self.request_reset(ticket, id, email),
            forgot::Action::LookAtScheme(ticket) => {
                Task::batch([self.focus(at, forgot::LINK), self.look_at_scheme(ticket)])
            }
            forgot::Action::Register(ticket) => self.register_scheme(ticket),
            forgot::Action::ReadClipboard => {
                mail::pasted(|text| Message::Forgot(forgot::Message::Pasted(text)))
            }
            forgot::Action::Cancel => self.refocus(),
            // Where it was pasted tells which of several instances is meant, unless the link itself says.
            forgot::Action::Open(link) => self.open_link(link, Some(id)),
            forgot::Action::Back => self.leave(at),
            forgot::Action::Copy(text) => iced::clipboard::write(text),
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
            new_password::Action::Place(ticket, link, chosen) => self.place(ticket, link, chosen),
            new_password::Action::Set(ticket, invitation, password) => {
                self.set_password(ticket, *invitation, password)
            }
            new_password::Action::Verify(ticket, invitation) => self.verify(ticket, *invitation),
            new_password::Action::NewLink(invitation) => {
                let _ = self.stack.remove(at);
                let email = invitation.hint.email.clone().unwrap_or_default();
                self.push(Screen::Forgot(Box::new(Forgot::new(
                    invitation.profile,
                    email,
                ))))
            }
            new_password::Action::SignIn(invitation) => {
                let _ = self.stack.remove(at);
                let form = SignIn::new(invitation.profile).with_email(invitation.hint.email);
                self.sign_in(form)
            }
            new_password::Action::Done(invitation) => self.password_set(at, *invitation),
            new_password::Action::Back => self.leave(at),
            new_password::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// The person signs in with the new password; nothing does it for them (S-25).
    fn password_set(&mut self, at: usize, invitation: Invitation) -> Task<Message> {
        let Invitation {
            profile,
            purpose,
            hint,
            ..
        } = invitation;
        let note = match purpose {
            Purpose::ResetPassword => Note::say(
                Kind::Success,
                say!("sign-in-password-set"),
                Some(say!("sign-in-password-set-hint")),
            ),
            Purpose::AcceptInvite => Note::say(
                Kind::Success,
                say!("sign-in-invited"),
                Some(say!("sign-in-invited-hint")),
            ),
            Purpose::VerifyEmail => Note::say(Kind::Success, say!("sign-in-verified"), None),
        };

        let _ = self.stack.remove(at);
        let form = SignIn::new(profile).with_email(hint.email).with_note(note);

        self.sign_in_anew(at, form)
    }

    /// The form in place of all that led here for this instance, which is done with; forms of other instances stay as
    /// they are.
    pub(super) fn sign_in_anew(&mut self, at: usize, form: SignIn) -> Task<Message> {
        let profile = form.profile().clone();
        let stays = |screen: &Screen| screen.profile().is_none_or(|open| open.id != profile.id);
        let below = self.stack[..at].iter().filter(|screen| stays(screen));
        let at = below.count();
        self.stack.retain(stays);
        self.list.doubt(&profile.id);

        Task::batch([self.sign_in_at(at, form), self.read_profiles()])
    }

    pub(super) fn open_studio(
        &self,
        profile: &Profile,
        failed: fn(String) -> Message,
    ) -> Task<Message> {
        self.visit(profile.url.join("admin/"), failed)
    }

    /// Opens an address the person pressed in their browser (S-36).
    fn visit(&self, address: Url, failed: fn(String) -> Message) -> Task<Message> {
        let words = address.to_string();

        self.open_browser(address).then(move |is_open| {
            if is_open {
                Task::none()
            } else {
                Task::done(failed(words.clone()))
            }
        })
    }
}
