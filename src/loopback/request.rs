//! What a request must look like to be judged: our own host name (S-06: no DNS rebinding), a navigation by GET (S-07:
//! no request made by a page), strict framing (S-12: no smuggling). Pure: bytes in, a [`Hit`] or a [`Refusal`] out.

use std::sync::atomic::{AtomicU32, Ordering};

use tiny_http::{Header, Method};

use crate::secret::Secret;

/// Refusals that are logged one by one; the rest is only counted, so that a flood does not fill the log (S-03).
const MAX_LOGGED_REFUSALS: u32 = 20;

/// A GET of the binding's path, by a navigation of a whole tab, to the very host name of the binding.
#[derive(Debug)]
pub struct Hit {
    query: Secret,
    cookies: Vec<(&'static str, Secret)>,
}

impl Hit {
    /// What follows the `?`, as it was sent; may hold a code.
    pub fn query(&self) -> &str {
        self.query.expose()
    }

    /// The value of a cookie the binding asked for.
    pub fn cookie(&self, name: &str) -> Option<&Secret> {
        self.cookies
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }
}

/// Why a request is no [`Hit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    TooLong,
    Malformed,
    HasBody,
    OtherHost,
    OtherPath,
    OtherMethod,
    NotNavigation,
    Prefetch,
}

impl Refusal {
    pub(super) fn status(self) -> u16 {
        match self {
            Self::TooLong => 431,
            Self::Malformed | Self::HasBody => 400,
            Self::OtherHost => 421,
            Self::OtherPath => 404,
            Self::OtherMethod => 405,
            Self::NotNavigation | Self::Prefetch => 403,
        }
    }

    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::TooLong => "the head is too long",
            Self::Malformed => "malformed",
            Self::HasBody => "it has a body",
            Self::OtherHost => "meant for another host",
            Self::OtherPath => "another path",
            Self::OtherMethod => "another method",
            Self::NotNavigation => "not a navigation",
            Self::Prefetch => "a prefetch",
        }
    }
}

/// What a listener takes as a [`Hit`], and how many requests it refused.
#[derive(Debug)]
pub(super) struct Rules {
    authority: String,
    path: String,
    cookies: &'static [&'static str],
    refusal_count: AtomicU32,
}

impl Rules {
    pub(super) fn new(authority: String, path: String, cookies: &'static [&'static str]) -> Self {
        Self {
            authority,
            path,
            cookies,
            refusal_count: AtomicU32::new(0),
        }
    }

    pub(super) fn log_refusal(&self, what: &'static str) {
        let before = self.refusal_count.fetch_add(1, Ordering::Relaxed);

        if before < MAX_LOGGED_REFUSALS {
            tracing::info!(what, "a request to the sign-in listener was refused");
        }
    }

    /// Reads a head that ends with its empty line.
    pub(super) fn read(&self, head: &[u8]) -> Result<Hit, Refusal> {
        let (line, headers) = split_head(head)?;
        let (method, target) = parse_request_line(&line)?;
        let mut host = None;
        let mut cookies = Vec::new();
        let mut framed = false;
        let mut refusal = None;

        for header in &headers {
            let value = header.value.as_str();
            let is = |name| header.field.equiv(name);

            if is("Host") {
                if host.replace(value).is_some() {
                    return Err(Refusal::Malformed);
                }
            } else if is("Transfer-Encoding") || (is("Content-Length") && value != "0") {
                framed = true;
            } else if (is("Sec-Fetch-Mode") && value != "navigate")
                || (is("Sec-Fetch-Dest") && value != "document")
            {
                refusal = Some(Refusal::NotNavigation);
            } else if (is("Sec-Purpose") || is("Purpose") || is("X-Moz"))
                && value.contains("prefetch")
            {
                refusal = Some(Refusal::Prefetch);
            } else if is("Cookie") {
                self.take_cookies(value, &mut cookies);
            }
        }

        let Some(host) = host else {
            return Err(Refusal::Malformed);
        };
        let (path, query) = target.split_once('?').unwrap_or((target, ""));

        if !host.eq_ignore_ascii_case(&self.authority) {
            Err(Refusal::OtherHost)
        } else if framed {
            Err(Refusal::HasBody)
        } else if path != self.path {
            Err(Refusal::OtherPath)
        } else if method != Method::Get {
            Err(Refusal::OtherMethod)
        } else if let Some(refusal) = refusal {
            Err(refusal)
        } else {
            Ok(Hit {
                query: query.into(),
                cookies,
            })
        }
    }

    fn take_cookies(&self, header: &str, taken: &mut Vec<(&'static str, Secret)>) {
        for pair in header.split(';') {
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            let wanted = self.cookies.iter().find(|wanted| **wanted == name.trim());
            let value = value.trim();

            // Directus signs out by setting an empty cookie, so an empty one is no session.
            if let Some(name) = wanted
                && !value.is_empty()
                && taken.iter().all(|(known, _)| known != name)
            {
                taken.push((name, value.into()));
            }
        }
    }
}

impl Drop for Rules {
    fn drop(&mut self) {
        let refused = *self.refusal_count.get_mut();

        if refused > MAX_LOGGED_REFUSALS {
            tracing::info!(refused, "requests to the sign-in listener were refused");
        }
    }
}

/// Whether the head is complete; `from` is how much of it was looked at before. A line that ends in a bare LF or
/// CR, and a NUL, are refused as soon as they are seen: other readers may take them for a line's end (RFC 9112
/// §2.2). So is anything behind the empty line, since nothing we hear has a body.
pub(super) fn is_complete(head: &[u8], from: usize) -> Result<bool, Refusal> {
    for at in from.saturating_sub(1)..head.len() {
        let before = at.checked_sub(1).map(|at| head[at]);

        match (before, head[at]) {
            (Some(b'\r'), b'\n') => {}
            (_, 0 | b'\n') | (Some(b'\r'), _) => return Err(Refusal::Malformed),
            _ => {}
        }
        if head[..=at].ends_with(b"\r\n\r\n") {
            return if at + 1 == head.len() {
                Ok(true)
            } else {
                Err(Refusal::HasBody)
            };
        }
    }

    Ok(false)
}

/// The request line and the headers.
fn split_head(head: &[u8]) -> Result<(String, Vec<Header>), Refusal> {
    let mut text = String::with_capacity(head.len());
    for byte in head {
        match byte {
            // Other programs on this host name may have set cookies with any bytes: those are not read, and are no
            // reason to refuse the browser.
            0x80.. => text.push('?'),
            b'\r' | b'\n' | b'\t' | 0x20..=0x7e => text.push(char::from(*byte)),
            _ => return Err(Refusal::Malformed),
        }
    }

    let mut lines = text.trim_end_matches("\r\n").split("\r\n");
    let line = lines.next().unwrap_or_default().to_owned();
    let headers = lines.map(parse_header).collect::<Result<_, _>>()?;

    Ok((line, headers))
}

/// `tiny_http` refuses white space in and before a name, so a folded line (RFC 9112 §5.2) is no header.
fn parse_header(line: &str) -> Result<Header, Refusal> {
    let header: Header = line.parse().map_err(|()| Refusal::Malformed)?;
    let name = header.field.as_str().as_str();
    let is_token = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte));

    if is_token {
        Ok(header)
    } else {
        Err(Refusal::Malformed)
    }
}

/// Method and target, the latter in origin form (RFC 9112 §3.2.1).
fn parse_request_line(line: &str) -> Result<(Method, &str), Refusal> {
    let mut parts = line.split(' ');
    let (Some(method), Some(target), Some("HTTP/1.1" | "HTTP/1.0"), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Refusal::Malformed);
    };
    let is_visible = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic());

    if is_visible(method) && is_visible(target) && target.starts_with('/') && !target.contains('#')
    {
        method
            .parse()
            .map(|method| (method, target))
            .map_err(|()| Refusal::Malformed)
    } else {
        Err(Refusal::Malformed)
    }
}

/// The hit of a listener for `path` at `authority` when these pieces arrive one after the other; `None` when they are
/// refused or not complete. For `tests/fuzz`, which has no socket.
pub fn parse_pieces<'a>(
    pieces: impl IntoIterator<Item = &'a [u8]>,
    authority: &str,
    path: &str,
    cookies: &'static [&'static str],
) -> Option<Hit> {
    let rules = Rules::new(authority.to_owned(), path.to_owned(), cookies);
    let mut head = Vec::new();
    for piece in pieces {
        let seen = head.len();
        let room = super::MAX_HEAD_BYTES - seen;
        head.extend_from_slice(&piece[..piece.len().min(room)]);
        if is_complete(&head, seen).ok()? {
            return rules.read(&head).ok();
        }
    }

    None
}

#[cfg(test)]
mod tests;
