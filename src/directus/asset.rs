//! Pictures of an instance: logos, backgrounds, avatars. Owns which file is asked for and the size cap; what the bytes
//! are is found out where they are decoded.

use reqwest::{RequestBuilder, StatusCode};
use url::Url;

use super::{Client, Endpoint, Error, MAX_IMAGE_BYTES, clean, transport::ContentKind};
use crate::secret::Secret;

impl Client {
    /// `GET /assets/ID`: the bytes of a public image, at most [`MAX_IMAGE_BYTES`], whatever kind of image the server
    /// says it is. [`Error::Setup`] if `id` is not a UUID.
    pub async fn asset(&self, id: &str) -> Result<Vec<u8>, Error> {
        let endpoint = Endpoint::Asset;
        let url = self.asset_url(endpoint, id)?;

        self.fetch_image(self.request_url(endpoint, url)).await
    }

    /// `GET /assets/ID?key=system-large-contain`: the same image at most 800 pixels wide, as the Data Studio asks for it;
    /// a photograph in its full size would rarely be within the limits. The whole file if the server does not scale it.
    pub async fn scaled_asset(&self, id: &str) -> Result<Vec<u8>, Error> {
        self.fetch_scaled_image(Endpoint::ScaledAsset, id, |request| request)
            .await
    }

    /// The same with a person's session, for a picture that not everybody may see.
    pub async fn scaled_asset_with_token(
        &self,
        access: &Secret,
        id: &str,
    ) -> Result<Vec<u8>, Error> {
        self.fetch_scaled_image(Endpoint::OwnAsset, id, |request| {
            request.bearer_auth(access.expose())
        })
        .await
    }

    async fn fetch_scaled_image(
        &self,
        endpoint: Endpoint,
        id: &str,
        signed: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Vec<u8>, Error> {
        let whole = self.asset_url(endpoint, id)?;
        let mut scaled = whole.clone();
        scaled.set_query(Some("key=system-large-contain"));
        let request = |url| signed(self.request_url(endpoint, url));

        match self.fetch_image(request(scaled)).await {
            Err(Error::Refused(_)) => self.fetch_image(request(whole)).await,
            other => other,
        }
    }

    fn asset_url(&self, endpoint: Endpoint, id: &str) -> Result<Url, Error> {
        let id =
            clean::uuid(id).ok_or_else(|| Error::Setup("this is not a file's id".to_owned()))?;

        Ok(self.base.join(&endpoint.path_with(&id)))
    }

    async fn fetch_image(&self, request: RequestBuilder) -> Result<Vec<u8>, Error> {
        let response = self.send(request).await?;
        let (status, content) = (response.status(), ContentKind::of(response.headers()));
        match (status, content) {
            (StatusCode::OK, ContentKind::Image) => self
                .read_body(response, MAX_IMAGE_BYTES)
                .await
                .map(|image| image.to_vec()),
            _ if status.is_success() => Err(self.not_directus(status, content.name())),
            _ => Err(self.error_from(response, &[]).await),
        }
    }
}
