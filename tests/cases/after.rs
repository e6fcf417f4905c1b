//! What a leader does once the meeting is over: deals with what was found, writes the plan, hands every document out.

use std::{
    io::Write,
    process::{Command, Stdio},
};

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
        let mut child = Command::new(env!("CARGO_BIN_EXE_dialogmote"))
            .arg("--mappe")
            .arg(self.folder())
            .args(["plan", &self.code(), "--format", "json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        writeln!(input, "{number}").unwrap();
        drop(input);
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        serde_json::from_slice(&output.stdout).unwrap()
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
            let printed = self.prints(&arguments);
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
