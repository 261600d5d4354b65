//! The words of what was looked at on an instance.

#![expect(
    clippy::ref_option,
    reason = "`Asked` is an answer with a name, not an optional argument"
)]

use super::{
    Finding, Fix, Level,
    ways::{companion, sign_in, sso_route},
    word,
};
use crate::{
    directus::{self, Generation, TlsFault},
    identity::{COMPANION_PATH, RESET_URL},
    profile::{Profile, ServerUrl},
    service::{Asked, Clock, Error, InstanceCheck, MailedLink, Protection, ResetLink, Seen},
    text::span,
};

/// How far apart two clocks may be before one-time codes suffer, in seconds (RFC 6238 §5.2 recommends codes of 30
/// seconds, and one of them as the tolerance).
const CLOCK_LIMIT: u64 = 60;

/// The words of one check of `profile`.
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

fn reachable(answer: &Asked<()>, profile: &Profile) -> Finding {
    const ID: &str = "reachable";
    const TITLE: &str = "Connection";

    match answer {
        None => Finding::skipped(ID, TITLE),
        Some(Ok(())) => {
            let host = profile.url.display_host();

            Finding::fine(ID, TITLE, format!("{host} answers."))
        }
        Some(Err(error @ Error::Directus(directus::Error::ProxyCredentials))) => {
            let variable = if profile.url.is_https() {
                "HTTPS_PROXY"
            } else {
                "HTTP_PROXY"
            };

            Finding::failed(ID, TITLE, error).mended_by(Fix::line(format!(
                "{variable}=http://NAME:PASSWORD@PROXY:PORT"
            )))
        }
        Some(Err(error)) => Finding::failed(ID, TITLE, error),
    }
}

fn tls(answer: &Asked<Protection>, profile: &Profile) -> Finding {
    const ID: &str = "tls";
    const TITLE: &str = "Encryption";

    let host = profile.url.display_host();
    match answer {
        None => Finding::skipped(ID, TITLE),
        Some(Ok(Protection::Tls)) => Finding::fine(
            ID,
            TITLE,
            "By TLS, with a certificate that this machine trusts.",
        ),
        Some(Ok(Protection::OwnAuthority)) => Finding::fine(
            ID,
            TITLE,
            "By TLS, with the certificate authorities of this machine and of this instance's own file.",
        ),
        Some(Ok(Protection::SameMachine)) => Finding::fine(
            ID,
            TITLE,
            "None, and none is needed: what is sent does not leave this machine.",
        ),
        Some(Ok(Protection::None)) => Finding::new(
            ID,
            TITLE,
            Level::Warning,
            format!(
                "What is sent to {host} is not encrypted: others on the network can read and change it, passwords \
                 included."
            ),
        )
        .mended_by(Fix::Step(
            "Ask an administrator to offer the server by https, then add it again by that address."
                .to_owned(),
        )),
        Some(Err(error)) => {
            let finding = Finding::failed(ID, TITLE, error);

            match error {
                Error::Directus(directus::Error::Tls {
                    fault: TlsFault::SelfSigned | TlsFault::UnknownAuthority,
                    ..
                }) => trust(finding, profile),
                _ => finding,
            }
        }
    }
}

/// How a certificate of one's own is given to an instance that is kept.
fn trust(finding: Finding, profile: &Profile) -> Finding {
    let detail = format!(
        "{} If it is your own server, ask its administrator for the certificate of the authority, compare the \
         fingerprint, and keep the instance anew with that file. On a strange network, someone may be reading along.",
        finding.detail
    );
    let fix = Fix::Lines(vec![
        format!("latchkey remove {}", profile.id.as_str()),
        format!(
            "latchkey add {} --name={} --ca-file FILE.pem",
            word(profile.url.as_str()),
            word(&profile.name)
        ),
    ]);

    Finding { detail, ..finding }.mended_by(fix)
}

fn clock(found: Clock) -> Finding {
    const ID: &str = "clock";
    const TITLE: &str = "Clock";

    let ahead = match found {
        Clock::Ahead(ahead) => ahead,
        Clock::Unasked => return Finding::skipped(ID, TITLE),
        Clock::Untold => {
            return Finding::new(
                ID,
                TITLE,
                Level::Skipped,
                "Not known: the server did not tell its time.",
            );
        }
    };
    let apart = ahead.unsigned_abs();
    if apart <= CLOCK_LIMIT {
        return Finding::fine(
            ID,
            TITLE,
            "This machine and the server agree, to within a minute.",
        );
    }

    let side = if ahead > 0 { "ahead of" } else { "behind" };
    let detail = format!(
        "This machine's clock is {} {side} the server's. One-time codes and the life of tokens depend on both.",
        span(std::time::Duration::from_secs(apart))
    );
    let line = if cfg!(windows) {
        "w32tm /resync"
    } else if cfg!(target_os = "macos") {
        "sudo sntp -sS time.apple.com"
    } else {
        "sudo timedatectl set-ntp true"
    };

    Finding::new(ID, TITLE, Level::Warning, detail).mended_by(Fix::line(line))
}

fn directus(answer: &Asked<Seen>) -> Finding {
    const ID: &str = "directus";
    const TITLE: &str = "Directus";

    match answer {
        None => Finding::skipped(ID, TITLE),
        Some(Ok(seen)) => {
            let detail = match (seen.generation, seen.is_licensed) {
                (Generation::Eleven, _) => "Directus 11 answers.",
                (Generation::Twelve, Some(false)) => "Directus 12 answers, without a licence.",
                (Generation::Twelve, _) => "Directus 12 answers.",
                (Generation::Unknown, _) => {
                    "Directus answers, of a generation that this Latchkey does not know."
                }
            };

            Finding::fine(ID, TITLE, detail)
        }
        Some(Err(error)) => {
            let finding = Finding::failed(ID, TITLE, error);

            match error {
                Error::Directus(directus::Error::Redirected { to, .. }) => finding.mended_by(
                    Fix::line(format!("latchkey add {}", word(to.as_str()))),
                ),
                Error::Directus(directus::Error::NotDirectus {
                    status: 502..=504, ..
                }) => finding.mended_by(Fix::Step(
                    "Try again in a while: the server behind its proxy is down, starting, or closed for maintenance."
                        .to_owned(),
                )),
                _ => finding,
            }
        }
    }
}

fn reset_link(answer: &Asked<ResetLink>, profile: &Profile) -> Finding {
    const ID: &str = "reset_link";
    const TITLE: &str = "Mail for a forgotten password";

    match answer {
        None => Finding::skipped(ID, TITLE),
        Some(Err(error)) => Finding::failed(ID, TITLE, error),
        Some(Ok(ResetLink::Untold)) => Finding::new(
            ID,
            TITLE,
            Level::Skipped,
            "Not known: this server tells only when a mail is asked for, as Directus does before 11.14.1.",
        ),
        Some(Ok(ResetLink::Mailed { link, has_page })) => match link {
            MailedLink::Bridge => Finding::fine(
                ID,
                TITLE,
                "Its link leads to a page that offers Latchkey and the browser; it works in every mail program.",
            ),
            MailedLink::Scheme => Finding::fine(
                ID,
                TITLE,
                "Its link opens Latchkey. Where a mail program does not let it be clicked, it can be pasted.",
            ),
            MailedLink::Studio => Finding::new(
                ID,
                TITLE,
                Level::Warning,
                "Its link opens the Data Studio. It can be pasted into Latchkey; for a click to open Latchkey, an \
                 administrator adds this to the server's environment (to what the list holds already) and restarts \
                 Directus.",
            )
            .mended_by(Fix::line(reset_line(&profile.url, *has_page))),
        },
    }
}

/// What the server's environment needs for the links of mails.
fn reset_line(instance: &ServerUrl, has_page: bool) -> String {
    let page = if has_page {
        let page = instance.join(&format!("{COMPANION_PATH}/reset-password"));

        format!("{page},")
    } else {
        String::new()
    };

    format!("PASSWORD_RESET_URL_ALLOW_LIST={page}{RESET_URL}")
}
