//! A link, as the system hands it over (strict) and as a person pastes it (forgiving): what is read reads back, leads to
//! the web or nowhere, and shows no token (S-20, S-21, S-23, S-40).

use super::text;
use latchkey::{
    address::{HttpPolicy, ServerUrl},
    link::{Link, LinkError, MAX_LINK_BYTES, TokenLink, TokenPurpose},
    secret::Secret,
    unicode::is_deceptive,
};

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Some(text) = text(input) else {
        return false;
    };
    match Link::parse(text) {
        Ok(link) => strict(text, &link),
        Err(error) => refused(&error),
    }
    match Link::parse_pasted(text, TokenPurpose::ResetPassword) {
        Ok(link) => pasted(&link),
        Err(error) => refused(&error),
    }

    true
}

fn strict(text: &str, link: &Link) {
    assert!(text.len() <= MAX_LINK_BYTES);
    assert!(text.starts_with("app.latchkey://auth/"), "{text:?}");
    assert!(!text.contains(is_deceptive));
    sound(link);
    if let Some(token) = token_of(link) {
        assert_eq!(token.page, None, "a link of our scheme names no server");
    }

    let uri = link.to_uri();
    let again = Link::parse(uri.expose()).expect("what was read reads back");
    assert_eq!(again.to_uri().expose(), uri.expose());
    assert_eq!(parts(&again), parts(link));
}

fn pasted(link: &Link) {
    sound(link);
    let uri = link.to_uri();
    for purpose in [TokenPurpose::ResetPassword, TokenPurpose::VerifyEmail] {
        let again = Link::parse_pasted(uri.expose(), purpose).expect("what was read reads back");
        assert_eq!(again.to_uri().expose(), uri.expose());
        assert_eq!(parts(&again), parts(link));
    }
}

/// What holds for every link.
fn sound(link: &Link) {
    if let Link::Add(add) = link {
        assert!(add.address.len() <= 1024);
        assert!(!add.address.contains(is_deceptive));
        if let Ok(url) = ServerUrl::parse(&add.address, HttpPolicy::LoopbackOnly) {
            assert!(url.is_https() || url.is_loopback());
        }
    }
    let Some(token) = token_of(link) else { return };
    let clear = token.token.expose();
    assert!((1..=2048).contains(&clear.len()));
    assert!(
        clear
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    );
    if let Some(page) = &token.page {
        assert!(matches!(page.scheme(), "http" | "https"), "{page}");
        assert!(page.has_host());
        assert!(page.username().is_empty() && page.password().is_none());
        assert!(page.query().is_none() && page.fragment().is_none());
    }
    // With another token the same is printed.
    let other = TokenLink {
        token: Secret::from("x"),
        ..token.clone()
    };
    assert_eq!(format!("{token:?}"), format!("{other:?}"));
}

/// The key of a mangled link may be its token.
fn refused(error: &LinkError) {
    if let LinkError::UnexpectedKey(key) = error {
        let is_word = key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b"-_".contains(&b));
        assert!(key == "…" || is_word && key.len() <= 24, "{key:?}");
    }
    assert!(error.to_string().len() < 64);
}

fn token_of(link: &Link) -> Option<&TokenLink> {
    match link {
        Link::ResetPassword(token) | Link::AcceptInvite(token) | Link::VerifyEmail(token) => {
            Some(token)
        }
        Link::Add(_) => None,
    }
}

/// Everything a link says.
fn parts(link: &Link) -> (String, Option<&str>) {
    (
        format!("{link:?}"),
        token_of(link).map(|token| token.token.expose()),
    )
}
