//! A list at the foot of the screen to choose from, narrowed by typing. It never covers the clock.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Span,
};

use crate::{
    meeting::clean::clean_line,
    text::Text,
    ui::{
        layout::to_u16,
        theme::Theme,
        widgets::line::{put_corner, put_sides, put_text},
    },
};

/// The most characters of a search, so that a text pasted by mistake is not looked for with every frame.
const LONGEST_QUERY: usize = 200;

/// A list with what each line stands for.
#[derive(Debug)]
pub struct Picker {
    title: &'static str,
    lines: Vec<PickerLine>,
    query: String,
    chosen: usize,
}

/// What can be chosen in a picker, as it is shown and as it is meant.
#[derive(Debug, Clone)]
pub struct PickerLine {
    /// What it says.
    pub label: String,
    /// At its right: a key, a date.
    pub aside: String,
    /// What it stands for.
    pub pick: Pick,
}

/// What a line of a picker stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A command.
    Command(crate::ui::command::Command),
    /// An item of the agenda.
    Item(crate::meeting::agenda::ItemIndex),
    /// A section of the preparation.
    Section(crate::rules::checklist::ChecklistSection),
    /// A question, to be ticked as asked; its number in the list.
    Question(crate::meeting::id::QuestionId, usize),
    /// A sentence of the user's own, to be put in.
    Phrase(String),
    /// What keeps the oppfølgingsplan from being taken, to go where it is mended.
    PlanFault(crate::rules::plan::PlanFault),
    /// A field of the form on nav.no, to be copied; its number in the list.
    FormField(crate::meeting::follow_up_plan::PlanField, usize),
    /// Minutes from a later phase.
    Borrow(crate::meeting::agenda::PhaseIndex, u32),
    /// Minutes that move the end.
    Extend(u32),
    /// A meeting in the folder.
    Meeting(std::path::PathBuf),
    /// The meeting as it stands on the screen, not as another program has left it.
    KeepMine,
    /// The meeting as another program has left it, which is in this file.
    TakeOther(std::path::PathBuf),
    /// Nothing is done.
    Nothing,
}

impl PickerLine {
    /// One with nothing at its right.
    pub fn new(label: impl Into<String>, pick: Pick) -> Self {
        Self {
            label: label.into(),
            aside: String::new(),
            pick,
        }
    }
}

impl Picker {
    /// A list with this line chosen.
    pub fn new(title: &'static str, lines: Vec<PickerLine>, chosen: usize) -> Self {
        Self {
            title,
            lines,
            query: String::new(),
            chosen,
        }
    }

    /// Narrows the list. What no line could hold is left out.
    pub fn type_text(&mut self, text: &str) {
        let room = LONGEST_QUERY.saturating_sub(self.query.chars().count());
        self.query.extend(clean_line(text).chars().take(room));
        self.chosen = 0;
    }

    /// Takes back the last character of the search.
    pub fn erase(&mut self) {
        self.query.pop();
        self.chosen = 0;
    }

    /// Moves the choice, staying within the list.
    pub fn step(&mut self, step: isize) {
        let last = self.matches().count().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(step).min(last);
    }

    /// What the chosen line stands for.
    pub fn pick(&self) -> Option<Pick> {
        self.matches()
            .nth(self.chosen)
            .map(|line| line.pick.clone())
    }

    /// Lines in which every word of the search stands.
    fn matches(&self) -> impl Iterator<Item = &PickerLine> {
        let query = self.query.to_lowercase();
        self.lines.iter().filter(move |line| {
            let label = line.label.to_lowercase();
            query.split_whitespace().all(|word| label.contains(word))
        })
    }

    /// Lines it would like to have.
    pub fn height(&self) -> u16 {
        to_u16(self.lines.len() + 3)
    }

    /// Draws it into `area`; answers with the place of the cursor in the search.
    pub fn draw(
        &self,
        text: &Text,
        theme: Theme,
        area: Rect,
        buffer: &mut Buffer,
    ) -> Option<Position> {
        let inner = super::at_foot(area, theme, buffer);
        let search = format!("{}  {}", text.overlay.search, self.query);
        let title = format!("{}   {search}", self.title);
        let cursor = super::put_typed(inner, &title, theme, buffer);
        let room = usize::from(inner.height.saturating_sub(2));
        let skip = (self.chosen + 1).saturating_sub(room);
        let mut any = false;
        for (row, (number, line)) in (2..inner.height).zip(self.matches().enumerate().skip(skip)) {
            any = true;
            let here = number == self.chosen;
            let style = if here { theme.chosen } else { theme.text };
            let sign = if here { "▶" } else { " " };
            let label = Span::styled(format!("{sign} {} ", line.label), style);
            put_sides(
                inner,
                row,
                label,
                Span::styled(line.aside.clone(), theme.accent),
                buffer,
            );
        }
        if self.matches().count() > skip + room {
            put_corner(inner, text.sheet.more, theme.accent, buffer);
        }
        if !any {
            put_text(inner, 2, text.overlay.nothing_found, theme.dim, buffer);
        }
        cursor
    }
}
