//! The screens by simulator: what a person sees and does, with made-up data and no network, and one snapshot for
//! each state in light and dark. A new snapshot is written silently: the run script compares the files
//! below `tests` with those before.
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
mod browser;
mod checkup;
mod clip;
mod foreign;
mod gallery;
mod instance;
mod instances;
mod keyboard;
mod links;
mod list;
mod look;
mod made_up;
mod mail;
mod own_account;
mod providers;
mod register;
mod rounds;
mod settings;
mod sign_in;
mod snapshots;
mod support;
mod walk;
mod window;
mod wiped;
