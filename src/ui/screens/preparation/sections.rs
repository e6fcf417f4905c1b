//! The sheets of the preparation, one for each section of the checklist.

use crate::{
    meeting::{
        ArrangementField, Check, DocumentKind, EarlierPlanField, Manner, MeetingField, MeetingMode,
        Origin, Participant, ParticipantField, PreparationField, QuestionField, ReferatCopy, Role,
        Stage,
    },
    rules::{
        Calling, CaseStatus, ChecklistSection, CopyRule, DeadlineStatus, Milestone, SectionStatus,
        When, calling,
        checklist::section_status,
        holidays::{holiday, is_working_day},
    },
    ui::{
        command::Command,
        focus::FocusTarget,
        scene::Scene,
        sheet::{SheetCell, SheetRow, Width},
    },
};

use super::{minutes, need};

/// The rows of a section, under its title.
pub(super) fn rows(section: ChecklistSection, scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let name = (scene.text.preparation.section)(section);
    let mut rows = vec![SheetRow::Title(name, aside(section, scene, status))];
    rows.extend(match section {
        ChecklistSection::Need => need::rows(scene, status),
        ChecklistSection::People => people(scene),
        ChecklistSection::Arrangement => arrangement(scene, status),
        ChecklistSection::Invitation => invitation(scene),
        ChecklistSection::Plan => plan(scene, status),
        ChecklistSection::TimePlan => minutes::rows(scene),
        ChecklistSection::Questions => questions(scene),
        ChecklistSection::Employee => employee(scene),
        ChecklistSection::Room => room(scene),
    });
    rows
}

/// What is said at the right of the title.
fn aside(section: ChecklistSection, scene: &Scene, status: &CaseStatus) -> String {
    match section {
        ChecklistSection::Need => {
            status
                .deadline(Milestone::Meeting1)
                .map_or_else(String::new, |deadline| {
                    let day = scene.text.document.calendar.short(deadline.when.date());
                    (scene.text.preparation.meeting_by)(&day)
                })
        }
        ChecklistSection::TimePlan => (scene.text.sheet.plan_sum)(scene.meeting.agenda.minutes()),
        ChecklistSection::People
        | ChecklistSection::Arrangement
        | ChecklistSection::Invitation
        | ChecklistSection::Plan
        | ChecklistSection::Questions
        | ChecklistSection::Employee
        | ChecklistSection::Room => String::new(),
    }
}

/// What is to be ticked in a section.
pub(super) const fn checks(section: ChecklistSection) -> &'static [Check] {
    match section {
        ChecklistSection::People => &[Check::RightPeople],
        ChecklistSection::Plan => &[Check::PlanRead],
        ChecklistSection::Employee => &[Check::EmployeePrepared],
        ChecklistSection::Room => &[Check::Room, Check::Screen],
        ChecklistSection::Need
        | ChecklistSection::Arrangement
        | ChecklistSection::Invitation
        | ChecklistSection::TimePlan
        | ChecklistSection::Questions => &[],
    }
}

fn ticks(section: ChecklistSection) -> impl Iterator<Item = SheetRow> {
    checks(section)
        .iter()
        .map(|check| SheetCell::new(FocusTarget::Check(*check), "", Width::Grow(30)))
        .map(SheetRow::one)
}

fn people(scene: &Scene) -> Vec<SheetRow> {
    let mut rows = Vec::new();
    for participant in &scene.meeting.participants {
        rows.extend(person(participant, scene));
    }
    rows.push(SheetRow::button(Command::AddParticipant));
    // Who took part is known when the meeting is over.
    if scene.meeting.stage().is_over() {
        rows.extend(ticks(ChecklistSection::People));
    }
    rows
}

fn person(participant: &Participant, scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let sheet = &scene.text.sheet;
    let id = participant.id;
    let name = SheetCell::growing(ParticipantField::Name.of(id), "", 14);
    let role = SheetCell::fixed(ParticipantField::Role.of(id), "", 14);
    let manner = SheetCell::fixed(ParticipantField::Manner.of(id), "", 10);
    let presence = SheetCell::fixed(ParticipantField::Presence.of(id), sheet.presence, 12);
    let copy = SheetCell::fixed(ParticipantField::Copy.of(id), sheet.copy, 8);
    let mut first = vec![name, role];
    // Whether somebody came is asked when the meeting has begun; whether they are called, before.
    if scene.meeting.stage() != Stage::Preparing {
        first.push(SheetCell::fixed(
            ParticipantField::Attendance.of(id),
            "",
            11,
        ));
    }
    first.extend([manner, presence, copy]);
    let mut rows = vec![SheetRow::Cells(first)];
    if participant.role.is_party() {
        return rows;
    }
    let mut second = vec![SheetCell::fixed(ParticipantField::Called.of(id), "", 14)];
    second.push(SheetCell::fixed(
        ParticipantField::WishedByEmployee.of(id),
        t.employee_wants,
        10,
    ));
    if !needs_employee(participant.role) || participant.role == Role::Sykmelder {
        second.push(SheetCell::fixed(
            ParticipantField::WishedByEmployer.of(id),
            t.employer_wants,
            10,
        ));
    }
    second.push(SheetCell::fixed(
        ParticipantField::Consent.of(id),
        t.consent,
        10,
    ));
    rows.push(SheetRow::Cells(second));
    let rule = calling::calling(participant.role, participant.wished());
    match rule {
        Calling::Refused(_) | Calling::AskFirst(_) => {
            rows.push(SheetRow::Remark((scene.text.rules.calling)(
                participant.role,
                &rule,
            )));
        }
        Calling::Party | Calling::Allowed(_) => {}
    }
    let copy = calling::copy(participant.role, participant.consent);
    let wanted = participant.copy == ReferatCopy::Yes;
    match copy {
        CopyRule::AskEmployee | CopyRule::Refused if wanted => {
            rows.push(SheetRow::Remark(
                (scene.text.rules.copy_rule)(copy).to_owned(),
            ));
        }
        CopyRule::Party | CopyRule::Consented | CopyRule::AskEmployee | CopyRule::Refused => {}
    }
    rows
}

/// Whether somebody in this role is called on the employee's wish only.
const fn needs_employee(role: Role) -> bool {
    match role {
        Role::Sykmelder | Role::UnionRepresentative | Role::SafetyRepresentative => true,
        Role::Employee
        | Role::Employer
        | Role::OccupationalHealth
        | Role::Nav
        | Role::Interpreter
        | Role::Other => false,
    }
}

fn arrangement(scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let t = &scene.text.sheet;
    let document = scene.text.document;
    let mut rows = vec![
        SheetRow::Cells(vec![
            SheetCell::growing(ArrangementField::Date, t.date, 34),
            SheetCell::fixed(ArrangementField::Time, t.time, 8),
        ]),
        SheetRow::Cells(vec![
            SheetCell::fixed(ArrangementField::Mode, document.mode_label, 10),
            SheetCell::growing(ArrangementField::Place, document.place, 24),
        ]),
        SheetRow::Cells(vec![
            SheetCell::growing(ArrangementField::Workplace, document.workplace, 24),
            SheetCell::fixed(MeetingField::Language, t.language, 8),
        ]),
    ];
    let arrangement = &scene.meeting.arrangement;
    let mut manners = scene.meeting.participants.iter();
    let by_video = manners.any(|p| p.takes_part(arrangement.mode) == Some(Manner::Video));
    let held_by_video = matches!(arrangement.mode, MeetingMode::Video | MeetingMode::Hybrid);
    if held_by_video || by_video || !arrangement.video_link.trim().is_empty() {
        let link = ArrangementField::VideoLink;
        rows.push(SheetRow::field(link, document.video_link, 30));
    }
    let day = arrangement.date.value;
    if let Some((day, holiday)) = day.and_then(|day| Some((day, holiday(day)?))) {
        let name = (scene.text.rules.holiday)(holiday);
        let day = scene.text.document.calendar.long(day);
        rows.push(SheetRow::Remark((scene.text.preparation.holiday_on)(
            &day, name,
        )));
    } else if let Some(day) = day.filter(|day| !is_working_day(*day)) {
        let day = scene.text.document.calendar.long(day);
        rows.push(SheetRow::Remark((scene.text.preparation.weekend)(&day)));
    }
    rows.extend(hold_by(scene, status).map(SheetRow::Remark));
    let late = section_status(ChecklistSection::Arrangement, scene.meeting, status)
        == SectionStatus::Attention;
    if late || !scene.meeting.preparation.late_reason.is_empty() {
        let label = scene.text.preparation.late_reason;
        rows.push(SheetRow::field(PreparationField::LateReason, label, 30));
    }
    rows
}

/// By when the meeting is to be held, and which day to propose.
fn hold_by(scene: &Scene, status: &CaseStatus) -> Option<String> {
    let t = &scene.text.preparation;
    let calendar = scene.text.document.calendar;
    let deadline = status.deadline(Milestone::Meeting1)?;
    let When::By(dates) = deadline.when else {
        return None;
    };
    let nothing_due = matches!(
        deadline.status,
        DeadlineStatus::NoAlarm
            | DeadlineStatus::Done { .. }
            | DeadlineStatus::Exempt { .. }
            | DeadlineStatus::NotReached
    );
    if nothing_due {
        return None;
    }
    let strict = calendar.with_week(dates.strict);
    Some(match dates.proposed(status.absence.today) {
        Some(day) => (t.hold_by)(&strict, &calendar.with_week(day)),
        None => (t.hold_by_passed)(&strict),
    })
}

fn invitation(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    vec![
        SheetRow::Cells(vec![
            SheetCell::button(Command::Write(DocumentKind::Invitation)),
            SheetCell::button(Command::Write(DocumentKind::Calendar)),
        ]),
        SheetRow::one(SheetCell::day(PreparationField::Invited, t.invited)),
    ]
}

fn plan(scene: &Scene, status: &CaseStatus) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let mut rows = vec![SheetRow::Cells(vec![
        SheetCell::day(EarlierPlanField::Made, t.plan_made),
        SheetCell::day(EarlierPlanField::Sent, t.plan_sent),
    ])];
    rows.extend(ticks(ChecklistSection::Plan));
    rows.push(SheetRow::field(EarlierPlanField::Points, t.plan_points, 30));
    rows.push(SheetRow::Remark(t.plan_points_help.to_owned()));
    if status.absence.current().is_some() {
        rows.push(SheetRow::Gap);
        rows.push(SheetRow::Cells(vec![
            SheetCell::day(EarlierPlanField::NavMeeting, t.nav_meeting),
            SheetCell::day(EarlierPlanField::ToNav, t.plan_to_nav),
        ]));
    }
    rows
}

fn questions(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let mut rows = Vec::new();
    let of = |origin| {
        let all = scene.meeting.agenda.questions();
        all.filter(move |(_, question)| question.origin() == origin)
    };
    for (_, question) in of(Origin::Bank) {
        let field = QuestionField::Asking.of(question.id);
        rows.push(SheetRow::field(field, "", 30));
    }
    rows.push(SheetRow::Remark(t.questions_help.to_owned()));
    rows.push(SheetRow::Gap);
    rows.push(SheetRow::Title(t.own_questions, String::new()));
    for (_, question) in of(Origin::Own) {
        let field = QuestionField::Own.of(question.id);
        rows.push(SheetRow::field(field, "", 30));
    }
    rows.push(SheetRow::button(Command::AddQuestion));
    rows
}

fn employee(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let mut rows: Vec<SheetRow> = ticks(ChecklistSection::Employee).collect();
    rows.push(SheetRow::button(Command::Write(DocumentKind::Questions)));
    rows.push(SheetRow::Remark(t.employee_help.to_owned()));
    rows
}

fn room(scene: &Scene) -> Vec<SheetRow> {
    let mut rows: Vec<SheetRow> = ticks(ChecklistSection::Room).collect();
    if scene.meeting.stage() == Stage::Preparing {
        rows.push(SheetRow::Gap);
        rows.push(SheetRow::button(Command::Begin));
    }
    rows
}
