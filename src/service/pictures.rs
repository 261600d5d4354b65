//! The pictures an instance shows to everybody: as last seen, else from the server. Raw, untrusted bytes (S-35); without
//! one nothing is missing but the picture. Owns when the server is asked; the limits of size are `directus`'s.

use super::Service;
use crate::{
    profile::{Profile, ProfileId},
    store::PictureKind,
};

impl Service {
    /// The instance's logo.
    pub async fn logo(&self, id: &ProfileId) -> Option<Vec<u8>> {
        self.picture(id, PictureKind::Logo).await
    }

    /// What its sign-in page has behind it.
    pub async fn background(&self, id: &ProfileId) -> Option<Vec<u8>> {
        self.picture(id, PictureKind::Background).await
    }

    async fn picture(&self, id: &ProfileId, kind: PictureKind) -> Option<Vec<u8>> {
        let profile = self.profile(id).await.ok()?;
        let asset = asset_id(&profile, kind)?.to_owned();

        if let Some(bytes) = self.cached_picture(id, kind, &asset).await {
            return Some(bytes);
        }

        let client = self.client(&profile).await.ok()?;
        let fetched = match kind {
            PictureKind::Logo => client.asset(&asset).await,
            PictureKind::Background => client.scaled_asset(&asset).await,
        };
        match fetched {
            Ok(bytes) => {
                let (id, kept) = (id.clone(), bytes.clone());
                let _ = self
                    .on_disk(move |store| {
                        store.cache_picture(&id, kind, &asset, &kept);
                        Ok(())
                    })
                    .await;

                Some(bytes)
            }
            Err(error) => {
                tracing::debug!(%error, ?kind, "no picture from the server");
                None
            }
        }
    }

    async fn cached_picture(
        &self,
        id: &ProfileId,
        kind: PictureKind,
        asset: &str,
    ) -> Option<Vec<u8>> {
        let (id, asset) = (id.clone(), asset.to_owned());

        self.on_disk(move |store| Ok(store.cached_picture(&id, kind, &asset)))
            .await
            .ok()
            .flatten()
    }
}

fn asset_id(profile: &Profile, kind: PictureKind) -> Option<&str> {
    match kind {
        PictureKind::Logo => profile.project.logo.as_deref(),
        PictureKind::Background => profile.project.background.as_deref(),
    }
}
