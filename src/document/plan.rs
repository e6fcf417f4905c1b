//! The oppfølgingsplan as it stands after the meeting: what is new first, then the fields of the form on nav.no under
//! their own names, so that they can be copied there. The law asks for measures and further follow-up (aml. § 4-6 tredje
//! ledd): what the meeting agreed on and no field tells stands behind them. The employee, the sykmelder and Nav may read
//! it, so it says nothing of why and since when somebody is absent, and has no case code.
//!
//! Of what a former version said, only days and answers are told again. Its texts are named where they differ and not
//! repeated: a slip may be why there is a new one.

use chrono::{Datelike, NaiveDate};

use crate::{
    meeting::{ActionItem, Contents, FollowUpPlan, PlanField, Replaced, Role, Said, Step, Zone},
    rules::plan::is_asked,
    text::capitalised,
};

use super::{
    block::{Block, Document, Level, note},
    compose::{filled, heading, labelled, paragraph, practice},
    writer::DocumentWriter,
};

/// The whole plan. A field that nobody has filled in says so.
pub fn plan(meeting: &Contents, zone: Zone) -> Document {
    let writer = DocumentWriter::of(meeting, zone);
    let t = &writer.text.plan_document;
    let mut blocks = writer.plan_head();
    blocks.extend(writer.news());
    blocks.push(heading(Level::One, t.tasks));
    for field in [PlanField::Workday, PlanField::Can, PlanField::Cannot] {
        blocks.extend(writer.field(Level::Two, field));
    }
    blocks.push(heading(Level::One, t.adaptation));
    for field in [
        PlanField::Tried,
        PlanField::Ahead,
        PlanField::Others,
        PlanField::FollowUp,
    ] {
        blocks.extend(writer.field(Level::Two, field));
    }
    blocks.extend(writer.evaluation());
    blocks.extend(writer.answer(PlanField::Contributed));
    blocks.extend(writer.asked(PlanField::NotContributed));
    blocks.extend(writer.beside_the_fields());
    if meeting.plan.to_nav == Said::Yes {
        blocks.push(heading(Level::One, t.nav_help));
        blocks.extend(writer.answer(PlanField::NavHelp));
        blocks.extend(writer.asked(PlanField::NavHelpWith));
    }
    for more in [PlanField::DoctorMessage, PlanField::Additional] {
        if said(&meeting.plan, more).is_some() {
            blocks.extend(writer.field(Level::One, more));
        }
    }
    blocks.extend(writer.contact());
    blocks.extend(writer.receivers());
    Document {
        title: Some(t.title.to_owned()),
        blocks,
    }
}

/// What a plan says in a field, if anything.
fn said(plan: &FollowUpPlan, text: PlanField) -> Option<&str> {
    filled(plan.text(text)).filter(|_| is_asked(plan, text))
}

/// Whether these words stand in a line: whole words, and no number as a part of a longer one.
fn says(line: &str, words: &str) -> bool {
    let of_word = char::is_alphanumeric;
    let whole = |before: &str, behind: &str| {
        let cut_before = words.starts_with(of_word) && before.ends_with(of_word);
        let cut_behind = words.ends_with(of_word) && behind.starts_with(of_word);
        !(cut_before || cut_behind)
    };
    let mut places = line.match_indices(words).map(|(at, _)| line.split_at(at));
    !words.is_empty()
        && places.any(|(before, from)| whole(before, from.strip_prefix(words).unwrap_or_default()))
}

impl DocumentWriter<'_> {
    fn plan_head(&self) -> Vec<Block> {
        let t = &self.text.plan_document;
        let mut lines = Vec::new();
        if let Some(workplace) = filled(&self.meeting.arrangement.workplace) {
            lines.push(labelled(self.text.workplace, workplace));
        }
        for role in [Role::Employee, Role::Employer] {
            if let Some(name) = self.meeting.name_of(role) {
                lines.push(labelled((self.text.role)(role), name));
            }
        }
        if let Some(began) = self.meeting.timeline.started() {
            let day = self.text.calendar.long(self.zone.date(began));
            lines.push(labelled(t.meeting, day));
        }
        // Of a later version it stands above.
        if self.meeting.version() == 1 {
            lines.push(labelled(t.state, self.state()));
        }
        let mut blocks = Vec::from_iter(practice(self.meeting, self.text));
        blocks.extend(self.version());
        blocks.push(Block::List(lines));
        blocks.push(paragraph(t.about_privacy));
        blocks
    }

    /// What is new: in the leader's words, against the version before, and against the plan from before the meeting. What
    /// there is nothing to say of has no heading either.
    fn news(&self) -> Vec<Block> {
        let t = &self.text.plan_document;
        let former = self.meeting.replaced.last();
        let since = former.map(|former| self.since(former)).unwrap_or_default();
        let mut before = Vec::from_iter(self.plan_days());
        before.extend(self.plan_points());
        if !before.is_empty() {
            before.insert(0, heading(Level::One, t.before));
        }
        let changes = match said(&self.meeting.plan, PlanField::Changes) {
            Some(_) => self.field(Level::One, PlanField::Changes),
            None => Vec::new(),
        };
        [changes, since, before].concat()
    }

    /// Which fields differ from those of a version before.
    fn since(&self, former: &Replaced) -> Vec<Block> {
        let t = &self.text.plan_document;
        let (then, now) = (&former.plan, &self.meeting.plan);
        let others = PlanField::texts().filter(|field| *field != PlanField::Changes);
        let texts = others.filter_map(|field| {
            let change = match (said(then, field), said(now, field)) {
                (then, now) if then == now => return None,
                (None, _) => t.new,
                (Some(_), Some(_)) => t.changed,
                (Some(_), None) => t.gone,
            };
            Some(vec![
                (self.text.plan.label)(field).to_owned(),
                change.to_owned(),
            ])
        });
        let answers = PlanField::questions().filter_map(|choice| {
            let [then, now] = [then, now].map(|plan| plan.said(choice));
            (then != now).then(|| {
                let word = self.text.plan.said;
                vec![
                    (self.text.plan.label)(choice).to_owned(),
                    (t.was)(word(now), word(then)),
                ]
            })
        });
        let (day_then, day_now) = (then.evaluation.value, self.meeting.evaluation());
        let day = |day: Option<NaiveDate>| {
            day.map_or_else(|| t.no_day.to_owned(), |day| self.text.calendar.plain(day))
        };
        let evaluation = (day_then != day_now).then(|| {
            vec![
                (self.text.plan.label)(PlanField::Evaluation).to_owned(),
                (t.was)(&day(day_now), &day(day_then)),
            ]
        });
        let rows: Vec<_> = texts.chain(evaluation).chain(answers).collect();
        let number = self.meeting.replaced.len();
        let title = (t.since)(number, &self.day(former.approved));
        let changes = if rows.is_empty() {
            paragraph(t.same)
        } else {
            let head = t.since_head.map(str::to_owned).to_vec();
            Block::Table { head, rows }
        };
        vec![heading(Level::One, &title), changes]
    }

    fn field(&self, level: Level, field: PlanField) -> Vec<Block> {
        let mut blocks = vec![heading(level, (self.text.plan.label)(field))];
        match filled(self.meeting.plan.text(field)) {
            Some(text) => blocks.extend(note(text)),
            None => blocks.push(paragraph(self.text.plan_document.empty)),
        }
        blocks
    }

    /// A field that is there only after a certain answer.
    fn asked(&self, field: PlanField) -> Vec<Block> {
        if is_asked(&self.meeting.plan, field) {
            self.field(Level::Two, field)
        } else {
            Vec::new()
        }
    }

    fn answer(&self, choice: PlanField) -> Vec<Block> {
        let t = &self.text.plan;
        let said = capitalised((t.said)(self.meeting.plan.said(choice)));
        vec![
            heading(Level::Two, (t.label)(choice)),
            paragraph(format!("{said}.")),
        ]
    }

    fn evaluation(&self) -> Vec<Block> {
        let own = &self.meeting.plan.evaluation;
        let words = match (self.meeting.evaluation(), own.is_unclear()) {
            (Some(day), _) => capitalised(&self.text.calendar.with_week(day)) + ".",
            (None, true) => (self.text.referat.unclear)(own.text.trim()),
            (None, false) => self.text.plan_document.empty.to_owned(),
        };
        vec![
            heading(Level::Two, (self.text.plan.label)(PlanField::Evaluation)),
            paragraph(words),
        ]
    }

    /// The goal, the steps and the action items that no field tells: all of them where the plan has not been written, none
    /// where it was drafted from the meeting.
    fn beside_the_fields(&self) -> Vec<Block> {
        let goal = &self.meeting.goal;
        let mut blocks = Vec::new();
        let told = |goal: &str| self.tells(|line| says(line, goal));
        if !goal.text.lines().filter_map(filled).all(told) {
            blocks.extend(note(&goal.text));
        }
        blocks.extend(self.steps(|step| !self.tells_step(step)));
        blocks.extend(self.tasks_table(|action| !action.is_blank() && !self.tells_action(action)));
        if !blocks.is_empty() {
            blocks.insert(0, heading(Level::One, self.text.plan_document.agreed_too));
        }
        blocks
    }

    fn tells_step(&self, step: &Step) -> bool {
        let (Some(work), Some(from)) = (step.work.value, step.from.value) else {
            return false;
        };
        let shares = [format!("{work} %"), format!("{work}%")];
        self.tells(|line| shares.iter().any(|share| says(line, share)) && self.names(line, from))
    }

    fn tells_action(&self, action: &ActionItem) -> bool {
        let due = action.due.value;
        let of_it = |line: &str| due.is_none_or(|due| self.names(line, due.date()));
        self.tells(|line| says(line, action.what.trim()) && of_it(line))
    }

    /// Whether a line names a day, as `23. november` or as `23.11.`
    fn names(&self, line: &str, day: NaiveDate) -> bool {
        let words = self.text.calendar.plain(day);
        let words = words.rsplit_once(' ').map_or(&*words, |(day, _year)| day);
        let (day, month) = (day.day(), day.month());
        says(line, words)
            || says(line, &format!("{day}.{month}"))
            || says(line, &format!("{day:02}.{month:02}"))
    }

    /// Whether a line of a field tells something.
    fn tells(&self, something: impl Fn(&str) -> bool) -> bool {
        let fields = PlanField::texts();
        let fields = fields.filter_map(|field| said(&self.meeting.plan, field));
        fields.flat_map(str::lines).any(something)
    }

    fn contact(&self) -> Vec<Block> {
        let t = &self.text.plan_document;
        let label = self.text.plan.label;
        let plan = &self.meeting.plan;
        let lines = [
            (t.contact_name, self.meeting.contact_person()),
            (label(PlanField::Phone), filled(&plan.phone)),
            (label(PlanField::Email), filled(&plan.email)),
        ];
        let lines = lines.map(|(label, words)| labelled(label, words.unwrap_or(t.empty)));
        vec![heading(Level::One, t.contact), Block::List(lines.to_vec())]
    }

    /// Who gets it beside the two whose plan it is.
    fn receivers(&self) -> Vec<Block> {
        let t = &self.text.sending;
        let plan = &self.meeting.plan;
        let said = self.text.plan.said;
        let lines = [(t.doctor, plan.to_doctor), (t.nav, plan.to_nav)];
        let lines = lines.map(|(label, answer)| labelled(label, said(answer)));
        vec![
            heading(Level::One, self.text.plan_document.receivers),
            Block::List(lines.to_vec()),
        ]
    }
}
