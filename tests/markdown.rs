//! Nothing a person writes can break or forge the structure of a Markdown document.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever the writer never means to write is a fault, now and in later readers"
)]

use dialogmote::document::markdown::markdown;
use dialogmote::document::{
    Document,
    block::{Block, Level, TextSpan, note, quote},
};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

/// Texts that mean something to some reader of Markdown, or have broken one.
pub const NASTY: &[&str] = &[
    "# ikke overskrift",
    "####### sju",
    "#",
    "##",
    "slutt #",
    "slutt ##",
    "C#",
    r"slutt \#",
    "# #",
    "> ikke sitat",
    ">",
    "> > to",
    "- punkt",
    "-",
    "- ",
    "+ punkt",
    "+",
    "* punkt",
    "*",
    "- - dypt",
    "- [ ] gjort",
    "[ ] gjort",
    "[x] gjort",
    "[X]",
    "[x](y)",
    "1. januar",
    "1) en",
    "2026. året",
    "1.",
    "1)",
    "1234567890. for langt",
    "0. null",
    "---",
    "***",
    "___",
    "* * *",
    "- - -",
    "_ _ _",
    "===",
    "=",
    "--",
    "-----",
    "a\n---",
    "a\n===",
    "a\n-",
    "a\n- b",
    "a\n1. b",
    "a\n# b",
    "a\n> b",
    "a\n```\nb",
    "a\n\nb",
    "a\n    b",
    "\n\n a",
    "a | b\n--- | ---\nc | d",
    "|a|\n|-|",
    "a\n:-",
    "a\n-:",
    "a | b\n:-: | :-:",
    "|",
    "||",
    "a|b",
    r"a\|b",
    r"a\\|b",
    "| --- |",
    "*a*",
    "**a**",
    "***a***",
    "_a_",
    "__a__",
    "__init__",
    "snake_case_navn",
    "a_b_",
    "_a_b",
    "2*3*4",
    "2 * 3 * 4",
    "a*",
    "*a",
    "**",
    "~a~",
    "~~a~~",
    "~50",
    "~50 og ~60",
    "~~~",
    "~~~\na\n~~~",
    "a~b~c",
    "`a`",
    "``",
    "```",
    "```rust",
    "`",
    r"`\`",
    "<script>alert(1)</script>",
    "<b>fet</b>",
    "<!-- skjult -->",
    "<?php ?>",
    "<!DOCTYPE html>",
    "<![CDATA[x]]>",
    "</div>",
    "<div>",
    "<br>",
    "<br/>",
    "<kari@nav.no>",
    "<https://nav.no>",
    "<3",
    "a < b > c",
    "a<b",
    "<",
    "<a href='x'>",
    "&aring;",
    "&amp;",
    "&#229;",
    "&#xe5;",
    "&#0;",
    "&nbsp;",
    "&lt;b&gt;",
    "AT&T",
    "R&D;",
    "&",
    "&;",
    "&copy",
    "&&amp;",
    "[a](b)",
    "[a](<b>)",
    "[a]: b",
    "[a]: http://b 'c'",
    "[a]",
    "[a][b]",
    "[a][]",
    "![a](b)",
    "![a]",
    "[^1]",
    "[^1]: fotnote",
    "[a\n](b)",
    "[[a]]",
    "[!NOTE]",
    "[!NOTE]\na",
    "[",
    "]",
    "](",
    "[]()",
    "[](",
    "](x)",
    "http://nav.no",
    "https://nav.no/a_b_c",
    "https://nav.no/a*b*",
    "se http://nav.no.",
    "(http://nav.no)",
    "http://",
    "ftp://a.b/c",
    "http://nav.no?a=1&amp;b=2",
    "http://nav.no/a|b",
    r"http://nav.no\a",
    "http://nav.no/<b>",
    "xhttp://nav.no",
    "HTTP://NAV.NO",
    "https://@nav.nohttp://-",
    "http://nav.no/*",
    "http://å.no/`x`",
    "http://a.no]",
    "[http://a.no](b)",
    "[http://]:#a",
    r"\http://a.no",
    "<.kari@nav.no>",
    "<3@nav.no>",
    "**http://a.no**",
    "www.nav.no",
    "www.nav.no/a_b",
    "WWW.nav.no",
    "(www.nav.no)",
    "www.",
    "wwww.a.b",
    "kari@nav.no",
    "_kari_@nav.no",
    "mailto:a@b.no",
    r"slutt\",
    r"\",
    r"\\",
    r"C:\Users",
    r"\*a\*",
    r"\_",
    r"a\ b",
    r"\&amp;",
    r"\<b>",
    r"\`a`",
    "a\\\nb",
    "a  \nb",
    "    kode",
    "\tkode",
    "   a",
    "a   b",
    "\u{a0}a\u{a0}",
    "\u{a0}",
    "\u{a0}# a",
    "\u{2003}- a",
    "\u{a0}\u{a0}\u{a0}\u{a0}a",
    "50\u{a0}%",
    "\u{feff}a",
    "\u{200b}",
    "\u{200b}# a",
    "\u{200d}",
    "\u{2028}# a",
    "a\r\n# b",
    "a\r# b",
    "\0",
    "a\u{b}- b",
    "\u{1b}[1m",
    "\u{85}a",
    "$a$",
    "$$a$$",
    "$`a`$",
    "koster 5$ og 6$",
    ":smile:",
    "@kari",
    "#12",
    "sak #12 – 50 %",
    "a: b\n: c",
    "{#id}",
    "a {#id}",
    "+++\na = 1\n+++",
    "---\na: 1\n---",
    "…",
    "\u{301}",
    "_\u{301}a_",
    "e\u{301}*a*",
    "Ⓐ_Ⓐ_",
    "Ⓐ_a_Ⓐ",
    "«a»*b*«c»",
    "渡辺_a_",
    "👩‍👩‍👧‍👦",
    "🇳🇴_a_",
    "*🇳🇴*",
    "*«a»*",
    "\"a\" -- 'b'",
    "a--b",
    "%%",
    "^a^",
    "==a==",
    "a;b",
    "&#",
    "&a",
    "!",
    "![",
    "!]",
    "()",
    "{}",
    "'",
    "\"",
];

/// What random texts are made of: signs with a meaning, and pieces of such.
pub const PIECES: &[&str] = &[
    "#",
    "##",
    "*",
    "**",
    "_",
    "__",
    "-",
    "--",
    "---",
    "+",
    "=",
    "===",
    "~",
    "~~",
    "~~~",
    "`",
    "```",
    ">",
    "<",
    "|",
    "\\",
    "/",
    "[",
    "]",
    "(",
    ")",
    "!",
    "&",
    ";",
    ":",
    ".",
    "'",
    "\"",
    "^",
    "@",
    "$",
    "{",
    "}",
    "%",
    "?",
    ",",
    " ",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "\r",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "0",
    "1",
    "9",
    "1.",
    "2)",
    "a",
    "b",
    "x",
    "X",
    "å",
    "ø",
    "é",
    "e\u{301}",
    "渡",
    "🇳🇴",
    "👩‍👧",
    "«",
    "»",
    "–",
    "…",
    "Ⓐ",
    "€",
    "www",
    "www.",
    "http",
    "http://",
    "https://",
    "ftp://",
    "://",
    "nav.no",
    "kari@nav.no",
    "mailto:",
    "amp;",
    "#229;",
    "nbsp",
    "&amp;",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "[ ]",
    "[x]",
    "[^1]",
    "[!NOTE]",
    "]:",
    "](",
    "- ",
    "* ",
    "1. ",
    "# ",
    "> ",
    "|-|",
    "---|---",
    "ord",
    "Frist:",
];

#[test]
fn every_nasty_text_comes_back_in_every_place() {
    let texts = NASTY.iter().chain(PIECES).copied();
    for document in texts.flat_map(everywhere) {
        check(&document);
    }
}

#[test]
fn every_nasty_label_stays_bold_before_a_gap() {
    for text in NASTY.iter().chain(PIECES).copied() {
        let spans = vec![
            TextSpan::bold(text),
            TextSpan::plain(" verdi\nog "),
            TextSpan::bold(text),
        ];
        let blocks = vec![
            Block::Paragraph(spans.clone()),
            Block::List(vec![spans.clone()]),
            Block::Quote(spans),
        ];
        let document = Document {
            title: None,
            blocks,
        };
        let written = markdown(&document);
        assert_eq!(read(&written), document.tidy(), "\n{written}");
    }
}

proptest! {
    // More cases than usual, for the faults left here are rare. The default way to keep failures
    // looks for a `lib.rs` beside the test.
    #![proptest_config(ProptestConfig {
        cases: 8_192,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_document_comes_back_as_it_was(document in documents()) {
        check(&document);
    }
}

fn check(document: &Document) {
    let written = markdown(document);
    assert_eq!(
        weightless(read(&written)),
        weightless(document.clone()),
        "\n{written}"
    );
    assert!(!written.contains("\n\n\n"), "{written:?}");
    assert!(
        written.is_empty() || written.ends_with('\n') && !written.ends_with("\n\n"),
        "{written:?}"
    );
}

/// The writer gives the weight of a text up where no reader would see it.
fn weightless(mut document: Document) -> Document {
    for block in &mut document.blocks {
        let spans: Vec<&mut TextSpan> = match block {
            Block::Heading { .. } | Block::Table { .. } => vec![],
            Block::Paragraph(spans) | Block::Quote(spans) => spans.iter_mut().collect(),
            Block::List(items) | Block::Numbered(items) => items.iter_mut().flatten().collect(),
        };
        for span in spans {
            span.bold = false;
        }
    }
    document.tidy()
}

/// The text in each kind of place, alone and beside other text.
pub fn everywhere(text: &str) -> Vec<Document> {
    let plain = || vec![TextSpan::plain(text)];
    let label = || vec![TextSpan::bold(text), TextSpan::plain(" verdi")];
    let value = || {
        vec![
            TextSpan::bold("Etikett:"),
            TextSpan::plain(" "),
            TextSpan::plain(text),
        ]
    };
    let tight = || {
        vec![
            TextSpan::plain("før"),
            TextSpan::bold(text),
            TextSpan::plain("etter"),
        ]
    };
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    let table = |cells: [&str; 3]| Block::Table {
        head: row(cells),
        rows: vec![row(cells), row(["x", text, "y"])],
    };
    let mut blocks = vec![
        heading(Level::One, text),
        heading(Level::Two, &format!("før {text}")),
        heading(Level::Three, &format!("{text} etter")),
        Block::Paragraph(plain()),
        Block::Paragraph(label()),
        Block::Paragraph(value()),
        Block::Paragraph(tight()),
        Block::Paragraph(vec![TextSpan::plain(format!("før\n{text}\netter"))]),
        Block::List(vec![plain(), label(), value(), tight()]),
        Block::Numbered(vec![plain(), label(), value(), tight()]),
        Block::Quote(plain()),
        Block::Quote(value()),
        table([text, text, text]),
        table(["a", "b", text]),
        Block::Table {
            head: vec![text.into()],
            rows: vec![vec![text.into()]],
        },
        Block::Table {
            head: vec![String::new()],
            rows: vec![vec![text.into()]],
        },
        Block::Table {
            head: vec![],
            rows: vec![row(["", text, ""]), vec![]],
        },
    ];
    blocks.extend(note(text));
    blocks.extend(quote(text));
    let whole = Document {
        title: Some(text.into()),
        blocks: blocks.clone(),
    };
    blocks
        .into_iter()
        .map(|block| Document {
            title: None,
            blocks: vec![block],
        })
        .chain([whole])
        .collect()
}

pub fn documents() -> impl Strategy<Value = Document> {
    let blocks = prop::collection::vec(block(), 0..6);
    (prop::option::of(text()), blocks).prop_map(|(title, blocks)| Document { title, blocks })
}

fn block() -> impl Strategy<Value = Block> {
    let row = || prop::collection::vec(text(), 0..4);
    let items = || prop::collection::vec(spans(), 0..4);
    let level = prop::sample::select(vec![Level::One, Level::Two, Level::Three]);
    prop_oneof![
        (level, text()).prop_map(|(level, text)| heading(level, &text)),
        spans().prop_map(Block::Paragraph),
        items().prop_map(Block::List),
        items().prop_map(Block::Numbered),
        (row(), prop::collection::vec(row(), 0..4))
            .prop_map(|(head, rows)| Block::Table { head, rows }),
        spans().prop_map(Block::Quote),
    ]
}

fn spans() -> impl Strategy<Value = Vec<TextSpan>> {
    prop::collection::vec(
        (text(), any::<bool>()).prop_map(|(text, bold)| TextSpan { text, bold }),
        0..4,
    )
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => prop::sample::select(NASTY).prop_map(str::to_owned),
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..10).prop_map(|pieces| pieces.concat()),
        1 => ".{0,8}",
    ]
}

/// Reads Markdown back with every extension on; whatever the writer never means to write is a failure.
pub fn read(markdown: &str) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut document = Document::default();
    let mut spans = Vec::new();
    let mut bold = false;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(words) => spans.push(TextSpan {
                text: words.into_string(),
                bold,
            }),
            Event::HardBreak => spans.push(TextSpan::plain("\n")),
            Event::Start(Tag::Strong) => bold = true,
            Event::End(TagEnd::Strong) => bold = false,
            Event::Start(tag) => start(&tag, &mut document.blocks),
            Event::End(tag) => end(tag, &mut spans, &mut document),
            forged => panic!("{forged:?} in\n{markdown}"),
        }
    }
    assert_eq!(spans, []);
    // The reader hands a line over in pieces, and tidying joins them.
    let joined = document.tidy();
    assert_eq!(joined.blocks.len(), document.blocks.len(), "{markdown}");
    joined
}

fn start(tag: &Tag, blocks: &mut Vec<Block>) {
    match tag {
        Tag::List(None) => blocks.push(Block::List(vec![])),
        Tag::List(Some(1)) => blocks.push(Block::Numbered(vec![])),
        Tag::Table(_) => blocks.push(Block::Table {
            head: vec![],
            rows: vec![],
        }),
        Tag::TableRow => match blocks.last_mut() {
            Some(Block::Table { rows, .. }) => rows.push(vec![]),
            other => panic!("a row in {other:?}"),
        },
        Tag::BlockQuote(None) => blocks.push(Block::Quote(vec![])),
        Tag::Heading { .. } | Tag::Paragraph | Tag::Item | Tag::TableHead | Tag::TableCell => {}
        Tag::Link {
            link_type: LinkType::Autolink,
            ..
        } => {}
        forged => panic!("{forged:?} after {blocks:?}"),
    }
}

fn end(tag: TagEnd, spans: &mut Vec<TextSpan>, document: &mut Document) {
    let content = match tag {
        TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell | TagEnd::Paragraph => {
            std::mem::take(spans)
        }
        _ => return,
    };
    let text = || {
        content
            .iter()
            .map(|span| span.text.as_str())
            .collect::<String>()
    };
    match (tag, document.blocks.last_mut()) {
        (TagEnd::Heading(HeadingLevel::H1), None) if document.title.is_none() => {
            document.title = Some(text());
        }
        (TagEnd::Heading(HeadingLevel::H2), _) => {
            document.blocks.push(heading(Level::One, &text()));
        }
        (TagEnd::Heading(HeadingLevel::H3), _) => {
            document.blocks.push(heading(Level::Two, &text()));
        }
        (TagEnd::Heading(HeadingLevel::H4), _) => {
            document.blocks.push(heading(Level::Three, &text()));
        }
        (TagEnd::Item, Some(Block::List(items) | Block::Numbered(items))) => items.push(content),
        (TagEnd::TableCell, Some(Block::Table { head, rows })) => {
            rows.last_mut().unwrap_or(head).push(text());
        }
        (TagEnd::Paragraph, Some(Block::Quote(words))) if words.is_empty() => *words = content,
        (TagEnd::Paragraph, _) => document.blocks.push(Block::Paragraph(content)),
        (forged, before) => panic!("{forged:?} after {before:?}"),
    }
}

fn heading(level: Level, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.into(),
    }
}
