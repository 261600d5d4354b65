//! `login --window`: the sign-in is the window's, this command waits for it. Owns when it ends; the window's side is
//! `app`'s, the way to it `opening`'s.

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
    service::{Service, SessionStatus},
    vault,
};

/// Shows the profile in the window that runs, or leads to a new one. Who is signed in already is told at once.
pub(super) async fn login(service: &Service, profile: Profile) -> Result<Outcome, Failure> {
    let standing = service
        .session_status(&profile.id, vault::Unlock::Never)
        .await?;
    if let SessionStatus::SignedIn(_) = standing {
        return Ok(Outcome::Answer(report::status(&profile, &standing)));
    }

    match opening::show_for_sign_in(&profile.id)? {
        WindowTarget::New(opening) => Ok(Outcome::Window(Box::new(opening))),
        WindowTarget::Running(following) => {
            terminal::print_notice(&format!(
                "The window asks you to sign in to {}. Ctrl-C stops waiting for it.",
                profile.url.display_host()
            ));
            let is_signed_in = wait_for_window(following).await?;

            sign_in_result(service, profile, is_signed_in)
                .await
                .map(Outcome::Answer)
        }
    }
}

/// Nothing is lost by no longer waiting: the window stays.
async fn wait_for_window(following: RemoteSignIn) -> Result<bool, Failure> {
    tokio::select! {
        ended = tokio::task::spawn_blocking(move || following.wait()) => Ok(ended.unwrap_or(false)),
        () = terminal::stop_requested() => Err(Failure::Cancelled),
    }
}

/// How it went, by what is kept now.
pub(in crate::cli) async fn sign_in_result(
    service: &Service,
    profile: Profile,
    was_signed_in: bool,
) -> Result<report::Answer, Failure> {
    match service
        .session_status(&profile.id, vault::Unlock::Never)
        .await?
    {
        SessionStatus::SignedIn(session) => {
            sign_in::require_stored(service, profile, session).await
        }
        SessionStatus::SignedOut | SessionStatus::Ended(_) if !was_signed_in => {
            Err(Failure::NotSignedIn(profile.url.display_host()))
        }
        standing => {
            if was_signed_in {
                terminal::print_labelled(
                    Label::Warning,
                    "The window signed in, but the session is not where other programs find it.",
                );
            }

            Ok(report::status(&profile, &standing))
        }
    }
}
