//! The pages the browser ends on, and the headers they go out with. Static: nothing of a request is repeated
//! (S-13).
//!
//! The four pages share one frame and one style sheet (`assets/pages/style.css`); a file each in `assets/pages` holds
//! their picture and words. They are put together at compile time.
//!
//! One script is allowed by its hash: it takes the query, and with it code and state, out of the address bar,
//! where people copy from and extensions look (S-14). It is the same on all pages and touches nothing else.

use tiny_http::{HTTPVersion, Header, Response};

const STYLE_HASH: &str = "sha256-mJaf9SMWeOZhcCIx9DcFyUfSfALXHpELLe3jz+XJ6f8=";
const SCRIPT_HASH: &str = "sha256-V43a+G+2x8hYEwnrW7hgLIly2l08tE7yzk+E0n4mo74=";

/// A whole page, made of a title and a file of `assets/pages`.
macro_rules! page {
    ($title:literal, $file:literal) => {
        concat!(
            r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>"#,
            $title,
            " – Latchkey</title>\n<style>",
            include_str!("../../assets/pages/style.css"),
            r#"</style>
<script>history.replaceState(null, "", location.pathname)</script>
</head>
<body>
<main>
"#,
            include_str!(concat!("../../assets/pages/", $file)),
            r#"<p class="soft">You can close this tab.</p>
<footer>Latchkey, the desktop sign-in for Directus</footer>
</main>
</body>
</html>
"#
        )
    };
}

/// What the page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// The exchange succeeded.
    Done,
    /// The exchange failed, or the server refused the sign-in.
    Failed,
    /// It is not known yet how the exchange went.
    ReturnToApp,
    /// The sign-in was answered before, or the request is not for it.
    AlreadyDone,
}

impl Page {
    fn html(self) -> &'static str {
        match self {
            Self::Done => page!("Signed in", "done.html"),
            Self::Failed => page!("Not signed in", "failed.html"),
            Self::ReturnToApp => page!("Return to Latchkey", "waiting.html"),
            Self::AlreadyDone => page!("Nothing to do here", "already.html"),
        }
    }

    pub(super) fn response(self, status: u16) -> Vec<u8> {
        response(status, "text/html; charset=utf-8", self.html())
    }
}

/// The response to requests that no person looks at.
pub(super) fn plain_text(status: u16) -> Vec<u8> {
    response(
        status,
        "text/plain; charset=utf-8",
        "Latchkey listens here for the end of a sign-in, and for nothing else.\n",
    )
}

fn response(status: u16, kind: &str, body: &'static str) -> Vec<u8> {
    let policy = format!(
        "default-src 'none'; style-src '{STYLE_HASH}'; script-src '{SCRIPT_HASH}'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'"
    );
    let mut headers = vec![
        ("Server", crate::identity::PRODUCT),
        ("Content-Type", kind),
        ("Content-Security-Policy", policy.as_str()),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    if status == 405 {
        headers.push(("Allow", "GET"));
    }

    let response = headers
        .into_iter()
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(
            Response::from_data(body).with_status_code(status),
            Response::with_header,
        );
    let mut bytes = Vec::with_capacity(4096);

    // tiny_http gets none of the request's headers, so that none of them can choose another framing.
    match response.raw_print(&mut bytes, HTTPVersion(1, 1), &[], false, None) {
        Ok(()) => with_connection_close(bytes),
        // Writing to memory does not fail; an empty answer is a closed connection.
        Err(_) => Vec::new(),
    }
}

/// Adds `Connection: close` behind the status line: `tiny_http` lets only its own server set that header.
fn with_connection_close(mut bytes: Vec<u8>) -> Vec<u8> {
    let status_line = bytes.windows(2).position(|two| two == b"\r\n");

    if let Some(at) = status_line {
        let _ = bytes.splice(at..at, *b"\r\nConnection: close").count();
    }

    bytes
}

#[cfg(test)]
mod tests;
