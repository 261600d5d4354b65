//! The quiet look at an address while it is typed: when it is worth one, and what comes of it.

use iced::widget::image;

use super::{Action, Add, NAME_FIELD, Step};
use crate::{
    address::ServerUrl,
    screen::RequestId,
    service::{Error, Preview},
};

/// What a quiet look found.
#[derive(Debug, Clone)]
pub(super) struct BackgroundPreview {
    pub(super) preview: Box<Preview>,
    pub(super) logo: Option<image::Handle>,
}

impl Add {
    pub(super) fn wait_for_pause(&mut self) -> Action {
        if self.pending.is_some() || !self.looks_complete() {
            return Action::None;
        }
        let ticket = RequestId::next();
        self.typing_pause = Some(ticket);

        Action::WaitForPause(ticket)
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

    pub(super) fn probe_in_background(&mut self) -> Action {
        self.typing_pause = None;
        if self.pending.is_some() || !matches!(self.step, Step::Address) || !self.looks_complete() {
            return Action::None;
        }
        let ticket = RequestId::next();
        self.pending = Some(ticket);
        self.is_background_probe = true;

        Action::Probe(ticket, self.address.clone(), self.options())
    }

    /// Shows what a quiet look found, with its name to be confirmed. A look may have ended just before Enter was pressed to
    /// ask for it: that key keeps nothing that was not seen.
    pub(super) fn show_preview(&mut self) -> Option<Action> {
        if self.pending.is_some() || !matches!(self.step, Step::Address) {
            return None;
        }
        let BackgroundPreview { preview, logo } = self.background_preview.clone()?;
        self.takes_no_focus = false;
        self.typing_pause = None;
        self.notification = None;
        self.step = Step::preview(preview, logo);

        Some(Action::Focus(NAME_FIELD))
    }

    /// A quiet look ended: what it did not find is said when the person asks.
    pub(super) fn handle_background_probe(&mut self, result: Result<Preview, Error>) -> Action {
        match result {
            Ok(preview) => {
                let preview = Box::new(preview);
                self.background_preview = Some(BackgroundPreview {
                    preview: preview.clone(),
                    logo: None,
                });
                Action::LoadLogo(preview)
            }
            Err(Error::AlreadyAdded(name)) => {
                self.existing_name = Some(name);
                Action::None
            }
            Err(_) => Action::None,
        }
    }
}
