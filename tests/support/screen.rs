//! A terminal emulator that remembers what a person at the window would see and hear.

use std::num::NonZeroU16;
use vt100::{Callbacks, Cell, Color, Parser, Screen};

/// The window's contents, fed with what the program writes.
pub struct Emulator {
    parser: Parser<Heard>,
}

/// What the emulator is told beside the text.
#[derive(Default)]
struct Heard {
    title: String,
    bells: usize,
    focus_events: bool,
    frames: Frames,
}

/// Whether the program marks its frames (synchronized output, mode 2026), and whether it is inside one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frames {
    /// No mark has been seen: only silence tells that a frame is complete.
    #[default]
    Unmarked,
    /// A frame has begun and not ended: the screen is half drawn.
    Open,
    /// The last frame is complete.
    Complete,
}

impl Emulator {
    /// An empty window; a size of zero is taken as one.
    pub fn new(rows: u16, cols: u16) -> Self {
        let parser =
            Parser::new_with_callbacks(at_least_one(rows), at_least_one(cols), 0, Heard::default());
        Self { parser }
    }

    /// Draws what the program wrote.
    pub fn feed(&mut self, output: &[u8]) {
        self.parser.process(output);
    }

    /// Gives the window another size; a size of zero is taken as one.
    pub fn resize(&mut self, rows: u16, cols: u16) {
        self.parser.set_size(at_least_one(rows), at_least_one(cols));
    }

    /// The cells, the cursor and the modes.
    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Where the program is in drawing.
    pub fn frames(&self) -> Frames {
        self.parser.callbacks().frames
    }

    /// The window title, empty until the program sets one.
    pub fn title(&self) -> &str {
        &self.parser.callbacks().title
    }

    /// How often the bell has rung.
    pub fn bells(&self) -> usize {
        self.parser.callbacks().bells
    }

    /// The text, without spaces at the ends of rows and without empty rows at the end.
    pub fn text(&self) -> String {
        let (_, cols) = self.screen().size();
        let rows: Vec<String> = self.screen().rows(0, cols.get()).collect();
        trimmed(&rows)
    }

    /// The text with each styled stretch in braces: `{bold fg=4:Agenda}`.
    pub fn styled(&self) -> String {
        let (rows, cols) = self.screen().size();
        let rows: Vec<String> = (0..rows.get())
            .map(|row| styled_row((0..cols.get()).filter_map(|col| self.screen().cell(row, col))))
            .collect();
        trimmed(&rows)
    }

    /// The modes that differ from those of a terminal at a shell prompt.
    pub fn modes_on(&self) -> Vec<&'static str> {
        let screen = self.screen();
        let modes = [
            (screen.alternate_screen(), "alternate screen"),
            (screen.hide_cursor(), "hidden cursor"),
            (screen.bracketed_paste(), "bracketed paste"),
            (screen.application_cursor(), "application cursor keys"),
            (screen.application_keypad(), "application keypad"),
            (
                screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
                "mouse",
            ),
            (self.parser.callbacks().focus_events, "focus events"),
            (self.frames() == Frames::Open, "open frame"),
        ];
        modes
            .into_iter()
            .filter(|(on, _)| *on)
            .map(|(_, name)| name)
            .collect()
    }
}

fn at_least_one(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN)
}

fn trimmed(rows: &[String]) -> String {
    let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
    rows.join("\n").trim_end_matches('\n').to_owned()
}

fn styled_row<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    let mut out = String::new();
    let mut open = String::new();
    for cell in cells.filter(|cell| !cell.is_wide_continuation()) {
        let style = style(cell);
        if style != open {
            if !open.is_empty() {
                out.push('}');
            }
            if !style.is_empty() {
                out.push('{');
                out.push_str(&style);
                out.push(':');
            }
            open = style;
        }
        out.push_str(if cell.has_contents() {
            cell.contents()
        } else {
            " "
        });
    }
    if !open.is_empty() {
        out.push('}');
    }
    out
}

/// The attributes and colours of a cell in words; empty for plain text.
fn style(cell: &Cell) -> String {
    let attributes = [
        (cell.bold(), "bold"),
        (cell.dim(), "dim"),
        (cell.italic(), "italic"),
        (cell.underline(), "underline"),
        (cell.inverse(), "inverse"),
    ];
    let mut words: Vec<String> = attributes
        .into_iter()
        .filter(|(on, _)| *on)
        .map(|(_, name)| name.to_owned())
        .collect();
    words.extend(colour("fg", cell.fgcolor()));
    words.extend(colour("bg", cell.bgcolor()));
    words.join(" ")
}

fn colour(ground: &str, colour: Color) -> Option<String> {
    match colour {
        Color::Default => None,
        Color::Idx(index) => Some(format!("{ground}={index}")),
        Color::Rgb(r, g, b) => Some(format!("{ground}=#{r:02x}{g:02x}{b:02x}")),
    }
}

impl Callbacks for Heard {
    fn set_window_title(&mut self, _: &mut Screen, title: &[u8]) {
        self.title = String::from_utf8_lossy(title).into_owned();
    }

    fn audible_bell(&mut self, _: &mut Screen) {
        self.bells += 1;
    }

    /// Private modes that the emulator itself does not know.
    fn unhandled_csi(
        &mut self,
        _: &mut Screen,
        i1: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        last: char,
    ) {
        match (i1, params, last) {
            (Some(b'?'), [[1004]], 'h' | 'l') => self.focus_events = last == 'h',
            (Some(b'?'), [[2026]], 'h') => self.frames = Frames::Open,
            (Some(b'?'), [[2026]], 'l') => self.frames = Frames::Complete,
            _ => {}
        }
    }
}
