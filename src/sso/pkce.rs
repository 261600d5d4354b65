//! Proof Key for Code Exchange, method S256 only (RFC 7636; S-16), and the comparison of secrets.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::secret::Secret;

/// 32 random bytes as 43 characters of the base64url alphabet (RFC 7636 §4.1).
pub(super) fn random_token(bytes: &[u8; 32]) -> Secret {
    Secret::new(URL_SAFE_NO_PAD.encode(bytes))
}

/// `BASE64URL(SHA256(ASCII(verifier)))` (RFC 7636 §4.2).
pub(super) fn challenge(verifier: &Secret, sha256: fn(&[u8]) -> [u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(sha256(verifier.expose().as_bytes()))
}

/// Compares in a time that depends on the lengths only, which are no secret (S-04).
pub(super) fn constant_time_eq(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && left
            .bytes()
            .zip(right.bytes())
            .fold(0, |difference, (a, b)| {
                std::hint::black_box(difference | (a ^ b))
            })
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail with the verifier itself as challenge, which is the method `plain`.
    #[test]
    fn s_16_the_challenge_is_that_of_rfc_7636_appendix_b() {
        let octets = [
            116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212,
            37, 77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
        ];
        let verifier = random_token(&octets);

        assert_eq!(
            verifier.expose(),
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        );
        assert_eq!(
            challenge(&verifier, crate::sso::source::sha256),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }

    #[test]
    fn only_equal_strings_are_the_same() {
        assert!(constant_time_eq("abc", "abc"));
        assert!(constant_time_eq("", ""));
        for other in ["abd", "bbc", "ab", "abcd", "", "ABC"] {
            assert!(!constant_time_eq("abc", other), "{other:?}");
        }
    }
}
