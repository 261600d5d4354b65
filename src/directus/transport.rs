//! One HTTP exchange: limits, size cap, redirects refused, answers read only as far as they look like Directus.
//! Nothing of a request or an answer is logged but method, path, status and time (S-40).

#![expect(
    clippy::disallowed_types,
    reason = "the client that talks to servers lives here"
)]

use std::time::{Duration, Instant};

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::{
    RequestBuilder, Response, StatusCode,
    header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, LOCATION},
    redirect::Policy,
    retry,
};
use serde::Serialize;
use url::Url;
use zeroize::Zeroizing;

use super::{
    Client, Endpoint, Error, MAX_JSON_BYTES, Refusal, fault,
    headers::{header, retry_after},
    tls, wire,
};
use crate::{
    address::{ProxySetting, ServerUrl},
    identity,
    secret::Secret,
};

/// The HTTP client of one instance.
pub(super) fn build_http_client(
    base: &ServerUrl,
    ca_pem: Option<&[u8]>,
    proxy: &ProxySetting,
    connect: Duration,
    total: Duration,
) -> Result<reqwest::Client, Error> {
    let builder = reqwest::Client::builder()
        .user_agent(identity::USER_AGENT)
        .tls_backend_preconfigured(tls::config(ca_pem, base.is_https())?)
        .https_only(base.is_https())
        .redirect(Policy::none())
        .connect_timeout(connect)
        .timeout(total)
        // A request on a kept connection that turns out to be closed is sent again by the HTTP library on its own.
        // A password must never be sent twice by a machine (S-48): no connection is kept, nothing is retried.
        .pool_max_idle_per_host(0)
        .retry(retry::never());
    // What runs on this machine is never asked for through a proxy, whatever NO_PROXY or the profile says.
    let builder = match proxy {
        _ if base.is_loopback() => builder.no_proxy(),
        ProxySetting::System => builder,
        ProxySetting::None => builder.no_proxy(),
        ProxySetting::Through(address) => builder.proxy(
            reqwest::Proxy::all(address.as_str())
                .map_err(|error| Error::Setup(fault::causes_text(&error)))?,
        ),
    };

    builder
        .build()
        .map_err(|error| Error::Setup(fault::causes_text(&error)))
}

impl Client {
    /// The address of an endpoint whose path has no variable part.
    pub(super) fn url(&self, endpoint: Endpoint) -> Url {
        self.base.join(endpoint.path())
    }

    /// A request to an endpoint, without a body.
    pub(super) fn request(&self, endpoint: Endpoint) -> RequestBuilder {
        self.request_url(endpoint, self.url(endpoint))
    }

    /// The same to an address that was made of the endpoint's path: with a variable part, or with a query.
    pub(super) fn request_url(&self, endpoint: Endpoint, url: Url) -> RequestBuilder {
        self.http.request(endpoint.method(), url)
    }

    /// A request to an endpoint with this body.
    pub(super) fn request_json<T: Serialize>(
        &self,
        endpoint: Endpoint,
        body: &T,
    ) -> Result<RequestBuilder, Error> {
        self.request_url_json(endpoint, self.url(endpoint), body)
    }

    /// Both.
    pub(super) fn request_url_json<T: Serialize>(
        &self,
        endpoint: Endpoint,
        url: Url,
        body: &T,
    ) -> Result<RequestBuilder, Error> {
        let body: Bytes = wire::json_body(body)
            .map_err(|_| Error::Setup("the request cannot be written".to_owned()))?;
        Ok(self
            .request_url(endpoint, url)
            .header(CONTENT_TYPE, "application/json")
            .body(body))
    }

    /// Sends, once, and hands back whatever HTTP answer came.
    pub(super) async fn send(&self, request: RequestBuilder) -> Result<Response, Error> {
        let request = request
            .build()
            .map_err(|error| self.transport_error(&error))?;
        let (method, path) = (request.method().clone(), request.url().path().to_owned());
        let start = Instant::now();
        let result = self.http.execute(request).await;
        let millis = start.elapsed().as_millis();

        let response = match result {
            Ok(response) => response,
            Err(error) => {
                tracing::debug!(%method, path, millis, cause = fault::causes_text(&error), "no answer");
                return Err(self.transport_error(&error));
            }
        };
        tracing::debug!(%method, path, status = response.status().as_u16(), millis, "answer");
        if response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED {
            return Err(Error::ProxyCredentials);
        }
        // This client asks for no compression. Unpacking an answer anyway would go around the size cap (S-37).
        let encoding = header(response.headers(), &CONTENT_ENCODING).unwrap_or_default();
        if !matches!(encoding.trim(), "" | "identity") {
            return Err(self.not_directus(response.status(), "compressed content"));
        }

        Ok(response)
    }

    /// The JSON of a good answer, in memory that is wiped.
    pub(super) async fn fetch_json(
        &self,
        request: RequestBuilder,
        sent: &[&Secret],
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let response = self.send(request).await?;
        let content = ContentKind::of(response.headers());
        match (response.status(), content) {
            (StatusCode::OK, ContentKind::Json) => self.read_body(response, MAX_JSON_BYTES).await,
            (status, content) if status.is_success() => {
                Err(self.not_directus(status, content.name()))
            }
            _ => Err(self.error_from(response, sent).await),
        }
    }

    /// A good answer without content: 204 and nothing else, since a captive portal answers 200 to everything.
    pub(super) async fn expect_no_content(
        &self,
        request: RequestBuilder,
        sent: &[&Secret],
    ) -> Result<(), Error> {
        let response = self.send(request).await?;
        match response.status() {
            StatusCode::NO_CONTENT => Ok(()),
            status if status.is_success() => {
                Err(self.not_directus(status, ContentKind::of(response.headers()).name()))
            }
            _ => Err(self.error_from(response, sent).await),
        }
    }

    /// What an answer other than 2xx means.
    pub(super) async fn error_from(&self, response: Response, sent: &[&Secret]) -> Error {
        let status = response.status();
        if status.is_redirection() {
            return self.redirect_error(&response);
        }
        let content = ContentKind::of(response.headers());
        let wait = retry_after(response.headers(), Timestamp::now());
        if content != ContentKind::Json {
            return self.error_without_envelope(status, content, wait);
        }

        match self.read_body(response, MAX_JSON_BYTES).await {
            Ok(json) => wire::parse_refusal(&json, status.as_u16(), wait, sent).map_or_else(
                || self.error_without_envelope(status, content, wait),
                Error::Refused,
            ),
            Err(error) => error,
        }
    }

    /// A refusal that is not in Directus's shape. 429 and its `Retry-After` mean the same when a proxy in front of the
    /// server says it (RFC 6585 §4, R-10).
    pub(super) fn error_without_envelope(
        &self,
        status: StatusCode,
        content: ContentKind,
        wait: Option<Duration>,
    ) -> Error {
        if status == StatusCode::TOO_MANY_REQUESTS {
            Error::Refused(Refusal::too_many_requests(wait))
        } else {
            self.not_directus(status, content.name())
        }
    }

    fn redirect_error(&self, response: &Response) -> Error {
        let target = header(response.headers(), &LOCATION)
            .and_then(|to| redirect_target(response.url(), to));
        match target {
            Some(to) => Error::Redirected {
                host: self.host(),
                to,
            },
            None => self.not_directus(response.status(), "redirect without address"),
        }
    }

    /// The body, at most `max` bytes: counted as they come, whatever Content-Length claims (S-37).
    pub(super) async fn read_body(
        &self,
        mut response: Response,
        max: usize,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let claimed = response.content_length().unwrap_or(0);
        if claimed > max as u64 {
            return Err(Error::TooLarge { host: self.host() });
        }

        // Room for an ordinary answer at once: a buffer that grows leaves its old contents behind.
        let mut body = Zeroizing::new(Vec::with_capacity(16 * 1024));
        while let Some(chunk) = response
            .chunk()
            .await
            .map_err(|error| self.transport_error(&error))?
        {
            if body.len() + chunk.len() > max {
                return Err(Error::TooLarge { host: self.host() });
            }
            body.extend_from_slice(&chunk);
        }

        Ok(body)
    }

    pub(super) fn not_directus(&self, status: StatusCode, what: &'static str) -> Error {
        Error::NotDirectus {
            host: self.host(),
            status: status.as_u16(),
            what,
        }
    }

    fn transport_error(&self, error: &reqwest::Error) -> Error {
        fault::classify(error, &self.host(), self.base.is_https())
    }

    fn host(&self) -> String {
        self.base.display_host()
    }
}

/// What an answer claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ContentKind {
    Json,
    Html,
    Text,
    Image,
    Empty,
    Other,
}

impl ContentKind {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let full = header(headers, &CONTENT_TYPE)
            .unwrap_or_default()
            .to_ascii_lowercase();
        let essence = full.split(';').next().unwrap_or_default().trim();
        match essence {
            "application/json" => Self::Json,
            "text/html" | "application/xhtml+xml" => Self::Html,
            "" => Self::Empty,
            text if text.starts_with("text/") => Self::Text,
            image if image.starts_with("image/") => Self::Image,
            _ => Self::Other,
        }
    }

    /// For [`Error::NotDirectus`].
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON of another shape",
            Self::Html => "HTML",
            Self::Text => "text",
            Self::Image => "an image",
            Self::Empty => "empty",
            Self::Other => "another kind of content",
        }
    }
}

/// Where a redirect points, without credentials, query and fragment; without the endpoint's path if that is kept.
pub(super) fn redirect_target(asked: &Url, location: &str) -> Option<Url> {
    let mut to = asked
        .join(location)
        .ok()
        .filter(|to| matches!(to.scheme(), "http" | "https"))?;
    to.set_query(None);
    to.set_fragment(None);
    to.set_username("").ok()?;
    to.set_password(None).ok()?;

    // http→https and example.com→www.example.com keep the path: the rest is the base a person would enter.
    let endpoint = ["/server/ping", "/server/info", "/auth/login"]
        .into_iter()
        .find(|end| asked.path().ends_with(end));
    if let Some(base) = endpoint
        .and_then(|end| to.path().strip_suffix(end))
        .map(str::to_owned)
    {
        to.set_path(&base);
    }

    Some(to)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use reqwest::header::HeaderName;

    use super::*;

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn s_31_where_a_redirect_points_is_shown_without_secrets() {
        let asked = |path| Url::parse(&format!("http://cms.test/sub/{path}")).unwrap();
        for (path, location, shown) in [
            (
                "server/ping",
                "https://cms.test/sub/server/ping",
                Some("https://cms.test/sub"),
            ),
            (
                "server/ping",
                "https://www.cms.test/server/ping?x=1#y",
                Some("https://www.cms.test/"),
            ),
            (
                "auth/login",
                "/portal?back=1",
                Some("http://cms.test/portal"),
            ),
            (
                "auth/password/reset",
                "https://u:p@evil.test/x?token=T",
                Some("https://evil.test/x"),
            ),
            ("server/ping", "javascript:alert(1)", None),
            ("server/ping", "https://", None),
        ] {
            assert_eq!(
                redirect_target(&asked(path), location)
                    .as_ref()
                    .map(Url::as_str),
                shown,
                "{location}"
            );
        }
    }

    #[test]
    fn r_05_content_is_told_by_its_type() {
        for (value, content) in [
            ("application/json; charset=utf-8", ContentKind::Json),
            ("Text/HTML", ContentKind::Html),
            ("text/plain", ContentKind::Text),
            ("image/svg+xml", ContentKind::Image),
            ("application/octet-stream", ContentKind::Other),
        ] {
            assert_eq!(
                ContentKind::of(&headers(&[(CONTENT_TYPE, value)])),
                content,
                "{value}"
            );
        }
        assert_eq!(ContentKind::of(&HeaderMap::new()), ContentKind::Empty);
    }
}
