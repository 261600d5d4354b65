//! `login --provider`: the sign-in through the browser. Owns what is printed meanwhile, above all the address, for a
//! browser elsewhere; the service waits for the browser.

use std::{sync::Arc, time::Duration};

use super::one_time_code::{read_code, retry_with_codes};
use crate::{
    cli::{
        arguments::Login,
        environment,
        failure::Failure,
        terminal::{self, Label},
    },
    profile::Profile,
    service::{Error, Service, SessionInfo, SsoError, SsoWait},
    text,
};

/// How often `SsoWait` is asked for an error that the server may have reported.
const POLL_INTERVAL: Duration = Duration::from_millis(300);

/// Signs in through the browser; a code that the server asks for starts the round again with the same provider.
pub(super) async fn sign_in(
    service: &Service,
    profile: &Profile,
    provider: &str,
    arguments: Login,
) -> Result<SessionInfo, Failure> {
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
    let otp = read_code(otp, false).await?;

    retry_with_codes(otp, async |otp| {
        let wait = service
            .begin_sso(&profile.id, provider, otp)
            .await
            .map_err(|error| no_sso_route(profile, error))?;
        wait.set_time_left(timeout);
        show_address(service, profile, &wait, no_browser).await;

        wait_for_answer(service, &wait).await
    })
    .await
}

/// Waits for the browser and prints errors that the server may have reported. Ctrl-C ends the wait at once until the
/// browser has brought the answer; after that the exchange runs to its end, since a session may exist already.
async fn wait_for_answer(service: &Service, wait: &Arc<SsoWait>) -> Result<SessionInfo, Failure> {
    let mut finished = std::pin::pin!(service.finish_sso(wait));
    let mut interrupted = std::pin::pin!(terminal::stop_requested());
    let mut shown = None;

    loop {
        tokio::select! {
            biased;
            result = &mut finished => return result.map_err(Failure::from),
            () = &mut interrupted, if !wait.is_answered() => return Err(Failure::Cancelled),
            () = tokio::time::sleep(POLL_INTERVAL) => {
                let reported = wait.unverified_error();

                if reported.is_some() && reported != shown {
                    terminal::print_labelled(Label::Warning, &unverified_error_text(reported.as_deref().unwrap_or_default()));
                    shown = reported;
                }
            }
        }
    }
}

/// The warning about an error that came to the listener without this attempt's state: anyone can send one, so it is
/// shown and the wait goes on (S-05).
fn unverified_error_text(code: &str) -> String {
    let what_to_do = if code == "INVALID_OTP" {
        "If so, stop with Ctrl-C and sign in again with --otp CODE."
    } else {
        "If so, open the address again or stop with Ctrl-C; else go on in the browser."
    };

    format!("The server may have reported {code}. {what_to_do}")
}

async fn show_address(service: &Service, profile: &Profile, wait: &SsoWait, no_browser: bool) {
    let opened = !no_browser && service.open_browser(wait.address().clone()).await.is_ok();
    let port = wait.port();

    if opened {
        terminal::print_notice(&format!(
            "Your browser opens for the sign-in to {}. If it does not, open this address in it:",
            profile.url.display_host()
        ));
    } else {
        terminal::print_notice(&format!(
            "Open this address in your browser to sign in to {}:",
            profile.url.display_host()
        ));
    }
    terminal::print_notice(&format!("\n  {}\n", wait.address()));

    if environment::is_over_ssh() {
        terminal::print_notice(&format!(
            "The browser comes back to port {port} of this machine. On the one you sit at, forward it first:\n\n  \
             ssh -N -L {port}:127.0.0.1:{port} THIS-MACHINE\n"
        ));
    }
    terminal::print_notice(&format!(
        "Waiting for the browser, {} at most; Ctrl-C cancels.",
        text::duration(wait.time_left())
    ));
}

/// Adds the lines for the administrator when no route leads back to this machine.
fn no_sso_route(profile: &Profile, error: Error) -> Failure {
    if let Error::Sso(SsoError::NoRoute(why)) = &error {
        let lines = text::administrator_lines(why, &profile.url);

        if !lines.is_empty() {
            return Failure::NoSsoRoute(Box::new(error), lines);
        }
    }

    Failure::Service(error)
}
