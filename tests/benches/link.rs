//! What reading a link costs, from the system and pasted: `cargo bench --bench link`. Prints and judges nothing.
#![expect(clippy::print_stdout, reason = "a bench prints")]

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use latchkey::link::{Link, MAX_LINK_BYTES, TokenPurpose};

/// How often within one measurement: a single one is shorter than the clock can tell.
const TIMES: u32 = 1_000;
const ROUNDS: usize = 50;

fn main() {
    // `cargo test --benches` only wants to know that it can be built.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let token = format!(
        "eyJhbGciOiJIUzI1NiJ9.{}.{}",
        "e".repeat(160),
        "s".repeat(43)
    );
    let longest = "x".repeat(MAX_LINK_BYTES - 60);
    for (what, link) in [
        (
            "reset, from the system",
            format!("app.latchkey://auth/reset-password?profile=0123456789abcdef&token={token}"),
        ),
        (
            "add, from the system",
            "app.latchkey://auth/add?url=https%3A%2F%2Fcms.example.com".to_owned(),
        ),
        ("not ours", "https://cms.example.com/".to_owned()),
        (
            "as long as one may be",
            format!("app.latchkey://auth/reset-password?token={longest}"),
        ),
        (
            "longer",
            format!("app.latchkey://auth/reset-password?token={longest}{longest}"),
        ),
    ] {
        row(what, &link, Link::parse(&link).is_ok(), || {
            drop(black_box(Link::parse(black_box(&link))));
        });
    }
    for (what, link) in [
        (
            "reset, pasted from the Data Studio",
            format!("https://cms.example.com/admin/reset-password?token={token}"),
        ),
        (
            "reset, in the middle of a mail",
            format!(
                "{} https://cms.example.com/admin/reset-password?token={token} {}",
                "Good morning, ".repeat(20),
                "kind regards ".repeat(20)
            ),
        ),
        ("a token alone", token.clone()),
    ] {
        row(
            what,
            &link,
            Link::parse_pasted(&link, TokenPurpose::ResetPassword).is_ok(),
            || {
                drop(black_box(Link::parse_pasted(
                    black_box(&link),
                    TokenPurpose::ResetPassword,
                )));
            },
        );
    }
}

fn row(what: &str, link: &str, is_read: bool, mut once: impl FnMut()) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            for _ in 0..TIMES {
                once();
            }
            begun.elapsed() / TIMES
        })
        .collect();
    times.sort();
    let outcome = if is_read { "read" } else { "refused" };

    println!(
        "{what:<36} {:>6} bytes  {outcome:<8} {:>10.2?}",
        link.len(),
        times[times.len() / 2]
    );
}
