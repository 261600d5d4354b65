//! A project's public note as it may be shown (S-34): paragraphs, lists, emphasis, and links with their host beside
//! them. Owns what of Markdown is kept; what it looks like is `ui`'s.
//!
//! The note is the server's text, so everything in it that could pretend to be Latchkey is taken away: headings are no
//! larger than the rest, HTML and pictures are not there at all, links lead to the web only and always say to which
//! host. Letters that hide or turn text are removed after Markdown was read, because `&#x202e;` is one of them only
//! then. Reading stops at a length nobody reads beside a sign-in form.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use url::{Host, Url};

use crate::{address::display_domain, unicode::is_deceptive};

/// Most characters shown.
const MAX_SHOWN_CHARS: usize = 1_500;
/// Most bytes read: references to links are looked for in all of them first.
const MAX_READ_BYTES: usize = 64 * 1024;
/// Most paragraphs, lines of lists, and lines broken on purpose.
const MAX_BLOCKS: usize = 40;
/// Longest address a link may have, in bytes.
const MAX_ADDRESS_BYTES: usize = 2_048;
/// How deep lists are shown.
const MAX_DEPTH: u8 = 3;

/// One paragraph, or one line of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoteBlock {
    /// How deep in lists it is; 0 is a paragraph.
    pub depth: u8,
    /// What stands before the first line of a list's entry: a bullet or a number.
    pub marker: Option<String>,
    /// Its text.
    pub spans: Vec<NoteSpan>,
}

/// A stretch of text that looks the same throughout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoteSpan {
    /// The words.
    pub text: String,
    /// `*so*`
    pub is_emphasised: bool,
    /// `**so**`, and headings.
    pub is_strong: bool,
    /// Where it leads.
    pub link: Option<NoteLink>,
}

/// Where a link leads: `http` or `https`, without a name and a password in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLink {
    /// The address.
    pub address: Url,
    /// Its host as it is shown (S-32: no name can be taken for another), with the port if it is not the usual one.
    pub host: String,
}

/// Reads a note.
pub fn parse_note(markdown: &str) -> Vec<NoteBlock> {
    let end = (0..=MAX_READ_BYTES.min(markdown.len()))
        .rev()
        .find(|end| markdown.is_char_boundary(*end))
        .unwrap_or(0);
    let mut reading = NoteReader::default();
    for event in Parser::new_ext(&markdown[..end], Options::empty()) {
        if !reading.handle_event(event) {
            reading.append_ellipsis();
            break;
        }
    }
    reading.finish_block();

    reading.blocks
}

/// The beginning of a note, at most so many characters, blocks and lines (before they are wrapped), and whether that is
/// all of it.
pub fn truncate_note(
    blocks: &[NoteBlock],
    characters: usize,
    paragraphs: usize,
    lines: usize,
) -> (Vec<NoteBlock>, bool) {
    let mut first = NoteReader::default();
    let (mut room, mut lines) = (characters, lines);
    for block in blocks.iter().take(paragraphs) {
        let Some(below) = lines.checked_sub(1) else {
            break;
        };
        lines = below;
        let mut kept = block.clone();
        for span in &mut kept.spans {
            let long = span.text.chars().count();
            if let Some((end, _)) = span.text.char_indices().nth(room) {
                span.text.truncate(end);
            }
            room = room.saturating_sub(long);
            let cut = span.text.match_indices('\n').nth(lines);
            if let Some((end, _)) = cut {
                span.text.truncate(end);
                room = 0;
            }
            lines = lines.saturating_sub(span.text.matches('\n').count());
        }
        kept.spans.retain(|span| !span.text.is_empty());
        if kept.spans.is_empty() {
            break;
        }
        first.blocks.push(kept);
    }

    let length = |blocks: &[NoteBlock]| {
        let spans = blocks.iter().flat_map(|block| &block.spans);
        spans.map(|span| span.text.len()).sum::<usize>()
    };
    let is_whole = length(&first.blocks) == length(blocks);
    if !is_whole {
        first.append_ellipsis();
    }

    (first.blocks, is_whole)
}

/// A note as far as it has been read.
#[derive(Debug, Default)]
struct NoteReader {
    blocks: Vec<NoteBlock>,
    current_block: NoteBlock,
    shown_chars: usize,
    /// Lines that were broken on purpose.
    hard_breaks: usize,
    emphasis_depth: usize,
    strong_depth: usize,
    /// Pictures and blocks of HTML the text of which is not shown.
    hidden_depth: usize,
    current_link: Option<NoteLink>,
    /// The next number of each list around; `None` for bullets.
    next_list_numbers: Vec<Option<u64>>,
    /// The next block begins an entry.
    next_marker: Option<String>,
}

impl NoteReader {
    /// Whether there is room for more.
    fn handle_event(&mut self, event: Event<'_>) -> bool {
        match event {
            Event::Start(tag) => self.start_tag(tag),
            Event::End(tag) => self.end_tag(tag),
            Event::Text(text) | Event::Code(text) => return self.push_text(&text),
            Event::SoftBreak => return self.push_text(" "),
            Event::HardBreak => {
                let is_room = self.blocks.len() + self.hard_breaks < MAX_BLOCKS;
                self.hard_breaks += usize::from(is_room);
                return self.push_clean_text(if is_room { "\n" } else { " " });
            }
            // No HTML, no lines across, and nothing of extensions that are not asked for.
            _ => {}
        }

        self.blocks.len() < MAX_BLOCKS
    }

    fn start_tag(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::CodeBlock(_) => self.finish_block(),
            Tag::Heading { .. } => {
                self.finish_block();
                self.strong_depth += 1;
            }
            Tag::List(first) => {
                self.finish_block();
                self.next_list_numbers.push(first);
            }
            Tag::Item => {
                self.finish_block();
                self.next_marker = Some(match self.next_list_numbers.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}.");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "•".to_owned(),
                });
            }
            Tag::Emphasis => self.emphasis_depth += 1,
            Tag::Strong => self.strong_depth += 1,
            Tag::Link { dest_url, .. } => self.current_link = parse_link(&dest_url),
            Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => self.hidden_depth += 1,
            _ => {}
        }
    }

    fn end_tag(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock => self.finish_block(),
            TagEnd::Item => {
                self.finish_block();
                self.next_marker = None;
            }
            TagEnd::Heading(_) => {
                self.finish_block();
                self.strong_depth = self.strong_depth.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.finish_block();
                let _ = self.next_list_numbers.pop();
            }
            TagEnd::Emphasis => self.emphasis_depth = self.emphasis_depth.saturating_sub(1),
            TagEnd::Strong => self.strong_depth = self.strong_depth.saturating_sub(1),
            TagEnd::Link => self.current_link = None,
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.hidden_depth = self.hidden_depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// Whether all of it was taken. A line ends where the note's author breaks it and nowhere else: line ends of code, or
    /// written as `&#10;`, would make a short note taller than the form beside it.
    fn push_text(&mut self, text: &str) -> bool {
        let mut is_blank = self
            .current_block
            .spans
            .last()
            .is_none_or(|span| span.text.ends_with([' ', '\n']));
        let folded = text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !is_deceptive(*c))
            .filter(|c| !(std::mem::replace(&mut is_blank, *c == ' ') && *c == ' '))
            .collect::<String>();

        self.push_clean_text(&folded)
    }

    /// The same with text that is clean.
    fn push_clean_text(&mut self, text: &str) -> bool {
        if self.hidden_depth > 0 {
            return true;
        }
        let room = MAX_SHOWN_CHARS - self.shown_chars;
        let mut clean = text.chars();
        let kept = clean.by_ref().take(room).collect::<String>();
        let is_whole = clean.next().is_none();
        self.shown_chars += kept.chars().count();
        if kept.is_empty() {
            return is_whole;
        }

        let span = NoteSpan {
            text: kept,
            is_emphasised: self.emphasis_depth > 0,
            is_strong: self.strong_depth > 0,
            link: self.current_link.clone(),
        };
        match self.current_block.spans.last_mut() {
            Some(last) if last.has_style_of(&span) => last.text.push_str(&span.text),
            _ => self.current_block.spans.push(span),
        }

        is_whole
    }

    /// Ends the open block, if there is anything in it.
    fn finish_block(&mut self) {
        let mut block = std::mem::take(&mut self.current_block);
        while let Some(last) = block.spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            let _ = block.spans.pop();
        }
        if block.spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }

        block.depth = u8::try_from(self.next_list_numbers.len())
            .unwrap_or(MAX_DEPTH)
            .min(MAX_DEPTH);
        block.marker = self.next_marker.take();
        self.blocks.push(block);
    }

    /// Marks the end as cut off.
    fn append_ellipsis(&mut self) {
        let last = match self.current_block.spans.last_mut() {
            Some(last) => Some(last),
            None => self
                .blocks
                .last_mut()
                .and_then(|block| block.spans.last_mut()),
        };
        if let Some(last) = last {
            last.text.truncate(last.text.trim_end().len());
            last.text.push('…');
        }
    }
}

impl NoteSpan {
    fn has_style_of(&self, other: &Self) -> bool {
        self.is_emphasised == other.is_emphasised
            && self.is_strong == other.is_strong
            && self.link == other.link
    }
}

fn parse_link(address: &str) -> Option<NoteLink> {
    if address.len() > MAX_ADDRESS_BYTES || address.chars().any(is_deceptive) {
        return None;
    }
    let address = Url::parse(address).ok()?;
    let is_web = matches!(address.scheme(), "http" | "https");
    let is_bare = address.username().is_empty() && address.password().is_none();
    let name = match address.host()? {
        Host::Domain(domain) => display_domain(domain),
        other => other.to_string(),
    };
    let host = match address.port() {
        Some(port) => format!("{name}:{port}"),
        None => name,
    };

    (is_web && is_bare).then_some(NoteLink { address, host })
}

#[cfg(test)]
mod tests;
