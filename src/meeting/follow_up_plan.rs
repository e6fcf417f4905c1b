//! The oppfølgingsplan as it stands after the meeting (aml. § 4-6 tredje ledd): what today's form on nav.no asks for, and
//! what Nav's interface for HR systems asks for besides (`FollowUpPlanDTO`).

use chrono::NaiveDate;

use super::{
    Contents,
    participant::{Participant, Role},
    written::Written,
};

/// Most characters that a field of the form takes. The interface for HR systems has no limit of its own; a plan that keeps
/// this one can go either way.
pub const MOST_CHARACTERS: usize = 2000;

/// The plan. Empty until somebody writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FollowUpPlan {
    /// What an ordinary working day looks like.
    pub workday: String,
    /// Which tasks can still be done.
    pub can: String,
    /// Which tasks cannot be done.
    pub cannot: String,
    /// What has been adapted earlier in the absence, and how that went.
    pub tried: String,
    /// How the work is to be adapted from now on.
    pub ahead: String,
    /// Other possibilities that are not tried now.
    pub others: String,
    /// How the parties follow up what was agreed.
    pub follow_up: String,
    /// When the plan is evaluated, if not on the day of the next follow-up: see [`Contents::evaluation`].
    pub evaluation: Written<NaiveDate>,
    /// Whether the employee has contributed to it.
    pub contributed: Said,
    /// Why not, where they have not.
    pub not_contributed: String,
    /// What is new since the last plan.
    pub changes: String,
    /// Whether Nav is to have it.
    pub to_nav: Said,
    /// Whether the parties need help from Nav.
    pub nav_help: Said,
    /// With what.
    pub nav_help_with: String,
    /// Whether the sykmelder is to have it.
    pub to_doctor: Said,
    /// A message to the doctor; printed for every receiver.
    pub doctor_message: String,
    /// What else there is to know.
    pub additional: String,
    /// The phone of the contact person.
    pub phone: String,
    /// The e-mail address of the contact person.
    pub email: String,
}

/// Whether something is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Said {
    /// Nobody has said.
    #[default]
    Unsaid,
    /// It is.
    Yes,
    /// It is not.
    No,
}

impl Said {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Unsaid, Self::Yes, Self::No];
}

/// A text of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "they are the fields of the plan")]
pub enum PlanText {
    Changes,
    Workday,
    Can,
    Cannot,
    Tried,
    Ahead,
    Others,
    FollowUp,
    NotContributed,
    NavHelpWith,
    DoctorMessage,
    Additional,
    Phone,
    Email,
}

impl PlanText {
    /// All of them, in the order of the plan.
    pub const ALL: [Self; 14] = [
        Self::Changes,
        Self::Workday,
        Self::Can,
        Self::Cannot,
        Self::Tried,
        Self::Ahead,
        Self::Others,
        Self::FollowUp,
        Self::NotContributed,
        Self::NavHelpWith,
        Self::DoctorMessage,
        Self::Additional,
        Self::Phone,
        Self::Email,
    ];

    /// Those that the form on nav.no does not let go empty, in its order.
    pub const REQUIRED: [Self; 7] = [
        Self::Workday,
        Self::Can,
        Self::Cannot,
        Self::Tried,
        Self::Ahead,
        Self::Others,
        Self::FollowUp,
    ];
}

/// A yes or no of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "they are the fields of the plan")]
pub enum PlanChoice {
    Contributed,
    ToNav,
    NavHelp,
    ToDoctor,
}

impl PlanChoice {
    /// All of them, in the order of the plan.
    pub const ALL: [Self; 4] = [
        Self::Contributed,
        Self::ToNav,
        Self::NavHelp,
        Self::ToDoctor,
    ];
}

/// A field of the form on nav.no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// A text.
    Text(PlanText),
    /// When the plan is evaluated.
    Evaluation,
    /// A yes or no.
    Choice(PlanChoice),
}

impl FormField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Text(PlanText::Workday),
        Self::Text(PlanText::Can),
        Self::Text(PlanText::Cannot),
        Self::Text(PlanText::Tried),
        Self::Text(PlanText::Ahead),
        Self::Text(PlanText::Others),
        Self::Text(PlanText::FollowUp),
        Self::Evaluation,
        Self::Choice(PlanChoice::Contributed),
        Self::Text(PlanText::NotContributed),
    ];
}

impl FollowUpPlan {
    /// Whether the form on nav.no has all it asks for, as far as that can be told without the meeting around the plan.
    pub fn is_whole(&self) -> bool {
        let mut required = PlanText::REQUIRED.into_iter();
        self.contributed != Said::Unsaid && required.all(|text| !self.text(text).trim().is_empty())
    }

    /// What stands in a field.
    pub fn text(&self, text: PlanText) -> &str {
        match text {
            PlanText::Changes => &self.changes,
            PlanText::Workday => &self.workday,
            PlanText::Can => &self.can,
            PlanText::Cannot => &self.cannot,
            PlanText::Tried => &self.tried,
            PlanText::Ahead => &self.ahead,
            PlanText::Others => &self.others,
            PlanText::FollowUp => &self.follow_up,
            PlanText::NotContributed => &self.not_contributed,
            PlanText::NavHelpWith => &self.nav_help_with,
            PlanText::DoctorMessage => &self.doctor_message,
            PlanText::Additional => &self.additional,
            PlanText::Phone => &self.phone,
            PlanText::Email => &self.email,
        }
    }

    /// The same, to be written in.
    pub fn text_mut(&mut self, text: PlanText) -> &mut String {
        match text {
            PlanText::Changes => &mut self.changes,
            PlanText::Workday => &mut self.workday,
            PlanText::Can => &mut self.can,
            PlanText::Cannot => &mut self.cannot,
            PlanText::Tried => &mut self.tried,
            PlanText::Ahead => &mut self.ahead,
            PlanText::Others => &mut self.others,
            PlanText::FollowUp => &mut self.follow_up,
            PlanText::NotContributed => &mut self.not_contributed,
            PlanText::NavHelpWith => &mut self.nav_help_with,
            PlanText::DoctorMessage => &mut self.doctor_message,
            PlanText::Additional => &mut self.additional,
            PlanText::Phone => &mut self.phone,
            PlanText::Email => &mut self.email,
        }
    }

    /// What was said.
    pub const fn said(&self, choice: PlanChoice) -> Said {
        match choice {
            PlanChoice::Contributed => self.contributed,
            PlanChoice::ToNav => self.to_nav,
            PlanChoice::NavHelp => self.nav_help,
            PlanChoice::ToDoctor => self.to_doctor,
        }
    }

    /// Says it.
    pub(super) const fn say(&mut self, choice: PlanChoice, said: Said) {
        *(match choice {
            PlanChoice::Contributed => &mut self.contributed,
            PlanChoice::ToNav => &mut self.to_nav,
            PlanChoice::NavHelp => &mut self.nav_help,
            PlanChoice::ToDoctor => &mut self.to_doctor,
        }) = said;
    }
}

impl Contents {
    /// When the plan is evaluated: the day that was set for that, else that of the next follow-up.
    pub fn evaluation(&self) -> Option<NaiveDate> {
        let own = &self.plan.evaluation;
        if own.is_unclear() {
            return None;
        }
        own.value.or(self.follow_up.value)
    }

    /// Who answers for the plan: the first one with a name who is there for the employer.
    pub fn contact_person(&self) -> Option<&str> {
        self.name_of(Role::Employer)
    }

    /// The same, who has no name where nobody who is there for the employer has one.
    pub fn contact(&self) -> Option<&Participant> {
        let employers = || {
            self.participants
                .iter()
                .filter(|p| p.role == Role::Employer)
        };
        employers()
            .find(|p| !p.name.trim().is_empty())
            .or_else(|| employers().next())
    }
}
