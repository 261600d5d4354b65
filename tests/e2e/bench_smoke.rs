//! Proves that each part of the bench is real and does what it says. Nothing of Latchkey is tested
//! here; when one of these fails, look at the bench before looking at the program.

use crate::bench::{
    Certificate, Directus, Disk, Display, FaultServer, Identity, Keyring, Mail, Pace, ProcessWatch,
    Reply, Sandbox, SessionBus, Version, claims, request, resign, totp, wait_until,
};

use serde_json::json;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

const RESET: &str = "app.latchkey://auth/reset-password?profile=p1";
const INVITE: &str = "app.latchkey://auth/accept-invite?profile=p1";

#[test]
fn directus_11_signs_in_mails_and_resets() {
    whole_life(Version::V11);
}

#[test]
fn directus_12_signs_in_mails_and_resets() {
    whole_life(Version::V12);
}

fn whole_life(version: Version) {
    let mail = Mail::start();
    let mut directus = Directus::start(version, Some(&mail), &[]);
    let info = directus.anonymous("GET", "/server/info", None).data();
    assert_eq!(info["project"]["project_name"], "Harbour Lights");
    let logo = format!("/assets/{}", directus.id("logo"));
    let logo = directus.anonymous("GET", &logo, None);
    assert_eq!(logo.status, 200, "the logo is public");
    let kind = logo.headers.iter().find(|(name, _)| name == "content-type");
    assert!(kind.is_some_and(|(_, kind)| kind.starts_with("image/")));

    // The mailed link, an expired copy of its token, and the reset itself.
    let (email, password) = directus.person();
    assert_eq!(
        directus.login(email, "wrong", None).code(),
        "INVALID_CREDENTIALS"
    );
    let token = directus.access_token(email, password);
    assert_eq!(
        directus.api_as(&token, "GET", "/users/me", None).status,
        200
    );
    assert_eq!(
        directus
            .request_reset(email, Some("app.latchkey://nowhere/x"))
            .status,
        400
    );
    assert_eq!(directus.request_reset(email, Some(RESET)).status, 204);
    let message = mail.wait_for(email);
    assert_eq!(message.subject, "Password Reset Request");
    assert!(
        message.link().starts_with(&format!("{RESET}&token=")),
        "{}",
        message.link()
    );
    assert!(message.raw.windows(9).any(|window| window == b"Subject: "));
    assert_eq!(claims(message.token())["scope"], "password-reset");
    let expired = resign(message.token(), directus.secret(), |claims| {
        claims["iat"] = 1_000_000_000.into();
        claims["exp"] = 1_000_086_400.into();
    });
    let body = json!({ "token": expired, "password": "A new tide 1" });
    let answer = directus.anonymous("POST", "/auth/password/reset", Some(&body));
    assert_eq!(answer.code(), "TOKEN_EXPIRED");
    let body = json!({ "token": message.token(), "password": "A new tide 1" });
    let answer = directus.anonymous("POST", "/auth/password/reset", Some(&body));
    assert_eq!(answer.status, 204);
    assert_eq!(directus.login(email, "A new tide 1", None).status, 200);
    let nobody = "nobody@example.com";
    assert_eq!(directus.request_reset(nobody, None).status, 204);
    assert!(mail.stays_empty(nobody, Duration::from_millis(300)));

    let id = directus.id("person_user");
    assert_eq!(directus.count("directus_sessions", "user", id), 1);

    // A user of the test's own, with a one-time code; an invitation.
    let id = directus.create_user("bob@example.com", "Bob swims at dawn 1");
    let secret = directus.enable_tfa(&id, "bob@example.com", "Bob swims at dawn 1");
    let login = |otp: Option<&str>| directus.login("bob@example.com", "Bob swims at dawn 1", otp);
    assert_eq!(login(None).code(), "INVALID_OTP");
    assert_eq!(login(Some(&totp(&secret))).status, 200);
    directus.invite("carol@example.com", Some(INVITE));
    let message = mail.wait_for("carol@example.com");
    assert!(message.link().starts_with(INVITE), "{}", message.link());

    directus.update_user(&id, &json!({ "status": "suspended" }));
    assert_eq!(login(None).code(), "INVALID_CREDENTIALS");
    let ping = format!("{}/server/ping", directus.url());
    directus.stop();
    assert!(request("GET", &ping, None, None).is_none());
    directus.resume();
    assert!(request("GET", &ping, None, None).is_some());
    assert!(directus.log().contains("Server started"));
}

#[test]
fn directus_takes_settings_of_the_test() {
    let list = [
        ("PASSWORD_RESET_URL_ALLOW_LIST", ""),
        ("RATE_LIMITER_ENABLED", "true"),
    ];
    let directus = Directus::start(Version::V12, None, &list);
    let (email, _) = directus.admin();
    assert_eq!(
        directus.request_reset(email, Some(RESET)).code(),
        "INVALID_PAYLOAD"
    );
    assert_eq!(directus.setting("PUBLIC_URL"), directus.url());
    assert_eq!(directus.api("GET", "/server/health", None).status, 200);
}

#[test]
fn the_web_inbox_is_there() {
    let mail = Mail::start();
    let page = request("GET", &mail.web_url(), None, None).unwrap();
    assert!(page.body.as_str().unwrap().contains("<html"));
}

#[test]
fn the_keyring_has_every_state() {
    let bus = SessionBus::start();
    let item = [("service", "bench"), ("username", "one")];
    let mut keyring = Keyring::start(&bus);
    keyring.store("A label", &item, "tide table");
    assert_eq!(keyring.lookup(&item).as_deref(), Some("tide table"));
    keyring.lock();
    assert_eq!(keyring.lookup(&item), None);
    keyring.unlock();
    assert_eq!(keyring.lookup(&item).as_deref(), Some("tide table"));
    keyring.freeze();
    keyring.thaw();
    assert!(keyring.directory().join("login.keyring").exists());
    keyring.kill();
    assert_eq!(keyring.locked(), None);
    drop(keyring);
    // A service that comes later finds what the killed one had kept.
    let keyring = Keyring::start(&bus);
    assert_eq!(keyring.lookup(&item).as_deref(), Some("tide table"));
}

#[test]
fn a_locked_keyring_asks_on_the_display_and_can_be_denied() {
    let display = Display::start();
    let bus = SessionBus::start_with_prompts_on(&display);
    let keyring = Keyring::start(&bus);
    let item = [("service", "bench"), ("username", "one")];
    keyring.store("A label", &item, "tide table");
    keyring.lock();
    std::thread::scope(|scope| {
        let asked = scope.spawn(|| keyring.lookup(&item));
        display.wait_for_title("Unlock Login Keyring", Duration::from_secs(10));
        display.key("Escape");
        assert_eq!(asked.join().unwrap(), None);
    });
    assert_eq!(keyring.locked(), Some(true));
}

#[test]
fn the_display_shows_and_types() {
    let display = Display::start();
    let sandbox = Sandbox::new().join(&display);
    let events = sandbox.home().join("events");
    let mut child = sandbox
        .program("stdbuf")
        .args([
            "-oL", "xev", "-name", "Bench", "-event", "keyboard", "-event", "button",
        ])
        .stdout(std::fs::File::create(&events).unwrap())
        .spawn()
        .unwrap();
    display.wait_for_title("Bench", Duration::from_secs(10));
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-display.png");
    display.screenshot(&shot);
    display.minimize();
    assert!(wait_until(Duration::from_secs(5), || display
        .window_title()
        != "Bench"));
    display.focus("Bench");
    let [x, y, width, height] = display.geometry().unwrap();
    display.click(x + width / 2, y + height / 2);
    display.type_text("Hi & 1");
    display.key("ctrl+Return");
    for what in ["ButtonPress", "ampersand", "Control_L", "Return"] {
        assert!(
            wait_until(Duration::from_secs(5), || {
                std::fs::read_to_string(&events).is_ok_and(|text| text.contains(what))
            }),
            "{what}"
        );
    }
    child.kill().unwrap();
    let _ = child.wait().unwrap();
    assert!(wait_until(Duration::from_secs(5), || display
        .windows()
        .is_empty()));
}

#[test]
fn the_sandbox_is_clean_and_watched() {
    let mut sandbox = Sandbox::new();
    let secret = "a secret of the sandbox";
    sandbox.set("LEAK", secret);
    let mut watch = ProcessWatch::start(&[]);
    let output = sandbox
        .program("sh")
        .args(["-c", "sleep 1; env"])
        .output()
        .unwrap();
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(names.contains("XDG_RUNTIME_DIR=") && !names.contains("CARGO"));
    // Added only after the processes that held the secret have ended.
    watch.add_secret(secret);
    let mut held = watch.finish();
    // `env` seldom runs long enough to be seen.
    held.retain(|held| held != "env: environ");
    assert_eq!(held, ["sh: environ", "sleep: environ"]);
    assert!(sandbox.grep_for(secret).is_empty());
    std::fs::write(sandbox.home().join("note"), secret).unwrap();
    assert_eq!(sandbox.grep_for(secret), [sandbox.home().join("note")]);
}

#[test]
fn latchkey_runs_in_the_sandbox() {
    let ran = Sandbox::new().run(&["--version"], "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.starts_with("latchkey "), "{ran:?}");
    assert!(ran.stderr.is_empty(), "{ran:?}");
}

#[test]
fn a_disk_fills_up() {
    let directory = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::mount(directory.path(), 64) else {
        // Mounting needs root; the test runs there where it can.
        return;
    };
    disk.fill();
    let file = directory.path().join("file");
    assert!(std::fs::write(&file, "x").is_err());
    disk.free();
    assert!(std::fs::write(&file, "x").is_ok());
}

#[test]
fn faults_are_served() {
    let server = FaultServer::start(|request| match request.path.as_str() {
        "/html" => Reply::html(502, "Bad Gateway"),
        "/away" => Reply::redirect("https://elsewhere.invalid/"),
        "/many" => Reply::too_many(Some("4")),
        "/huge" => Reply::huge(2 << 20),
        "/late" => Reply::json(200, &json!({})).pace(Pace::After(Duration::from_millis(200))),
        "/slow" => Reply::json(200, &json!({})).pace(Pace::ByteEach(Duration::from_millis(1))),
        "/cut" => Reply::json(200, &json!({ "a": "b" })).pace(Pace::CutAfter(3)),
        "/gone" => Reply::json(200, &json!({})).pace(Pace::HangUp),
        "/mute" => Reply::json(200, &json!({})).pace(Pace::Never),
        _ => Reply::raw("220 mail.example.com ESMTP\r\n"),
    });
    let get = |path: &str| request("GET", &format!("{}{path}", server.url()), None, None);
    assert_eq!(get("/html").unwrap().status, 502);
    assert_eq!(get("/away").unwrap().status, 302);
    assert_eq!(get("/many").unwrap().code(), "REQUESTS_EXCEEDED");
    assert!(
        get("/huge").unwrap().body["data"]["filler"]
            .as_str()
            .unwrap()
            .len()
            >= 2 << 20
    );
    let started = Instant::now();
    assert_eq!(get("/late").unwrap().status, 200);
    assert!(started.elapsed() >= Duration::from_millis(200));
    assert_eq!(get("/slow").unwrap().status, 200);
    for path in ["/cut", "/gone", "/other"] {
        assert!(get(path).is_none(), "{path}");
    }
    let mut mute = TcpStream::connect(server.url().trim_start_matches("http://")).unwrap();
    mute.write_all(b"GET /mute HTTP/1.1\r\n\r\n").unwrap();
    mute.set_read_timeout(Some(Duration::from_millis(200)))
        .unwrap();
    assert!(mute.read(&mut [0]).is_err(), "nothing comes");
    assert_eq!(server.requests().len(), 10);
}

#[test]
fn an_answer_is_lost_on_its_way_from_a_real_server() {
    let directus = Directus::start(Version::V11, None, &[]);
    let server = FaultServer::in_front_of(directus.url(), None, |request| {
        let reply = Reply::forward();
        match request.path.as_str() {
            "/auth/refresh" => reply.pace(Pace::CutAfter(0)),
            _ => reply,
        }
    });
    let (email, password) = directus.person();
    let body = json!({ "email": email, "password": password });
    let post =
        |path: &str, body| request("POST", &format!("{}{path}", server.url()), None, Some(body));
    let tokens = post("/auth/login", &body).unwrap().data();
    let body = json!({ "refresh_token": tokens["refresh_token"], "mode": "json" });
    assert!(post("/auth/refresh", &body).is_none());
    let answer = directus.anonymous("POST", "/auth/refresh", Some(&body));
    assert_eq!(
        answer.code(),
        "INVALID_CREDENTIALS",
        "the server did rotate it"
    );
    assert!(
        server.requests()[0]
            .header("content-type")
            .starts_with("application/json")
    );
}

#[test]
fn certificates_are_wrong_in_one_way_each() {
    for (kind, words) in [
        (Certificate::Good, "HTTP/1.1 200"),
        (Certificate::SelfSigned, "self-signed certificate"),
        (Certificate::Expired, "expired"),
        (
            Certificate::WrongHost,
            "no alternative certificate subject name",
        ),
    ] {
        let identity = Identity::new(kind);
        let server = FaultServer::start_tls(&identity, |_| Reply::json(200, &json!({})));
        let authority = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(authority.path(), identity.authority_pem()).unwrap();
        let output = Sandbox::new()
            .program("curl")
            .args(["-sSi", "--noproxy", "*", "--cacert"])
            .arg(authority.path())
            .arg(server.url())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        assert!(said.contains(words), "{kind:?}: {said}");
    }
}

#[test]
fn servers_end_with_the_test_process() {
    // A shell in the place of a killed test process: the kernel ends what it had started.
    let directory = tempfile::tempdir().unwrap();
    let pid_file = directory.path().join("pid");
    let script = format!(
        "setpriv --pdeathsig TERM sleep 100 & echo $! >{0}; wait",
        pid_file.display()
    );
    let mut shell = std::process::Command::new("sh")
        .args(["-c", &script])
        .spawn()
        .unwrap();
    let pid = || {
        std::fs::read_to_string(&pid_file)
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    assert!(wait_until(Duration::from_secs(5), || {
        let comm = std::fs::read_to_string(format!("/proc/{}/comm", pid()));
        comm.is_ok_and(|comm| comm.trim() == "sleep")
    }));
    shell.kill().unwrap();
    let _ = shell.wait().unwrap();
    assert!(wait_until(Duration::from_secs(5), || {
        !Path::new("/proc").join(pid()).join("cmdline").exists()
    }));
}
