//! Latchkey, the desktop sign-in for Directus.
//!
//! One small native window where a person keeps the Directus instances they use, signs in, sets a forgotten password
//! from the link of the mail, and keeps the session in the operating system's keyring. Every other program on the
//! machine gets a short-lived token from there instead of a password. The command line does all of that without a
//! display; what belongs to the person's own account (a new password, a second factor, registering) is the window's.
//!
//! This page is the map: read it first, then the `//!` of the module you change. How a screen, an endpoint, a language
//! or a sentence is added is in `.github/CONTRIBUTING.md`, what is defended against in `.github/SECURITY.md`.
//! The numbers in comments and names of tests (S-04, `r_19_…`) are entries of `.github/THREATS.md`.
//!
//! # The layers, from above
//!
//! Each module with the modules it may name. `tests/layers.rs` holds the code to this list.
//!
//! ```text
//! main → app, cli, service
//! app → screen, ui, text, service, handover         the window: one face of the service
//! screen → ui, text, service
//! ui → -
//! cli → text, service, handover                     the command line: the other face
//! text → service
//! service → directus, vault, store, loopback, platform
//! handover → store                                  one window a user
//! directus → -                                      the server
//! vault → -                                         the keyring
//! store → -                                         the disk
//! loopback → -                                      the port a browser comes back to
//! platform → -                                      scheme, browser, signals, core dumps
//! ```
//!
//! Pure, without effects, and named by every module: `address`, `identity`, `import`, `language`, `link`, `preferences`,
//! `profile`, `secret`, `session`, `sso`, `unicode`.
//!
//! The window and the command line are two faces of the same [`service::Service`]. Neither names the server, the
//! keyring, the disk or the system: `service` re-exports the types that they read ([`service::ServerError`],
//! [`service::KeyringError`] …), and [`service::system`] the few calls about the process itself.
//!
//! # Where things are
//!
//! | module | owns | leaves to others |
//! |---|---|---|
//! | [`identity`] | every name, once: scheme, app id, addresses for allow lists | |
//! | [`language`] | every sentence by its name, in the language of the moment: `assets/languages` | when it is shown |
//! | [`secret`] | a string that cannot be printed and is wiped when dropped | encryption: there is none here |
//! | [`address`] | the address of an instance and of a proxy, a provider's name in an address, how a host is shown | asking what is there |
//! | [`unicode`] | which characters of a foreign text may be shown | what the text means |
//! | [`import`] | instances in the settings of other tools | reading those files, adding the instances |
//! | [`profile`] | the kept instances and their rules | reading and writing them |
//! | [`preferences`] | what a person chose for the whole window, and what the window remembers | the files, applying them |
//! | [`session`] | tokens as data, moments and expiry, the keyring record, what a mailed token says of itself | reading clocks, network |
//! | [`sso`] | one attempt in the browser: what is sent there, what may come back | ports, exchange |
//! | [`link`] | what a link may hold: strict when the system delivers it, lenient when it is pasted | what is done with it |
//! | [`directus`] | one method an endpoint; time limits, size cap, typed refusals | decisions about sessions |
//! | [`loopback`] | the listener: its limits and its pages | what a hit means |
//! | [`vault`] | the keyring, on its own thread, with time limits | the record's form |
//! | [`store`] | paths, the profile file, the preferences, locks, instances' pictures | what the content means |
//! | [`platform`] | what each system does in its own way: scheme, browser, signals, core dumps, clocks, contrast | when it is done |
//! | [`handover`] | one window a user: the lock, the socket, the acknowledgement | what a link means |
//! | [`service`] | the order of steps: what is requested, kept and dropped when | the steps themselves |
//! | [`text`] | the sentence and the next step for every error, for both faces | layout |
//! | [`cli`] | arguments, output, exit status | decisions about sessions |
//! | [`ui`] | the look: palette, scales, and the parts every screen is made of | what Latchkey does |
//! | [`screen`] | one screen each: what it holds, how it looks, what it asks for ([`screen::Screen`]) | doing it, other screens |
//! | [`app`] | the window: which screens lie on its stack, and what follows from what they ask for, a file a flow | the steps |
//!
//! # The flows
//!
//! - **Add**: [`Service::probe`](service::Service::probe) cleans the address and reads `GET /server/info`, the person
//!   sees the project's name, [`Service::add`](service::Service::add) keeps the instance.
//! - **Sign in**: one `POST /auth/login` for each time the person presses the button; the session goes to the keyring,
//!   or to memory with a sentence that says so. A one-time code is asked for only after `INVALID_OTP`.
//! - **Sign in through the browser**, by one of three ways (the companion's hand-off, the same host, the relay):
//!   [`Service::begin_sso`](service::Service::begin_sso) finds the way without a browser and takes the port, the person
//!   signs in, [`Service::finish_sso`](service::Service::finish_sso) exchanges what comes back with this attempt's
//!   state and keeps the session; a request without that state ends nothing.
//! - **Token**: [`Service::access_token`](service::Service::access_token) takes the profile's lock, reads the record
//!   again, refreshes if that is still needed, stores the new token and *only then* returns the access token. A refresh
//!   is noted in the lock's file before it is sent, so that the next process knows of one that was cut off.
//! - **Password reset**: the server's own 400 decides which link the mail holds. A clicked link starts a second
//!   process, which hands it to the window ([`handover`]) and ends; a pasted one is read by [`link`]. Either way
//!   [`Service::find_profile_for_link`](service::Service::find_profile_for_link) finds the instance among the kept ones
//!   and contacts nothing; only the person's own password and button send something. After that they sign in: there is
//!   no automatic sign-in.
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
//!   exception: a registration is sent once more without our link when the server refuses that link by name, which it
//!   does before it reads the password. There is no harmless request that would tell in advance.
//! - A link never names a server to trust, and nothing is sent because a link was opened.
//! - No secret is in a log, an error, a `Debug`, or an argument we write. Events of other crates are not logged at all.
//!   No HTTP body is logged: Directus echoes rejected passwords in them.
//! - Of two operations that a person starts on a profile the later one wins, whichever answer comes first; a session
//!   that is not kept is ended on the server.
//! - An exchange or a refresh that was begun runs to its end, also when its screen is closed, the window closes or a
//!   signal asks the process to stop.
//! - There is no web view. A provider's password is typed in the system's browser only.
//! - The pure modules read no clock, network, disk or environment: what they need is passed to them.
//! - Nothing blocks the thread that paints: disk, keyring, browser and image decoding happen elsewhere. One exception
//!   is iced's: reading the clipboard waits for the program that owns it (`app/clipboard.rs`).
//! - The answer to a screen's request carries the request's id and is dropped if no screen waits for it. An answer to a
//!   covered screen takes the keyboard focus from no screen above it.
//! - Texts from a server are cleaned and limited before they are shown, and cannot look like Latchkey's own.
//! - No `unwrap`, `expect` or `panic!` outside tests; no `unsafe` except where a system leaves no choice: a file
//!   each for the links of macOS, the pipe and the ports of Windows.

pub mod address;
pub mod app;
pub mod cli;
pub mod directus;
pub mod handover;
pub mod identity;
pub mod import;
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
pub mod unicode;
pub mod vault;
