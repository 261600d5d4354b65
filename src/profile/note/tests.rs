//! What of a note is shown, and what is not.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at once"
)]

use super::*;

/// Each block on a line of its own: depth, marker, and the spans with what they are.
fn as_text(markdown: &str) -> String {
    let lines = parse_note(markdown).into_iter().map(|block| {
        let spans = block.spans.iter().map(|span| {
            let mut text = span.text.clone();
            if span.is_emphasised {
                text = format!("/{text}/");
            }
            if span.is_strong {
                text = format!("*{text}*");
            }
            match &span.link {
                Some(link) => format!("[{text}>{}]", link.host),
                None => text,
            }
        });
        let marker = block.marker.map(|marker| marker + " ").unwrap_or_default();

        "  ".repeat(block.depth.into()) + &marker + &spans.collect::<String>()
    });

    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn paragraphs_lists_and_emphasis_are_kept() {
    for (markdown, shown) in [
        ("one\ntwo", "one two"),
        ("one  \ntwo", "one\ntwo"),
        ("one\n\ntwo", "one\ntwo"),
        ("a *b* **c** ***d***", "a /b/ *c* */d/*"),
        ("- one\n- two\n  - three", "  • one\n  • two\n    • three"),
        ("3. one\n4. two", "  3. one\n  4. two"),
        ("1. one\n\n   more\n2. two", "  1. one\n  more\n  2. two"),
        ("`code` and\n\n```sh\nrm -rf x\n```", "code and\nrm -rf x"),
        ("> said", "said"),
        ("one\n\n---\n\ntwo", "one\ntwo"),
        ("", ""),
        (" \n \n", ""),
    ] {
        assert_eq!(as_text(markdown), shown, "{markdown:?}");
    }
}

#[test]
fn s_34_nothing_of_a_note_looks_like_latchkey() {
    for (markdown, shown) in [
        // A heading is a line of strong text.
        ("# Session expired", "*Session expired*"),
        ("Session expired\n===", "*Session expired*"),
        // No picture, no words of one either: it could say that it is a button.
        ("![Sign in](https://evil.test/button.png)", ""),
        ("[![x](https://evil.test/b.png)](https://evil.test)", ""),
        // No HTML.
        ("<h1>Sign in</h1>", ""),
        ("<script>alert(1)</script>", ""),
        ("a <b>c</b> d", "a c d"),
        ("<!-- x -->", ""),
        ("<style>*{}</style>\n\nafter", "after"),
    ] {
        assert_eq!(as_text(markdown), shown, "{markdown:?}");
    }
}

#[test]
fn s_34_letters_that_hide_or_turn_text_are_gone_however_they_are_written() {
    for (markdown, shown) in [
        ("a\u{202e}b\u{200b}c", "abc"),
        ("a&#x202e;b", "ab"),
        ("a&#8203;b&#x2066;c&#xAD;d", "abcd"),
        ("bell&#7;\u{1b}[31mred", "bell[31mred"),
        ("**&#x202e;**", ""),
    ] {
        assert_eq!(as_text(markdown), shown, "{markdown:?}");
    }
}

#[test]
fn s_34_s_36_a_link_leads_to_the_web_and_says_where() {
    for (markdown, shown) in [
        (
            "[help](https://help.example.com/a?b=c)",
            "[help>help.example.com]",
        ),
        (
            "[help](http://h.example.com:8080)",
            "[help>h.example.com:8080]",
        ),
        (
            "<https://help.example.com/x>",
            "[https://help.example.com/x>help.example.com]",
        ),
        (
            "[https://bank.test](https://evil.test)",
            "[https://bank.test>evil.test]",
        ),
        ("[x](https://xn--80ak6aa92e.com/)", "[x>xn--80ak6aa92e.com]"),
        ("[x](https://bücher.example)", "[x>bücher.example]"),
        ("[x][1]\n\n[1]: https://a.test", "[x>a.test]"),
        // Not the web, not from here, or with a name in front of the host.
        ("[x](javascript:alert(1))", "x"),
        ("[x](file:///etc/passwd)", "x"),
        ("[x](app.latchkey://auth/add?url=y)", "x"),
        ("[x](mailto:a@b.test)", "x"),
        ("[x](/admin)", "x"),
        ("[x](//evil.test)", "x"),
        ("[x](https://bank.test@evil.test)", "x"),
        ("[x](https://bank.test\u{202e}x)", "x"),
        ("[x](https://)", "x"),
    ] {
        assert_eq!(as_text(markdown), shown, "{markdown:?}");
    }
}

#[test]
fn s_34_a_long_note_ends() {
    let long = parse_note(&"word ".repeat(20_000));
    let shown = long[0].spans[0].text.chars().count();
    assert!(shown <= MAX_SHOWN_CHARS + 1, "{shown}");
    assert!(long[0].spans[0].text.ends_with('…'));

    let lines = parse_note(&"- x\n".repeat(10_000));
    assert_eq!(lines.len(), MAX_BLOCKS);
    assert!(lines.last().unwrap().spans[0].text.ends_with('…'));

    let address = format!("[x](https://a.test/{})", "y".repeat(MAX_ADDRESS_BYTES));
    assert_eq!(as_text(&address), "x");

    let just = "é".repeat(MAX_SHOWN_CHARS);
    assert_eq!(as_text(&just), just);
    // Cut between letters, not inside one.
    assert_eq!(parse_note(&"é".repeat(MAX_READ_BYTES)).len(), 1);
}

#[test]
fn s_34_a_line_ends_only_where_the_author_breaks_it() {
    for (markdown, shown) in [
        ("a&#10;&#10;&#13;b&#x2028;c", "a b c"),
        ("a&nbsp;&#10;*b*", "a /b/"),
        ("```\na\n\n\nb\n```", "a b"),
        ("    a\n    b", "a b"),
    ] {
        assert_eq!(as_text(markdown), shown, "{markdown:?}");
    }
    let tall = parse_note(&"x  \n".repeat(700));
    assert_eq!(tall.len(), 1);
    assert_eq!(tall[0].spans[0].text.lines().count(), MAX_BLOCKS + 1);
}

#[test]
fn s_34_what_is_nested_without_end_is_shown_flat() {
    for unit in ["> ", "- ", "*", "[", "<b>", "1. "] {
        let deep = unit.repeat(5_000) + "x";
        assert!(
            parse_note(&deep)
                .iter()
                .all(|block| block.depth <= MAX_DEPTH)
        );
    }
}

#[test]
fn a_note_is_shortened_between_letters() {
    let blocks = parse_note("one **two** three\n\nfour\n\nfive");
    let told = |characters, paragraphs| {
        let (blocks, is_whole) = truncate_note(&blocks, characters, paragraphs, 9);
        let texts = blocks.iter().map(|block| {
            let spans = block.spans.iter().map(|span| span.text.as_str());
            spans.collect::<String>()
        });
        (texts.collect::<Vec<_>>().join("|"), is_whole)
    };

    assert_eq!(told(99, 9), ("one two three|four|five".to_owned(), true));
    assert_eq!(told(99, 2), ("one two three|four…".to_owned(), false));
    assert_eq!(told(5, 9), ("one t…".to_owned(), false));
    assert_eq!(told(13, 9), ("one two three…".to_owned(), false));
}

#[test]
fn s_34_a_shortened_note_has_few_lines() {
    for (markdown, shown) in [
        ("a  \nb  \nc  \nd  \ne", "a\nb\nc…"),
        ("a  \nb\n\nc  \nd", "a\nb|c…"),
        ("a  \n**b**  \nc  \nd\n\ne", "a\nb\nc…"),
        ("a  \nb\n\nc", "a\nb|c"),
    ] {
        let (blocks, is_whole) = truncate_note(&parse_note(markdown), 99, 9, 3);
        let texts = blocks.iter().map(|block| {
            let spans = block.spans.iter().map(|span| span.text.as_str());
            spans.collect::<String>()
        });
        assert_eq!(texts.collect::<Vec<_>>().join("|"), shown, "{markdown:?}");
        assert_eq!(is_whole, !shown.contains('…'), "{markdown:?}");
    }
}
