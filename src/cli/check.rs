//! `dialogmote sjekk`: what in a meeting does not belong in a document, as sentences or as JSON.

use std::{collections::BTreeSet, fmt::Write};

use clap::{Arg, ArgMatches, builder::PossibleValuesParser};
use serde::Serialize;

use crate::{
    meeting::{Contents, Place, clean::clean},
    privacy::{Area, Finding, FindingKind, Grade, Guard, Proposal, Watch},
    text::Text,
};

use super::json::{JSON, json, json_flag};

const PLAIN: &str = "txt";
const FORMAT: &str = "format";

/// What the subcommand takes besides the meeting.
pub(super) fn arguments(text: &Text) -> [Arg; 2] {
    let format = Arg::new(FORMAT)
        .long(FORMAT)
        .value_name("FORMAT")
        .help(text.cli.check_format)
        .hide_possible_values(true)
        .conflicts_with(JSON)
        .value_parser(PossibleValuesParser::new([PLAIN, JSON]));
    [json_flag(text), format]
}

/// What was found in a meeting.
pub(super) struct Checked {
    /// Ready to print.
    pub words: String,
    /// Whether anything in it has to go.
    pub strong: bool,
}

/// What the guard finds in the meeting.
///
/// # Errors
/// Where it cannot be put into words.
pub(super) fn render(
    matches: &ArgMatches,
    watch: &Watch,
    meeting: &Contents,
    text: &Text,
) -> Result<Checked, String> {
    let findings = watch.findings();
    let lines: Vec<FindingLine> = findings
        .iter()
        .map(|(place, finding)| FindingLine::new(*place, finding, watch.guard(), meeting, text))
        .collect();
    let strong = lines.iter().any(|line| line.is_open(Grade::Strong));
    let named: Option<&String> = matches.get_one(FORMAT);
    let words = if matches.get_flag(JSON) || named.is_some_and(|name| name == JSON) {
        let rows: Vec<FindingRow> = lines.iter().map(FindingLine::row).collect();
        json(&rows, text)?
    } else {
        sentences(&lines, text)
    };
    Ok(Checked { words, strong })
}

/// A finding with its place and everything to be said of it.
struct FindingLine<'a> {
    place: String,
    line: usize,
    words: &'a str,
    finding: &'a Finding,
    /// Why it stays, where somebody has said so.
    accepted: Option<&'a str>,
    proposal: Option<(Area, &'a Proposal)>,
    text: &'a Text,
}

impl<'a> FindingLine<'a> {
    fn new(
        place: Place,
        finding: &'a Finding,
        guard: &'a Guard,
        meeting: &'a Contents,
        text: &'a Text,
    ) -> Self {
        let written = meeting.text_at(place);
        let words = finding.words(written);
        Self {
            place: (text.privacy.place)(place, meeting),
            line: finding.line(written).0,
            words,
            finding,
            accepted: meeting.reason_to_accept(place, words),
            proposal: guard.proposal(finding.kind),
            text,
        }
    }

    /// Whether it is still to be dealt with, and is of this grade.
    fn is_open(&self, grade: Grade) -> bool {
        self.accepted.is_none() && self.finding.grade == grade
    }

    fn row(&self) -> FindingRow<'_> {
        let t = &self.text.privacy;
        let Finding {
            kind, grade, cause, ..
        } = *self.finding;
        FindingRow {
            sted: &self.place,
            linje: self.line,
            grad: match grade {
                Grade::Strong => "sterk",
                Grade::Hint => "hint",
            },
            slag: match kind {
                FindingKind::Word(_) => "ord",
                FindingKind::Code(_) => "kode",
                FindingKind::Identity(_) => "fodselsnummer",
                FindingKind::Phone => "telefon",
                FindingKind::Email => "epost",
            },
            funn: self.words,
            hva: (t.kind)(kind),
            hvorfor: (t.told_by)((t.reason)(kind), (t.cause)(cause)),
            heller: (t.instead)(kind),
            beholdt: self.accepted,
            forslag: self.proposal.map(|(_, proposal)| proposal.lines()),
        }
    }
}

/// What `--json` prints of a finding. The keys and the words of `grad` and `slag` are a promise to scripts: new ones may
/// come, none goes away or changes its meaning.
#[derive(Serialize)]
struct FindingRow<'a> {
    /// In words.
    sted: &'a str,
    /// Counted from 1.
    linje: usize,
    grad: &'static str,
    slag: &'static str,
    /// As it stands there.
    funn: &'a str,
    hva: String,
    hvorfor: String,
    heller: &'static str,
    /// Why it stays, where somebody has said so: then it does not count.
    beholdt: Option<&'a str>,
    /// Examples to start from, where there are some.
    forslag: Option<[&'a str; 4]>,
}

/// Every finding under its place, then for each area once how the same is said of the work.
fn sentences(findings: &[FindingLine], text: &Text) -> String {
    let t = &text.privacy;
    if findings.is_empty() {
        return format!("{}\n", t.nothing);
    }
    let mut out = String::new();
    let mut areas = BTreeSet::new();
    let mut before = None;
    for found in findings {
        let head = (t.line)(&found.place, found.line);
        if before.as_ref() != Some(&head) {
            let _ = writeln!(out, "{}", clean(&head));
        }
        before = Some(head);
        let Finding {
            kind, grade, cause, ..
        } = *found.finding;
        let words = clean(found.words).replace('\n', " ");
        let _ = writeln!(
            out,
            "  {}",
            (t.found)((t.grade)(grade), &words, &(t.kind)(kind))
        );
        if let Some(reason) = found.accepted {
            let _ = writeln!(out, "    {}", (t.accepted)(&clean(reason)));
            continue;
        }
        let _ = writeln!(
            out,
            "    {}",
            (t.told_by)((t.reason)(kind), (t.cause)(cause))
        );
        let _ = writeln!(out, "    {}", (t.instead)(kind));
        areas.extend(found.proposal.map(|(area, _)| area));
    }
    for area in areas {
        let mut examples = findings.iter().filter_map(|found| found.proposal);
        let Some((_, proposal)) = examples.find(|(known, _)| *known == area) else {
            continue;
        };
        let _ = writeln!(out, "\n{}", (t.examples)((t.area)(area)));
        for line in proposal.lines() {
            let _ = writeln!(out, "  {line}");
        }
    }
    let open = |grade| findings.iter().filter(|f| f.is_open(grade)).count();
    let (strong, hints) = (open(Grade::Strong), open(Grade::Hint));
    let _ = writeln!(out, "\n{}", (t.in_all)(strong, hints));
    out
}
