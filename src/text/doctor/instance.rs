//! The sentences of the checks of an instance.

#![expect(
    clippy::ref_option,
    reason = "`CheckResult` is an answer with a name, not an optional argument"
)]

use super::{
    Finding, Fix, Level, shell_word,
    sign_in::{companion, sign_in, sso_route},
};
use crate::{
    address::ServerUrl,
    identity::{COMPANION_PATH, RESET_URL},
    profile::Profile,
    say,
    service::{
        CheckResult, ClockOffset, Error, Generation, InstanceCheck, MailedLinkKind, Protection,
        ResetLink, ServerError, ServerSeen, TlsFault,
    },
};

/// How far the two clocks may differ before one-time codes are refused, in seconds: RFC 6238 §5.2 recommends time steps
/// of 30 seconds and a tolerance of one step.
const MAX_CLOCK_DIFFERENCE_SECONDS: u64 = 60;

/// What a check of `profile`'s instance found.
pub fn instance_finding(check: &InstanceCheck, profile: &Profile) -> Finding {
    match check {
        InstanceCheck::Reachable(answer) => reachable(answer, profile),
        InstanceCheck::Tls(answer) => tls(answer, profile),
        InstanceCheck::Clock(found) => clock(*found),
        InstanceCheck::Directus(answer) => directus(answer),
        InstanceCheck::ResetLink(answer) => reset_link(answer, profile),
        InstanceCheck::SignIn(answer) => sign_in(answer),
        InstanceCheck::SsoRoute(provider, route) => sso_route(provider, route.as_ref(), profile),
        InstanceCheck::Companion(answer) => companion(answer, profile),
    }
}

fn reachable(answer: &CheckResult<()>, profile: &Profile) -> Finding {
    const ID: &str = "reachable";
    let title = say!("doctor-reachable-title");

    match answer {
        None => Finding::skipped(ID, title),
        Some(Ok(())) => {
            let host = profile.url.display_host();

            Finding::passed(ID, title, say!("doctor-reachable", host = host))
        }
        Some(Err(error @ Error::Directus(ServerError::ProxyCredentials))) => {
            let variable = if profile.url.is_https() {
                "HTTPS_PROXY"
            } else {
                "HTTP_PROXY"
            };

            Finding::failed(ID, title, error).with_fix(Fix::line(format!(
                "{variable}=http://NAME:PASSWORD@PROXY:PORT"
            )))
        }
        Some(Err(error)) => Finding::failed(ID, title, error),
    }
}

fn tls(answer: &CheckResult<Protection>, profile: &Profile) -> Finding {
    const ID: &str = "tls";
    let title = say!("doctor-tls-title");

    let host = profile.url.display_host();
    match answer {
        None => Finding::skipped(ID, title),
        Some(Ok(Protection::Tls)) => Finding::passed(ID, title, say!("doctor-tls")),
        Some(Ok(Protection::OwnAuthority)) => {
            Finding::passed(ID, title, say!("doctor-tls-own-authority"))
        }
        Some(Ok(Protection::SameMachine)) => {
            Finding::passed(ID, title, say!("doctor-tls-same-machine"))
        }
        Some(Ok(Protection::None)) => Finding::new(
            ID,
            title,
            Level::Warning,
            say!("doctor-tls-none", host = host),
        )
        .with_fix(Fix::Step(say!("doctor-tls-none-fix").to_owned())),
        Some(Err(error)) => {
            let finding = Finding::failed(ID, title, error);

            match error {
                Error::Directus(ServerError::Tls {
                    fault: TlsFault::SelfSigned | TlsFault::UnknownAuthority,
                    ..
                }) => with_trust_fix(finding, profile),
                _ => finding,
            }
        }
    }
}

/// Adds the lines that keep the instance again with a certificate authority of its own.
fn with_trust_fix(finding: Finding, profile: &Profile) -> Finding {
    let detail = format!("{} {}", finding.detail, say!("doctor-tls-trust"));
    let fix = Fix::Lines(vec![
        format!("latchkey remove {}", profile.id.as_str()),
        format!(
            "latchkey add {} --name={} --ca-file FILE.pem",
            shell_word(profile.url.as_str()),
            shell_word(&profile.name)
        ),
    ]);

    Finding { detail, ..finding }.with_fix(fix)
}

fn clock(found: ClockOffset) -> Finding {
    const ID: &str = "clock";
    let title = say!("doctor-clock-title");

    let ahead = match found {
        ClockOffset::Ahead(ahead) => ahead,
        ClockOffset::NotAsked => return Finding::skipped(ID, title),
        ClockOffset::NotReported => {
            return Finding::new(ID, title, Level::Skipped, say!("doctor-clock-untold"));
        }
    };
    let apart = ahead.unsigned_abs();
    if apart <= MAX_CLOCK_DIFFERENCE_SECONDS {
        return Finding::passed(ID, title, say!("doctor-clock-agrees"));
    }

    let time = crate::text::duration_of_seconds(apart);
    let detail = if ahead > 0 {
        say!("doctor-clock-ahead", time = time)
    } else {
        say!("doctor-clock-behind", time = time)
    };
    let line = if cfg!(windows) {
        "w32tm /resync"
    } else if cfg!(target_os = "macos") {
        "sudo sntp -sS time.apple.com"
    } else {
        "sudo timedatectl set-ntp true"
    };

    Finding::new(ID, title, Level::Warning, detail).with_fix(Fix::line(line))
}

fn directus(answer: &CheckResult<ServerSeen>) -> Finding {
    const ID: &str = "directus";
    let title = say!("doctor-directus-title");

    match answer {
        None => Finding::skipped(ID, title),
        Some(Ok(seen)) => {
            let detail = match (seen.generation, seen.is_licensed) {
                (Generation::V11, _) => say!("doctor-directus-eleven"),
                (Generation::V12, Some(false)) => say!("doctor-directus-twelve-unlicensed"),
                (Generation::V12, _) => say!("doctor-directus-twelve"),
                (Generation::Unknown, _) => {
                    say!("doctor-directus-unknown")
                }
            };

            Finding::passed(ID, title, detail)
        }
        Some(Err(error)) => {
            let finding = Finding::failed(ID, title, error);

            match error {
                Error::Directus(ServerError::Redirected { to, .. }) => finding.with_fix(Fix::line(
                    format!("latchkey add {}", shell_word(to.as_str())),
                )),
                Error::Directus(ServerError::NotDirectus {
                    status: 502..=504, ..
                }) => finding.with_fix(Fix::Step(say!("doctor-directus-down-fix").to_owned())),
                _ => finding,
            }
        }
    }
}

fn reset_link(answer: &CheckResult<ResetLink>, profile: &Profile) -> Finding {
    const ID: &str = "reset_link";
    let title = say!("doctor-reset-link-title");

    match answer {
        None => Finding::skipped(ID, title),
        Some(Err(error)) => Finding::failed(ID, title, error),
        Some(Ok(ResetLink::Unknown)) => {
            Finding::new(ID, title, Level::Skipped, say!("doctor-reset-link-untold"))
        }
        Some(Ok(ResetLink::Mailed { link, has_page })) => match link {
            MailedLinkKind::CompanionPage => {
                Finding::passed(ID, title, say!("doctor-reset-link-bridge"))
            }
            MailedLinkKind::CustomScheme => {
                Finding::passed(ID, title, say!("doctor-reset-link-scheme"))
            }
            MailedLinkKind::DataStudio => {
                Finding::new(ID, title, Level::Warning, say!("doctor-reset-link-studio"))
                    .with_fix(Fix::line(reset_allow_list_line(&profile.url, *has_page)))
            }
        },
    }
}

/// The line of the server's environment that lets mails hold our links.
fn reset_allow_list_line(instance: &ServerUrl, has_page: bool) -> String {
    let page = if has_page {
        let page = instance.join(&format!("{COMPANION_PATH}/reset-password"));

        format!("{page},")
    } else {
        String::new()
    };

    format!("PASSWORD_RESET_URL_ALLOW_LIST={page}{RESET_URL}")
}
