//! The query of a link: form decoding that refuses what it cannot read exactly. Owns the keys and their values;
//! the place before the `?` is the parent's.

use zeroize::{Zeroize, Zeroizing};

use super::LinkError;
use crate::{profile::ProfileId, secret::Secret, unicode::is_deceptive};

/// Longest token taken, in bytes; Directus makes about 250.
const MAX_TOKEN_BYTES: usize = 2048;
/// Longest address taken, in bytes.
const MAX_ADDRESS_BYTES: usize = 1024;

/// `token` and perhaps `profile`, nothing else.
pub(super) fn token_and_profile(query: &str) -> Result<(Secret, Option<ProfileId>), LinkError> {
    let (mut token, mut profile) = (None, None);
    for pair in query.split('&') {
        let (key, value) = decode_pair(pair)?;
        match key.as_str() {
            "token" if token.is_none() => token = Some(self::parse_token(&value)?),
            "profile" if profile.is_none() => {
                profile = Some(ProfileId::parse(&value).ok_or(LinkError::InvalidProfileId)?);
            }
            _ => return Err(unexpected_key(&key)),
        }
    }

    Ok((token.ok_or(LinkError::NoToken)?, profile))
}

/// The same from a web address, whose other keys are none of our business: mail services add theirs.
pub(super) fn token_among_others(query: &str) -> Result<(Secret, Option<ProfileId>), LinkError> {
    let mut known = Zeroizing::new(String::with_capacity(query.len()));
    for pair in query.split('&') {
        if pair.starts_with('=') {
            return Err(unexpected_key(""));
        }
        if pair.starts_with("token=") || pair.starts_with("profile=") {
            if !known.is_empty() {
                known.push('&');
            }
            known.push_str(pair);
        }
    }
    if known.is_empty() {
        return Err(LinkError::NoToken);
    }

    token_and_profile(&known)
}

/// `url`, nothing else; an empty one opens an empty form, as the desktop entry's action does.
pub(super) fn parse_add_query(query: &str) -> Result<String, LinkError> {
    let mut address = None;
    for pair in query.split('&').filter(|_| !query.is_empty()) {
        let (key, value) = decode_pair(pair)?;
        match key.as_str() {
            "url" if address.is_none() => address = Some(value.trim().to_owned()),
            _ => return Err(unexpected_key(&key)),
        }
    }

    match address {
        None => Err(LinkError::Malformed),
        Some(address) if address.len() > MAX_ADDRESS_BYTES => Err(LinkError::TooLong),
        Some(address) => Ok(address),
    }
}

/// A token as Directus makes them: base64url parts and dots.
pub(super) fn parse_token(text: &str) -> Result<Secret, LinkError> {
    if text.is_empty() {
        return Err(LinkError::NoToken);
    }
    if text.len() > MAX_TOKEN_BYTES {
        return Err(LinkError::TooLong);
    }
    // A dot at either end is the sentence's around it.
    if !text.bytes().all(is_token_byte) || text.starts_with('.') || text.ends_with('.') {
        return Err(LinkError::ForbiddenCharacters);
    }

    Ok(Secret::from(text))
}

/// Base64url and the dot.
pub(super) fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

/// Every value of a query, decoded; what cannot be decoded is left out.
pub(super) fn decoded_values(query: &str) -> impl Iterator<Item = Zeroizing<String>> {
    query
        .split('&')
        .filter_map(|pair| Some(decode_pair(pair).ok()?.1))
}

fn decode_pair(pair: &str) -> Result<(String, Zeroizing<String>), LinkError> {
    let Some((key, value)) = pair.split_once('=') else {
        return Err(unexpected_key(pair));
    };
    let key = form_decoded(key)?;
    let value = form_decoded(value)?;
    if key.contains(is_deceptive) || value.contains(is_deceptive) {
        return Err(LinkError::ForbiddenCharacters);
    }

    Ok((key.as_str().to_owned(), value))
}

/// `application/x-www-form-urlencoded` (WHATWG URL §5), but a broken escape or broken UTF-8 is an error.
fn form_decoded(text: &str) -> Result<Zeroizing<String>, LinkError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let (Some(high), Some(low)) = (hex(rest.next()), hex(rest.next())) else {
                    return Err(LinkError::Malformed);
                };
                high << 4 | low
            }
            other => other,
        });
    }

    match String::from_utf8(std::mem::take(&mut *bytes)) {
        Ok(text) => Ok(Zeroizing::new(text)),
        Err(error) => {
            error.into_bytes().zeroize();
            Err(LinkError::Malformed)
        }
    }
}

fn hex(byte: Option<u8>) -> Option<u8> {
    match byte? {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ b'a'..=b'f' => Some(digit - b'a' + 10),
        digit @ b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Names the key only if it can be nothing but a key.
fn unexpected_key(key: &str) -> LinkError {
    let is_word = key.len() <= 24
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'-');

    LinkError::UnexpectedKey(if is_word {
        key.to_owned()
    } else {
        "…".to_owned()
    })
}
