//! Shortens a `User-Agent` (RFC 9110 §10.1.5) to the browser's and the system's names. A user agent proves nothing: any
//! program may send any.

use crate::say;

/// How much is shown of an unknown user agent, in characters.
const MAX_UNKNOWN_CHARS: usize = 40;

/// Browser and system, or the first product name of an unknown agent.
pub(super) fn short_name(agent: &str) -> String {
    let find = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map(|(_, name)| *name)
    };
    // Every user agent also names the browsers it imitates, so the most specific name is tested first.
    let browser = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chromium/", "Chromium"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);

    match (browser, system) {
        (Some(browser), Some(system)) => {
            say!("account-program-on", program = browser, system = system)
        }
        (Some(browser), None) => browser.to_owned(),
        (None, _) => agent
            .split(['/', ' '])
            .next()
            .unwrap_or_default()
            .chars()
            .take(MAX_UNKNOWN_CHARS)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn a_program_is_told_by_its_own_name() {
        for (agent, short) in [
            ("Latchkey/0.1.0", "Latchkey"),
            ("node", "node"),
            ("curl/8.5.0", "curl"),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox on Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
                "Safari on macOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
                "Safari on iOS",
            ),
            ("", ""),
        ] {
            assert_eq!(short_name(agent), short, "{agent}");
        }
        assert_eq!(short_name(&"x".repeat(300)).len(), 40);
    }
}
