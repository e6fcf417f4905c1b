//! What the meeting arrived at: the goal with its steps, who agrees, and the next follow-up.

use crate::{
    meeting::{GoalField, MeetingField, Participant, ParticipantField, StepField},
    ui::{
        command::Command,
        scene::Scene,
        sheet::{SheetCell, SheetRow},
        widgets::wrap,
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.sheet;
    let mut rows = vec![
        SheetRow::Title(t.goal, String::new()),
        SheetRow::field(GoalField::Text, t.goal_text, 30),
    ];
    for step in &scene.meeting.goal.steps {
        rows.push(SheetRow::Cells(vec![
            SheetCell::fixed(StepField::Work.of(step.id), t.step_work, 16),
            SheetCell::growing(StepField::From.of(step.id), t.step_from, 20),
        ]));
    }
    rows.extend([
        SheetRow::button(Command::AddStep),
        SheetRow::Gap,
        SheetRow::Title(t.agreement, String::new()),
    ]);
    let present = || scene.meeting.participants.iter().filter(|p| p.attends());
    let called = |p: &Participant| scene.text.document.called(p);
    let widest = present().map(|p| wrap::columns(&called(p))).max();
    for participant in present() {
        let id = participant.id;
        let mut name = called(participant);
        let missing = widest.unwrap_or_default() - wrap::columns(&name);
        name.push_str(&" ".repeat(missing));
        rows.push(SheetRow::Cells(vec![
            SheetCell::fixed(ParticipantField::Answer.of(id), name, 11),
            SheetCell::growing(ParticipantField::Words.of(id), t.words, 24),
        ]));
    }
    rows.extend([
        SheetRow::Gap,
        SheetRow::Title(t.follow_up, String::new()),
        SheetRow::field(MeetingField::FollowUp, t.follow_up_label, 24),
    ]);
    rows
}
