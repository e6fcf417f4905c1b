//! The checklist of the preparation, and in a wide window the deadlines and the minutes below it.

use chrono::NaiveDate;
use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Span};

use crate::{
    rules::{
        CaseStatus, ChecklistSection, DeadlineStatus, Milestone, SectionStatus, Urgency,
        checklist::{has_trouble, section_status},
        time_plan,
    },
    text::date,
    ui::{
        layout::{Room, cut_left, cut_top, inset},
        scene::Scene,
        widgets::line::{put_sides, put_text, wrapped},
    },
};

/// Columns of the names of the sections.
const NAMES: u16 = 33;

/// Columns of the names of the milestones.
const MILESTONES: u16 = 19;

/// Lines of the checklist alone.
pub(super) const HEIGHT: u16 = 9;

/// Draws the checklist with `here` marked.
pub(super) fn draw(
    here: ChecklistSection,
    scene: &Scene,
    status: &CaseStatus,
    room: Room,
    area: Rect,
    buffer: &mut Buffer,
) {
    let statuses = ChecklistSection::ALL
        .map(|section| (section, section_status(section, scene.meeting, status)));
    let inner = inset(area, 1);
    match room {
        Room::Wide => {
            let t = &scene.text.preparation;
            let done = statuses
                .iter()
                .filter(|(_, section_status)| *section_status == SectionStatus::Done)
                .count();
            let (_, inner) = cut_top(inner, 1);
            title(
                t.to_do,
                &(t.done_of)(done, statuses.len()),
                scene,
                inner,
                buffer,
            );
            let (list, rest) = cut_top(cut_top(inner, 2).1, HEIGHT + 1);
            checklist(&statuses, here, scene, status, room, list, buffer);
            let used = deadlines(scene, status, rest, buffer);
            minutes(scene, cut_top(rest, used).1, buffer);
        }
        Room::Normal | Room::Small | Room::Tiny => {
            checklist(&statuses, here, scene, status, room, inner, buffer);
        }
    }
}

fn title(title: &str, aside: &str, scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let theme = scene.theme;
    let aside = Span::styled(aside.to_owned(), theme.dim);
    put_sides(area, 0, Span::styled(title, theme.strong), aside, buffer);
}

fn checklist(
    statuses: &[(ChecklistSection, SectionStatus)],
    here: ChecklistSection,
    scene: &Scene,
    status: &CaseStatus,
    room: Room,
    area: Rect,
    buffer: &mut Buffer,
) {
    let t = &scene.text.preparation;
    let theme = scene.theme;
    for (row, (section, section_status)) in (0..area.height).zip(statuses) {
        let (sign, style) = match section_status {
            SectionStatus::Done => ("✓", theme.good),
            SectionStatus::Open => ("·", theme.dim),
            SectionStatus::Attention => ("!", theme.soon),
            SectionStatus::Waits => ("–", theme.dim),
        };
        let name = (t.section)(*section);
        let (here, left_style) = if *section == here {
            ("▸", theme.strong)
        } else {
            (" ", theme.text)
        };
        let left = format!("{here}{sign} {name}");
        let words = words(*section, scene, status);
        match room {
            Room::Wide => put_sides(
                area,
                row,
                Span::styled(left, left_style),
                Span::styled(words, style),
                buffer,
            ),
            // Not at the far side of the window, where the eye would lose the line.
            Room::Normal | Room::Small | Room::Tiny => {
                put_text(area, row, &left, left_style, buffer);
                let (_, beside) = cut_left(area, NAMES);
                put_text(beside, row, &words, style, buffer);
            }
        }
    }
}

/// How far a section has come, in a few words.
fn words(section: ChecklistSection, scene: &Scene, status: &CaseStatus) -> String {
    let t = &scene.text.preparation;
    let calendar = scene.text.document.calendar;
    let meeting = scene.meeting;
    let ready = |check| meeting.preparation.ready.contains(&check);
    match section {
        ChecklistSection::Need if has_trouble(meeting) => t.period_wrong_short.to_owned(),
        ChecklistSection::Need => (t.need)(&status.need),
        ChecklistSection::People => {
            let called = meeting.participants.iter().filter(|p| p.attends());
            called.count().to_string()
        }
        ChecklistSection::Arrangement => meeting.arrangement.date.value.map_or_else(
            || t.not_settled.to_owned(),
            |day| {
                let time = meeting.arrangement.time.value.map(date::time);
                [Some(calendar.short(day)), time]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            },
        ),
        ChecklistSection::Invitation => match meeting.preparation.invited.value {
            Some(day) if status.is_invited(meeting) => (t.invited_on)(&calendar.short(day)),
            Some(day) if status.has_come(Some(day)) => t.invited_anew.to_owned(),
            Some(_) | None => t.not_invited.to_owned(),
        },
        ChecklistSection::Plan => {
            let plan = &meeting.preparation.plan;
            let came = |day: Option<NaiveDate>| day.filter(|day| status.has_come(Some(*day)));
            match (came(plan.made.value), came(plan.sent.value)) {
                (Some(made), Some(_)) => (t.plan_made_on)(&calendar.short(made)),
                (Some(made), None) => (t.plan_not_sent_on)(&calendar.short(made)),
                (None, Some(sent)) => (t.invited_on)(&calendar.short(sent)),
                (None, None) => t.plan_not_made.to_owned(),
            }
        }
        ChecklistSection::TimePlan => (scene.text.document.minutes)(meeting.agenda.minutes()),
        ChecklistSection::Questions => {
            let chosen = meeting
                .agenda
                .questions()
                .filter(|(_, q)| q.is_chosen() && !q.is_blank());
            (t.chosen)(chosen.count())
        }
        ChecklistSection::Employee | ChecklistSection::Room => {
            let checks = super::sections::checks(section);
            let done = checks.iter().filter(|check| ready(**check)).count();
            match done {
                0 => t.not_yet.to_owned(),
                _ if done == checks.len() => t.yes.to_owned(),
                _ => (t.done_of)(done, checks.len()),
            }
        }
    }
}

/// Milestones that matter until the meeting is over and its referat is out.
const SHOWN: [Milestone; 4] = [
    Milestone::FollowUpPlan,
    Milestone::Meeting1,
    Milestone::ActivityRequirement,
    Milestone::Meeting2,
];

/// The deadlines; answers with the lines they take.
fn deadlines(scene: &Scene, status: &CaseStatus, area: Rect, buffer: &mut Buffer) -> u16 {
    let t = &scene.text.preparation;
    let calendar = scene.text.document.calendar;
    let from = status.absence.current().map(|case| case.start);
    let from = from.map_or_else(String::new, |day| {
        (scene.text.document.referat.from)(&calendar.plain(day))
    });
    title(t.deadlines, &from, scene, area, buffer);
    let shown = SHOWN.into_iter().filter_map(|m| status.deadline(m));
    let mut row = 2;
    for deadline in shown {
        let style = match deadline.status.urgency() {
            Urgency::Calm => scene.theme.text,
            Urgency::Soon => scene.theme.soon,
            Urgency::Alarm => scene.theme.over,
        };
        let sign = if matches!(deadline.status, DeadlineStatus::Done { .. }) {
            "✓"
        } else if matches!(deadline.status, DeadlineStatus::Overdue(_)) {
            "!"
        } else {
            " "
        };
        let name = (scene.text.rules.milestone)(deadline.milestone);
        let name = format!(" {sign} {name}");
        put_text(area, row, &name, style, buffer);
        let (_, beside) = cut_left(area, MILESTONES);
        let day = calendar.short(deadline.when.date());
        let state = (scene.text.rules.state_short)(&deadline.status);
        put_sides(
            beside,
            row,
            Span::styled(day, style),
            Span::styled(state, style),
            buffer,
        );
        row += 1;
    }
    if row == 2 {
        for line in wrapped(t.no_absence, usize::from(area.width)) {
            put_text(area, row, &line, scene.theme.dim, buffer);
            row += 1;
        }
    }
    row + 1
}

/// The phases on the clock.
fn minutes(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let t = &scene.text.preparation;
    let sum = (scene.text.sheet.plan_sum)(scene.meeting.agenda.minutes());
    title(scene.text.sheet.plan, &sum, scene, area, buffer);
    let plan = time_plan::planned(scene.meeting);
    let style: Style = scene.theme.text;
    for (row, planned) in (2..area.height).zip(&plan) {
        let phase = scene.meeting.agenda.phase_title(planned.phase);
        let line = (t.phase_times)(phase, &date::time(planned.from), &date::time(planned.to));
        put_text(area, row, &format!("   {line}"), style, buffer);
    }
}
