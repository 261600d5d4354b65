//! A project's public note: what is left of its Markdown can be shown, has its limits, and leads to the web only, to the
//! host it says (S-32, S-34, S-36).

use super::{assert_line, assert_plain, text};
use latchkey::profile::{NoteBlock, parse_note, truncate_note};

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Some(text) = text(input) else {
        return false;
    };
    let blocks = parse_note(text);
    sound(&blocks);
    assert!(characters(&blocks) <= 1_501);
    assert!(lines(&blocks) <= 81, "{} lines", lines(&blocks));

    let (first, is_whole) = truncate_note(&blocks, 240, 3, 6);
    sound(&first);
    assert!(first.len() <= 3 && characters(&first) <= 241 && lines(&first) <= 6);
    assert_eq!(is_whole, first == blocks);

    true
}

fn sound(blocks: &[NoteBlock]) {
    for block in blocks {
        assert!(block.depth <= 3);
        assert_line(block.marker.as_deref().unwrap_or_default(), 21);
        assert!(!block.spans.is_empty(), "a block without words");
        for span in &block.spans {
            assert!(!span.text.is_empty());
            assert_plain(&span.text);
            let Some(link) = &span.link else { continue };
            let address = &link.address;
            assert!(matches!(address.scheme(), "http" | "https"), "{address}");
            assert!(address.username().is_empty() && address.password().is_none());
            assert_line(&link.host, 2_048);
            // What is shown leads there, too.
            let shown = format!("{}://{}", address.scheme(), link.host);
            let shown = url::Url::parse(&shown).expect("a host");
            assert_eq!(shown.origin(), address.origin(), "{address}");
        }
    }
}

fn characters(blocks: &[NoteBlock]) -> usize {
    let spans = blocks.iter().flat_map(|block| &block.spans);
    spans.map(|span| span.text.chars().count()).sum()
}

fn lines(blocks: &[NoteBlock]) -> usize {
    let spans = blocks.iter().flat_map(|block| &block.spans);
    blocks.len()
        + spans
            .map(|span| span.text.matches('\n').count())
            .sum::<usize>()
}
