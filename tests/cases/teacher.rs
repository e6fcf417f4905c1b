//! A teacher on graded leave who asked for the meeting herself; the notes are in nynorsk and go out as they were jotted, and so
//! are the documents around them.

use crate::nynorsk::bokmal_in;

use super::{
    after::DOCUMENTS,
    leader::{Absent, Frame, Leader, Person},
};

#[test]
fn the_teacher_on_graded_leave_with_nynorsk_notes_and_a_plan_for_the_doctor() {
    let mut m = Leader::sits_down("2026-11-05T14:13:00+01:00");
    m.makes_a_meeting();
    m.enters_absence(&[Absent {
        from: "21.9",
        to: "",
        kind: "sykmelding",
        degree: "50",
    }]);
    m.walks_to("arbeidstakeren");
    m.chooses("ja");
    m.sees(&["Arbeidstakeren ønsker møtet", "ja, ønsket"]);
    m.has_plan("14.10", "15.10", "50 %, to lærarar i 9B.");
    m.fills_in(&Frame {
        date: "i dag",
        time: "14.15",
        form: "fysisk",
        workplace: "Fjellvik kommune, Solvikåsen ungdomsskule",
        place: "rektorkontoret",
    });
    // Everything about this meeting is written in the målform of the school.
    m.tui.keys("<Tab>");
    m.sees(&["Alle dokumenter om møtet blir skrevet på denne målformen"]);
    m.chooses("nynorsk");
    m.sees(&["● nynorsk", "Målform nynorsk"]);
    m.tui.keys("<C-z>");
    m.sees(&["Angret: dokumentene er på bokmål igjen.", "Målform bokmål"]);
    m.tui.keys("<C-y>");
    m.sees(&["dokumentene er på nynorsk", "Målform nynorsk"]);
    let person = |role, name, copy| Person {
        role,
        name,
        manner: "",
        span: "",
        copy,
    };
    m.invites(&[
        person("Arbeidstaker", "Ingvild Sæterøy", ""),
        person("Arbeidsgiver", "Kåre Hovden", ""),
        person("Tillitsvalgt", "Randi Tveit", "ja"),
    ]);
    m.asks_for(&["ja"], "ja");
    // Nothing of this must be held by a day, so nothing is late.
    let screen = m.tui.screen();
    assert!(
        !screen.contains("OVER") && !screen.contains("haster"),
        "{screen}"
    );
    m.until("14:15");

    // Innledning: 5 of 5 minutes.
    m.begins();
    m.time.stops_in_the_middle();
    m.types("mål: halde på 50 %, finne form fram mot jul. ev 60 frå jan");
    m.next("Presentasjon og roller");
    m.until("14:17");
    m.next("Hensikt og mål");
    m.next("Taushetsplikt");
    m.types("ikkje diagnose. me snakkar om oppgåver\nkopi: I + Randi. plan til lege");
    m.until("14:19");
    m.next("Tidsramme og agenda");
    m.types("referat i MS Teams? nei -> papir");
    m.until("14:20");

    // Status: 9 of 10 minutes.
    m.next("Arbeidstaker: funksjon og tiltak");
    m.types("I: formiddag ok, etter kl 12 tomt batteri. støy verst\n");
    m.types("I: kontaktlærar-rolla tek mest. foreldretlf kveld\n");
    m.types("I: 2-lærar i 9B sidan veke 41 = stor skilnad\n");
    m.types("sliten men søv betre (I sa sjølv)");
    m.until("14:25");
    m.next("Arbeidsgiver: tilrettelegging");
    m.types("K: prøvde å ta vekk inspeksjon, gløymd 3 gonger\n");
    m.types("K: psykososialt arbeidsmiljø i 9B er tema i utval");
    m.until("14:27");
    m.next("Spørsmål og oppsummering");
    m.types("R: arbeidstid, 50 % må vere 50 % ikkje 50 på papir");
    m.until("14:29");

    // Løsning: 22 of 20 minutes.
    m.next("Arbeidstaker: mulige løsninger");
    m.types("timar berre 1-3, fri fre\nretting heime ok. møtetid digitalt\n");
    m.types("rom utan gjennomgang. øyreklokker elev ok\n");
    m.types("stress i overgangar, 5 min før ringing\n60 % først etter vinterferien. ikkje før");
    m.until("14:40");
    m.next("Arbeidsgiver: lar det seg gjøre?");
    m.types("bytte kontaktlærar 9B -> Silje til påske?  K sjekkar, svar 12.11\n");
    m.types("foreldretlf: berre måndag 14-15");
    m.until("14:49");
    m.next("Virkemidler");
    m.until("14:51");
    m.sees(&["2 MIN OVER"]);

    // Konklusjon: 9 of 10 minutes.
    m.next("Hva er vurdert, og hva er vi enige om?");
    m.types("samde om 50 m/ny plan frå 16.11. evaluering to 03.12\n");
    m.types("usemje: K vil 60 frå jan, I veit ikkje -> ta i des\nI kjenner seg att: ja");
    m.sets_goal("halde på 50 %, finne form fram mot jul");
    m.adds_step(
        "50",
        "arbeider 50 %, sykmeldt 50 %",
        "måndag 16.11",
        "mandag 16. november 2026 (uke 47)",
    );
    m.tui.keys("<F3>");
    m.until("14:55");
    m.next("Hvem gjør hva, og når?");
    m.types("K svar kontaktlærar tor 12.11. timeplan fre 13.11");
    for (what, owners, due, understood) in [
        (
            "Svar om byte av kontaktlærar 9B",
            &["Kåre Hovden"][..],
            "tor 12.11",
            "senest torsdag 12. november 2026 (uke 46)",
        ),
        (
            "Ny timeplan 1.–3. time, fri fredag",
            &["Kåre Hovden"],
            "fre 13.11",
            "senest fredag 13. november 2026 (uke 46)",
        ),
        (
            "Foreldretelefon berre måndag 14–15, melding til heimane",
            &["Kåre Hovden"],
            "13.11",
            "senest fredag 13. november 2026 (uke 46)",
        ),
        (
            "Kort logg (fungerte / fungerte ikkje)",
            &["Ingvild Sæterøy"],
            "kvar fredag frå 20.11",
            "hver fredag fra 20. november 2026 (uke 47)",
        ),
        (
            "Oppdatert plan til sjukmeldar",
            &["Kåre Hovden"],
            "13.11",
            "senest fredag 13. november 2026 (uke 46)",
        ),
        (
            "Evaluere planen og ta opp 60 %",
            &["Ingvild Sæterøy", "Kåre Hovden"],
            "3.12",
            "senest torsdag 3. desember 2026 (uke 49)",
        ),
    ] {
        m.agrees_on(what, owners, due, understood);
    }
    m.tui.keys("<F3>");
    m.until("14:58");
    m.next("Referat og veien videre");
    m.types("I fører ei linje kvar fre kva som gjekk");
    m.reads_back();
    m.tui.keys("<F7>");
    m.sees(&["ENIGHET"]);
    // They do not agree on January; each says so in words of their own.
    m.notes_answer(
        "Ingvild Sæterøy",
        "uenig",
        "Eg veit ikkje om eg klarer 60 % frå januar. Vi tek det opp i desember.",
    );
    m.notes_answer("Kåre Hovden", "uenig", "Eg vil prøve 60 % frå januar.");
    m.notes_answer("Randi Tveit", "enig", "");
    m.agrees_to_meet("to 03.12", "torsdag 3. desember 2026 (uke 49)");
    m.tui.keys("<F3>");
    m.until("15:00");
    m.ends();

    // Three words are worth a look; what only looks like illness is not found.
    m.sees(&["SJEKK FØR DU GODKJENNER"]);
    m.finds(&["? «sliten»", "? «søv betre»", "? «stress»"]);
    m.deals_with("«sliten»", "", "stryk linjen", "Strøket.");
    m.keeps("«stress»", "det handlar om ringetida");

    m.writes_plan(
        &[
            (
                "Hvordan ser en vanlig arbeidsdag",
                "Undervisning i 9B, kontaktlærar, retting og møte.",
            ),
            (
                "Hvilke arbeidsoppgaver kan fortsatt",
                "Undervisning 1.–3. time med to lærarar.\nRetting heime. Møte digitalt.",
            ),
            (
                "Hvilke arbeidsoppgaver kan ikke",
                "Inspeksjon, foreldretelefon på kveld og timar etter kl. 12.",
            ),
            (
                "Tilrettelegging tidligere",
                "To lærarar i 9B sidan veke 41: stor skilnad.\nInspeksjon skulle bort, men blei gløymd tre gonger.",
            ),
            (
                "Har dere andre muligheter",
                "60 % etter vinterferien.",
            ),
            ("Beskjed til legen", "Planen tek til 16. november."),
            ("Telefon", "99999999"),
            ("E-post", "kare@example.com"),
        ],
        &[
            ("Har du snakket med den ansatte", "ja"),
            ("Skal Nav ha planen?", "nei"),
            ("Skal sykmelder", "ja"),
        ],
    );
    m.confirms_people();
    let referat = m.approves_and_writes();
    // The doctor was not there, and gets the plan all the same.
    m.sends(&[
        (
            "Ingvild Sæterøy (arbeidstaker): referatet og oppfølgingsplanen",
            "levert",
        ),
        ("Randi Tveit (tillitsvalgt): referatet", "levert"),
        ("Sykmelder: oppfølgingsplanen", "brev"),
    ]);
    m.shows_no_name_outside(&["Ingvild Sæterøy", "Kåre Hovden", "Randi Tveit"]);
    m.quits();
    m.is_listed("følg opp tor 3. des");
    let listed = m.prints(&["liste"]);
    assert!(!listed.to_lowercase().contains("over"), "{listed}");

    let documents = m.hands_out("case2", &DOCUMENTS);
    assert_eq!(documents[0], referat);
    for words in [
        "Kåre Hovden: usamd\n\n> Eg vil prøve 60 % frå januar.",
        "> Eg veit ikkje om eg klarer 60 % frå januar.",
        "etter kl 12 tomt batteri",
        "psykososialt arbeidsmiljø",
        "me snakkar om oppgåver",
    ] {
        assert!(referat.contains(words), "{words}\n{referat}");
    }
    // The notes are in nynorsk too, so that every word of every document is.
    let others = [
        &["innkalling", "26-001"][..],
        &["innkalling", "26-001", "--sporsmal"],
        &["kalender", "26-001"],
    ];
    let others = others.map(|arguments| m.prints(arguments));
    for document in documents.iter().chain(&others) {
        assert_eq!(bokmal_in(document), [""; 0], "{document}");
    }
    let plan = m.exports("09869220059");
    assert_eq!(plan["evaluationDate"], "2026-12-03");
    assert_eq!(plan["sendPlanToGeneralPractitioner"], true);
    for document in documents.iter().chain([&plan.to_string()]) {
        assert!(
            !document.contains("sliten") && !document.contains("søv"),
            "{document}"
        );
    }
}
