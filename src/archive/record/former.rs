//! The agenda as it stood in files up to format 4: its texts among what had become of them.

use std::sync::Arc;

use toml::de::DeValue;

use super::{
    agenda::{in_original_order, item_text, measure_text},
    fields::{take, take_one},
    section::Section,
};
use crate::{
    meeting::{
        Agenda, Asking, Item, Measure, Origin, Phase, PhaseText, Question, QuestionField,
        QuestionId, Template, clean::clean_line,
    },
    text::Fault,
};

/// The agenda of a meeting, with what has become of it.
///
/// # Errors
/// Where something is not understood or missing.
pub(super) fn agenda(file: &Section, origins: &[Vec<usize>]) -> Result<Agenda, Fault> {
    let mut phases = file.tables("fase", phase)?;
    number_questions(&mut phases);
    let mut phases: Vec<Phase> = phases.into_iter().map(|(phase, _)| phase).collect();
    let mut template = Template::default();
    for (index, phase) in phases.iter_mut().enumerate() {
        let mut text = PhaseText::clone(&phase.text);
        let points = phase.items.iter().map(|item| Arc::clone(&item.text));
        text.points = in_original_order(points.collect(), origins.get(index));
        let bank = phase.questions.iter();
        text.bank = bank
            .filter_map(|question| Some((question.id, question.bank.clone()?)))
            .collect();
        phase.text = Arc::new(text);
        template.phases.push(Arc::clone(&phase.text));
    }
    let measures = file.tables("virkemiddel", measure)?;
    template.measures = measures.iter().map(|m| Arc::clone(&m.text)).collect();
    Ok(Agenda {
        template: Arc::new(template),
        phases,
        measures,
    })
}

/// A phase, and the places of its questions that have no number.
fn phase(section: &Section) -> Result<(Phase, Vec<usize>), Fault> {
    let minutes = section.number("minutter")?;
    let minutes: u32 = section.needed("minutter", minutes)?;
    let text = PhaseText {
        id: section.needed_line("id")?,
        title: section.line_of_text("tittel")?,
        minutes,
        ..PhaseText::default()
    };
    let questions = section.values("sporsmal")?.into_iter();
    let mut unnumbered = Vec::new();
    let question = |(place, value): (usize, &_)| {
        if let DeValue::String(text) = toml::Spanned::get_ref(value) {
            // Files before format 3 hold its text alone.
            unnumbered.push(place);
            return Ok(Question::offered(QuestionId(0), clean_line(text)));
        }
        section.within(value, 1, self::question)
    };
    let questions = questions.enumerate().map(question);
    let phase = Phase {
        text: Arc::new(text),
        planned: minutes,
        adjusted: section.number("justert")?.unwrap_or_default(),
        questions: questions.collect::<Result<_, _>>()?,
        items: section.tables("punkt", item)?,
    };
    Ok((phase, unnumbered))
}

/// Questions without a number get those above the highest there is.
fn number_questions(phases: &mut [(Phase, Vec<usize>)]) {
    let all = phases.iter().flat_map(|(phase, _)| &phase.questions);
    let highest = all.map(|question| question.id.0).max();
    let mut next = highest.unwrap_or(0);
    for (phase, unnumbered) in phases {
        for place in unnumbered {
            if let Some(question) = phase.questions.get_mut(*place) {
                next = next.saturating_add(1);
                question.id = QuestionId(next);
            }
        }
    }
}

fn question(section: &Section) -> Result<Question, Fault> {
    let id = QuestionId(section.own_number()?);
    let text = section.line_of_text("tekst")?;
    let mut question = match section.word("opphav")?.unwrap_or_default() {
        Origin::Bank => Question::offered(id, text),
        Origin::Own => Question {
            own: text,
            ..Question::own(id)
        },
    };
    // One of one's own is begun as chosen; in a file it is what stands there.
    question.asking = Asking::default();
    take_one(section, &mut question, QuestionField::Asking)?;
    Ok(question)
}

fn item(section: &Section) -> Result<Item, Fault> {
    let mut item = Item::new(&Arc::new(item_text(section)?));
    take(section, &mut item)?;
    Ok(item)
}

fn measure(section: &Section) -> Result<Measure, Fault> {
    let mut measure = Measure::new(&Arc::new(measure_text(section)?));
    take(section, &mut measure)?;
    Ok(measure)
}
