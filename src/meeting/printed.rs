//! What of a meeting is printed: every place from which words reach a document. The kladd is none of them.

use super::{
    Contents,
    accepted::Accepted,
    agenda::MeasureField,
    choice::{Origin, Verdict},
    field::Reach,
    place::{Field, Fixed, Place},
    template::MeasureState,
};

impl Contents {
    /// Every text of the meeting that reaches a document, with its place, in order.
    pub fn printed(&self) -> Vec<(Place, &str)> {
        let fields = self.fields().into_iter().map(Place::Field);
        let places = fields.chain(self.fixed().into_iter().map(Place::Fixed));
        let reaching = places.filter(|place| self.reaches_document(*place));
        reaching.map(|place| (place, self.text_at(place))).collect()
    }

    /// Whether what stands at a place of the meeting reaches a document.
    pub fn reaches_document(&self, place: Place) -> bool {
        match place {
            Place::Field(field) => self.field_is_printed(field),
            Place::Fixed(Fixed::Question(id)) => {
                let mut handed_out = self.agenda.handed_out();
                handed_out.any(|question| question.id == id && question.origin() == Origin::Bank)
            }
            Place::Fixed(Fixed::MeasureTitle(number)) => self.measure_is_printed(number),
            Place::Fixed(
                Fixed::CaseCode | Fixed::PhaseTitle(_) | Fixed::ItemTitle(_) | Fixed::Reason(_),
            ) => true,
        }
    }

    /// What stands at a place of the meeting; nothing where the place does not exist (any more).
    pub fn text_at(&self, place: Place) -> &str {
        let text = match place {
            Place::Field(field) => self.typed(field),
            Place::Fixed(Fixed::CaseCode) => Some(self.code.as_str()),
            Place::Fixed(Fixed::PhaseTitle(phase)) => {
                self.agenda.phase(phase).map(|phase| phase.title.as_str())
            }
            Place::Fixed(Fixed::ItemTitle(item)) => {
                self.agenda.item(item).map(|item| item.title.as_str())
            }
            Place::Fixed(Fixed::Question(id)) => self
                .agenda
                .question(id)
                .map(super::question::Question::text),
            Place::Fixed(Fixed::MeasureTitle(number)) => {
                let measure = self.agenda.measures.get(number);
                measure.map(|measure| measure.title.as_str())
            }
            Place::Fixed(Fixed::Reason(version)) => {
                let version = self.replaced.get(version);
                version.map(|version| version.reason.as_str())
            }
        };
        text.unwrap_or_default()
    }

    fn field_is_printed(&self, field: Field) -> bool {
        if let Field::Measure(number, MeasureField::Remark) = field {
            return self.measure_is_printed(number);
        }
        field.declared().reach == Reach::Printed && self.field_value(field).is_some()
    }

    /// A measure is printed where it was spoken of; never one that names treatment.
    fn measure_is_printed(&self, number: usize) -> bool {
        self.agenda.measures.get(number).is_some_and(|measure| {
            measure.state != MeasureState::Private && measure.verdict != Verdict::NotDiscussed
        })
    }

    /// Every text that is printed as it is.
    fn fixed(&self) -> Vec<Fixed> {
        let mut all = vec![Fixed::CaseCode];
        all.extend(
            self.agenda
                .phases()
                .map(|(phase, _)| Fixed::PhaseTitle(phase)),
        );
        all.extend(self.agenda.items().map(|(item, _)| Fixed::ItemTitle(item)));
        all.extend(self.agenda.questions().map(|(_, q)| Fixed::Question(q.id)));
        all.extend((0..self.agenda.measures.len()).map(Fixed::MeasureTitle));
        all.extend((0..self.replaced.len()).map(Fixed::Reason));
        all
    }

    /// Why these words stay at this place, where somebody has said so.
    pub fn reason_to_accept(&self, place: Place, words: &str) -> Option<&str> {
        let mut accepted = self.accepted.iter();
        let accepted = accepted.find(|accepted| accepted.place == place && accepted.words == words);
        accepted.map(|accepted| accepted.reason.as_str())
    }

    /// What was accepted and still stands where it was. What has been rewritten since concerns nobody any more, and goes to
    /// no file.
    pub fn still_accepted(&self) -> impl Iterator<Item = &Accepted> {
        let stands = |accepted: &&Accepted| {
            self.reaches_document(accepted.place)
                && self.text_at(accepted.place).contains(&accepted.words)
        };
        self.accepted.iter().filter(stands)
    }
}
