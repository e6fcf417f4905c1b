//! What is said of the work after the meeting, in bokmål. The names of the fields of the plan are those of the form on
//! nav.no, so that whoever fills it in there finds them again.

use crate::{
    meeting::{
        follow_up_plan::{PlanChoice, PlanText, Said},
        participant::Party,
        sending::Channel,
    },
    text::after_text::{FollowUpPlanText, SendingText},
};

/// Bokmål.
pub const PLAN: FollowUpPlanText = FollowUpPlanText {
    title: "Oppfølgingsplan",
    label: |text| match text {
        PlanText::Changes => "Endret siden forrige plan",
        PlanText::Workday => "Hvordan ser en vanlig arbeidsdag ut?",
        PlanText::Can => "Hvilke arbeidsoppgaver kan fortsatt utføres?",
        PlanText::Cannot => "Hvilke arbeidsoppgaver kan ikke utføres?",
        PlanText::Tried => "Tilrettelegging tidligere i sykefraværet",
        PlanText::Ahead => "Hvordan skal dere tilrettelegge arbeidshverdagen fremover?",
        PlanText::Others => "Har dere andre muligheter for tilrettelegging som ikke prøves ut nå?",
        PlanText::FollowUp => "Hvordan skal dere følge opp avtalt tilrettelegging?",
        PlanText::NotContributed => "Hvorfor har dere ikke snakket sammen om innholdet i planen?",
        PlanText::NavHelpWith => "Hva trenger dere hjelp fra Nav med?",
        PlanText::DoctorMessage => "Beskjed til legen",
        PlanText::Additional => "Eventuelle tilleggsopplysninger",
        PlanText::Phone => "Telefonnummer til kontaktperson",
        PlanText::Email => "E-post til kontaktperson",
    },
    question: |choice| match choice {
        PlanChoice::Contributed => "Har du snakket med den ansatte om innholdet i planen?",
        PlanChoice::ToNav => "Skal Nav ha planen?",
        PlanChoice::NavHelp => "Trenger dere hjelp fra Nav?",
        PlanChoice::ToDoctor => "Skal den som sykmelder, ha planen?",
    },
    said: |said| match said {
        Said::Unsaid => "ikke svart",
        Said::Yes => "ja",
        Said::No => "nei",
    },
    evaluation: "Når skal dere evaluere planen og eventuelt justere den?",
};

/// Bokmål.
pub const SENDING: SendingText = SendingText {
    title: "Hvem som har fått dokumentene",
    head: ["Utgave", "Hvem", "Når", "Hvordan"],
    nothing: "Det står ikke at noen har fått dem ennå.",
    doctor: "Sykmelder",
    nav: "Nav",
    gone: "en som er tatt ut av møtet",
    no_day: "dagen er ikke ført",
    channel: |channel| match channel {
        Channel::Unsaid => "ikke sagt",
        Channel::ByHand => "levert",
        Channel::EncryptedMail => "kryptert e-post",
        Channel::Mail => "e-post",
        Channel::Post => "brev",
        Channel::Portal => "nav.no, Altinn eller HR-system",
        Channel::Other => "på annen måte",
    },
    no_action: |party| match party {
        Party::Employee => "Arbeidstakeren har ingen oppgave, fordi",
        Party::Employer => "Arbeidsgiveren har ingen oppgave, fordi",
    },
};
