//! Fetching and decoding the pictures of instances: off the UI thread, in limited time, and only when what they show is
//! another one than before (S-35). The limits of size and form are `ui`'s.

use std::{collections::HashMap, thread, time::Duration};

use iced::{Task, widget::image};
use tokio::sync::oneshot;

use super::{App, Message, Screen};
use crate::{profile::ProfileId, ui::logo};

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

/// Which pictures were looked for, by the id the server gives them: the same one is decoded once, another one again.
#[derive(Debug, Default)]
pub(super) struct Looked {
    logos: HashMap<ProfileId, String>,
    backgrounds: HashMap<ProfileId, String>,
}

impl App {
    /// Looks for logos that were not looked for yet; those that went are gone at once.
    pub(super) fn look_for_logos(&mut self) -> Vec<Task<Message>> {
        let mut tasks = Vec::new();
        for row in self.list.rows() {
            let id = &row.profile.id;
            match &row.profile.project.logo {
                None => {
                    let _ = self.looked.logos.remove(id);
                    self.logos.insert(id.clone(), None);
                }
                Some(asset) if self.looked.logos.get(id) == Some(asset) => {}
                Some(asset) => {
                    let _ = self.looked.logos.insert(id.clone(), asset.clone());
                    let (service, id, told) = (self.service.clone(), id.clone(), id.clone());
                    let queue = self.queue.clone();
                    let look = async move {
                        let bytes = service.logo(&id).await;
                        seen(bytes, logo::decode).await
                    };
                    tasks.push(Task::perform(
                        async move { queue.turn(look).await },
                        move |picture| Message::Logo(told.clone(), picture),
                    ));
                }
            }
        }

        tasks
    }

    /// Looks for what is behind the sign-in in view, once.
    pub(super) fn look_behind(&mut self) -> Option<Task<Message>> {
        let Some(Screen::SignIn(screen)) = self.stack.last() else {
            return None;
        };
        let profile = screen.profile();
        let id = &profile.id;
        let Some(asset) = &profile.project.background else {
            let _ = self.looked.backgrounds.remove(id);
            self.logos.put_behind(id.clone(), None);
            return None;
        };
        if self.looked.backgrounds.get(id) == Some(asset) {
            return None;
        }

        let _ = self.looked.backgrounds.insert(id.clone(), asset.clone());
        let (service, id, told) = (self.service.clone(), id.clone(), id.clone());
        let look = async move {
            let bytes = service.background(&id).await;
            seen(bytes, logo::decode_background).await
        };

        Some(Task::perform(look, move |picture| {
            Message::Background(told.clone(), picture)
        }))
    }

    pub(super) fn logo_seen(&mut self, id: ProfileId, picture: Picture) {
        match picture {
            Picture::Seen(handle) => self.logos.insert(id, handle),
            // Decoding it again would only cost the same again.
            Picture::Unfit => self.logos.insert(id, None),
            Picture::None => drop(self.looked.logos.remove(&id)),
        }
    }

    pub(super) fn background_seen(&mut self, id: ProfileId, picture: Picture) {
        match picture {
            Picture::Seen(handle) => self.logos.put_behind(id, handle),
            // There was none to be had: another look at it comes with another visit, not with the next key.
            Picture::Unfit | Picture::None => self.logos.put_behind(id, None),
        }
    }

    /// What was not to be had before is looked for again.
    pub(super) fn forget_background(&mut self, id: &ProfileId) {
        if self.logos.background(id).is_none() {
            let _ = self.looked.backgrounds.remove(id);
        }
    }
}

async fn seen(bytes: Option<Vec<u8>>, decode: fn(&[u8]) -> Option<image::Handle>) -> Picture {
    match bytes {
        None => Picture::None,
        Some(bytes) => decoded(bytes, decode)
            .await
            .map_or(Picture::Unfit, Picture::Seen),
    }
}

/// A logo that is not kept yet.
pub(super) async fn decode(bytes: Vec<u8>) -> Option<image::Handle> {
    decoded(bytes, logo::decode).await
}

/// Decoded off the UI thread; a decoder that fails, panics or takes too long costs the picture. Its thread is then
/// left alone: it is not one of the runtime's, which would wait for it when the window closes.
async fn decoded(
    bytes: Vec<u8>,
    decode: fn(&[u8]) -> Option<image::Handle>,
) -> Option<image::Handle> {
    in_time(move || decode(&bytes), DECODING).await?
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
