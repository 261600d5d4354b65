//! A token on the clipboard: put there because the person asked, and taken away again before it is forgotten there
//! (S-49). Owns when; whether the clipboard still holds it is asked of the system each time, because what the person
//! copied since is theirs.
//!
//! What password managers on KDE and Windows do beside that cannot be done here: a second format on the clipboard
//! (`x-kde-passwordManagerHint` with the value `secret`, `ExcludeClipboardContentFromMonitorProcessing`) asks
//! clipboard histories to leave it alone, and iced 0.14 writes plain text and nothing else. A second clipboard
//! connection beside its own would take the selection away from it. So a clipboard history may keep the token; it is
//! one that lives for minutes, and never the refresh token.

use std::time::Duration;

use iced::Task;

use super::{App, Message, Screen};
use crate::{
    screen::{Ticket, account},
    secret::Secret,
};

/// How long a token stays on the clipboard.
pub(super) const STAYS: Duration = Duration::from_secs(45);

/// The token that was copied last.
#[derive(Debug)]
pub(super) struct Copied {
    token: Secret,
    ticket: Ticket,
}

/// What becomes of it.
#[derive(Debug, Clone)]
pub enum Clip {
    /// Its time is over.
    Due(Ticket),
    /// What the clipboard holds by now.
    Holds(Ticket, Option<Secret>),
    /// The same, and the window closes after it.
    HoldsAtLast(Option<Secret>),
}

impl App {
    /// Hands the token to the clipboard, for [`STAYS`]. `ticket` names the copy.
    pub(super) fn hand_over(&mut self, ticket: Ticket, token: Secret) -> Task<Message> {
        let write = iced::clipboard::write(token.expose().to_owned());
        let stays = self.clip_stays;
        self.copied = Some(Copied { token, ticket });
        let wait = Task::perform(async move { tokio::time::sleep(stays).await }, move |()| {
            Message::Clip(Clip::Due(ticket))
        });

        Task::batch([write, wait])
    }

    pub(super) fn clip(&mut self, clip: Clip) -> Task<Message> {
        match clip {
            Clip::Due(ticket) if self.is_last_copy(ticket) => iced::clipboard::read()
                .map(move |held| Message::Clip(Clip::Holds(ticket, held.map(Secret::new)))),
            Clip::Holds(ticket, held) if self.is_last_copy(ticket) => {
                for screen in &mut self.stack {
                    if let Screen::Account(screen) = screen {
                        let _ = screen.update(account::Message::Cleared(ticket), &self.zone);
                    }
                }
                self.clear(held.as_ref())
            }
            // A later copy has its own time.
            Clip::Due(_) | Clip::Holds(..) => Task::none(),
            Clip::HoldsAtLast(held) => self.clear(held.as_ref()).chain(iced::exit()),
        }
    }

    /// Closes the window, and takes a token off the clipboard before.
    pub(super) fn close(&mut self) -> Task<Message> {
        if self.copied.is_none() {
            return iced::exit();
        }

        iced::clipboard::read().map(|held| Message::Clip(Clip::HoldsAtLast(held.map(Secret::new))))
    }

    fn is_last_copy(&self, ticket: Ticket) -> bool {
        self.copied
            .as_ref()
            .is_some_and(|copied| copied.ticket == ticket)
    }

    /// Empties the clipboard if it still holds the token.
    fn clear(&mut self, held: Option<&Secret>) -> Task<Message> {
        let is_there = self
            .copied
            .take()
            .zip(held)
            .is_some_and(|(copied, held)| copied.token.expose() == held.expose());

        if is_there {
            iced::clipboard::write(String::new())
        } else {
            Task::none()
        }
    }
}
