//! A secret on the clipboard: put there because the person asked, and taken off again before it is forgotten there
//! (S-49). Owns when that happens. Whether the clipboard still holds the secret is asked of the system each time, because
//! what the person copied since is theirs.
//!
//! Password managers on KDE and Windows also ask clipboard histories to leave a secret alone, by a second format on the
//! clipboard (`x-kde-passwordManagerHint` with the value `secret`, `ExcludeClipboardContentFromMonitorProcessing`). That
//! cannot be done here: iced 0.14 writes plain text and nothing else, and a second clipboard connection would take the
//! selection away from iced's own. So a clipboard history may keep the secret. An access token lives for minutes, and
//! the refresh token is never copied, but the key of a second factor lasts.
//!
//! On Wayland only the window that has the keyboard focus may read the clipboard or write to it. When the person copies
//! a secret and goes to another window to paste it, the clipboard is cleared when they come back, not before.
//!
//! Reading the clipboard blocks the thread that paints until the program that owns the clipboard answers: up to three
//! seconds on X11, without a limit on Wayland. iced has no other way. It is done once for each copy, and not when the
//! window closes on Wayland, where what a program has put on the clipboard disappears with the program.

use std::time::Duration;

use iced::Task;

use super::Message;
use crate::{screen::RequestId, secret::Secret};

/// How long a secret stays on the clipboard.
const SECRET_LIFETIME: Duration = Duration::from_secs(45);

/// The secret that was copied last, and what is known of the clipboard.
#[derive(Debug)]
pub(super) struct Clipboard {
    copied: Option<CopiedSecret>,
    lifetime: Duration,
    /// Whether the window has the keyboard focus, as far as the system has said.
    is_window_focused: bool,
    /// Whether the system clears the clipboard when this program ends.
    is_cleared_on_exit: bool,
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

#[derive(Debug)]
struct CopiedSecret {
    secret: Secret,
    /// Names the copy.
    request: RequestId,
    /// Its time is over, and the clipboard could not be read.
    is_overdue: bool,
}

/// What happens to a copied secret.
#[derive(Debug, Clone)]
pub enum ClipboardEvent {
    /// Its time is over.
    Expired(RequestId),
    /// The clipboard was read: what it holds by now.
    Read(RequestId, Option<Secret>),
    /// The same, and the window closes after it.
    ReadBeforeExit(Option<Secret>),
}

impl Clipboard {
    /// With another lifetime; for tests.
    pub(super) fn set_lifetime(&mut self, lifetime: Duration) {
        self.lifetime = lifetime;
    }

    /// Says whether the system clears the clipboard when this program ends.
    pub(super) fn set_cleared_on_exit(&mut self, is_cleared: bool) {
        self.is_cleared_on_exit = is_cleared;
    }

    /// Puts the secret on the clipboard for [`SECRET_LIFETIME`]. `request` names the copy.
    pub(super) fn copy(&mut self, request: RequestId, secret: Secret) -> Task<Message> {
        let write = iced::clipboard::write(secret.expose().to_owned());
        let lifetime = self.lifetime;
        self.copied = Some(CopiedSecret {
            secret,
            request,
            is_overdue: false,
        });
        let wait = Task::perform(
            async move { tokio::time::sleep(lifetime).await },
            move |()| Message::Clipboard(ClipboardEvent::Expired(request)),
        );

        Task::batch([write, wait])
    }

    /// Takes an event in. With the task comes the copy that is off the clipboard from now on, so that its screen can say
    /// so.
    pub(super) fn update(&mut self, event: ClipboardEvent) -> (Task<Message>, Option<RequestId>) {
        match event {
            ClipboardEvent::Expired(request) if self.is_last_copy(request) => (read(request), None),
            // Nothing was read because another window has the keyboard focus, not because the clipboard is empty.
            ClipboardEvent::Read(request, None)
                if self.is_last_copy(request) && !self.is_window_focused =>
            {
                if let Some(copied) = &mut self.copied {
                    copied.is_overdue = true;
                }
                (Task::none(), None)
            }
            ClipboardEvent::Read(request, held) if self.is_last_copy(request) => {
                (self.clear_if_unchanged(held.as_ref()), Some(request))
            }
            // A later copy has its own time.
            ClipboardEvent::Expired(_) | ClipboardEvent::Read(..) => (Task::none(), None),
            ClipboardEvent::ReadBeforeExit(held) => {
                let clear = self.clear_if_unchanged(held.as_ref());
                (clear.chain(iced::exit()), None)
            }
        }
    }

    /// The window has lost the keyboard focus.
    pub(super) fn window_unfocused(&mut self) {
        self.is_window_focused = false;
    }

    /// The window has the keyboard focus again: what could not be read before can be now.
    pub(super) fn window_focused(&mut self) -> Task<Message> {
        self.is_window_focused = true;

        match &self.copied {
            Some(copied) if copied.is_overdue => read(copied.request),
            _ => Task::none(),
        }
    }

    /// Takes the secret off the clipboard, then closes the window.
    pub(super) fn close_window(&self) -> Task<Message> {
        if self.copied.is_none() || self.is_cleared_on_exit {
            return iced::exit();
        }

        iced::clipboard::read()
            .map(|held| Message::Clipboard(ClipboardEvent::ReadBeforeExit(held.map(Secret::new))))
    }

    fn is_last_copy(&self, request: RequestId) -> bool {
        self.copied
            .as_ref()
            .is_some_and(|copied| copied.request == request)
    }

    /// Empties the clipboard if it still holds the secret.
    fn clear_if_unchanged(&mut self, held: Option<&Secret>) -> Task<Message> {
        let is_there = self
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

fn read(request: RequestId) -> Task<Message> {
    iced::clipboard::read()
        .map(move |held| Message::Clipboard(ClipboardEvent::Read(request, held.map(Secret::new))))
}
