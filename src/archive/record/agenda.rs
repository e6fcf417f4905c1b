//! The agenda in the file. Its texts stand last, each once, so that a file can be read for ever, whatever becomes of the
//! agenda it was made with; what has become of them stands before, and only where something has.

use std::{borrow::Cow, sync::Arc};

use super::{
    fields::{put, put_one, take, take_one},
    reference,
    section::Section,
    table::{Node, Table},
};
use crate::{
    archive::words::{MeasureStatus, RawFor},
    meeting::{
        Agenda, FieldName, Item, ItemText, Measure, MeasureState, MeasureText, Origin, Phase,
        PhaseField, PhaseIndex, PhaseText, Question, QuestionField, QuestionId, Template, Word,
        clean::clean,
        order::{inverted, is_order, ordered},
    },
    text::{Contradiction, Fault},
};

/// Where the texts stand.
pub(super) const TEXTS: &str = "agenda";

/// Puts what has become of the agenda.
pub(super) fn put_state<'a>(file: &mut Table<'a>, agenda: &'a Agenda) {
    let phases = agenda
        .phases()
        .filter(|(_, phase)| phase.planned != phase.minutes || phase.adjusted != 0);
    file.tables("fase", phases, |(PhaseIndex(number), phase)| {
        counted(number, |table| {
            put_one(table, phase, PhaseField::Planned);
            table.put("justert", Node::Number(phase.adjusted.into()));
        })
    });
    let items = agenda
        .items()
        .filter(|(_, item)| *item != &Item::new(&item.text));
    file.tables("punkt", items, |(index, item)| {
        Table::with(|table| {
            table.put("punkt", Node::Text(reference::to(agenda, index).into()));
            put(table, item);
        })
    });
    let questions = agenda.questions();
    let questions = questions.filter(|(_, q)| q.is_chosen() || q.origin() == Origin::Own);
    file.tables("sporsmal", questions, |(PhaseIndex(phase), question)| {
        Table::numbered(question.id.0, |table| {
            if question.origin() == Origin::Own {
                table.put("fase", count(phase));
                table.put(
                    QuestionField::Own.declared().key,
                    Node::Text(Cow::Borrowed(&question.own)),
                );
            }
            put_one(table, question, QuestionField::Asking);
        })
    });
    let measures = agenda.measures.iter().enumerate();
    let measures = measures.filter(|(_, measure)| *measure != &Measure::new(&measure.text));
    file.tables("virkemiddel", measures, |(number, measure)| {
        counted(number, |table| put(table, measure))
    });
}

/// The texts of an agenda.
pub(super) fn texts(template: &Template) -> Table<'_> {
    Table::with(|file| {
        file.put(
            TEXTS,
            Node::Table(Table::with(|table| {
                table.tables("fase", &template.phases, |phase| phase_table(phase));
                table.tables("virkemiddel", &template.measures, |measure| {
                    measure_table(measure)
                });
            })),
        );
    })
}

fn counted<'a>(number: usize, fill: impl FnOnce(&mut Table<'a>)) -> Table<'a> {
    Table::with(|table| {
        table.put("nr", count(number));
        fill(table);
    })
}

/// A number as files count, from 1.
fn count(number: usize) -> Node<'static> {
    Node::Number(i64::try_from(number.saturating_add(1)).unwrap_or(i64::MAX))
}

fn phase_table(phase: &PhaseText) -> Table<'_> {
    Table::with(|table| {
        table.put("id", Node::Text(Cow::Borrowed(&phase.id)));
        table.text("tittel", phase.title.as_str());
        table.put("minutter", phase.minutes.into());
        table.tables("sporsmal", &phase.bank, |(id, text)| {
            Table::numbered(id.0, |table| table.text("tekst", &**text))
        });
        table.tables("punkt", &phase.points, |item| item_table(item));
    })
}

fn item_table(item: &ItemText) -> Table<'_> {
    Table::with(|table| {
        table.put("id", Node::Text(Cow::Borrowed(&item.id)));
        table.text("tittel", item.title.as_str());
        table.text("si", item.say.as_str());
        let details = item.details.iter();
        table.list("husk", details.map(|line| Node::Text(Cow::Borrowed(line))));
        table.list("hvem", item.speakers.iter().map(|role| role.word().into()));
        let plan = item.plan.iter();
        table.list("plan", plan.map(|field| RawFor(*field).word().into()));
    })
}

fn measure_table(measure: &MeasureText) -> Table<'_> {
    Table::with(|table| {
        table.put("id", Node::Text(Cow::Borrowed(&measure.id)));
        table.text("bokstav", measure.letter.as_str());
        table.text("tittel", measure.title.as_str());
        table.text("om", measure.about.as_str());
        match MeasureStatus::from(&measure.state) {
            MeasureStatus::InUse => {}
            status @ (MeasureStatus::Private | MeasureStatus::Gone) => {
                table.put("tilstand", status.word().into());
            }
        }
        if let MeasureState::Gone(instead) = &measure.state {
            table.text("avlost", instead.as_str());
        }
    })
}

/// The texts of the agenda, which stand in the file, or of which the file has only the digest and `elsewhere` has them.
///
/// # Errors
/// Where something is not understood or missing, or `elsewhere` does not have them.
pub(super) fn texts_of(
    file: &Section,
    elsewhere: impl Fn(&str) -> Option<Template>,
) -> Result<Arc<Template>, Fault> {
    let texts = match file.raw(TEXTS)?.as_str() {
        Some(digest) => elsewhere(digest).ok_or(Fault::NoAgenda)?,
        None => in_full(file)?,
    };
    Ok(Arc::new(texts))
}

/// The texts of the agenda, where they stand in the file.
///
/// # Errors
/// Where something is not understood or missing.
pub(super) fn in_full(file: &Section) -> Result<Template, Fault> {
    file.needed_table(TEXTS, |section| {
        Ok(Template {
            phases: section.tables("fase", |section| Ok(Arc::new(phase_text(section)?)))?,
            measures: section.tables("virkemiddel", |section| {
                Ok(Arc::new(measure_text(section)?))
            })?,
        })
    })
}

/// What has become of an agenda with these texts; `origins` are the numbers its items have in it.
///
/// # Errors
/// Where something is not understood or missing, or is about something that is not in the agenda.
pub(super) fn take_all(
    file: &Section,
    origins: &[Vec<usize>],
    template: Arc<Template>,
) -> Result<Agenda, Fault> {
    let mut agenda = Agenda::from(template);
    if ![0, agenda.phases.len()].contains(&origins.len()) {
        return Err(Fault::Contradiction(Contradiction::NoOrder));
    }
    for (phase, origins) in agenda.phases.iter_mut().zip(origins) {
        arrange(phase, origins)?;
    }
    let mut phases = Once::default();
    file.tables("fase", |section| {
        let number = phases.first(own_count(section)?, section, "nr")?;
        let phase = agenda.phase_mut(PhaseIndex(number));
        phase_state(section, phase.ok_or_else(|| section.wrong("nr"))?)
    })?;
    let mut items = Once::default();
    file.tables("punkt", |section| {
        let item = section.needed_line("punkt")?;
        let item = reference::from(&agenda, &item).ok_or_else(|| section.wrong("punkt"))?;
        let item = agenda.item_mut(items.first(item, section, "punkt")?);
        take(section, item.ok_or_else(|| section.wrong("punkt"))?)
    })?;
    let mut questions = Once::default();
    file.tables("sporsmal", |section| {
        let id = questions.first(QuestionId(section.own_number()?), section, "nr")?;
        question_state(section, id, &mut agenda)
    })?;
    let mut measures = Once::default();
    file.tables("virkemiddel", |section| {
        let number = measures.first(own_count(section)?, section, "nr")?;
        let measure = agenda.measures.get_mut(number);
        take(section, measure.ok_or_else(|| section.wrong("nr"))?)
    })?;
    Ok(agenda)
}

/// What the file has told of. Were it told of twice, one of the two would be lost.
struct Once<T>(Vec<T>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq + Copy> Once<T> {
    /// `one`, of which a table with this key is the first to tell.
    fn first(&mut self, one: T, section: &Section, key: &'static str) -> Result<T, Fault> {
        if self.0.contains(&one) {
            return Err(section.wrong(key));
        }
        self.0.push(one);
        Ok(one)
    }
}

/// A number that files count from 1.
fn own_count(section: &Section) -> Result<usize, Fault> {
    let number = usize::try_from(section.own_number()?).unwrap_or(usize::MAX);
    Ok(number.wrapping_sub(1))
}

/// Lets the items of a phase stand as it was chosen.
fn arrange(phase: &mut Phase, origins: &[usize]) -> Result<(), Fault> {
    if !is_order(origins, phase.items.len()) {
        return Err(Fault::Contradiction(Contradiction::NoOrder));
    }
    phase.items = ordered(&phase.items, origins);
    Ok(())
}

fn phase_state(section: &Section, phase: &mut Phase) -> Result<(), Fault> {
    take(section, phase)?;
    phase.adjusted = section.number("justert")?.unwrap_or_default();
    Ok(())
}

fn question_state(section: &Section, id: QuestionId, agenda: &mut Agenda) -> Result<(), Fault> {
    let phase: Option<usize> = section.number("fase")?;
    if let Some(phase) = phase {
        let phase = agenda.phase_mut(PhaseIndex(phase.wrapping_sub(1)));
        let mut question = Question {
            id,
            ..Question::default()
        };
        take(section, &mut question)?;
        let phase = phase.ok_or_else(|| section.wrong("fase"))?;
        phase.questions.push(question);
        return Ok(());
    }
    let question = agenda.question_mut(id);
    let question = question.ok_or_else(|| section.wrong("nr"))?;
    take_one(section, question, QuestionField::Asking)
}

fn phase_text(section: &Section) -> Result<PhaseText, Fault> {
    let minutes = section.number("minutter")?;
    Ok(PhaseText {
        id: section.needed_line("id")?,
        title: section.line_of_text("tittel")?,
        minutes: section.needed("minutter", minutes)?,
        bank: section.tables("sporsmal", |section| {
            let text = section.line_of_text("tekst")?;
            Ok((QuestionId(section.own_number()?), text.into()))
        })?,
        points: section.tables("punkt", |section| Ok(Arc::new(item_text(section)?)))?,
    })
}

/// What the agenda says of an item.
///
/// # Errors
/// Where something is not understood or missing.
pub(super) fn item_text(section: &Section) -> Result<ItemText, Fault> {
    let plan: Vec<RawFor> = section.words("plan")?;
    Ok(ItemText {
        id: section.needed_line("id")?,
        title: section.line_of_text("tittel")?,
        say: section.text("si")?,
        details: section.list("husk", |line| line.as_str().map(clean))?,
        speakers: section.words("hvem")?,
        plan: plan.into_iter().map(|field| field.0).collect(),
    })
}

/// What the agenda says of a measure.
///
/// # Errors
/// Where something is not understood or missing.
pub(super) fn measure_text(section: &Section) -> Result<MeasureText, Fault> {
    let instead = section.text("avlost")?;
    let state = match section.word("tilstand")?.unwrap_or(MeasureStatus::InUse) {
        MeasureStatus::Gone => MeasureState::Gone(instead),
        MeasureStatus::InUse | MeasureStatus::Private if !instead.is_empty() => {
            let gone = Contradiction::GoneInUse(section.place);
            return Err(Fault::Contradiction(gone));
        }
        MeasureStatus::InUse => MeasureState::InUse,
        MeasureStatus::Private => MeasureState::Private,
    };
    Ok(MeasureText {
        id: section.needed_line("id")?,
        letter: section.line_of_text("bokstav")?,
        title: section.line_of_text("tittel")?,
        state,
        about: section.text("om")?,
    })
}

/// Texts in the order they had in the agenda, where it is known that they have been moved.
pub(super) fn in_original_order<T: Clone>(texts: Vec<T>, origins: Option<&Vec<usize>>) -> Vec<T> {
    let Some(origins) = origins else {
        return texts;
    };
    ordered(&texts, &inverted(origins, texts.len()))
}
