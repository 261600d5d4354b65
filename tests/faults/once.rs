//! Secrets are sent once (S-48), and to the provider's own path only (S-18).

use latchkey::{directus::Error, secret::Secret};
use url::Url;

use crate::{
    PASSWORD, client, login,
    server::{self, KeepAlive, Server},
};

#[tokio::test]
async fn s_48_a_cut_login_is_not_sent_again() {
    let cut = Server::new(|_, _| Ok(()));
    let error = login(&client(&cut.url())).await;

    assert!(matches!(error, Err(Error::Interrupted { .. })), "{error:?}");
    assert_eq!((cut.requests().len(), cut.connections()), (1, 1));
}

#[tokio::test]
async fn s_48_a_login_never_rides_on_a_kept_connection() {
    // Answers, offers to keep the connection, and closes it at the next request: the case in which HTTP libraries send
    // again on their own.
    let fickle = Server::start(None, |request, out| {
        if request.method == "POST" {
            return Ok(KeepAlive::Close);
        }
        server::directus(request, out).map(|()| KeepAlive::Open)
    });
    let client = client(&fickle.url());
    for _ in 0..5 {
        assert!(client.providers().await.is_ok());
        let error = login(&client).await;
        assert!(matches!(error, Err(Error::Interrupted { .. })), "{error:?}");
    }

    let requests = fickle.requests();
    let logins: Vec<_> = requests.iter().filter(|r| r.method == "POST").collect();
    assert_eq!(logins.len(), 5);
    for login in logins {
        let others = requests
            .iter()
            .filter(|r| r.connection == login.connection)
            .count();
        assert_eq!(others, 1, "a login shared a connection");
    }
}

/// Seen to fail with the name split at its slashes in `login_url`.
#[tokio::test]
async fn s_18_a_provider_is_one_segment_or_refused() {
    let server = Server::new(server::directus);
    let client = client(&format!("{}/sub", server.url()));
    let password = Secret::from(PASSWORD);
    let finish = Url::parse("https://cms.example.com/latchkey/finish").unwrap();
    let redirect = "https%3A%2F%2Fcms.example.com%2Flatchkey%2Ffinish";
    let last = |server: &Server| server.requests().last().map(|r| r.target.clone());

    for (name, path) in [
        ("ldap", "/sub/auth/login/ldap"),
        ("../../users", "/sub/auth/login/..%2F..%2Fusers"),
        ("a?b#c", "/sub/auth/login/a%3Fb%23c"),
        ("%2e%2e", "/sub/auth/login/%252e%252e"),
        ("a\\b c", "/sub/auth/login/a%5Cb%20c"),
    ] {
        // The server knows no sub-path: that it answers at all is enough.
        let _ = client
            .login_with_provider(name, "amy", &password, None)
            .await;
        assert_eq!(last(&server).as_deref(), Some(path));
        // The same for a provider that signs in through the browser.
        let _ = client.check_redirect(name, &finish).await;
        assert_eq!(last(&server), Some(format!("{path}?redirect={redirect}")));
    }

    let sent = server.requests().len();
    for name in ["", ".", "..", "a\r\nb", "a\0"] {
        let error = client
            .login_with_provider(name, "amy", &password, None)
            .await;
        assert!(matches!(error, Err(Error::Setup(_))), "{name:?}: {error:?}");
        let error = client.check_redirect(name, &finish).await;
        assert!(matches!(error, Err(Error::Setup(_))), "{name:?}: {error:?}");
    }
    assert_eq!(server.requests().len(), sent);
}

#[tokio::test]
async fn requests_are_what_is_documented() {
    let server = Server::new(server::directus);
    let client = client(&server.url());
    let (access, otp) = (Secret::from("At-1"), Secret::from("012345"));
    let password = Secret::from(PASSWORD);

    let tokens = client
        .login("amy@example.com", &password, Some(&otp))
        .await
        .unwrap();
    assert_eq!(tokens.refresh.expose(), "Rt-9c1f-marked");
    let account = client.me(&access).await.unwrap();
    assert_eq!(account.email.as_deref(), Some("amy@example.com"));
    client.logout(&tokens.refresh).await.unwrap();

    let [login, me, logout] = <[_; 3]>::try_from(server.requests()).unwrap();
    assert_eq!(
        login.body,
        format!(
            r#"{{"email":"amy@example.com","password":"{PASSWORD}","otp":"012345","mode":"json"}}"#
        )
    );
    assert_eq!(login.header("content-type"), Some("application/json"));
    assert!(
        login
            .header("user-agent")
            .is_some_and(|agent| agent.starts_with("Latchkey/"))
    );
    assert_eq!(
        (login.header("authorization"), login.header("cookie")),
        (None, None)
    );
    assert_eq!(
        me.target,
        "/users/me?fields=id,email,first_name,last_name,role,avatar"
    );
    assert_eq!(me.header("authorization"), Some("Bearer At-1"));
    assert_eq!(me.header("accept-encoding"), None);
    assert_eq!(
        logout.body,
        r#"{"refresh_token":"Rt-9c1f-marked","mode":"json"}"#
    );
}
