//! `login --window`: the sign-in is the window's, this command waits for it. Owns when it ends; the window's side is
//! `app`'s, the way to it `opening`'s.

use super::{Outcome, sign_in};
use crate::{
    cli::{
        failure::Failure,
        opening::{self, Shown},
        report,
        terminal::{self, Label},
    },
    handover::Following,
    profile::Profile,
    service::{Service, Standing},
    vault,
};

/// Shows the profile in the window that runs, or leads to a new one. Who is signed in already is told at once.
pub(super) async fn login(service: &Service, profile: Profile) -> Result<Outcome, Failure> {
    let standing = service.standing(&profile.id, vault::SILENT).await?;
    if let Standing::SignedIn(_) = standing {
        return Ok(Outcome::Answer(report::status(&profile, &standing)));
    }

    match opening::for_sign_in(&profile.id)? {
        Shown::New(opening) => Ok(Outcome::Window(Box::new(opening))),
        Shown::Running(following) => {
            terminal::tell(&format!(
                "The window asks you to sign in to {}. Ctrl-C stops waiting for it.",
                profile.url.display_host()
            ));
            let is_signed_in = wait(following).await?;

            ended(service, profile, is_signed_in)
                .await
                .map(Outcome::Answer)
        }
    }
}

/// Nothing is lost by no longer waiting: the window stays.
async fn wait(following: Following) -> Result<bool, Failure> {
    tokio::select! {
        ended = tokio::task::spawn_blocking(move || following.signed_in()) => Ok(ended.unwrap_or(false)),
        () = terminal::interrupted() => Err(Failure::Cancelled),
    }
}

/// How it went, by what is kept now.
pub(in crate::cli) async fn ended(
    service: &Service,
    profile: Profile,
    was_signed_in: bool,
) -> Result<report::Answer, Failure> {
    match service.standing(&profile.id, vault::SILENT).await? {
        Standing::SignedIn(session) => sign_in::kept(service, profile, session).await,
        Standing::SignedOut | Standing::Ended(_) if !was_signed_in => {
            Err(Failure::NotSignedIn(profile.url.display_host()))
        }
        standing => {
            if was_signed_in {
                terminal::say(
                    Label::Warning,
                    "The window signed in, but the session is not where other programs find it.",
                );
            }

            Ok(report::status(&profile, &standing))
        }
    }
}
