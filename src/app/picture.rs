//! Fetching and decoding logos: off the UI thread, in limited time (S-35). The limits of size and form are `ui`'s.

use std::{thread, time::Duration};

use iced::widget::image;
use tokio::sync::oneshot;

use crate::{profile::ProfileId, service::Service, ui::logo};

/// A logo takes no longer than this to decode (S-35).
const DECODING: Duration = Duration::from_secs(2);
/// Deeply nested drawings are walked by recursion.
const DECODING_STACK: usize = 256 * 1024 * 1024;

/// What came of looking for a logo.
#[derive(Debug, Clone)]
pub enum Picture {
    /// The decoded picture.
    Seen(image::Handle),
    /// There was none to be had now.
    None,
    /// It cannot be decoded, or not in time.
    Unfit,
}

/// A logo as last seen, else fetched.
pub(super) async fn picture(service: Service, id: ProfileId) -> Picture {
    match service.logo(&id).await {
        None => Picture::None,
        Some(bytes) => decode(bytes).await.map_or(Picture::Unfit, Picture::Seen),
    }
}

/// Decoded off the UI thread; a decoder that fails, panics or takes too long costs the picture. Its thread is then
/// left alone: it is not one of the runtime's, which would wait for it when the window closes.
pub(super) async fn decode(bytes: Vec<u8>) -> Option<image::Handle> {
    in_time(move || logo::decode(&bytes), DECODING).await?
}

async fn in_time<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    limit: Duration,
) -> Option<T> {
    let (sender, done) = oneshot::channel();
    let _thread = thread::Builder::new()
        .name(String::from("logo"))
        .stack_size(DECODING_STACK)
        .spawn(move || drop(sender.send(work())))
        .ok()?;

    tokio::time::timeout(limit, done).await.ok()?.ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::fmt::Write as _;

    use super::*;

    #[tokio::test]
    async fn s_35_what_takes_too_long_or_panics_is_given_up() {
        let limit = Duration::from_millis(50);

        assert_eq!(in_time(|| 7, DECODING).await, Some(7));
        assert_eq!(
            in_time(move || thread::sleep(limit * 20), limit).await,
            None
        );
        assert_eq!(
            in_time(move || assert!(limit.is_zero()), DECODING).await,
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
        assert!(begun.elapsed() < DECODING * 2);
    }
}
