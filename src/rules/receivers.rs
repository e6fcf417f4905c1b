//! Who gets which documents after the meeting, and by when.

use chrono::NaiveDate;

use crate::meeting::{
    Addressee, Contents, DocumentKind, FollowUpPlan, Participant, Review, Role, Said, Zone,
};

use super::referat_due;

/// Somebody with the documents that go to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Who.
    pub to: Addressee,
    /// What, in the order in which it is named.
    pub documents: Vec<DocumentKind>,
}

/// Everybody to whom something goes, in the order of the participants. The leader is none of them: the edition for the
/// archive stays in the enterprise (aml. § 4-6 femte ledd).
///
/// The referat goes to whom the employee agrees to; the sykmelder gets the plan unasked (aml. § 4-6 tredje ledd) unless
/// somebody has said no; Nav gets it where that was agreed.
pub fn receivers(meeting: &Contents) -> Vec<Receiver> {
    receivers_of(meeting, &meeting.plan)
}

/// The same of a version with this plan; who gets the referat is taken from what is agreed now.
pub fn receivers_of(meeting: &Contents, plan: &FollowUpPlan) -> Vec<Receiver> {
    let leader = meeting
        .participants
        .iter()
        .find(|p| p.role == Role::Employer);
    let leader = leader.map(|p| p.id);
    let others = meeting.participants.iter().filter(|p| Some(p.id) != leader);
    let mut all: Vec<Receiver> = others
        .map(|p| Receiver {
            to: Addressee::Participant(p.id),
            documents: documents(p, plan),
        })
        .collect();
    for (role, to, said) in [
        (Role::Sykmelder, Addressee::Doctor, plan.to_doctor),
        (Role::Nav, Addressee::Nav, plan.to_nav),
    ] {
        let named = meeting.participants.iter().any(|p| p.role == role);
        if !named && said == Said::Yes {
            let documents = vec![DocumentKind::Plan];
            all.push(Receiver { to, documents });
        }
    }
    all.retain(|receiver| !receiver.documents.is_empty());
    all
}

fn documents(participant: &Participant, plan: &FollowUpPlan) -> Vec<DocumentKind> {
    let referat = participant.gets_referat().then_some(DocumentKind::Referat);
    let gets_plan = match participant.role {
        Role::Employee => true,
        Role::Sykmelder => plan.to_doctor != Said::No,
        Role::Nav => plan.to_nav == Said::Yes,
        Role::Employer
        | Role::OccupationalHealth
        | Role::UnionRepresentative
        | Role::SafetyRepresentative
        | Role::Interpreter
        | Role::Other => false,
    };
    let plan = gets_plan.then_some(DocumentKind::Plan);
    let came = participant.role == Role::Sykmelder && participant.attends();
    let confirmation = came.then_some(DocumentKind::Confirmation);
    [referat, plan, confirmation]
        .into_iter()
        .flatten()
        .collect()
}

/// Whether a sykmelder was there, whose presence can be confirmed.
pub fn confirms(meeting: &Contents) -> bool {
    let mut all = receivers(meeting).into_iter();
    all.any(|receiver| receiver.documents.contains(&DocumentKind::Confirmation))
}

/// Whether everybody to whom something goes has got it, as far as the leader has said.
pub fn all_sent(meeting: &Contents) -> bool {
    let sent = |receiver: &Receiver| meeting.sending(receiver.to).on.value.is_some();
    receivers(meeting).iter().all(sent)
}

/// On which day an approved plan first went out to somebody in this role, as far as the leader has said.
pub fn plan_sent(meeting: &Contents, role: Role) -> Option<NaiveDate> {
    let in_role = |to: Addressee| match to {
        Addressee::Participant(id) => meeting.participant(id).is_some_and(|p| p.role == role),
        Addressee::Doctor => role == Role::Sykmelder,
        Addressee::Nav => role == Role::Nav,
    };
    let former = meeting.replaced.iter();
    let former = former.map(|version| (&version.plan, &version.sendings));
    let versions = former.chain([(&meeting.plan, &meeting.sendings)]);
    let days = versions.flat_map(|(plan, sendings)| {
        let all = receivers_of(meeting, plan).into_iter();
        let plans = all.filter(|r| r.documents.contains(&DocumentKind::Plan) && in_role(r.to));
        plans.filter_map(|r| sendings.get(&r.to)?.on.value)
    });
    days.min()
}

/// By when the documents go out: within a week of the meeting, and a version that replaces another within a week of its
/// approval. Nothing where the meeting has not ended.
pub fn send_by(meeting: &Contents, zone: Zone) -> Option<NaiveDate> {
    let held = referat_due(zone.date(meeting.timeline.ended()?));
    Some(match meeting.review {
        Review::Approved(at) if meeting.version() > 1 => held.max(referat_due(zone.date(at))),
        Review::NotBegun | Review::Begun | Review::Approved(_) => held,
    })
}
