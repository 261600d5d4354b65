//! What a session can begin with, and the request that turns each into tokens. Owns how often a credential is sent:
//! once, by the person's own act, and never again by the machine (S-48).

use url::Url;

use super::{
    clients::end_unwanted_session,
    error::{Error, SsoError},
};
use crate::{
    directus::{self, Client, ErrorCode, RelayOutcome},
    secret::Secret,
    session::{Account, DEFAULT_PROVIDER, Tokens},
};

/// E-mail, password and perhaps a one-time code.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// E-mail address.
    pub email: String,
    /// Password.
    pub password: Secret,
    /// One-time code; `None` until the server asks for it with `INVALID_OTP`.
    pub otp: Option<Secret>,
}

pub(super) enum Credential {
    /// Of an account with a password of its own.
    Password(Credentials),
    /// Of an account whose password is checked by a provider such as LDAP.
    ProviderPassword {
        provider: String,
        identifier: String,
        password: Secret,
        otp: Option<Secret>,
    },
    /// The result of a sign-in in the browser.
    Sso {
        provider: String,
        redirect_uri: Url,
        answer: SsoAnswer,
    },
    /// A static token that a person made in the Data Studio.
    StaticToken(Secret),
}

/// What the browser brought back, by the route it came.
pub(super) enum SsoAnswer {
    /// The companion's authorization code.
    Code { code: Secret, verifier: Secret },
    /// The session in Directus's cookies.
    Session(Secret),
    /// The provider's own answer, for Directus to finish the sign-in.
    Relayed { query: Secret, cookie: Secret },
}

/// What the server says to a credential that it accepts.
pub(super) enum Grant {
    Tokens {
        provider: String,
        tokens: Tokens,
        /// The address that was typed, if one was.
        email: Option<String>,
    },
    StaticToken {
        token: Secret,
        account: Account,
    },
}

impl Credential {
    /// Whether a session begins on the server when this is redeemed. A static token is there before and after.
    pub(super) fn begins_session(&self) -> bool {
        !matches!(self, Self::StaticToken(_))
    }

    /// Sends the credential to the server.
    pub(super) async fn redeem(self, client: &Client) -> Result<Grant, Error> {
        match self {
            Self::Password(Credentials {
                email,
                password,
                otp,
            }) => Ok(Grant::Tokens {
                tokens: client.login(&email, &password, otp.as_ref()).await?,
                provider: DEFAULT_PROVIDER.to_owned(),
                email: Some(email),
            }),
            Self::ProviderPassword {
                provider,
                identifier,
                password,
                otp,
            } => Ok(Grant::Tokens {
                tokens: client
                    .login_with_provider(&provider, &identifier, &password, otp.as_ref())
                    .await?,
                provider,
                email: None,
            }),
            Self::Sso {
                provider,
                redirect_uri,
                answer,
            } => Ok(Grant::Tokens {
                tokens: answer.exchange(client, &provider, &redirect_uri).await?,
                provider,
                email: None,
            }),
            Self::StaticToken(token) => Ok(Grant::StaticToken {
                account: client.me(&token).await.map_err(static_token_error)?,
                token,
            }),
        }
    }

    /// Ends the session that has begun on the server already, for a sign-in that cannot go on. After a sign-in in the
    /// browser there is one; it can be ended only with the tokens, so they are fetched first.
    pub(super) async fn discard(self, client: &Client) {
        if matches!(self, Self::Sso { .. })
            && let Ok(grant) = self.redeem(client).await
        {
            grant.discard(client).await;
        }
    }
}

impl SsoAnswer {
    async fn exchange(
        self,
        client: &Client,
        provider: &str,
        redirect_uri: &Url,
    ) -> Result<Tokens, Error> {
        match self {
            Self::Code { code, verifier } => {
                Ok(client.exchange_code(&code, &verifier, redirect_uri).await?)
            }
            Self::Session(session) => Ok(client.refresh(&session).await?),
            Self::Relayed { query, cookie } => {
                match client
                    .finish_relay(provider, redirect_uri, &query, &cookie)
                    .await?
                {
                    RelayOutcome::Session(session) => Ok(client.refresh(&session).await?),
                    RelayOutcome::Refused(code) => Err(SsoError::Refused(code).into()),
                    RelayOutcome::NoResult => Err(SsoError::NoSession.into()),
                }
            }
        }
    }
}

impl Grant {
    /// Ends the session on the server, because nobody will hold it.
    pub(super) async fn discard(self, client: &Client) {
        if let Self::Tokens { tokens, .. } = self {
            end_unwanted_session(client, tokens).await;
        }
    }
}

/// The server does not know this token: Directus answers with one of three codes, by the token's form.
fn static_token_error(error: directus::Error) -> Error {
    match error {
        directus::Error::Refused(refusal)
            if matches!(
                refusal.code,
                ErrorCode::InvalidCredentials | ErrorCode::InvalidToken | ErrorCode::TokenExpired
            ) =>
        {
            Error::StaticTokenRejected
        }
        error => error.into(),
    }
}
