//! Directus's JSON, both ways: request bodies, answers, the error envelope. Owns shapes and limits; sending and
//! receiving is `transport`'s.

use std::time::Duration;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::{ErrorCode, Generation, Provider, Providers, Refusal, ServerInfo, clean};
use crate::{
    address::ProviderName,
    profile::Project,
    secret::Secret,
    session::{Account, Tokens},
};

const MAX_NAME: usize = 100;
const MAX_DESCRIPTOR: usize = 200;
const MAX_NOTE: usize = 16 * 1024;
const MAX_MESSAGE: usize = 300;
const MAX_WORD: usize = 64;
const MAX_FIELD: usize = 200;
const MAX_PROVIDERS: usize = 50;

/// `POST /auth/login` and `POST /auth/login/<provider>`.
#[derive(Serialize)]
pub(super) struct LoginBody<'a> {
    #[serde(flatten)]
    pub(super) login_name: LoginName<'a>,
    pub(super) password: &'a str,
    /// A string even when it is all digits; left out until it is asked for (an empty one is `INVALID_PAYLOAD`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) otp: Option<&'a str>,
    pub(super) mode: &'static str,
}

/// By what a driver knows the person: `local` by e-mail address, `ldap` by identifier.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum LoginName<'a> {
    Email(&'a str),
    Identifier(&'a str),
}

/// `POST /auth/refresh` and `POST /auth/logout`.
#[derive(Serialize)]
pub(super) struct RefreshTokenBody<'a> {
    pub(super) refresh_token: &'a str,
    pub(super) mode: &'static str,
}

/// `POST /auth/password/request`.
#[derive(Serialize)]
pub(super) struct ResetRequestBody<'a> {
    pub(super) email: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reset_url: Option<&'a str>,
}

/// `POST /auth/password/reset` and `POST /users/invite/accept`.
#[derive(Serialize)]
pub(super) struct NewPasswordBody<'a> {
    pub(super) token: &'a str,
    pub(super) password: &'a str,
}

/// The JSON of a request, in memory that is wiped when the request is dropped.
pub(super) fn json_body<T: Serialize>(value: &T) -> Result<Bytes, serde_json::Error> {
    // Room for everything at once: a buffer that grows leaves its old contents behind.
    let mut buffer = Zeroizing::new(Vec::with_capacity(8 * 1024));
    serde_json::to_writer(&mut *buffer, value)?;

    Ok(Bytes::from_owner(buffer))
}

#[derive(Deserialize)]
struct Envelope<T> {
    data: T,
}

/// `{"data": …}`; `None` for JSON of another shape or depth.
pub(super) fn parse_data<T: for<'de> Deserialize<'de>>(json: &[u8]) -> Option<T> {
    serde_json::from_slice::<Envelope<T>>(json)
        .ok()
        .map(|envelope| envelope.data)
}

/// The answer of a login or a refresh.
pub(super) fn parse_tokens(json: &[u8]) -> Option<Tokens> {
    #[derive(Deserialize)]
    struct Fresh {
        access_token: Secret,
        refresh_token: Secret,
        /// Milliseconds from now.
        expires: u64,
    }

    let fresh: Fresh = parse_data(json)?;
    let usable = !fresh.access_token.is_empty() && !fresh.refresh_token.is_empty();
    usable.then(|| Tokens {
        access: fresh.access_token,
        refresh: fresh.refresh_token,
        expires_in: Duration::from_millis(fresh.expires),
    })
}

/// The answer of `GET /users/me`. One forbidden field leaves nothing but the id.
pub(super) fn parse_account(json: &[u8]) -> Option<Account> {
    let fields: Map<String, Value> = parse_data(json)?;
    let text = |key| clean_string(&fields, key, MAX_FIELD);

    Some(Account {
        id: fields
            .get("id")
            .and_then(Value::as_str)
            .and_then(|id| clean::identifier(id, MAX_WORD))?,
        email: text("email"),
        first_name: text("first_name"),
        last_name: text("last_name"),
        role: text("role"),
    })
}

/// The answer of `GET /server/info`. Everything in it may be missing (a server in setup, an older or newer one).
pub(super) fn parse_server_info(json: &[u8]) -> Option<ServerInfo> {
    let info: Map<String, Value> = parse_data(json)?;
    let empty = Map::new();
    let project = info
        .get("project")
        .and_then(Value::as_object)
        .unwrap_or(&empty);
    let raw = |key| project.get(key).and_then(Value::as_str);

    Some(ServerInfo {
        project: Project {
            name: clean_string(project, "project_name", MAX_NAME),
            descriptor: clean_string(project, "project_descriptor", MAX_DESCRIPTOR),
            color: raw("project_color").and_then(clean::color),
            logo: raw("project_logo").and_then(clean::uuid),
            background: project.get("public_background").and_then(parse_background),
            note: raw("public_note").and_then(|note| clean::paragraphs(note, MAX_NOTE)),
            language: raw("default_language").and_then(|tag| clean::identifier(tag, MAX_WORD)),
            registration: project
                .get("public_registration")
                .and_then(Value::as_bool)
                .unwrap_or(false),
        },
        generation: match (
            info.contains_key("license"),
            info.contains_key("setupCompleted"),
        ) {
            (true, _) => Generation::V12,
            (false, true) => Generation::V11,
            (false, false) => Generation::Unknown,
        },
        verifies_registration: project
            .get("public_registration_verify_email")
            .and_then(Value::as_bool)
            .unwrap_or(true),
        is_licensed: info
            .get("license")
            .and_then(Value::as_object)
            .and_then(|license| license.get("source"))
            .map(|source| !source.is_null()),
    })
}

/// `public_background`: `{"id", "type"}`, or only the id on older servers. A film has no place here (S-35).
fn parse_background(value: &Value) -> Option<String> {
    let kind = value.get("type").and_then(Value::as_str);
    let id = value.get("id").unwrap_or(value).as_str()?;

    kind.is_none_or(|kind| kind.starts_with("image/"))
        .then(|| clean::uuid(id))?
}

/// The answer of `GET /auth`. An entry without a usable name is left out: it could not be signed in with.
pub(super) fn parse_providers(json: &[u8]) -> Option<Providers> {
    #[derive(Deserialize)]
    struct Answer {
        data: Vec<Map<String, Value>>,
        #[serde(rename = "disableDefault", default)]
        default_disabled: bool,
    }

    let answer: Answer = serde_json::from_slice(json).ok()?;
    let list = answer
        .data
        .iter()
        .take(MAX_PROVIDERS)
        .filter_map(parse_provider)
        .collect();

    Some(Providers {
        list,
        default_disabled: answer.default_disabled,
    })
}

fn parse_provider(entry: &Map<String, Value>) -> Option<Provider> {
    let name = entry
        .get("name")
        .and_then(Value::as_str)
        .filter(|name| ProviderName::parse(name).is_ok())?;

    Some(Provider {
        label: clean_string(entry, "label", MAX_NAME)
            .or_else(|| clean::single_line(&title_case(name), MAX_NAME))
            .unwrap_or_else(|| name.to_owned()),
        driver: clean_string(entry, "driver", MAX_WORD).unwrap_or_default(),
        icon: entry
            .get("icon")
            .and_then(Value::as_str)
            .and_then(|icon| clean::identifier(icon, MAX_WORD)),
        name: name.to_owned(),
    })
}

/// `my_provider` as the Data Studio shows it: `My Provider`.
fn title_case(name: &str) -> String {
    let words = name.split(['_', '-', ' ']).filter(|word| !word.is_empty());
    let titled = words.map(|word| {
        let mut rest = word.chars();
        rest.next()
            .map(|first| first.to_uppercase().chain(rest).collect::<String>())
            .unwrap_or_default()
    });

    titled.collect::<Vec<_>>().join(" ")
}

/// An error envelope without what it may echo; `None` if it is none. `sent` are the secrets of the request.
pub(super) fn parse_refusal(
    json: &[u8],
    status: u16,
    retry_after: Option<Duration>,
    sent: &[&Secret],
) -> Option<Refusal> {
    #[derive(Deserialize)]
    struct Failure {
        errors: Vec<Fault>,
    }
    #[derive(Deserialize)]
    struct Fault {
        #[serde(default)]
        message: String,
        extensions: Map<String, Value>,
    }

    // The parsed answer may hold the rejected password (`extensions.invalid`); it goes no further than this function.
    let failure: Failure = serde_json::from_slice(json).ok()?;
    let fault = failure.errors.into_iter().next()?;
    let code = match ErrorCode::from(fault.extensions.get("code")?.as_str()?) {
        ErrorCode::Other(name) if contains_secret(&name, sent) => {
            ErrorCode::from("UNKNOWN_EXCEPTION")
        }
        code => code,
    };
    // The cleaned text is checked: taking hidden characters out of the message can put a secret together again.
    let message = clean::single_line(&fault.message, MAX_MESSAGE)
        .filter(|shown| !may_echo(&code, &fault.message) && !contains_secret(shown, sent))
        .unwrap_or_default();
    let about = ["category", "field", "service"]
        .iter()
        .find_map(|key| fault.extensions.get(*key)?.as_str())
        .and_then(|word| clean::identifier(word, MAX_WORD))
        .filter(|word| !contains_secret(word, sent));

    Some(Refusal {
        status,
        code,
        message,
        subject: about,
        retry_after,
    })
}

/// Whether a message may hold what was sent. The validator quotes the rejected value; a body that could not be
/// parsed is quoted by the parser; database errors quote values.
fn may_echo(code: &ErrorCode, message: &str) -> bool {
    match code {
        ErrorCode::FailedValidation => true,
        ErrorCode::InvalidPayload => message.contains("JSON"),
        ErrorCode::Other(name) => {
            matches!(
                name.as_str(),
                "RECORD_NOT_UNIQUE" | "INVALID_QUERY" | "INVALID_FOREIGN_KEY"
            ) || name.starts_with("VALUE_")
        }
        _ => false,
    }
}

/// Whether the text contains a secret of the request.
pub(super) fn contains_secret(text: &str, sent: &[&Secret]) -> bool {
    sent.iter()
        .any(|secret| !secret.is_empty() && text.contains(secret.expose()))
}

fn clean_string(fields: &Map<String, Value>, key: &str, max: usize) -> Option<String> {
    fields
        .get(key)
        .and_then(Value::as_str)
        .and_then(|text| clean::single_line(text, max))
}

#[cfg(test)]
mod tests;
