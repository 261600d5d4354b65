//! A token on the clipboard: put there because the person asked, and taken away again before it is forgotten there
//! (S-49). Owns when; whether the clipboard still holds it is asked of the system each time, because what the person
//! copied since is theirs.
//!
//! What password managers on KDE and Windows do beside that cannot be done here: a second format on the clipboard
//! (`x-kde-passwordManagerHint` with the value `secret`, `ExcludeClipboardContentFromMonitorProcessing`) asks
//! clipboard histories to leave it alone, and iced 0.14 writes plain text and nothing else. A second clipboard
//! connection beside its own would take the selection away from it. So a clipboard history may keep what is put there:
//! an access token lives for minutes, and the refresh token never goes there, but the key of a second factor lasts.
//!
//! On Wayland only the window that has the keyboard may read the clipboard or write to it. Whoever copies and goes to
//! another window to paste has it cleared when they come back here, not before.
//!
//! Reading waits for whoever holds the clipboard, on the thread that paints: up to three seconds on X11, without a
//! limit on Wayland. iced has no other way. It is done once a copy, and not at the end on Wayland, where what a
//! program has put on the clipboard goes with it.

use std::time::Duration;

use iced::Task;

use super::{App, Message};
use crate::{screen::RequestId, secret::Secret};

/// How long a token stays on the clipboard.
pub(super) const SECRET_LIFETIME: Duration = Duration::from_secs(45);

/// What was put on the clipboard here, and what is known of the way to it.
#[derive(Debug)]
pub(super) struct Clipboard {
    copied: Option<CopiedSecret>,
    pub(super) lifetime: Duration,
    /// Whether the window has the keyboard, as far as it was told.
    pub(super) is_window_focused: bool,
    /// What this program has put there goes when it ends.
    pub(super) is_cleared_on_exit: bool,
}

impl Default for Clipboard {
    fn default() -> Self {
        Self {
            copied: None,
            lifetime: SECRET_LIFETIME,
            is_window_focused: true,
            is_cleared_on_exit: false,
        }
    }
}

/// The token that was copied last.
#[derive(Debug)]
struct CopiedSecret {
    secret: Secret,
    request: RequestId,
    /// Its time is over, and the clipboard could not be read.
    is_overdue: bool,
}

/// What becomes of it.
#[derive(Debug, Clone)]
pub enum ClipboardEvent {
    /// Its time is over.
    Expired(RequestId),
    /// What the clipboard holds by now.
    Read(RequestId, Option<Secret>),
    /// The same, and the window closes after it.
    ReadBeforeExit(Option<Secret>),
}

impl App {
    /// Hands the token to the clipboard, for [`SECRET_LIFETIME`]. `ticket` names the copy.
    pub(super) fn copy_secret(&mut self, ticket: RequestId, token: Secret) -> Task<Message> {
        let write = iced::clipboard::write(token.expose().to_owned());
        let stays = self.clipboard.lifetime;
        self.clipboard.copied = Some(CopiedSecret {
            secret: token,
            request: ticket,
            is_overdue: false,
        });
        let wait = Task::perform(async move { tokio::time::sleep(stays).await }, move |()| {
            Message::Clipboard(ClipboardEvent::Expired(ticket))
        });

        Task::batch([write, wait])
    }

    pub(super) fn on_clipboard(&mut self, clip: ClipboardEvent) -> Task<Message> {
        match clip {
            ClipboardEvent::Expired(ticket) if self.is_last_copy(ticket) => iced::clipboard::read()
                .map(move |held| {
                    Message::Clipboard(ClipboardEvent::Read(ticket, held.map(Secret::new)))
                }),
            // Not empty: it may not be read from here.
            ClipboardEvent::Read(ticket, None)
                if self.is_last_copy(ticket) && !self.clipboard.is_window_focused =>
            {
                if let Some(copied) = &mut self.clipboard.copied {
                    copied.is_overdue = true;
                }
                Task::none()
            }
            ClipboardEvent::Read(ticket, held) if self.is_last_copy(ticket) => {
                for screen in &mut self.stack {
                    screen.clipboard_cleared(ticket);
                }
                self.clear_clipboard(held.as_ref())
            }
            // A later copy has its own time.
            ClipboardEvent::Expired(_) | ClipboardEvent::Read(..) => Task::none(),
            ClipboardEvent::ReadBeforeExit(held) => {
                self.clear_clipboard(held.as_ref()).chain(iced::exit())
            }
        }
    }

    /// The window has the keyboard again: what could not be read before can be now.
    pub(super) fn window_focused(&mut self) -> Task<Message> {
        self.clipboard.is_window_focused = true;

        match &self.clipboard.copied {
            Some(copied) if copied.is_overdue => {
                self.on_clipboard(ClipboardEvent::Expired(copied.request))
            }
            _ => Task::none(),
        }
    }

    /// Closes the window, and takes a token off the clipboard before.
    pub(super) fn close_window(&mut self) -> Task<Message> {
        if self.clipboard.copied.is_none() || self.clipboard.is_cleared_on_exit {
            return iced::exit();
        }

        iced::clipboard::read()
            .map(|held| Message::Clipboard(ClipboardEvent::ReadBeforeExit(held.map(Secret::new))))
    }

    fn is_last_copy(&self, ticket: RequestId) -> bool {
        self.clipboard
            .copied
            .as_ref()
            .is_some_and(|copied| copied.request == ticket)
    }

    /// Empties the clipboard if it still holds the token.
    fn clear_clipboard(&mut self, held: Option<&Secret>) -> Task<Message> {
        let is_there = self
            .clipboard
            .copied
            .take()
            .zip(held)
            .is_some_and(|(copied, held)| copied.secret.expose() == held.expose());

        if is_there {
            iced::clipboard::write(String::new())
        } else {
            Task::none()
        }
    }
}
