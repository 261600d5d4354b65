//! What a person asks about and changes of their own account, with their session: `/users/me` beyond who they are,
//! their sign-ins, their role's name, password and two-factor. Owns these endpoints and the shape of their answers;
//! whether anything of it is offered is `service`'s.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use reqwest::{RequestBuilder, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use url::Url;

use super::{Client, Endpoint, Error, clean, transport::ContentKind, wire};
use crate::secret::Secret;

/// Sign-ins asked for.
const SIGN_IN_COUNT: usize = 5;
const MAX_NAME: usize = 100;
const MAX_USER_AGENT: usize = 300;
const MAX_ADDRESS: usize = 64;

/// What `GET /users/me` says beyond [`crate::session::Account`]. `None` where the role may not read it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnAccount {
    /// Directus provider; `default` for e-mail and password.
    pub provider: Option<String>,
    /// The file with the picture.
    pub avatar: Option<String>,
    /// Whether a second factor is set up.
    pub has_two_factor: Option<bool>,
}

/// What the person may change of their own account, as `GET /permissions/me` says. The server checks again when the
/// change is made: a permission may depend on more than the field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OwnPermissions {
    /// `directus_users.password`.
    pub password: bool,
    /// `directus_users.tfa_secret`.
    pub two_factor: bool,
}

/// One sign-in, as `GET /activity` lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInActivity {
    /// When.
    pub at: SystemTime,
    /// From which address.
    pub ip: Option<String>,
    /// With which program, as it named itself.
    pub user_agent: Option<String>,
}

/// A second factor that is not set up yet (`POST /users/me/tfa/generate`).
#[derive(Debug, Clone)]
pub struct TwoFactorSetup {
    /// What a person types into an authenticator app.
    pub secret: Secret,
    /// `otpauth://…`, the same for its camera.
    pub url: Secret,
}

impl Client {
    /// `GET /users/me` for what only the account screen shows. Where the role may not read one of the fields, nothing
    /// of it is known.
    pub async fn own_account(&self, access: &Secret) -> Result<OwnAccount, Error> {
        let endpoint = Endpoint::OwnAccount;
        let mut url = self.url(endpoint);
        url.set_query(Some("fields=id,provider,avatar,tfa_secret"));
        let json = self
            .fetch_json(self.request_with_token(endpoint, url, access), &[access])
            .await?;
        let fields: Map<String, Value> =
            wire::parse_data(&json).ok_or_else(|| self.unexpected_shape())?;
        let text = |key: &str| fields.get(key).and_then(Value::as_str);

        Ok(OwnAccount {
            provider: text("provider").and_then(|name| clean::single_line(name, MAX_NAME)),
            avatar: text("avatar").and_then(clean::uuid),
            // The value is masked; `null` means that no second factor is set up.
            has_two_factor: fields.get("tfa_secret").map(|secret| !secret.is_null()),
        })
    }

    /// `GET /permissions/me`.
    pub async fn own_permissions(&self, access: &Secret) -> Result<OwnPermissions, Error> {
        let endpoint = Endpoint::OwnPermissions;
        let url = self.url(endpoint);
        let json = self
            .fetch_json(self.request_with_token(endpoint, url, access), &[access])
            .await?;
        let all: Map<String, Value> =
            wire::parse_data(&json).ok_or_else(|| self.unexpected_shape())?;
        let update = all
            .get("directus_users")
            .and_then(|users| users.get("update"));
        let is_denied = update
            .and_then(|update| update.get("access"))
            .and_then(Value::as_str)
            .is_none_or(|access| access == "none");
        let fields = update
            .and_then(|update| update.get("fields"))
            .and_then(Value::as_array);
        let may = |field: &str| {
            !is_denied
                && fields.is_some_and(|fields| fields.iter().any(|one| one == "*" || one == field))
        };

        Ok(OwnPermissions {
            password: may("password"),
            two_factor: may("tfa_secret"),
        })
    }

    /// `GET /roles/ID`: the name of the person's role; [`Error::Setup`] if `id` is not a UUID.
    pub async fn role_name(&self, access: &Secret, id: &str) -> Result<Option<String>, Error> {
        let id = clean::uuid(id).ok_or_else(|| Error::Setup("this is no role's id".to_owned()))?;
        let endpoint = Endpoint::RoleName;
        let mut url = self.base.join(&endpoint.path_with(&id));
        url.set_query(Some("fields=name"));
        let json = self
            .fetch_json(self.request_with_token(endpoint, url, access), &[access])
            .await?;
        let fields: Map<String, Value> =
            wire::parse_data(&json).ok_or_else(|| self.unexpected_shape())?;

        Ok(fields
            .get("name")
            .and_then(Value::as_str)
            .and_then(|name| clean::single_line(name, MAX_NAME)))
    }

    /// `GET /activity`: the last sign-ins of this user, the latest first.
    pub async fn sign_ins(
        &self,
        access: &Secret,
        user: &str,
    ) -> Result<Vec<SignInActivity>, Error> {
        let endpoint = Endpoint::SignIns;
        let mut url = self.url(endpoint);
        let _ = url
            .query_pairs_mut()
            .append_pair("filter[action][_eq]", "login")
            // An administrator sees everybody's.
            .append_pair("filter[user][_eq]", user)
            .append_pair("fields", "timestamp,ip,user_agent")
            .append_pair("sort", "-timestamp")
            .append_pair("limit", &SIGN_IN_COUNT.to_string());
        let json = self
            .fetch_json(self.request_with_token(endpoint, url, access), &[access])
            .await?;
        let rows: Vec<Map<String, Value>> =
            wire::parse_data(&json).ok_or_else(|| self.unexpected_shape())?;

        Ok(rows
            .iter()
            .take(SIGN_IN_COUNT)
            .filter_map(parse_sign_in)
            .collect())
    }

    /// `PATCH /users/me` with a new password. Directus ends every session of the account then, this one too.
    pub async fn change_password(&self, access: &Secret, password: &Secret) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Change<'a> {
            password: &'a str,
        }

        let body = Change {
            password: password.expose(),
        };
        let request = self
            .request_json(Endpoint::ChangePassword, &body)?
            .bearer_auth(access.expose());
        let response = self.send(request).await?;
        let (status, content) = (response.status(), ContentKind::of(response.headers()));

        match status {
            // The account as it is now, or nothing for a role that may not read it. Neither is of interest.
            StatusCode::NO_CONTENT => Ok(()),
            StatusCode::OK if content == ContentKind::Json => Ok(()),
            status if status.is_success() => Err(self.not_directus(status, content.name())),
            _ => Err(self.error_from(response, &[access, password]).await),
        }
    }

    /// `POST /users/me/tfa/generate`: a second factor to be confirmed. Accounts of a provider have no password and
    /// are not asked for one. A wrong one: `INVALID_CREDENTIALS`.
    pub async fn generate_two_factor(
        &self,
        access: &Secret,
        password: Option<&Secret>,
    ) -> Result<TwoFactorSetup, Error> {
        #[derive(Serialize)]
        struct Proof<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            password: Option<&'a str>,
        }
        #[derive(Deserialize)]
        struct Generated {
            secret: Secret,
            otpauth_url: Secret,
        }

        let body = Proof {
            password: password.map(Secret::expose),
        };
        let request = self
            .request_json(Endpoint::GenerateTwoFactor, &body)?
            .bearer_auth(access.expose());
        let sent: Vec<_> = std::iter::once(access).chain(password).collect();
        let json = self.fetch_json(request, &sent).await?;
        let generated: Generated =
            wire::parse_data(&json).ok_or_else(|| self.unexpected_shape())?;
        let is_usable = !generated.secret.is_empty()
            && generated.secret.expose().len() <= MAX_NAME
            && generated
                .secret
                .expose()
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric())
            && generated
                .otpauth_url
                .expose()
                .starts_with("otpauth://totp/");

        is_usable
            .then_some(TwoFactorSetup {
                secret: generated.secret,
                url: generated.otpauth_url,
            })
            .ok_or_else(|| self.unexpected_shape())
    }

    /// `POST /users/me/tfa/enable`. A wrong code: `INVALID_PAYLOAD`.
    pub async fn enable_two_factor(
        &self,
        access: &Secret,
        secret: &Secret,
        otp: &Secret,
    ) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Enable<'a> {
            secret: &'a str,
            otp: &'a str,
        }

        let body = Enable {
            secret: secret.expose(),
            otp: otp.expose(),
        };
        let request = self
            .request_json(Endpoint::EnableTwoFactor, &body)?
            .bearer_auth(access.expose());

        self.expect_no_content(request, &[access, secret, otp])
            .await
    }

    /// `POST /users/me/tfa/disable`. A wrong code: `INVALID_PAYLOAD`.
    pub async fn disable_two_factor(&self, access: &Secret, otp: &Secret) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Disable<'a> {
            otp: &'a str,
        }

        let body = Disable { otp: otp.expose() };
        let request = self
            .request_json(Endpoint::DisableTwoFactor, &body)?
            .bearer_auth(access.expose());

        self.expect_no_content(request, &[access, otp]).await
    }

    /// `POST /users/register`. A `verification_url` that is not on the server's list: `INVALID_PAYLOAD`, before
    /// anything else is looked at. Registration that is off, or not for this address: `FORBIDDEN`.
    pub async fn register(
        &self,
        email: &str,
        password: &Secret,
        verification_url: Option<&str>,
    ) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Register<'a> {
            email: &'a str,
            password: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            verification_url: Option<&'a str>,
        }

        let body = Register {
            email,
            password: password.expose(),
            verification_url,
        };

        self.expect_no_content(self.request_json(Endpoint::Register, &body)?, &[password])
            .await
    }
    /// A request with the session of a person.
    pub(super) fn request_with_token(
        &self,
        endpoint: Endpoint,
        url: Url,
        access: &Secret,
    ) -> RequestBuilder {
        self.request_url(endpoint, url).bearer_auth(access.expose())
    }
}

/// One entry of `GET /activity`; `None` without a time.
fn parse_sign_in(entry: &Map<String, Value>) -> Option<SignInActivity> {
    let text = |key: &str, max| clean::single_line(entry.get(key)?.as_str()?, max);
    let at: Timestamp = entry.get("timestamp")?.as_str()?.parse().ok()?;

    Some(SignInActivity {
        at: SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(at.as_second()).ok()?),
        ip: text("ip", MAX_ADDRESS),
        user_agent: text("user_agent", MAX_USER_AGENT),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_34_what_a_sign_in_says_of_itself_is_made_safe_to_show() {
        let entry = |text: &str| serde_json::from_str::<Map<String, Value>>(text).ok();
        let plain = entry(
            r#"{"timestamp":"2026-11-24T09:30:00.000Z","ip":"127.0.0.1","user_agent":"Latchkey/0.1\u202e\n x"}"#,
        );
        let activity = plain.as_ref().and_then(parse_sign_in);

        assert_eq!(
            activity
                .as_ref()
                .and_then(|activity| activity.user_agent.as_deref()),
            Some("Latchkey/0.1 x")
        );
        assert_eq!(
            activity
                .as_ref()
                .and_then(|activity| activity.ip.as_deref()),
            Some("127.0.0.1")
        );
        for other in [
            r#"{"ip":"127.0.0.1"}"#,
            r#"{"timestamp":"yesterday"}"#,
            r#"{"timestamp":7}"#,
        ] {
            assert_eq!(
                entry(other).as_ref().and_then(parse_sign_in),
                None,
                "{other}"
            );
        }
    }
}
