//! A project's public note: marked as the project's own words, framed, and in small text, so that it cannot pass for
//! Latchkey's (S-34, content that imitates Latchkey). Its links are buttons below it that name their host: the keyboard
//! reaches them, and no link hides its target (S-36, links chosen by the server).

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
    profile::{NoteBlock, NoteLink, NoteSpan, truncate_note},
    say,
};

/// How much of a note is shown at first: characters, paragraphs, and lines.
const SHOWN_AT_FIRST: (usize, usize, usize) = (280, 4, 6);
/// How many of its links are shown at first.
const LINKS_SHOWN_AT_FIRST: usize = 5;
/// Most links of a note; further ones are shown as plain text.
const MAX_LINKS: usize = 20;

/// The note of `project`. `on_visit` opens a link, `on_toggle` shows more or less of a long note; `None` disables them.
pub fn project_note<'a, M: Clone + 'a>(
    project: &str,
    blocks: Vec<NoteBlock>,
    is_open: bool,
    on_visit: Option<fn(Url) -> M>,
    on_toggle: Option<M>,
) -> Option<Element<'a, M>> {
    if blocks.is_empty() {
        return None;
    }

    let (characters, paragraphs, rows) = SHOWN_AT_FIRST;
    let (first, is_whole) = truncate_note(&blocks, characters, paragraphs, rows);
    let has_more = !is_whole || links_of(&first).count() > LINKS_SHOWN_AT_FIRST;
    let toggle = has_more.then(|| {
        let words = if is_open {
            say!("sign-in-note-less")
        } else {
            say!("sign-in-note-more")
        };
        control::quiet(words, on_toggle)
    });
    let blocks = if is_open {
        limit_links(blocks, MAX_LINKS)
    } else {
        limit_links(first, LINKS_SHOWN_AT_FIRST)
    };
    let mut links = Vec::new();
    for (span, link) in links_of(&blocks) {
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
    let paragraphs = without_link_lines(blocks)
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

fn links_of(blocks: &[NoteBlock]) -> impl Iterator<Item = (&NoteSpan, &NoteLink)> {
    blocks
        .iter()
        .flat_map(|block| &block.spans)
        .filter_map(|span| span.link.as_ref().map(|link| (span, link)))
}

/// Turns the links beyond `most` into plain text, because they get no button.
fn limit_links(mut blocks: Vec<NoteBlock>, most: usize) -> Vec<NoteBlock> {
    blocks
        .iter_mut()
        .flat_map(|block| &mut block.spans)
        .filter(|span| span.link.is_some())
        .skip(most)
        .for_each(|span| span.link = None);

    blocks
}

/// Drops the blocks that consist of links only: their buttons say the same.
fn without_link_lines(blocks: Vec<NoteBlock>) -> Vec<NoteBlock> {
    blocks
        .into_iter()
        .filter(|block| block.spans.iter().any(|span| span.link.is_none()))
        .collect()
}

fn line<'a, M: 'a>(block: NoteBlock) -> Element<'a, M> {
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

fn paragraph<'a, M: 'a>(spans: Vec<NoteSpan>) -> Element<'a, M> {
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
    fn s_36_what_looks_like_a_link_has_its_button_and_no_words_vanish() {
        let markdown = (1..=MAX_LINKS + 2)
            .map(|number| format!("[link {number}](https://a.test/{number})\n\n"))
            .collect::<Vec<_>>()
            .concat();
        let blocks = profile::parse_note(&(markdown + "the end"));

        for most in [LINKS_SHOWN_AT_FIRST, MAX_LINKS] {
            let shown = limit_links(blocks.clone(), most);
            assert_eq!(links_of(&shown).count(), most);
            let read = without_link_lines(shown);
            assert_eq!(links_of(&read).count(), 0, "underlined, without a button");
            let texts = read
                .iter()
                .flat_map(|block| &block.spans)
                .map(|span| span.text.clone())
                .collect::<Vec<_>>();
            let rest = (most + 1..=MAX_LINKS + 2).map(|number| format!("link {number}"));
            assert_eq!(
                texts,
                rest.chain(["the end".to_owned()]).collect::<Vec<_>>()
            );
        }
    }
}
