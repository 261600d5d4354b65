//! The settings of another tool that instances are taken from (`.env`, directus-sync, the official CLI): only addresses
//! come out, few, each once, none without TLS away from this machine (S-30, S-53).

use super::{assert_line, text};
use latchkey::import::import_candidates;

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Some(text) = text(input) else {
        return false;
    };
    let all = import_candidates(text);
    assert!(all.len() <= 50);
    for (place, one) in all.iter().enumerate() {
        assert!(one.url.is_https() || one.url.is_loopback(), "{}", one.url);
        assert!(one.url.url().username().is_empty() && one.url.url().password().is_none());
        assert_line(one.url.as_str(), 8 * 1024);
        assert_line(one.name.as_deref().unwrap_or_default(), 100);
        assert!(
            all[..place].iter().all(|other| other.url != one.url),
            "twice"
        );
    }

    true
}
