//! Whether an administrator has put Latchkey's port on the list of the server's own addresses
//! (`AUTH_ALLOWED_PUBLIC_URLS`) for one instance, so that a provider's answer comes to it. Owns its place in the
//! profile.
//!
//! It is a switch and not an address: the address is that of the first port of [`Profile::sso_ports`], so that there is
//! one place to set it. Like those it stays in the file as it was written, and only `true` counts (R-22).

use serde_json::Value;

use super::Profile;

/// The key in the file.
const KEY: &str = "sso_relay";

impl Profile {
    /// Whether a sign-in through the browser may be relayed.
    pub fn sso_relay(&self) -> bool {
        self.unknown.get(KEY) == Some(&Value::Bool(true))
    }

    /// Switches it.
    pub fn set_sso_relay(&mut self, is_on: bool) {
        let _ = if is_on {
            self.unknown.insert(KEY.to_owned(), Value::Bool(true))
        } else {
            self.unknown.remove(KEY)
        };
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn only_true_counts_and_nothing_costs_the_profile() {
        for (value, is_on) in [
            ("true", true),
            ("false", false),
            ("\"true\"", false),
            ("1", false),
            ("{}", false),
        ] {
            let text = format!(
                r#"{{"id":"0123456789abcdef","name":"A","url":"https://a.example.com","sso_relay":{value}}}"#
            );
            let mut profile: Profile = serde_json::from_str(&text).unwrap();
            assert_eq!(profile.sso_relay(), is_on, "{value}");

            profile.set_sso_relay(true);
            assert!(profile.sso_relay());
            profile.set_sso_relay(false);
            assert!(
                serde_json::to_value(&profile)
                    .unwrap()
                    .get("sso_relay")
                    .is_none()
            );
        }
    }
}
