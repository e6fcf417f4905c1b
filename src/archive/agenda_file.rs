//! Reading an agenda file, the built-in one or one written by a user, and telling everything that is wrong in it at once.

use std::sync::Arc;

use super::{
    user_file::{self, Faults, UserTable},
    words::{MeasureStatus, RawFor},
};
use crate::{
    meeting::{ItemText, MeasureState, MeasureText, PhaseText, QuestionId, Template},
    text::{LineFault, LineFaultKind},
};

/// The built-in agenda file. Its comments explain the format, so that a copy of it is where a user begins.
pub const BUILT_IN: &str = include_str!("../../assets/agenda.toml");

const MAX_PHASES: usize = 12;
const MAX_ITEMS: usize = 40;
const MAX_MEASURES: usize = 60;
/// Questions of a phase, reminders or speakers of an item.
const MAX_LINES: usize = 40;
/// Characters of a title or a name.
const TITLE: usize = 200;
/// Characters of a line to say, a reminder or a question.
const LINE: usize = 500;
/// Characters of the letters of the guide.
const LETTER: usize = 8;

const ROOT_KEYS: &[&str] = &["fase", "virkemiddel"];
const PHASE_KEYS: &[&str] = &["id", "tittel", "minutter", "sporsmal", "punkt"];
const ITEM_KEYS: &[&str] = &["id", "tittel", "si", "husk", "hvem", "plan"];
const MEASURE_KEYS: &[&str] = &["id", "bokstav", "navn", "status", "erstattet", "om"];

/// The built-in agenda.
///
/// # Errors
///
/// Never, as a test of this module proves; a caller reports the faults all the same, as with any other agenda.
pub fn built_in() -> Result<Template, Vec<LineFault>> {
    read(BUILT_IN)
}

/// The agenda that `text` describes, with nothing gone through and nothing noted.
///
/// # Errors
///
/// Everything that is wrong, in the order of its lines. Where lines cannot be read as TOML, what seems to be missing is
/// not told: it may stand on one of them.
pub fn read(text: &str) -> Result<Template, Vec<LineFault>> {
    user_file::read(text, agenda)
}

/// What could not be read is left empty in the agenda: the fault noted with it keeps the agenda from being used.
fn agenda(root: &UserTable, faults: &mut Faults) -> Template {
    root.allow(ROOT_KEYS, faults);
    if root.has_none("fase") {
        root.note("", LineFaultKind::NoPhase, faults);
    }
    let mut ids = Vec::new();
    let mut questions = 0;
    let phases = root
        .sections("fase", "fase", MAX_PHASES, faults)
        .iter()
        .map(|section| Arc::new(phase(section, &mut ids, &mut questions, faults)))
        .collect();
    let mut ids = Vec::new();
    let measures = root
        .sections("virkemiddel", "virkemiddel", MAX_MEASURES, faults)
        .iter()
        .map(|section| Arc::new(measure(section, &mut ids, faults)))
        .collect();
    Template { phases, measures }
}

/// `questions` counts those of all phases.
fn phase(
    section: &UserTable,
    ids: &mut Vec<String>,
    questions: &mut u32,
    faults: &mut Faults,
) -> PhaseText {
    section.allow(PHASE_KEYS, faults);
    if section.has_none("punkt") {
        section.note("", LineFaultKind::NoItem, faults);
    }
    let mut item_ids = Vec::new();
    PhaseText {
        id: section.id(ids, faults),
        title: section.text("tittel", TITLE, faults),
        minutes: section.minutes("minutter", faults),
        bank: section
            .texts("sporsmal", LINE, MAX_LINES, faults)
            .into_iter()
            .map(|text| {
                *questions += 1;
                (QuestionId(*questions), text.into())
            })
            .collect(),
        points: section
            .sections("punkt", "fase.punkt", MAX_ITEMS, faults)
            .iter()
            .map(|section| Arc::new(item(section, &mut item_ids, faults)))
            .collect(),
    }
}

fn item(section: &UserTable, ids: &mut Vec<String>, faults: &mut Faults) -> ItemText {
    section.allow(ITEM_KEYS, faults);
    ItemText {
        id: section.id(ids, faults),
        title: section.text("tittel", TITLE, faults),
        say: section.text("si", LINE, faults),
        details: section.texts("husk", LINE, MAX_LINES, faults),
        speakers: section.words("hvem", MAX_LINES, faults),
        plan: section
            .words("plan", MAX_LINES, faults)
            .into_iter()
            .map(|RawFor(field)| field)
            .collect(),
    }
}

fn measure(section: &UserTable, ids: &mut Vec<String>, faults: &mut Faults) -> MeasureText {
    section.allow(MEASURE_KEYS, faults);
    MeasureText {
        id: section.id(ids, faults),
        letter: section
            .optional_text("bokstav", LETTER, faults)
            .unwrap_or_default(),
        title: section.text("navn", TITLE, faults),
        state: measure_state(section, faults),
        about: section.text("om", LINE, faults),
    }
}

/// The text that goes with a measure that is gone is asked for by its key, so that an empty one is not told twice.
fn measure_state(section: &UserTable, faults: &mut Faults) -> MeasureState {
    let status = section.word("status", faults);
    let successor = section.optional_text("erstattet", LINE, faults);
    let mismatch = match (status, section.has("erstattet")) {
        (Some(MeasureStatus::Gone), false) => Some(LineFaultKind::GoneWithoutSuccessor),
        (Some(MeasureStatus::InUse | MeasureStatus::Private), true) => {
            Some(LineFaultKind::SuccessorWithoutGone)
        }
        (Some(MeasureStatus::Gone), true)
        | (Some(MeasureStatus::InUse | MeasureStatus::Private), false)
        | (None, _) => None,
    };
    if let Some(kind) = mismatch {
        section.note("erstattet", kind, faults);
    }
    match status {
        Some(MeasureStatus::Gone) => MeasureState::Gone(successor.unwrap_or_default()),
        Some(MeasureStatus::Private) => MeasureState::Private,
        Some(MeasureStatus::InUse) | None => MeasureState::InUse,
    }
}

#[cfg(test)]
mod tests {
    use std::{fmt::Write, mem};

    use proptest::prelude::*;

    use super::*;
    use crate::meeting::Agenda;
    use crate::{
        meeting::{Language, PlanField, Role, clean::clean_line},
        text::{DocumentText, line_fault::nb},
    };

    /// The built-in agenda in nynorsk.
    const NYNORSK: &str = include_str!("../../assets/agenda.nn.toml");

    /// An agenda without a fault, to which tests add some.
    const SMALL: &str = r#"[[fase]]
id = "a"
tittel = "A"
minutter = 5
[[fase.punkt]]
id = "p"
tittel = "P"
si = "Hei"
[[virkemiddel]]
id = "v"
navn = "V"
status = "i bruk"
om = "Om"
"#;

    /// The faults of `text`, as users read them.
    fn told(text: &str) -> Vec<String> {
        read(text)
            .err()
            .unwrap_or_default()
            .iter()
            .map(nb)
            .collect()
    }

    #[track_caller]
    fn check(text: &str, wanted: &[&str]) {
        assert_eq!(told(text), wanted, "\n{text}");
    }

    /// Checks the faults of the small agenda with one line put in place of another.
    #[track_caller]
    fn check_line(line: &str, instead: &str, wanted: &[&str]) {
        assert!(SMALL.contains(line), "{line:?}");
        check(&SMALL.replacen(line, instead, 1), wanted);
    }

    #[test]
    fn the_built_in_agenda_has_the_phases_and_minutes_of_the_guide() {
        let agenda = Agenda::from(built_in().unwrap());
        let phases: Vec<(&str, &str, u32, usize)> = agenda
            .phases
            .iter()
            .map(|p| (p.id.as_str(), p.title.as_str(), p.planned, p.items.len()))
            .collect();
        assert_eq!(
            phases,
            [
                ("innledning", "Innledning", 5, 5),
                ("status", "Status", 10, 5),
                ("losning", "Løsning", 20, 4),
                ("konklusjon", "Konklusjon", 10, 3),
            ]
        );
        assert_eq!(agenda.minutes(), 45);
        let questions: Vec<usize> = agenda.phases.iter().map(|p| p.questions.len()).collect();
        assert_eq!(questions, [0, 0, 6, 0]);
    }

    #[test]
    fn the_built_in_agenda_says_who_speaks() {
        let agenda = Agenda::from(built_in().unwrap());
        for (phase, item, wanted) in [
            ("innledning", "runde", &[][..]),
            ("status", "arbeidstaker", &[Role::Employee]),
            ("status", "arbeidsgiver", &[Role::Employer]),
            ("status", "sykmelder", &[Role::Sykmelder]),
            ("status", "bht", &[Role::OccupationalHealth]),
            ("losning", "forslag", &[Role::Employee]),
            ("losning", "vurdering", &[Role::Employer]),
            (
                "losning",
                "forsvarlig",
                &[Role::Sykmelder, Role::OccupationalHealth],
            ),
        ] {
            let index = agenda.find(phase, item).unwrap();
            assert_eq!(
                agenda.item(index).unwrap().speakers,
                wanted,
                "{phase}.{item}"
            );
        }
    }

    #[test]
    fn the_built_in_agenda_says_which_notes_the_plan_is_made_of() {
        use PlanField::{Can, Others, Tried};
        let agenda = Agenda::from(built_in().unwrap());
        let items = agenda.items().map(|(_, item)| item);
        let raw = items.filter(|item| !item.plan.is_empty());
        let raw: Vec<_> = raw.map(|i| (i.id.as_str(), i.plan.as_slice())).collect();
        let wanted: [(&str, &[PlanField]); 4] = [
            ("arbeidstaker", &[Can]),
            ("arbeidsgiver", &[Tried]),
            ("forslag", &[Can]),
            ("virkemidler", &[Others]),
        ];
        assert_eq!(raw, wanted);
    }

    #[test]
    fn the_built_in_measures_cover_every_letter_of_the_guide() {
        let agenda = Agenda::from(built_in().unwrap());
        let state = |id: &str| {
            let measure = agenda.measures.iter().find(|m| m.id == id).unwrap();
            (measure.letter.clone(), MeasureStatus::from(&measure.state))
        };
        for (letter, id, wanted) in [
            ("a", "gradert_sykmelding", MeasureStatus::InUse),
            ("a", "aktiv_sykmelding", MeasureStatus::Gone),
            ("b", "tilretteleggingstilskudd", MeasureStatus::Gone),
            ("c", "avklaring", MeasureStatus::InUse),
            ("c", "arbeidsrettet_rehabilitering", MeasureStatus::InUse),
            ("c", "oppfolging", MeasureStatus::InUse),
            ("d", "kjop_av_helsetjenester", MeasureStatus::Gone),
            ("d", "helseiarbeid", MeasureStatus::Private),
            ("e", "fritak_arbeidsgiverperiode", MeasureStatus::InUse),
            ("f", "kid", MeasureStatus::Private),
            ("g", "arbeidsplassvurdering", MeasureStatus::Gone),
            ("h", "hjelpemidler", MeasureStatus::InUse),
            ("", "ekspertbistand", MeasureStatus::InUse),
            ("", "tidlig_dialogmote_2", MeasureStatus::InUse),
        ] {
            assert_eq!(state(id), (letter.to_owned(), wanted), "{id}");
        }
    }

    #[test]
    fn the_built_in_texts_are_clean_short_and_without_amounts() {
        check_texts(&built_in().unwrap().into());
    }

    fn check_texts(agenda: &Agenda) {
        let check = |text: &str, limit: usize| {
            let length = text.chars().count();
            assert!(length <= limit, "{length} > {limit}: {text}");
            assert_eq!(clean_line(text).trim(), text);
            assert!(!text.contains("NAV") && !text.contains(" kr"), "{text}");
        };
        for (_, item) in agenda.items() {
            check(&item.title, 38);
            check(&item.say, 110);
            item.details.iter().for_each(|text| check(text, 90));
        }
        for phase in &agenda.phases {
            phase.questions.iter().for_each(|q| check(q.text(), 90));
        }
        for measure in &agenda.measures {
            check(&measure.title, 60);
            check(&measure.about, 110);
            if let MeasureState::Gone(successor) = &measure.state {
                check(successor, 110);
            }
        }
    }

    #[test]
    fn the_agenda_in_nynorsk_is_the_built_in_one_in_other_words() {
        let [bokmal, nynorsk] = [BUILT_IN, NYNORSK].map(|file| read(file).unwrap());
        check_texts(&nynorsk.clone().into());
        let mut words = Vec::new();
        let mut pair = |nb: &mut String, nn: &str| {
            words.push((mem::replace(nb, nn.to_owned()), nn.to_owned()));
        };
        // With every text of the one put into the other, they are the same.
        let mut put_in = bokmal;
        for (phase, nn) in put_in.phases.iter_mut().zip(&nynorsk.phases) {
            let phase = Arc::make_mut(phase);
            pair(&mut phase.title, &nn.title);
            for ((_, question), (_, nn)) in phase.bank.iter_mut().zip(&nn.bank) {
                let mut text = question.to_string();
                pair(&mut text, nn);
                *question = text.into();
            }
            for (item, nn) in phase.points.iter_mut().zip(&nn.points) {
                let item = Arc::make_mut(item);
                pair(&mut item.title, &nn.title);
                item.say.clone_from(&nn.say);
                for (detail, nn) in item.details.iter_mut().zip(&nn.details) {
                    detail.clone_from(nn);
                }
            }
        }
        for (measure, nn) in put_in.measures.iter_mut().zip(&nynorsk.measures) {
            let measure = Arc::make_mut(measure);
            pair(&mut measure.title, &nn.title);
            measure.about.clone_from(&nn.about);
            if let (MeasureState::Gone(nb), MeasureState::Gone(nn)) =
                (&mut measure.state, &nn.state)
            {
                nb.clone_from(nn);
            }
        }
        assert_eq!(put_in, nynorsk);
        // And a paper in nynorsk finds each of those it prints.
        let [in_bokmal, in_nynorsk] = Language::ALL.map(DocumentText::of);
        for (nb, nn) in words {
            assert_eq!(in_nynorsk.printed(&nb), nn);
            assert_eq!(in_bokmal.printed(&nb), nb);
        }
        assert_eq!(in_nynorsk.printed("Eget punkt"), "Eget punkt");
    }

    #[test]
    fn a_small_agenda_of_ones_own_is_read() {
        let agenda = read(SMALL).unwrap();
        assert_eq!(Agenda::from(agenda.clone()).minutes(), 5);
        assert_eq!(agenda.measures.len(), 1);
        for text in [
            SMALL.replace('\n', "\r\n"),
            format!("\u{feff}{SMALL}"),
            SMALL.replace("minutter = 5", "minutter = 0x5"),
        ] {
            assert_eq!(read(&text).as_ref(), Ok(&agenda), "{text:?}");
        }
        let without_measures = SMALL.split_once("[[virkemiddel]]").unwrap().0;
        assert_eq!(read(without_measures).unwrap().phases, agenda.phases);
    }

    #[test]
    fn texts_are_cleaned_on_the_way_in() {
        let agenda =
            read(&SMALL.replace("\"Hei\"", "\"\"\"  Hei\\u001b[31m\n  p\u{202e}å \"\"\"")).unwrap();
        assert_eq!(agenda.phases[0].points[0].say, "Hei[31m   på");
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one table: each fault and its words")]
    fn every_kind_of_fault_is_told_with_its_line() {
        check_line("minutter = 5", "", &["linje 1, fase.minutter: mangler"]);
        for minutes in ["0", "481", "-5", "5.0", "\"5\"", "99999999999999999999"] {
            check_line(
                "minutter = 5",
                &format!("minutter = {minutes}"),
                &["linje 4, fase.minutter: må være et helt tall fra 1 til 480"],
            );
        }
        check_line(
            "tittel = \"A\"",
            "tittel = 7",
            &["linje 3, fase.tittel: må være en tekst i anførselstegn"],
        );
        check_line(
            "tittel = \"P\"",
            "tittel = \" \\t\"",
            &[
                "linje 7, fase.punkt.tittel: er tom. Skriv noe, eller ta bort linjen hvis feltet ikke må være med",
            ],
        );
        check_line(
            "\"Hei\"",
            &format!("\"{}\"", "å".repeat(501)),
            &["linje 8, fase.punkt.si: er for lang, høyst 500 tegn"],
        );
        check_line(
            "si = \"Hei\"",
            "si = \"Hei\"\nhvem = [\n  \"bht\",\n  \"Sjefen\",\n]",
            &[
                "linje 11, fase.punkt.hvem: «Sjefen» er ikke et ord jeg kjenner. Skriv arbeidstaker, arbeidsgiver, \
           sykmelder, bht, tillitsvalgt, verneombud, nav, tolk eller annen",
            ],
        );
        check_line(
            "si = \"Hei\"",
            "si = \"Hei\"\nplan = [\"kan\", \"telefon\"]",
            &[
                "linje 9, fase.punkt.plan: «telefon» er ikke et ord jeg kjenner. Skriv arbeidsdag, kan, kan ikke, \
           tidligere, fremover, andre muligheter eller oppfølging",
            ],
        );
        check_line(
            "si = \"Hei\"",
            "si = \"Hei\"\nhvem = \"bht\"\nhusk = [\"a\", 2]",
            &[
                "linje 9, fase.punkt.hvem: må være en liste med tekster, slik: [\"en\", \"to\"]",
                "linje 10, fase.punkt.husk: må være en tekst i anførselstegn",
            ],
        );
        check_line(
            "minutter = 5",
            "minutter = 5\nminuter = 5",
            &[
                "linje 5, fase.minuter: finnes ikke. Her kan du bruke id, tittel, minutter, sporsmal eller punkt",
            ],
        );
        check_line(
            "status = \"i bruk\"",
            "status = \"borte\"",
            &[
                "linje 9, virkemiddel.erstattet: mangler. Skriv når ordningen forsvant, og hva som finnes nå",
            ],
        );
        check_line(
            "om = \"Om\"",
            "om = \"Om\"\nerstattet = \"I fjor\"",
            &["linje 14, virkemiddel.erstattet: skal bare være med når status er «borte»"],
        );
        check(
            "",
            &["linje 1: agendaen har ingen fase. Lag minst én med [[fase]]"],
        );
        check(
            "fase = []",
            &["linje 1: agendaen har ingen fase. Lag minst én med [[fase]]"],
        );
        check(
            "\nfase = 3",
            &["linje 2, fase: må være en overskrift, slik: [[fase]]"],
        );
        check(
            "\n[fase]\nid = \"a\"",
            &["linje 2, fase: må være en overskrift, slik: [[fase]]"],
        );
        check(
            "\n[[fase]]\nid = \"a\"\ntittel = \"A\"\nminutter = 1",
            &["linje 2, fase: fasen har ingen punkter. Lag minst ett med [[fase.punkt]]"],
        );
    }

    #[test]
    fn an_id_is_used_once_among_its_neighbours_only() {
        let twice = |part: &str| SMALL.replace(part, &format!("{part}{part}"));
        let item = "[[fase.punkt]]\nid = \"p\"\ntittel = \"P\"\nsi = \"Hei\"\n";
        check(
            &twice(item),
            &["linje 10, fase.punkt.id: «p» er brukt før. Velg en annen"],
        );
        let phase = SMALL.split_once("[[virkemiddel]]").unwrap().0;
        check(
            &twice(phase),
            &["linje 10, fase.id: «a» er brukt før. Velg en annen"],
        );
        let measure = SMALL.split_once(phase).unwrap().1;
        check(
            &twice(measure),
            &["linje 15, virkemiddel.id: «v» er brukt før. Velg en annen"],
        );
        let other = phase.replacen("\"a\"", "\"b\"", 1);
        check(&format!("{phase}{other}"), &[]);
    }

    #[test]
    fn all_faults_of_a_file_are_told_at_once_in_the_order_of_its_lines() {
        check(
            r#"tid = 1
[[fase]]
id = "a"
minutter = 999
[[fase.punkt]]
id = "p"
tittel = ""
hvem = ["legen"]

[[fase]]
id = "a"
tittel = "B"
minutter = 1

[[virkemiddel]]
id = "v"
navn = "V"
status = "gått ut"
om = 3
"#,
            &[
                "linje 1, tid: finnes ikke. Her kan du bruke fase eller virkemiddel",
                "linje 2, fase.tittel: mangler",
                "linje 4, fase.minutter: må være et helt tall fra 1 til 480",
                "linje 5, fase.punkt.si: mangler",
                "linje 7, fase.punkt.tittel: er tom. Skriv noe, eller ta bort linjen hvis feltet ikke må være med",
                "linje 8, fase.punkt.hvem: «legen» er ikke et ord jeg kjenner. Skriv arbeidstaker, arbeidsgiver, \
             sykmelder, bht, tillitsvalgt, verneombud, nav, tolk eller annen",
                "linje 10, fase: fasen har ingen punkter. Lag minst ett med [[fase.punkt]]",
                "linje 11, fase.id: «a» er brukt før. Velg en annen",
                "linje 18, virkemiddel.status: «gått ut» er ikke et ord jeg kjenner. Skriv i bruk, privat eller borte",
                "linje 19, virkemiddel.om: må være en tekst i anførselstegn",
            ],
        );
    }

    #[test]
    fn what_is_not_toml_is_told_in_plain_words() {
        let quotes = "her må det stå en tekst mellom rette anførselstegn (\"), eller bare et tall";
        let equals = "her må det stå et navn, ett likhetstegn og en verdi";
        let surplus = "det står noe for mye på slutten av linjen";
        let number = "tallet er skrevet på en måte jeg ikke forstår. Bruk bare sifre";
        let brackets = "en parentes ([ ] eller { }) mangler, eller det er en for mye";
        let comma = "et komma mangler, eller det er ett for mye";
        let key = "navnet foran likhetstegnet kan bare ha a–z, tall, - og _";
        let control = "her er det et usynlig tegn. Skriv linjen på nytt";
        for (broken, why) in [
            ("tittel = A", quotes),
            ("tittel = \"A", quotes),
            ("tittel = 'A", quotes),
            ("tittel = “A”", quotes),
            ("tittel = tru", quotes),
            ("tittel = 2026-13-01", quotes),
            ("tittel =", "det står ingenting etter likhetstegnet"),
            ("tittel", equals),
            ("tittel = = \"A\"", equals),
            ("tittel = \"A\" x", surplus),
            ("tittel = \"A\",", surplus),
            ("tittel = \"A\"\"", surplus),
            ("id = \"A\"", "feltet står her to ganger. Ta bort det ene"),
            ("tittel = 05", number),
            ("tittel = 5_", number),
            (
                "tittel = \"C:\\mappe\"",
                "skriv \\\\ der du vil ha en omvendt skråstrek",
            ),
            ("sporsmal = [\"a\" \"b\"]", comma),
            ("sporsmal = [\"a\",,\"b\"]", comma),
            ("[fase", brackets),
            ("[[fase]", brackets),
            ("tittel = ]", brackets),
            ("spørsmål = \"A\"", key),
            ("= \"A\"", key),
            ("tittel = \"\u{1b}\"", control),
            ("# \u{0}", control),
        ] {
            let text = SMALL.replacen("tittel = \"A\"", broken, 1);
            let told = told(&text);
            assert_eq!(told.first(), Some(&format!("linje 3: {why}")), "{broken:?}");
            let on_the_line = told
                .iter()
                .filter(|fault| fault.starts_with("linje 3"))
                .count();
            assert_eq!(on_the_line, 1, "{told:?}");
            assert!(
                !told
                    .iter()
                    .any(|fault| fault.contains("mangler") && why != brackets && why != comma),
                "{told:?}"
            );
        }
        check_line(
            "\"Om\"",
            "\"\"\"Om",
            &["linje 14: en tekst som begynner med tre anførselstegn, slutter ikke med tre"],
        );
    }

    #[test]
    fn a_broken_line_does_not_hide_a_fault_on_another() {
        check(
            &SMALL
                .replace("tittel = \"A\"", "tittel = A")
                .replace("\"i bruk\"", "\"her\""),
            &[
                "linje 3: her må det stå en tekst mellom rette anførselstegn (\"), eller bare et tall",
                "linje 12, virkemiddel.status: «her» er ikke et ord jeg kjenner. Skriv i bruk, privat eller borte",
            ],
        );
    }

    #[test]
    fn too_much_of_anything_is_refused() {
        let repeated = |part: &str, count: usize| {
            (0..count).fold(String::new(), |mut text, n| {
                writeln!(text, "{}", part.replace('#', &n.to_string())).unwrap();
                text
            })
        };
        let (phase, measure) = SMALL.split_once("[[virkemiddel]]").unwrap();
        let measure = format!("[[virkemiddel]]{measure}").replace("\"v\"", "\"v#\"");
        let item = "[[fase.punkt]]\nid = \"p#\"\ntittel = \"P\"\nsi = \"Hei\"";
        let phases = repeated(phase.replace("\"a\"", "\"a#\"").trim(), 13);
        check(&phases, &["linje 97, fase: det er for mange, høyst 12"]);
        check(
            &format!("{phase}{}", repeated(item, 40)),
            &["linje 165, fase.punkt: det er for mange, høyst 40"],
        );
        check(&format!("{phase}{}", repeated(measure.trim(), 60)), &[]);
        check(
            &format!("{phase}{}", repeated(measure.trim(), 61)),
            &["linje 309, virkemiddel: det er for mange, høyst 60"],
        );
        let many = repeated("\"x\",", 40);
        check_line(
            "si = \"Hei\"",
            &format!("si = \"Hei\"\nhusk = [\n{many}1]"),
            &["linje 50, fase.punkt.husk: det er for mange, høyst 40"],
        );
        check(
            &format!("#{}", "x".repeat(128 * 1024)),
            &["linje 1: filen er for stor, høyst 128 kB"],
        );
    }

    #[test]
    fn hostile_files_are_refused_without_harm() {
        for text in [
            "[".repeat(60_000),
            "a.".repeat(30_000),
            format!("a={}", "[".repeat(60_000)),
            format!("a={}", "{a=".repeat(20_000)),
            format!("a=\"{}", "\\".repeat(60_000)),
            "[[fase]]\n".repeat(7_000),
            "[[fase.punkt]]\n".repeat(4_000),
            (0..8_000).fold(String::new(), |text, n| format!("{text}k{n}=1\n")),
            format!("\"{}\"=1", "🏳️‍🌈".repeat(3_000)),
            "\u{0}\u{1b}[2J\r\r\r".to_owned(),
        ] {
            let faults = told(&text);
            assert!(!faults.is_empty());
            for fault in faults {
                assert!(
                    fault.chars().count() < 200 && !fault.contains(char::is_control),
                    "{fault:?}"
                );
            }
        }
    }

    /// Text that is nearly an agenda: pieces of one, in any order, with anything between.
    fn nearly_an_agenda() -> impl Strategy<Value = String> {
        let mut lines: Vec<String> = SMALL.lines().map(|line| format!("{line}\n")).collect();
        for piece in [
            "hvem = [\"bht\", 1, \"å\"]\n",
            "husk = [",
            "]",
            "\"",
            "\"\"\"",
            "=",
            "[fase]\n",
            "fase = {}\n",
            "erstattet = \"x\"\n",
            "status = \"borte\"\n",
            "æ",
            "🏳️‍🌈",
            "e\u{301}",
            "\r",
            "\u{0}",
            "\\u12",
            "\n",
            "#",
            ".",
        ] {
            lines.push(piece.to_owned());
        }
        prop::collection::vec(
            prop_oneof![4 => prop::sample::select(lines), 1 => any::<String>()],
            0..40,
        )
        .prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

        #[test]
        fn any_text_is_an_agenda_or_has_faults_on_its_own_lines(text in prop_oneof![any::<String>(), nearly_an_agenda()]) {
            match read(&text) {
                Ok(agenda) => {
                    prop_assert!(!agenda.phases.is_empty());
                    prop_assert!(agenda.phases.iter().all(|p| !p.points.is_empty() && (1..=480).contains(&p.minutes)));
                }
                Err(faults) => {
                    prop_assert!(!faults.is_empty());
                    let lines = text.split('\n').count();
                    for fault in &faults {
                        prop_assert!((1..=lines).contains(&fault.line), "{fault:?}");
                        prop_assert!(!nb(fault).contains(char::is_control));
                    }
                }
            }
        }
    }
}
