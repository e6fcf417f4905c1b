//! The section of the need: the absence, what follows from it, who wants the meeting, and why there may be none.

use crate::{
    meeting::{
        ExemptionField, IntervalKind, Period, PeriodField, PreparationField, Side, Wishes,
        WishesField,
    },
    rules::{CaseState, CaseStatus, Duty, Milestone, Need, checklist::has_trouble, need::duty},
    ui::{
        command::Command,
        scene::Scene,
        sheet::{SheetCell, SheetRow},
    },
};

/// The rows of the section.
pub(super) fn rows(scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let preparation = &scene.meeting.preparation;
    let mut rows = absence(scene, status);
    rows.extend(status_rows(scene, status));
    let past = preparation.past.map(|past| past.day);
    let asked = matches!(status.need, Need::AskWhatHappened { .. });
    if asked || (past.is_some() && past == scene.meeting.arrangement.date.value) {
        rows.push(SheetRow::one(SheetCell::fixed(
            PreparationField::Past,
            t.past,
            24,
        )));
    }
    rows.extend(wanted(scene, status));
    rows.push(SheetRow::Gap);
    rows.extend(exemption(scene, status));
    rows
}

/// The periods, and what can be looked up of them.
fn absence(scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let periods = &scene.meeting.preparation.periods;
    let mut rows: Vec<SheetRow> = periods
        .iter()
        .flat_map(|period| period_rows(period, scene))
        .collect();
    let mut buttons = vec![SheetCell::button(Command::AddPeriod)];
    if status.absence.current().is_some() {
        buttons.push(SheetCell::button(Command::ExplainAbsence));
        buttons.push(SheetCell::button(Command::ShowDeadlines));
    }
    rows.push(SheetRow::Cells(buttons));
    rows
}

fn period_rows(period: &Period, scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let id = period.id;
    let mut cells = vec![
        SheetCell::day(PeriodField::From.of(id), t.from),
        SheetCell::day(PeriodField::To.of(id), t.to),
        SheetCell::fixed(PeriodField::Kind.of(id), "", 16),
    ];
    if period.kind.has_degree() {
        cells.push(SheetCell::fixed(PeriodField::Degree.of(id), t.degree, 6));
    }
    let mut rows = vec![SheetRow::Cells(cells)];
    if let Some(why) = period.trouble() {
        rows.push(SheetRow::Remark(
            (scene.text.rules.unusable)(why).to_owned(),
        ));
    }
    if period
        .interval()
        .is_ok_and(|interval| is_low(interval.kind))
    {
        rows.push(SheetRow::Remark(scene.text.rules.low_degree.to_owned()));
    }
    rows
}

fn is_low(kind: IntervalKind) -> bool {
    matches!(kind, IntervalKind::Sick(degree) if degree.is_below_benefit())
}

/// What law and good practice say of the absence.
fn status_rows(scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let rules = &scene.text.rules;
    let case = status.absence.current();
    let mut lines: Vec<String> = case.map(rules.case).into_iter().collect();
    if has_trouble(scene.meeting) {
        // What is reckoned without it may be wrong, and is not asserted.
        lines.push(t.period_wrong.to_owned());
    } else if case.is_none() {
        lines.push(t.no_absence.to_owned());
    } else {
        lines.push((rules.need)(&status.need));
        let deadline = status.deadline(Milestone::Meeting1);
        lines.extend(deadline.and_then(rules.from_full));
    }
    lines.into_iter().map(SheetRow::Remark).collect()
}

/// Who wants the meeting, where that decides whether there is one.
fn wanted(scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let preparation = &scene.meeting.preparation;
    let absence = &status.absence;
    let left_to_them = absence.current().is_some_and(|case| {
        case.state == CaseState::Open && duty(case, absence.today) == Duty::IfWanted
    });
    // A wish opens an exemption again.
    let exempt = preparation.exemption.ground.is_some();
    if !left_to_them && !exempt && preparation.wanted == Wishes::default() {
        return Vec::new();
    }
    let cell = |side| {
        let name = (scene.text.document.side)(side);
        SheetCell::fixed(WishesField::of(side), name, 10)
    };
    vec![
        SheetRow::Gap,
        SheetRow::Title(scene.text.preparation.wanted, String::new()),
        SheetRow::Cells(Side::ALL.map(cell).to_vec()),
    ]
}

/// Why the meeting may be clearly unnecessary, and what has to be known then.
fn exemption(scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let exemption = &scene.meeting.preparation.exemption;
    let mut rows = vec![SheetRow::field(ExemptionField::Ground, t.unnecessary, 30)];
    if exemption.ground.is_none() {
        return rows;
    }
    rows.push(SheetRow::field(ExemptionField::Asked, t.asked, 24));
    rows.push(SheetRow::Cells(vec![
        SheetCell::day(ExemptionField::AskedOn, t.asked_on),
        SheetCell::day(ExemptionField::Review, t.review),
    ]));
    if let Err(gaps) = exemption.complete(status.absence.today) {
        let gap = |gap| SheetRow::Remark((scene.text.rules.gap)(gap).to_owned());
        rows.extend(gaps.into_iter().map(gap));
    }
    rows
}
