//! Every request the client can send: the method and the path. Owns nothing else; what is sent and what the answer means
//! is the calling method's.
//!
//! `Client::request` takes an [`Endpoint`], so a request that is not in this table cannot be sent, and the tests of what
//! holds for all of them (redirects, 429, the size of an answer, what is logged) go through [`Endpoint::ALL`]
//! (`tests/faults/endpoints.rs`).

use reqwest::Method;

macro_rules! endpoints {
    ($($name:ident: $method:ident $path:literal,)+) => {
        /// One request of the client. Each entry is used by one method; two of them may share method and path when they
        /// ask for different things.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Endpoint {
            $(
                #[doc = concat!("`", stringify!($method), " /", $path, "`")]
                $name,
            )+
        }

        impl Endpoint {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The HTTP method.
            pub fn method(self) -> Method {
                match self {
                    $(Self::$name => Method::$method,)+
                }
            }

            /// The path below the instance's address, without a slash in front. `{}` stands for an id or a provider's name.
            pub fn path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)+
                }
            }

            /// The path with this in place of its variable part, which is already percent-encoded.
            pub(super) fn path_with(self, segment: &str) -> String {
                self.path().replace("{}", segment)
            }
        }
    };
}

endpoints! {
    Ping: GET "server/ping",
    ClockSkew: GET "server/ping",
    ServerInfo: GET "server/info",
    Providers: GET "auth",
    Login: POST "auth/login",
    LoginWithProvider: POST "auth/login/{}",
    CheckRedirect: GET "auth/login/{}",
    StartRelay: GET "auth/login/{}",
    FinishRelay: GET "auth/login/{}/callback",
    Refresh: POST "auth/refresh",
    Logout: POST "auth/logout",
    RequestPasswordReset: POST "auth/password/request",
    ResetPassword: POST "auth/password/reset",
    AcceptInvite: POST "users/invite/accept",
    Register: POST "users/register",
    VerifyEmail: GET "users/register/verify-email",
    Me: GET "users/me",
    OwnAccount: GET "users/me",
    OwnPermissions: GET "permissions/me",
    RoleName: GET "roles/{}",
    SignIns: GET "activity",
    ChangePassword: PATCH "users/me",
    GenerateTwoFactor: POST "users/me/tfa/generate",
    EnableTwoFactor: POST "users/me/tfa/enable",
    DisableTwoFactor: POST "users/me/tfa/disable",
    Asset: GET "assets/{}",
    ScaledAsset: GET "assets/{}",
    OwnAsset: GET "assets/{}",
    Companion: GET "latchkey",
    ExchangeCode: POST "latchkey/token",
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::COMPANION_PATH;

    #[test]
    fn the_companions_paths_are_below_its_own() {
        for endpoint in [Endpoint::Companion, Endpoint::ExchangeCode] {
            assert!(endpoint.path().starts_with(COMPANION_PATH), "{endpoint:?}");
        }
    }
}
