//! `set`: a kept instance's settings. Owns the words about what cannot be set; the rules are `profile`'s.

use std::path::PathBuf;

use crate::{
    address::{ProxyError, ProxySetting},
    cli::{
        arguments::{Set, Switch},
        failure::Failure,
        report::{self, Answer},
    },
    profile::{MAX_NAME, SsoPorts, SsoPortsError},
    service::{self, ProfileChanges, Service},
    unicode::clean_line,
};

/// Changes what was named and tells how the instance is kept now.
pub(super) async fn set(service: &Service, arguments: Set) -> Result<Answer, Failure> {
    let sso_ports = if arguments.default_sso_ports {
        Some(None)
    } else if arguments.sso_port.is_empty() {
        None
    } else {
        Some(Some(
            SsoPorts::new(&arguments.sso_port).map_err(ports_failure)?,
        ))
    };
    if let Some(name) = &arguments.name
        && clean_line(name, MAX_NAME).is_none()
    {
        return Err(Failure::Usage(
            "The name is empty.",
            "Give it at least one visible character.",
        ));
    }
    let proxy = parse_proxy(arguments.proxy.as_deref())?;
    let ca_file = match arguments.ca_file {
        Some(path) => Some(Some(absolute_path(path)?)),
        None => arguments.no_ca_file.then_some(None),
    };
    let profile = service.find(&arguments.profile).await?;
    let change = ProfileChanges {
        name: arguments.name,
        sso_ports,
        sso_relay: arguments.relay.map(|relay| relay == Switch::On),
        ca_file,
        proxy,
        position: arguments.position.map(|number| usize::from(number) - 1),
    };
    let profile = service.change_profile(&profile.id, change).await?;
    let signed_in = service.has_session(&profile.id).await;

    Ok(report::settings_changed(&profile, signed_in))
}

/// The proxy as it was typed, if one was.
pub(super) fn parse_proxy(typed: Option<&str>) -> Result<Option<ProxySetting>, Failure> {
    typed
        .map(ProxySetting::parse)
        .transpose()
        .map_err(|why| match why {
            ProxyError::Credentials => Failure::Usage(
                "A name and a password in the address of a proxy would lie in the profile file.",
                "Leave them out and set that proxy up in the system, then use: --proxy system",
            ),
            ProxyError::Scheme => Failure::Usage(
                "Only HTTP proxies are supported.",
                "Name it as http://HOST:PORT. Addresses with https go through it just as well.",
            ),
            ProxyError::Malformed => Failure::Usage(
                "This is no address of a proxy.",
                "Name it as http://HOST:PORT, or say: none, system",
            ),
        })
}

/// The path from wherever a command is started: the profile outlives the directory of this one.
pub(super) fn absolute_path(path: PathBuf) -> Result<PathBuf, service::Error> {
    std::path::absolute(&path).map_err(|error| service::Error::CaFile {
        path,
        reason: error.to_string(),
    })
}

fn ports_failure(why: SsoPortsError) -> Failure {
    match why {
        SsoPortsError::Count => Failure::Usage(
            "There are too many ports for the sign-in.",
            "Name one to three, each with its own --sso-port.",
        ),
        SsoPortsError::Privileged => Failure::Usage(
            "Ports below 1024 belong to the system.",
            "Choose ports from 1024 to 65535, the same as on the provider's list at the server.",
        ),
        SsoPortsError::Duplicate => Failure::Usage(
            "A port for the sign-in is named twice.",
            "Name each port once; they are tried in this order.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_own_words() {
        let sentence = |why| match ports_failure(why) {
            Failure::Usage(message, _) => message,
            _ => "",
        };

        assert!(sentence(SsoPortsError::Count).contains("too many"));
        assert!(sentence(SsoPortsError::Privileged).contains("1024"));
        assert!(sentence(SsoPortsError::Duplicate).contains("twice"));
    }

    #[test]
    fn s_39_a_proxy_with_a_password_is_refused_without_repeating_it() {
        for (typed, words) in [
            ("http://ada:sesame@proxy.example.com:3128", "password"),
            ("socks5://proxy.example.com", "HTTP"),
            ("http://proxy.example.com/path", "no address"),
        ] {
            match parse_proxy(Some(typed)) {
                Err(Failure::Usage(message, hint)) => {
                    assert!(message.contains(words), "{typed}: {message}");
                    assert!(!message.contains("sesame") && !hint.contains("sesame"));
                }
                _ => assert!(typed.is_empty(), "{typed} was taken"),
            }
        }
    }
}
