//! `login --window`: the person signs in in the window, and this command waits. Owns when the command ends; `opening`
//! finds or opens the window, `app` does the rest.

use super::{Outcome, sign_in};
use crate::{
    cli::{
        failure::Failure,
        opening::{self, WindowTarget},
        report,
        terminal::{self, Label},
    },
    handover::RemoteSignIn,
    profile::Profile,
    service::{Service, SessionStatus, Unlock},
};

/// Shows the profile in the running window or prepares a new one. Answers at once if somebody is signed in already.
pub(super) async fn login(service: &Service, profile: Profile) -> Result<Outcome, Failure> {
    let status = service.session_status(&profile.id, Unlock::Never).await?;
    if let SessionStatus::SignedIn(_) = status {
        return Ok(Outcome::Answer(report::status(&profile, &status)));
    }

    match opening::show_for_sign_in(&profile.id)? {
        WindowTarget::New(opening) => Ok(Outcome::Window(Box::new(opening))),
        WindowTarget::Running(remote) => {
            terminal::print_notice(&format!(
                "The window asks you to sign in to {}. Ctrl-C stops waiting for it.",
                profile.url.display_host()
            ));
            let is_signed_in = wait_for_window(remote).await?;

            sign_in_result(service, profile, is_signed_in)
                .await
                .map(Outcome::Answer)
        }
    }
}

/// Whether the window signed in. Ctrl-C only ends the wait: the window stays open.
async fn wait_for_window(remote: RemoteSignIn) -> Result<bool, Failure> {
    tokio::select! {
        ended = tokio::task::spawn_blocking(move || remote.wait()) => Ok(ended.unwrap_or(false)),
        () = terminal::stop_requested() => Err(Failure::Cancelled),
    }
}

/// The command's answer, from the session that is kept now.
pub(in crate::cli) async fn sign_in_result(
    service: &Service,
    profile: Profile,
    was_signed_in: bool,
) -> Result<report::Answer, Failure> {
    match service.session_status(&profile.id, Unlock::Never).await? {
        SessionStatus::SignedIn(session) => {
            sign_in::require_stored(service, profile, session).await
        }
        SessionStatus::SignedOut | SessionStatus::Ended(_) if !was_signed_in => {
            Err(Failure::NotSignedIn(profile.url.display_host()))
        }
        status => {
            if was_signed_in {
                terminal::print_labelled(
                    Label::Warning,
                    "The window signed in, but the session is not where other programs find it.",
                );
            }

            Ok(report::status(&profile, &status))
        }
    }
}
