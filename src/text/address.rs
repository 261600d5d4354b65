//! The words for what a person typed, pasted or clicked: addresses, links, names of profiles.

use super::Notice;
use crate::{
    link::LinkError,
    profile::{FindError, ServerUrlError},
};

pub(super) fn server_url(error: &ServerUrlError) -> Notice {
    match error {
        ServerUrlError::Empty => Notice::new("ADDRESS_EMPTY", "Enter the address of a Directus.")
            .hint("For example cms.example.com"),
        ServerUrlError::Malformed => {
            Notice::new("ADDRESS_MALFORMED", "This is not an address Latchkey can read.")
                .hint("Copy it from your browser while the Data Studio is open.")
        }
        ServerUrlError::Scheme(scheme) => Notice::new(
            "ADDRESS_SCHEME",
            format!("An address starts with https://, not with {scheme}:."),
        )
        .hint("Copy it from your browser while the Data Studio is open."),
        ServerUrlError::Userinfo => Notice::new(
            "ADDRESS_USERINFO",
            "The address holds a user name or password before the @.",
        )
        .hint("Leave that part out; Latchkey asks for them when you sign in."),
        ServerUrlError::PlainHttp { host } => Notice::new(
            "ADDRESS_PLAIN_HTTP",
            format!("{host} would be used without encryption: anyone on the way could read your password."),
        )
        .hint("Use https://, or allow plain http for this address if you accept that."),
    }
}

pub(super) fn link(error: &LinkError) -> Notice {
    let (code, message) = match error {
        LinkError::Empty => ("LINK_EMPTY", "There is no link here yet."),
        LinkError::TooLong => ("LINK_TOO_LONG", "This is too long to be one of our links."),
        LinkError::Characters => (
            "LINK_CHARACTERS",
            "This link holds characters that no genuine link has.",
        ),
        LinkError::Malformed => ("LINK_MALFORMED", "There is no link or token in this text."),
        LinkError::Scheme => ("LINK_SCHEME", "This link belongs to another program."),
        LinkError::UnknownKind => (
            "LINK_UNKNOWN",
            "This kind of link is not known to this version of Latchkey.",
        ),
        LinkError::Key(_) => (
            "LINK_KEY",
            "This link holds something that does not belong into it.",
        ),
        LinkError::NoToken => (
            "LINK_NO_TOKEN",
            "This link is not complete: its token is missing.",
        ),
        LinkError::Profile => (
            "LINK_PROFILE",
            "This link names an instance in a way Latchkey does not know.",
        ),
    };
    let notice = Notice::new(code, message)
        .hint("Copy the whole link from the mail, from its first to its last character.");

    match error {
        LinkError::Key(key) => notice.detail(format!("unexpected key {key:?}")),
        _ => notice,
    }
}

pub(super) fn find(error: &FindError) -> Notice {
    match error {
        FindError::None(text) => {
            Notice::new("NO_PROFILE", format!("There is no profile “{text}”."))
                .hint("`latchkey profiles` lists them; `latchkey add ADDRESS` adds one.")
        }
        FindError::Several(text, names) => Notice::new(
            "SEVERAL_PROFILES",
            format!("“{text}” fits more than one profile: {}.", names.join(", ")),
        )
        .hint("Use the name of the one you mean."),
    }
}
