//! Latchkey, the desktop sign-in for Directus.

pub mod app;
pub mod cli;
pub mod directus;
pub mod handover;
pub mod identity;
pub mod link;
pub mod loopback;
pub mod platform;
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
