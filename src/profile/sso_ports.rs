//! The loopback ports an administrator has put on a provider's list for one instance. Owns the rules for them; which
//! ports are used without them is `loopback`'s.

/// How many ports a list may have: each one costs a look at the server before the browser opens.
const MAX_PORTS: usize = 3;
/// Ports below are the system's (RFC 6335 §6).
const MIN_PORT: u16 = 1024;

/// One to three different loopback ports from 1024 on, in the order they are tried.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Vec<u16>", into = "Vec<u16>")]
pub struct SsoPorts(Vec<u16>);

/// Why some numbers are no list of ports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SsoPortsError {
    /// None at all, or more than three.
    #[error("one to three ports are needed")]
    Count,
    /// 0 or a port of the system.
    #[error("a port below 1024 is the system's")]
    Privileged,
    /// The same port twice.
    #[error("a port is named twice")]
    Duplicate,
}

impl SsoPorts {
    /// These ports, if they keep to the rules.
    pub fn new(ports: &[u16]) -> Result<Self, SsoPortsError> {
        if ports.is_empty() || ports.len() > MAX_PORTS {
            Err(SsoPortsError::Count)
        } else if ports.iter().any(|port| *port < MIN_PORT) {
            Err(SsoPortsError::Privileged)
        } else if (1..ports.len()).any(|at| ports[..at].contains(&ports[at])) {
            Err(SsoPortsError::Duplicate)
        } else {
            Ok(Self(ports.to_vec()))
        }
    }

    /// In the order they are tried.
    pub fn as_slice(&self) -> &[u16] {
        &self.0
    }
}

impl TryFrom<Vec<u16>> for SsoPorts {
    type Error = SsoPortsError;

    fn try_from(ports: Vec<u16>) -> Result<Self, Self::Error> {
        Self::new(&ports)
    }
}

impl From<SsoPorts> for Vec<u16> {
    fn from(ports: SsoPorts) -> Self {
        ports.0
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::profile::Profile;

    fn profile(ports: &str) -> Profile {
        let text = format!(
            r#"{{"id":"0123456789abcdef","name":"A","url":"https://a.example.com","sso_ports":{ports}}}"#
        );

        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn r_34_ports_that_make_no_sense_are_refused() {
        for (ports, expected) in [
            (&[1024][..], Ok(())),
            (&[65_535, 1024, 47_801], Ok(())),
            (&[], Err(SsoPortsError::Count)),
            (&[2001, 2002, 2003, 2004], Err(SsoPortsError::Count)),
            (&[0], Err(SsoPortsError::Privileged)),
            (&[2001, 1023], Err(SsoPortsError::Privileged)),
            (&[2001, 2002, 2001], Err(SsoPortsError::Duplicate)),
        ] {
            assert_eq!(SsoPorts::new(ports).map(|_| ()), expected, "{ports:?}");
        }
    }

    #[test]
    fn r_22_a_bad_value_costs_neither_the_profile_nor_itself() {
        for bad in [
            "[]",
            "7",
            "null",
            "\"47801\"",
            "[0]",
            "[80]",
            "[70000]",
            "[-1]",
            "[2001.5]",
            "[\"2001\"]",
            "[2001,2001]",
            "[2001,2002,2003,2004]",
            "{\"first\":2001}",
        ] {
            let profile = profile(bad);
            let kept = serde_json::to_value(&profile).unwrap();

            assert_eq!(profile.sso_ports(), None, "{bad}");
            assert_eq!(kept["sso_ports"].to_string(), bad, "it stays as it was");
        }
    }

    #[test]
    fn what_is_set_reads_back_and_can_be_taken_away() {
        let mut profile = profile("[2001]");
        let ports = SsoPorts::new(&[47_802, 47_801]).unwrap();

        profile.set_sso_ports(Some(&ports));
        let again: Profile =
            serde_json::from_value(serde_json::to_value(&profile).unwrap()).unwrap();
        assert_eq!(again.sso_ports(), Some(ports));

        profile.set_sso_ports(None);
        let kept = serde_json::to_value(&profile).unwrap();
        assert!(kept.get("sso_ports").is_none());
    }
}
