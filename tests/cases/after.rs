//! What a leader does once the meeting is over: deals with what was found, writes the plan, hands every document out.

use std::{fs, path::Path};

use dialogmote::meeting::DocumentKind;
use serde_json::Value;

use super::leader::{Leader, flat};
use crate::{
    formats::{pdf_text, reading},
    golden,
    support::{PATIENCE, watch::Watch},
};

impl Leader {
    // ── The review ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// Back to the review.
    #[track_caller]
    pub fn reviews(&mut self) {
        self.tui.keys("<F12>");
        self.sees(&["Gå gjennom referatet"]);
    }

    /// Waits until the review lists exactly these findings as open: `!` has to go, `?` is worth a look.
    #[track_caller]
    pub fn finds(&mut self, findings: &[&str]) {
        let what = format!("the findings {findings:?}");
        self.tui.wait(&what, |screen| {
            open_findings(&screen.contents()) == findings
        });
    }

    /// Waits until the review says this, on however many lines.
    #[track_caller]
    pub fn is_told(&mut self, words: &str) {
        self.tui.wait(&format!("{words:?}"), |screen| {
            let text = screen.contents();
            let lines: Vec<&str> = column(&text).collect();
            flat(&lines.join(" ")).contains(words)
        });
    }

    /// Unfolds a task of the review, as the line below it says one can.
    #[track_caller]
    pub fn takes_up(&mut self, task: &str) {
        self.walks_to(task);
        self.sees(&["Enter: ordne det her."]);
        self.tui.keys("<Enter>");
        self.tui.wait_gone("Enter: ordne det her.");
    }

    /// Does with a finding of the review what one of its buttons says; beside them stands what can be done.
    #[track_caller]
    pub fn deals_with(&mut self, finding: &str, advice: &str, button: &str, told: &str) {
        self.takes_up(finding);
        self.is_told(advice);
        self.walks_to(&format!("[ {button} ]"));
        self.tui.keys("<Enter>");
        self.sees(&[told]);
    }

    /// Puts better words in the place of what was found, which is selected, as what can be done says.
    #[track_caller]
    pub fn rewords(&mut self, finding: &str, advice: &str, words: &str) {
        self.takes_up(finding);
        self.is_told(advice);
        self.types(words);
    }

    /// Keeps a finding for a reason, which the line at the foot asks for.
    #[track_caller]
    pub fn keeps(&mut self, finding: &str, reason: &str) {
        let asked = "Hvorfor kan det stå?";
        self.deals_with(finding, "", "behold, med en grunn", asked);
        self.types(reason);
        self.tui.keys("<Enter>");
        self.sees(&["Det blir stående."]);
        self.is_told(&format!("BEHOLDT ✓ {finding} står: {reason}"));
    }

    /// Says, in the review, that it is about the right case and that those took part who are said to have.
    #[track_caller]
    pub fn confirms_people(&mut self) {
        self.takes_up("Er alt om rett sak?");
        self.ticks("Navn, virksomhet, fraværsdag");
        self.tui.keys("<Tab>");
        self.tui.wait_gone("[x] Navn, virksomhet");
    }

    /// Puts a note in better words, afterwards; an empty text takes the note out.
    #[track_caller]
    pub fn rewrites(&mut self, words: &str, title: &str, text: &str) {
        self.jumps_to(words, title);
        self.tui.keys("<C-a><Del>");
        self.types(text);
    }

    /// Puts the goal in better words, afterwards.
    #[track_caller]
    pub fn rewrites_goal(&mut self, text: &str) {
        self.tui.keys("<F7>");
        self.sees(&["ENIGHET"]);
        self.tui.keys("<C-a>");
        self.types(text);
    }

    /// Asks for the approval, which is refused for this reason.
    #[track_caller]
    pub fn is_not_let_approve(&mut self, why: &str) {
        self.picks("godkjenn", "Godkjenn referatet");
        self.sees(&[why]);
        assert!(!self.tui.screen().contains("Godkjenne referatet?"));
    }

    /// Approves the referat, in which nothing is missing.
    #[track_caller]
    pub fn approves(&mut self) {
        self.sees(&["Ingenting mangler."]);
        self.picks("godkjenn", "Godkjenn referatet");
        self.sees(&["Godkjenne referatet?"]);
        self.tui.keys("<C-b>");
        self.sees(&["Godkjent. Ctrl+E lagrer"]);
    }

    /// Approves the referat, in which nothing is missing, and writes it to the file that is proposed.
    #[track_caller]
    pub fn approves_and_writes(&mut self) -> String {
        self.approves();
        self.writes(DocumentKind::Referat, "md")
    }

    /// Takes the approved referat up again, for a reason.
    #[track_caller]
    pub fn takes_back_approval(&mut self, reason: &str) {
        self.picks("endre det godkjente", "Endre det godkjente referatet");
        self.sees(&["Hvorfor endres referatet?"]);
        self.types(reason);
        self.tui.keys("<Enter>");
        self.sees(&["Referatet kan endres igjen."]);
    }

    // ── The plan ────────────────────────────────────────────────────────────────────────────────────────────────────

    /// Fills the plan in from the meeting, then puts these texts in the place of what stands in its fields, and gives
    /// these answers.
    #[track_caller]
    pub fn writes_plan(&mut self, fields: &[(&str, &str)], answers: &[(&str, &str)]) {
        self.picks("oppfølgingsplan", "Oppfølgingsplan");
        self.sees(&["SKJEMAET PÅ NAV.NO"]);
        self.picks("fyll inn", "Fyll inn planen fra møtet");
        self.sees(&["Utkast fra møtet"]);
        for (question, answer) in answers {
            self.walks_to(question);
            self.chooses(answer);
        }
        for (field, text) in fields {
            self.walks_to(field);
            self.tui.keys("<C-a>");
            self.types(text);
        }
        self.picks("hva gjenstår", "Hva gjenstår i planen");
        self.sees(&["Ingenting mangler i planen."]);
        self.reviews();
    }

    /// The plan for an HR system, with the identity number on standard input, which leaves it nowhere.
    #[track_caller]
    pub fn exports(&self, number: &str) -> Value {
        let plan = ["plan", &self.code(), "--format", "json"];
        let plan = serde_json::from_str(&self.prints_of(&plan, number)).unwrap();
        assert_eq!(self.files_with(number), [""; 0]);
        plan
    }

    // ── The documents ───────────────────────────────────────────────────────────────────────────────────────────────

    /// Writes a document to the file that is proposed, with this ending; answers with what it says.
    #[track_caller]
    pub fn writes(&mut self, document: DocumentKind, ending: &str) -> String {
        let (search, entry, file) = match document {
            DocumentKind::Archive => ("til arkivet", "Lagre referatet til arkivet", "_arkiv"),
            DocumentKind::Plan => ("lagre oppf", "Lagre oppfølgingsplanen", "_plan"),
            DocumentKind::Confirmation => ("bekreftelse", "Lagre møtebekreftelsen", "_bekreftelse"),
            DocumentKind::Referat => ("som fil", "Lagre referatet som fil", ""),
            DocumentKind::PlanData
            | DocumentKind::Invitation
            | DocumentKind::Questions
            | DocumentKind::Calendar => {
                panic!("{document:?} is written in another way")
            }
        };
        self.picks(search, entry);
        self.sees(&["i filen"]);
        self.tui.keys(&format!("<End><BS><BS>{ending}<Enter>"));
        self.reads_what_was_written("ligger i", &format!("{file}.{ending}"))
    }

    /// Writes the plan for an HR system to the file that is proposed, with this identity number, which never stands whole
    /// on the screen; answers with what the file says.
    #[track_caller]
    pub fn writes_plan_data(&mut self, number: &str) -> Value {
        self.picks("hr-systemet", "Lagre planen til HR-systemet (JSON)");
        self.sees(&["Lagre planen til HR-systemet i filen"]);
        self.tui.keys("<Enter>");
        self.sees(&["Fødselsnummer eller D-nummer"]);
        let drawn = self.tui.output().len();
        self.tui.keys(number);
        self.sees(&[&format!("{} *****", &number[..6])]);
        self.tui.keys("<Enter>");
        let data = self.reads_what_was_written("Planen ligger i", "_plan.json");
        let drawn = String::from_utf8_lossy(&self.tui.output()[drawn..]);
        assert!(!drawn.contains(number), "the number was shown");
        serde_json::from_str(&data).unwrap()
    }

    /// What stands in the file that the program says it has written, whose name ends like this.
    #[track_caller]
    fn reads_what_was_written(&mut self, says: &str, end: &str) -> String {
        self.sees(&[says, &format!("{end} (")]);
        let screen = self.tui.screen();
        let mut files = self.files().into_iter();
        let file = files.find(|file| file.ends_with(end) && screen.contains(&format!("{file} (")));
        said(&self.folder().join(file.unwrap()))
    }

    /// Says of everybody in turn that what is theirs went out today, and how.
    #[track_caller]
    pub fn sends(&mut self, receivers: &[(&str, &str)]) {
        self.picks("hvem får", "Hvem får hva");
        self.sees(&["SENDES TIL"]);
        for (what, channel) in receivers {
            self.sees(&[what]);
            self.walks_to("Sendt");
            self.types("i dag");
            self.tui.keys("<Tab>");
            self.chooses(channel);
        }
        self.reviews();
    }

    /// Waits until the list of meetings, asked for in another window, ends with this in the line of this meeting: what is
    /// on the screen is on the disk soon after.
    #[track_caller]
    pub fn is_listed(&self, next: &str) {
        let code = self.code();
        let mut list = String::new();
        let listed = Watch::of(&self.folder()).until(PATIENCE, || {
            list = self.prints(&["liste"]);
            let mut lines = list.lines();
            let line = lines.find(|line| line.starts_with(&code));
            line.is_some_and(|line| line.ends_with(next))
        });
        assert!(listed, "{next:?} in\n{list}");
    }

    /// Opens the only meeting there is, which has been held.
    #[track_caller]
    pub fn opens_again(&mut self) {
        self.starts_again();
        self.opens_the_only_meeting("Gå gjennom referatet");
    }

    /// The case code of the only meeting there is.
    fn code(&self) -> String {
        let files = self.files();
        let file = files.iter().find(|file| file.ends_with(".toml")).unwrap();
        file.split('_').next().unwrap().to_owned()
    }

    /// The files below the home folder that hold these words, wherever they are and however they are packed.
    pub fn files_with(&self, words: &str) -> Vec<String> {
        let setup = self.setup();
        let mut folders = vec![setup.home().to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if said(&path).contains(words) {
                    let path = path.strip_prefix(setup.home()).unwrap();
                    files.push(path.to_str().unwrap().to_owned());
                }
            }
        }
        files.sort();
        files
    }

    /// Holds every document of the meeting to the letter, and answers with them: in any of them, nothing may stand that
    /// does not belong there.
    #[track_caller]
    pub fn hands_out(&self, name: &str, documents: &[&[&str]]) -> Vec<String> {
        let code = self.code();
        let all = documents.iter().map(|document| {
            let (command, options) = document.split_first().unwrap();
            let arguments = [&[*command, &code], options].concat();
            let printed = self.prints(&arguments);
            let ending = match *document {
                ["referat"] => String::new(),
                [.., last] => format!("_{}", last.trim_start_matches('-')),
                [] => unreachable!("no paper has no command"),
            };
            golden::check(&format!("tests/golden/{name}{ending}.md"), &printed);
            printed
        });
        all.collect()
    }
}

/// Every document but the one for a doctor who was there.
pub const DOCUMENTS: [&[&str]; 3] = [&["referat"], &["referat", "--arkiv"], &["plan"]];

/// The open findings of the review as they stand on the screen, each with its sign and without its kind.
fn open_findings(screen: &str) -> Vec<String> {
    let lines = column(screen).map(|line| line.trim_start_matches("▶ "));
    let findings = lines.filter(|line| line.starts_with("! «") || line.starts_with("? «"));
    findings
        .filter_map(|line| Some(format!("{}»", line.split_once('»')?.0)))
        .collect()
}

/// The lines of the review beside the referat.
fn column(screen: &str) -> impl Iterator<Item = &str> {
    screen
        .lines()
        .map(|line| line.rsplit('│').next().unwrap_or(line).trim())
}

/// What a file says to whoever opens it. A PDF is read where there is a program for that.
fn said(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("docx") => reading::word(&bytes),
        Some("pdf") => {
            let name = file.file_stem().unwrap().to_str().unwrap();
            pdf_text(&bytes, name).unwrap_or_default()
        }
        _ => String::from_utf8_lossy(&bytes).into_owned(),
    }
}
