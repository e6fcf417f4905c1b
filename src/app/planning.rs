//! The oppfølgingsplan: drafting it from the meeting, what is left of it, and both ways it leaves the program.

use std::path::PathBuf;

use crate::{
    archive::Existing,
    document::{plan_data, plan_draft},
    meeting::{
        DocumentKind, Edit as MeetingEdit, Field, FieldKind, FieldName, Format, PlanField, Said,
        Timestamp,
    },
    rules::{PlanFault, plan},
    text::{capitalised, date, problem::place},
    ui::{AskNumber, NumberHint, Overlay, Pick, PickerLine, Tone, View, screens},
};

use super::{Acting, Shared, effect::Effect, input::ExportRefused};

impl Shared {
    /// Asks for the identity number that goes into the file, and nowhere else.
    pub(super) fn ask_number(&mut self, file: String) {
        self.overlay = Some(Overlay::Number(AskNumber::new(file)));
    }

    /// What came of writing the plan for an HR system. Whoever has closed the line meanwhile is told only of trouble.
    pub(super) fn plan_data_written(
        &mut self,
        result: Result<PathBuf, ExportRefused>,
        now: Timestamp,
    ) {
        match result {
            Ok(path) => {
                self.overlay
                    .take_if(|overlay| matches!(overlay, Overlay::Number(_)));
                let words = (self.text.notice.written)(
                    DocumentKind::PlanData,
                    Format::Plain,
                    &place(&path),
                );
                self.say(words, Tone::Note, now);
            }
            Err(ExportRefused::InTheWay(_)) => self.tell_number(NumberHint::InTheWay),
            Err(ExportRefused::Problem(problem)) => {
                let words = (self.text.problem)(&problem);
                self.tell_number(NumberHint::Told(words.clone()));
                self.say(words, Tone::Alarm, now);
            }
        }
    }

    fn tell_number(&mut self, state: NumberHint) {
        if let Some(Overlay::Number(ask)) = &mut self.overlay {
            ask.hint = state;
        }
    }
}

impl Acting<'_> {
    /// Drafts what is empty in the plan from the meeting: one act, which is taken back whole.
    pub(super) fn fill_plan(&mut self) {
        if let Some(words) = self.findings_left() {
            // What does not belong there is not spread to further places.
            self.show(View::Review);
            return self.say(words, Tone::Alarm);
        }
        self.show(View::Plan);
        let drafts = plan_draft::draft(&self.open.meeting, self.shared.setting.zone);
        let fields = drafts.len();
        let edit = |(field, draft)| MeetingEdit::set(Field::Plan(field), draft);
        let edits: Vec<_> = drafts.into_iter().map(edit).collect();
        let words = if !edits.is_empty() && self.edit(MeetingEdit::Together(edits)) {
            (self.shared.text.plan.filled)(fields)
        } else {
            self.shared.text.plan.nothing_to_fill.to_owned()
        };
        self.say(words, Tone::Note);
    }

    /// What keeps the plan from being taken on this day.
    fn plan_faults(&self) -> Vec<PlanFault> {
        plan::faults(&self.open.meeting, self.look().today())
    }

    /// What is left of the plan, to go where it is mended.
    pub(super) fn show_plan_faults(&mut self) {
        let t = &self.shared.text.plan;
        let faults = self.plan_faults();
        if faults.is_empty() {
            return self.say(t.whole, Tone::Note);
        }
        let lines = faults.into_iter().map(|fault| {
            let label = capitalised(&(t.fault)(fault));
            PickerLine::new(label, Pick::PlanFault(fault))
        });
        self.shared.offer(t.faults_title, lines.collect(), 0);
    }

    pub(super) fn go_to_plan_fault(&mut self, fault: PlanFault) {
        self.show(View::Plan);
        let target = screens::plan::place(fault, &self.open.meeting);
        self.open.focus_on(Some(target));
    }

    /// Offers the fields of the form on nav.no, unless something keeps the plan from leaving the program.
    pub(super) fn paste_plan(&mut self) {
        if self.may_export(DocumentKind::Plan) {
            self.choose_form_field(None);
        }
    }

    /// The fields of the form on nav.no, each with its length; `copied` is the line of the one that was copied last. The
    /// next one is chosen.
    pub(super) fn choose_form_field(&mut self, copied: Option<usize>) {
        let t = &self.shared.text.plan;
        let document = &self.shared.text.document.plan;
        let plan = &self.open.meeting.plan;
        let fields = PlanField::FORM.into_iter();
        let fields = fields.filter(|field| plan::is_asked(plan, *field));
        let lines = fields.enumerate().map(|(line, field)| {
            let content = self.form_content(field);
            let kind = field.declared().kind;
            let length = plan::length(&content);
            let is_choice = matches!(kind, FieldKind::Choice(_));
            let aside = if length == 0 {
                t.blank.to_owned()
            } else if copied == Some(line) && !is_choice {
                (t.copied)(length)
            } else if kind.is_text() {
                (t.length)(length, plan::surplus(&content))
            } else {
                content
            };
            PickerLine {
                label: (document.label)(field).to_owned(),
                aside,
                pick: Pick::FormField(field, line),
            }
        });
        let lines = lines.collect();
        let chosen = copied.map_or(0, |line| line + 1);
        self.shared.offer(t.paste_title, lines, chosen);
    }

    /// What goes into a field of the form; nothing where nothing is known.
    fn form_content(&self, field: PlanField) -> String {
        let plan = &self.open.meeting.plan;
        let kind = field.declared().kind;
        if kind.is_text() {
            return plan.text(field).trim().to_owned();
        }
        match plan.said(field) {
            said @ (Said::Yes | Said::No) => (self.shared.text.document.plan.said)(said).to_owned(),
            Said::Unsaid if matches!(kind, FieldKind::Choice(_)) => String::new(),
            Said::Unsaid => self
                .open
                .meeting
                .evaluation()
                .map_or_else(String::new, date::numeric),
        }
    }

    /// Copies a field for the form on nav.no, and goes on to the next one. A yes or no is chosen there.
    pub(super) fn copy_form_field(&mut self, field: PlanField, line: usize) {
        let content = self.form_content(field);
        let is_choice = matches!(field.declared().kind, FieldKind::Choice(_));
        let copies = !content.is_empty() && !is_choice;
        if copies {
            self.shared.copy(content);
        }
        self.choose_form_field(Some(line));
    }

    /// Asks where the plan goes for an HR system; says first what is left to do where it would not be taken.
    pub(super) fn ask_plan_data(&mut self) {
        if !self.plan_faults().is_empty() {
            self.show_plan_faults();
        } else if self.may_export(DocumentKind::PlanData) {
            self.ask_file(DocumentKind::PlanData);
        }
    }

    /// The number is typed: the plan goes to its file. The line stays until it is known whether it was written.
    pub(super) fn write_plan_data(&mut self, existing: Existing) {
        let today = self.look().today();
        let Some(Overlay::Number(ask)) = &self.shared.overlay else {
            return;
        };
        let t = &self.shared.text.plan;
        let file = ask.file.clone();
        let made = match ask.number() {
            _ if self.shared.job.is_some() => Err(self.shared.text.saving.busy.to_owned()),
            Err(fault) => Err((t.number_fault)(fault).to_owned()),
            Ok(number) => plan_data::plan_data(&self.open.meeting, &number, today)
                .map_err(|faults| self.shared.text.unfinished(&faults)),
        };
        match made {
            Ok(data) => {
                let document = Effect::Write {
                    kind: DocumentKind::PlanData,
                    file,
                    content: data.into_bytes(),
                    existing,
                };
                self.shared.send(document, self.now);
            }
            Err(words) => self.shared.tell_number(NumberHint::Told(words)),
        }
    }
}
