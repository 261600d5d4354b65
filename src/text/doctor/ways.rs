//! The words of what was looked at about signing in: which ways there are, and whether they lead back here.

#![expect(
    clippy::ref_option,
    reason = "`Asked` is an answer with a name, not an optional argument"
)]

use super::{Finding, Fix, Level};
use crate::{
    directus::Provider,
    profile::{Profile, ServerUrl},
    service::{Asked, CompanionState, Error, SsoError, SsoRoute, Ways, WhyNot},
    text,
};

const EXTENSION: &str = "directus-extension-latchkey";

pub(super) fn sign_in(answer: &Asked<Ways>) -> Finding {
    const ID: &str = "sign_in";
    const TITLE: &str = "Ways to sign in";

    let Ways {
        providers,
        is_licensed,
    } = match answer {
        None => return Finding::skipped(ID, TITLE),
        Some(Err(error)) => return Finding::failed(ID, TITLE, error),
        Some(Ok(ways)) => ways,
    };
    let own = (!providers.default_disabled).then_some("e-mail and password");
    let named = providers
        .list
        .iter()
        .map(|provider| provider.label.as_str());
    let ways: Vec<_> = own.into_iter().chain(named).collect();

    if ways.is_empty() {
        return Finding::new(
            ID,
            TITLE,
            Level::Failed,
            "None: signing in with e-mail and password is switched off, and no provider is offered. An administrator \
             sets this and restarts Directus.",
        )
        .mended_by(Fix::line("AUTH_DISABLE_DEFAULT=false"));
    }
    let licence = if providers.list.is_empty() && *is_licensed == Some(false) {
        " Directus 12 offers providers only with a licence that includes them."
    } else {
        ""
    };

    Finding::fine(
        ID,
        TITLE,
        format!("{}.{licence}", capital(&ways.join(", "))),
    )
}

fn capital(text: &str) -> String {
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
    let title = format!("Sign-in with {}", provider.label);
    let fine = |detail: &str| Finding::fine(&id, title.clone(), detail);

    let Some(route) = route else {
        return fine(if provider.driver == "ldap" {
            "With the name and password of the directory (LDAP); no browser is needed."
        } else {
            "With a name and a password; no browser is needed."
        });
    };
    if !matches!(provider.driver.as_str(), "openid" | "oauth2" | "saml") {
        let detail = format!(
            "This Latchkey does not know sign-ins of the kind “{}”.",
            provider.driver
        );

        return Finding::new(&id, title, Level::Warning, detail)
            .mended_by(Fix::Step("Update Latchkey.".to_owned()));
    }

    match route {
        Ok(SsoRoute::HandOff) => {
            fine("The browser hands it over to Latchkey, by the server's extension.")
        }
        Ok(SsoRoute::SameHost) => {
            fine("The instance is on this machine, and the browser may come back to Latchkey.")
        }
        Ok(SsoRoute::Relay) => {
            fine("The provider's answer comes to Latchkey, which hands it on to the server.")
        }
        Ok(SsoRoute::None(why)) => no_way(&id, title, why, profile),
        Err(error) => Finding::failed(&id, title, error),
    }
}

fn no_way(id: &str, title: String, why: &WhyNot, profile: &Profile) -> Finding {
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

    Finding::new(id, title, Level::Failed, detail).mended_by(Fix::Lines(lines))
}

pub(super) fn companion(answer: &Asked<CompanionState>, profile: &Profile) -> Finding {
    const ID: &str = "companion";
    const TITLE: &str = "Latchkey's extension";

    let refused = |error: SsoError| Finding::failed(ID, TITLE, &Error::Sso(error));
    let state = match answer {
        None => return Finding::skipped(ID, TITLE),
        Some(Err(error)) => return Finding::failed(ID, TITLE, error),
        Some(Ok(state)) => state,
    };

    match state {
        CompanionState::Ready => Finding::fine(ID, TITLE, format!("{EXTENSION} answers.")),
        CompanionState::Absent { is_missed } => {
            let (level, why) = if *is_missed {
                (
                    Level::Failed,
                    "A sign-in through a provider needs it to come back to this machine.",
                )
            } else {
                (
                    Level::Warning,
                    "No provider needs it here; it would make the links of mails work in every mail program.",
                )
            };
            let detail = format!(
                "{EXTENSION} is not installed. {why} An administrator runs this in the directory Directus starts in, \
                 and restarts Directus."
            );

            Finding::new(ID, TITLE, level, detail).mended_by(Fix::line(text::INSTALL_COMPANION))
        }
        CompanionState::OtherVersion(version) => {
            refused(SsoError::NoRoute(WhyNot::CompanionVersion(*version)))
                .mended_by(Fix::line(text::INSTALL_COMPANION))
        }
        CompanionState::OtherAddress(issuer) => {
            refused(SsoError::OtherAddress(issuer.clone())).mended_by(public_url(&profile.url))
        }
        CompanionState::NoS256 => refused(SsoError::NoS256),
        CompanionState::Unfinished(words) => {
            let detail = format!("{EXTENSION} is installed, but not ready. It says: “{words}”");
            let fix = if words.contains("PUBLIC_URL") {
                public_url(&profile.url)
            } else {
                Fix::Step("Ask an administrator to restart Directus.".to_owned())
            };

            Finding::new(ID, TITLE, Level::Failed, detail).mended_by(fix)
        }
    }
}

fn public_url(instance: &ServerUrl) -> Fix {
    Fix::line(format!("PUBLIC_URL={}", instance.as_str()))
}
