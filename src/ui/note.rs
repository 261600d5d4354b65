//! A project's public note, as its own words: said to be from whom, in a frame of its own, no larger than other small
//! text (S-34). What it links to stands below it as buttons that say the host, so that the keyboard reaches them and
//! nobody is led elsewhere than they read (S-36).

use iced::{
    Element, Length,
    widget::{Column, column, container, rich_text, row, span, text},
};
use url::Url;

use super::{
    control, font,
    icon::Icon,
    style,
    theme::{size, space},
};
use crate::{
    profile::{Block, Span, shortened},
    say,
};

/// Most links shown.
const MAX_LINKS: usize = 5;
/// How much of a note is shown until the person asks for all of it, in characters, paragraphs and lines.
const AT_FIRST: (usize, usize, usize) = (280, 4, 6);

/// The note of `project`. `on_visit` opens a link, `on_toggle` shows all of a long one or less again; `None` where
/// nothing may be pressed.
pub fn note<'a, M: Clone + 'a>(
    project: &str,
    blocks: Vec<Block>,
    is_open: bool,
    on_visit: Option<fn(Url) -> M>,
    on_toggle: Option<M>,
) -> Option<Element<'a, M>> {
    if blocks.is_empty() {
        return None;
    }

    let (characters, paragraphs, rows) = AT_FIRST;
    let (first, is_whole) = shortened(&blocks, characters, paragraphs, rows);
    let toggle = (!is_whole).then(|| {
        let words = if is_open {
            say!("sign-in-note-less")
        } else {
            say!("sign-in-note-more")
        };
        control::quiet(words, on_toggle)
    });
    let blocks = if is_open { blocks } else { first };
    let mut links = Vec::new();
    let shown = blocks
        .iter()
        .flat_map(|block| &block.spans)
        .filter_map(|span| span.link.as_ref().map(|link| (span, link)));
    for (span, link) in shown.take(MAX_LINKS) {
        let words = span.text.trim();
        let bare = link.address.as_str().trim_end_matches('/');
        let is_address = words.trim_end_matches('/') == bare;
        let label = if words == link.host || is_address && link.address.path() == "/" {
            link.host.clone()
        } else {
            format!("{words} · {}", link.host)
        };
        let visit = on_visit.map(|visit| visit(link.address.clone()));
        links.push(control::small(Icon::Open, label, visit).into());
    }
    let paragraphs = without_buttons(blocks)
        .into_iter()
        .fold(Column::new().spacing(space::S), |column, block| {
            column.push(line(block))
        });
    let links = (!links.is_empty()).then(|| Column::with_children(links).spacing(space::XS));
    let from = text(say!("sign-in-note-from", project = project))
        .size(size::SMALL)
        .font(font::STRONG)
        .width(Length::Fill);

    Some(
        container(
            column![from, paragraphs]
                .push(links)
                .push(toggle)
                .spacing(space::S),
        )
        .padding(space::M)
        .width(Length::Fill)
        .style(style::fixed)
        .into(),
    )
}

/// The lines to read: one that is nothing but links is their buttons, if all of them have one.
fn without_buttons(blocks: Vec<Block>) -> Vec<Block> {
    let mut links = 0;

    blocks
        .into_iter()
        .filter(|block| {
            let own = block.spans.iter().filter(|span| span.link.is_some());
            let own = own.count();
            links += own;
            own < block.spans.len() || links > MAX_LINKS
        })
        .collect()
}

fn line<'a, M: 'a>(block: Block) -> Element<'a, M> {
    let words = paragraph(block.spans);
    let indent = f32::from(block.depth.saturating_sub(1)) * space::M;

    match (block.depth, block.marker) {
        (0, _) => words,
        (_, marker) => {
            let marker = text(marker.unwrap_or_default())
                .size(size::SMALL)
                .style(style::muted)
                .width(space::L);

            container(row![marker, words].spacing(space::XS))
                .padding(iced::Padding::ZERO.left(indent))
                .into()
        }
    }
}

fn paragraph<'a, M: 'a>(spans: Vec<Span>) -> Element<'a, M> {
    let spans = spans.into_iter().map(|part| {
        let is_link = part.link.is_some();
        let words = span::<'a, (), iced::Font>(part.text);
        let words = if part.is_strong || part.is_emphasised {
            words.font(font::STRONG)
        } else {
            words
        };

        words.underline(is_link)
    });

    rich_text(spans.collect::<Vec<_>>())
        .size(size::SMALL)
        .width(Length::Fill)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    #[test]
    fn s_36_no_link_of_a_note_vanishes() {
        let markdown = (1..=MAX_LINKS + 2)
            .map(|number| format!("[link {number}](https://a.test/{number})\n\n"))
            .collect::<Vec<_>>()
            .concat();
        let read = without_buttons(profile::note(&(markdown + "the end")));
        let texts = read
            .iter()
            .flat_map(|block| &block.spans)
            .map(|span| span.text.as_str())
            .collect::<Vec<_>>();

        assert_eq!(texts, ["link 6", "link 7", "the end"]);
    }
}
