//! A warehouse worker on full leave, with an occupational therapist and no doctor. The notes have slips in them.

use super::{
    after::DOCUMENTS,
    leader::{Absent, Frame, Leader, Person},
};
use dialogmote::meeting::DocumentKind;
use serde_json::json;

/// Invented by Skatteetaten for tests.
const NUMBER: &str = "14837920044";
/// What a hurried leader wrote down, and nobody else is to read.
const SLIPS: [&str; 7] = [NUMBER, "fnr", "prolaps", "L5", "L86", "MR", "lappen"];

#[test]
fn the_warehouse_worker_with_an_occupational_therapist_and_no_doctor() {
    let mut m = Leader::sits_down("2026-11-17T09:44:00+01:00");

    // A quarter of an hour before: who comes, and where.
    m.makes_a_meeting();
    m.fills_in(&Frame {
        date: "i dag",
        time: "10.00",
        form: "fysisk",
        workplace: "Skjærvåg Lager AS, avd. Plukk",
        place: "møterommet på lageret",
    });
    m.sees(&["tirsdag 17. november 2026 (uke 47)"]);
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
    m.has_plan("29.10", "30.10", "Løftebord i pakkeriet.\nStåmatte.");
    m.turns_to("spørsmål", "[ ]");
    m.ticks("Kan vi fordele oppgavene");
    m.adds_question("Hva skal til for å prøve 50 %?");
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
    ]);
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
        copy: "",
    }]);
    m.asks_for(&["ja", "ja"], "ja");
    m.until("10:00");

    // Innledning: 4 of 5 minutes.
    m.begins();
    m.time.stops_in_the_middle();
    m.sees(&["I RUTE", "ferdig 10:45", "Hva slags møte, og hvorfor"]);
    m.types("velkommen, mål: finne oppg han kan gjøre fra uke 48");
    m.until("10:01");
    m.next("Presentasjon og roller");
    m.types("runde. Odd med pga T ba om det. Berit 5 min sein");
    m.until("10:02");
    m.next("Hensikt og mål");
    m.types("fnr 14837920044 til planen");
    m.next("Taushetsplikt");
    m.types("taushet: ok, ikke diagnose. kopi: T, Odd nei, Berit ja (T ok)");
    m.until("10:03");
    m.next("Tidsramme og agenda");
    m.types("ferdig senest 10.45 – lunsj");
    m.until("10:04");

    // Status: 13 of 10 minutes. In a hurry, the leader writes down what he says of his illness.
    m.next("Arbeidstaker: funksjon og tiltak");
    m.types("T: bedre enn okt. går ok 20 min, sitte maks 30, løft vondt\n");
    m.types("T: prolaps L5, venter på MR i des  (fra legen)\nlegen skrev visst L86 på lappen\n");
    m.until("10:07");
    m.types("T: løftebord uke 43-44 bra. ståmatte manglet!");
    m.until("10:09");
    m.next("Arbeidsgiver: tilrettelegging");
    m.types("H: bestilte matte uke 42, glemt av innkjøp -> min feil\n");
    m.types("H: prøvde kortere skift 2 d, ble for lite folk i port K12");
    m.until("10:13");
    m.sees(&["1 MIN IGJEN"]);
    m.next("BHT: synspunkter");
    m.types("Berit: kan variere sitte/stå, ingen løft >10 kg. truck korte økter");
    m.until("10:14");
    m.sees(&["TIDEN ER UTE"]);
    m.until("10:16");
    m.sees(&["2 MIN OVER", "ferdig ca. 10:46, 1 min etter"]);
    m.next("Spørsmål og oppsummering");
    m.types("oppsum: ikke plukk. ok varemottak skjerm + truck 20 min");
    m.until("10:17");

    // Løsning: 19 of 20 minutes. Two action items come up on the way.
    m.next("Arbeidstaker: mulige løsninger");
    m.sees(&[
        "[ ] Kan vi fordele oppgavene",
        "[ ] Hva skal til for å prøve 50 %?",
    ]);
    m.has_asked("fordele");
    m.types("oppg: varemottak reol L03-L20 ja / truck ja 20 min økter / plukk nei / svinn-telling ja m/krakk\n");
    m.types("T foreslår: 50% fra man 23.11, tir+tor fri");
    m.until("10:23");
    m.next("Arbeidsgiver: lar det seg gjøre?");
    m.types("H: går hvis Samir tar plukk. 3 uker, så se\n");
    m.types("odd: hva m/ vakt lør? -> nei til jul");
    m.agrees_on(
        "Flytte plukk midlertidig til kollega, ukeplan 48–51",
        &["Hanne Lillevik"],
        "fre",
        "senest fredag 20. november 2026 (uke 47)",
    );
    m.tui.keys("<F3>");
    m.until("10:29");
    m.next("Medisinsk forsvarlig?");
    m.types("berit: medisinsk greit så lenge ingen løft");
    m.until("10:31");
    m.next("Virkemidler");
    m.types("hjelpemiddel? prøve ståmatte+krakk først. ekspertbistand ikke nå");
    m.tui.keys("<F6>");
    m.sees(&["FRA GJENNOMFØRINGSGUIDEN"]);
    m.weighs("Gradert sykmelding", "skal brukes", "50 % fra 23.11.");
    m.weighs(
        "Hjelpemidler og",
        "vurdert",
        "prøver ståmatte og krakk først",
    );
    m.weighs("Tilskudd til ekspertbistand", "ikke aktuelt", "ikke nå");
    m.weighs(
        "Bedriftshelsetjenesten",
        "skal brukes",
        "ser på plassen 24.11.",
    );
    m.agrees_on(
        "Skaffe ståmatte og krakk til varemottak",
        &["Hanne Lillevik"],
        "20.11",
        "senest fredag 20. november 2026 (uke 47)",
    );
    m.tui.keys("<F3>");
    m.sees(&["AVTALT SÅ LANGT  2"]);
    m.until("10:36");

    // Konklusjon: 8 of 10 minutes.
    m.next("Hva er vurdert, og hva er vi enige om?");
    m.types("enig: 50% tilrettelagt fra 23.11 varemottak\nT kjenner seg igjen: ja");
    m.sets_goal("full i jan hvis ok");
    m.adds_step(
        "50",
        "arbeider 50 %, sykmeldt 50 %",
        "man 23.11",
        "mandag 23. november 2026 (uke 48)",
    );
    m.adds_step(
        "70",
        "arbeider 70 %, sykmeldt 30 %",
        "man uke 51",
        "mandag 14. desember 2026 (uke 51)",
    );
    m.tui.keys("<F3>");
    m.until("10:39");
    m.next("Hvem gjør hva, og når?");
    m.types("ståmatte H senest fre 20.11\nberit ser på plassen tir 24.11 kl 9");
    m.agrees_on(
        "Ta med planen til sykmelder, be om gradering 50 % fra 23.11.",
        &["Terje Brekkhus"],
        "innen fredag",
        "senest fredag 20. november 2026 (uke 47)",
    );
    m.agrees_on("Vurdering av arbeidsplassen", &["Berit Kvalnes"], "", "");
    m.agrees_on(
        "Ukentlig samtale, 10 min",
        &["Terje Brekkhus", "Hanne Lillevik"],
        "hver tirsdag fra 24.11",
        "hver tirsdag fra 24. november 2026 (uke 48)",
    );
    m.agrees_on(
        "Evaluere planen, vurdere 70 % fra uke 51",
        &["Terje Brekkhus", "Hanne Lillevik"],
        "15.12",
        "senest tirsdag 15. desember 2026 (uke 51)",
    );
    m.tui.keys("<F3>");
    m.until("10:41");
    m.next("Referat og veien videre");
    m.types("samtale hver tirs 10 min. ny runde tir 15.12");
    m.until("10:42");
    m.reads_back();
    m.tui.keys("<F7>");
    m.sees(&["ENIGHET"]);
    m.notes_answer("Terje Brekkhus", "enig", "kjenner meg igjen");
    m.notes_answer("Hanne Lillevik", "enig", "");
    m.tui.keys("<F3>");
    m.until("10:44");
    m.ends();

    // The review tells what does not belong there, and nothing else of the jottings: no gate, no shelf, no function.
    m.sees(&["SJEKK FØR DU GODKJENNER"]);
    m.finds(&[
        "! «14837920044»",
        "! «prolaps»",
        "! «L86»",
        "? «venter på MR»",
    ]);
    // Nothing leaves the program before that is dealt with.
    m.is_not_let_approve("Først må 3 funn rettes, strykes eller beholdes med en grunn.");
    m.tui.keys("<C-e>");
    for document in DOCUMENTS {
        let told = m.is_refused(&[&[document[0], "26-001"], &document[1..]].concat());
        assert!(told.contains("Ikke skrevet: 3 funn må rettes"), "{told}");
    }
    m.deals_with(
        "«14837920044»",
        "Ta nummeret bort.",
        "stryk linjen",
        "Strøket.",
    );
    m.deals_with(
        "«L86»",
        "Ta koden bort",
        "flytt linjen til kladd",
        "Flyttet til kladd, som bare er for deg.",
    );
    // She keeps one, and is not at ease with it.
    m.keeps("«venter på MR»", "han sa det selv");
    m.deals_with(
        "«venter på MR»",
        "Undersøkelse, behandling og medisin er mellom den ansatte og behandleren.",
        "ta det opp igjen",
        "Funnet er tatt opp igjen.",
    );
    m.is_told("▶ ? «venter på MR»");
    m.rewords(
        "? «venter på MR»",
        "Skriv når det ventes en avklaring",
        "ny avklaring ventes",
    );
    m.rewords(
        "! «prolaps»",
        "Skriv hva det betyr for oppgavene",
        "unngår løft over 10 kg",
    );
    m.tui.keys("<Del><Del><Del>");
    m.sees(&["T: unngår løft over 10 kg, ny avklaring"]);
    m.finds(&[]);

    // What was forgotten is mended where it is missing.
    m.is_not_let_approve("Bekreft først");
    m.takes_up("Oppgave 4 mangler frist");
    m.types("24.11.");
    m.sees(&["tirsdag 24. november 2026"]);
    m.takes_up("Skal Berit Kvalnes ha referatet?");
    m.chooses("ja");
    m.takes_up("Neste oppfølging mangler dato");
    m.types("tir 15.12");
    m.sees(&["tirsdag 15. desember 2026 (uke 51)"]);
    m.confirms_people();
    m.is_told("Ingenting mangler.");
    m.is_told("✓ Personvernsjekken fant ingenting.");
    for document in DOCUMENTS {
        let printed = m.prints(&[&[document[0], "26-001"], &document[1..]].concat());
        for slip in SLIPS {
            assert!(!printed.contains(slip), "{slip:?} in\n{printed}");
        }
    }

    // Then the jottings become sentences.
    for (search, title, note) in [
        (
            "slags møte",
            "Hva slags møte, og hvorfor",
            "Målet er å finne oppgaver Terje kan gjøre fra uke 48.",
        ),
        (
            "presentasjon",
            "Presentasjon og roller",
            "Odd er med fordi Terje ønsket det. Berit kom fem minutter etter start.",
        ),
        (
            "taushet",
            "Taushetsplikt",
            "Vi snakker om oppgaver, ikke om diagnose. Terje er med på at Berit får referatet. Odd trenger det ikke.",
        ),
        (
            "tidsramme",
            "Tidsramme og agenda",
            "Vi slutter senest 10.45.",
        ),
        (
            "funksjon",
            "Arbeidstaker: funksjon og tiltak",
            "Det går bedre enn i oktober. Terje kan gå inntil 20 minutter og sitte inntil 30 minutter, med veksling. \
             Han må unngå løft over 10 kg. Ny avklaring hos sykmelder ventes i desember.\n\
             Løftebordet i uke 43 og 44 virket bra. Ståmatten manglet.",
        ),
        (
            "tilrettelegging",
            "Arbeidsgiver: tilrettelegging",
            "Ståmatten ble bestilt i uke 42, men ble glemt i innkjøp. Hanne tar på seg feilen.\n\
             Kortere skift ble prøvd i to dager. Da ble det for lite folk i port K12.",
        ),
        (
            "bht",
            "BHT: synspunkter",
            "Terje kan veksle mellom å sitte og å stå. Ingen løft over 10 kg. Truck i korte økter.",
        ),
        (
            "oppsummering",
            "Spørsmål og oppsummering",
            "Ikke plukk. Varemottak på skjerm går bra, og truck i økter på 20 minutter.",
        ),
        (
            "mulige",
            "Arbeidstaker: mulige løsninger",
            "Varemottak, reol L03–L20: ja.\n\
             Truck: ja, i økter på 20 minutter.\n\
             Svinntelling: ja, med krakk.\n\
             Plukk: nei.\n\
             Terje foreslår 50 % fra mandag 23. november, med fri tirsdag og torsdag.",
        ),
        (
            "lar det seg",
            "Arbeidsgiver: lar det seg gjøre?",
            "Det går hvis Samir tar plukk. Vi prøver i tre uker og ser på det igjen.\n\
             Odd spurte om lørdagsvaktene. Terje har ingen av dem før jul.",
        ),
        (
            "forsvarlig",
            "Medisinsk forsvarlig?",
            "BHT: forsvarlig så lenge det ikke er løft.",
        ),
        (
            "virkemidler",
            "Virkemidler",
            "Ståmatte og krakk prøves først. Ekspertbistand er ikke aktuelt nå.",
        ),
        (
            "enige",
            "Hva er vurdert, og hva er vi enige om?",
            "Vi er enige om 50 % tilrettelagt arbeid i varemottaket fra mandag 23. november. Terje kjenner seg igjen i \
             oppsummeringen.",
        ),
        // The action items say it all.
        ("hvem gjør", "Hvem gjør hva, og når?", ""),
        (
            "videre",
            "Referat og veien videre",
            "Terje og Hanne tar en samtale på ti minutter hver tirsdag. Ny runde tirsdag 15. desember.",
        ),
    ] {
        m.rewrites(search, title, note);
    }
    m.rewrites_goal("Full stilling i januar hvis det går bra.");
    m.writes_plan(
        &[
            (
                "Hvordan ser en vanlig arbeidsdag",
                "Plukk og pakking på lageret, sju og en halv time.",
            ),
            (
                "Hvilke arbeidsoppgaver kan fortsatt",
                "Varemottak på skjerm.\nTruck i økter på 20 minutter.\nSvinntelling med krakk.",
            ),
            (
                "Hvilke arbeidsoppgaver kan ikke",
                "Plukk og løft over 10 kg.",
            ),
            (
                "Tilrettelegging tidligere",
                "Løftebord i uke 43–44 fungerte.\nKortere skift i to dager fungerte ikke.\n\
                 Ståmatte ble ikke levert.",
            ),
            ("Har dere andre muligheter", "Ingen nå."),
            (
                "Endret siden forrige plan",
                "Varemottak, truck og svinntelling er nytt.\nKortere skift er tatt ut.",
            ),
            ("Telefon", "99999999"),
            ("E-post", "hanne@example.com"),
        ],
        &[
            ("Har du snakket med den ansatte", "ja"),
            ("Skal Nav ha planen?", "nei"),
            ("Skal sykmelder", "ja"),
        ],
    );
    m.is_listed("gå gjennom referatet, senest tir 24. nov");

    // Approved, everything can be written, and the list counts down until it has gone out.
    let referat = m.approves_and_writes();
    for form in ["docx", "pdf"] {
        m.writes(DocumentKind::Referat, form);
    }
    let plan = m.writes(DocumentKind::Plan, "md");
    let data = m.writes_plan_data(NUMBER);
    m.is_listed("send referatet, senest tir 24. nov (7 dager igjen)");
    m.quits();
    let morning = m.time.next("08:40");
    m.time.pass_until(morning);
    m.opens_again();
    m.is_listed("send referatet, senest tir 24. nov (6 dager igjen)");
    m.sends(&[
        (
            "Terje Brekkhus (arbeidstaker): referatet og oppfølgingsplanen",
            "levert",
        ),
        ("Berit Kvalnes (BHT): referatet", "kryptert e-post"),
        (
            "Sykmelder: oppfølgingsplanen",
            "nav.no, Altinn eller HR-system",
        ),
    ]);
    m.is_listed("følg opp tir 15. des");
    let archive = m.writes(DocumentKind::Archive, "md");
    assert_eq!(m.hands_out("case1", &DOCUMENTS), [referat, archive, plan]);
    for (field, wanted) in [
        ("employeeIdentificationNumber", json!(NUMBER)),
        (
            "tasksThatCanStillBeDone",
            json!("Varemottak på skjerm.\nTruck i økter på 20 minutter.\nSvinntelling med krakk."),
        ),
        ("tasksThatCanNotBeDone", json!("Plukk og løft over 10 kg.")),
        (
            "previousFacilitation",
            json!(
                "Løftebord i uke 43–44 fungerte.\nKortere skift i to dager fungerte ikke.\nStåmatte ble ikke levert."
            ),
        ),
        ("evaluationDate", json!("2026-12-15")),
        ("employeeHasContributedToPlan", json!(true)),
        ("employeeHasNotContributedToPlanDescription", json!(null)),
        ("sendPlanToNav", json!(false)),
        ("sendPlanToGeneralPractitioner", json!(true)),
    ] {
        assert_eq!(data[field], wanted, "{field}\n{data:#}");
    }

    // A day was wrong: there is a second version, which says what it replaces.
    m.takes_back_approval("Ståmatten kommer først mandag.");
    m.tui.keys("<F4>");
    m.sees(&["Hvem gjør hva når ·"]);
    m.walks_to("Frist 20.11");
    m.tui.keys("<C-a>");
    m.types("23.11");
    m.sees(&["→ senest mandag 23. november 2026 (uke 48)"]);
    m.reviews();
    let second = m.approves_and_writes();
    for text in [
        "Utgave 2, godkjent 18. november 2026.",
        "Erstatter utgave 1 fra 17. november 2026. Grunn: Ståmatten kommer først mandag.",
        "| mandag 23. november 2026 |",
    ] {
        assert!(second.contains(text), "{text}\n{second}");
    }
    m.is_listed("send referatet, senest ons 25. nov (7 dager igjen)");
    m.shows_no_name_outside(&[
        "Terje Brekkhus",
        "Hanne Lillevik",
        "Odd Rønstad",
        "Berit Kvalnes",
    ]);
    m.quits();

    // Beside earlier states, for whoever wants one back, the file for the HR system has the number that was typed for
    // it, and the kladd what was moved there.
    for slip in SLIPS {
        let mut files = m.files_with(slip);
        files.retain(|file| !file.contains(".historikk/"));
        let wanted: &[&str] = match slip {
            NUMBER => &["møter/26-001_2026-11-17_plan.json"],
            "L86" | "lappen" => &["møter/26-001_2026-11-17.toml"],
            _ => &[],
        };
        assert_eq!(files, wanted, "{slip:?}");
    }
}
