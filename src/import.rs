//! Addresses of instances in the settings of other tools: `.env` files, directus-sync's configuration, the official
//! CLI's `directus.config.json`. Takes addresses and names, and nothing else: no token, no password, no option
//! (S-53). Asks nobody; the caller shows what was found before anything is contacted.

use serde_json::Value;

use crate::{
    address::{HttpPolicy, ServerUrl},
    unicode::clean_line,
};

/// Most addresses taken from one file.
const MAX_CANDIDATES: usize = 50;
/// Longest name taken, in characters.
const MAX_NAME: usize = 100;

/// One address that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportCandidate {
    /// Where it is. https, or this machine: a file does not decide that passwords go without TLS.
    pub url: ServerUrl,
    /// What the file calls it.
    pub name: Option<String>,
}

/// The addresses in the text of a settings file, each once, in its order.
pub fn import_candidates(text: &str) -> Vec<ImportCandidate> {
    let text = text.trim_start_matches('\u{feff}');
    let all = match serde_json::from_str::<Value>(text) {
        Ok(document) => candidates_in_json(&document),
        Err(_) => text.lines().filter_map(candidate_in_line).collect(),
    };
    let mut once: Vec<ImportCandidate> = Vec::new();

    for (address, name) in all {
        let Ok(url) = ServerUrl::parse(&address, HttpPolicy::LoopbackOnly) else {
            continue;
        };
        if once.len() < MAX_CANDIDATES && once.iter().all(|found| found.url != url) {
            once.push(ImportCandidate {
                url,
                name: name.and_then(|name| clean_line(&name, MAX_NAME)),
            });
        }
    }

    once
}

/// `profiles.NAME.url` of the official CLI, `directusUrl` of directus-sync, and variables as keys, as Directus's own
/// JSON configuration has them.
fn candidates_in_json(document: &Value) -> Vec<(String, Option<String>)> {
    let Some(object) = document.as_object() else {
        return Vec::new();
    };
    let profiles = object
        .get("profiles")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter_map(|(name, profile)| {
            let url = profile.get("url")?.as_str()?;

            Some((url.to_owned(), Some(name.clone())))
        });
    let settings = object.iter().filter_map(|(key, value)| {
        let url = value.as_str().filter(|_| is_address_key(key))?;

        Some((url.to_owned(), None))
    });

    profiles.chain(settings).collect()
}

/// `KEY=VALUE` of an `.env` file, `key: 'value'` of a JavaScript one. Of what is on the right side the first web
/// address counts: `process.env.DIRECTUS_URL || 'http://localhost:8055'`.
fn candidate_in_line(line: &str) -> Option<(String, Option<String>)> {
    let line = line.trim_start();
    let line = line.strip_prefix("export ").unwrap_or(line);
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_\"'".contains(c);
    let (key, value) = line.split_once(['=', ':'])?;
    let key = key.trim_end();
    if !key.chars().all(is_name) || !is_address_key(key.trim_matches(['"', '\''])) {
        return None;
    }

    let start = ["https://", "http://"]
        .into_iter()
        .filter_map(|scheme| value.find(scheme))
        .min()?;
    let ends = |c: char| c.is_whitespace() || "\"'`,;#".contains(c);
    let address = value[start..].split(ends).next()?;

    Some((address.to_owned(), None))
}

/// Whether a setting of this name holds the address of an instance: `DIRECTUS_URL`, also with a tool's prefix
/// (`NEXT_PUBLIC_DIRECTUS_URL`) or a profile's name inside (`DIRECTUS_STAGING_URL`), `directusUrl`, and `PUBLIC_URL`
/// of Directus itself.
fn is_address_key(key: &str) -> bool {
    key == "directusUrl"
        || key == "PUBLIC_URL"
        || key.contains("DIRECTUS") && (key.ends_with("_URL") || key.ends_with("_HOST"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<String> {
        import_candidates(text)
            .into_iter()
            .map(|found| found.url.as_str().to_owned())
            .collect()
    }

    #[test]
    fn an_env_file_gives_its_addresses_once() {
        let text = "\u{feff}# DIRECTUS_URL=https://commented.example.com\n\
            DIRECTUS_URL=\"https://cms.example.com/\"\n\
            export NEXT_PUBLIC_DIRECTUS_URL='https://cms.example.com'\r\n\
            DIRECTUS_STAGING_URL = https://staging.example.com/cms # the other one\n\
            PUBLIC_URL=http://localhost:8055\n\
            DIRECTUS_TOKEN=https://not-an-address.example.com\n\
            DATABASE_URL=postgres://user:secret@db.example.com\n";

        assert_eq!(
            addresses(text),
            [
                "https://cms.example.com",
                "https://staging.example.com/cms",
                "http://localhost:8055"
            ]
        );
    }

    #[test]
    fn directus_sync_and_the_official_cli_are_read() {
        let js = "module.exports = {\n  // directusUrl: 'https://old.example.com',\n  \
            directusUrl: process.env.DIRECTUS_URL || 'http://0.0.0.0:8055',\n  directusToken: 'secret',\n};\n";
        assert_eq!(addresses(js), ["http://127.0.0.1:8055"]);
        assert_eq!(
            addresses(r#"{"directusUrl":"https://cms.example.com","directusToken":"secret"}"#),
            ["https://cms.example.com"]
        );

        let official = r#"{"profiles":{"staging":{"url":"https://staging.example.com"},
            "production":{"url":"https://cms.example.com"},"broken":{"url":7},"odd":1},"projects":{}}"#;
        let names: Vec<_> = import_candidates(official)
            .into_iter()
            .map(|found| (found.name.unwrap_or_default(), found.url.display_host()))
            .collect();
        assert_eq!(
            names,
            [
                ("production".to_owned(), "cms.example.com".to_owned()),
                ("staging".to_owned(), "staging.example.com".to_owned())
            ]
        );
    }

    #[test]
    fn s_53_a_hostile_file_gives_nothing_it_should_not() {
        for text in [
            "",
            "[]",
            "null",
            "{\"profiles\":[]}",
            "DIRECTUS_URL=http://cms.example.com",
            "DIRECTUS_URL=https://user:secret@cms.example.com",
            "DIRECTUS_URL=javascript:alert(1)//https:",
            "DIRECTUS_URL=file:///etc/passwd",
            "DIRECTUS_URL=https://",
            "DIRECTUS_URL=https://evil\u{202e}example.com",
            "some DIRECTUS_URL=https://cms.example.com",
        ] {
            assert_eq!(addresses(text), Vec::<String>::new(), "{text}");
        }

        let many: Vec<_> = (0..1000)
            .map(|number| format!("DIRECTUS_{number}_URL=https://{number}.example.com"))
            .collect();
        assert_eq!(addresses(&many.join("\n")).len(), MAX_CANDIDATES);
    }
}
