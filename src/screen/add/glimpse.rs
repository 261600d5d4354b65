//! The background probe of an address while it is typed: when it starts, and what its answer does.

use iced::widget::image;

use super::{Action, Add, NAME_FIELD, Request, Step};
use crate::{
    address::ServerUrl,
    screen::RequestId,
    service::{Error, Preview},
};

/// The server a background probe found.
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
        let request = RequestId::next();
        self.typing_pause = Some(request);

        Action::Run(request, Request::WaitForPause)
    }

    /// Whether the address is likely complete: it parses, and its host is an IP address, a loopback name, or ends in a
    /// top-level domain of two letters or more.
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
        let request = RequestId::next();
        self.pending = Some(request);
        self.is_background_probe = true;

        Action::Run(
            request,
            Request::Probe(self.address.clone(), self.options()),
        )
    }

    /// Opens the preview of what a background probe found. Enter leads here and never adds the instance directly, since
    /// the probe may have ended just before the key was pressed.
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

    /// The answer to a background probe. Errors stay silent until the person presses the button.
    pub(super) fn handle_background_probe(&mut self, result: Result<Preview, Error>) -> Action {
        match result {
            Ok(preview) => {
                let preview = Box::new(preview);
                self.background_preview = Some(BackgroundPreview {
                    preview: preview.clone(),
                    logo: None,
                });
                Action::Run(RequestId::next(), Request::LoadLogo(preview))
            }
            Err(Error::AlreadyAdded(name)) => {
                self.existing_name = Some(name);
                Action::None
            }
            Err(_) => Action::None,
        }
    }
}
