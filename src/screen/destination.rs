//! Where what is typed into a page goes, and that others can read it on the way there (S-30): the last line of a form
//! with a password.

use iced::Element;

use crate::{
    profile::Profile,
    say,
    ui::banner::{self, Banner, Kind},
};

/// The line, or the warning where the way is not encrypted.
pub fn line<'a, M: Clone + 'a>(profile: &Profile) -> Element<'a, M> {
    if profile.url.is_https() || profile.url.is_loopback() {
        return banner::line(Kind::Info, say!("new-password-sent-to"));
    }

    Banner::new(
        Kind::Warning,
        say!("common-plain-http", host = profile.url.display_host()),
    )
    .hint(Some(say!("common-plain-http.hint")))
    .view()
}
