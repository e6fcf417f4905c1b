//! The oppfølgingsplan for an HR system: Nav's `FollowUpPlanDTO` (lps-oppfolgingsplan-mottak, `POST /api/v1/followupplan`)
//! as JSON. The program only writes it; sending it is the affair of the HR system. `assets/oppfolgingsplan.schema.json`
//! states what has to hold of it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    meeting::{Contents, MeetingKind, PlanField, Said},
    privacy::IdentityNumber,
    rules::{
        PlanFault,
        plan::{self, is_asked},
    },
    text::{DocumentText, PROGRAM},
};

use super::compose::filled;

/// The names and their order are those of the interface. Everything that is not known is `null`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FollowUpPlanDto<'a> {
    employee_identification_number: String,
    typical_workday: &'a str,
    tasks_that_can_still_be_done: &'a str,
    tasks_that_can_not_be_done: &'a str,
    previous_facilitation: &'a str,
    planned_facilitation: &'a str,
    other_facilitation_options: Option<&'a str>,
    follow_up: &'a str,
    evaluation_date: String,
    send_plan_to_nav: bool,
    needs_help_from_nav: Option<bool>,
    needs_help_from_nav_description: Option<&'a str>,
    /// The fastlege; another sykmelder is not reached this way.
    send_plan_to_general_practitioner: bool,
    message_to_general_practitioner: Option<&'a str>,
    additional_information: Option<String>,
    contact_person_full_name: &'a str,
    contact_person_phone_number: &'a str,
    contact_person_email: &'a str,
    employee_has_contributed_to_plan: bool,
    employee_has_not_contributed_to_plan_description: Option<&'a str>,
    lps_name: &'a str,
    lps_email: Option<&'a str>,
}

/// The plan of a meeting about the employee with this number, as it stands on the day `today`.
///
/// # Errors
/// What keeps it from being taken.
pub fn plan_data(
    meeting: &Contents,
    number: &IdentityNumber,
    today: NaiveDate,
) -> Result<String, Vec<PlanFault>> {
    let faults = plan::faults(meeting, today);
    let (true, Some(evaluation), Some(contact)) = (
        faults.is_empty(),
        meeting.evaluation(),
        meeting.contact_person(),
    ) else {
        return Err(faults);
    };
    let text = DocumentText::of(meeting.language);
    let plan = &meeting.plan;
    let required = |field| plan.text(field).trim();
    let optional = |field| filled(plan.text(field)).filter(|_| is_asked(plan, field));
    let practice = (meeting.kind == MeetingKind::Practice).then_some(text.referat.practice);
    let additional = [practice, optional(PlanField::Additional)];
    let additional: Vec<_> = additional.into_iter().flatten().collect();
    let data = FollowUpPlanDto {
        employee_identification_number: number.digits(),
        typical_workday: required(PlanField::Workday),
        tasks_that_can_still_be_done: required(PlanField::Can),
        tasks_that_can_not_be_done: required(PlanField::Cannot),
        previous_facilitation: required(PlanField::Tried),
        planned_facilitation: required(PlanField::Ahead),
        other_facilitation_options: optional(PlanField::Others),
        follow_up: required(PlanField::FollowUp),
        evaluation_date: evaluation.to_string(),
        send_plan_to_nav: plan.to_nav == Said::Yes,
        needs_help_from_nav: match plan.nav_help {
            Said::Unsaid => None,
            Said::Yes => Some(true),
            Said::No => Some(false),
        },
        needs_help_from_nav_description: optional(PlanField::NavHelpWith),
        send_plan_to_general_practitioner: plan.to_doctor == Said::Yes,
        message_to_general_practitioner: optional(PlanField::DoctorMessage),
        additional_information: (!additional.is_empty()).then(|| additional.join("\n\n")),
        contact_person_full_name: contact,
        contact_person_phone_number: required(PlanField::Phone),
        contact_person_email: required(PlanField::Email),
        employee_has_contributed_to_plan: plan.contributed == Said::Yes,
        employee_has_not_contributed_to_plan_description: optional(PlanField::NotContributed),
        lps_name: PROGRAM,
        lps_email: None,
    };
    // Texts, days and yes or no: there is nothing in it that JSON could not take.
    let json = serde_json::to_string_pretty(&data).unwrap_or_default();
    Ok(json + "\n")
}
