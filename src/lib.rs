//! Latchkey, the desktop sign-in for Directus.
//!
//! One small native window where a person keeps the Directus instances they use, signs in, sets a forgotten password
//! from the link of the mail, and keeps the session in the operating system's keyring. Every other program on the
//! machine gets a short-lived token from there instead of a password. The command line does all of that without a
//! display; what belongs to the person's own account (a new password, a second factor, registering) is the window's.
//!
//! This page is the map: read it first, then the `//!` of the module you change. `tests/layers.rs` holds the code to
//! the arrows below, `tests/house.rs` every file to its size and its opening words. How a screen, an endpoint, a language
//! or a sentence is added is in `.github/CONTRIBUTING.md`, what is defended against in `.github/SECURITY.md`.
//! The numbers in comments and names of tests (S-04, `r_19_…`) are entries of `.github/THREATS.md`.
//!
//! # From above
//!
//! ```text
//! main ─┬─> cli ──────────────┬─> text ─┐
//!       └─> app ─> screen ─┬──┘         │
//!                          └─> ui       │
//!                                       v
//!            handover <─ (both faces)  service ─┬─> directus    the server
//!                                               ├─> vault       the keyring
//!                                               ├─> store       the disk
//!                                               ├─> loopback    the port a browser comes back to
//!                                               └─> platform    scheme, browser, hardening
//!                                                        │
//!                     pure: profile · preferences · session · sso · link · secret · identity · language  (everyone may name them)
//! ```
//!
//! The window and the command line are two faces of the same [`service::Service`], and neither names the network, the
//! keyring or the disk.
//!
//! # Where things are
//!
//! | module | owns | leaves to others |
//! |---|---|---|
//! | [`identity`] | every name, once: scheme, app id, addresses for allow-lists | |
//! | [`language`] | every sentence by its name, in the language that is spoken: `assets/languages` | who wants to say it |
//! | [`secret`] | a string that cannot be printed and is wiped | encryption: there is none here |
//! | [`profile`] | the kept instances, their rules, and the address of a server | reading and writing them |
//! | [`preferences`] | what a person chose for the whole window, what it remembers by itself | the files, acting on it |
//! | [`session`] | tokens as data, moments and expiry, the keyring record, what a mailed token says of itself | reading clocks, network |
//! | [`sso`] | one attempt in the browser: what is sent there, what may come back | ports, exchange |
//! | [`link`] | what a link may say, strict from the system, forgiving when pasted | what happens with it |
//! | [`directus`] | one method an endpoint; time limits, size cap, typed refusals | decisions about sessions |
//! | [`loopback`] | the listener: its limits and its pages | what a hit means |
//! | [`vault`] | the keyring, on its own thread, with time limits and five outcomes | the record's form |
//! | [`store`] | paths, the profile file, the preferences, locks, instances' pictures | meaning |
//! | [`platform`] | what each system does its own way: scheme, browser, hardening, clocks, its wish that we end | |
//! | [`handover`] | one window a user: the lock, the socket, the acknowledgement | what a link means |
//! | [`service`] | the order of steps: what is asked, kept and dropped when | the steps |
//! | [`text`] | the sentence and the next step for every error, for both faces | layout |
//! | [`cli`] | what is typed, printed and returned | |
//! | [`ui`] | the look: palette, scales, and the parts every screen is made of | what Latchkey does |
//! | [`screen`] | one screen each: what it holds, how it looks, what it asks for ([`screen::Screen`]) | doing it, other screens |
//! | [`app`] | the window: which screens lie on its stack, and what follows from what they ask for, a file a flow | the steps |
//!
//! # The flows
//!
//! - **Add**: [`Service::probe`](service::Service::probe) cleans the address and looks, the person sees the instance's
//!   own name, [`Service::add`](service::Service::add) keeps it.
//! - **Sign in**: `POST /auth/login` once, by the person's act; the session goes to the keyring, or to memory with a
//!   sentence that says so. A code is asked for only after `INVALID_OTP`.
//! - **Sign in through the browser**, by one of three ways (the companion's hand-off, the same host, the relay):
//!   [`Service::begin_sso`](service::Service::begin_sso) finds the way without a browser and takes the port, the person
//!   signs in, [`Service::finish_sso`](service::Service::finish_sso) exchanges and keeps what comes back with this
//!   attempt's own state; whatever comes without it ends nothing.
//! - **Token**: [`Service::access_token`](service::Service::access_token) takes the profile's lock, reads the record
//!   again, refreshes if that is still needed, *keeps the new token, then* hands out the access token. The lock's file
//!   notes a refresh before it is sent, so that one that was cut off is known to the next process.
//! - **Forgot**: the server's own 400 decides which link the mail holds. A clicked link starts a second process, which
//!   hands it to the window ([`handover`]) and ends; a pasted one is read by [`link`]. Either way
//!   [`Service::find_profile_for_link`](service::Service::find_profile_for_link) finds the instance among the kept ones and contacts nothing; only the
//!   person's own password and button send something. After that they sign in: there is no automatic sign-in.
//! - **Own account**: a new password or second factor is set while the session is still the account's that the page
//!   names ([`Service::change_password`](service::Service::change_password)); the server ends all sessions with the
//!   old password.
//! - **Register**: where the project lets anybody, with our link in the mail where the server takes it.
//! - **Sign out**: the server first, then here in any case.
//!
//! # What holds everywhere
//!
//! Much of it is the absence of something:
//!
//! - There is no file with a token or password in it, and no fallback to one. No keyring means memory, and saying so.
//! - Only [`vault::Lookup::Absent`] means "signed out". A locked, silent or missing keyring never does, and nothing is
//!   deleted because of it.
//! - No password, code or token is ever sent again by the machine, and a redirect is never followed with one. One
//!   exception: a registration is sent once more without our link when the server, before it looks at the password,
//!   refuses the link by its name; there is no harmless way to ask.
//! - A link never names a server to trust, and never acts by itself.
//! - No secret is in a log, an error, a `Debug`, or an argument we write. Events of other crates are not logged at all.
//!   No HTTP body is logged: Directus echoes rejected passwords in them.
//! - The later act of a person on a profile wins, whichever answer comes first; a session that nobody will hold is ended
//!   on the server.
//! - What must not be cut in half runs to its end, also when its screen goes, the window closes or a signal asks.
//! - There is no web view. A provider's password is typed in the system's browser only.
//! - The pure modules know no clock, network, disk or environment: what they need is handed to them.
//! - Nothing blocks the thread that paints: disk, keyring, browser and image decoding happen elsewhere. One exception is
//!   iced's: reading the clipboard waits for whoever holds it (`app/clip.rs`).
//! - A screen's answer comes back with the ticket of its request; without a screen that waits for it, it is dropped. What
//!   a covered screen is answered takes the keyboard from none above it.
//! - What a server says is cleaned and limited before it is shown, and looks like nothing of Latchkey's own.
//! - No `unwrap`, `expect` or `panic!` outside tests; no `unsafe` except where a system leaves no choice: a file
//!   each for the links of macOS, the pipe and the ports of Windows.

pub mod app;
pub mod cli;
pub mod directus;
pub mod handover;
pub mod identity;
pub mod language;
pub mod link;
pub mod loopback;
pub mod platform;
pub mod preferences;
pub mod profile;
pub mod screen;
pub mod secret;
pub mod service;
pub mod session;
pub mod sso;
pub mod store;
pub mod text;
pub mod ui;
pub mod vault;
