//! How long it takes from the browser's callback until the tokens are in the keyring, quiet and under a flood: `cargo
//! bench --bench callback`. On real parts, like the end-to-end tests whose bench it borrows; prints a table and judges
//! nothing.
//!
//! The clock starts when the browser sends the callback and stops when it has the page that says “Signed in”, which it
//! gets only after the session is kept. Beside it, in the same run: what a bare client needs for the two questions to
//! Directus that are part of it (a renewal for the exchange, `GET /users/me`), and one `secret-tool store`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints, and may stop at once"
)]
#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    dead_code,
    unused_imports,
    reason = "the bench of the end-to-end tests is borrowed whole"
)]

#[path = "../e2e/bench/mod.rs"]
mod bench;
#[path = "../e2e/person.rs"]
mod person;
#[path = "../e2e/sso/scene.rs"]
mod scene;

use bench::{Browser, Keyring, SessionBus, request};
use scene::{Scene, Setup, at_provider};

use std::io::Write as _;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often each is done, unless `LATCHKEY_BENCH_ROUNDS` says otherwise.
fn count() -> usize {
    std::env::var("LATCHKEY_BENCH_ROUNDS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(20)
}

fn main() {
    // `cargo test --benches` only wants to know that it can be built.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &Setup::default());

    let quiet = rounds(&scene, false);
    let flooded = rounds(&scene, true);
    let bare = bare(&scene);
    let stored = stored(&keyring);
    let peer = median(&bare) + median(&stored);
    row("callback to stored", &quiet, peer);
    row("the same, 200 idle and 8 flooding", &flooded, peer);
    row("a bare client: renewal and who", &bare, peer);
    row("secret-tool store", &stored, peer);
}

/// Whole sign-ins; of each the time from the callback to the page.
fn rounds(scene: &Scene, is_flooded: bool) -> Vec<Duration> {
    (1..=count())
        .map(|number| {
            let (running, address) = scene.begin(&[]);
            let listener = Scene::listener(&address);
            let mut browser = Browser::new().stopping_at(&listener);
            let email = format!("visitor-{number}@example.com");
            let page = at_provider(&mut browser, &address, &email);
            let page = browser.submit(&page, &[("answer", "yes")]);
            let port = page.url.port().unwrap();
            let flood = is_flooded.then(|| Flood::start(port));

            let started = Instant::now();
            let answer = request("GET", page.url.as_str(), None, None).unwrap();
            let took = started.elapsed();

            assert_eq!(answer.status, 200);
            drop(flood);
            assert_eq!(running.wait().code, Some(0));
            took
        })
        .collect()
}

/// The two questions to Directus that are part of it, by a client that does nothing else.
fn bare(scene: &Scene) -> Vec<Duration> {
    let (email, password) = scene.directus.person();
    let mut refresh = scene.directus.login(email, password, None).data()["refresh_token"].take();
    (0..count())
        .map(|_| {
            let body = serde_json::json!({ "refresh_token": refresh, "mode": "json" });
            let started = Instant::now();
            let tokens = scene
                .directus
                .anonymous("POST", "/auth/refresh", Some(&body))
                .data();
            let token = tokens["access_token"].as_str().unwrap();
            let _ = scene
                .directus
                .api_as(token, "GET", "/users/me", None)
                .data();
            let took = started.elapsed();
            refresh = tokens["refresh_token"].clone();
            took
        })
        .collect()
}

fn stored(keyring: &Keyring<'_>) -> Vec<Duration> {
    (0..count())
        .map(|_| {
            let started = Instant::now();
            keyring.store("bench", &[("bench", "callback")], &"x".repeat(1024));
            started.elapsed()
        })
        .collect()
}

/// A flood of connections to the listener: some send nothing, others never stop sending (S-11).
struct Flood {
    is_over: Arc<AtomicBool>,
    _idle: Vec<TcpStream>,
}

impl Flood {
    fn start(port: u16) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let idle = (0..200)
            .filter_map(|_| TcpStream::connect(("127.0.0.1", port)).ok())
            .collect();
        for _ in 0..8 {
            let is_over = Arc::clone(&is_over);
            drop(std::thread::spawn(move || {
                let line = "X-Flood: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(100);
                while !is_over.load(Ordering::Relaxed) {
                    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else {
                        return;
                    };
                    let _ = stream.write_all(b"GET /callback HTTP/1.1\r\n");
                    while !is_over.load(Ordering::Relaxed)
                        && stream.write_all(line.as_bytes()).is_ok()
                    {}
                }
            }));
        }
        std::thread::sleep(Duration::from_millis(200));
        Self {
            is_over,
            _idle: idle,
        }
    }
}

impl Drop for Flood {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

fn row(what: &str, times: &[Duration], peer: Duration) {
    let (median, worst) = (median(times), times.iter().max().unwrap());
    let ratio = median.as_secs_f64() / peer.as_secs_f64();
    println!("{what:<36} median {median:>10.2?}  worst {worst:>10.2?}  {ratio:.2} of the peers");
}
