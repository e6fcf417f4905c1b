//! The oppfølgingsplan as it stands after the meeting (aml. § 4-6 tredje ledd): what today's form on nav.no asks for, and
//! what Nav's interface for HR systems asks for besides (`FollowUpPlanDTO`).

use chrono::NaiveDate;

use super::{
    choice::{Choice, Said},
    field::{FieldName, Record, record},
    parsed::Parsed,
    value::{FieldKind, Value},
};

/// Most characters that a field of the form takes. The interface for HR systems has no limit of its own; a plan that keeps
/// this one can go either way.
pub const MOST_CHARACTERS: usize = 2000;

record! {
    /// The plan. Empty until somebody writes it.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    FollowUpPlan [PlanField] {} with {
        /// What is new since the last plan.
        Changes changes: String = "endret" printed lines,
        /// What an ordinary working day looks like.
        Workday workday: String = "arbeidsdag" printed lines,
        /// Which tasks can still be done.
        Can can: String = "kan" printed lines,
        /// Which tasks cannot be done.
        Cannot cannot: String = "kan_ikke" printed lines,
        /// What has been adapted earlier in the absence, and how that went.
        Tried tried: String = "tidligere" printed lines,
        /// How the work is to be adapted from now on.
        Ahead ahead: String = "fremover" printed lines,
        /// Other possibilities that are not tried now.
        Others others: String = "andre_muligheter" printed lines,
        /// How the parties follow up what was agreed.
        FollowUp follow_up: String = "oppfolging" printed lines,
        /// When the plan is evaluated, if not on the day of the next follow-up: see [`super::Contents::evaluation`].
        Evaluation evaluation: Parsed<NaiveDate> = "evaluering" printed ahead,
        /// Whether the employee has contributed to it.
        Contributed contributed: Said = "medvirket" inside,
        /// Why not, where they have not.
        NotContributed not_contributed: String = "ikke_medvirket_fordi" printed lines,
        /// Whether Nav is to have it.
        ToNav to_nav: Said = "til_nav" inside,
        /// Whether the parties need help from Nav.
        NavHelp nav_help: Said = "hjelp_fra_nav" inside,
        /// What they need help with.
        NavHelpWith nav_help_with: String = "hjelp_fra_nav_med" printed lines,
        /// Whether the sykmelder is to have it.
        ToDoctor to_doctor: Said = "til_lege" inside,
        /// A message to the doctor; printed for every receiver.
        DoctorMessage doctor_message: String = "beskjed_til_lege" printed lines,
        /// What else there is to know.
        Additional additional: String = "tillegg" printed lines,
        /// The phone of the contact person.
        Phone phone: String = "telefon" printed,
        /// The e-mail address of the contact person.
        Email email: String = "epost" printed,
    }
}

impl PlanField {
    /// The fields of the form on nav.no, in its order.
    pub const FORM: [Self; 10] = [
        Self::Workday,
        Self::Can,
        Self::Cannot,
        Self::Tried,
        Self::Ahead,
        Self::Others,
        Self::FollowUp,
        Self::Evaluation,
        Self::Contributed,
        Self::NotContributed,
    ];

    /// The texts that the form on nav.no does not let go empty, in its order.
    pub const REQUIRED: [Self; 7] = [
        Self::Workday,
        Self::Can,
        Self::Cannot,
        Self::Tried,
        Self::Ahead,
        Self::Others,
        Self::FollowUp,
    ];

    /// The texts of the plan, in its order.
    pub fn texts() -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|field| field.declared().kind.is_text())
    }

    /// What is answered with yes or no, in the order of the plan.
    pub fn questions() -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|field| matches!(field.declared().kind, FieldKind::Choice(_)))
    }
}

impl FollowUpPlan {
    /// Whether the form on nav.no has all it asks for, as far as that can be told without the meeting around the plan.
    pub fn is_whole(&self) -> bool {
        let mut required = PlanField::REQUIRED.into_iter();
        self.contributed != Said::Unsaid && required.all(|text| !self.text(text).trim().is_empty())
    }

    /// What is typed in a field.
    pub fn text(&self, field: PlanField) -> &str {
        self.field_value(field).typed()
    }

    /// What was said to a question of the plan; nothing said where the field is none.
    pub fn said(&self, field: PlanField) -> Said {
        if let Value::Choice(Some(Choice::Said(said))) = self.field_value(field).value() {
            said
        } else {
            Said::Unsaid
        }
    }
}
