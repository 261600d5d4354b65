//! Why refresh tokens of the json mode and not of the session mode: what the real server does in each, measured. If
//! a later Directus answers otherwise here, the choice is worth another look.

use crate::bench::{Directus, Version, claims};

use serde_json::{Value, json};

use std::time::{Duration, SystemTime};

/// One request with the session cookie, which the bench's own client does not send.
fn renew_session(directus: &Directus, cookie: &str) -> Option<String> {
    let output = std::process::Command::new("curl")
        .args([
            "-sSi",
            "--noproxy",
            "*",
            "-X",
            "POST",
            "--json",
            r#"{"mode":"session"}"#,
        ])
        .args(["--cookie", &format!("directus_session_token={cookie}")])
        .arg(format!("{}/auth/refresh", directus.url()))
        .output()
        .unwrap();
    cookie_of(&String::from_utf8_lossy(&output.stdout))
}

fn cookie_of(answer: &str) -> Option<String> {
    let (_, rest) = answer.split_once("directus_session_token=")?;
    // An empty one takes the cookie away.
    let cookie = rest.split(';').next()?;
    (!cookie.is_empty()).then(|| cookie.to_owned())
}

fn sign_in(directus: &Directus, mode: &str) -> (Value, Option<String>) {
    let (email, password) = directus.person();
    let body = json!({ "email": email, "password": password, "mode": mode });
    let answer = directus.anonymous("POST", "/auth/login", Some(&body));
    let cookie = answer
        .headers
        .iter()
        .find_map(|(_, value)| cookie_of(value));
    (answer.data(), cookie)
}

/// For how long the row of this refresh token lives, in hours from now.
fn hours_left(directus: &Directus, token: &str) -> u64 {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap();
    let mut hours = 0;
    let lives = |hours: u64| {
        let at = now.as_millis() + u128::from(hours) * 3_600_000;
        directus.count_where(
            "directus_sessions",
            "token = ? and expires > ?",
            &[token, &at.to_string()],
        ) == 1
    };
    for step in [128, 64, 32, 16, 8, 4, 2, 1] {
        if lives(hours + step) {
            hours += step;
        }
    }
    hours
}

#[test]
fn the_json_mode_keeps_a_session_over_a_weekend_and_hands_no_session_to_programs() {
    let mut directus = Directus::start(Version::V12, None, &[]);
    let session_of = |jwt: &str| claims(jwt)["session"].as_str().map(str::to_owned);

    // json: renewed, it lives for seven days. What programs get lives for a quarter of an hour and renews nothing.
    let (tokens, _) = sign_in(&directus, "json");
    let refresh = json!({ "refresh_token": tokens["refresh_token"], "mode": "json" });
    let renewed = directus
        .anonymous("POST", "/auth/refresh", Some(&refresh))
        .data();
    assert_eq!(
        hours_left(&directus, renewed["refresh_token"].as_str().unwrap()),
        167
    );
    assert_eq!(renewed["expires"], 900_000);
    assert_eq!(session_of(renewed["access_token"].as_str().unwrap()), None);
    // A lost answer cannot be asked for again: the server no longer knows the token.
    let again = directus.anonymous("POST", "/auth/refresh", Some(&refresh));
    assert_eq!((again.status, again.code()), (401, "INVALID_CREDENTIALS"));

    // A refresh token of this mode cannot become a session cookie.
    let other = json!({ "refresh_token": renewed["refresh_token"], "mode": "session" });
    let answer = directus.anonymous("POST", "/auth/refresh", Some(&other));
    assert_eq!((answer.status, answer.code()), (400, "INVALID_PAYLOAD"));

    // session: asked again within ten seconds the server gives the same successor.
    let (_, first) = sign_in(&directus, "session");
    let first = first.expect("a cookie");
    let second = renew_session(&directus, &first).expect("a renewal");
    let same = renew_session(&directus, &first).expect("the grace");
    assert_eq!(session_of(&same), session_of(&second));
    // It lives for one day: signed in on Friday, signed out on Monday.
    let session = session_of(&second).unwrap();
    assert_eq!(hours_left(&directus, &session), 23);
    // The token for programs is the session itself: whoever has it can renew it and keep it for ever.
    let stolen = json!({ "refresh_token": session_of(&same), "mode": "json" });
    let taken = directus.anonymous("POST", "/auth/refresh", Some(&stolen));
    assert_eq!(taken.status, 200);

    // After the ten seconds a lost answer is lost in this mode, too.
    let (_, first) = sign_in(&directus, "session");
    let first = first.expect("a cookie");
    let _ = renew_session(&directus, &first).expect("a renewal");
    std::thread::sleep(Duration::from_millis(10_500));
    assert_eq!(renew_session(&directus, &first), None);

    // Nor does it outlive another `SECRET`, as a refresh token of the json mode does (see `ends`).
    let (_, last) = sign_in(&directus, "session");
    let last = last.expect("a cookie");
    directus.stop();
    directus.set("SECRET", "another-secret-after-a-restart-000000");
    directus.resume();
    assert_eq!(renew_session(&directus, &last), None);
}
