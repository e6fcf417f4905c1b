//! What `sjekk` says of a meeting, to a reader and to a script.

use std::collections::BTreeSet;

use std::fs;

use dialogmote::{
    archive::{Archive, agenda_file},
    meeting::{
        Accepted, ArrangementField, Check, Edit, Event, Field, GoalField, ItemField, ItemIndex,
        Meeting, MeetingField, MeetingKind, ParticipantField, ParticipantId, PhaseIndex, Place,
        PlanField, PreparationField,
    },
};

use super::{Home, check_refused, stderr, stdout};

const NOW: &str = "2026-11-17T09:00:00Z";

fn note(item: usize) -> Field {
    Field::Item(
        ItemIndex {
            phase: PhaseIndex(1),
            item,
        },
        ItemField::Note,
    )
}

/// A home folder with a meeting in which these texts stand.
fn home(texts: &[(Field, &str)]) -> Home {
    let texts = texts.iter();
    home_after(texts.map(|(place, text)| Edit::set(*place, (*text).to_owned())))
}

/// A home folder with a meeting that was edited so.
fn home_after(edits: impl IntoIterator<Item = Edit>) -> Home {
    let home = Home::empty();
    let now = NOW.parse().unwrap();
    let agenda = agenda_file::built_in().unwrap();
    let mut meeting =
        Meeting::new("26-014".parse().unwrap(), MeetingKind::Real, agenda, now).unwrap();
    for edit in edits {
        meeting.handle(Event::Edit(edit), now).unwrap();
    }
    let archive = Archive::open(home.meetings()).unwrap();
    archive.create(&meeting, now).unwrap().close();
    home
}

#[test]
fn what_has_to_go_is_told_with_place_line_and_what_to_write_instead() {
    let home = home(&[
        (note(0), "klarer rolige oppgaver\nprolaps L5, venter på MR"),
        (Field::Goal(GoalField::Text), "fnr 14837920044"),
        (Field::Meeting(MeetingField::Kladd), "kreft"),
    ]);
    let before = home.files();
    let output = home.run(&["sjekk", "26-014"]);
    let told = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert_eq!(stderr(&output), "");
    for says in [
        "Status · ",
        ", linje 2\n",
        "ta bort: «prolaps» – helseopplysning (muskler og skjelett)",
        "se over: «venter på MR» – undersøkelse eller behandling",
        "Mål, linje 1\n  ta bort: «14837920044» – fødselsnummer (oppdiktet, til test)",
        "Kan ikke løfte over 10 kg",
        "2 funn bør bort. 1 er verdt å se over.",
    ] {
        assert!(told.contains(says), "{says} is missing:\n{told}");
    }
    assert!(!told.contains("kreft"), "the kladd is nobody's:\n{told}");
    assert_eq!(home.files(), before);
}

#[test]
fn hints_and_nothing_at_all_let_a_script_go_on() {
    let hints = home(&[(note(0), "sliten etter kl 12")]);
    let output = hints.run(&["sjekk", "26-014"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("Ingenting må bort. 1 er verdt å se over."));
    let clean = home(&[(note(0), "kan sitte 30 min, unngå løft over 10 kg")]);
    let output = clean.run(&["sjekk", "26-014"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with("Fant ingenting"));
    for call in [
        &["sjekk", "26-014", "--json"][..],
        &["sjekk", "26-014", "--format", "json"],
    ] {
        assert_eq!(stdout(&clean.run(call)), "[]\n");
    }
    check_refused(&clean, &["sjekk", "26-099"], 1, &["26-099"]);
    check_refused(&clean, &["sjekk"], 2, &["MØTE", "mangler"]);
}

#[test]
fn findings_are_read_by_scripts() {
    let home = home(&[(note(0), "ok\nlegen skrev L86\nring 99 99 99 99")]);
    let output = home.run(&["sjekk", "26-014", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let field = |key: &str| -> Vec<_> {
        let all = told.as_array().unwrap().iter();
        all.map(|one| one[key].clone()).collect()
    };
    assert_eq!(field("linje"), [2, 3]);
    assert_eq!(field("grad"), ["sterk", "hint"]);
    assert_eq!(field("slag"), ["kode", "telefon"]);
    assert_eq!(field("funn"), ["L86", "99 99 99 99"]);
    assert_eq!(told[0]["forslag"].as_array().unwrap().len(), 4);
    assert!(told[1]["forslag"].is_null());
}

#[test]
fn own_words_are_found_and_silenced() {
    let home = home(&[(note(0), "kom fra Solgløtt, kreft i saka")]);
    fs::write(
        home.path("egne.toml"),
        "personvern_ord = [\"Solgløtt\"]\npersonvern_greit = [\"kreft i saka\"]\n",
    )
    .unwrap();
    let told = stdout(&home.run(&["sjekk", "26-014", "--egne", "egne.toml"]));
    assert!(told.contains("«Solgløtt» – et av ordene dine"), "{told}");
    assert!(told.contains("1 funn bør bort."), "{told}");
    fs::create_dir_all(home.path(".config/dialogmote")).unwrap();
    fs::write(home.path(".config/dialogmote/egne.toml"), "tull").unwrap();
    let output = home.run(&["sjekk", "26-014"]);
    assert!(stderr(&output).contains("«dialogmote egne» viser feilene"));
    assert!(stdout(&output).contains("«kreft»"));
}

#[test]
fn no_document_is_written_before_what_has_to_go_is_gone_or_kept_for_a_reason() {
    let right = || {
        Edit::set(
            PreparationField::Ready,
            BTreeSet::from([Check::RightPeople]),
        )
    };
    let slip = || Edit::set(note(0), "kurset «Leve med prolaps»".to_owned());
    let documents = ["referat", "plan"];
    for document in documents {
        let unsettled = home_after([]);
        check_refused(&unsettled, &[document, "26-014"], 1, &["bekreftet", "F12"]);
        let found = home_after([right(), slip()]);
        let says = ["1 funn", "sjekk", "F12"];
        check_refused(&found, &[document, "26-014"], 1, &says);
        let file = [document, "26-014", "-o", "ut.docx"];
        check_refused(&found, &file, 1, &says);
    }
    // A number in a name, and a word where a phone number belongs, are printed too.
    let name = Field::Participant(ParticipantId(1), ParticipantField::Name);
    let phone = Field::Plan(PlanField::Phone);
    for (place, text) in [(name, "Kari 14837920044"), (phone, "prolaps")] {
        let found = home_after([right(), Edit::set(place, text.to_owned())]);
        check_refused(&found, &["plan", "26-014"], 1, &["1 funn"]);
    }
    // What goes out before the meeting tells nothing of it, and asks for nothing.
    let found = home_after([slip()]);
    assert!(found.run(&["innkalling", "26-014"]).status.success());
    let telling = home_after([Edit::set(
        ArrangementField::Place,
        "hjemme, han har prolaps".to_owned(),
    )]);
    check_refused(&telling, &["innkalling", "26-014"], 1, &["1 funn"]);

    let kept = Edit::Accept(Box::new(Accepted {
        place: Place::Field(note(0)),
        words: "prolaps".to_owned(),
        reason: "Navnet på kurset".to_owned(),
    }));
    let kept = home_after([right(), slip(), kept]);
    for document in documents {
        let output = kept.run(&[document, "26-014"]);
        assert!(output.status.success(), "{}", stderr(&output));
    }
    let output = kept.run(&["sjekk", "26-014"]);
    assert_eq!(output.status.code(), Some(0));
    let told = stdout(&output);
    assert!(told.contains("Beholdt: Navnet på kurset"), "{told}");
    assert!(told.contains("Ingenting må bort."), "{told}");
    let output = kept.run(&["sjekk", "26-014", "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told[0]["beholdt"], "Navnet på kurset");
}
