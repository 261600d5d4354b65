//! Where a form sends what is typed into it, and the warning if the connection is not encrypted (S-30, credentials in
//! the clear).

use iced::Element;

use crate::{
    address::ServerUrl,
    say,
    ui::banner::{self, Banner, Kind},
};

/// The last line of a form with a password: the line about the destination, or the warning.
pub fn line<'a, M: Clone + 'a>(url: &ServerUrl) -> Element<'a, M> {
    plain_http_warning(url)
        .unwrap_or_else(|| banner::line(Kind::Info, say!("new-password-sent-to")))
}

/// The warning that the connection to a server is not encrypted; `None` if it is, or does not leave this computer.
pub fn plain_http_warning<'a, M: Clone + 'a>(url: &ServerUrl) -> Option<Element<'a, M>> {
    let is_plain = !url.is_https() && !url.is_loopback();

    is_plain.then(|| {
        Banner::new(
            Kind::Warning,
            say!("common-plain-http", host = url.display_host()),
        )
        .hint(Some(say!("common-plain-http.hint")))
        .view()
    })
}
