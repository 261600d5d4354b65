//! Decoding a picture: off the UI thread, in limited time and number, and never twice what could not be decoded (S-35: a
//! picture from a server costs at most the picture). The limits of size and form are `ui`'s.

use std::{
    collections::HashSet,
    sync::{Arc, LazyLock, Mutex, PoisonError},
    thread,
    time::Duration,
};

use iced::widget::image;
use tokio::sync::{Semaphore, oneshot};

/// How long a picture may take to decode.
const DECODE_TIMEOUT: Duration = Duration::from_secs(2);
/// Deeply nested drawings are decoded by recursion.
const DECODE_STACK_BYTES: usize = 256 * 1024 * 1024;

/// How many decoders run at once. A decoder that is given up keeps its permit until it really ends, so that there are
/// never more of them. If all of them hang, the window has no further pictures and works on.
const MAX_DECODERS: usize = 2;
static DECODER_PERMITS: LazyLock<Arc<Semaphore>> =
    LazyLock::new(|| Arc::new(Semaphore::new(MAX_DECODERS)));

/// The result of fetching and decoding a picture.
#[derive(Debug, Clone)]
pub enum PictureResult {
    /// The decoded picture.
    Decoded(image::Handle),
    /// It could not be fetched now.
    Unavailable,
    /// It cannot be decoded, or not in time.
    Undecodable,
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

/// The files that could not be decoded, while the program runs: the instance's id or address, and the id of the file
/// there. They are neither fetched nor decoded again, because that would cost the same again.
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

    /// Fetches and decodes this file, unless it could not be decoded before.
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

/// Decodes off the UI thread. A decoder that fails, panics or takes too long costs the picture. Its thread is then left
/// alone with its permit: it is not a thread of the runtime, which would wait for it when the window closes.
async fn decode_with_limits(
    bytes: Vec<u8>,
    decode: fn(&[u8]) -> Option<image::Handle>,
) -> Option<image::Handle> {
    run_with_timeout(&DECODER_PERMITS, move || decode(&bytes), DECODE_TIMEOUT).await?
}

/// `None` if the work panics or takes longer than the limit, which begins when there is a permit.
async fn run_with_timeout<T: Send + 'static>(
    permits: &Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
    limit: Duration,
) -> Option<T> {
    let permit = Arc::clone(permits).acquire_owned().await.ok()?;
    let (sender, done) = oneshot::channel();
    let _thread = thread::Builder::new()
        .name(String::from("logo"))
        .stack_size(DECODE_STACK_BYTES)
        .spawn(move || {
            let _permit = permit;
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
    use crate::ui::logo;

    fn permits(count: usize) -> Arc<Semaphore> {
        Arc::new(Semaphore::new(count))
    }

    async fn decode(bytes: Vec<u8>) -> Option<image::Handle> {
        run_with_timeout(&permits(1), move || logo::decode(&bytes), DECODE_TIMEOUT).await?
    }

    #[tokio::test]
    async fn s_35_what_is_given_up_has_its_seat_until_it_ends() {
        let permits = permits(2);
        let limit = Duration::from_millis(20);
        let mut held = Vec::new();
        for _ in 0..2 {
            let (let_go, wait) = mpsc::channel::<()>();
            held.push(let_go);
            assert!(
                run_with_timeout(&permits, move || wait.recv(), limit)
                    .await
                    .is_none()
            );
        }
        assert_eq!(permits.available_permits(), 0);
        let third = run_with_timeout(&permits, || 3, DECODE_TIMEOUT);
        let mut third = std::pin::pin!(third);
        assert!(tokio::time::timeout(limit, &mut third).await.is_err());

        drop(held.pop());
        assert_eq!(third.await, Some(3));
    }

    #[tokio::test]
    async fn s_35_what_cannot_be_decoded_is_fetched_and_decoded_once() {
        let undecodable = UndecodableFiles::default();
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
            let picture = undecodable
                .fetch_and_decode(whose, file, bytes, logo::decode)
                .await;
            assert!(matches!(picture, PictureResult::Undecodable), "{picture:?}");
            assert_eq!(fetched.load(Ordering::SeqCst), count, "{whose} {file}");
        }

        // What was not to be had may be later.
        let none = undecodable
            .fetch_and_decode("c", "1", async { None }, logo::decode)
            .await;
        assert!(matches!(none, PictureResult::Unavailable));
        assert!(!undecodable.contains(&("c".to_owned(), "1".to_owned())));
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
