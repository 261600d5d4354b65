//! What people paste: pages, mails, bare tokens, and how mail programs mangle them.

use super::*;

const RESET: &str = "https://cms.example.com/admin/reset-password";

fn pasted(text: &str) -> Result<Link, LinkError> {
    Link::parse_pasted(text, TokenPurpose::ResetPassword)
}

/// Breaks a text after every `width` characters.
fn broken(text: &str, width: usize, by: &str) -> String {
    let pieces: Vec<&str> = text
        .as_bytes()
        .chunks(width)
        .map(|piece| std::str::from_utf8(piece).unwrap())
        .collect();

    pieces.join(by)
}

/// Every `=` escaped and soft breaks after 74 characters, as mail libraries write it.
fn quoted_printable(text: &str) -> String {
    broken(&text.replace('=', "=3D"), 74, "=\r\n")
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of cases")]
fn every_web_form_of_a_link_is_read() {
    let id = Some(ID.to_owned());
    for (text, kind, profile, page) in [
        (
            format!("{RESET}?token={TOKEN}"),
            "reset-password",
            None,
            RESET,
        ),
        (
            format!("https://x.com/cms/admin/reset-password?token={TOKEN}"),
            "reset-password",
            None,
            "https://x.com/cms/admin/reset-password",
        ),
        (
            format!("http://localhost:8055/admin/accept-invite?token={TOKEN}"),
            "accept-invite",
            None,
            "http://localhost:8055/admin/accept-invite",
        ),
        (
            format!("https://x.com/users/register/verify-email?token={TOKEN}"),
            "verify-email",
            None,
            "https://x.com/users/register/verify-email",
        ),
        (
            format!("https://x.com/admin/register?token={TOKEN}"),
            "verify-email",
            None,
            "https://x.com/admin/register",
        ),
        (
            format!("https://x.com/latchkey/reset-password?token={TOKEN}"),
            "reset-password",
            None,
            "https://x.com/latchkey/reset-password",
        ),
        (
            format!("https://x.com/s/latchkey/accept-invite?profile={ID}&token={TOKEN}"),
            "accept-invite",
            id,
            "https://x.com/s/latchkey/accept-invite",
        ),
        (
            format!("http://[::1]:8055/admin/reset-password?token={TOKEN}"),
            "reset-password",
            None,
            "http://[::1]:8055/admin/reset-password",
        ),
        (
            format!("See [the page](http://[::1]:8055/admin/reset-password?token={TOKEN})"),
            "reset-password",
            None,
            "http://[::1]:8055/admin/reset-password",
        ),
        // What mail services add is not ours, but does no harm.
        (
            format!("{RESET}?utm_source=mail&token={TOKEN}&x=%zz#top"),
            "reset-password",
            None,
            RESET,
        ),
        (
            format!("HTTPS://CMS.example.com/admin/reset-password/?token={TOKEN}"),
            "reset-password",
            None,
            "https://cms.example.com/admin/reset-password/",
        ),
    ] {
        let link = pasted(&text).unwrap();
        let expected = (kind, TOKEN.to_owned(), profile, Some(page.to_owned()));
        assert_eq!(parts(&link), expected, "{text}");
        assert_eq!(
            parts(&pasted(link.to_uri().expose()).unwrap()),
            expected,
            "round trip of {text}"
        );
    }
}

#[test]
fn what_mail_programs_do_to_a_link_is_undone() {
    let scheme = format!("app.latchkey://auth/reset-password?profile={ID}&token={TOKEN}");
    let page = format!("{RESET}?profile={ID}&token={TOKEN}");
    let late = format!("{RESET}?token={TOKEN}&profile={ID}");

    for link in [scheme, page, late] {
        let escaped = link.replace('&', "&amp;");
        let html = format!(
            "<p>Hello,</p><a href=\"{escaped}\" class=\"button\">Reset Password</a><p>Regards</p>"
        );
        let mut texts = vec![
            format!("  {link}\n"),
            format!("<{link}>"),
            format!("({link})"),
            format!("\"{link}\","),
            format!("„{link}“"),
            format!("{link}."),
            format!("Click {link} to reset.\nIt ends in one day."),
            format!("Logo https://x.com/logo.png, then {link} and help at https://x.com/help?a=b."),
            format!("> Please open\n> {}\n> today", broken(&link, 70, "\n> ")),
            escaped.clone(),
            link.replace('&', "&amp;amp;"),
            link.replace('&', "&#38;"),
            link.replace('=', "&#x3D;"),
            link.replace('=', "=3D"),
            html.clone(),
            html.replace('"', "'"),
            html.replace("<a", "<a\n"),
            quoted_printable(&link),
            quoted_printable(&html),
            quoted_printable(&html).replace("\r\n", "\n"),
            format!("{}\nRegards,\nthe team", broken(&link, 60, "\n")),
            broken(&link, 40, " \u{200b}"),
            broken(&link, 30, "\u{200b}"),
        ];
        // A wrap after every possible number of characters, also in the middle of a key or the profile.
        for width in 1..link.len() {
            if link.len() / width < 60 {
                texts.push(broken(&link, width, "\r\n  "));
                texts.push(broken(&link, width, "=\n"));
            }
        }
        for text in texts {
            let found = pasted(&text);
            let Ok(found) = found else {
                panic!("{text}: {found:?}");
            };
            assert_eq!(
                (parts(&found).1.as_str(), parts(&found).2.as_deref()),
                (TOKEN, Some(ID)),
                "{text}"
            );
        }
    }
}

#[test]
fn a_link_inside_a_mail_services_link_is_found() {
    let inner: String =
        url::form_urlencoded::byte_serialize(format!("{RESET}?token={TOKEN}").as_bytes()).collect();

    for text in [
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={inner}&data=05%7C01&reserved=0"
        ),
        format!("https://www.google.com/url?q={inner}&sa=D"),
    ] {
        let link = pasted(&text).unwrap();
        assert_eq!(
            parts(&link).3.as_deref(),
            Some(RESET),
            "the wrapper's own host never counts"
        );
    }
}

#[test]
fn a_bare_token_is_for_the_purpose_at_hand() {
    for (purpose, kind) in [
        (TokenPurpose::ResetPassword, "reset-password"),
        (TokenPurpose::AcceptInvite, "accept-invite"),
        (TokenPurpose::VerifyEmail, "verify-email"),
    ] {
        for text in [
            TOKEN.to_owned(),
            format!(" \"{TOKEN}\" "),
            format!("token={TOKEN}&x=1"),
            format!("?token={TOKEN}"),
            format!("Your code: {TOKEN}."),
            format!("Your code:\n{}\nThank you", broken(TOKEN, 50, "\n")),
            broken(TOKEN, 9, " "),
        ] {
            let link = Link::parse_pasted(&text, purpose).unwrap();
            assert_eq!(parts(&link), (kind, TOKEN.to_owned(), None, None), "{text}");
            assert_eq!(parts(&Link::parse(link.to_uri().expose()).unwrap()).0, kind);
        }
    }
}

#[test]
fn s_23_a_pasted_text_that_is_no_link_of_ours_is_refused() {
    use LinkError::{
        Empty, ForbiddenCharacters, InvalidProfileId, Malformed, NoToken, TooLong, UnknownKind,
        UnknownScheme,
    };

    for (text, expected) in [
        (String::new(), Empty),
        (" \n ".to_owned(), Empty),
        ("x".repeat(70_000), TooLong),
        (format!("{RESET}?token={}", "a".repeat(5000)), TooLong),
        ("hello".to_owned(), Malformed),
        ("eyJ".to_owned(), Malformed),
        ("eyJh.eyJh".to_owned(), Malformed),
        (RESET.to_owned(), NoToken),
        (format!("{RESET}?x=1"), NoToken),
        (format!("{RESET}?token="), NoToken),
        (
            format!("{RESET}?token=a&token=b"),
            LinkError::UnexpectedKey("token".to_owned()),
        ),
        (format!("{RESET}?token=a&profile=x"), InvalidProfileId),
        (format!("{RESET}?token=a%2Fb"), ForbiddenCharacters),
        (format!("{RESET}?token=a\u{202e}b"), ForbiddenCharacters),
        (
            format!("https://cms.example.com@evil.example.com/admin/reset-password?token={TOKEN}"),
            Malformed,
        ),
        (
            format!("https://x.com/other/reset-password?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("https://x.com/reset-password/admin?token={TOKEN}"),
            UnknownKind,
        ),
        (
            format!("https://x.com/?url=https%3A%2F%2Fy.com%2F%3Fu%3D{RESET}%3Ftoken%3D{TOKEN}"),
            UnknownKind,
        ),
        (
            format!("ftp://x.com/admin/reset-password?token={TOKEN}"),
            UnknownScheme,
        ),
        (
            format!("app.latchkey://auth/login?token={TOKEN}"),
            UnknownKind,
        ),
    ] {
        match pasted(&text) {
            Err(error) => assert_eq!(error, expected, "{text}"),
            Ok(link) => panic!("{text} was read as {:?}", parts(&link)),
        }
    }
}

/// Escaped, such a page was too long for the window that it was handed to.
#[test]
fn s_21_a_page_that_would_not_be_read_again_is_not_taken() {
    let page = |letters: usize| {
        format!(
            "https://cms.example.com/{}/admin/reset-password?token={TOKEN}",
            "é".repeat(letters)
        )
    };
    let taken = pasted(&page(500)).unwrap();

    assert_eq!(
        parts(&pasted(taken.to_uri().expose()).unwrap()),
        parts(&taken)
    );
    assert!(page(1000).len() < MAX_LINK_BYTES);
    assert!(matches!(pasted(&page(1000)), Err(LinkError::TooLong)));
}
