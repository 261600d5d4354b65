//! What the account screen leads to: details, a token, and the screens that change the account.

use std::time::Duration;

use iced::Task;

use super::{App, Message, Screen, picture::decode};
use crate::{
    profile::{Profile, ProfileId},
    screen::{Account, Forgot, SignIn, Ticket, account},
    service::{Details, Handed, Service},
    session,
    ui::portrait,
    vault::PROMPTED,
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
            account::Action::Token(ticket) => self.token(ticket, profile.id),
            account::Action::HandOver(ticket, token) => self.hand_over(ticket, token),
            account::Action::ChangePassword(_) | account::Action::TwoFactor { .. } => Task::none(),
            account::Action::MailPassword(email) => {
                self.push(Screen::Forgot(Box::new(Forgot::new(profile, email))))
            }
            account::Action::SignOut(ticket) => self.sign_out(ticket, profile.id),
            account::Action::SignIn(note) => self.signed_out_at(at, profile, note),
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
    fn signed_out_at(
        &mut self,
        at: usize,
        profile: Profile,
        note: Option<crate::screen::Note>,
    ) -> Task<Message> {
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
        let picture = async move {
            let picture = decode(service.avatar(&id, &file).await?).await?;
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

    fn token(&self, ticket: Ticket, id: ProfileId) -> Task<Message> {
        let service: Service = self.service.clone();

        Task::perform(
            async move { service.access_token(&id, AT_LEAST, PROMPTED).await },
            move |result: Result<Handed, _>| {
                Message::Account(account::Message::Token(ticket, Box::new(result)))
            },
        )
    }
}
