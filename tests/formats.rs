//! One document in all its formats: the same words in each, whatever they are, and the same bytes each time.

pub mod reading;

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use dialogmote::{
    document::{
        Document,
        block::{Block, Level, TextSpan, lines},
        document, in_format,
    },
    meeting::{
        Contents, DocumentKind, Format, Language, PlanField, Record, Said, Stage,
        clean::{clean, clean_line},
    },
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::{
    calendar,
    machine::at_stage,
    markdown::{self, NASTY, PIECES, documents, everywhere},
    timing::oslo,
};

fn made(document: &Document, format: Format) -> Vec<u8> {
    in_format(
        document,
        format,
        Language::Bokmal,
        calendar::at("2026-11-27T09:30:00Z"),
    )
    .unwrap()
}

fn text(document: &Document, format: Format) -> String {
    String::from_utf8(made(document, format)).unwrap()
}

/// A reviewed document, as its Markdown says it.
fn golden(name: &str) -> Document {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    let mut document = markdown::read(&fs::read_to_string(file).unwrap());
    // Read back, the title is the first heading.
    if document.title.is_none()
        && let Some(Block::Heading { text, .. }) = document.blocks.first()
    {
        document.title = Some(text.clone());
        document.blocks.remove(0);
    }
    document
}

const GOLDEN: [&str; 9] = [
    "case1.md",
    "case1_plan.md",
    "case2.md",
    "case3.md",
    "case3_arkiv.md",
    "case3_bekreftelse.md",
    "case5_plan.md",
    "innkalling.md",
    "sporsmal.md",
];

/// Everything the document says from top to bottom where lines are broken, a blank between what stands apart; marks of
/// lists left out.
fn said(document: &Document) -> String {
    let of_spans = |spans: &[TextSpan]| {
        let lines = lines(spans);
        let line = |line: &Vec<TextSpan>| {
            line.iter()
                .map(|span| span.text.as_str())
                .collect::<String>()
        };
        lines.iter().map(line).collect::<Vec<_>>().join(" ")
    };
    let document = document.tied();
    let mut pieces: Vec<String> = document.title.clone().into_iter().collect();
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => pieces.push(text.clone()),
            Block::Paragraph(spans) | Block::Quote(spans) => pieces.push(of_spans(spans)),
            Block::List(items) | Block::Numbered(items) => {
                pieces.extend(items.iter().map(|item| of_spans(item)));
            }
            Block::Table { head, rows } => {
                pieces.extend(head.iter().chain(rows.iter().flatten()).cloned());
            }
        }
    }
    // No format has a place for what is no character.
    let no_character = |sign: char| {
        u32::from(sign) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&sign)
    };
    pieces.join(" ").replace(no_character, "\u{fffd}")
}

fn words(text: &str) -> String {
    // A no-break space is a sign of the text, and stays.
    text.split([' ', '\n'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn ink(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// Reads HTML and Word back.
fn check(document: &Document) {
    let said = words(&said(document));
    assert_eq!(words(&reading::html(&text(document, Format::Html))), said);
    assert_eq!(words(&reading::word(&made(document, Format::Word))), said);
}

/// Texts that programs have choked on.
fn hostile() -> Vec<String> {
    [
        "\0\u{1}\u{1b}[2J\u{7f}\u{9b}31mrød\u{b}ny\u{c}side\u{85}linje",
        "\u{fffe}\u{ffff}\u{fdd0}\u{1ffff} \u{e000}\u{f8ff}",
        "]]></w:t></w:r></w:p><w:p/> &#0; &#xfffe; &lt;",
        "</style><script>alert(1)</script><style>",
        "{\\rtf1} \\u0 %PDF-1.7 (a) Tj ET endstream endobj",
        "=HYPERLINK(\"https://nav.no\") \"';--",
        "a\u{30a}e\u{301}o\u{308} \u{301}alene x\u{30a}\u{301}\u{323}",
        "👩\u{200d}🔧🇳🇴 渡辺 Ђорђе Ελένη Nguyễn Đặng שלום مرحبا กขค",
        "50\u{a0}% kl.\u{202f}10\u{2007}t",
        "\u{202e}snudd\u{2066}\u{feff}\u{ad}\u{200b}",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A line of 50 kB, once in each kind of block.
fn long_lines() -> Document {
    let words = "Et møte om å komme tilbake, ";
    let texts = ["<&>\"'".repeat(10_000), words.repeat(50_000 / words.len())];
    let spans = |text: &str| vec![TextSpan::bold("Om:"), TextSpan::plain(format!(" {text}"))];
    let blocks = texts.iter().flat_map(|text| {
        [
            Block::Heading {
                level: Level::One,
                text: text.clone(),
            },
            Block::Paragraph(spans(text)),
            Block::Numbered(vec![spans(text)]),
            Block::Quote(spans(text)),
            Block::Table {
                head: vec!["Nr.".to_owned(), "Hva".to_owned()],
                rows: vec![vec!["1".to_owned(), text.clone()]],
            },
        ]
    });
    Document {
        title: Some("x".repeat(50_000)),
        blocks: blocks.collect(),
    }
}

/// All of these texts in all places of one document.
fn whole(texts: impl Iterator<Item = String>) -> Document {
    let blocks = texts.flat_map(|text| everywhere(&text).pop().unwrap().blocks);
    Document {
        title: Some("<Referat> & «alt»".to_owned()),
        blocks: blocks.collect(),
    }
}

fn nasty() -> impl Iterator<Item = String> {
    NASTY.iter().chain(PIECES).map(|text| (*text).to_owned())
}

#[test]
fn the_reviewed_documents_say_the_same_in_html_and_word() {
    for name in GOLDEN {
        let document = golden(name);
        assert!(document.blocks.len() > 5, "{name}");
        check(&document);
    }
}

#[test]
fn no_text_can_become_anything_but_text() {
    for text in nasty() {
        check(everywhere(&text).last().unwrap());
    }
    for text in hostile() {
        check(everywhere(&text).last().unwrap());
    }
    check(&long_lines());
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for format in Format::ALL {
        for document in [golden("case1.md"), whole(nasty().take(20))] {
            assert!(
                made(&document, format) == made(&document, format),
                "{format:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_says_the_same_in_html_and_word(document in documents()) {
        check(&document);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_document_becomes_a_pdf(document in documents()) {
        prop_assert!(made(&document, Format::Pdf).len() > 1000);
    }
}

#[test]
fn html_fetches_nothing_runs_nothing_and_says_its_language() {
    let html = text(&golden("case1.md"), Format::Html);
    assert!(html.contains("<html lang=\"nb-NO\">"));
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"));
    assert!(html.contains("counter(page)") && html.contains("size: A4"));
    assert!(html.contains("<th scope=\"col\">Hva</th>"), "{html}");
    for other in [
        "<script", "<img", "<link", "url(", "@import", "http:", "https:",
    ] {
        assert!(!html.contains(other), "{other}");
    }
}

#[test]
fn word_has_styles_heads_that_repeat_numbers_of_pages_and_its_language() {
    let item = || vec![vec![TextSpan::plain("en")]];
    let document = Document {
        title: Some("Referat".into()),
        blocks: vec![
            Block::Heading {
                level: Level::One,
                text: "Avtaler".into(),
            },
            Block::Numbered(item()),
            Block::Numbered(item()),
            Block::Table {
                head: vec!["Hva".into()],
                rows: vec![vec!["Ring".into()]],
            },
        ],
    };
    let parts = reading::parts(&made(&document, Format::Word));
    let part = |name: &str| parts.get(name).unwrap().as_str();
    for (name, wanted) in [
        ("word/document.xml", "<w:pStyle w:val=\"Title\"/>"),
        ("word/document.xml", "<w:pStyle w:val=\"Heading1\"/>"),
        (
            "word/document.xml",
            "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
        ),
        ("word/document.xml", "<w:numId w:val=\"2\"/>"),
        ("word/document.xml", "<w:numId w:val=\"3\"/>"),
        ("word/document.xml", "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"),
        ("word/numbering.xml", "<w:num w:numId=\"3\">"),
        ("word/styles.xml", "<w:lang w:val=\"nb-NO\"/>"),
        ("word/footer1.xml", "<w:fldSimple w:instr=\"NUMPAGES\">"),
        ("docProps/core.xml", "<dc:title>Referat</dc:title>"),
        ("docProps/core.xml", ">2026-11-27T09:30:00Z<"),
    ] {
        assert!(
            part(name).contains(wanted),
            "{name}: {wanted}\n{}",
            part(name)
        );
    }
}

/// What a program of another make reads in the PDF, where it is installed.
pub fn pdf_text(pdf: &[u8], name: &str) -> Option<String> {
    let file = folder().join(format!("{name}.lest.pdf"));
    fs::write(&file, pdf).unwrap();
    let mut command = Command::new("pdftotext");
    command.args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-");
    let done = command.stderr(Stdio::null()).output().ok()?;
    fs::remove_file(file).unwrap();
    assert!(done.status.success());
    Some(String::from_utf8(done.stdout).unwrap())
}

/// Whether the signs come in this order in the text, with others between them.
fn comes_in_order(signs: &str, text: &str) -> bool {
    let mut text = text.chars();
    signs.chars().all(|sign| text.any(|found| found == sign))
}

#[test]
fn a_pdf_says_the_same_to_a_reader_of_another_make() {
    for name in GOLDEN {
        let document = golden(name);
        let Some(read) = pdf_text(&made(&document, Format::Pdf), name) else {
            return;
        };
        let wanted: String = ink(&said(&document)).nfc().collect();
        assert!(comes_in_order(&wanted, &ink(&read)), "{name}\n{read}");
        assert!(read.contains("Side 1 av "), "{read}");
    }
}

/// Where the documents are put that `tests/validate/run` looks through.
fn folder() -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Everything that is hostile finds its place in every format; whether the files are valid, `tests/validate/run` knows.
#[test]
fn documents_for_the_validators() {
    let mut documents: Vec<(String, Document)> = GOLDEN
        .map(|name| (name.trim_end_matches(".md").to_owned(), golden(name)))
        .to_vec();
    documents.push(("skumle".to_owned(), whole(nasty())));
    documents.push(("fiendtlige".to_owned(), whole(hostile().into_iter())));
    documents.push(("lange_linjer".to_owned(), long_lines()));
    documents.push(("tomt".to_owned(), Document::default()));
    documents.push(("lang_tabell".to_owned(), long_table()));
    for (name, document) in documents {
        for format in Format::ALL {
            let file = folder().join(format!("{name}.{}", format.ending()));
            let content = made(&document, format);
            assert_eq!(content.starts_with(b"%PDF-1.7"), format == Format::Pdf);
            fs::write(&file, content).unwrap();
        }
        fs::write(folder().join(format!("{name}.sagt")), said(&document)).unwrap();
    }
}

/// A table over several pages, with a row that fills more than one.
fn long_table() -> Document {
    let row = |number: usize| {
        let what = "Tilrettelegge for arbeid ved varemottaket. ".repeat(1 + number % 4);
        vec![
            number.to_string(),
            what,
            "Hanne".to_owned(),
            "4. desember 2026".to_owned(),
        ]
    };
    let mut rows: Vec<Vec<String>> = (1..60).map(row).collect();
    if let Some(cell) = rows.get_mut(30).and_then(|row| row.get_mut(1)) {
        *cell = "Et langt svar om alt som er prøvd. ".repeat(200);
    }
    Document {
        title: Some("Lang tabell".to_owned()),
        blocks: vec![
            Block::Heading {
                level: Level::Three,
                text: "Avtaler".to_owned(),
            },
            Block::Table {
                head: ["Nr.", "Hva", "Hvem", "Frist"].map(str::to_owned).to_vec(),
                rows,
            },
        ],
    }
}

/// A meeting that is over, with this text wherever one can be written.
fn full_of(text: &str) -> Contents {
    let mut meeting = (*at_stage(Stage::InReview)).clone();
    let (text, line) = (clean(text), clean_line(text));
    meeting.arrangement.workplace.clone_from(&line);
    meeting.arrangement.place.clone_from(&line);
    meeting.preparation.plan.points.clone_from(&text);
    for participant in &mut meeting.participants {
        participant.name.clone_from(&line);
        participant.words.clone_from(&text);
    }
    for phase in &mut meeting.agenda.phases {
        for item in &mut phase.items {
            item.note.clone_from(&text);
        }
    }
    for action in &mut meeting.actions {
        action.what.clone_from(&text);
    }
    meeting.goal.text.clone_from(&text);
    meeting.no_action.employee.clone_from(&text);
    for field in PlanField::texts() {
        meeting
            .plan
            .field_value_mut(field)
            .put(text.clone().into())
            .unwrap();
    }
    meeting.plan.to_nav = Said::Yes;
    meeting.plan.nav_help = Said::Yes;
    meeting.plan.to_doctor = Said::Yes;
    meeting
}

#[test]
fn hostile_notes_come_whole_through_every_document() {
    let long = "Et møte om <&>\"' å komme tilbake, ".repeat(1500);
    let markup = "# nei\n| a | b |\n- [x] *ja* `kode` <b>&amp;</b> ![bilde](x)".to_owned();
    for hostile in hostile().into_iter().chain([long, markup]) {
        let meeting = full_of(&hostile);
        for kind in DocumentKind::AFTER {
            if kind == DocumentKind::PlanData {
                continue;
            }
            let document = document(kind, &meeting, oslo()).unwrap();
            check(&document);
            let said = words(&said(&document));
            // What is no character at all stands as a sign that something was there.
            let no_character =
                |c: char| matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
            let whole = words(&clean_line(&hostile)).replace(no_character, "\u{fffd}");
            assert!(said.contains(&whole), "{kind:?}: {hostile:?}");
            assert!(text(&document, Format::Markdown).starts_with("# "));
            // The typesetting of a megabyte has its time; lines of 50 kB have their own test.
            if hostile.len() < 1000 {
                assert!(made(&document, Format::Pdf).starts_with(b"%PDF"));
            }
        }
    }
}
