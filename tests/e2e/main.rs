//! End-to-end tests on real parts: Directus, mail, keyring, display. One binary, so that it is linked
//! once; each file beside this one holds the tests of one subject, `bench` holds the parts.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "the bench starts programs, opens ports and looks at files; the program's layers are not its own"
)]

mod account;
mod bench;
mod bench_smoke;
mod by_token;
mod doctor;
mod held;
mod import;
mod keyboard;
mod keyring;
mod ldap;
mod manners;
mod memory;
mod person;
mod reset;
mod secrets;
mod session;
mod sign_in;
mod sso;
mod sso_window;
mod tools;
mod wayland;
mod window;
mod window_login;
