//! Texts that would command the terminal, hide, or choke the program: shown harmlessly, kept as the cleaning says or
//! refused in words, and the keys go on.

use crate::cases::leader::Leader;
use crate::support::pty::{Exit, Tui};
use dialogmote::archive::Archive;
use dialogmote::meeting::Meeting;
use dialogmote::meeting::clean::{clean, clean_line, is_unwanted};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const TITLE: &str = "Dialogmøte 1 · sak 26-001";

/// Texts, each with something in it that no text should hold.
fn hostile() -> Vec<String> {
    let texts = [
        "\x1b]0;OVERTATT\x07 tittel",
        "\x1b]2;OVERTATT\x1b\\ tittel",
        "\x1b]52;c;T1ZFUlRBVFQ=\x07 utklipp",
        "\x1b[31mrød \x1b[2J\x1b[H\x1b[?1049l\x1b[?25l\x1b[8mborte",
        "\x1bc\x1b(0\x1b7\x1b#8\x1bP1$r0m\x1b\\ \x1b_Gi=1\x1b\\ \x1b[6n\x1b[c",
        "\u{9b}31m \u{9d}0;OVERTATT\u{9c} \u{90}q\u{9c}",
        "\x07\x08\x0e\x0f\x10\x11\x12\x13\x18\x1a\x7f kommandoer",
        "a\0b\0\0c",
        "rapport_\u{202e}gnp.exe \u{2066}x\u{2069} \u{200f}y\u{61c}z",
        "e\u{200b}n \u{200c}t\u{2060}o\u{feff} \u{ad}tre\u{e0041}",
        "kolonne\tto\t\ttre",
        "\u{85}a\u{2028}b\u{2029}c\u{b}d\u{c}e",
        "familie 👨‍👩‍👧‍👦 👩🏽‍❤\u{fe0f}‍💋‍👨🏽 1\u{fe0f}\u{20e3} 🏳\u{fe0f}‍🌈",
    ];
    let mut texts: Vec<String> = texts.map(str::to_owned).into();
    texts.push(format!("x{}y", "\u{302}".repeat(500)));
    texts
}

/// A meeting that began at ten, with the cursor in a note.
fn meeting() -> Leader {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    m.until("10:00");
    m.begins();
    m.next("Presentasjon og roller");
    m
}

/// The meeting as it is in its file.
fn kept(m: &Leader) -> Meeting {
    Archive::read(&file(m)).unwrap().0
}

fn file(m: &Leader) -> PathBuf {
    m.folder().join("26-001_2026-11-17.toml")
}

/// The note that has something in it.
fn note(meeting: &Meeting) -> String {
    let items = meeting.agenda.phases.iter().flat_map(|phase| &phase.items);
    let notes: Vec<&String> = items.map(|i| &i.note).filter(|n| !n.is_empty()).collect();
    let [note] = notes[..] else {
        panic!("one note, not {notes:?}");
    };
    note.clone()
}

/// Everything that an output tells the terminal to do, rather than show.
fn commands(output: &str) -> BTreeSet<String> {
    let mut commands = BTreeSet::new();
    let mut rest = output;
    while let Some(at) = rest.find(|c: char| is_unwanted(c) && c != '\n' && c != '\r') {
        rest = &rest[at..];
        let end = if let Some(sequence) = rest.strip_prefix("\x1b[") {
            let last = sequence.find(|c: char| matches!(c, '@'..='~'));
            last.map(|last| 2 + last + 1)
        } else if rest.starts_with("\x1b]") {
            rest.find('\x07').map(|last| last + 1)
        } else {
            rest.chars().next().map(char::len_utf8)
        };
        let (command, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let named = command
            .strip_prefix("\x1b[")
            .filter(|c| !c.starts_with('?') && !c.ends_with('t'));
        // Where the cursor goes and which colour comes, is not looked at.
        commands.insert(match named.and_then(|named| named.chars().last()) {
            Some(last) => format!("\x1b[{last}"),
            None => command.to_owned(),
        });
        rest = behind;
    }
    commands
}

/// What the program has told the terminal to do is its own: nothing in it came from a text.
#[track_caller]
fn commands_only_its_own(tui: &mut Tui) {
    let output = String::from_utf8(tui.output().to_vec()).unwrap();
    let own = [
        "\x1b[H",
        "\x1b[J",
        "\x1b[K",
        "\x1b[m", // cursor, clearing, colours
        "\x1b[22;0t",
        "\x1b[23;0t", // the title is kept and given back
    ];
    for command in commands(&output) {
        let mode = command
            .strip_prefix("\x1b[?")
            .map(|mode| mode.trim_end_matches(['h', 'l']));
        let title = command
            .strip_prefix("\x1b]0;")
            .map(|title| title.trim_end_matches('\x07'));
        let known = own.contains(&command.as_str())
            || mode.is_some_and(|mode| ["25", "1049", "2004", "2026"].contains(&mode))
            || title.is_some_and(|title| [TITLE, "Dialogmøte 1"].contains(&title));
        assert!(known, "{command:?}");
    }
}

/// What a terminal sends for this text: line feeds are carriage returns.
fn pasted(text: &str) -> String {
    text.replace('\n', "\r")
}

// ── Pasted ──────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_is_pasted_into_a_note_is_kept_clean_and_commands_nothing() {
    let mut m = meeting();
    let mut wanted = String::new();
    for (number, text) in hostile().iter().enumerate() {
        m.tui.paste(text);
        let sign = format!("¤{number}¤");
        m.tui.keys(&format!("{sign}<Enter>"));
        m.sees(&[&sign]);
        wanted += &format!("{}{sign}\n", clean(&pasted(text)));
    }
    commands_only_its_own(&mut m.tui);
    assert_eq!(m.tui.title(), TITLE);
    m.quits();
    assert_eq!(note(&kept(&m)), wanted);
    commands_only_its_own(&mut m.tui);
}

#[test]
fn what_is_pasted_into_a_line_is_kept_clean_and_commands_nothing() {
    for text in hostile() {
        let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
        m.makes_a_meeting();
        m.turns_to("tid, sted", "Dato");
        for field in ["Sted", "Virksomhet"] {
            m.walks_to(field);
            m.tui.paste(&text);
            m.tui.keys("¤");
            m.sees(&["¤"]);
        }
        m.turns_to("deltakere", "");
        m.tui.paste(&text);
        m.tui.keys("§");
        m.sees(&["§"]);
        m.tui.keys("<Tab>");
        commands_only_its_own(&mut m.tui);
        assert_eq!(m.tui.title(), TITLE);
        m.quits();
        let (kept, clean) = (kept(&m), clean_line(&pasted(&text)));
        assert_eq!(kept.arrangement.workplace, format!("{clean}¤"));
        assert_eq!(kept.arrangement.place, format!("{clean}¤"));
        assert_eq!(kept.participants[0].name, format!("{clean}§"));
        commands_only_its_own(&mut m.tui);
    }
}

#[test]
fn what_is_pasted_where_a_line_is_asked_for_commands_nothing() {
    let mut m = meeting();
    for text in hostile() {
        m.picks("sakskode", "Endre sakskode");
        m.sees(&["Sakskode (aldri et navn)"]);
        m.tui.paste(&text);
        m.tui.keys("¤<Enter>");
        m.sees(&["¤", "Bruk 1–20 bokstaver, tall eller bindestreker"]);
        m.tui.keys("<Esc>");
        m.tui.wait_gone("Sakskode (aldri et navn)");
        m.tui.keys("<Esc>");
        m.sees(&["MENY"]);
        m.tui.paste(&text);
        m.tui.keys("¤");
        m.sees(&["¤", "søk:"]);
        m.tui.keys("<Esc>");
        m.tui.wait_gone("MENY");
    }
    commands_only_its_own(&mut m.tui);
    assert_eq!(m.tui.title(), TITLE);
    m.quits();
    commands_only_its_own(&mut m.tui);
}

#[test]
fn a_referat_goes_to_a_file_of_a_hostile_name_only_as_the_name_is_shown() {
    let mut m = meeting();
    m.types("Et notat.");
    m.picks("avslutt møtet", "Avslutt møtet");
    m.tui.keys("<C-b>");
    m.sees(&["Møtet er avsluttet."]);
    m.confirms_people();
    m.tui.keys("<C-e>");
    m.sees(&["Lagre referatet i filen"]);
    m.tui
        .paste("~/rapport_\u{202e}dm.exe\x1b]0;OVERTATT\x07.md");
    m.tui.keys("<Enter>");
    m.sees(&["Referatet ligger i", "rapport_dm.exe]0;OVERTATT.md"]);
    commands_only_its_own(&mut m.tui);
    m.quits();
    let name = "rapport_dm.exe]0;OVERTATT.md";
    assert!(m.folder().parent().unwrap().join(name).exists());
}

#[test]
fn a_forged_end_of_a_paste_makes_keys_of_what_follows_and_no_more() {
    let mut m = meeting();
    m.types("før ");
    // Terminals take the escape out of what they paste; one that does not lets go of the rest as keys.
    m.tui.send(b"\x1b[200~limt\x1b[201~ tastet\x1b[201~");
    m.sees(&["før limt tastet"]);
    m.tui
        .send(b"\x1b[200~ to\x1b[200~\x1b[201~ tre\x1b[200~ fire\x1b[201~");
    m.types(" fem");
    commands_only_its_own(&mut m.tui);
    m.quits();
    assert_eq!(
        note(&kept(&m)),
        format!("før limt tastet{} tre fire fem", clean(" to\x1b[200~"))
    );
}

// ── Too much ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// A megabyte in lines, and in one line; a million letters of two bytes each in one line.
fn too_much() -> [String; 3] {
    [
        format!("{}\n", "Det var mye å si. ".repeat(5)).repeat(11_000),
        "x".repeat(1_000_000),
        "å".repeat(1_000_000),
    ]
}

#[test]
fn a_megabyte_pasted_at_once_is_refused_in_words_and_the_next_key_is_a_key() {
    let mut m = meeting();
    m.types("Terje: «ja»");
    for (number, text) in too_much().iter().enumerate() {
        m.tui.paste(text);
        m.tui.keys(&format!(" {number}"));
        m.sees(&["Det du limte inn, er for stort"]);
        m.types(" og");
        m.tui.wait_text(&format!("{number} og"));
    }
    m.quits();
    assert_eq!(note(&kept(&m)), "Terje: «ja» 0 og 1 og 2 og");
}

#[test]
fn a_megabyte_pasted_into_a_line_is_refused_in_words_and_the_next_key_is_a_key() {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    m.turns_to("tid, sted", "Dato");
    m.walks_to("Virksomhet");
    m.types("Fjord");
    for text in too_much() {
        m.tui.paste(&text);
        m.sees(&["Det du limte inn, er for stort"]);
        m.types(" AS");
        m.picks("sakskode", "Endre sakskode");
        m.sees(&["Sakskode (aldri et navn)"]);
        m.tui.keys("26-01");
        m.tui.paste(&text);
        m.sees(&["Det du limte inn, er for stort"]);
        m.tui.keys("7x<BS>");
        m.sees(&["26-017"]);
        m.tui.keys("<Esc>");
        m.tui.wait_gone("Sakskode (aldri et navn)");
        m.tui.keys("<Esc>");
        m.sees(&["MENY"]);
        m.tui.paste(&text);
        m.sees(&["Ingenting passer"]);
        m.tui.keys("<Esc>");
        m.tui.wait_gone("MENY");
    }
    m.quits();
    let kept = kept(&m);
    assert_eq!(kept.arrangement.workplace, "Fjord AS AS AS");
    assert_eq!(kept.code.as_str(), "26-001");
}

// ── In a file edited by hand ────────────────────────────────────────────────────────────────────────────────────────

/// A meeting that has ended, with words in its file to be replaced by others: the name of the workplace, the place, a
/// name, a note and the private jotting.
fn ended() -> Leader {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    m.turns_to("tid, sted", "Dato");
    m.walks_to("Sted");
    m.types("STED");
    m.tui.keys("<Tab>");
    m.types("ARBEIDSPLASS");
    m.turns_to("deltakere", "");
    m.types("NAVN");
    m.begins();
    m.next("Presentasjon og roller");
    m.types("NOTAT");
    m.jots("KLADD");
    m.picks("avslutt møtet", "Avslutt møtet");
    m.tui.keys("<C-b>");
    m.sees(&["Møtet er avsluttet."]);
    m.confirms_people();
    m.quits();
    m
}

/// Everything in the file of [`ended`] that can hold any text, the title of an item among it.
const PLACES: [&str; 6] = [
    "ARBEIDSPLASS",
    "STED",
    "NAVN",
    "NOTAT",
    "KLADD\\n",
    "Hensikt og mål",
];

/// A text as TOML writes it in quotes.
fn toml(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            ' '..='~' => c.to_string(),
            _ => format!("\\U{:08x}", u32::from(c)),
        })
        .collect()
}

/// Puts a text in the place of another, wherever that stands in the file of the meeting by itself.
#[track_caller]
fn writes_by_hand(m: &Leader, there: &str, text: &str) {
    let content = fs::read_to_string(file(m)).unwrap();
    // A text of several lines stands in three quotes.
    let several = format!("\"\"\"\n{}\"\"\"", there.replace("\\n", "\n"));
    let content = content.replace(&several, &format!("\"{there}\""));
    let changed = content.replace(&format!("\"{there}\""), &format!("\"{text}\""));
    assert!(changed != content, "{there}: {content}");
    fs::write(file(m), changed).unwrap();
}

/// Looks at everything there is of an open meeting.
#[track_caller]
fn looks_through(tui: &mut Tui) {
    for key in [
        "<F2>", "<F1>", "<Esc>", "<C-g>", "<Esc>", "<F3>", "<F4>", "<F6>", "<F7>", "<F8>", "<F12>",
    ] {
        tui.keys(key);
        // That the screen was covered and uncovered shows that the key has done what it does.
        tui.keys("<F9>");
        tui.wait_text("viser skjermen igjen");
        tui.keys("<F9>");
        tui.wait_gone("viser skjermen igjen");
    }
    commands_only_its_own(tui);
}

/// Opens the meeting whose file was edited by hand, looks at everything, and leaves it without changing it.
#[track_caller]
fn is_shown_and_left_alone(m: &mut Leader) {
    let before = fs::read(file(m)).unwrap();
    let mut tui = Tui::start(&m.setup().arg("åpne").arg("26-001"));
    tui.wait_text("AVSLUTTET");
    looks_through(&mut tui);
    assert_eq!(tui.title(), TITLE);
    tui.keys("<C-q>");
    assert_eq!(tui.wait_exit(), Exit::Code(0));
    assert_eq!(tui.left_on(), [""; 0]);
    assert!(
        fs::read(file(m)).unwrap() == before,
        "the file is as it was"
    );
    let referat = m.prints(&["referat", "26-001"]);
    assert_eq!(commands(&referat), BTreeSet::new());
}

#[test]
fn hostile_texts_in_a_file_are_shown_harmlessly_and_printed_so() {
    let mut m = ended();
    let all = hostile().join(" ");
    for place in PLACES {
        writes_by_hand(&m, place, &format!("{}{place}", toml(&all)));
    }
    is_shown_and_left_alone(&mut m);
    let meeting = kept(&m);
    let line = clean_line(&all);
    assert_eq!(meeting.arrangement.workplace, format!("{line}ARBEIDSPLASS"));
    assert_eq!(meeting.participants[0].name, format!("{line}NAVN"));
    assert_eq!(note(&meeting), format!("{}NOTAT", clean(&all)));
    assert!(m.prints(&["referat", "26-001"]).contains("NAVN"));
}

#[test]
fn a_line_of_a_million_characters_in_a_file_is_shown_and_never_cut() {
    let long = "å".repeat(1_000_000);
    for place in PLACES {
        let mut m = ended();
        writes_by_hand(&m, place, &long);
        is_shown_and_left_alone(&mut m);
    }

    // What does not fit where it is written can be read there, and is not changed.
    let m = ended();
    writes_by_hand(&m, "NOTAT", &long);
    let mut tui = Tui::start(&m.setup().arg("åpne").arg("26-001"));
    tui.wait_text("AVSLUTTET");
    tui.keys("<F3><C-g>roller<Enter>");
    tui.wait_text("· Presentasjon og roller");
    for keys in ["x", "<BS>", "<C-a><Del>", "<Left><Enter>"] {
        tui.keys(keys);
        tui.wait_text("Teksten er for lang til å endres her");
        tui.keys("<C-z>");
        tui.wait_text("Ingenting å angre her.");
    }
    tui.keys("<C-q>");
    assert_eq!(tui.wait_exit(), Exit::Code(0));
    assert!(note(&kept(&m)) == long, "the note is whole");
}

#[test]
fn a_hostile_case_code_in_a_file_is_refused_in_words() {
    let m = ended();
    let code = "\x1b]0;OVERTATT\x07\u{202e}";
    writes_by_hand(&m, "26-001", &toml(code));
    let before = fs::read(file(&m)).unwrap();
    let mut tui = Tui::start(&m.setup().arg("åpne").arg(file(&m)));
    tui.wait_text("sakskode");
    tui.keys("<Esc><C-q>");
    assert_eq!(tui.wait_exit(), Exit::Code(0));
    commands_only_its_own(&mut tui);
    assert!(fs::read(file(&m)).unwrap() == before);
}

#[test]
fn names_of_files_and_arguments_command_nothing_when_they_are_spoken_of() {
    let m = ended();
    for text in hostile() {
        // No argument and no name of a file holds NUL.
        let name = text.chars().filter(|c| *c != '\0' && *c != '/');
        let name: String = name.take(60).collect();
        let folder = m.folder();
        let file = folder.join(format!("{name}.toml"));
        fs::write(&file, "ikke et møte").unwrap();
        let file = file.to_str().unwrap();
        let out = format!("{name}/{name}.md");
        let elsewhere = format!("--mappe={name}");
        let agenda = format!("--agenda={file}");
        let code = "26-001";
        let calls: [&[&str]; 8] = [
            &["referat", file],
            &["referat", &name],
            &["åpne", file],
            &["referat", code, "-o", &out],
            &["referat", code, &elsewhere],
            &[&name],
            &[&format!("--{name}")],
            &["nytt", &agenda],
        ];
        for call in calls {
            let output = Command::new(env!("CARGO_BIN_EXE_dialogmote"))
                .args(["--mappe", folder.to_str().unwrap()])
                .args(call)
                .current_dir(&folder)
                .output()
                .unwrap();
            assert!(!output.status.success(), "{call:?}");
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(!told.is_empty(), "{call:?}");
            assert_eq!(commands(&told), BTreeSet::new(), "{call:?}: {told:?}");
            assert_eq!(output.stdout, b"");
        }
        let written = format!("{name}.md");
        let output = Command::new(env!("CARGO_BIN_EXE_dialogmote"))
            .args(["--mappe", folder.to_str().unwrap()])
            .args(["referat", code, "-o", &written])
            .current_dir(&folder)
            .output()
            .unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && !told.is_empty(), "{name:?}");
        assert_eq!(commands(&told), BTreeSet::new(), "{told:?}");
    }

    // The list of meetings names the files that it cannot read.
    let mut tui = Tui::start(&m.setup());
    tui.wait_text("Nytt møte");
    tui.keys("3");
    tui.wait_text("rapport_gnp");
    commands_only_its_own(&mut tui);
}
