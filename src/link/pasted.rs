//! Finding a link in what a person pastes: a line of a mail, its HTML source, a wrapped or escaped address, a
//! bare token. Owns the guessing; what counts as a link is the strict grammar's decision.

use url::Url;
use zeroize::Zeroizing;

use super::{Link, LinkError, MAX_LINK_BYTES, TokenLink, TokenPurpose, query};
use crate::{identity, unicode::is_deceptive};

/// Longest text looked through, in bytes: a whole mail.
const MAX_PASTED_BYTES: usize = 64 * 1024;
/// Most places in the text a link is looked for at.
const MAX_STARTS: usize = 64;
/// Most lines a wrapped link is put together from.
const MAX_LINES: usize = 64;
/// Length of an HS256 signature (RFC 7518 §3.2) in base64url; Directus signs with nothing else.
const SIGNATURE_CHARS: usize = 43;
/// What the sentence around a link may put behind it.
const PUNCTUATION: [char; 6] = ['.', ',', ';', ':', '!', '?'];
/// How the header of every JWT begins: `{"` in base64url.
const JWT_START: &str = "eyJ";

pub(super) fn parse(text: &str, purpose: TokenPurpose) -> Result<Link, LinkError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(LinkError::Empty);
    }
    if text.len() > MAX_PASTED_BYTES {
        return Err(LinkError::TooLong);
    }

    let readings: Vec<_> = decodings(text)
        .iter()
        .map(|text| find_link(text, purpose))
        .collect();
    // Of two readings that both make sense, the one that also found the profile broke nothing apart.
    let best = readings
        .iter()
        .position(|reading| reading.as_ref().is_ok_and(names_profile))
        .or_else(|| readings.iter().position(Result::is_ok))
        .unwrap_or_default();

    readings
        .into_iter()
        .nth(best)
        .unwrap_or(Err(LinkError::Malformed))
}

fn names_profile(link: &Link) -> bool {
    link.token_link().is_some_and(|link| link.profile.is_some())
}

/// The text as it may have been before mail programs had it. In quoted-printable (RFC 2045 §6.7) every `=` of an
/// address reads `=3D`; without one, a `=` at the end of a line may be either the link's own or a soft break.
fn decodings(text: &str) -> Vec<Zeroizing<String>> {
    let unified = Zeroizing::new(text.replace("\r\n", "\n").replace('\r', "\n"));
    let without_soft_breaks = Zeroizing::new(unified.replace("=\n", ""));
    if unified.contains("=3D") {
        return vec![without_escapes(&without_soft_breaks.replace("=3D", "="))];
    }

    let as_it_is = without_escapes(&unified);
    if unified.contains("=\n") {
        return vec![as_it_is, without_escapes(&without_soft_breaks)];
    }

    vec![as_it_is]
}

/// Undoes HTML escapes, reply marks and invisible break hints.
fn without_escapes(text: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    for line in text.split_inclusive('\n') {
        plain.push_str(line.trim_start_matches(['>', ' ', '\t']));
    }
    // Twice, because some mail services escape what was escaped already.
    for _ in 0..2 {
        for (escape, meant) in [
            ("&amp;", "&"),
            ("&#38;", "&"),
            ("&#x26;", "&"),
            ("&#61;", "="),
            ("&#x3D;", "="),
            ("&#x3d;", "="),
            ("&quot;", "\""),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&nbsp;", " "),
            ("&shy;", ""),
        ] {
            if plain.contains(escape) {
                *plain = plain.replace(escape, meant);
            }
        }
    }
    plain.retain(|c| !matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}'));

    plain
}

/// Tries every place where a link or a token may begin; the first that reads is meant.
fn find_link(text: &str, purpose: TokenPurpose) -> Result<Link, LinkError> {
    let lower = Zeroizing::new(text.to_ascii_lowercase());
    let ours = format!("{}:", identity::SCHEME);
    let starts_of = |word: &str| -> Vec<usize> {
        lower
            .match_indices(word)
            .map(|(start, _)| start)
            .filter(|&start| !ends_inside_word(&text[..start]))
            .collect()
    };
    let mut starts = [
        starts_of(&ours),
        starts_of("https://"),
        starts_of("http://"),
    ]
    .concat();
    starts.sort_unstable();

    if let Some(link) = single_link(text, purpose) {
        return Ok(link);
    }

    let mut refusal = None;
    for start in starts.iter().copied().take(MAX_STARTS) {
        match read_from(text, start, |candidate| {
            parse_address(candidate, purpose, true)
        }) {
            Ok(link) => return Ok(link),
            Err(LinkError::UnknownKind) if refusal.is_some() => {}
            Err(error) => {
                if refusal.is_none() || refusal == Some(LinkError::UnknownKind) {
                    refusal = Some(error);
                }
            }
        }
    }
    if let Some(refusal) = &refusal
        && *refusal != LinkError::UnknownKind
    {
        return Err(refusal.clone());
    }

    for (start, _) in text.match_indices(JWT_START).take(MAX_STARTS) {
        let before = &text[..start];
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        // A token inside a link that was refused does not slip through as a bare one.
        if ends_inside_word(before) || word.contains("://") {
            continue;
        }
        let read = read_from(text, start, |candidate| {
            parse_bare_token(candidate, purpose)
        });
        if read.is_ok() {
            return read;
        }
    }

    Err(refusal.unwrap_or(if text.contains("://") {
        LinkError::UnknownScheme
    } else {
        LinkError::Malformed
    }))
}

/// A text that is nothing but one link: unbroken, or broken even inside `https`.
fn single_link(text: &str, purpose: TokenPurpose) -> Option<Link> {
    let joined = without_whitespace(text);
    let is_unbroken = joined.len() == text.len();
    let starts_broken = !is_link_start(text);
    if !is_link_start(&joined) || !(is_unbroken || starts_broken) {
        return None;
    }
    let bare = joined.trim_end_matches(PUNCTUATION);

    parse_address(bare, purpose, true)
        .ok()
        .filter(|link| is_unbroken || is_complete(link))
}

fn is_link_start(text: &str) -> bool {
    ["https", "http", identity::SCHEME]
        .iter()
        .filter_map(|scheme| text.strip_prefix(scheme))
        .any(|rest| rest.starts_with("://"))
}

fn ends_inside_word(before: &str) -> bool {
    before
        .ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '%' | '/'))
}

/// Reads what begins at `start`: up to the closing mark if it stands in quotation marks or angle brackets, else
/// to the first blank and, while the token is not complete, beyond it.
fn read_from(
    text: &str,
    start: usize,
    read: impl Fn(&str) -> Result<Link, LinkError>,
) -> Result<Link, LinkError> {
    let tail = &text[start..];
    let closing = match text[..start].trim_end().chars().next_back() {
        Some('"') => Some('"'),
        Some('\'') => Some('\''),
        Some('<') => Some('>'),
        _ => None,
    };
    if let Some(end) = closing.and_then(|mark| tail.find(mark)) {
        let candidate = without_whitespace(&tail[..end]);
        if let Ok(link) = read(&candidate) {
            return Ok(link);
        }
    }

    let is_bare = tail.starts_with(JWT_START);
    // The brackets of an IPv6 host are no end.
    let host = tail
        .find("://[")
        .filter(|&at| at < 8)
        .and_then(|_| tail.find(']'))
        .map_or(0, |end| end + 1);
    let end = tail[host..]
        .find(|c: char| "<>\"'`|()[]{}“”„‘’«»".contains(c))
        .map_or(tail.len(), |end| host + end);
    let mut candidate = Zeroizing::new(String::with_capacity(end.min(MAX_LINK_BYTES)));
    let mut first = None;
    let mut pieces = tail[..end].split_whitespace().take(MAX_LINES).peekable();
    while let Some(piece) = pieces.next() {
        if candidate.len() + piece.len() > MAX_LINK_BYTES {
            return first.unwrap_or(Err(LinkError::TooLong));
        }
        candidate.push_str(piece);
        let bare = candidate.trim_end_matches(PUNCTUATION);
        let result = read(bare);
        let goes_on = pieces.peek().is_some_and(|next| next.starts_with('&'))
            || candidate
                .rsplit('&')
                .next()
                .is_some_and(|pair| !pair.contains('='));
        if result
            .as_ref()
            .is_ok_and(|link| is_complete(link) && (!goes_on || is_bare))
        {
            return result;
        }
        // A link that ends here reads; one that was cut in the middle of a key or an id does not yet.
        match &first {
            None => first = Some(result),
            Some(Err(_)) if result.is_ok() => first = Some(result),
            Some(_) => {}
        }
    }

    first.unwrap_or(Err(LinkError::Malformed))
}

/// Whether nothing can be missing behind it. A token of another make than Directus's is taken as it stands.
fn is_complete(link: &Link) -> bool {
    link.token_link().is_none_or(|link| {
        let signature = link.token.expose().split('.').nth(2);

        signature.is_some_and(|signature| signature.len() == SIGNATURE_CHARS)
    })
}

fn without_whitespace(text: &str) -> Zeroizing<String> {
    let mut joined = Zeroizing::new(String::with_capacity(text.len()));
    joined.extend(text.split_whitespace());

    joined
}

fn parse_address(text: &str, purpose: TokenPurpose, may_wrap: bool) -> Result<Link, LinkError> {
    if text.starts_with(identity::SCHEME) {
        return Link::parse(text);
    }
    if text.len() > MAX_LINK_BYTES {
        return Err(LinkError::TooLong);
    }
    if text.contains(is_deceptive) {
        return Err(LinkError::ForbiddenCharacters);
    }
    let mut page = Url::parse(text).map_err(|_| LinkError::Malformed)?;
    let is_web = matches!(page.scheme(), "http" | "https");
    if !is_web || !page.username().is_empty() || page.password().is_some() {
        return Err(LinkError::Malformed);
    }
    let query = Zeroizing::new(page.query().unwrap_or_default().to_owned());
    page.set_query(None);
    page.set_fragment(None);

    let Some(purpose_of_page) = purpose_of(&page) else {
        return if may_wrap {
            link_in_parameter(&query, purpose)
        } else {
            Err(LinkError::UnknownKind)
        };
    };
    let (token, profile) = query::token_among_others(&query)?;
    let link = Link::with_purpose(
        purpose_of_page,
        TokenLink {
            token,
            profile,
            page: Some(page),
        },
    );

    // Escaped the page is longer than it was pasted, and this is what is handed on and read again.
    if link.to_uri().expose().len() > MAX_LINK_BYTES {
        return Err(LinkError::TooLong);
    }
    Ok(link)
}

/// Which form a web page is: the Data Studio's, the companion's bridge, or Directus's own verification address.
fn purpose_of(page: &Url) -> Option<TokenPurpose> {
    let segments: Vec<&str> = page
        .path_segments()?
        .filter(|segment| !segment.is_empty())
        .collect();

    match segments.as_slice() {
        [.., "admin" | "latchkey", "reset-password"] => Some(TokenPurpose::ResetPassword),
        [.., "admin" | "latchkey", "accept-invite"] => Some(TokenPurpose::AcceptInvite),
        [.., "users", "register", "verify-email"]
        | [.., "admin" | "latchkey", "verify-email"]
        | [.., "admin", "register"] => Some(TokenPurpose::VerifyEmail),
        _ => None,
    }
}

/// Mail security services put the real address into a parameter of their own (`?url=https%3A%2F%2F…`).
fn link_in_parameter(query: &str, purpose: TokenPurpose) -> Result<Link, LinkError> {
    query::decoded_values(query)
        .filter(|value| is_link_start(value))
        .find_map(|value| parse_address(&value, purpose, false).ok())
        .ok_or(LinkError::UnknownKind)
}

/// Three parts of base64url; the end of the text or the first other character ends it.
fn parse_bare_token(text: &str, purpose: TokenPurpose) -> Result<Link, LinkError> {
    let end = text
        .bytes()
        .position(|byte| !query::is_token_byte(byte))
        .unwrap_or(text.len());
    let token = text[..end].trim_end_matches('.');
    let parts: Vec<&str> = token.split('.').collect();
    if parts.len() != 3 || parts.iter().any(|part| part.is_empty()) {
        return Err(LinkError::Malformed);
    }

    Ok(Link::with_purpose(
        purpose,
        TokenLink {
            token: query::parse_token(token)?,
            profile: None,
            page: None,
        },
    ))
}
