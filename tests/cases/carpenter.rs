//! A carpenter with an interpreter, who sees it differently from his employer; Nav is asked for help.

use super::{
    after::DOCUMENTS,
    leader::{Absent, Frame, Leader, Person},
};

/// What he wants to stand in the referat.
const HIS_WORDS: &str =
    "Jeg vil jobbe, men ikke med armen over hodet. Jeg vil bli spurt før planen endres.";

#[test]
fn the_carpenter_with_an_interpreter_who_disagrees_and_a_plan_for_nav() {
    let mut m = Leader::sits_down("2027-03-18T11:58:00+01:00");
    m.makes_a_meeting();
    m.enters_absence(&[Absent {
        from: "5.2",
        to: "",
        kind: "sykmelding",
        degree: "",
    }]);
    m.sees(&["tor 25. mar"]);
    m.has_plan(
        "3.3",
        "4.3",
        "Lett veggarbeid fra uke 8.\nHenting av materialer.",
    );
    m.fills_in(&Frame {
        date: "i dag",
        time: "12",
        form: "fysisk",
        workplace: "Brattskaret Bygg AS",
        place: "møterommet på byggeplassen",
    });
    let person = |role, name, copy| Person {
        role,
        name,
        manner: "",
        span: "",
        copy,
    };
    m.invites(&[
        person("Arbeidstaker", "Piotr Zawadzki", ""),
        person("Arbeidsgiver", "Stein Brattberg", ""),
        person("Tolk", "tolk på telefon", "nei"),
    ]);
    m.asks_for(&["ja", "ja"], "nei");
    m.invites_more(&[person("Verneombud", "Lars Nes", "nei")]);
    m.asks_for(&["ja"], "ikke spurt");
    m.plans(&[10, 20, 40, 20]);
    m.until("12:00");

    // Everything is said twice: 80 of 90 minutes.
    m.begins();
    m.time.stops_in_the_middle();
    m.sees(&["I RUTE", "ferdig 13:30"]);
    m.types("tolk sier taushet selv. S leder. Lars med");
    m.until("12:04");
    m.next("Presentasjon og roller");
    m.next("Hensikt og mål");
    m.next("Taushetsplikt");
    m.until("12:09");
    m.next("Tidsramme og agenda");
    m.until("12:10");
    m.next("Arbeidstaker: funksjon og tiltak");
    m.types("P: arm over skulder går ikke, knele ok, kjøre ok. prøvd lett vegg uke 8 = nei\n");
    m.types("P mener han ikke ble spurt i uke 8");
    m.until("12:20");
    m.next("Arbeidsgiver: tilrettelegging");
    m.types("S: bare to montører, lite annet. materialhenting ble ikke gjort pga bil på verksted");
    m.until("12:26");
    m.next("Spørsmål og oppsummering");
    m.until("12:28");
    m.next("Arbeidstaker: mulige løsninger");
    m.types("henting+lager 3 t/dag fra 30.03, bil klar man 22.03\nkurs maskinfører? P vil");
    m.until("12:45");
    m.next("Arbeidsgiver: lar det seg gjøre?");
    m.types("S usikker på kurs. spør Nav\nS vil 50 % nå, P sier 3 t nok");
    m.until("13:00");
    m.next("Virkemidler");
    m.until("13:04");
    m.next("Hva er vurdert, og hva er vi enige om?");
    m.types("uenig om 50. prøver 3 t/dag ut april");
    m.sets_goal("Tre timer om dagen ut april.");
    m.adds_step(
        "40",
        "arbeider 40 %, sykmeldt 60 %",
        "tir 30.3",
        "tirsdag 30. mars 2027 (uke 13)",
    );
    m.tui.keys("<F3>");
    m.until("13:09");
    m.next("Hvem gjør hva, og når?");
    for (what, owners, due, understood) in [
        (
            "Gjøre bilen klar til materialhenting",
            &["Stein Brattberg"][..],
            "man 22.3",
            "senest mandag 22. mars 2027 (uke 12)",
        ),
        (
            "Henting og lager, tre timer om dagen",
            &["Piotr Zawadzki"],
            "fra 30.3",
            "fra tirsdag 30. mars 2027 (uke 13)",
        ),
        (
            "Sende planen til Nav og be om råd om maskinførerkurs",
            &["Stein Brattberg"],
            "23.3",
            "senest tirsdag 23. mars 2027 (uke 12)",
        ),
        (
            "Statussamtale med tolk",
            &["Piotr Zawadzki", "Stein Brattberg"],
            "15.4",
            "senest torsdag 15. april 2027 (uke 15)",
        ),
        (
            "Evaluere planen",
            &["Piotr Zawadzki", "Stein Brattberg"],
            "15.4",
            "senest torsdag 15. april 2027 (uke 15)",
        ),
    ] {
        m.agrees_on(what, owners, due, understood);
    }
    m.tui.keys("<F3>");
    m.until("13:15");
    m.next("Referat og veien videre");
    m.reads_back();
    m.tui.keys("<F7>");
    m.sees(&["ENIGHET"]);
    m.notes_answer("Piotr Zawadzki", "uenig", HIS_WORDS);
    m.notes_answer("Stein Brattberg", "uenig", "Jeg ville prøvd 50 % nå.");
    m.notes_answer("Lars Nes", "enig", "");
    m.agrees_to_meet("15.4", "torsdag 15. april 2027 (uke 15)");
    m.tui.keys("<F3>");
    m.until("13:20");
    m.ends();
    m.sees(&["SJEKK FØR DU GODKJENNER"]);
    // A part of the body is worth a look, for what he cannot do is a height.
    m.finds(&["? «skulder»"]);
    m.rewords("«skulder»", "", "skulderhøyde");
    m.finds(&[]);

    for (search, title, note) in [
        (
            "slags møte",
            "Hva slags møte, og hvorfor",
            "Stein leder møtet. Lars er med fordi Piotr ønsket det. Tolken har taushetsplikt.",
        ),
        (
            "funksjon",
            "Arbeidstaker: funksjon og tiltak",
            "Piotr kan knele og kjøre bil. Arbeid med armen over skulderhøyde går ikke.\n\
             Lett veggarbeid ble prøvd i uke 8 og gikk ikke. Piotr mener han ikke ble spurt først.",
        ),
        (
            "tilrettelegging",
            "Arbeidsgiver: tilrettelegging",
            "Firmaet har bare to montører og lite annet arbeid. Henting av materialer ble ikke noe av, fordi bilen var \
             på verksted.",
        ),
        (
            "mulige",
            "Arbeidstaker: mulige løsninger",
            "Henting og lager tre timer om dagen fra 30. mars. Piotr vil gjerne ta maskinførerkurs.",
        ),
        (
            "lar det seg",
            "Arbeidsgiver: lar det seg gjøre?",
            "Ja, når bilen er klar mandag 22. mars. Stein er usikker på kurset og spør Nav.\n\
             Stein vil ha 50 % nå. Piotr mener tre timer er nok.",
        ),
        (
            "enige",
            "Hva er vurdert, og hva er vi enige om?",
            "Vi er ikke enige om 50 %. Vi prøver tre timer om dagen ut april.",
        ),
    ] {
        m.rewrites(search, title, note);
    }
    m.writes_plan(
        &[
            (
                "Hvordan ser en vanlig arbeidsdag",
                "Montering av vegger og tak på byggeplass.",
            ),
            (
                "Hvilke arbeidsoppgaver kan fortsatt",
                "Henting av materialer og arbeid på lageret, tre timer om dagen.",
            ),
            (
                "Hvilke arbeidsoppgaver kan ikke",
                "Arbeid med armen over skulderhøyde.",
            ),
            (
                "Tilrettelegging tidligere",
                "Lett veggarbeid i uke 8 gikk ikke.\nBilen sto på verksted, så henting av materialer ble ikke prøvd.",
            ),
            (
                "Har dere andre muligheter",
                "Maskinførerkurs.",
            ),
            (
                "Hva trenger dere hjelp fra Nav",
                "Råd om maskinførerkurs.",
            ),
            ("Telefon", "99999999"),
            ("E-post", "stein@example.com"),
        ],
        &[
            ("Har du snakket med den ansatte", "ja"),
            ("Skal Nav ha planen?", "ja"),
            ("Trenger dere hjelp fra Nav?", "ja"),
            ("Skal sykmelder", "ja"),
        ],
    );
    m.confirms_people();
    let referat = m.approves_and_writes();
    m.sends(&[
        (
            "Piotr Zawadzki (arbeidstaker): referatet og oppfølgingsplanen",
            "levert",
        ),
        ("Sykmelder: oppfølgingsplanen", "brev"),
        ("Nav: oppfølgingsplanen", "nav.no, Altinn eller HR-system"),
    ]);
    m.quits();

    let documents = m.hands_out("case5", &DOCUMENTS);
    assert_eq!(documents[0], referat);
    let disagreement = format!("Piotr Zawadzki: uenig\n\n> {HIS_WORDS}");
    assert!(referat.contains(&disagreement), "{referat}");
    let plan = m.exports("61888820220");
    assert_eq!(plan["employeeIdentificationNumber"], "61888820220");
    assert_eq!(plan["evaluationDate"], "2027-04-15");
    assert_eq!(plan["sendPlanToNav"], true);
    assert_eq!(plan["needsHelpFromNav"], true);
    assert_eq!(
        plan["needsHelpFromNavDescription"],
        "Råd om maskinførerkurs."
    );
    assert_eq!(plan["employeeHasContributedToPlan"], true);
    assert_eq!(
        plan["employeeHasNotContributedToPlanDescription"],
        serde_json::Value::Null
    );
}
