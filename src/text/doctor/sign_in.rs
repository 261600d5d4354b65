//! The sentences of the checks about signing in: which ways the server offers, and whether a sign-in through the
//! browser comes back to this machine.

#![expect(
    clippy::ref_option,
    reason = "`CheckResult` is an answer with a name, not an optional argument"
)]

use super::{Finding, Fix, Level};
use crate::{
    address::ServerUrl,
    profile::Profile,
    say,
    service::{
        CheckResult, CompanionState, Error, NoRouteReason, Provider, ProviderKind, SignInOptions,
        SsoError, SsoRoute,
    },
    text,
};

pub(super) fn sign_in(answer: &CheckResult<SignInOptions>) -> Finding {
    const ID: &str = "sign_in";
    let title = say!("doctor-sign-in-title");

    let SignInOptions {
        providers,
        is_licensed,
    } = match answer {
        None => return Finding::skipped(ID, title),
        Some(Err(error)) => return Finding::failed(ID, title, error),
        Some(Ok(ways)) => ways,
    };
    let own = (!providers.default_disabled).then_some(say!("doctor-sign-in-own"));
    let named = providers
        .list
        .iter()
        .map(|provider| provider.label.as_str());
    let ways: Vec<_> = own.into_iter().chain(named).collect();

    if ways.is_empty() {
        return Finding::new(ID, title, Level::Failed, say!("doctor-sign-in-none"))
            .with_fix(Fix::line("AUTH_DISABLE_DEFAULT=false"));
    }
    let ways = say!("doctor-sign-in-ways", ways = capitalized(&ways.join(", ")));
    let detail = if providers.list.is_empty() && *is_licensed == Some(false) {
        format!("{ways} {}", say!("doctor-sign-in-licence"))
    } else {
        ways
    };

    Finding::passed(ID, title, detail)
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();

    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

pub(super) fn sso_route(
    provider: &Provider,
    route: Option<&Result<SsoRoute, Error>>,
    profile: &Profile,
) -> Finding {
    let id = format!("sso_route.{}", provider.name);
    let title = say!("doctor-sso-route-title", provider = &provider.label);
    let fine = |detail: &str| Finding::passed(&id, title.clone(), detail);

    let Some(route) = route else {
        return fine(if provider.kind() == ProviderKind::Identifier {
            say!("doctor-sso-route-ldap")
        } else {
            say!("doctor-sso-route-password")
        });
    };
    if provider.kind() == ProviderKind::Unknown {
        let detail = say!("doctor-sso-route-unknown", driver = &provider.driver);

        return Finding::new(&id, title, Level::Warning, detail)
            .with_fix(Fix::Step(say!("error-file-newer.hint").to_owned()));
    }

    match route {
        Ok(SsoRoute::HandOff) => fine(say!("doctor-sso-route-hand-off")),
        Ok(SsoRoute::SameHost) => fine(say!("doctor-sso-route-same-host")),
        Ok(SsoRoute::Relay) => fine(say!("doctor-sso-route-relay")),
        Ok(SsoRoute::None(why)) => no_sso_route(&id, title, why, profile),
        Err(error) => Finding::failed(&id, title, error),
    }
}

fn no_sso_route(id: &str, title: String, why: &NoRouteReason, profile: &Profile) -> Finding {
    let error = Error::Sso(SsoError::NoRoute(why.clone()));
    let lines = text::administrator_lines(why, &profile.url);

    if lines.is_empty() {
        return Finding::failed(id, title, &error);
    }
    let notice = text::notice(&error);
    let detail = match notice.hint {
        Some(hint) => format!("{} {hint}", notice.message),
        None => notice.message,
    };

    Finding::new(id, title, Level::Failed, detail).with_fix(Fix::Lines(lines))
}

pub(super) fn companion(answer: &CheckResult<CompanionState>, profile: &Profile) -> Finding {
    const ID: &str = "companion";
    let title = say!("doctor-companion-title");

    let refused = |error: SsoError| Finding::failed(ID, title, &Error::Sso(error));
    let state = match answer {
        None => return Finding::skipped(ID, title),
        Some(Err(error)) => return Finding::failed(ID, title, error),
        Some(Ok(state)) => state,
    };

    match state {
        CompanionState::Ready => Finding::passed(ID, title, say!("doctor-companion-answers")),
        CompanionState::Absent {
            is_needed: is_missed,
        } => {
            let (level, why) = if *is_missed {
                (Level::Failed, say!("doctor-companion-needed"))
            } else {
                (Level::Warning, say!("doctor-companion-useful"))
            };
            let detail = say!("doctor-companion-absent", why = why);

            Finding::new(ID, title, level, detail).with_fix(Fix::line(text::INSTALL_COMPANION))
        }
        CompanionState::OtherVersion(version) => {
            refused(SsoError::NoRoute(NoRouteReason::CompanionVersion(*version)))
                .with_fix(Fix::line(text::INSTALL_COMPANION))
        }
        CompanionState::OtherAddress(issuer) => {
            refused(SsoError::OtherAddress(issuer.clone())).with_fix(public_url_fix(&profile.url))
        }
        CompanionState::NoS256 => refused(SsoError::NoS256),
        CompanionState::NotReady(words) => {
            let detail = say!("doctor-companion-unfinished", words = words);
            let fix = if words.contains("PUBLIC_URL") {
                public_url_fix(&profile.url)
            } else {
                Fix::Step(say!("doctor-companion-unfinished-fix").to_owned())
            };

            Finding::new(ID, title, Level::Failed, detail).with_fix(fix)
        }
    }
}

fn public_url_fix(instance: &ServerUrl) -> Fix {
    Fix::line(format!("PUBLIC_URL={}", instance.as_str()))
}
