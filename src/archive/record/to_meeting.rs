//! From a record to the meeting it holds. Every text passes the gate for text from outside.

use super::{
    Saved,
    after::{to_kept, to_sendings},
    preparation::Sporsmal,
    reference,
    scalar::{Day, Instant, Named},
    shape::{
        Avslutning, Deltaker, Fase, Hendelse, Hva, Mal, Mote, Oppgave, Punkt, Record, Trinn,
        Virkemiddel,
    },
};
use crate::{
    archive::words::MeasureStatus,
    meeting::{
        Contents, Meeting, NoAction,
        action_item::{ActionId, ActionItem},
        agenda::{Agenda, Item, Measure, MeasureState, Phase},
        arrangement::Arrangement,
        clean::{clean, clean_line},
        due::Due,
        goal::{Goal, Step, StepId},
        participant::{Participant, ParticipantId, Span, Wished},
        stage::Review,
        timeline::{BrokenTimeline, Happened, Mark, Timeline},
        version::Replaced,
        written::Written,
    },
    text::problem::Contradiction,
};

impl Record {
    /// The meeting, and when and as which it was saved.
    ///
    /// # Errors
    /// What cannot be together in one meeting.
    pub fn into_meeting(self) -> Result<(Meeting, Saved), Contradiction> {
        let saved = Saved {
            at: self.lagret.0,
            number: self.lagring,
        };
        let agenda = Agenda {
            phases: phases(self.fase),
            measures: numbered(self.virkemiddel, measure)?,
        };
        let marks = numbered(self.hendelse, |number, event| mark(number, event, &agenda))?;
        let timeline = Timeline::from_marks(marks).map_err(|broken| match broken {
            BrokenTimeline::GoesBack(number) | BrokenTimeline::OutOfOrder(number) => {
                Contradiction::Event(number + 1)
            }
        })?;
        let contents = Contents {
            code: self.sakskode.0,
            kind: self.slag.0,
            language: chosen(self.malform),
            created: self.opprettet.0,
            arrangement: self.mote.into(),
            preparation: self.forberedelse.into_preparation(self.fravar)?,
            participants: self.deltaker.into_iter().map(Participant::from).collect(),
            actions: numbered(self.oppgave, action)?,
            goal: self.mal.into(),
            follow_up: written(
                &self.avslutning.oppfolging,
                self.avslutning.oppfolging_tolket.map(Day::date),
            ),
            no_action: NoAction {
                employee: clean(&self.avslutning.ingen_oppgave_arbeidstaker),
                employer: clean(&self.avslutning.ingen_oppgave_arbeidsgiver),
            },
            plan: self.plan.into(),
            kept: numbered(self.beholdt, |number, kept| to_kept(number, &kept, &agenda))?,
            replaced: self.utgave.into_iter().map(Replaced::from).collect(),
            sendings: to_sendings(self.sendt),
            read_back: self.avslutning.opplest.map(|instant| instant.0),
            review: review(&self.avslutning),
            agenda,
            kladd: clean(&self.kladd.tekst),
            timeline,
        };
        let meeting = Meeting::try_from(contents).map_err(Contradiction::Whole)?;
        Ok((meeting, saved))
    }
}

/// Converts every part, handing in its number in the file, counted from 1.
fn numbered<Part, Whole>(
    parts: Vec<Part>,
    mut convert: impl FnMut(usize, Part) -> Result<Whole, Contradiction>,
) -> Result<Vec<Whole>, Contradiction> {
    (1..)
        .zip(parts)
        .map(|(number, part)| convert(number, part))
        .collect()
}

pub(super) fn written<T>(text: &str, value: Option<T>) -> Written<T> {
    Written {
        text: clean_line(text),
        value,
    }
}

/// The choice that was stored, or the one that everything begins with.
pub(super) fn chosen<T: Default>(choice: Option<Named<T>>) -> T {
    choice.map(|choice| choice.0).unwrap_or_default()
}

fn each(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| clean(text)).collect()
}

impl From<Mote> for Arrangement {
    fn from(mote: Mote) -> Self {
        Self {
            workplace: clean_line(&mote.virksomhet),
            place: clean_line(&mote.sted),
            form: mote.form.0,
            date: written(&mote.dato, mote.dato_tolket.map(Day::date)),
            time: written(
                &mote.klokkeslett,
                mote.klokkeslett_tolket.map(|time| time.0),
            ),
        }
    }
}

impl From<Deltaker> for Participant {
    fn from(deltaker: Deltaker) -> Self {
        let (from, to) = (deltaker.tid_fra, deltaker.tid_til);
        let span = Span {
            from: from.map(|time| time.0),
            to: to.map(|time| time.0),
        };
        Self {
            id: ParticipantId(deltaker.nr),
            role: deltaker.rolle.0,
            name: clean_line(&deltaker.navn),
            called: chosen(deltaker.innkalles),
            wished: Wished {
                employee: chosen(deltaker.arbeidstaker_vil),
                employer: chosen(deltaker.arbeidsgiver_vil),
            },
            attendance: chosen(deltaker.oppmote),
            manner: deltaker.hvordan.map(|manner| manner.0),
            span: written(&deltaker.tid, from.or(to).map(|_| span)),
            copy: chosen(deltaker.referat),
            consent: chosen(deltaker.samtykke),
            answer: chosen(deltaker.svar),
            words: clean(&deltaker.egne_ord),
        }
    }
}

fn action(number: usize, oppgave: Oppgave) -> Result<ActionItem, Contradiction> {
    let due = match (
        oppgave.frist_senest,
        oppgave.frist_fra,
        oppgave.frist_ukentlig_fra,
    ) {
        (None, None, None) => None,
        (Some(day), None, None) => Some(Due::By(day.date())),
        (None, Some(day), None) => Some(Due::From(day.date())),
        (None, None, Some(day)) => Some(Due::Weekly { from: day.date() }),
        (Some(_), Some(_), _) | (Some(_), _, Some(_)) | (_, Some(_), Some(_)) => {
            return Err(Contradiction::SeveralDues(number));
        }
    };
    Ok(ActionItem {
        id: ActionId(oppgave.nr),
        what: clean(&oppgave.hva),
        owners: oppgave.hvem.into_iter().map(ParticipantId).collect(),
        due: written(&oppgave.frist, due),
    })
}

impl From<Mal> for Goal {
    fn from(mal: Mal) -> Self {
        Self {
            text: clean(&mal.tekst),
            steps: mal.trinn.into_iter().map(Step::from).collect(),
        }
    }
}

impl From<Trinn> for Step {
    fn from(trinn: Trinn) -> Self {
        Self {
            id: StepId(trinn.nr),
            work: written(&trinn.arbeid, trinn.arbeid_prosent),
            from: written(&trinn.fra, trinn.fra_tolket.map(Day::date)),
        }
    }
}

fn review(avslutning: &Avslutning) -> Review {
    match (avslutning.godkjent, avslutning.gjennomgang) {
        (Some(Instant(at)), _) => Review::Approved(at),
        (None, Some(_)) => Review::Begun,
        (None, None) => Review::NotBegun,
    }
}

fn mark(number: usize, hendelse: Hendelse, agenda: &Agenda) -> Result<Mark, Contradiction> {
    let what = match (hendelse.hva, hendelse.punkt) {
        (Hva::Punkt, Some(punkt)) => reference::from(agenda, &clean_line(&punkt))
            .map(Happened::Entered)
            .ok_or(Contradiction::EventItem(number))?,
        (Hva::Pause, None) => Happened::Paused,
        (Hva::Fortsatte, None) => Happened::Resumed,
        (Hva::Slutt, None) => Happened::Ended,
        (Hva::Punkt, None) | (Hva::Pause | Hva::Fortsatte | Hva::Slutt, Some(_)) => {
            return Err(Contradiction::EventItem(number));
        }
    };
    Ok(Mark {
        at: hendelse.kl.0,
        what,
    })
}

/// Questions without a number get those above the highest there is.
fn phases(fases: Vec<Fase>) -> Vec<Phase> {
    let all = fases.iter().flat_map(|fase| &fase.sporsmal);
    let highest = all.filter_map(Sporsmal::number).max();
    let mut next = highest.unwrap_or(0).saturating_add(1);
    let phase = |fase: Fase| Phase {
        id: clean_line(&fase.id),
        title: clean_line(&fase.tittel),
        planned: fase.minutter,
        adjusted: fase.justert,
        items: fase.punkt.into_iter().map(Item::from).collect(),
        questions: fase
            .sporsmal
            .into_iter()
            .map(|sporsmal| sporsmal.into_question(&mut next))
            .collect(),
    };
    fases.into_iter().map(phase).collect()
}

impl From<Punkt> for Item {
    fn from(punkt: Punkt) -> Self {
        Self {
            id: clean_line(&punkt.id),
            title: clean_line(&punkt.tittel),
            say: clean(&punkt.si),
            details: each(&punkt.husk),
            speakers: punkt.hvem.into_iter().map(|role| role.0).collect(),
            plan: punkt.plan.into_iter().map(|field| field.0).collect(),
            note: clean(&punkt.notat),
            standing: chosen(punkt.status),
        }
    }
}

fn measure(number: usize, virkemiddel: Virkemiddel) -> Result<Measure, Contradiction> {
    let instead = clean(&virkemiddel.avlost);
    let status = virkemiddel
        .tilstand
        .map_or(MeasureStatus::InUse, |status| status.0);
    let state = match status {
        MeasureStatus::Gone => MeasureState::Gone(instead),
        MeasureStatus::InUse | MeasureStatus::Private if !instead.is_empty() => {
            return Err(Contradiction::GoneInUse(number));
        }
        MeasureStatus::InUse => MeasureState::InUse,
        MeasureStatus::Private => MeasureState::Private,
    };
    Ok(Measure {
        id: clean_line(&virkemiddel.id),
        letter: clean_line(&virkemiddel.bokstav),
        title: clean_line(&virkemiddel.tittel),
        state,
        about: clean(&virkemiddel.om),
        verdict: chosen(virkemiddel.vurdering),
        remark: clean(&virkemiddel.merknad),
    })
}
