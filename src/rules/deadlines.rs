//! What is to be done by when in a case of absence, by whom, and how it stands today.

mod reckoning;

use chrono::NaiveDate;

use super::{
    case::{AbsenceHistory, Case},
    dates::{Dates, days_after, last_day_of_week},
    need::{Facts, WEEKS_TO_MEETING},
};

/// Something that is due, opens or is expected in the course of an absence. The catalogue names its legal basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Milestone {
    /// A reminder of the plan on day 24, as Nav sends it: four days before the four weeks are over.
    PlanReminder,
    /// The oppfølgingsplan is made and with the sykmelder: 4 weeks wholly or partly absent (aml. § 4-6 tredje ledd).
    FollowUpPlan,
    /// Dialogmøte 1 is held: 7 weeks wholly absent (aml. § 4-6 fjerde ledd).
    Meeting1,
    /// Nav looks at the aktivitetskrav: 8 weeks (ftrl. § 8-8 andre ledd).
    ActivityRequirement,
    /// Nav asks both sides whether dialogmøte 2 is needed (motebehov): day 112 to 181 after the first one.
    MeetingNeed,
    /// Nav looks at whether to call dialogmøte 2: day 119 after the first one. Nav's own routine.
    NavCandidate,
    /// The plan, brought up to date, is with Nav: a week before a meeting Nav calls (aml. § 4-6 tredje ledd).
    PlanToNav,
    /// Dialogmøte 2 is held by Nav: 26 weeks (ftrl. § 8-7 a).
    Meeting2,
    /// Sickness benefit ends: about 52 weeks (ftrl. § 8-12). Only Nav can count it, with all absence of three years.
    BenefitEnd,
}

/// Who has to see to a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// The employer; only this can be overdue.
    Employer,
    /// Nav.
    Nav,
    /// Employee and employer, each for themselves; nobody has to.
    Parties,
}

impl Milestone {
    /// Every milestone, in the order in which they come.
    pub const ALL: [Self; 9] = [
        Self::PlanReminder,
        Self::FollowUpPlan,
        Self::Meeting1,
        Self::ActivityRequirement,
        Self::MeetingNeed,
        Self::NavCandidate,
        Self::PlanToNav,
        Self::Meeting2,
        Self::BenefitEnd,
    ];

    /// Who has to see to it.
    pub const fn whose(self) -> Whose {
        match self {
            Self::PlanReminder | Self::FollowUpPlan | Self::Meeting1 | Self::PlanToNav => {
                Whose::Employer
            }
            Self::ActivityRequirement | Self::NavCandidate | Self::Meeting2 | Self::BenefitEnd => {
                Whose::Nav
            }
            Self::MeetingNeed => Whose::Parties,
        }
    }

    /// When it is in a case that begins on `start`. `nav_meeting` is the day for which Nav has called a meeting; without
    /// it the plan to Nav is reckoned from the last day for dialogmøte 2.
    pub fn when(self, start: NaiveDate, nav_meeting: Option<NaiveDate>) -> When {
        match self {
            Self::PlanReminder => When::On(days_after(start, 23)),
            Self::FollowUpPlan => When::By(Dates::after_weeks(start, 4)),
            Self::Meeting1 => When::By(Dates::after_weeks(start, WEEKS_TO_MEETING)),
            Self::ActivityRequirement => When::By(Dates::after_weeks(start, 8)),
            Self::MeetingNeed => When::Between {
                opens: days_after(start, 112),
                closes: days_after(start, 181),
            },
            Self::NavCandidate => When::On(days_after(start, 119)),
            Self::PlanToNav => {
                let meeting = nav_meeting.unwrap_or_else(|| last_day_of_week(start, 26));
                let week_before = meeting.checked_sub_days(chrono::Days::new(7));
                When::By(Dates::by(week_before.unwrap_or(meeting)))
            }
            Self::Meeting2 => When::By(Dates::after_weeks(start, 26)),
            Self::BenefitEnd => When::About(last_day_of_week(start, 52)),
        }
    }
}

/// On which day or days a milestone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At the latest.
    By(Dates),
    /// From the first to the last day, both included.
    Between {
        /// The first day.
        opens: NaiveDate,
        /// The last day.
        closes: NaiveDate,
    },
    /// On this day.
    On(NaiveDate),
    /// On a day near this one; nobody can tell exactly from what is known here.
    About(NaiveDate),
}

impl When {
    /// The day to sort and to show first: the strict date of a deadline, the first day of a window.
    pub const fn date(&self) -> NaiveDate {
        match self {
            Self::By(dates) => dates.strict,
            Self::Between { opens, .. } => *opens,
            Self::On(date) | Self::About(date) => *date,
        }
    }
}

/// How a milestone stands. Days are whole days of the calendar, at least 1 where nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineStatus {
    /// Done, so many days after the strict date; 0 when in time.
    Done {
        /// The day it was done, which may lie before the strict date.
        on: NaiveDate,
        /// Days after the strict date.
        late: u32,
    },
    /// Clearly unnecessary until it is looked at again; not done.
    Exempt {
        /// When it is looked at again.
        review: NaiveDate,
    },
    /// Due in so many days.
    DueIn(u32),
    /// Today is the last day.
    DueToday,
    /// So many days too late.
    Overdue(u32),
    /// Past the careful date that counts from the first day of the case, but not the one that counts from the first day
    /// wholly absent, as the law is worded.
    PastCareful {
        /// Days since the careful date.
        over: u32,
        /// Days left by the wording; 0 on the last one.
        left: u32,
    },
    /// Graded absence: nothing is due unless one of the three wants the meeting.
    NoAlarm,
    /// Nav has not called the meeting yet from which it is counted.
    AwaitsNav,
    /// A matter of others, or a reminder: in so many days.
    Ahead(u32),
    /// A matter of others, or a reminder: today.
    Today,
    /// A window that is open, so many days yet; 0 on the last one.
    OpenFor(u32),
    /// A matter of others, or a reminder: so many days ago.
    Passed(u32),
    /// The absence was over before it came to this.
    NotReached,
}

/// How much a state presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Nothing to do now.
    Calm,
    /// To be done within a week, or soon to be too late.
    Soon,
    /// Due today or too late.
    Alarm,
}

impl DeadlineStatus {
    /// How much it presses. Only what the employer has to do can alarm.
    pub const fn urgency(&self) -> Urgency {
        match self {
            Self::DueToday | Self::Overdue(_) => Urgency::Alarm,
            Self::DueIn(..=7) | Self::PastCareful { .. } => Urgency::Soon,
            Self::DueIn(8..)
            | Self::Done { .. }
            | Self::Exempt { .. }
            | Self::NoAlarm
            | Self::AwaitsNav
            | Self::Ahead(_)
            | Self::Today
            | Self::OpenFor(_)
            | Self::Passed(_)
            | Self::NotReached => Urgency::Calm,
        }
    }
}

/// A milestone of a case, as it stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// What is due; the catalogue says by which law.
    pub milestone: Milestone,
    /// When, counted from the first day of the case.
    pub when: When,
    /// For dialogmøte 1 after a change from graded to full absence: the dates counted from the first day wholly absent, as
    /// the law is worded. The program warns by `when`, which is earlier and safe.
    pub from_full: Option<Dates>,
    /// How it stands.
    pub status: DeadlineStatus,
}

impl Deadline {
    /// The last day by the wording of the law, which can lie after the careful one.
    pub const fn worded(&self) -> NaiveDate {
        worded(self.when.date(), self.from_full)
    }

    /// By when it has to be done, where the employer still has to see to it: the careful date until that has passed,
    /// then the one by the wording of the law. Nothing where nothing is due.
    pub const fn due_by(&self) -> Option<NaiveDate> {
        match self.status {
            DeadlineStatus::DueIn(_) | DeadlineStatus::DueToday => Some(self.when.date()),
            DeadlineStatus::PastCareful { .. } | DeadlineStatus::Overdue(_) => Some(self.worded()),
            DeadlineStatus::Done { .. }
            | DeadlineStatus::Exempt { .. }
            | DeadlineStatus::NoAlarm
            | DeadlineStatus::AwaitsNav
            | DeadlineStatus::Ahead(_)
            | DeadlineStatus::Today
            | DeadlineStatus::OpenFor(_)
            | DeadlineStatus::Passed(_)
            | DeadlineStatus::NotReached => None,
        }
    }

    /// The day to plan for on the day `today`, where the employer still has something to plan.
    pub fn plan_for(&self, today: NaiveDate) -> Option<NaiveDate> {
        let over = matches!(
            self.status,
            DeadlineStatus::Done { .. }
                | DeadlineStatus::NotReached
                | DeadlineStatus::Passed(_)
                | DeadlineStatus::NoAlarm
        );
        match (self.milestone.whose(), self.when) {
            (Whose::Employer, When::By(dates)) if !over => {
                let later = self.from_full.and_then(|full| full.proposed(today));
                dates.proposed(today).or(later)
            }
            (Whose::Employer | Whose::Nav | Whose::Parties, _) => None,
        }
    }
}

/// Every milestone of the current case, in the order of [`Milestone::ALL`]; none where nothing is known of an absence.
pub fn deadlines(absence: &AbsenceHistory, facts: &Facts) -> Vec<Deadline> {
    let case = absence.current();
    case.map_or_else(Vec::new, |case| {
        Milestone::ALL
            .map(|milestone| deadline(milestone, case, facts, absence.today))
            .to_vec()
    })
}

fn deadline(milestone: Milestone, case: &Case, facts: &Facts, today: NaiveDate) -> Deadline {
    let nav_meeting = facts.nav_meeting.filter(|day| *day >= case.start);
    let when = milestone.when(case.start, nav_meeting);
    let (state, from_full) = reckoning::state(milestone, when, case, facts, today);
    Deadline {
        milestone,
        when,
        from_full,
        status: state,
    }
}

/// The last day by the wording of the law.
const fn worded(careful: NaiveDate, from_full: Option<Dates>) -> NaiveDate {
    match from_full {
        Some(dates) => dates.strict,
        None => careful,
    }
}

#[cfg(test)]
mod tests {
    use crate::meeting::{
        Degree, Exemption, Ground, Interval, IntervalKind, Side, zone::tests::oslo,
    };

    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    /// `to` may be empty for what goes on.
    fn absent(percent: u8, from: &str, to: &str) -> Interval {
        Interval {
            from: day(from),
            to: (!to.is_empty()).then(|| day(to)),
            kind: IntervalKind::Sick(Degree::new(percent).unwrap()),
        }
    }

    fn found(milestone: Milestone, intervals: &[Interval], facts: &Facts, today: &str) -> Deadline {
        let absence = AbsenceHistory::new(intervals, day(today));
        let all = deadlines(&absence, facts);
        *all.iter().find(|one| one.milestone == milestone).unwrap()
    }

    fn state(
        milestone: Milestone,
        intervals: &[Interval],
        facts: &Facts,
        today: &str,
    ) -> DeadlineStatus {
        found(milestone, intervals, facts, today).status
    }

    /// Milestone, strict date, marker, last working day and advised day; empty where the milestone has none.
    #[track_caller]
    fn check_dates(start: &str, expected: &[(Milestone, [&str; 4])]) {
        let iso = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
        for (milestone, dates) in expected {
            let when = milestone.when(day(start), None);
            let found = match when {
                When::By(dates) => [
                    Some(dates.strict),
                    dates.marker,
                    Some(dates.last_working_day),
                    Some(dates.advised),
                ],
                When::Between { opens, closes } => [Some(opens), Some(closes), None, None],
                When::On(date) | When::About(date) => [Some(date), None, None, None],
            };
            assert_eq!(found.map(iso), *dates, "{start} {milestone:?}");
        }
    }

    #[test]
    fn the_dates_of_case_1_are_those_of_the_table() {
        use Milestone::*;
        check_dates(
            "2026-10-05",
            &[
                (PlanReminder, ["2026-10-28", "", "", ""]),
                (
                    FollowUpPlan,
                    ["2026-11-01", "2026-11-02", "2026-10-30", "2026-10-30"],
                ),
                (
                    Meeting1,
                    ["2026-11-22", "2026-11-23", "2026-11-20", "2026-11-20"],
                ),
                (
                    ActivityRequirement,
                    ["2026-11-29", "2026-11-30", "2026-11-27", "2026-11-27"],
                ),
                (MeetingNeed, ["2027-01-25", "2027-04-04", "", ""]),
                (NavCandidate, ["2027-02-01", "", "", ""]),
                (PlanToNav, ["2027-03-28", "", "2027-03-24", "2027-03-19"]),
                (
                    Meeting2,
                    ["2027-04-04", "2027-04-05", "2027-04-02", "2027-04-02"],
                ),
                (BenefitEnd, ["2027-10-03", "", "", ""]),
            ],
        );
    }

    #[test]
    fn the_dates_of_cases_2_3_and_5_and_at_christmas_are_those_of_the_tables() {
        use Milestone::{FollowUpPlan, Meeting1};
        for (start, plan, meeting) in [
            (
                "2026-09-21",
                ["2026-10-18", "2026-10-19", "2026-10-16", "2026-10-16"],
                ["2026-11-08", "2026-11-09", "2026-11-06", "2026-11-06"],
            ),
            (
                "2026-10-12",
                ["2026-11-08", "2026-11-09", "2026-11-06", "2026-11-06"],
                ["2026-11-29", "2026-11-30", "2026-11-27", "2026-11-27"],
            ),
            (
                "2027-02-05",
                ["2027-03-04", "2027-03-05", "2027-03-04", "2027-03-04"],
                ["2027-03-25", "2027-03-26", "2027-03-24", "2027-03-19"],
            ),
            (
                "2026-11-09",
                ["2026-12-06", "2026-12-07", "2026-12-04", "2026-12-04"],
                ["2026-12-27", "2026-12-28", "2026-12-24", "2026-12-18"],
            ),
        ] {
            check_dates(start, &[(FollowUpPlan, plan), (Meeting1, meeting)]);
        }
    }

    #[test]
    fn a_deadline_counts_down_falls_due_and_runs_over() {
        let full = [absent(100, "2026-10-05", "")];
        let facts = Facts::default();
        for (today, expected, urgency) in [
            ("2026-10-05", DeadlineStatus::DueIn(48), Urgency::Calm),
            ("2026-11-14", DeadlineStatus::DueIn(8), Urgency::Calm),
            ("2026-11-15", DeadlineStatus::DueIn(7), Urgency::Soon),
            ("2026-11-22", DeadlineStatus::DueToday, Urgency::Alarm),
            ("2026-11-23", DeadlineStatus::Overdue(1), Urgency::Alarm),
            ("2026-12-22", DeadlineStatus::Overdue(30), Urgency::Alarm),
        ] {
            let found = state(Milestone::Meeting1, &full, &facts, today);
            assert_eq!((found, found.urgency()), (expected, urgency), "{today}");
        }
    }

    #[test]
    fn what_is_done_is_in_time_or_so_many_days_late_and_what_is_planned_is_not_done() {
        let full = [absent(100, "2026-10-05", "")];
        let facts = |sent| Facts {
            plan_made: Some(day(sent)),
            plan_sent: Some(day(sent)),
            ..Facts::default()
        };
        let plan = |sent, today| state(Milestone::FollowUpPlan, &full, &facts(sent), today);
        let done = |made, late| DeadlineStatus::Done {
            on: day(made),
            late,
        };
        assert_eq!(plan("2026-10-29", "2026-11-17"), done("2026-10-29", 0));
        assert_eq!(plan("2026-11-01", "2026-11-17"), done("2026-11-01", 0));
        assert_eq!(plan("2026-11-03", "2026-11-17"), done("2026-11-03", 2));
        assert_eq!(
            plan("2026-11-18", "2026-11-17"),
            DeadlineStatus::Overdue(16)
        );
        // A plan of an earlier case is none of this one.
        assert_eq!(plan("2026-09-01", "2026-10-31"), DeadlineStatus::DueIn(1));
    }

    #[test]
    fn the_plan_is_done_when_it_is_made_and_with_the_sykmelder() {
        let full = [absent(100, "2026-10-05", "")];
        let plan = |made: &str, sent: &str| {
            let facts = Facts {
                plan_made: (!made.is_empty()).then(|| day(made)),
                plan_sent: (!sent.is_empty()).then(|| day(sent)),
                ..Facts::default()
            };
            let reminder = state(Milestone::PlanReminder, &full, &facts, "2026-11-05");
            let plan = state(Milestone::FollowUpPlan, &full, &facts, "2026-11-05");
            assert_eq!(
                matches!(reminder, DeadlineStatus::Done { .. }),
                matches!(plan, DeadlineStatus::Done { .. })
            );
            plan
        };
        let done = |on, late| DeadlineStatus::Done { on: day(on), late };
        assert_eq!(plan("2026-10-29", ""), DeadlineStatus::Overdue(4));
        assert_eq!(plan("2026-10-29", "2026-11-30"), DeadlineStatus::Overdue(4));
        assert_eq!(plan("2026-10-29", "2026-10-30"), done("2026-10-30", 0));
        assert_eq!(plan("2026-10-29", "2026-11-03"), done("2026-11-03", 2));
        assert_eq!(plan("2026-11-04", "2026-11-03"), done("2026-11-04", 3));
        assert_eq!(plan("", "2026-10-30"), done("2026-10-30", 0));
    }

    #[test]
    fn what_is_due_is_due_by_the_careful_date_until_that_has_passed() {
        let changed = [absent(50, "2026-10-05", ""), absent(100, "2026-10-26", "")];
        let facts = Facts::default();
        let meeting = |today| found(Milestone::Meeting1, &changed, &facts, today);
        for (today, by, plan_for) in [
            ("2026-11-16", Some("2026-11-22"), Some("2026-11-20")),
            ("2026-11-22", Some("2026-11-22"), Some("2026-12-11")),
            ("2026-11-23", Some("2026-12-13"), Some("2026-12-11")),
            ("2026-12-14", Some("2026-12-13"), None),
        ] {
            let found = meeting(today);
            assert_eq!(found.due_by(), by.map(day), "{today}");
            assert_eq!(found.plan_for(day(today)), plan_for.map(day), "{today}");
            assert_eq!(found.worded(), day("2026-12-13"));
        }
    }

    #[test]
    fn for_a_meeting_that_nobody_has_to_hold_no_day_is_proposed() {
        let graded = [absent(50, "2026-10-05", "")];
        let found = found(
            Milestone::Meeting1,
            &graded,
            &Facts::default(),
            "2026-10-20",
        );
        assert_eq!(
            (found.due_by(), found.plan_for(day("2026-10-20"))),
            (None, None)
        );
    }

    #[test]
    fn graded_absence_has_no_alarm_but_its_plan_is_due() {
        let graded = [absent(50, "2026-09-21", "")];
        let facts = Facts::default();
        for today in ["2026-10-22", "2026-11-08", "2026-11-09", "2027-02-01"] {
            let found = state(Milestone::Meeting1, &graded, &facts, today);
            assert_eq!(found, DeadlineStatus::NoAlarm);
            assert_eq!(found.urgency(), Urgency::Calm);
        }
        let plan = state(Milestone::FollowUpPlan, &graded, &facts, "2026-10-20");
        assert_eq!(plan, DeadlineStatus::Overdue(2));
    }

    #[test]
    fn from_graded_to_full_warns_by_the_start_and_tells_both_dates() {
        let changed = [
            absent(50, "2026-10-05", "2026-10-25"),
            absent(100, "2026-10-26", ""),
        ];
        let facts = Facts::default();
        let meeting = |today| found(Milestone::Meeting1, &changed, &facts, today);
        assert_eq!(meeting("2026-10-25").from_full, None);
        assert_eq!(meeting("2026-10-25").status, DeadlineStatus::NoAlarm);
        let later = meeting("2026-10-26");
        assert_eq!(later.when.date(), day("2026-11-22"));
        let worded = later.from_full.unwrap();
        assert_eq!(worded.strict, day("2026-12-13"));
        assert_eq!(worded.marker, Some(day("2026-12-14")));
        for (today, expected) in [
            ("2026-10-26", DeadlineStatus::DueIn(27)),
            ("2026-11-22", DeadlineStatus::DueToday),
            (
                "2026-11-23",
                DeadlineStatus::PastCareful { over: 1, left: 20 },
            ),
            (
                "2026-12-13",
                DeadlineStatus::PastCareful { over: 21, left: 0 },
            ),
            ("2026-12-14", DeadlineStatus::Overdue(1)),
        ] {
            assert_eq!(meeting(today).status, expected, "{today}");
        }
    }

    #[test]
    fn from_full_to_graded_takes_the_alarm_away_until_the_seven_weeks_are_full() {
        let facts = Facts::default();
        let before = [
            absent(100, "2026-10-05", "2026-11-15"),
            absent(50, "2026-11-16", ""),
        ];
        let found = state(Milestone::Meeting1, &before, &facts, "2026-11-15");
        assert_eq!(found, DeadlineStatus::DueIn(7));
        let found = state(Milestone::Meeting1, &before, &facts, "2026-12-01");
        assert_eq!(found, DeadlineStatus::NoAlarm);
        let after = [
            absent(100, "2026-10-05", "2026-11-22"),
            absent(50, "2026-11-23", ""),
        ];
        let found = state(Milestone::Meeting1, &after, &facts, "2026-12-01");
        assert_eq!(found, DeadlineStatus::Overdue(9));
    }

    #[test]
    fn an_exemption_quiets_the_alarm_until_its_review() {
        let full = [absent(100, "2026-10-05", "2026-12-31")];
        let review = day("2026-11-30");
        let facts = Facts {
            exemption: Some(Exemption {
                ground: Ground::TooIllNow,
                asked: vec![Side::Employee],
                asked_on: day("2026-11-10"),
                review,
                absence_to: Some(day("2026-12-31")),
            }),
            ..Facts::default()
        };
        let found = state(Milestone::Meeting1, &full, &facts, "2026-11-29");
        assert_eq!(found, DeadlineStatus::Exempt { review });
        let found = state(Milestone::Meeting1, &full, &facts, "2026-11-30");
        assert_eq!(found, DeadlineStatus::Overdue(8));
    }

    #[test]
    fn an_absence_that_ended_before_a_deadline_does_not_reach_it() {
        let worked = Interval {
            from: day("2026-11-07"),
            to: None,
            kind: IntervalKind::Work,
        };
        let short = [absent(100, "2026-10-05", "2026-11-06"), worked];
        let facts = Facts::default();
        for today in ["2026-11-07", "2026-11-23", "2027-04-01"] {
            let found = state(Milestone::Meeting1, &short, &facts, today);
            assert_eq!(found, DeadlineStatus::NotReached, "{today}");
        }
        // The plan was due while it lasted; with the case, that is over too.
        let plan = |today| state(Milestone::FollowUpPlan, &short, &facts, today);
        assert_eq!(plan("2026-11-07"), DeadlineStatus::Overdue(6));
        assert_eq!(plan("2026-11-22"), DeadlineStatus::NotReached);
    }

    #[test]
    fn a_sick_note_that_ran_out_takes_no_deadline_away_until_the_case_has_ended() {
        let short = [absent(100, "2026-10-05", "2026-11-13")];
        let facts = Facts::default();
        let at = |milestone, today| state(milestone, &short, &facts, today);
        assert_eq!(
            at(Milestone::Meeting1, "2026-11-16"),
            DeadlineStatus::DueIn(6)
        );
        assert_eq!(
            at(Milestone::Meeting1, "2026-11-24"),
            DeadlineStatus::Overdue(2)
        );
        let nav = at(Milestone::ActivityRequirement, "2026-11-16");
        assert_eq!(nav, DeadlineStatus::Ahead(13));
        assert_eq!(
            at(Milestone::Meeting1, "2026-11-29"),
            DeadlineStatus::NotReached
        );
    }

    #[test]
    fn what_nav_does_is_never_overdue() {
        let full = [absent(100, "2026-10-05", "")];
        let facts = Facts::default();
        let at = |milestone, today| state(milestone, &full, &facts, today);
        assert_eq!(
            at(Milestone::ActivityRequirement, "2026-11-30"),
            DeadlineStatus::Passed(1)
        );
        let window = |today| at(Milestone::MeetingNeed, today);
        assert_eq!(window("2027-01-24"), DeadlineStatus::Ahead(1));
        assert_eq!(window("2027-01-25"), DeadlineStatus::OpenFor(69));
        assert_eq!(window("2027-04-04"), DeadlineStatus::OpenFor(0));
        assert_eq!(window("2027-04-05"), DeadlineStatus::Passed(1));
        assert_eq!(at(Milestone::Meeting2, "2027-04-04"), DeadlineStatus::Today);
        assert_eq!(
            at(Milestone::BenefitEnd, "2027-10-04"),
            DeadlineStatus::Passed(1)
        );
        let pressing = deadlines(&AbsenceHistory::new(&full, day("2027-12-01")), &facts)
            .into_iter()
            .filter(|one| one.status.urgency() == Urgency::Alarm)
            .map(|one| one.milestone);
        let employer = [Milestone::FollowUpPlan, Milestone::Meeting1];
        assert_eq!(pressing.collect::<Vec<_>>(), employer);
    }

    #[test]
    fn the_plan_is_with_nav_a_week_before_the_meeting_nav_has_called() {
        let full = [absent(100, "2026-10-05", "")];
        let mut facts = Facts::default();
        let at = |facts: &Facts, today| found(Milestone::PlanToNav, &full, facts, today);
        assert_eq!(at(&facts, "2027-01-04").status, DeadlineStatus::AwaitsNav);
        facts.nav_meeting = Some(day("2027-02-17"));
        assert_eq!(at(&facts, "2027-02-08").when.date(), day("2027-02-10"));
        assert_eq!(at(&facts, "2027-02-08").status, DeadlineStatus::DueIn(2));
        assert_eq!(at(&facts, "2027-02-12").status, DeadlineStatus::Overdue(2));
        assert_eq!(at(&facts, "2027-02-18").status, DeadlineStatus::Passed(1));
        facts.plan_sent_to_nav = Some(day("2027-02-11"));
        let done = DeadlineStatus::Done {
            on: day("2027-02-11"),
            late: 1,
        };
        assert_eq!(at(&facts, "2027-02-12").status, done);
    }

    #[test]
    fn summer_time_moves_no_deadline() {
        // Both changes of the clock lie between the first day and today, and today is taken from an instant near
        // midnight on either side of them.
        let full = [absent(100, "2026-10-05", "")];
        for (instant, expected) in [
            ("2026-10-24T21:59:00Z", DeadlineStatus::DueIn(29)),
            ("2026-10-24T22:01:00Z", DeadlineStatus::DueIn(28)),
            ("2026-10-25T22:59:00Z", DeadlineStatus::DueIn(28)),
            ("2026-10-25T23:01:00Z", DeadlineStatus::DueIn(27)),
            ("2027-03-28T21:59:00Z", DeadlineStatus::Overdue(126)),
            ("2027-03-28T22:01:00Z", DeadlineStatus::Overdue(127)),
        ] {
            let today = oslo().date(instant.parse().unwrap()).to_string();
            let found = state(Milestone::Meeting1, &full, &Facts::default(), &today);
            assert_eq!(found, expected, "{instant}");
        }
    }
}
