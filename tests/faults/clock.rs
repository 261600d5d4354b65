//! Tokens, and clocks that are set while the program runs: a service with clocks of the test's own, in front of
//! a server that counts requests.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};

use latchkey::{
    profile::{Profile, ProfileId},
    secret::Secret,
    service::{AddOptions, Credentials, Service},
    session::{Moment, Uptime},
    store::{Paths, Store},
    vault::{Unlock, Vault},
};

use crate::{
    PASSWORD,
    server::{self, Server},
};

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;
/// What `server::TOKENS` says: a quarter of an hour.
const LIFE: i64 = 15 * MINUTE;

/// Seconds since the test's own start, by the clock people set and by the one nobody sets.
static WALL: AtomicI64 = AtomicI64::new(0);
static UPTIME: AtomicI64 = AtomicI64::new(0);
static BOOT: Mutex<&str> = Mutex::new("first start");

fn clock() -> Moment {
    let seconds = |clock: &AtomicI64, base: i64| {
        Duration::from_secs(u64::try_from(base + clock.load(Ordering::SeqCst)).unwrap())
    };

    Moment {
        wall: SystemTime::UNIX_EPOCH + seconds(&WALL, 1_760_000_000),
        uptime: Some(Uptime {
            boot_id: (*BOOT.lock().unwrap()).to_owned(),
            elapsed: seconds(&UPTIME, 10 * DAY),
        }),
    }
}

async fn signed_in(server: &Server, home: &std::path::Path) -> (Service, Profile) {
    let paths = Paths {
        config: home.join("config"),
        state: home.join("state"),
        cache: home.join("cache"),
        runtime: home.join("run"),
    };
    let service = Service::with_clock(Store::new(paths), Vault::in_memory(), clock);
    let preview = service
        .probe(&server.url(), AddOptions::default())
        .await
        .unwrap();
    let profile = service.add(preview, None).await.unwrap();
    let credentials = Credentials {
        email: "amy@example.com".to_owned(),
        password: Secret::from(PASSWORD),
        otp: None,
    };
    let _ = service.sign_in(&profile.id, credentials).await.unwrap();

    (service, profile)
}

/// Asks for a token of a minute at least; how many refreshes that cost, and for how long it is said to be good.
async fn ask(service: &Service, id: &ProfileId, server: &Server) -> (usize, i64) {
    let refreshes = || {
        let asked = server.requests();
        asked.iter().filter(|r| r.target == "/auth/refresh").count()
    };
    let before = refreshes();
    let minute = Duration::from_secs(60);
    let handed = service
        .access_token(id, minute, Unlock::Never)
        .await
        .unwrap();
    let good_for = handed
        .access
        .expires_at
        .unwrap()
        .duration_since(clock().wall);

    (
        refreshes() - before,
        i64::try_from(good_for.unwrap().as_secs()).unwrap(),
    )
}

#[tokio::test]
async fn r_09_clocks_that_are_set_while_it_runs_cost_a_refresh_and_never_a_dead_token() {
    let server = Server::new(server::directus);
    let home = tempfile::tempdir().unwrap();
    let (service, profile) = signed_in(&server, home.path()).await;

    for (what, wall, uptime, refreshes, good_for) in [
        ("nothing happened", 0, 0, 0, LIFE),
        ("time went by", 10 * MINUTE, 10 * MINUTE, 0, 5 * MINUTE),
        ("it ended", 5 * MINUTE, 5 * MINUTE, 1, LIFE),
        ("set forward by a day", DAY, 0, 1, LIFE),
        ("set back by a day", -DAY, 0, 1, LIFE),
        // The wall clock says that the token has 14 minutes left; it has one second.
        ("set back by less than its age", MINUTE, LIFE - 1, 1, LIFE),
        // The remaining time comes from the clock that was not set.
        ("set back a little", MINUTE, 6 * MINUTE, 0, 9 * MINUTE),
        (
            "slept for a night",
            9 * 60 * MINUTE,
            9 * 60 * MINUTE,
            1,
            LIFE,
        ),
        (
            "paused, and only the wall clock noticed",
            3 * DAY,
            0,
            1,
            LIFE,
        ),
    ] {
        let _ = WALL.fetch_add(wall, Ordering::SeqCst);
        let _ = UPTIME.fetch_add(uptime, Ordering::SeqCst);
        let asked = ask(&service, &profile.id, &server).await;
        assert_eq!(asked, (refreshes, good_for), "{what}");
        // The next call needs no renewal.
        assert_eq!(
            ask(&service, &profile.id, &server).await.0,
            0,
            "again: {what}"
        );
    }

    // The machine was started anew, after a few seconds.
    *BOOT.lock().unwrap() = "second start";
    UPTIME.store(-10 * DAY + 30, Ordering::SeqCst);
    assert_eq!(ask(&service, &profile.id, &server).await, (1, LIFE));
    assert_eq!(ask(&service, &profile.id, &server).await, (0, LIFE));
}
