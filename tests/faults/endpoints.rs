//! What holds for every request of the client, whatever it asks for. The tests go through the client's own table
//! (`Endpoint::ALL`), so a new request is in all of them.

#![expect(
    clippy::disallowed_methods,
    reason = "one of these tests reads the source"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use latchkey::{
    directus::{Client, Endpoint, Error},
    secret::Secret,
};
use url::Url;

use crate::{
    PASSWORD, client,
    server::{self, Server},
};

const PROVIDER: &str = "corp";
const ID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

/// Calls the method that sends this request, with secrets that all hold [`PASSWORD`].
///
/// A new entry of the table does not compile until it has its call here, and
/// `every_endpoint_sends_what_its_entry_says` fails when that call sends something else.
pub(crate) async fn call(client: &Client, endpoint: Endpoint) -> Result<(), Error> {
    let secret = &Secret::from(PASSWORD);
    // The person typed it and it is no secret: a server may repeat it, and the tests of secrets look for another one.
    let email = "reader@example.com";
    let redirect = &Url::parse("http://127.0.0.1:1/callback").unwrap();

    match endpoint {
        // Both are sent by one method, at the same time.
        Endpoint::Ping | Endpoint::ServerInfo => client.server_info().await.map(drop),
        Endpoint::ClockSkew => client.clock_skew_seconds().await.map(drop),
        Endpoint::Providers => client.providers().await.map(drop),
        Endpoint::Login => client.login(email, secret, Some(secret)).await.map(drop),
        Endpoint::LoginWithProvider => client
            .login_with_provider(PROVIDER, "amy", secret, None)
            .await
            .map(drop),
        Endpoint::CheckRedirect => client.check_redirect(PROVIDER, redirect).await.map(drop),
        Endpoint::StartRelay => client
            .start_relay(PROVIDER, redirect, Some(secret))
            .await
            .map(drop),
        Endpoint::FinishRelay => client
            .finish_relay(PROVIDER, redirect, secret, secret)
            .await
            .map(drop),
        Endpoint::Refresh => client.refresh(secret).await.map(drop),
        Endpoint::Logout => client.logout(secret).await,
        Endpoint::RequestPasswordReset => client.request_password_reset(email, None).await,
        Endpoint::ResetPassword => client.reset_password(secret, secret).await,
        Endpoint::AcceptInvite => client.accept_invite(secret, secret).await,
        Endpoint::Register => client.register(email, secret, None).await,
        Endpoint::VerifyEmail => client.verify_email(secret).await,
        Endpoint::Me => client.me(secret).await.map(drop),
        Endpoint::OwnAccount => client.own_account(secret).await.map(drop),
        Endpoint::OwnPermissions => client.own_permissions(secret).await.map(drop),
        Endpoint::RoleName => client.role_name(secret, ID).await.map(drop),
        Endpoint::SignIns => client.sign_ins(secret, ID).await.map(drop),
        Endpoint::ChangePassword => client.change_password(secret, secret).await,
        Endpoint::GenerateTwoFactor => client
            .generate_two_factor(secret, Some(secret))
            .await
            .map(drop),
        Endpoint::EnableTwoFactor => client.enable_two_factor(secret, secret, secret).await,
        Endpoint::DisableTwoFactor => client.disable_two_factor(secret, secret).await,
        Endpoint::Asset => client.asset(ID).await.map(drop),
        Endpoint::ScaledAsset => client.scaled_asset(ID).await.map(drop),
        Endpoint::OwnAsset => client.scaled_asset_with_token(secret, ID).await.map(drop),
        Endpoint::Companion => client.companion().await.map(drop),
        Endpoint::ExchangeCode => client
            .exchange_code(secret, secret, redirect)
            .await
            .map(drop),
    }
}

/// Whether this request asks for nothing but the `Date` of whatever answers.
pub(crate) fn reads_only_the_date(endpoint: Endpoint) -> bool {
    endpoint == Endpoint::ClockSkew
}

/// Whether a 302 is this request's good answer. It is read and not followed.
pub(crate) fn expects_found(endpoint: Endpoint) -> bool {
    matches!(
        endpoint,
        Endpoint::CheckRedirect | Endpoint::StartRelay | Endpoint::FinishRelay
    )
}

/// How many requests one call sends.
pub(crate) fn requests_of(endpoint: Endpoint) -> usize {
    match endpoint {
        Endpoint::Ping | Endpoint::ServerInfo => 2,
        _ => 1,
    }
}

/// Seen to fail with one call of `call` exchanged for another.
#[tokio::test]
async fn every_endpoint_sends_what_its_entry_says() {
    for endpoint in Endpoint::ALL {
        let server = Server::new(server::directus);
        let _ = call(&client(&server.url()), *endpoint).await;

        let variable = if endpoint.path().starts_with("auth/") {
            PROVIDER
        } else {
            ID
        };
        let path = format!("/{}", endpoint.path().replace("{}", variable));
        let requests = server.requests();
        let is_sent = requests.iter().any(|request| {
            let sent = request.target.split('?').next().unwrap_or_default();

            request.method == endpoint.method().as_str() && sent == path
        });
        assert!(is_sent, "{endpoint:?}: {requests:?}");
    }
}

/// An entry that two methods shared would be called here for one of them only, and a request sent around the table for
/// none.
#[test]
fn every_endpoint_is_used_once_and_nothing_is_sent_without() {
    let directus = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/directus");
    let mut files = vec![directus.with_extension("rs")];
    for entry in fs::read_dir(&directus).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    let source = |name: &str| fs::read_to_string(directus.join(name)).unwrap();
    let is_no_table = |path: &&PathBuf| path.file_name().unwrap() != "endpoint.rs";
    let all: String = files
        .iter()
        .filter(is_no_table)
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();

    for endpoint in Endpoint::ALL {
        let name = format!("Endpoint::{endpoint:?}");
        let uses = all
            .match_indices(&name)
            .filter(|(start, _)| {
                let next = all[start + name.len()..].chars().next();
                next.is_none_or(|next| !next.is_alphanumeric())
            })
            .count();
        assert_eq!(uses, 1, "{name}");
    }

    let around =
        all.matches("self.http").count() - source("transport.rs").matches("self.http").count();
    assert_eq!(around, 0, "a request is sent around the table");
}
