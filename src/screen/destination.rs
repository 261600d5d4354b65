//! Where a form sends what is typed into it, and the warning if the connection is not encrypted (S-30, credentials in
//! the clear).

use iced::Element;

use crate::{
    profile::Profile,
    say,
    ui::banner::{self, Banner, Kind},
};

/// The last line of a form with a password: the line about the destination, or the warning.
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
