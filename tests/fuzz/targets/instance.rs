//! What a server says of itself, of the ways to sign in, of the companion, of the account, and the tokens it hands out:
//! all of it can be shown, and no name leads away from the instance (S-15, S-18, S-34, S-40).

use std::sync::LazyLock;

use super::{assert_line, assert_plain};
use latchkey::{
    address::{HttpPolicy, ServerUrl},
    directus::{Client, reading},
    profile::Project,
    unicode::is_deceptive,
};

static CLIENT: LazyLock<Client> = LazyLock::new(|| {
    let base = ServerUrl::parse("http://127.0.0.1:8055/cms", HttpPolicy::LoopbackOnly)
        .expect("an address");

    Client::new(&base, None).expect("a client that asks nobody")
});

/// True for every input.
pub fn fuzz(input: &[u8]) -> bool {
    if let Some(info) = reading::server_info(input) {
        project(&info.project);
    }
    if let Some(providers) = reading::providers(input) {
        assert!(providers.list.len() <= 50);
        for provider in &providers.list {
            assert!(!provider.label.trim().is_empty(), "a button without a word");
            assert_line(&provider.label, 100);
            assert_line(&provider.driver, 64);
            name(provider.icon.as_deref().unwrap_or("key"), 64);
            assert!(!provider.name.contains(is_deceptive), "{:?}", provider.name);
            beginning(&provider.name);
        }
    }
    if let Some(companion) = reading::companion(input, CLIENT.base()) {
        assert_line(&companion.issuer, 1024);
        let own = CLIENT.base().join("latchkey");
        assert!(!companion.is_this_instance || companion.issuer.starts_with("http"));
        if let Some(page) = &companion.reset_password {
            assert_eq!(page.origin(), own.origin());
            assert_eq!(page.path(), "/cms/latchkey/reset-password");
        }
    }
    if let Some(account) = reading::account(input) {
        name(&account.id, 64);
        for text in [
            &account.email,
            &account.first_name,
            &account.last_name,
            &account.role,
        ] {
            assert_line(text.as_deref().unwrap_or_default(), 200);
        }
        assert_line(&account.display_name(), 100);
        assert!(!account.display_name().is_empty());
    }
    if let Some(tokens) = reading::tokens(input) {
        assert!(!tokens.access.is_empty() && !tokens.refresh.is_empty());
        let debug = format!("{tokens:?}");
        assert_eq!(debug.matches("Secret(redacted)").count(), 2);
        assert!(debug.len() < 128, "{debug}");
    }

    true
}

fn project(project: &Project) {
    assert_line(project.name.as_deref().unwrap_or("-"), 100);
    assert_line(project.descriptor.as_deref().unwrap_or("-"), 200);
    name(project.language.as_deref().unwrap_or("-"), 64);
    for asset in [&project.logo, &project.background] {
        let asset = asset
            .as_deref()
            .unwrap_or("0f8fad5b-d9cb-469f-a165-70867728950e");
        name(asset, 36);
        assert_eq!(asset.len(), 36);
    }
    let color = project.color.as_deref().unwrap_or("#000000");
    assert!(
        latchkey::ui::color::parse(color).is_some() && color.len() == 7,
        "{color:?}"
    );
    if let Some(note) = &project.note {
        assert_plain(note);
        assert!(note.chars().count() <= 16 * 1024 && !note.contains("\n\n\n"));
    }
    // It is kept in the profile file.
    let json = serde_json::to_string(project).expect("it is text");
    assert_eq!(
        serde_json::from_str::<Project>(&json).ok().as_ref(),
        Some(project)
    );
}

/// A name that programs read.
#[track_caller]
fn name(text: &str, longest: usize) {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    assert!(
        (1..=longest).contains(&text.len()) && text.bytes().all(is_plain),
        "{text:?}"
    );
}

/// A provider's sign-in begins one segment below the instance's own.
fn beginning(provider: &str) {
    let url = reading::login_url(&CLIENT, provider).expect("what is offered can be asked for");
    let parent = CLIENT.base().join("auth/login");
    assert_eq!(url.origin(), parent.origin());
    assert!(url.query().is_none() && url.fragment().is_none());
    let below = url
        .path()
        .strip_prefix(parent.path())
        .and_then(|rest| rest.strip_prefix('/'));
    assert!(
        below.is_some_and(|name| !name.is_empty() && !name.contains('/')),
        "{url}"
    );
}
