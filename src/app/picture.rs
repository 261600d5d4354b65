//! Fetching and decoding the pictures of instances: off the UI thread, in limited time, and only when what they show is
//! another one than before (S-35). The limits of size and form are `ui`'s.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, LazyLock, Mutex, PoisonError},
    thread,
    time::Duration,
};

use iced::{Task, widget::image};
use tokio::sync::{Semaphore, oneshot};

use super::{AnyScreen, App, Message};
use crate::{profile::ProfileId, screen::Screen, ui::logo};

/// A logo takes no longer than this to decode (S-35).
const DECODE_TIMEOUT: Duration = Duration::from_secs(2);
/// Deeply nested drawings are walked by recursion.
const DECODE_STACK_BYTES: usize = 256 * 1024 * 1024;

/// The seats of the decoders. A decoder that is given up has its seat until it really ends, so that there are never more
/// of them; should all hang, what is missing is pictures (S-35).
static DECODER_PERMITS: LazyLock<Arc<Semaphore>> =
    LazyLock::new(|| Arc::new(Semaphore::new(MAX_DECODERS)));
const MAX_DECODERS: usize = 2;

/// What came of looking for a logo.
#[derive(Debug, Clone)]
pub enum PictureResult {
    /// The decoded picture.
    Decoded(image::Handle),
    /// There was none to be had now.
    Unavailable,
    /// It cannot be decoded, or not in time.
    Undecodable,
}

/// Which pictures were looked for, by the id the server gives them: the same one is decoded once, another one again.
#[derive(Debug, Default)]
pub(super) struct RequestedPictures {
    logos: HashMap<ProfileId, String>,
    backgrounds: HashMap<ProfileId, String>,
    /// What is not worth another look.
    pub(super) undecodable: UndecodableFiles,
}

/// Files that could not be decoded, while the program runs: whose they are, by an instance's id or address, and their id
/// there. Neither fetched nor decoded again, since it would only cost the same again (S-35).
#[derive(Debug, Clone, Default)]
pub(super) struct UndecodableFiles(Arc<Mutex<HashSet<(String, String)>>>);

impl UndecodableFiles {
    fn contains(&self, file: &(String, String)) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(file)
    }

    fn insert(&self, file: (String, String)) {
        let _ = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(file);
    }

    /// Fetches and decodes this file, unless that failed before.
    pub(super) async fn fetch_and_decode(
        &self,
        whose: &str,
        file: &str,
        bytes: impl Future<Output = Option<Vec<u8>>>,
        decode: fn(&[u8]) -> Option<image::Handle>,
    ) -> PictureResult {
        let file = (whose.to_owned(), file.to_owned());
        if self.contains(&file) {
            return PictureResult::Undecodable;
        }
        let Some(bytes) = bytes.await else {
            return PictureResult::Unavailable;
        };

        if let Some(picture) = decode_with_limits(bytes, decode).await {
            return PictureResult::Decoded(picture);
        }
        self.insert(file);

        PictureResult::Undecodable
    }
}

impl PictureResult {
    /// The picture, if there is one.
    pub(super) fn into_handle(self) -> Option<image::Handle> {
        match self {
            Self::Decoded(handle) => Some(handle),
            Self::Unavailable | Self::Undecodable => None,
        }
    }
}

impl App {
    /// Looks for logos that were not looked for yet; those that went are gone at once.
    pub(super) fn fetch_logos(&mut self) -> Vec<Task<Message>> {
        let mut tasks = Vec::new();
        for row in self.instances.rows() {
            let id = &row.profile.id;
            match &row.profile.project.logo {
                None => {
                    let _ = self.requested_pictures.logos.remove(id);
                    self.pictures.set_logo(id.clone(), None);
                }
                Some(asset) if self.requested_pictures.logos.get(id) == Some(asset) => {}
                Some(asset) => {
                    let _ = self
                        .requested_pictures
                        .logos
                        .insert(id.clone(), asset.clone());
                    let (service, id, told) = (self.service.clone(), id.clone(), id.clone());
                    let (unfit, asset) =
                        (self.requested_pictures.undecodable.clone(), asset.clone());
                    let queue = self.request_queue.clone();
                    // Decoding has seats of its own: nobody's answer waits in the queue behind a slow picture.
                    let look = async move {
                        let bytes = queue.run(service.logo(&id));
                        unfit
                            .fetch_and_decode(id.as_str(), &asset, bytes, logo::decode)
                            .await
                    };
                    tasks.push(Task::perform(look, move |picture| {
                        Message::LogoFetched(told.clone(), picture)
                    }));
                }
            }
        }

        tasks
    }

    /// Looks for what is behind the sign-in in view, once.
    pub(super) fn fetch_background(&mut self) -> Option<Task<Message>> {
        let Some(AnyScreen::SignIn(screen)) = self.stack.last() else {
            return None;
        };
        let profile = screen.profile()?;
        let id = &profile.id;
        let Some(asset) = &profile.project.background else {
            let _ = self.requested_pictures.backgrounds.remove(id);
            self.pictures.set_background(id.clone(), None);
            return None;
        };
        if self.requested_pictures.backgrounds.get(id) == Some(asset) {
            return None;
        }

        let _ = self
            .requested_pictures
            .backgrounds
            .insert(id.clone(), asset.clone());
        let (service, id, told) = (self.service.clone(), id.clone(), id.clone());
        let (unfit, asset) = (self.requested_pictures.undecodable.clone(), asset.clone());
        let look = async move {
            let bytes = service.background(&id);
            unfit
                .fetch_and_decode(id.as_str(), &asset, bytes, logo::decode_background)
                .await
        };

        Some(Task::perform(look, move |picture| {
            Message::BackgroundFetched(told.clone(), picture)
        }))
    }

    pub(super) fn logo_fetched(&mut self, id: ProfileId, picture: PictureResult) {
        match picture {
            PictureResult::Decoded(handle) => self.pictures.set_logo(id, handle),
            // Decoding it again would only cost the same again.
            PictureResult::Undecodable => self.pictures.set_logo(id, None),
            PictureResult::Unavailable => drop(self.requested_pictures.logos.remove(&id)),
        }
    }

    pub(super) fn background_fetched(&mut self, id: ProfileId, picture: PictureResult) {
        match picture {
            PictureResult::Decoded(handle) => self.pictures.set_background(id, handle),
            // There was none to be had: another look at it comes with another visit, not with the next key.
            PictureResult::Undecodable | PictureResult::Unavailable => {
                self.pictures.set_background(id, None)
            }
        }
    }

    /// What was not to be had before is looked for again.
    pub(super) fn retry_background(&mut self, id: &ProfileId) {
        if self.pictures.background(id).is_none() {
            let _ = self.requested_pictures.backgrounds.remove(id);
        }
    }
}

/// Decoded off the UI thread; a decoder that fails, panics or takes too long costs the picture. Its thread is then
/// left alone, with its seat: it is not one of the runtime's, which would wait for it when the window closes.
async fn decode_with_limits(
    bytes: Vec<u8>,
    decode: fn(&[u8]) -> Option<image::Handle>,
) -> Option<image::Handle> {
    run_with_timeout(&DECODER_PERMITS, move || decode(&bytes), DECODE_TIMEOUT).await?
}

/// `None` if it fails or takes longer, counted from when there was a seat for it.
async fn run_with_timeout<T: Send + 'static>(
    seats: &Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
    limit: Duration,
) -> Option<T> {
    let seat = Arc::clone(seats).acquire_owned().await.ok()?;
    let (sender, done) = oneshot::channel();
    let _thread = thread::Builder::new()
        .name(String::from("logo"))
        .stack_size(DECODE_STACK_BYTES)
        .spawn(move || {
            let _seat = seat;
            drop(sender.send(work()));
        })
        .ok()?;

    tokio::time::timeout(limit, done).await.ok()?.ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::fmt::Write as _;

    use std::sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    };

    use super::*;

    fn permits(count: usize) -> Arc<Semaphore> {
        Arc::new(Semaphore::new(count))
    }

    async fn decode(bytes: Vec<u8>) -> Option<image::Handle> {
        run_with_timeout(&permits(1), move || logo::decode(&bytes), DECODE_TIMEOUT).await?
    }

    #[tokio::test]
    async fn s_35_what_is_given_up_has_its_seat_until_it_ends() {
        let seats = permits(2);
        let limit = Duration::from_millis(20);
        let mut held = Vec::new();
        for _ in 0..2 {
            let (let_go, wait) = mpsc::channel::<()>();
            held.push(let_go);
            assert!(
                run_with_timeout(&seats, move || wait.recv(), limit)
                    .await
                    .is_none()
            );
        }
        assert_eq!(seats.available_permits(), 0);
        let third = run_with_timeout(&seats, || 3, DECODE_TIMEOUT);
        let mut third = std::pin::pin!(third);
        assert!(tokio::time::timeout(limit, &mut third).await.is_err());

        drop(held.pop());
        assert_eq!(third.await, Some(3));
    }

    #[tokio::test]
    async fn s_35_what_cannot_be_decoded_is_fetched_and_decoded_once() {
        let unfit = UndecodableFiles::default();
        let fetched = AtomicUsize::new(0);
        for (whose, file, count) in [
            ("a", "1", 1),
            ("a", "1", 1),
            // Another one, and the same name elsewhere.
            ("a", "2", 2),
            ("b", "1", 3),
            ("a", "1", 3),
        ] {
            let bytes = async {
                let _ = fetched.fetch_add(1, Ordering::SeqCst);
                Some(b"no picture".to_vec())
            };
            let picture = unfit
                .fetch_and_decode(whose, file, bytes, logo::decode)
                .await;
            assert!(matches!(picture, PictureResult::Undecodable), "{picture:?}");
            assert_eq!(fetched.load(Ordering::SeqCst), count, "{whose} {file}");
        }

        // What was not to be had may be later.
        let none = unfit
            .fetch_and_decode("c", "1", async { None }, logo::decode)
            .await;
        assert!(matches!(none, PictureResult::Unavailable));
        assert!(!unfit.contains(&("c".to_owned(), "1".to_owned())));
    }

    #[tokio::test]
    async fn s_35_what_takes_too_long_or_panics_is_given_up() {
        let limit = Duration::from_millis(50);

        assert_eq!(
            run_with_timeout(&permits(1), || 7, DECODE_TIMEOUT).await,
            Some(7)
        );
        assert_eq!(
            run_with_timeout(&permits(1), move || thread::sleep(limit * 20), limit).await,
            None
        );
        assert_eq!(
            run_with_timeout(
                &permits(1),
                move || assert!(limit.is_zero()),
                DECODE_TIMEOUT
            )
            .await,
            None
        );
    }

    #[tokio::test]
    async fn s_35_a_deeply_nested_drawing_costs_only_the_picture() {
        for depth in [200, 1_000, 20_000] {
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}<rect width="9" height="9"/>{}</svg>"#,
                "<g>".repeat(depth),
                "</g>".repeat(depth)
            );
            // Either a picture or none, but the program goes on.
            let _ = decode(svg.into_bytes()).await;
        }
    }

    #[tokio::test]
    async fn s_35_a_long_chain_of_references_costs_only_the_picture() {
        for (first, link) in [
            (r#"<g id="a0"/>"#, r##"<g id="aN"><use href="#aM"/></g>"##),
            (
                r#"<clipPath id="a0"/>"#,
                r#"<clipPath id="aN" clip-path="url(#aM)"><rect width="9" height="9"/></clipPath>"#,
            ),
            (
                r#"<mask id="a0"/>"#,
                r#"<mask id="aN" mask="url(#aM)"><rect width="9" height="9"/></mask>"#,
            ),
        ] {
            let mut svg =
                String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">"#);
            svg += first;
            let mut last = 0;
            while svg.len() < 250_000 {
                let (before, this) = (format!("a{last}"), format!("a{}", last + 1));
                svg += &link.replace("aN", &this).replace("aM", &before);
                last += 1;
            }
            write!(
                svg,
                r##"<use href="#a{last}"/><rect width="9" height="9" clip-path="url(#a{last})" mask="url(#a{last})"/></svg>"##
            )
            .unwrap();
            let _ = decode(svg.into_bytes()).await;
        }
    }

    #[tokio::test]
    async fn s_35_a_drawing_that_multiplies_itself_is_given_up_in_time() {
        let mut svg = String::from(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a0"><rect width="9" height="9" opacity=".5"/></g>"#,
        );
        for step in 1..40 {
            let before = step - 1;
            write!(
                svg,
                r##"<g id="a{step}"><use href="#a{before}"/><use href="#a{before}"/></g>"##
            )
            .unwrap();
        }
        svg += "</svg>";
        let begun = std::time::Instant::now();
        let picture = decode(svg.into_bytes()).await;

        assert!(picture.is_none());
        assert!(begun.elapsed() < DECODE_TIMEOUT * 2);
    }
}
