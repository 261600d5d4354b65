//! A project's public note as it may be shown (S-34): paragraphs, lists, emphasis, and links with their host beside
//! them. Owns what of Markdown is kept; what it looks like is `ui`'s.
//!
//! The note is the server's text, so everything in it that could pretend to be Latchkey is taken away: headings are no
//! larger than the rest, HTML and pictures are not there at all, links lead to the web only and always say to which
//! host. Letters that hide or turn text are removed after Markdown was read, because `&#x202e;` is one of them only
//! then. Reading stops at a length nobody reads beside a sign-in form.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use url::{Host, Url};

use super::{host, is_deceptive};

/// Most characters shown.
const MAX_SHOWN: usize = 1_500;
/// Most bytes read: references to links are looked for in all of them first.
const MAX_READ: usize = 64 * 1024;
/// Most paragraphs, lines of lists, and lines broken on purpose.
const MAX_BLOCKS: usize = 40;
/// Longest address a link may have, in bytes.
const MAX_ADDRESS: usize = 2_048;
/// How deep lists are shown.
const MAX_DEPTH: u8 = 3;

/// One paragraph, or one line of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// How deep in lists it is; 0 is a paragraph.
    pub depth: u8,
    /// What stands before the first line of a list's entry: a bullet or a number.
    pub marker: Option<String>,
    /// Its text.
    pub spans: Vec<Span>,
}

/// A stretch of text that looks the same throughout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
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
    /// Its host as it may honestly be shown (S-32), with the port if it is not the usual one.
    pub host: String,
}

/// Reads a note.
pub fn note(markdown: &str) -> Vec<Block> {
    let end = (0..=MAX_READ.min(markdown.len()))
        .rev()
        .find(|end| markdown.is_char_boundary(*end))
        .unwrap_or(0);
    let mut reading = Reading::default();
    for event in Parser::new_ext(&markdown[..end], Options::empty()) {
        if !reading.take(event) {
            reading.cut();
            break;
        }
    }
    reading.close();

    reading.blocks
}

/// The beginning of a note, at most so many characters, blocks and lines (before they are wrapped), and whether that is
/// all of it.
pub fn shortened(
    blocks: &[Block],
    characters: usize,
    paragraphs: usize,
    lines: usize,
) -> (Vec<Block>, bool) {
    let mut first = Reading::default();
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

    let length = |blocks: &[Block]| {
        let spans = blocks.iter().flat_map(|block| &block.spans);
        spans.map(|span| span.text.len()).sum::<usize>()
    };
    let is_whole = length(&first.blocks) == length(blocks);
    if !is_whole {
        first.cut();
    }

    (first.blocks, is_whole)
}

/// What is known half-way.
#[derive(Debug, Default)]
struct Reading {
    blocks: Vec<Block>,
    open: Block,
    shown: usize,
    /// Lines that were broken on purpose.
    breaks: usize,
    emphasis: usize,
    strong: usize,
    /// Pictures and blocks of HTML the text of which is not shown.
    hidden: usize,
    link: Option<NoteLink>,
    /// The next number of each list around; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// The next block begins an entry.
    marker: Option<String>,
}

impl Reading {
    /// Whether there is room for more.
    fn take(&mut self, event: Event<'_>) -> bool {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => return self.push(&text),
            Event::SoftBreak => return self.push(" "),
            Event::HardBreak => {
                let is_room = self.blocks.len() + self.breaks < MAX_BLOCKS;
                self.breaks += usize::from(is_room);
                return self.add(if is_room { "\n" } else { " " });
            }
            // No HTML, no lines across, and nothing of extensions that are not asked for.
            _ => {}
        }

        self.blocks.len() < MAX_BLOCKS
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::CodeBlock(_) => self.close(),
            Tag::Heading { .. } => {
                self.close();
                self.strong += 1;
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}.");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "•".to_owned(),
                });
            }
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.link = link(&dest_url),
            Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => self.hidden += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock => self.close(),
            TagEnd::Item => {
                self.close();
                self.marker = None;
            }
            TagEnd::Heading(_) => {
                self.close();
                self.strong = self.strong.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                let _ = self.lists.pop();
            }
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// Whether all of it was taken. A line ends where the note's author breaks it and nowhere else: line ends of code, or
    /// written as `&#10;`, would make a short note taller than the form beside it.
    fn push(&mut self, text: &str) -> bool {
        let mut is_blank = self
            .open
            .spans
            .last()
            .is_none_or(|span| span.text.ends_with([' ', '\n']));
        let folded = text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !is_deceptive(*c))
            .filter(|c| !(std::mem::replace(&mut is_blank, *c == ' ') && *c == ' '))
            .collect::<String>();

        self.add(&folded)
    }

    /// The same with text that is clean.
    fn add(&mut self, text: &str) -> bool {
        if self.hidden > 0 {
            return true;
        }
        let room = MAX_SHOWN - self.shown;
        let mut clean = text.chars();
        let kept = clean.by_ref().take(room).collect::<String>();
        let is_whole = clean.next().is_none();
        self.shown += kept.chars().count();
        if kept.is_empty() {
            return is_whole;
        }

        let span = Span {
            text: kept,
            is_emphasised: self.emphasis > 0,
            is_strong: self.strong > 0,
            link: self.link.clone(),
        };
        match self.open.spans.last_mut() {
            Some(last) if last.looks_like(&span) => last.text.push_str(&span.text),
            _ => self.open.spans.push(span),
        }

        is_whole
    }

    /// Ends the open block, if there is anything in it.
    fn close(&mut self) {
        let mut block = std::mem::take(&mut self.open);
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

        block.depth = u8::try_from(self.lists.len())
            .unwrap_or(MAX_DEPTH)
            .min(MAX_DEPTH);
        block.marker = self.marker.take();
        self.blocks.push(block);
    }

    /// Says that there was more.
    fn cut(&mut self) {
        let last = match self.open.spans.last_mut() {
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

impl Span {
    fn looks_like(&self, other: &Self) -> bool {
        self.is_emphasised == other.is_emphasised
            && self.is_strong == other.is_strong
            && self.link == other.link
    }
}

fn link(address: &str) -> Option<NoteLink> {
    if address.len() > MAX_ADDRESS || address.chars().any(is_deceptive) {
        return None;
    }
    let address = Url::parse(address).ok()?;
    let is_web = matches!(address.scheme(), "http" | "https");
    let is_bare = address.username().is_empty() && address.password().is_none();
    let name = match address.host()? {
        Host::Domain(domain) => host::display(domain),
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
