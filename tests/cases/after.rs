//! What a leader does once the meeting is over: deals with what was found, writes the plan, hands every document out.

use std::{ffi::OsStr, fs};

use serde_json::Value;

use super::leader::Leader;
use crate::golden;

impl Leader {
    /// Does with a finding of the review what one of its buttons says.
    #[track_caller]
    pub fn deals_with(&mut self, finding: &str, button: &str, told: &str) {
        self.takes_up(finding);
        self.walks_to(&format!("[ {button} ]"));
        self.tui.keys("<Enter>");
        self.sees(&[told]);
    }

    /// Puts better words in the place of what was found.
    #[track_caller]
    pub fn rewords(&mut self, finding: &str, words: &str) {
        self.takes_up(finding);
        self.types(words);
    }

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

    /// The plan for an HR system, with the identity number on standard input.
    #[track_caller]
    pub fn exports(&self, number: &str) -> Value {
        let plan = ["plan", &self.code(), "--format", "json"];
        serde_json::from_str(&self.says(&plan, number)).unwrap()
    }

    /// What a subcommand prints by the clock of the story, with this on its standard input.
    #[track_caller]
    pub fn says(&self, arguments: &[&str], input: &str) -> String {
        // Under that clock, only whole programs run.
        let script = r#"input=$1; shift; printf '%s' "$input" | "$@" >printed"#;
        let folder = self.folder();
        let before = ["-c", script, "sh", input, env!("CARGO_BIN_EXE_dialogmote")];
        let mut all: Vec<&OsStr> = before.iter().map(OsStr::new).collect();
        all.extend([OsStr::new("--mappe"), folder.as_os_str()]);
        all.extend(arguments.iter().map(OsStr::new));
        self.setup().runs("sh", &all);
        let printed = self.setup().home().join("printed");
        fs::read_to_string(printed).unwrap()
    }

    /// Keeps a finding for a reason, which the line at the foot asks for.
    #[track_caller]
    pub fn keeps(&mut self, finding: &str, reason: &str) {
        self.deals_with(finding, "behold, med en grunn", "Hvorfor kan det stå?");
        self.types(reason);
        self.tui.keys("<Enter>");
        self.sees(&["Det blir stående."]);
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

    /// Opens the only meeting there is, which has been held.
    #[track_caller]
    pub fn opens_again(&mut self) {
        self.starts_again();
        self.sees(&["Nytt møte"]);
        self.tui.keys("3");
        self.sees(&["Åpne et møte"]);
        self.tui.keys("<Enter>");
        self.sees(&["Gå gjennom referatet"]);
    }

    /// The case code of the only meeting there is.
    fn code(&self) -> String {
        let files = self.files();
        let file = files.iter().find(|file| file.ends_with(".toml")).unwrap();
        file.split('_').next().unwrap().to_owned()
    }

    /// Holds every document of the meeting to the letter, and answers with them: in any of them, nothing may stand that
    /// does not belong there.
    #[track_caller]
    pub fn hands_out(&self, name: &str, papers: &[&[&str]]) -> Vec<String> {
        let code = self.code();
        let all = papers.iter().map(|paper| {
            let (command, options) = paper.split_first().unwrap();
            let arguments = [&[*command, &code], options].concat();
            let printed = self.says(&arguments, "");
            let ending = match *paper {
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
pub const PAPERS: [&[&str]; 3] = [&["referat"], &["referat", "--arkiv"], &["plan"]];
