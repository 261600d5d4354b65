//! The screens by simulator: what a person sees and does, with made-up data and no network, and one snapshot for
//! each state in light and dark. A snapshot that is missing fails its test; with `LATCHKEY_WRITE_SNAPSHOTS=1` it is
//! written.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and some read the tests' own files"
)]

mod above;
mod access_token;
mod account;
mod adding;
mod branding;
mod clipboard;
mod doctor;
mod foreign;
mod gallery;
mod instances;
mod keyboard;
mod links;
mod list;
mod look;
mod made_up;
mod mailed_links;
mod own_account;
mod preferences;
mod profile_settings;
mod providers;
mod register;
mod rounds;
mod sign_in;
mod snapshots;
mod sso;
mod support;
mod walk;
mod window;
mod wiped;
