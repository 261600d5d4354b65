//! The pictures of instances and persons: which are fetched, and which are there by now. A picture is fetched again only
//! when the server gives another id for it.

mod decoding;

pub use decoding::PictureResult;

use std::collections::HashMap;

use iced::{Task, widget::image};

use self::decoding::UndecodableFiles;
use super::{Message, queue::RequestQueue};
use crate::{
    profile::{Profile, ProfileId},
    screen::{Pictures, instances::Row},
    service::{Preview, Service},
    ui::logo,
};

/// The decoded pictures, and which were asked for, by the id that the server gives them.
#[derive(Debug)]
pub(super) struct PictureLoader {
    service: Service,
    /// The logos of the list wait in it, like the checks of its sessions.
    queue: RequestQueue,
    decoded: Pictures,
    requested_logos: HashMap<ProfileId, String>,
    requested_backgrounds: HashMap<ProfileId, String>,
    undecodable: UndecodableFiles,
}

impl PictureLoader {
    pub(super) fn new(service: Service, queue: RequestQueue) -> Self {
        Self {
            service,
            queue,
            decoded: Pictures::new(),
            requested_logos: HashMap::new(),
            requested_backgrounds: HashMap::new(),
            undecodable: UndecodableFiles::default(),
        }
    }

    /// The pictures that are there by now.
    pub(super) fn decoded(&self) -> &Pictures {
        &self.decoded
    }

    /// Fetches the logos of the list that were not asked for yet. One that the project has removed is gone at once.
    pub(super) fn fetch_logos(&mut self, rows: &[Row]) -> Vec<Task<Message>> {
        let mut tasks = Vec::new();
        for row in rows {
            let id = &row.profile.id;
            match &row.profile.project.logo {
                None => {
                    let _ = self.requested_logos.remove(id);
                    self.decoded.set_logo(id.clone(), None);
                }
                Some(asset) if self.requested_logos.get(id) == Some(asset) => {}
                Some(asset) => {
                    let _ = self.requested_logos.insert(id.clone(), asset.clone());
                    tasks.push(self.fetch_logo(id.clone(), asset.clone()));
                }
            }
        }

        tasks
    }

    fn fetch_logo(&self, id: ProfileId, asset: String) -> Task<Message> {
        let (service, queue) = (self.service.clone(), self.queue.clone());
        let undecodable = self.undecodable.clone();
        let of = id.clone();
        // Decoding has its own limit: the queue does not wait for a picture that takes long to decode.
        let logo = async move {
            let bytes = queue.run(service.logo(&id));
            undecodable
                .fetch_and_decode(id.as_str(), &asset, bytes, logo::decode)
                .await
        };

        Task::perform(logo, move |logo| Message::LogoFetched(of.clone(), logo))
    }

    /// Fetches the picture behind the sign-in to this instance, once.
    pub(super) fn fetch_background(&mut self, profile: &Profile) -> Option<Task<Message>> {
        let id = &profile.id;
        let Some(asset) = &profile.project.background else {
            let _ = self.requested_backgrounds.remove(id);
            self.decoded.set_background(id.clone(), None);
            return None;
        };
        if self.requested_backgrounds.get(id) == Some(asset) {
            return None;
        }

        let _ = self.requested_backgrounds.insert(id.clone(), asset.clone());
        let (service, undecodable) = (self.service.clone(), self.undecodable.clone());
        let (id, of, asset) = (id.clone(), id.clone(), asset.clone());
        let background = async move {
            let bytes = service.background(&id);
            undecodable
                .fetch_and_decode(id.as_str(), &asset, bytes, logo::decode_background)
                .await
        };

        Some(Task::perform(background, move |background| {
            Message::BackgroundFetched(of.clone(), background)
        }))
    }

    /// Fetches the picture of a person, with the limits of a logo (S-35).
    pub(super) fn avatar(
        &self,
        id: ProfileId,
        file: String,
    ) -> impl Future<Output = Option<image::Handle>> + Send + use<> {
        let (service, undecodable) = (self.service.clone(), self.undecodable.clone());

        async move {
            let bytes = service.avatar(&id, &file);
            undecodable
                .fetch_and_decode(id.as_str(), &file, bytes, logo::decode)
                .await
                .into_handle()
        }
    }

    /// Fetches the logo of an instance that is not added yet.
    pub(super) fn preview_logo(
        &self,
        preview: Preview,
    ) -> impl Future<Output = Option<image::Handle>> + Send + use<> {
        let (service, undecodable) = (self.service.clone(), self.undecodable.clone());

        async move {
            let asset = preview.project.logo.as_deref()?;
            let bytes = service.preview_logo(&preview);
            let whose = preview.url.as_str();

            undecodable
                .fetch_and_decode(whose, asset, bytes, logo::decode)
                .await
                .into_handle()
        }
    }

    pub(super) fn logo_fetched(&mut self, id: ProfileId, logo: PictureResult) {
        match logo {
            PictureResult::Decoded(handle) => self.decoded.set_logo(id, handle),
            // It stays asked for: decoding it again would only cost the same again.
            PictureResult::Undecodable => self.decoded.set_logo(id, None),
            PictureResult::Unavailable => drop(self.requested_logos.remove(&id)),
        }
    }

    pub(super) fn background_fetched(&mut self, id: ProfileId, background: PictureResult) {
        match background {
            PictureResult::Decoded(handle) => self.decoded.set_background(id, handle),
            // It stays asked for until the next visit, see `retry_background`; otherwise every key would ask again.
            PictureResult::Undecodable | PictureResult::Unavailable => {
                self.decoded.set_background(id, None);
            }
        }
    }

    /// Asks again for a background that was not available before.
    pub(super) fn retry_background(&mut self, id: &ProfileId) {
        if self.decoded.background(id).is_none() {
            let _ = self.requested_backgrounds.remove(id);
        }
    }
}
