//! The quiet look at an address while it is typed: when it is worth one, and what comes of it.

use iced::widget::image;

use super::{Action, Add, NAME, Step};
use crate::{
    profile::ServerUrl,
    screen::Ticket,
    service::{Error, Preview},
};

/// What a quiet look found.
#[derive(Debug, Clone)]
pub(super) struct Glimpse {
    pub(super) preview: Box<Preview>,
    pub(super) logo: Option<image::Handle>,
}

impl Add {
    pub(super) fn wait_for_pause(&mut self) -> Action {
        if self.pending.is_some() || !self.looks_complete() {
            return Action::None;
        }
        let ticket = Ticket::next();
        self.pause = Some(ticket);

        Action::Pause(ticket)
    }

    /// Whether the address may be typed to its end: one that can be reached as it is, and no single word that may be the
    /// beginning of a host.
    fn looks_complete(&self) -> bool {
        let Ok(url) = ServerUrl::parse(&self.address, self.policy()) else {
            return false;
        };
        let host = url.url().host_str().unwrap_or_default();
        let has_end = host
            .rsplit_once('.')
            .is_some_and(|(name, end)| !name.is_empty() && end.chars().count() >= 2);

        url.is_loopback()
            || has_end
            || matches!(
                url.url().host(),
                Some(url::Host::Ipv4(_) | url::Host::Ipv6(_))
            )
    }

    pub(super) fn look_quietly(&mut self) -> Action {
        self.pause = None;
        if self.pending.is_some() || !matches!(self.step, Step::Address) || !self.looks_complete() {
            return Action::None;
        }
        let ticket = Ticket::next();
        self.pending = Some(ticket);
        self.is_quiet_look = true;

        Action::Probe(ticket, self.address.clone(), self.options())
    }

    /// Shows what a quiet look found, with its name to be confirmed. A look may have ended just before Enter was pressed to
    /// ask for it: that key keeps nothing that was not seen.
    pub(super) fn show_found(&mut self) -> Option<Action> {
        if self.pending.is_some() || !matches!(self.step, Step::Address) {
            return None;
        }
        let Glimpse { preview, logo } = self.found.clone()?;
        self.is_quiet = false;
        self.pause = None;
        self.note = None;
        self.step = Step::found(preview, logo);

        Some(Action::Focus(NAME))
    }

    /// A quiet look ended: what it did not find is said when the person asks.
    pub(super) fn glimpsed(&mut self, result: Result<Preview, Error>) -> Action {
        match result {
            Ok(preview) => {
                let preview = Box::new(preview);
                self.found = Some(Glimpse {
                    preview: preview.clone(),
                    logo: None,
                });
                Action::QuietPicture(preview)
            }
            Err(Error::AlreadyKept(name)) => {
                self.kept = Some(name);
                Action::None
            }
            Err(_) => Action::None,
        }
    }
}
