//! Pictures of an instance: logos, backgrounds, avatars. Owns which file is asked for and the size cap; what the bytes
//! are is found out where they are decoded.

use reqwest::{RequestBuilder, StatusCode};

use super::{Client, Error, MAX_IMAGE_BYTES, clean, transport::ContentKind};
use crate::secret::Secret;

impl Client {
    /// `GET /assets/ID`: the bytes of a public image, at most [`MAX_IMAGE_BYTES`], whatever kind of image the server
    /// says it is. [`Error::Setup`] if `id` is not a UUID.
    pub async fn asset(&self, id: &str) -> Result<Vec<u8>, Error> {
        let id =
            clean::uuid(id).ok_or_else(|| Error::Setup("this is not a file's id".to_owned()))?;

        self.fetch_image(self.get(self.base.join(&format!("assets/{id}"))))
            .await
    }

    /// `GET /assets/ID?key=system-large-contain`: the same at most 800 pixels wide, as the Data Studio asks for it; a
    /// photograph in its full size would rarely be within the limits. The whole file if the server does not scale it.
    pub async fn scaled_asset(&self, id: &str) -> Result<Vec<u8>, Error> {
        self.fetch_scaled_image(id, |request| request).await
    }

    /// The same with the session of a person: a picture that not everybody may see.
    pub async fn scaled_asset_with_token(
        &self,
        access: &Secret,
        id: &str,
    ) -> Result<Vec<u8>, Error> {
        self.fetch_scaled_image(id, |request| request.bearer_auth(access.expose()))
            .await
    }

    async fn fetch_scaled_image(
        &self,
        id: &str,
        signed: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Vec<u8>, Error> {
        let id =
            clean::uuid(id).ok_or_else(|| Error::Setup("this is not a file's id".to_owned()))?;
        let whole = self.base.join(&format!("assets/{id}"));
        let mut url = whole.clone();
        url.set_query(Some("key=system-large-contain"));

        match self.fetch_image(signed(self.get(url))).await {
            Err(Error::Refused(_)) => self.fetch_image(signed(self.get(whole))).await,
            other => other,
        }
    }

    async fn fetch_image(&self, request: RequestBuilder) -> Result<Vec<u8>, Error> {
        let response = self.send(request).await?;
        let (status, looks) = (response.status(), ContentKind::of(response.headers()));
        match (status, looks) {
            (StatusCode::OK, ContentKind::Image) => self
                .read_body(response, MAX_IMAGE_BYTES)
                .await
                .map(|image| image.to_vec()),
            _ if status.is_success() => Err(self.not_directus(status, looks.name())),
            _ => Err(self.error_from(response, &[]).await),
        }
    }
}
