//! The pictures an instance shows to everybody: as last fetched, else from the server. Raw, untrusted bytes (S-35). Owns
//! when the server is asked; the limits of size are `directus`'s.

use super::{clients::Clients, disk::Disk};
use crate::{
    profile::{Profile, ProfileId},
    store::PictureKind,
};

#[derive(Debug, Clone)]
pub(super) struct Pictures {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
}

impl Pictures {
    pub(super) async fn picture(&self, id: &ProfileId, kind: PictureKind) -> Option<Vec<u8>> {
        let profile = self.disk.profile(id).await.ok()?;
        let asset = asset_id(&profile, kind)?.to_owned();

        if let Some(bytes) = self.cached_picture(id, kind, &asset).await {
            return Some(bytes);
        }

        let client = self.clients.for_profile(&profile).await.ok()?;
        let fetched = match kind {
            PictureKind::Logo => client.asset(&asset).await,
            PictureKind::Background => client.scaled_asset(&asset).await,
        };
        match fetched {
            Ok(bytes) => {
                let (id, cached) = (id.clone(), bytes.clone());
                let _ = self
                    .disk
                    .on_disk(move |store| {
                        store.cache_picture(&id, kind, &asset, &cached);
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

        self.disk
            .on_disk(move |store| Ok(store.cached_picture(&id, kind, &asset)))
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
