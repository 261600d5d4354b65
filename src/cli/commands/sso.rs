//! `login --provider`: the sign-in through the browser, with the address on standard error for whoever has to open
//! it elsewhere. Owns what the person is told meanwhile; the wait itself is the service's.

use std::{sync::Arc, time::Duration};

use super::{
    TRIES,
    sign_in::{code, given_code},
};
use crate::{
    cli::{
        arguments::Login,
        environment,
        failure::Failure,
        terminal::{self, Label},
    },
    profile::Profile,
    service::{Error, Service, SignedIn, SsoError, SsoWait},
    text,
};

/// How often it is looked whether the server may have reported something.
const GLANCE: Duration = Duration::from_millis(300);

/// Signs in through the browser; a code that the server asks for starts the round again with the same provider.
pub(super) async fn sign_in(
    service: &Service,
    profile: &Profile,
    provider: &str,
    arguments: Login,
) -> Result<SignedIn, Failure> {
    let Login {
        otp,
        no_browser,
        timeout,
        password_stdin,
        ..
    } = arguments;
    if password_stdin {
        return Err(Failure::Usage(
            "This provider takes no password from here: it asks for it in the browser.",
            "Leave --password-stdin out.",
        ));
    }
    let mut otp = given_code(otp, false).await?;
    let mut tries = 0;

    loop {
        let given = otp.take();
        let had_code = given.is_some();
        let wait = match service.begin_sso(&profile.id, provider, given).await {
            Ok(wait) => wait,
            Err(error) => return Err(no_way(profile, error)),
        };
        wait.last(timeout);
        show(service, profile, &wait, no_browser).await;

        match finish(service, &wait).await {
            Err(Failure::Service(error))
                if error.wants_code() && terminal::can_ask() && tries < TRIES =>
            {
                tries += 1;
                otp = Some(code(had_code).await?);
            }
            other => return other,
        }
    }
}

/// Waits, tells what the server may have reported, and stops at once when the person asks to: there is nothing to
/// lose before the browser has brought the answer, and everything after it.
async fn finish(service: &Service, wait: &Arc<SsoWait>) -> Result<SignedIn, Failure> {
    let mut finished = std::pin::pin!(service.finish_sso(wait));
    let mut interrupted = std::pin::pin!(terminal::interrupted());
    let mut told = None;

    loop {
        tokio::select! {
            biased;
            result = &mut finished => return result.map_err(Failure::from),
            () = &mut interrupted, if !wait.is_answered() => return Err(Failure::Cancelled),
            () = tokio::time::sleep(GLANCE) => {
                let hearsay = wait.hearsay();

                if hearsay.is_some() && hearsay != told {
                    terminal::say(Label::Warning, &unproven(hearsay.as_deref().unwrap_or_default()));
                    told = hearsay;
                }
            }
        }
    }
}

/// What came without proof is shown and not believed (S-05).
fn unproven(code: &str) -> String {
    let what_to_do = if code == "INVALID_OTP" {
        "If so, stop with Ctrl-C and sign in again with --otp CODE."
    } else {
        "If so, open the address again or stop with Ctrl-C; else go on in the browser."
    };

    format!("The server may have reported {code}. {what_to_do}")
}

async fn show(service: &Service, profile: &Profile, wait: &SsoWait, no_browser: bool) {
    let opened = !no_browser && service.open_browser(wait.address().clone()).await.is_ok();
    let port = wait.port();

    if opened {
        terminal::tell(&format!(
            "Your browser opens for the sign-in to {}. If it does not, open this address in it:",
            profile.url.display_host()
        ));
    } else {
        terminal::tell(&format!(
            "Open this address in your browser to sign in to {}:",
            profile.url.display_host()
        ));
    }
    terminal::tell(&format!("\n  {}\n", wait.address()));

    if environment::over_ssh() {
        terminal::tell(&format!(
            "The browser comes back to port {port} of this machine. On the one you sit at, forward it first:\n\n  \
             ssh -N -L {port}:127.0.0.1:{port} THIS-MACHINE\n"
        ));
    }
    terminal::tell(&format!(
        "Waiting for the browser, {} at most; Ctrl-C cancels.",
        text::span(wait.left())
    ));
}

/// When there is no way, the administrator's lines go with the sentence.
fn no_way(profile: &Profile, error: Error) -> Failure {
    if let Error::Sso(SsoError::NoRoute(why)) = &error {
        let lines = text::administrator_lines(why, &profile.url);

        if !lines.is_empty() {
            return Failure::NoWay(Box::new(error), lines);
        }
    }

    Failure::Service(error)
}
