//! `set`: a kept instance's settings. Owns the words about what cannot be set; the rules are `profile`'s.

use crate::{
    cli::{
        arguments::{Set, Switch},
        failure::Failure,
        report::{self, Answer},
    },
    profile::{SsoPorts, SsoPortsError, clean_line},
    service::{Change, Service},
};

/// Longest name, in characters; a longer one is cut when it is kept.
const MAX_NAME: usize = 100;

/// Changes what was named and tells how the instance is kept now.
pub(super) async fn set(service: &Service, arguments: Set) -> Result<Answer, Failure> {
    let sso_ports = if arguments.default_sso_ports {
        Some(None)
    } else if arguments.sso_port.is_empty() {
        None
    } else {
        Some(Some(SsoPorts::new(&arguments.sso_port).map_err(refused)?))
    };
    if let Some(name) = &arguments.name
        && clean_line(name, MAX_NAME).is_none()
    {
        return Err(Failure::Usage(
            "The name is empty.",
            "Give it at least one visible character.",
        ));
    }
    let profile = service.find(&arguments.profile).await?;
    let change = Change {
        name: arguments.name,
        sso_ports,
        sso_relay: arguments.relay.map(|relay| relay == Switch::On),
        ..Change::default()
    };
    let profile = service.change(&profile.id, change).await?;
    let signed_in = service.has_session(&profile.id).await;

    Ok(report::changed(&profile, signed_in))
}

fn refused(why: SsoPortsError) -> Failure {
    match why {
        SsoPortsError::Count => Failure::Usage(
            "There are too many ports for the sign-in.",
            "Name one to three, each with its own --sso-port.",
        ),
        SsoPortsError::Privileged => Failure::Usage(
            "Ports below 1024 belong to the system.",
            "Choose ports from 1024 to 65535, the same as on the provider's list at the server.",
        ),
        SsoPortsError::Twice => Failure::Usage(
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
        let told = |why| match refused(why) {
            Failure::Usage(message, _) => message,
            _ => "",
        };

        assert!(told(SsoPortsError::Count).contains("too many"));
        assert!(told(SsoPortsError::Privileged).contains("1024"));
        assert!(told(SsoPortsError::Twice).contains("twice"));
    }
}
