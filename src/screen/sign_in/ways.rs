//! The providers an instance offers, for the form and for SSO, and the choice among them.

use super::{Action, Outcome, SignIn, Step};
use crate::{
    screen::Screen,
    service::{Provider, ProviderKind},
    ui::icon::Icon,
};

impl SignIn {
    /// Whether no provider takes a password.
    pub(super) fn has_no_form(&self) -> bool {
        let is_default_off = self
            .providers
            .as_ref()
            .is_some_and(|providers| providers.default_disabled);

        is_default_off && self.named_provider.is_none()
    }

    /// Whether the form asks for an LDAP identifier, which is no e-mail address.
    pub(super) fn takes_identifier(&self) -> bool {
        self.named_provider
            .as_ref()
            .is_some_and(|provider| provider.kind() == ProviderKind::Identifier)
    }

    /// The named providers that take a password.
    pub(super) fn password_providers(&self) -> impl Iterator<Item = &Provider> {
        self.providers_where(ProviderKind::takes_password)
    }

    /// The SSO providers, in the server's order.
    pub(super) fn sso_providers(&self) -> impl Iterator<Item = &Provider> {
        self.providers_where(|kind| !kind.takes_password())
    }

    fn providers_where(
        &self,
        fits: impl Fn(ProviderKind) -> bool,
    ) -> impl Iterator<Item = &Provider> {
        let list = self.providers.as_ref().map(|providers| &providers.list);

        list.into_iter()
            .flatten()
            .filter(move |provider| fits(provider.kind()))
    }

    /// Keeps the chosen provider if it is still offered; else falls back to the default one, or to the first named one
    /// if the default is disabled.
    pub(super) fn keep_or_replace_provider(&mut self) {
        let is_default_off = self
            .providers
            .as_ref()
            .is_some_and(|providers| providers.default_disabled);
        let chosen = self
            .named_provider
            .as_ref()
            .map(|provider| provider.name.clone());
        let kept = self
            .password_providers()
            .find(|provider| Some(&provider.name) == chosen.as_ref())
            .cloned();
        let first = self
            .password_providers()
            .next()
            .filter(|_| is_default_off)
            .cloned();
        let settled = kept.or(first);

        if settled.as_ref().map(|provider| &provider.name) == chosen.as_ref() {
            self.named_provider = settled;
        } else if chosen.is_some() {
            let _ = self.set_provider(settled);
        } else {
            // The last address remains the best guess; a password typed for another provider is dropped.
            self.wipe();
            self.error = None;
            self.named_provider = settled;
        }
    }

    /// Chooses a provider; nothing typed for the previous one is sent to it.
    pub(super) fn choose(&mut self, name: Option<&str>) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }

        let wanted = name.and_then(|name| {
            self.password_providers()
                .find(|provider| provider.name == name)
                .cloned()
        });
        if wanted == self.named_provider {
            return Action::None;
        }

        self.set_provider(wanted)
    }

    fn set_provider(&mut self, provider: Option<Provider>) -> Action {
        self.wipe();
        self.email.clear();
        self.error = None;
        self.notification = None;
        self.named_provider = provider;

        self.focus().map_or(Action::None, Action::Focus)
    }

    /// Starts SSO; a password typed so far is dropped.
    pub(super) fn start_sso(&mut self, name: &str) -> Action {
        if self.pending.is_some() || !matches!(self.step, Step::Password) {
            return Action::None;
        }
        let Some(provider) = self
            .sso_providers()
            .find(|provider| provider.name == name)
            .cloned()
        else {
            return Action::None;
        };

        self.wipe();
        self.error = None;
        self.notification = None;

        Action::Outcome(Outcome::StartSso(Box::new(provider), None))
    }
}

/// The icon of a provider, by the Material icon name of its configuration; a key if unknown.
pub(super) fn provider_icon(provider: &Provider) -> Icon {
    let name = provider.icon.as_deref().unwrap_or_default();

    match name {
        "microsoft" => Icon::Microsoft,
        "google" => Icon::Google,
        "account_circle" | "person" | "face" | "account_box" => Icon::Person,
        "group" | "groups" | "people" | "school" => Icon::People,
        "business" | "domain" | "apartment" | "corporate_fare" | "location_city" => Icon::Building,
        "public" | "language" | "cloud" | "travel_explore" => Icon::Globe,
        "security" | "shield" | "verified_user" | "lock" | "admin_panel_settings" => Icon::Shield,
        _ => Icon::Key,
    }
}
