//! From a meeting to its record.

use super::{
    FORMAT, Saved,
    after::{self, Utgave},
    preparation::{Forberedelse, Fravar, Sporsmal, named},
    reference,
    scalar::{Code, Day, Instant, Named, TimeOfDay},
    shape::{
        Avslutning, Deltaker, Fase, Gjennomgang, Hendelse, Hva, Kladd, Mal, Mote, Oppgave, Punkt,
        Record, Slutt, Trinn, Virkemiddel,
    },
};
use crate::{
    archive::words::MeasureStatus,
    meeting::{
        Contents,
        action_item::ActionItem,
        agenda::{Agenda, Item, Measure, MeasureState, Phase},
        arrangement::Arrangement,
        due::Due,
        goal::{Goal, Step},
        participant::Participant,
        stage::Review,
        timeline::{Happened, Mark},
    },
};

impl Record {
    /// The record of a meeting.
    pub fn new(meeting: &Contents, saved: Saved) -> Self {
        Self {
            format: FORMAT,
            sakskode: Code(meeting.code.clone()),
            slag: Named(meeting.kind),
            malform: named(meeting.language),
            opprettet: Instant(meeting.created),
            lagret: Instant(saved.at),
            lagring: saved.number,
            mote: (&meeting.arrangement).into(),
            fravar: meeting
                .preparation
                .periods
                .iter()
                .map(Fravar::from)
                .collect(),
            forberedelse: Forberedelse::from(&meeting.preparation),
            deltaker: meeting.participants.iter().map(Deltaker::from).collect(),
            oppgave: meeting.actions.iter().map(Oppgave::from).collect(),
            mal: (&meeting.goal).into(),
            avslutning: Avslutning::of(meeting),
            plan: (&meeting.plan).into(),
            beholdt: after::kept(meeting),
            utgave: meeting.replaced.iter().map(Utgave::from).collect(),
            sendt: after::sent(&meeting.sendings),
            hendelse: meeting
                .timeline
                .marks()
                .iter()
                .map(|mark| Hendelse::new(mark, &meeting.agenda))
                .collect(),
            fase: meeting.agenda.phases.iter().map(Fase::from).collect(),
            virkemiddel: meeting
                .agenda
                .measures
                .iter()
                .map(Virkemiddel::from)
                .collect(),
            kladd: Kladd {
                tekst: meeting.kladd.clone(),
            },
            slutt: Some(Slutt {}),
        }
    }
}

impl From<&Arrangement> for Mote {
    fn from(arrangement: &Arrangement) -> Self {
        Self {
            virksomhet: arrangement.workplace.clone(),
            sted: arrangement.place.clone(),
            form: Named(arrangement.form),
            dato: arrangement.date.text.clone(),
            dato_tolket: arrangement.date.value.and_then(Day::new),
            klokkeslett: arrangement.time.text.clone(),
            klokkeslett_tolket: arrangement.time.value.map(TimeOfDay),
        }
    }
}

impl From<&Participant> for Deltaker {
    fn from(participant: &Participant) -> Self {
        let span = participant.span.value;
        Self {
            nr: participant.id.0,
            rolle: Named(participant.role),
            navn: participant.name.clone(),
            innkalles: named(participant.called),
            arbeidstaker_vil: named(participant.wished.employee),
            arbeidsgiver_vil: named(participant.wished.employer),
            oppmote: named(participant.attendance),
            hvordan: participant.manner.map(Named),
            tid: participant.span.text.clone(),
            tid_fra: span.and_then(|span| span.from).map(TimeOfDay),
            tid_til: span.and_then(|span| span.to).map(TimeOfDay),
            referat: named(participant.copy),
            samtykke: named(participant.consent),
            svar: named(participant.answer),
            egne_ord: participant.words.clone(),
        }
    }
}

impl From<&ActionItem> for Oppgave {
    fn from(action: &ActionItem) -> Self {
        let due = action.due.value;
        let day =
            |pick: fn(Due) -> Option<chrono::NaiveDate>| due.and_then(pick).and_then(Day::new);
        Self {
            nr: action.id.0,
            hva: action.what.clone(),
            hvem: action.owners.iter().map(|owner| owner.0).collect(),
            frist: action.due.text.clone(),
            frist_senest: day(|due| match due {
                Due::By(date) => Some(date),
                Due::From(_) | Due::Weekly { .. } => None,
            }),
            frist_fra: day(|due| match due {
                Due::From(date) => Some(date),
                Due::By(_) | Due::Weekly { .. } => None,
            }),
            frist_ukentlig_fra: day(|due| match due {
                Due::Weekly { from } => Some(from),
                Due::By(_) | Due::From(_) => None,
            }),
        }
    }
}

impl From<&Goal> for Mal {
    fn from(goal: &Goal) -> Self {
        Self {
            tekst: goal.text.clone(),
            trinn: goal.steps.iter().map(Trinn::from).collect(),
        }
    }
}

impl From<&Step> for Trinn {
    fn from(step: &Step) -> Self {
        Self {
            nr: step.id.0,
            arbeid: step.work.text.clone(),
            arbeid_prosent: step.work.value,
            fra: step.from.text.clone(),
            fra_tolket: step.from.value.and_then(Day::new),
        }
    }
}

impl Avslutning {
    fn of(meeting: &Contents) -> Self {
        let (gjennomgang, godkjent) = match meeting.review {
            Review::NotBegun => (None, None),
            Review::Begun => (Some(Gjennomgang::Begynt), None),
            Review::Approved(at) => (None, Some(Instant(at))),
        };
        Self {
            oppfolging: meeting.follow_up.text.clone(),
            oppfolging_tolket: meeting.follow_up.value.and_then(Day::new),
            ingen_oppgave_arbeidstaker: meeting.no_action.employee.clone(),
            ingen_oppgave_arbeidsgiver: meeting.no_action.employer.clone(),
            opplest: meeting.read_back.map(Instant),
            gjennomgang,
            godkjent,
        }
    }
}

impl Hendelse {
    fn new(mark: &Mark, agenda: &Agenda) -> Self {
        let (hva, punkt) = match mark.what {
            Happened::Entered(item) => (Hva::Punkt, Some(reference::to(agenda, item))),
            Happened::Paused => (Hva::Pause, None),
            Happened::Resumed => (Hva::Fortsatte, None),
            Happened::Ended => (Hva::Slutt, None),
        };
        Self {
            kl: Instant(mark.at),
            hva,
            punkt,
        }
    }
}

impl From<&Phase> for Fase {
    fn from(phase: &Phase) -> Self {
        Self {
            id: phase.id.clone(),
            tittel: phase.title.clone(),
            minutter: phase.planned,
            justert: phase.adjusted,
            sporsmal: phase.questions.iter().map(Sporsmal::from).collect(),
            punkt: phase.items.iter().map(Punkt::from).collect(),
        }
    }
}

impl From<&Item> for Punkt {
    fn from(item: &Item) -> Self {
        Self {
            id: item.id.clone(),
            tittel: item.title.clone(),
            si: item.say.clone(),
            husk: item.details.clone(),
            hvem: item.speakers.iter().copied().map(Named).collect(),
            plan: item.plan.iter().copied().map(Named).collect(),
            status: named(item.standing),
            notat: item.note.clone(),
        }
    }
}

impl From<&Measure> for Virkemiddel {
    fn from(measure: &Measure) -> Self {
        let tilstand = MeasureStatus::from(&measure.state);
        let avlost = match &measure.state {
            MeasureState::Gone(instead) => instead.clone(),
            MeasureState::InUse | MeasureState::Private => String::new(),
        };
        Self {
            id: measure.id.clone(),
            bokstav: measure.letter.clone(),
            tittel: measure.title.clone(),
            om: measure.about.clone(),
            tilstand: (tilstand != MeasureStatus::InUse).then_some(Named(tilstand)),
            avlost,
            vurdering: named(measure.verdict),
            merknad: measure.remark.clone(),
        }
    }
}
