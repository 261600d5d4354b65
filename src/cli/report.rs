//! The answer of a command, from the same values as text for people and as one JSON document for programs. The keys are
//! a contract: new ones may be added, none is renamed.

mod doctor;
mod format;
mod imported;
mod profile_settings;
mod scheme;
mod signed_out;

use std::fmt;

use serde_json::{Value, json};

use self::format::{local_time, rfc3339, shell_quoted};
pub(super) use self::{
    doctor::doctor, imported::imported, profile_settings::settings_changed, scheme::scheme,
    signed_out::signed_out,
};
use super::failure::Failure;
use crate::{
    address::ServerUrl,
    link::TokenPurpose,
    profile::Profile,
    service::{LoadNotice, MailedLinkKind, SessionInfo, SessionStatus, StoredIn},
    session::{AccessToken, Account},
    text::Notice,
};

pub(super) struct Answer {
    /// For people.
    pub(super) text: String,
    /// For programs.
    pub(super) json: Value,
    /// What went wrong although there is an answer; its sentence and exit status are given as well.
    pub(super) failure: Option<Failure>,
}

/// Text and document are left out because they may hold an access token (S-40: no secret in `Debug`).
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("failure", &self.failure)
            .finish_non_exhaustive()
    }
}

impl Answer {
    pub(super) fn new(text: impl Into<String>, json: Value) -> Self {
        Self {
            text: text.into(),
            json,
            failure: None,
        }
    }

    /// The document with the failure inside it, if there is one, so that standard output holds exactly one document.
    pub(super) fn document(&self) -> Value {
        let mut document = self.json.clone();
        if let (Some(failure), Some(object)) = (&self.failure, document.as_object_mut()) {
            object.append(
                error_document(&failure.notice())
                    .as_object_mut()
                    .unwrap_or(&mut serde_json::Map::new()),
            );
        }

        document
    }
}

pub(super) fn error_document(notice: &Notice) -> Value {
    json!({ "error": { "code": notice.code, "message": notice.message, "hint": notice.hint } })
}

/// `add`, and one row of `profiles`.
pub(super) fn profile_row(profile: &Profile, signed_in: Option<bool>) -> Value {
    json!({
        "id": profile.id.as_str(),
        "name": profile.name,
        "url": profile.url.as_str(),
        "project": profile.project.name,
        "signed_in": signed_in,
        "account": profile.account.as_ref().map(account_row),
    })
}

/// `add`
pub(super) fn added(added: &Profile) -> Answer {
    let text = format!(
        "{} is kept ({}).\nSign in with: latchkey login {}",
        added.name,
        added.url.as_str(),
        shell_quoted(&added.name)
    );

    Answer::new(text, profile_row(added, Some(false)))
}

/// `profiles`
pub(super) fn profiles(rows: &[(Profile, Option<bool>)]) -> Answer {
    let json = rows
        .iter()
        .map(|(row, signed_in)| profile_row(row, *signed_in))
        .collect();
    let text = if rows.is_empty() {
        "No instance is kept yet. Add one with: latchkey add ADDRESS".to_owned()
    } else {
        let lines: Vec<_> = rows
            .iter()
            .map(|(row, signed_in)| profile_line(row, *signed_in))
            .collect();
        lines.join("\n")
    };

    Answer::new(text, json)
}

fn profile_line(profile: &Profile, signed_in: Option<bool>) -> String {
    let status = match (signed_in, &profile.account) {
        (Some(true), Some(account)) => format!("signed in as {}", account.display_name()),
        (Some(true), None) => "signed in".to_owned(),
        (Some(false), _) => "not signed in".to_owned(),
        (None, _) => "the keyring cannot say whether signed in".to_owned(),
    };

    format!("{}  {}  {status}", profile.name, profile.url.as_str())
}

/// `login`, and `status` of one profile.
pub(super) fn status(profile: &Profile, status: &SessionStatus) -> Answer {
    let (session, signed_in, failure) = match status {
        SessionStatus::SignedIn(session) => (Some(session), Some(true), None),
        SessionStatus::Unconfirmed(session, error) => (
            Some(session),
            Some(true),
            Some(crate::service::Error::Directus(error.clone())),
        ),
        SessionStatus::SignedOut => (None, Some(false), Some(crate::service::Error::NotSignedIn)),
        SessionStatus::Ended(end) => (
            None,
            Some(false),
            Some(crate::service::Error::SessionEnded(*end)),
        ),
        SessionStatus::KeyringError(error) => (
            None,
            None,
            Some(crate::service::Error::Vault(error.clone())),
        ),
        SessionStatus::UnusableRecord(error) => (
            None,
            None,
            Some(crate::service::Error::Record(error.clone())),
        ),
    };
    status_row(profile, session, signed_in, failure.map(Failure::Service))
}

/// One row of `status` about a profile that could not be asked.
pub(super) fn status_unknown(profile: &Profile, error: crate::service::Error) -> Answer {
    status_row(profile, None, None, Some(Failure::Service(error)))
}

fn status_row(
    profile: &Profile,
    session: Option<&SessionInfo>,
    signed_in: Option<bool>,
    failure: Option<Failure>,
) -> Answer {
    let json = json!({
        "profile": profile.name,
        "url": profile.url.as_str(),
        "signed_in": signed_in,
        "account": session.map(|session| account_row(&session.account)),
        "provider": session.map(|session| session.provider.as_str()).filter(|name| !name.is_empty()),
        "expires_at": session.and_then(|session| session.expires_at).and_then(rfc3339),
        "stored_in": session.map(|session| stored_in(&session.stored_in)),
        "static_token": session.map(|session| session.is_static),
    });

    Answer {
        text: status_text(profile, session, signed_in),
        json,
        failure,
    }
}

/// `status` of all profiles: one row each, with the failure of a row inside it.
pub(super) fn status_of_all(answers: &[Answer]) -> Answer {
    let text = if answers.is_empty() {
        "No instance is kept yet. Add one with: latchkey add ADDRESS".to_owned()
    } else {
        let texts: Vec<_> = answers
            .iter()
            .map(|answer| match &answer.failure {
                // The row itself says "not signed in"; a keyring or server that cannot answer needs a sentence.
                Some(Failure::Service(crate::service::Error::NotSignedIn)) | None => {
                    answer.text.clone()
                }
                Some(failure) => format!("{}\n  {}", answer.text, failure.notice().message),
            })
            .collect();
        texts.join("\n")
    };

    Answer::new(text, answers.iter().map(Answer::document).collect())
}

fn status_text(
    profile: &Profile,
    session: Option<&SessionInfo>,
    signed_in: Option<bool>,
) -> String {
    let mut lines = vec![format!("{}  {}", profile.name, profile.url.as_str())];
    match session {
        Some(session) => {
            lines.push(format!(
                "  signed in as {}",
                name_and_email(&session.account)
            ));
            if session.is_static {
                lines.push(
                    "  with an access token made in the Data Studio; it has no end".to_owned(),
                );
            } else if session.provider != "default" {
                lines.push(format!("  through {}", session.provider));
            }
            if let Some(until) = session.expires_at.and_then(local_time) {
                lines.push(format!(
                    "  access token valid until {until}, renewed when needed"
                ));
            }
            lines.push(match &session.stored_in {
                StoredIn::Keyring => "  session kept in the operating system's keyring".to_owned(),
                StoredIn::Memory(error) => {
                    format!(
                        "  session in memory only: {}",
                        crate::text::keyring(error).message
                    )
                }
            });
            if session.enforce_tfa {
                lines.push(
                    "  the project demands two-factor: set it up in the Data Studio".to_owned(),
                );
            }
        }
        None if signed_in.is_none() => lines.push("  not known whether signed in".to_owned()),
        None => lines.push("  not signed in".to_owned()),
    }

    lines.join("\n")
}

/// `forgot`
pub(super) fn forgot(profile: &Profile, email: &str, link: MailedLinkKind) -> Answer {
    let (name, next) = match link {
        MailedLinkKind::CompanionPage => (
            "bridge",
            "Click its link and choose Latchkey on the page, or copy it into: latchkey reset -",
        ),
        MailedLinkKind::CustomScheme => ("scheme", "Click its link and Latchkey opens."),
        MailedLinkKind::DataStudio => (
            "studio",
            "Copy its link and paste it into: latchkey reset -",
        ),
    };
    let text = format!(
        "If {email} has an account on {} whose password can be reset, a mail is on its way.\n{next}",
        profile.url.display_host()
    );

    Answer::new(text, json!({ "sent": true, "link": name }))
}

/// `reset`, `accept-invite` and `verify-email`; `email` is the address in the link's token.
pub(super) fn mailed_link_used(
    profile: &Profile,
    purpose: TokenPurpose,
    email: Option<&str>,
) -> Answer {
    let what = match purpose {
        TokenPurpose::ResetPassword | TokenPurpose::AcceptInvite => "The password is set",
        TokenPurpose::VerifyEmail => "The address is confirmed",
    };
    let text = format!(
        "{what} on {}. Sign in with: latchkey login {}",
        profile.url.display_host(),
        shell_quoted(&profile.name)
    );

    Answer::new(text, json!({ "done": true, "email": email }))
}

/// `token`
pub(super) fn token(url: &ServerUrl, access: &AccessToken) -> Answer {
    let json = json!({
        "access_token": access.token.expose(),
        "expires_at": access.expires_at.and_then(rfc3339),
        "url": url.as_str(),
    });

    Answer::new(access.token.expose(), json)
}

/// The warning after a profile file that was damaged or read in part.
pub(super) fn load_notice(notice: &LoadNotice) -> String {
    match notice {
        LoadNotice::Damaged {
            set_aside_as: kept_as,
            recovered,
        } => format!(
            "The file of the profiles was damaged. It is kept as `{}`; {recovered} came back from the last good copy.",
            kept_as.display()
        ),
        LoadNotice::Newer { version } => format!(
            "The file of the profiles was written by a newer version ({version}): it is shown, but not changed."
        ),
        LoadNotice::Skipped { count } => {
            format!(
                "{count} entries of the profiles could not be read; they stay in the file as they are."
            )
        }
    }
}

/// The line above the question for a new password, which names the host the password is sent to (S-23).
pub(super) fn new_password_heading(profile: &Profile, email: Option<&str>) -> String {
    let host = profile.url.display_host();

    match email {
        Some(email) => format!("New password for {email} (as the link says) on {host}"),
        None => format!("New password on {host}"),
    }
}

fn account_row(account: &Account) -> Value {
    json!({
        "id": account.id,
        "email": account.email,
        "first_name": account.first_name,
        "last_name": account.last_name,
        "role": account.role,
    })
}

fn name_and_email(account: &Account) -> String {
    let name = account.display_name();

    match &account.email {
        Some(email) if *email != name => format!("{name} <{email}>"),
        _ => name,
    }
}

fn stored_in(stored_in: &StoredIn) -> &'static str {
    match stored_in {
        StoredIn::Keyring => "keyring",
        StoredIn::Memory(_) => "memory",
    }
}

#[cfg(test)]
mod tests;
