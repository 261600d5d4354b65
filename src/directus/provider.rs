//! The providers a person can sign in with. Owns what kind each of Directus's drivers is; reading `GET /auth` is `wire`'s.

/// One entry of `GET /auth`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its name, one path segment of `/auth/login/…`.
    pub name: String,
    /// What a person reads: `AUTH_<P>_LABEL`, else the name in title case.
    pub label: String,
    /// `local`, `ldap`, `openid`, `oauth2`, `saml`, or something newer.
    pub driver: String,
    /// Material icon name.
    pub icon: Option<String>,
}

/// How a person signs in at a provider. This is the only place that knows Directus's drivers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProviderKind {
    /// A form with an e-mail address and a password (`local`).
    Email,
    /// A form with the name a directory knows the person by, and a password (`ldap`).
    Identifier,
    /// A page in the browser (`openid`, `oauth2`, `saml`).
    Browser,
    /// A driver that is newer than this version. It is offered as a page in the browser: every driver but these two forms
    /// is one, and where a new one is not, the server refuses before a browser is opened.
    Unknown,
}

impl ProviderKind {
    /// Whether the person types a password into Latchkey. If not, the sign-in goes through the browser.
    pub fn takes_password(self) -> bool {
        matches!(self, Self::Email | Self::Identifier)
    }
}

impl Provider {
    /// How a person signs in at it.
    pub fn kind(&self) -> ProviderKind {
        match self.driver.as_str() {
            "local" => ProviderKind::Email,
            "ldap" => ProviderKind::Identifier,
            "openid" | "oauth2" | "saml" => ProviderKind::Browser,
            _ => ProviderKind::Unknown,
        }
    }
}

/// How one can sign in (`GET /auth`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Providers {
    /// In the server's order.
    pub list: Vec<Provider>,
    /// `disableDefault`: no e-mail and password.
    pub default_disabled: bool,
}
