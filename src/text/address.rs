//! The sentences about what a person typed, pasted or clicked: addresses, links, names of profiles.

use super::Notice;
use crate::{address::ServerUrlError, link::LinkError, profile::FindError, say};

pub(super) fn server_url(error: &ServerUrlError) -> Notice {
    match error {
        ServerUrlError::Empty => Notice::new("ADDRESS_EMPTY", say!("error-address-empty"))
            .hint(say!("error-address-empty.hint")),
        ServerUrlError::Malformed => {
            Notice::new("ADDRESS_MALFORMED", say!("error-address-malformed"))
                .hint(say!("error-address-malformed.hint"))
        }
        ServerUrlError::Scheme(scheme) => Notice::new(
            "ADDRESS_SCHEME",
            say!("error-address-scheme", scheme = scheme),
        )
        .hint(say!("error-address-malformed.hint")),
        ServerUrlError::Userinfo => Notice::new("ADDRESS_USERINFO", say!("error-address-userinfo"))
            .hint(say!("error-address-userinfo.hint")),
        ServerUrlError::PlainHttp { host } => Notice::new(
            "ADDRESS_PLAIN_HTTP",
            say!("error-address-plain-http", host = host),
        )
        .hint(say!("error-address-plain-http.hint")),
    }
}

pub(super) fn link(error: &LinkError) -> Notice {
    let (code, message) = match error {
        LinkError::Empty => ("LINK_EMPTY", say!("error-link-empty")),
        LinkError::TooLong => ("LINK_TOO_LONG", say!("error-link-too-long")),
        LinkError::ForbiddenCharacters => ("LINK_CHARACTERS", say!("error-link-characters")),
        LinkError::Malformed => ("LINK_MALFORMED", say!("error-link-malformed")),
        LinkError::UnknownScheme => ("LINK_SCHEME", say!("error-link-scheme")),
        LinkError::UnknownKind => ("LINK_UNKNOWN", say!("error-link-unknown")),
        LinkError::UnexpectedKey(_) => ("LINK_KEY", say!("error-link-key")),
        LinkError::NoToken => ("LINK_NO_TOKEN", say!("error-link-no-token")),
        LinkError::InvalidProfileId => ("LINK_PROFILE", say!("error-link-profile")),
    };
    let notice = Notice::new(code, message).hint(say!("error-link-hint"));

    match error {
        LinkError::UnexpectedKey(key) => notice.detail(format!("unexpected key {key:?}")),
        _ => notice,
    }
}

pub(super) fn find(error: &FindError) -> Notice {
    match error {
        FindError::NotFound(text) => {
            Notice::new("NO_PROFILE", say!("error-no-profile", text = text))
                .hint(say!("error-no-profile.hint"))
        }
        FindError::Ambiguous(text, names) => Notice::new(
            "SEVERAL_PROFILES",
            say!(
                "error-several-profiles",
                text = text,
                names = names.join(", ")
            ),
        )
        .hint(say!("error-several-profiles.hint")),
    }
}
