//! The strict grammar of the scheme, case by case; what is pasted is tested in `pasted`, and all of it under
//! mutation in `mutation`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use super::*;

mod mutation;
mod pasted;

/// The shape of Directus's reset token: header, payload, 43 characters of signature. Signed with no key.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSIsInNjb3BlIjoicGFzc3dvcmQtcmVzZXQiLCJoYXNoIjoiMjBhY2QwZjQiLCJpYXQiOjE3NjAwMDAwMDAsImV4cCI6MTc2MDA4NjQwMCwiaXNzIjoiZGlyZWN0dXMifQ.0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE";
const ID: &str = "0123456789abcdef";

/// Kind, token, profile and page of a link; the address of an `add` link in the token's place.
fn parts(link: &Link) -> (&'static str, String, Option<String>, Option<String>) {
    match link {
        Link::Add(add) => ("add", add.address.clone(), None, None),
        Link::ResetPassword(token) | Link::AcceptInvite(token) | Link::VerifyEmail(token) => (
            link.kind(),
            token.token.expose().to_owned(),
            token.profile.as_ref().map(|id| id.as_str().to_owned()),
            token.page.as_ref().map(|page| page.as_str().to_owned()),
        ),
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of cases")]
fn s_21_links_of_our_scheme_are_read() {
    let id = Some(ID.to_owned());
    for (text, kind, payload, profile) in [
        (
            format!("app.latchkey://auth/reset-password?profile={ID}&token={TOKEN}"),
            "reset-password",
            TOKEN,
            id.clone(),
        ),
        (
            format!("app.latchkey://auth/reset-password?token={TOKEN}&profile={ID}"),
            "reset-password",
            TOKEN,
            id.clone(),
        ),
        (
            format!("app.latchkey://auth/reset-password?token={TOKEN}"),
            "reset-password",
            TOKEN,
            None,
        ),
        (
            format!("app.latchkey://auth/accept-invite?profile={ID}&token={TOKEN}"),
            "accept-invite",
            TOKEN,
            id.clone(),
        ),
        (
            format!("app.latchkey://auth/verify-email?profile={ID}&token={TOKEN}"),
            "verify-email",
            TOKEN,
            id,
        ),
        (
            "app.latchkey://auth/reset-password?token=a%2Eb%2Ec".to_owned(),
            "reset-password",
            "a.b.c",
            None,
        ),
        (
            "app.latchkey://auth/add?url=https%3A%2F%2Fcms.example.com%2Fblog".to_owned(),
            "add",
            "https://cms.example.com/blog",
            None,
        ),
        (
            "app.latchkey://auth/add?url=cms.example.com".to_owned(),
            "add",
            "cms.example.com",
            None,
        ),
        (
            "app.latchkey://auth/add?url=b%C3%BCcher.example.com".to_owned(),
            "add",
            "bücher.example.com",
            None,
        ),
        ("app.latchkey://auth/add?url=".to_owned(), "add", "", None),
        ("app.latchkey://auth/add?url=+".to_owned(), "add", "", None),
    ] {
        let link = Link::parse(&text).unwrap();
        let told = parts(&link);
        assert_eq!(
            (told.0, told.1.as_str(), told.2.clone()),
            (kind, payload, profile),
            "{text}"
        );

        let again = Link::parse(link.to_uri().expose()).unwrap();
        assert_eq!(self::parts(&again), told, "round trip of {text}");
        let pasted =
            Link::parse_pasted(link.to_uri().expose(), TokenPurpose::AcceptInvite).unwrap();
        assert_eq!(self::parts(&pasted), told, "pasting {text}");
    }
}

#[test]
fn every_link_of_the_desktop_entry_is_read() {
    let entry = include_str!("../../packaging/linux/app.latchkey.Latchkey.desktop");
    let links: Vec<_> = entry
        .lines()
        .filter_map(|line| line.strip_prefix("Exec="))
        .filter_map(|line| line.split_once("app.latchkey:"))
        .map(|(_, rest)| format!("app.latchkey:{}", rest.trim_end_matches('"')))
        .collect();
    assert!(!links.is_empty(), "no action has a link");
    for link in links {
        assert!(Link::parse(&link).is_ok(), "{link}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn s_21_anything_else_of_our_scheme_is_refused() {
    use LinkError::{
        Empty, ForbiddenCharacters, InvalidProfileId, Malformed, NoToken, TooLong, UnknownKind,
        UnknownScheme,
    };
    let key = |key: &str| LinkError::UnexpectedKey(key.to_owned());
    let reset = "app.latchkey://auth/reset-password";

    for (text, expected) in [
        (String::new(), Empty),
        (
            format!("{reset}?token={}", "a".repeat(MAX_LINK_BYTES)),
            TooLong,
        ),
        (format!("{reset}?token={}", "a".repeat(2049)), TooLong),
        ("reset-password".to_owned(), Malformed),
        (
            format!("https://x.com/admin/reset-password?token={TOKEN}"),
            UnknownScheme,
        ),
        (
            format!("APP.LATCHKEY://auth/reset-password?token={TOKEN}"),
            UnknownScheme,
        ),
        (
            format!("app.latchkeyx://auth/reset-password?token={TOKEN}"),
            UnknownScheme,
        ),
        ("javascript:alert(1)".to_owned(), UnknownScheme),
        // Another authority or path.
        (
            format!("app.latchkey:auth/reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("app.latchkey:///auth/reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("app.latchkey://evil/reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("app.latchkey://auth@evil/reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("app.latchkey://auth:1/reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (format!("{reset}/?token={TOKEN}"), UnknownKind),
        (
            format!("app.latchkey://auth//reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("app.latchkey://auth/./reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("app.latchkey://auth/reset%2Dpassword?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("app.latchkey://auth/login?token={TOKEN}"),
            UnknownKind,
        ),
        (format!("{reset}?token={TOKEN}#x"), Malformed),
        // Keys.
        (reset.to_owned(), NoToken),
        (format!("{reset}?profile={ID}"), NoToken),
        (format!("{reset}?token="), NoToken),
        (format!("{reset}?"), key("")),
        (format!("{reset}?token=a&"), key("")),
        (format!("{reset}?token=a&token=b"), key("token")),
        (
            format!("{reset}?token=a&profile={ID}&profile={ID}"),
            key("profile"),
        ),
        (
            format!("{reset}?token=a&url=https://evil.example.com"),
            key("url"),
        ),
        (format!("{reset}?token=a&Token=b"), key("…")),
        (format!("{reset}?{TOKEN}"), key("…")),
        (format!("{reset}?token=a&profile=1"), InvalidProfileId),
        (
            format!("{reset}?token=a&profile=../../0123456789"),
            InvalidProfileId,
        ),
        (format!("{reset}?token=a&profile="), InvalidProfileId),
        // Escapes and characters.
        (format!("{reset}?token=a%"), Malformed),
        (format!("{reset}?token=a%4"), Malformed),
        (format!("{reset}?token=a%zz"), Malformed),
        (format!("{reset}?token=%C3"), Malformed),
        (format!("{reset}?token=%C0%80"), Malformed),
        (format!("{reset}?token=a%00"), ForbiddenCharacters),
        (format!("{reset}?token=a%0Ab"), ForbiddenCharacters),
        (format!("{reset}?token=a%E2%80%AEb"), ForbiddenCharacters),
        (format!("{reset}?token=a b"), ForbiddenCharacters),
        (format!("{reset}?token=a+b"), ForbiddenCharacters),
        (format!("{reset}?token=a/b"), ForbiddenCharacters),
        (format!("{reset}?token=ä"), ForbiddenCharacters),
        (format!("{reset}?token=a\u{0}"), ForbiddenCharacters),
        (format!("{reset}?token=a\u{202e}b"), ForbiddenCharacters),
        (format!(" {reset}?token=a"), ForbiddenCharacters),
        // S-20: what an operating system's handler may be made to pass.
        ("--config=/tmp/evil".to_owned(), Malformed),
        (
            format!("{reset}?token=a --config=/tmp/evil"),
            ForbiddenCharacters,
        ),
        (format!("{reset}?token=a\" --config=x"), ForbiddenCharacters),
        // Instances.
        ("app.latchkey://auth/add".to_owned(), Malformed),
        (
            "app.latchkey://auth/add?url=a&token=b".to_owned(),
            key("token"),
        ),
        ("app.latchkey://auth/add?url=a&url=b".to_owned(), key("url")),
        (
            "app.latchkey://auth/add?url=a%0D%0Ab".to_owned(),
            ForbiddenCharacters,
        ),
        (
            format!("app.latchkey://auth/add?url={}", "a".repeat(1025)),
            TooLong,
        ),
    ] {
        match Link::parse(&text) {
            Err(error) => assert_eq!(error, expected, "{text}"),
            Ok(link) => panic!("{text} was read as {link:?}"),
        }
    }
}

#[test]
fn s_40_neither_debug_nor_errors_show_the_token() {
    let link = Link::parse(&format!("app.latchkey://auth/reset-password?token={TOKEN}")).unwrap();
    assert!(!format!("{link:?}").contains(&TOKEN[..20]));
    assert!(!format!("{:?}", link.to_uri()).contains(&TOKEN[..20]));

    for text in [
        format!("app.latchkey://auth/reset-password?{TOKEN}"),
        format!("app.latchkey://auth/reset-password?token={TOKEN}&{TOKEN}=1"),
        format!("app.latchkey://auth/reset-password?profile={TOKEN}"),
    ] {
        let error = Link::parse(&text).unwrap_err();
        assert!(
            !format!("{error:?} {error}").contains(&TOKEN[..20]),
            "{error:?}"
        );
    }
}
