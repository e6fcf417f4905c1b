//! What keeps the oppfølgingsplan from being taken: by the form on nav.no, and by Nav's interface for HR systems.
//!
//! The rules are those of the form (`oppfolgingsplan-navno`) and of `FollowUpPlanDTO`. The interface lets blank texts and
//! any length pass; a plan that passes here can go either way.

use chrono::{Months, NaiveDate};

use crate::meeting::{Contents, FollowUpPlan, MOST_CHARACTERS, PlanField, Said};

/// What has to be mended before the plan is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanFault {
    /// A text that is asked for is missing.
    Blank(PlanField),
    /// A text has so many characters more than the form takes.
    TooLong(PlanField, usize),
    /// There is no day for the evaluation, or one that was not understood.
    NoEvaluation,
    /// The evaluation is not between tomorrow and the same day next year.
    EvaluationOutside,
    /// A question is not answered.
    Unsaid(PlanField),
    /// Nav is asked for help with a plan that Nav does not get.
    HelpWithoutNav,
    /// Nobody who is there for the employer has a name.
    NoContact,
}

/// Everything that keeps the plan from being taken on the day `today`, in the order of its fields.
pub fn faults(contents: &Contents, today: NaiveDate) -> Vec<PlanFault> {
    let plan = &contents.plan;
    let text = |text| text_fault(plan, text);
    let unsaid = |choice| {
        let unsaid = plan.said(choice) == Said::Unsaid;
        unsaid.then_some(PlanFault::Unsaid(choice))
    };
    let evaluation = match contents.evaluation() {
        None => Some(PlanFault::NoEvaluation),
        Some(day) => {
            let last = today.checked_add_months(Months::new(12));
            let outside = day <= today || last.is_none_or(|last| last < day);
            outside.then_some(PlanFault::EvaluationOutside)
        }
    };
    let helpless = plan.nav_help == Said::Yes && plan.to_nav == Said::No;
    let contact = contents.contact_person();
    let form = PlanField::REQUIRED.into_iter().map(text);
    let rest = [
        evaluation,
        unsaid(PlanField::Contributed),
        text(PlanField::NotContributed),
        unsaid(PlanField::ToNav),
        helpless.then_some(PlanFault::HelpWithoutNav),
        text(PlanField::NavHelpWith),
        unsaid(PlanField::ToDoctor),
        text(PlanField::DoctorMessage),
        text(PlanField::Additional),
        contact.is_none().then_some(PlanFault::NoContact),
        text(PlanField::Phone),
        text(PlanField::Email),
    ];
    form.chain(rest).flatten().collect()
}

fn text_fault(plan: &FollowUpPlan, text: PlanField) -> Option<PlanFault> {
    if !is_asked(plan, text) {
        return None;
    }
    let surplus = surplus(plan.text(text));
    if length(plan.text(text)) == 0 && is_required(text) {
        Some(PlanFault::Blank(text))
    } else if surplus > 0 && is_limited(text) {
        Some(PlanFault::TooLong(text, surplus))
    } else {
        None
    }
}

/// Whether a text belongs to the plan after what was said in it. One that does not is nobody's business, and stays here:
/// the interface refuses a reason for what is not so.
pub fn is_asked(plan: &FollowUpPlan, text: PlanField) -> bool {
    match text {
        PlanField::NotContributed => plan.contributed == Said::No,
        PlanField::NavHelpWith => plan.to_nav == Said::Yes && plan.nav_help == Said::Yes,
        PlanField::DoctorMessage => plan.to_doctor == Said::Yes,
        PlanField::Changes
        | PlanField::Workday
        | PlanField::Can
        | PlanField::Cannot
        | PlanField::Tried
        | PlanField::Ahead
        | PlanField::Others
        | PlanField::FollowUp
        | PlanField::Additional
        | PlanField::Phone
        | PlanField::Email
        | PlanField::Evaluation
        | PlanField::Contributed
        | PlanField::ToNav
        | PlanField::NavHelp
        | PlanField::ToDoctor => true,
    }
}

/// Whether a text that is asked for may not be blank.
pub fn is_required(text: PlanField) -> bool {
    PlanField::REQUIRED.contains(&text)
        || matches!(
            text,
            PlanField::NotContributed
                | PlanField::NavHelpWith
                | PlanField::Phone
                | PlanField::Email
        )
}

/// Whether a text has a limit: not what is new, which only the document tells, and not how somebody is reached.
pub const fn is_limited(text: PlanField) -> bool {
    !matches!(
        text,
        PlanField::Changes | PlanField::Phone | PlanField::Email
    )
}

/// The length of a text as the form on nav.no counts it, in the units of UTF-16: an emoji is two. Blanks around it are not
/// sent.
pub fn length(text: &str) -> usize {
    text.trim().encode_utf16().count()
}

/// How many characters of a text are more than the form on nav.no takes.
pub fn surplus(text: &str) -> usize {
    length(text).saturating_sub(MOST_CHARACTERS)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::meeting::{Meeting, MeetingKind, Parsed, PhaseText, Record, Template};

    fn today() -> NaiveDate {
        "2026-11-17".parse().unwrap()
    }

    fn on(day: &str) -> Parsed<NaiveDate> {
        Parsed::understood(day, day.parse().unwrap())
    }

    /// A meeting whose plan lacks nothing.
    fn whole() -> Contents {
        let phase = PhaseText {
            points: vec![Arc::default()],
            ..PhaseText::default()
        };
        let agenda = Template {
            phases: vec![Arc::new(phase)],
            ..Template::default()
        };
        let made = "2026-11-10T09:00:00Z".parse().unwrap();
        let code = "26-014".parse().unwrap();
        let mut contents = (*Meeting::new(code, MeetingKind::Real, agenda, made).unwrap()).clone();
        for field in PlanField::texts() {
            if is_asked(&contents.plan, field) {
                let text = "x".repeat(MOST_CHARACTERS);
                contents
                    .plan
                    .field_value_mut(field)
                    .put(text.into())
                    .unwrap();
            }
        }
        contents.plan.contributed = Said::Yes;
        contents.plan.to_nav = Said::No;
        contents.plan.to_doctor = Said::No;
        contents.participants[1].name = "Hanne Lillevik".to_owned();
        contents.follow_up = on("2026-12-15");
        contents
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Contents), wanted: &[PlanFault]) {
        let mut contents = whole();
        change(&mut contents);
        assert_eq!(faults(&contents, today()), wanted);
    }

    #[test]
    fn a_whole_plan_has_no_fault_with_every_text_at_its_limit() {
        check(|_| {}, &[]);
    }

    #[test]
    fn an_empty_plan_tells_everything_in_the_order_of_its_fields() {
        let mut contents = whole();
        contents.plan = FollowUpPlan::default();
        contents.follow_up = Parsed::empty();
        contents.participants.clear();
        let required = PlanField::REQUIRED.map(PlanFault::Blank);
        let rest = [
            PlanFault::NoEvaluation,
            PlanFault::Unsaid(PlanField::Contributed),
            PlanFault::Unsaid(PlanField::ToNav),
            PlanFault::Unsaid(PlanField::ToDoctor),
            PlanFault::NoContact,
            PlanFault::Blank(PlanField::Phone),
            PlanFault::Blank(PlanField::Email),
        ];
        assert_eq!(faults(&contents, today()), [&required[..], &rest].concat());
    }

    #[test]
    fn a_text_that_is_asked_for_is_neither_blank_nor_too_long() {
        for text in PlanField::texts() {
            let asked = is_asked(&whole().plan, text);
            let blank = (asked && is_required(text)).then_some(PlanFault::Blank(text));
            let write = |words: String| {
                move |contents: &mut Contents| {
                    contents
                        .plan
                        .field_value_mut(text)
                        .put(words.into())
                        .unwrap();
                }
            };
            check(write(" \n".to_owned()), blank.as_slice());
            let long = (asked && is_limited(text)).then_some(PlanFault::TooLong(text, 1));
            check(write("x".repeat(MOST_CHARACTERS + 1)), long.as_slice());
        }
    }

    #[test]
    fn characters_are_counted_as_the_form_does() {
        assert_eq!(length("  På jobb\n"), 7);
        assert_eq!(length("🙂"), 2);
    }

    #[test]
    fn the_evaluation_is_between_tomorrow_and_a_year_ahead() {
        let set =
            |day: &'static str| move |contents: &mut Contents| contents.plan.evaluation = on(day);
        let outside = [PlanFault::EvaluationOutside];
        check(set("2026-11-17"), &outside);
        check(set("2026-11-18"), &[]);
        check(set("2027-11-17"), &[]);
        check(set("2027-11-18"), &outside);
        check(
            |contents| contents.follow_up = Parsed::empty(),
            &[PlanFault::NoEvaluation],
        );
        // What was not understood does not fall back on the next follow-up.
        check(
            |contents| contents.plan.evaluation.text = "snart".to_owned(),
            &[PlanFault::NoEvaluation],
        );
    }

    #[test]
    fn a_reason_is_asked_for_where_the_employee_has_not_contributed_and_only_there() {
        let unsaid = PlanFault::Unsaid(PlanField::Contributed);
        check(
            |contents| contents.plan.contributed = Said::Unsaid,
            &[unsaid],
        );
        let missing = PlanFault::Blank(PlanField::NotContributed);
        check(|contents| contents.plan.contributed = Said::No, &[missing]);
        let explained = |contents: &mut Contents| {
            contents.plan.contributed = Said::No;
            contents.plan.not_contributed = "For syk.".to_owned();
        };
        check(explained, &[]);
        let left_over = |contents: &mut Contents| {
            contents.plan.not_contributed = "x".repeat(MOST_CHARACTERS + 1);
        };
        check(left_over, &[]);
    }

    #[test]
    fn who_gets_the_plan_is_said_and_help_goes_with_it() {
        let unsaid = PlanFault::Unsaid(PlanField::ToNav);
        check(|contents| contents.plan.to_nav = Said::Unsaid, &[unsaid]);
        let unsaid = PlanFault::Unsaid(PlanField::ToDoctor);
        check(|contents| contents.plan.to_doctor = Said::Unsaid, &[unsaid]);
        let with = PlanFault::Blank(PlanField::NavHelpWith);
        let help = |to_nav, with: &'static str| {
            move |contents: &mut Contents| {
                contents.plan.nav_help = Said::Yes;
                contents.plan.to_nav = to_nav;
                contents.plan.nav_help_with = with.to_owned();
            }
        };
        check(help(Said::Yes, "Hjelpemidler"), &[]);
        check(help(Said::Yes, ""), &[with]);
        check(help(Said::No, "Hjelpemidler"), &[PlanFault::HelpWithoutNav]);
    }

    #[test]
    fn somebody_answers_for_the_plan() {
        check(
            |contents| contents.participants[1].name.clear(),
            &[PlanFault::NoContact],
        );
        check(
            |contents| contents.participants.clear(),
            &[PlanFault::NoContact],
        );
    }
}
