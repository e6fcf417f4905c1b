//! The preparation of invented meetings from an empty folder, key by key through the real program.

use std::fs;

use crate::cases::leader::{Absent, Frame, Leader, Person};
use chrono::NaiveDate;
use dialogmote::{
    archive::Archive,
    meeting::{Language, Meeting},
};

/// The meeting as it is on the disk.
fn kept(m: &Leader) -> Meeting {
    let mut files = m.files();
    files.retain(|name| name.ends_with(".toml") && !name.starts_with('.'));
    Archive::read(&m.folder().join(&files[0])).unwrap().0
}

fn day(iso: &str) -> Option<NaiveDate> {
    Some(iso.parse().unwrap())
}

/// Writes days into the fields that follow one another.
#[track_caller]
fn days(m: &mut Leader, days: &[(&str, &str)]) {
    for (number, (typed, understood)) in days.iter().enumerate() {
        if number > 0 {
            m.tui.keys("<Tab>");
        }
        m.types(typed);
        m.sees(&[&format!("→ {understood}")]);
    }
}

#[test]
fn the_warehouse_worker_is_called_in_time_with_two_advisers_and_no_doctor() {
    let mut m = Leader::sits_down("2026-11-10T13:00:00+01:00");
    m.makes_a_meeting();

    // From the first day of absence on: the egenmelding counts too.
    m.enters_absence(&[
        Absent {
            from: "5.10",
            to: "7.10",
            kind: "egenmelding",
            degree: "",
        },
        Absent {
            from: "8.10",
            to: "",
            kind: "sykmelding",
            degree: "",
        },
    ]);
    m.sees(&[
        "Sykefraværet begynte mandag 5. oktober 2026 (uke 41)",
        "ja, helt sykmeldt",
        "søn 1. nov",
        "søn 22. nov",
        "søn 29. nov",
        "12 dager igjen",
    ]);
    m.picks("dag for dag", "Fraværet dag for dag");
    m.sees(&[
        "FRAVÆRET DAG FOR DAG",
        "egenmelding: teller fra første dag",
        "100 % sykmeldt",
    ]);
    m.tui.keys("<Esc>");
    m.tui.wait_gone("FRAVÆRET DAG FOR DAG");

    // The plan was made and sent in time.
    m.turns_to("oppfølgingsplan", "Laget");
    days(
        &mut m,
        &[
            ("29.10", "torsdag 29. oktober 2026 (uke 44)"),
            ("30.10", "fredag 30. oktober 2026 (uke 44)"),
        ],
    );
    m.ticks("Jeg har lest planen");
    m.tui.keys("<Tab>");
    m.types("Løftebord uke 43–44.\nStåmatte er bestilt.");
    m.sees(&["✓ Oppfølgingsplan"]);

    // By when to hold it, and on which day.
    m.turns_to("tid, sted", "Dato");
    m.sees(&[
        "Hold møtet senest søndag 22. november 2026 (uke 47).",
        "fredag 20. november 2026",
    ]);
    m.fills_in(&Frame {
        date: "17.11",
        time: "10",
        form: "fysisk",
        workplace: "Skjærvåg Lager AS, avd. Plukk",
        place: "møterommet",
    });
    m.invites(&[
        Person {
            role: "Arbeidstaker",
            name: "Terje Brekkhus",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Arbeidsgiver",
            name: "Hanne Lillevik",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Lege/behandler",
            name: "Lise Dahl",
            manner: "",
            span: "",
            copy: "nei",
        },
    ]);
    // The employee does not want the doctor: the rule says that then nobody can call her.
    m.asks_for(&["nei", "ja"], "nei");
    m.sees(&["Kan ikke kalles inn", "! Deltakere og roller"]);
    m.tui.keys("<S-Tab><S-Tab><S-Tab>");
    m.sees(&["▶ innkalles"]);
    m.chooses("innkalles ikke");
    m.tui.wait_gone("! Deltakere");
    m.invites_more(&[Person {
        role: "Verneombud",
        name: "Odd Rønstad",
        manner: "",
        span: "",
        copy: "nei",
    }]);
    m.asks_for(&["ja"], "ikke spurt");
    m.invites_more(&[Person {
        role: "BHT",
        name: "Berit Kvalnes",
        manner: "",
        span: "fra 10.05",
        copy: "ja",
    }]);
    m.asks_for(&["ja", "ja"], "ja");
    m.sees(&["✓ Tid, sted og møteform"]);

    m.turns_to("spørsmål", "[ ]");
    m.ticks("Hvilke oppgaver");
    m.ticks("Kan vi fordele");
    m.adds_question("Hva skal til for å prøve 50 % fra uke 48?");
    m.sees(&["3 valgt"]);
    m.turns_to("forberedt", "[ ]");
    m.ticks("Den ansatte har fått spørsmålene");
    m.turns_to("rom og", "[ ]");
    m.ticks("Rommet er bestilt");
    m.ticks("Private notater");

    m.turns_to("innkalling", "[ lagre innkallingen");
    m.tui.keys("<Enter>");
    m.sees(&["Lagre innkallingen i filen"]);
    m.tui.keys("<Enter>");
    m.sees(&["Innkallingen ligger i"]);
    m.turns_to("innkalling", "[ lagre innkallingen");
    m.tui.keys("<Tab><Tab>");
    days(&mut m, &[("i dag", "tirsdag 10. november 2026 (uke 46)")]);
    m.sees(&["9 av 9", "✓ Innkalling"]);
    m.quits();

    let kept = kept(&m);
    assert_eq!(kept.preparation.invited.value, day("2026-11-10"));
    assert_eq!(kept.arrangement.date.value, day("2026-11-17"));
    let chosen = kept.agenda.questions().filter(|(_, q)| q.is_chosen());
    assert_eq!(chosen.count(), 3);
    m.shows_no_name_outside(&["Terje Brekkhus", "Hanne Lillevik", "Lise Dahl"]);
}

#[test]
fn the_teacher_on_graded_leave_is_asked_who_wants_the_meeting_and_never_alarmed() {
    let mut m = Leader::sits_down("2026-10-22T12:00:00+02:00");
    m.makes_a_meeting();
    m.enters_absence(&[Absent {
        from: "21.9",
        to: "",
        kind: "sykmelding",
        degree: "50",
    }]);
    m.sees(&[
        "Gradert sykmeldt: møtet holdes hvis en av de tre ønsker det.",
        "hvem ønsker det?",
        "hvis ønsket",
    ]);
    m.walks_to("arbeidstakeren");
    m.chooses("ja");
    m.sees(&["Arbeidstakeren ønsker møtet", "ja, ønsket"]);
    m.turns_to("oppfølgingsplan", "Laget");
    days(
        &mut m,
        &[
            ("14.10", "onsdag 14. oktober 2026 (uke 42)"),
            ("15.10", "torsdag 15. oktober 2026 (uke 42)"),
        ],
    );
    m.fills_in(&Frame {
        date: "tor 5.11",
        time: "14.15",
        form: "fysisk",
        workplace: "Fjellvik kommune, Solvikåsen ungdomsskule",
        place: "rektorkontoret",
    });
    m.invites(&[
        Person {
            role: "Arbeidstaker",
            name: "Ingvild Sæterøy",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Arbeidsgiver",
            name: "Kåre Hovden",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Tillitsvalgt",
            name: "Randi Tveit",
            manner: "",
            span: "",
            copy: "ja",
        },
    ]);
    // A copy needs the consent of the employee.
    m.asks_for(&["ja"], "ikke spurt");
    m.sees(&["bare partene får referatet uten samtykke"]);
    m.asks_consent("ja");
    m.tui.wait_gone("uten samtykke");
    m.sees(&["✓ Deltakere og roller"]);

    // The seventh week passes, and nothing turns red.
    m.quits();
    let later = m.time.next("11:00") + chrono::TimeDelta::days(14);
    m.time.pass_until(later);
    m.starts_again();
    m.opens_the_only_meeting("Forbered dialogmøte 1");
    m.sees(&["hva skjedde?", "14:15", "hvis ønsket"]);
    assert!(!m.tui.screen().contains("OVER"));

    // Planned is not held.
    m.turns_to("skal møtet", "fra");
    m.sees(&["Møtet var planlagt torsdag 5. november 2026. Hva skjedde?"]);
    m.walks_to("Hva skjedde?");
    m.chooses("ikke holdt");
    m.sees(&["ja, ønsket"]);
    m.chooses("holdt uten programmet");
    m.sees(&["Møtet ble holdt torsdag 5. november 2026.", "gjort"]);
    m.quits();
}

#[test]
fn the_nurse_has_a_doctor_for_twenty_minutes_whose_items_come_first() {
    let mut m = Leader::sits_down("2026-11-20T09:00:00+01:00");
    m.makes_a_meeting();
    m.enters_absence(&[Absent {
        from: "12.10",
        to: "",
        kind: "sykmelding",
        degree: "100",
    }]);
    m.fills_in(&Frame {
        date: "i dag",
        time: "9.10",
        form: "hybrid",
        workplace: "Bjørkelia Nedre sykehjem",
        place: "2. etasje",
    });
    m.sees(&["Hold møtet senest søndag 29. november 2026 (uke 48)."]);
    m.invites(&[
        Person {
            role: "Arbeidstaker",
            name: "Maren Tveitane",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Arbeidsgiver",
            name: "Gro Enersen",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Lege/behandler",
            name: "Jonas Aaserud",
            manner: "",
            span: "9.10–9.30",
            copy: "",
        },
    ]);
    m.asks_for(&["ja", "ikke spurt"], "ja");
    m.plans(&[3, 22, 15, 5]);
    m.sees(&[
        "09:10–09:13  Innledning",
        "Jonas Aaserud går 09:30.",
        "Løsning",
        "! Tidsplan",
    ]);
    // The last Tab of the minutes leads there.
    m.sees(&["▶ Ta først"]);
    m.chooses("ja, flytt");
    m.sees(&["✓ Tidsplan"]);
    m.tui.keys("<C-z>");
    m.sees(&["Angret: rekkefølgen på punktene er som før.", "! Tidsplan"]);
    m.tui.keys("<C-y>");
    m.sees(&["Gjort om igjen: rekkefølgen på punktene er endret."]);
    m.until("09:10");
    m.begins();
    m.jumps_to("status 1", "Lege/behandler: synspunkter");
    m.quits();
    let kept = kept(&m);
    let first = &kept.agenda.phases[1].items[0];
    assert_eq!(first.id, "sykmelder");
}

#[test]
fn the_carpenter_has_a_deadline_at_easter_and_an_interpreter_who_takes_double_time() {
    let mut m = Leader::sits_down("2027-03-01T10:00:00+01:00");
    m.sees(&["Nytt møte"]);
    m.tui.keys("<Enter>");
    m.sees(&["27-001", "▶ fra"]);
    m.enters_absence(&[Absent {
        from: "5.2",
        to: "",
        kind: "sykmelding",
        degree: "",
    }]);
    m.sees(&["tor 4. mar", "tor 25. mar"]);
    m.turns_to("tid, sted", "Dato");
    m.sees(&[
        "Hold møtet senest torsdag 25. mars 2027 (uke 12).",
        "fredag 19. mars 2027 (uke 11)",
    ]);
    m.types("25.3");
    m.sees(&["torsdag 25. mars 2027 er en helligdag (skjærtorsdag)."]);
    m.tui.keys("<C-a><Del>");
    m.fills_in(&Frame {
        date: "18.3",
        time: "12",
        form: "fysisk",
        workplace: "Brattskaret Bygg AS",
        place: "brakka",
    });
    m.invites(&[
        Person {
            role: "Arbeidstaker",
            name: "Piotr Zawadzki",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Arbeidsgiver",
            name: "Stein Brattberg",
            manner: "",
            span: "",
            copy: "",
        },
        Person {
            role: "Tolk",
            name: "tolk på telefon",
            manner: "",
            span: "",
            copy: "nei",
        },
    ]);
    m.asks_for(&["ja", "ja"], "nei");
    m.plans(&[10, 20, 40, 20]);
    m.sees(&["12:00–12:10  Innledning", "13:10–13:30  Konklusjon"]);
    m.quits();
}

#[test]
fn a_meeting_found_unnecessary_opens_again_by_itself_at_the_review_and_is_never_done() {
    let mut m = Leader::sits_down("2026-11-10T09:00:00+01:00");
    m.makes_a_meeting();
    m.enters_absence(&[Absent {
        from: "5.10",
        to: "30.11",
        kind: "sykmelding",
        degree: "",
    }]);
    m.walks_to("Åpenbart unødvendig?");
    m.chooses("for alvorlig syk til et møte nå");
    m.sees(&[
        "Spør arbeidstakeren først.",
        "Når skal det vurderes på nytt?",
    ]);
    m.walks_to("Hvem er spurt?");
    m.chooses("arbeidstakeren");
    m.walks_to("Spurt");
    m.types("i dag");
    m.walks_to("Vurderes igjen");
    m.types("20.11");
    m.sees(&["ikke før fre 20. nov", "–", "unntatt for nå"]);
    assert!(!m.tui.screen().contains("✓ Skal møtet"));

    // Prolonged: it opens again at once.
    m.turns_to("skal møtet", "fra");
    m.tui.keys("<Tab><C-a>");
    m.types("15.12");
    m.sees(&["vurder på nytt", "! Skal møtet holdes?", "Nå varer det til"]);
    m.tui.keys("<C-a>");
    m.types("30.11");
    m.sees(&["ikke før fre 20. nov"]);
    m.quits();

    let review = m.time.next("08:00") + chrono::TimeDelta::days(9);
    m.time.pass_until(review);
    m.starts_again();
    m.opens_the_only_meeting("Forbered dialogmøte 1");
    m.sees(&["vurder på nytt", "unødvendig fram til 20. november 2026"]);
    m.quits();
}

#[test]
fn a_change_of_degree_takes_effect_with_the_new_note_and_full_absence_shows_both_dates() {
    let mut m = Leader::sits_down("2026-11-25T09:00:00+01:00");
    m.makes_a_meeting();
    // Nobody writes an end to the first note.
    m.enters_absence(&[
        Absent {
            from: "5.10",
            to: "",
            kind: "sykmelding",
            degree: "",
        },
        Absent {
            from: "2.11",
            to: "",
            kind: "sykmelding",
            degree: "50",
        },
    ]);
    m.sees(&[
        "hvem ønsker det?",
        "HVEM VIL HA MØTE?",
        "hvis ønsket",
        "Gradert sykmeldt: møtet holdes hvis en av de tre ønsker det.",
    ]);
    m.picks("dag for dag", "Fraværet dag for dag");
    m.sees(&["(28 dager): sykedag (100 %", "(24 dager): sykedag (50 %"]);
    m.tui.keys("<Esc>");
    m.tui.wait_gone("FRAVÆRET DAG FOR DAG");

    // The other way round: from half to whole.
    m.turns_to("skal møtet", "fra");
    m.walks_to("grad");
    m.types("50");
    m.tui.keys("<Tab>");
    m.sees(&["▶ fra 2.11"]);
    m.walks_to("grad");
    m.tui.keys("<C-a>");
    m.types("100");
    m.sees(&[
        "ja, helt sykmeldt",
        "haster, 25 d",
        "Fraværet gikk fra gradert til fullt.",
    ]);
    m.sees(&[
        "er fristen 22. november 2026; loven teller fullt fravær",
        "den 20. desember 2026. Den første er den trygge.",
    ]);
    let screen = m.tui.screen();
    assert!(!screen.contains("HVEM VIL HA MØTE?"), "{screen}");
    m.quits();
}

#[test]
fn after_seven_full_weeks_a_graded_note_leaves_the_meeting_to_nobody() {
    let mut m = Leader::sits_down("2026-12-01T09:00:00+01:00");
    m.makes_a_meeting();
    m.enters_absence(&[
        Absent {
            from: "5.10",
            to: "",
            kind: "sykmelding",
            degree: "",
        },
        Absent {
            from: "23.11",
            to: "",
            kind: "sykmelding",
            degree: "50",
        },
    ]);
    m.sees(&["9 dager OVER", "▶ grad"]);
    assert!(!m.tui.screen().contains("HVEM VIL HA MØTE?"));
    m.quits();
}

#[test]
fn a_meeting_that_was_not_held_is_planned_and_called_to_anew() {
    let mut m = Leader::sits_down("2026-11-10T13:00:00+01:00");
    m.makes_a_meeting();
    m.enters_absence(&[Absent {
        from: "5.10",
        to: "",
        kind: "sykmelding",
        degree: "",
    }]);
    m.fills_in(&Frame {
        date: "20.11",
        time: "10",
        form: "fysisk",
        workplace: "Skjærvåg Lager AS",
        place: "møterommet",
    });
    m.turns_to("innkalling", "[ lagre innkallingen");
    m.tui.keys("<Tab><Tab>");
    days(&mut m, &[("i dag", "tirsdag 10. november 2026 (uke 46)")]);
    m.sees(&["✓ Innkalling", "✓ Tid, sted og møteform"]);
    m.quits();

    let later = m.time.next("08:00") + chrono::TimeDelta::days(10);
    m.time.pass_until(later);
    m.starts_again();
    m.opens_the_only_meeting("Forbered dialogmøte 1");
    m.sees(&["hva skjedde?"]);
    m.turns_to("skal møtet", "fra");
    m.walks_to("Hva skjedde?");
    m.chooses("ikke holdt");
    m.sees(&[
        "· Tid, sted og møteform",
        "· Innkalling",
        "må sendes på nytt",
    ]);
    m.turns_to("tid, sted", "Dato");
    m.tui.keys("<C-a>");
    m.types("23.11");
    m.sees(&["man 23. nov 10:00", "må sendes på nytt"]);
    m.turns_to("innkalling", "[ lagre innkallingen");
    m.tui.keys("<Tab><Tab><C-a>");
    days(&mut m, &[("21.11", "lørdag 21. november 2026 (uke 47)")]);
    m.sees(&["✓ Innkalling"]);
    m.quits();
    let kept = kept(&m);
    assert_eq!(kept.preparation.invited_to, day("2026-11-23"));
}

#[test]
fn a_wish_opens_again_what_was_found_unnecessary_and_a_note_that_ran_out_is_asked_about() {
    let mut m = Leader::sits_down("2026-11-10T09:00:00+01:00");
    m.makes_a_meeting();
    m.enters_absence(&[Absent {
        from: "5.10",
        to: "13.11",
        kind: "sykmelding",
        degree: "",
    }]);
    m.walks_to("Åpenbart unødvendig?");
    m.chooses("snart tilbake i full jobb");
    m.walks_to("Hvem er spurt?");
    m.chooses("arbeidstakeren");
    m.walks_to("Spurt");
    // What lies ahead is no decision yet.
    m.types("11.11.2026");
    m.sees(&["Den dagen har ikke vært ennå."]);
    m.tui.keys("<C-a>");
    m.types("i dag");
    m.walks_to("Vurderes igjen");
    m.types("10.11.2030");
    m.sees(&["innen et halvt år"]);
    m.tui.keys("<C-a>");
    m.types("20.11");
    m.sees(&["ikke før fre 20. nov"]);
    m.turns_to("skal møtet", "fra");
    m.walks_to("arbeidstakeren");
    m.chooses("ja");
    m.sees(&["vurder på nytt", "men arbeidstakeren ønsker det"]);
    m.chooses("nei");
    m.sees(&["ikke før fre 20. nov"]);
    m.quits();

    // Nobody has said that she is back.
    let later = m.time.next("08:00") + chrono::TimeDelta::days(5);
    m.time.pass_until(later);
    m.starts_again();
    m.opens_the_only_meeting("Forbered dialogmøte 1");
    m.sees(&[
        "er den forlenget?",
        "! Skal møtet holdes?",
        "Sykmeldingen gikk ut 13. november 2026.",
    ]);
    m.quits();
}

#[test]
fn whoever_always_writes_nynorsk_says_so_once() {
    let mut m = Leader::with("2026-11-10T13:00:00+01:00", |setup| {
        let folder = setup.home().join(".config/dialogmote");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("egne.toml"), "malform = \"nynorsk\"\n").unwrap();
        setup.size(24, 80)
    });
    m.makes_a_meeting();
    m.turns_to("tid, sted", "Dato");
    m.sees(&["Målform nynorsk"]);
    assert_eq!(kept(&m).language, Language::Nynorsk);
    m.quits();
    // What has been said of one meeting holds wherever it is read.
    let invitation = m.prints(&["innkalling", "26-001"]);
    assert!(invitation.contains("Kva vi skal snakke om"), "{invitation}");
}
