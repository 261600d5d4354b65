//! Actions of a person that overlap on a slow server: the later one wins, whichever answer comes first.

use std::time::Duration;

use latchkey::{
    link::TokenPurpose,
    secret::Secret,
    service::{Error, ResolvedLink, SignOutOutcome},
    session::TokenHint,
    vault::{Lookup, Unlock},
};

use crate::fixture::{Fixture, Gate};

/// Shorter than the wait for another process's lock: an earlier action must not be waited for at all.
const SHORTER_THAN_LOCK_WAIT: Duration = Duration::from_secs(5);

#[tokio::test]
async fn r_37_a_sign_in_that_was_left_neither_delays_nor_replaces_the_next_one() {
    let gate = Gate::at("amy@");
    let fixture = Fixture::new(&gate).await;
    let first = fixture.sign_in("amy");
    fixture.wait_for_request("amy@").await;

    let second = tokio::time::timeout(SHORTER_THAN_LOCK_WAIT, fixture.sign_in("bob")).await;
    assert!(second.unwrap().unwrap().is_ok());
    gate.open();
    let first = first.await.unwrap();

    assert!(matches!(first, Err(Error::Superseded)), "{first:?}");
    assert_eq!(fixture.stored_user().await.as_deref(), Some("bob"));
    assert_eq!(fixture.ended_sessions(), ["amy"]);
    let profile = fixture.service.find(fixture.id.as_str()).await.unwrap();
    assert_eq!(profile.last_email.as_deref(), Some("bob@example.com"));
}

#[tokio::test]
async fn r_37_the_later_one_wins_also_when_it_is_refused() {
    let gate = Gate::at("amy@");
    let fixture = Fixture::new(&gate).await;
    let first = fixture.sign_in("amy");
    fixture.wait_for_request("amy@").await;

    let second = fixture.sign_in("nobody").await.unwrap();
    assert!(second.is_err(), "{second:?}");
    gate.open();

    assert!(matches!(first.await.unwrap(), Err(Error::Superseded)));
    assert_eq!(fixture.stored_user().await, None);
    assert_eq!(fixture.ended_sessions(), ["amy"]);
}

#[tokio::test]
async fn s_50_a_sign_out_ends_the_sign_in_that_is_still_on_its_way() {
    let gate = Gate::at("bob@");
    let fixture = Fixture::new(&gate).await;
    assert!(fixture.sign_in("amy").await.unwrap().is_ok());
    let late = fixture.sign_in("bob");
    fixture.wait_for_request("bob@").await;

    let out = tokio::time::timeout(
        SHORTER_THAN_LOCK_WAIT,
        fixture.service.sign_out(&fixture.id),
    )
    .await;
    assert!(matches!(out, Ok(Ok(SignOutOutcome::Everywhere))), "{out:?}");
    gate.open();

    assert!(matches!(late.await.unwrap(), Err(Error::Superseded)));
    assert_eq!(fixture.stored_user().await, None);
    assert_eq!(fixture.ended_sessions(), ["amy", "bob"]);
}

#[tokio::test]
async fn r_37_details_that_come_slowly_do_not_delay_the_next_sign_in() {
    // The first session is stored already; only the question whose it is has not been answered.
    let gate = Gate::at("Bearer At-amy");
    let fixture = Fixture::new(&gate).await;
    let first = fixture.sign_in("amy");
    fixture.wait_for_request("Bearer At-amy").await;

    let second = tokio::time::timeout(SHORTER_THAN_LOCK_WAIT, fixture.sign_in("bob")).await;
    assert!(second.unwrap().unwrap().is_ok());
    assert!(first.await.unwrap().is_ok());
    gate.open();

    assert_eq!(fixture.stored_user().await.as_deref(), Some("bob"));
    assert_eq!(fixture.ended_sessions(), ["amy"]);
}

/// A sign-in by token gave the profile's lock back before it wrote whose session it had stored. While it waited for the
/// end of the session before, a later sign-in stored another account, and the slow one then wrote its own over it: the
/// list named amy, and the keyring held bob's session. Seen to fail with the lock given back before the account is
/// written.
#[tokio::test]
async fn r_37_a_slow_sign_in_by_token_does_not_overwrite_the_account_of_a_later_one() {
    let gate = Gate::at("Rt-zoe");
    let fixture = Fixture::new(&gate).await;
    assert!(fixture.sign_in("zoe").await.unwrap().is_ok());
    let (service, id) = (fixture.service.clone(), fixture.id.clone());
    let first = tokio::spawn(async move {
        service
            .sign_in_with_token(&id, &Secret::from("At-amy"))
            .await
    });
    fixture.wait_for_request("Rt-zoe").await;

    let second = tokio::time::timeout(SHORTER_THAN_LOCK_WAIT, fixture.sign_in("bob")).await;
    assert!(second.unwrap().unwrap().is_ok());
    gate.open();
    assert!(first.await.unwrap().is_ok());

    assert_eq!(fixture.stored_user().await.as_deref(), Some("bob"));
    let profile = fixture.service.find(fixture.id.as_str()).await.unwrap();
    assert_eq!(
        profile.account.map(|account| account.id).as_deref(),
        Some("u-bob")
    );
}

#[tokio::test]
async fn s_25_a_slow_reset_does_not_drop_the_session_that_began_meanwhile() {
    let gate = Gate::at("/auth/password/reset");
    let fixture = Fixture::new(&gate).await;
    let invitation = ResolvedLink {
        profile: fixture.service.find(fixture.id.as_str()).await.unwrap(),
        purpose: TokenPurpose::ResetPassword,
        token: Secret::from("header.payload.signature"),
        hint: TokenHint {
            email: Some("amy@example.com".to_owned()),
            expires_at: None,
            scope: None,
        },
    };
    let service = fixture.service.clone();
    let reset = tokio::spawn(async move {
        service
            .set_password(&invitation, &Secret::from("new"))
            .await
    });
    fixture.wait_for_request("/auth/password/reset").await;

    // The server has set the password already; only its answer is slow.
    assert!(fixture.sign_in("amy").await.unwrap().is_ok());
    gate.open();
    reset.await.unwrap().unwrap();

    assert_eq!(fixture.stored_user().await.as_deref(), Some("amy"));
}

#[tokio::test]
async fn r_42_a_sign_in_nobody_waits_for_any_more_is_kept_all_the_same() {
    let gate = Gate::at("amy@");
    let fixture = Fixture::new(&gate).await;
    let sent = fixture.sign_in("amy");
    fixture.wait_for_request("amy@").await;

    sent.abort();
    assert!(sent.await.unwrap_err().is_cancelled());
    gate.open();
    finish_background_work(&fixture).await;

    assert_eq!(fixture.stored_user().await.as_deref(), Some("amy"));
    assert_eq!(fixture.ended_sessions(), [] as [&str; 0]);
}

#[tokio::test]
async fn s_50_a_server_that_never_answers_does_not_keep_what_is_removed_at_the_end() {
    let gate = Gate::at("/auth/logout");
    let fixture = Fixture::new(&gate).await;
    assert!(fixture.sign_in("amy").await.unwrap().is_ok());
    assert!(fixture.service.find(fixture.id.as_str()).await.is_ok());

    fixture
        .service
        .remove_after_window_closed(fixture.id.clone());
    let service = fixture.service.clone();
    // No longer than the program waits.
    let settled = tokio::task::spawn_blocking(move || {
        service.wait_for_background_work(Duration::from_secs(2));
    });
    settled.await.unwrap();

    assert!(fixture.service.find(fixture.id.as_str()).await.is_err());
    let kept = fixture.vault.read(&fixture.id, Unlock::Never).await;
    assert!(matches!(kept, Lookup::Absent), "{kept:?}");
    assert_eq!(fixture.ended_sessions(), ["amy"], "the server was asked");
    gate.open();
}

/// Finishes the work in the background, as the window does before it ends.
pub(crate) async fn finish_background_work(fixture: &Fixture) {
    let service = fixture.service.clone();
    let settled = tokio::task::spawn_blocking(move || {
        service.wait_for_background_work(Duration::from_secs(20));
    });

    settled.await.unwrap();
}

#[tokio::test]
async fn s_51_a_token_is_handed_out_for_the_account_that_is_shown_or_not_at_all() {
    let minute = Duration::from_secs(60);
    let fixture = Fixture::new(&Gate::at("nothing is held")).await;
    let amy = fixture.sign_in("amy").await.unwrap().unwrap().account.id;
    let hers = fixture
        .service
        .access_token_of(&fixture.id, &amy, minute, Unlock::Never);
    assert!(hers.await.is_ok());

    let bob = fixture.sign_in("bob").await.unwrap().unwrap().account.id;
    assert_ne!(amy, bob);
    let his = fixture
        .service
        .access_token_of(&fixture.id, &amy, minute, Unlock::Never);
    assert!(matches!(his.await, Err(Error::Superseded)));
    let changed = fixture
        .service
        .change_password(&fixture.id, &amy, Secret::from("new"));
    assert!(matches!(changed.await, Err(Error::Superseded)));
    let begun = fixture.service.begin_two_factor(&fixture.id, &amy, None);
    assert!(matches!(begun.await, Err(Error::Superseded)));
}
