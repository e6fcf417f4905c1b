//! The oppfølgingsplan through the real program: drafted, written, handed to an HR system, pasted into nav.no.

use std::{
    fs,
    path::{Path, PathBuf},
};

use dialogmote::meeting::MOST_CHARACTERS;
use serde_json::Value;

use crate::cases::leader::{Leader, Person};
use crate::support::pty::{Exit, Tui};

/// Invented by Skatteetaten for tests.
const NUMBER: &str = "14837920044";
const WORKDAY: &str = "Plukk og varemottak.";

/// A meeting that has been held, with something in it for the plan.
fn held() -> Leader {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    let person = |role, name| Person {
        role,
        name,
        manner: "",
        span: "",
        copy: "",
    };
    m.invites(&[
        person("Arbeidstaker", "Terje Brekkhus"),
        person("Arbeidsgiver", "Hanne Lillevik"),
    ]);
    m.begins();
    m.jumps_to("status 1", "Arbeidstaker: funksjon og tiltak");
    m.types("Går 20 min, sitter 30.");
    m.jumps_to("status 2", "Arbeidsgiver: tilrettelegging");
    m.types("Løftebord fungerte.");
    m.agrees_on(
        "Skaffe ståmatte",
        &["Hanne Lillevik"],
        "fre",
        "senest fredag",
    );
    m.tui.keys("<F7>");
    m.sees(&["NESTE OPPFØLGING"]);
    m.adds_step("50", "arbeider 50 %", "23.11", "23. november 2026");
    m.agrees_to_meet("15.12", "15. desember 2026");
    m.picks("avslutt møtet", "Avslutt møtet");
    m.sees(&["Avslutte møtet?"]);
    m.tui.keys("<C-b>");
    m.sees(&["Møtet er avsluttet.", "AVSLUTTET"]);
    m
}

fn shows_the_plan(m: &mut Leader) {
    m.picks("oppfølgingsplan", "Oppfølgingsplan");
    m.sees(&[
        "SKJEMAET PÅ NAV.NO",
        "▶ Hvordan ser en vanlig arbeidsdag ut?",
    ]);
}

/// Writes what no meeting knows.
fn completes_the_plan(m: &mut Leader) {
    shows_the_plan(m);
    m.types(WORKDAY);
    m.walks_to("Hvilke arbeidsoppgaver kan ikke");
    m.types("Manuelle løft over 10 kg.");
    m.walks_to("Har dere andre muligheter");
    m.types("Fast plass i varemottaket.");
    m.walks_to("Har du snakket med den ansatte");
    m.chooses("ja");
    m.walks_to("Skal Nav ha planen?");
    m.chooses("nei");
    m.walks_to("Skal sykmelder");
    m.chooses("ja");
    m.walks_to("Telefon");
    m.types("99999999");
    m.walks_to("E-post");
    m.types("hanne@example.com");
}

/// Everything under a folder, hidden things too.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The files in which the number stands, or the part of it that is never shown.
fn with_number(m: &Leader) -> Vec<String> {
    let holds = |path: &PathBuf| {
        let content = fs::read(path).unwrap();
        content.windows(5).any(|part| part == b"20044")
    };
    let name = |path: PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    files(m.setup().home())
        .into_iter()
        .filter(holds)
        .map(name)
        .collect()
}

/// Whether this went to the clipboard of the system.
fn copied(m: &mut Leader, base64: &str) -> bool {
    let output = String::from_utf8_lossy(m.tui.output());
    output.contains(&format!("\x1b]52;c;{base64}"))
}

#[test]
fn a_plan_is_drafted_from_the_meeting_as_one_act() {
    let mut m = held();
    shows_the_plan(&mut m);
    m.sees(&["Gjenstår: en vanlig arbeidsdag · hva som kan gjøres"]);
    m.types("Plukk");
    m.picks("fyll inn", "Fyll inn planen fra møtet");
    m.sees(&["Utkast fra møtet i 4 tomme felt. Les gjennom og rett."]);
    m.sees(&[
        "Løftebord fungerte.",
        "Arbeider 50 % fra mandag 23. november 2026, sykmeldt 50 %.",
        "Skaffe ståmatte: Hanne Lillevik, senest fredag 20. november 2026 (uke 47).",
        "Partene møtes igjen tirsdag 15. desember 2026.",
    ]);
    m.tui.keys("<C-z>");
    m.sees(&["Angret: planen er som før."]);
    m.tui.wait_gone("Arbeider 50 %");
    m.sees(&["Plukk"]);
    m.tui.keys("<C-y>");
    m.sees(&[
        "Gjort om igjen: planen er endret.",
        "Arbeider 50 %",
        "Går 20 min",
    ]);
    // What is written keeps what was drafted elsewhere.
    m.walks_to("Hvilke arbeidsoppgaver kan ikke");
    m.tui.keys("<C-a>");
    m.types("Plukk og løft.");
    m.picks("fyll inn", "Fyll inn planen fra møtet");
    m.sees(&["Ingenting å fylle inn"]);
    // A plan that was begun is on the list of the review.
    m.reviews();
    m.walks_to("Oppfølgingsplanen er ikke ferdig");
    m.takes_up("Oppfølgingsplanen er ikke ferdig");
    m.tui.keys("<Enter>");
    m.sees(&["SKJEMAET PÅ NAV.NO", "Plukk og løft."]);
    m.quits();
}

#[test]
fn the_number_goes_into_the_file_for_the_hr_system_and_nowhere_else() {
    let mut m = held();
    // What is missing is told before anything is asked.
    m.picks("hr-systemet", "Lagre planen til HR-systemet");
    m.sees(&[
        "GJENSTÅR I PLANEN",
        "▶ En vanlig arbeidsdag",
        "Om Nav skal ha planen",
    ]);
    m.tui.keys("<Enter>");
    m.sees(&["▶ Hvordan ser en vanlig arbeidsdag ut?"]);
    m.picks("fyll inn", "Fyll inn planen fra møtet");
    completes_the_plan(&mut m);
    m.picks("hva gjenstår", "Hva gjenstår i planen");
    m.sees(&["Ingenting mangler i planen."]);
    m.picks("hr-systemet", "Lagre planen til HR-systemet");
    m.sees(&["Bekreft først at navn, arbeidssted, fraværsdag og deltakere er de rette."]);
    m.confirms_people();

    m.picks("hr-systemet", "Lagre planen til HR-systemet");
    m.sees(&["Lagre planen til HR-systemet i filen"]);
    m.tui.keys("<Enter>");
    m.sees(&["Fødselsnummer eller D-nummer", "Kommer bare i filen."]);
    m.tui.keys("<Enter>");
    m.sees(&["Skriv elleve siffer."]);
    m.tui.keys("148379 20045");
    m.sees(&["148379 *****"]);
    m.tui.keys("9");
    m.sees(&["Bare siffer, høyst elleve."]);
    m.tui.keys("<Enter>");
    m.sees(&["Det er verken et fødselsnummer eller et D-nummer."]);
    m.tui.keys("<BS>");
    m.tui.wait_gone("*****");
    m.tui.keys("4<Enter>");
    m.sees(&["Planen ligger i", "(JSON), med fødselsnummer"]);
    m.tui.wait_gone("148379");
    let name = "26-001_2026-11-17_plan.json";
    assert_eq!(with_number(&m), [name]);
    let file = m.folder().join(name);
    let data: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(data["employeeIdentificationNumber"], NUMBER);
    assert_eq!(data["typicalWorkday"], WORKDAY);
    assert_eq!(data["evaluationDate"], "2026-12-15");
    let ahead = data["plannedFacilitation"].as_str().unwrap();
    assert!(
        ahead.contains("Skaffe ståmatte: Hanne Lillevik, senest"),
        "{ahead}"
    );

    // A plan that says something else goes over it only where that is confirmed, with the number typed once.
    shows_the_plan(&mut m);
    m.tui.keys("<C-a>");
    m.types("Plukk.");
    m.picks("hr-systemet", "Lagre planen til HR-systemet");
    m.tui.keys("<Enter>");
    m.sees(&["Fødselsnummer eller D-nummer"]);
    m.tui.paste(NUMBER);
    m.sees(&["148379 *****"]);
    m.tui.keys("<Enter>");
    m.sees(&["finnes fra før. Ctrl+B erstatter filen"]);
    assert!(fs::read_to_string(&file).unwrap().contains(WORKDAY));
    m.tui.keys("<C-b>");
    m.sees(&["Planen ligger i"]);
    assert!(fs::read_to_string(&file).unwrap().contains("\"Plukk.\""));

    // The line is closed, and what was typed is gone with it.
    m.picks("hr-systemet", "Lagre planen til HR-systemet");
    m.tui.keys("<Enter>");
    m.sees(&["Fødselsnummer eller D-nummer"]);
    m.tui.keys("14837920044<Esc>");
    m.tui.wait_gone("Fødselsnummer eller");
    m.tui.keys("<C-z>");
    m.sees(&["Angret det siste som ble skrevet i «Oppfølgingsplan»."]);
    m.tui.keys("<C-s>");
    m.sees(&["alt lagres av seg selv"]);
    m.quits();
    assert_eq!(with_number(&m), [name]);
    // Not even a digest of it, from which the number could be found by trying.
    assert!(!m.files().contains(&".skrevet".to_owned()));
    let output = String::from_utf8_lossy(m.tui.output()).into_owned();
    assert!(
        !output.contains("20044") && !output.contains("MTQ4Mzc5"),
        "it was shown or copied"
    );
}

#[test]
fn the_fields_of_the_plan_are_copied_one_by_one_into_the_form() {
    let mut m = held();
    m.picks("fyll inn", "Fyll inn planen fra møtet");
    completes_the_plan(&mut m);
    m.walks_to("Hvilke arbeidsoppgaver kan ikke");
    m.tui.paste(&"x".repeat(MOST_CHARACTERS));
    m.sees(&["2025/2000, 25 for mange"]);
    m.picks("lim inn", "Lim inn planen på nav.no");
    m.sees(&["Bekreft først at navn"]);
    m.confirms_people();
    m.picks("lim inn", "Lim inn planen på nav.no");
    m.sees(&[
        "LIM INN PÅ NAV.NO",
        "▶ Hvordan ser en vanlig arbeidsdag ut?",
        "20/2000 tegn",
        "2025/2000, 25 for mange",
        "15.12.2026",
    ]);
    m.tui.keys("<Enter>");
    m.sees(&[
        "✓ kopiert, 20 tegn",
        "▶ Hvilke arbeidsoppgaver kan fortsatt utføres?",
    ]);
    assert!(copied(&mut m, "UGx1a2sgb2cgdmFyZW1vdHRhay4="));
    m.tui.keys("<Enter>");
    m.sees(&["✓ kopiert, 22 tegn"]);
    assert!(copied(&mut m, "R8OlciAyMCBtaW4sIHNpdHRlciAzMC4="));
    m.tui.keys("evaluere");
    m.sees(&["▶ Når skal dere evaluere planen"]);
    m.tui.keys("<Enter>");
    m.sees(&["✓ kopiert, 10 tegn", "▶ Har du snakket med den ansatte"]);
    assert!(copied(&mut m, "MTUuMTIuMjAyNg=="));
    m.tui.keys("<Esc>");
    m.tui.wait_gone("LIM INN PÅ NAV.NO");
    m.picks("oppfølgingsplan", "Oppfølgingsplan");
    m.walks_to("Eventuelle tilleggsopplysninger");
    m.tui.keys("<C-v>");
    m.sees(&["15.12.2026"]);
    m.quits();
}

/// What the subcommand for JSON ends with and prints, with this on its standard input.
fn prints_plan(m: &Leader, input: &str) -> (Option<i32>, String, String) {
    let output = m.answers(&["plan", "26-001", "--format", "json"], input);
    let [printed, told] =
        [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    (output.status.code(), printed, told)
}

#[test]
fn the_command_line_asks_for_the_number_without_showing_it() {
    let mut m = held();
    m.picks("fyll inn", "Fyll inn planen fra møtet");
    m.quits();
    let (status, _, told) = prints_plan(&m, NUMBER);
    assert_eq!(status, Some(1));
    assert!(told.contains("ingen har bekreftet at navn"), "{told}");

    m.opens_again();
    m.confirms_people();
    m.quits();
    let (status, _, told) = prints_plan(&m, NUMBER);
    assert_eq!(status, Some(1));
    assert!(
        told.contains("Gjenstår: en vanlig arbeidsdag, hva som ikke kan gjøres, andre"),
        "{told}"
    );

    m.opens_again();
    completes_the_plan(&mut m);
    m.quits();
    // On a pipe, one line; what is no number is refused.
    let (status, printed, told) = prints_plan(&m, "148379 20044\nmer\n");
    assert_eq!((status, told.as_str()), (Some(0), ""));
    let data: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(data["employeeIdentificationNumber"], NUMBER);
    for wrong in ["", "14837920045", "148379200441", "ola"] {
        let (status, printed, _) = prints_plan(&m, wrong);
        assert_eq!((status, printed.as_str()), (Some(1), ""), "{wrong}");
    }
    assert_eq!(with_number(&m), [""; 0]);

    // At a terminal it is typed unseen; the ending of the file says what is wanted.
    let typed = |arguments: &[&str], keys: &str| {
        let mut setup = m.setup().arg("plan").arg("26-001");
        for argument in arguments {
            setup = setup.arg(*argument);
        }
        let mut tui = Tui::start(&setup);
        if !keys.is_empty() {
            tui.wait_text("Fødselsnummer eller D-nummer (vises ikke):");
            tui.wait_raw();
            tui.keys(keys);
        }
        let exit = tui.wait_exit();
        let output = String::from_utf8_lossy(tui.output()).into_owned();
        assert!(
            !output.contains("1483") && !output.contains("20044"),
            "{output}"
        );
        (exit, output)
    };
    let (exit, output) = typed(&["-o", "plan.json"], "14837920045<BS>4<Enter>");
    assert_eq!(exit, Exit::Code(0), "{output}");
    assert!(output.contains("Planen ligger i plan.json"), "{output}");
    assert_eq!(with_number(&m), ["plan.json"]);
    let (exit, _) = typed(&["-o", "to.json"], "1483<C-c>");
    assert_eq!(exit, Exit::Code(1));
    let (exit, output) = typed(&["--format", "json"], "");
    assert_eq!(exit, Exit::Code(1));
    assert!(output.contains("vises ikke i terminalen"), "{output}");
    assert_eq!(with_number(&m), ["plan.json"]);
}
