//! Everything the user can ask for, and the table of it: dispatch, hints, menu, help and the manual's key list are all read
//! from there.

mod row;

use crossterm::event::{KeyCode, KeyModifiers};

use crate::{meeting::DocumentKind, text::Text};

use super::{
    key::Key,
    widgets::editor::{Motion, TextEdit},
};

pub use self::row::{CommandRow, Needs, Scope};
use self::row::{anywhere, changes, looks, moves, starts, writes};

/// An act of the user, whatever key, menu line or button it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Opens the menu.
    Menu,
    /// Shows every key.
    Help,
    /// Covers the screen.
    Cover,
    /// Leaves the program.
    Quit,
    /// Saves now (it is saved anyway).
    Save,
    /// Closes the meeting and goes back to the start screen.
    Close,
    /// A new meeting.
    NewMeeting,
    /// A practice meeting.
    Practise,
    /// A list of meetings to open.
    OpenMeeting,
    /// Shows a part of the meeting.
    Show(View),
    /// Begins the meeting.
    Begin,
    /// Pauses it.
    Pause,
    /// Lets time run again.
    Resume,
    /// Takes an ended meeting up again.
    TakeUpAgain,
    /// The next item.
    NextItem,
    /// The item before.
    PreviousItem,
    /// A list of all items to go to.
    ChooseItem,
    /// The item is not relevant.
    SetAside,
    /// Borrow minutes or move the end.
    MoreTime,
    /// When the meeting really began.
    CorrectStart,
    /// When the meeting really ended.
    CorrectEnd,
    /// Time away does not count.
    LeaveOut,
    /// Shows or hides the seconds.
    ToggleSeconds,
    /// How fast the clock of a practice meeting runs.
    Speed,
    /// Reminders and questions of the item, whole.
    Reminders,
    /// Saves in another folder too, while the meeting's own fails.
    SaveElsewhere,
    /// Chooses between the meeting as it is and as another program has left it.
    ChooseVersion,
    /// To the private jotting and back.
    ToggleKladd,
    /// A new period of absence.
    AddPeriod,
    /// A new question of one's own.
    AddQuestion,
    /// Every day of the absence with why it counts as it does.
    ExplainAbsence,
    /// Every deadline with its dates and its legal basis.
    ShowDeadlines,
    /// What has changed since the checklist and the guide were written.
    WhatChanged,
    /// The questions to ask, to tick those that have been.
    Questions,
    /// A phrase of one's own, put in where one writes.
    Phrases,
    /// A new action item.
    AddAction,
    /// A new participant.
    AddParticipant,
    /// A new step towards the goal.
    AddStep,
    /// Deals with what the guard found.
    Deal(Deal),
    /// Takes out what the cursor stands on.
    Remove,
    /// The summary has been read aloud.
    MarkReadBack,
    /// Ends the meeting.
    End,
    /// Approves the referat.
    Approve,
    /// Takes the approved referat up again, for a reason.
    Revise,
    /// Shows a document as it will be written.
    Preview(DocumentKind),
    /// Writes a document to a file.
    Write(DocumentKind),
    /// Drafts what is empty in the oppfølgingsplan from the meeting.
    FillPlan,
    /// What keeps the oppfølgingsplan from being taken, to go where it is mended.
    PlanFaults,
    /// The fields of the oppfølgingsplan, to be copied one by one into the form on nav.no.
    PastePlan,
    /// What the meeting is called on the outside.
    EditCaseCode,
    /// The next place the cursor can stand.
    NextPlace,
    /// The place before.
    PreviousPlace,
    /// Carries out what the cursor stands on.
    Activate,
    /// Changes the choice the cursor stands on.
    Toggle,
    /// Undoes the last act.
    Undo,
    /// Does it again.
    Redo,
    /// Puts in what was cut or copied last.
    Paste,
    /// A change or movement in the text.
    Edit(PlainEdit),
}

/// What one can do with something that the guard found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deal {
    /// Takes the words out.
    StrikeWords,
    /// Takes out the line in which they stand.
    StrikeLine,
    /// Moves that line to the private jotting.
    ToKladd,
    /// Lets stand what may be harmless.
    LetStand,
    /// Keeps it, for a reason.
    Accept,
    /// Has what was accepted dealt with after all.
    AcceptNoLonger,
}

/// The parts of an open meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// Before the meeting.
    Preparation,
    /// The meeting itself: clock, items, notes.
    Conversation,
    /// Who does what by when.
    Actions,
    /// Measures considered.
    Measures,
    /// Goal, agreement, next follow-up.
    Outcome,
    /// The summary to be read aloud.
    ReadBack,
    /// The oppfølgingsplan that comes of the meeting.
    Plan,
    /// The referat and what is missing in it.
    Review,
    /// Who gets which documents.
    Sending,
}

/// Changes and movements in a text that need nothing but a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PlainEdit {
    Newline,
    Backspace,
    Delete,
    DeleteWordBefore,
    DeleteWordAfter,
    Move(Motion),
    Select(Motion),
    SelectAll,
    Cut,
    Copy,
}

impl From<PlainEdit> for TextEdit {
    fn from(edit: PlainEdit) -> Self {
        match edit {
            PlainEdit::Newline => Self::Newline,
            PlainEdit::Backspace => Self::Backspace,
            PlainEdit::Delete => Self::Delete,
            PlainEdit::DeleteWordBefore => Self::DeleteWordBefore,
            PlainEdit::DeleteWordAfter => Self::DeleteWordAfter,
            PlainEdit::Move(motion) => Self::Move(motion),
            PlainEdit::Select(motion) => Self::Select(motion),
            PlainEdit::SelectAll => Self::SelectAll,
            PlainEdit::Cut => Self::Cut,
            PlainEdit::Copy => Self::Copy,
        }
    }
}

/// The table of commands: what each is called, its key, what has to be open for it, in the order of the menu. A command
/// without a row does not compile. When it is possible and what it does stands in the table of `app::commands`.
macro_rules! table {
    ($($command:ident $(($($part:tt)*))? => $row:expr,)*) => {
        impl Command {
            /// Every command, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$command $(($($part)*))?),*];

            /// What the table says of the command.
            pub const fn row(self) -> CommandRow {
                match self {
                    $(Self::$command $(($($part)*))? => $row,)*
                }
            }
        }
    };
}

table! {
    Menu => anywhere(|t| t.menu).key(Key::plain(KeyCode::Esc)).outside_menu(),
    SaveElsewhere => changes(|t| t.save_elsewhere),
    ChooseVersion => changes(|t| t.choose_version),
    NewMeeting => starts(|t| t.new_meeting),
    Practise => starts(|t| t.practise),
    OpenMeeting => starts(|t| t.open_meeting),
    Begin => changes(|t| t.begin).key(Key::f(5)),
    NextItem => looks(|t| t.next_item).key(Key::ctrl('n')),
    PreviousItem => looks(|t| t.previous_item).key(Key::ctrl('p')),
    ChooseItem => looks(|t| t.choose_item).key(Key::ctrl('g')),
    SetAside => changes(|t| t.set_aside).key(Key::ctrl('u')),
    Reminders => looks(|t| t.reminders).key(Key::ctrl('r')),
    AddAction => changes(|t| t.add_action).key(Key::ctrl('t')),
    Remove => changes(|t| t.remove).key(Key::ctrl('d')),
    AddParticipant => changes(|t| t.add_participant),
    AddPeriod => changes(|t| t.add_period),
    AddQuestion => changes(|t| t.add_question),
    ExplainAbsence => looks(|t| t.explain_absence),
    ShowDeadlines => looks(|t| t.show_deadlines),
    WhatChanged => looks(|t| t.what_changed),
    Questions => looks(|t| t.questions).key(Key::ctrl('f')),
    Phrases => changes(|t| t.phrases),
    AddStep => changes(|t| t.add_step),
    ToggleKladd => looks(|t| t.kladd).key(Key::ctrl('k')),
    Pause => changes(|t| t.pause).key(Key::f(5)),
    Resume => changes(|t| t.resume).key(Key::f(5)),
    MoreTime => changes(|t| t.more_time).key(Key::ctrl('l')),
    CorrectStart => changes(|t| t.correct_start),
    CorrectEnd => changes(|t| t.correct_end),
    LeaveOut => changes(|t| t.leave_out),
    MarkReadBack => changes(|t| t.mark_read_back).key(Key::ctrl('o')),
    End => changes(|t| t.end),
    Show(View::Preparation) => looks(|t| t.preparation).key(Key::f(2)),
    Show(View::Conversation) => looks(|t| t.conversation).key(Key::f(3)),
    Show(View::Actions) => looks(|t| t.actions).key(Key::f(4)),
    Show(View::Measures) => looks(|t| t.measures).key(Key::f(6)),
    Show(View::Outcome) => looks(|t| t.outcome).key(Key::f(7)),
    Show(View::ReadBack) => looks(|t| t.read_back).key(Key::f(8)),
    Show(View::Plan) => looks(|t| t.plan),
    FillPlan => changes(|t| t.fill_plan),
    PlanFaults => looks(|t| t.plan_faults),
    PastePlan => looks(|t| t.paste_plan),
    Show(View::Review) => looks(|t| t.review).key(Key::f(12)),
    Show(View::Sending) => looks(|t| t.sending),
    Deal(Deal::StrikeWords) => changes(|t| t.strike_words),
    Deal(Deal::StrikeLine) => changes(|t| t.strike_line),
    Deal(Deal::ToKladd) => changes(|t| t.to_kladd),
    Deal(Deal::LetStand) => changes(|t| t.let_stand),
    Deal(Deal::Accept) => changes(|t| t.accept),
    Deal(Deal::AcceptNoLonger) => changes(|t| t.accept_no_longer),
    Approve => changes(|t| t.approve),
    Write(DocumentKind::Referat) => looks(|t| (t.write)(DocumentKind::Referat)).key(Key::ctrl('e')),
    Write(DocumentKind::Archive) => looks(|t| (t.write)(DocumentKind::Archive)),
    Write(DocumentKind::Plan) => looks(|t| (t.write)(DocumentKind::Plan)),
    Write(DocumentKind::Confirmation) => looks(|t| (t.write)(DocumentKind::Confirmation)),
    Write(DocumentKind::PlanData) => looks(|t| (t.write)(DocumentKind::PlanData)),
    Write(DocumentKind::Invitation) => looks(|t| (t.write)(DocumentKind::Invitation)),
    Write(DocumentKind::Questions) => looks(|t| (t.write)(DocumentKind::Questions)),
    Write(DocumentKind::Calendar) => looks(|t| (t.write)(DocumentKind::Calendar)),
    Preview(DocumentKind::Referat) => looks(|t| (t.preview)(DocumentKind::Referat)).outside_menu(),
    Preview(DocumentKind::Archive) => looks(|t| (t.preview)(DocumentKind::Archive)).outside_menu(),
    Preview(DocumentKind::Plan) => looks(|t| (t.preview)(DocumentKind::Plan)).outside_menu(),
    Preview(DocumentKind::Confirmation) => looks(|t| (t.preview)(DocumentKind::Confirmation)).outside_menu(),
    Preview(DocumentKind::PlanData) => looks(|t| (t.preview)(DocumentKind::PlanData)).outside_menu(),
    Preview(DocumentKind::Invitation) => looks(|t| (t.preview)(DocumentKind::Invitation)).outside_menu(),
    Preview(DocumentKind::Questions) => looks(|t| (t.preview)(DocumentKind::Questions)).outside_menu(),
    Preview(DocumentKind::Calendar) => looks(|t| (t.preview)(DocumentKind::Calendar)).outside_menu(),
    Revise => changes(|t| t.revise),
    TakeUpAgain => changes(|t| t.take_up_again),
    EditCaseCode => changes(|t| t.case_code),
    Undo => changes(|t| t.undo).in_text(Key::ctrl('z')).in_menu(),
    Redo => changes(|t| t.redo).in_text(Key::ctrl('y')).in_menu(),
    ToggleSeconds => looks(|t| t.seconds),
    Speed => changes(|t| t.speed),
    Cover => anywhere(|t| t.cover).key(Key::f(9)),
    Help => anywhere(|t| t.help).key(Key::f(1)),
    Save => changes(|t| t.save).key(Key::ctrl('s')),
    Close => looks(|t| t.close),
    Quit => anywhere(|t| t.quit).key(Key::ctrl('q')),

    NextPlace => looks(|t| t.next_place).on_sheet(Key::plain(KeyCode::Tab)),
    PreviousPlace => looks(|t| t.previous_place).on_sheet(Key::shift(KeyCode::Tab)),
    Activate => looks(|t| t.activate).on_sheet(Key::plain(KeyCode::Enter)),
    Toggle => changes(|t| t.toggle).on_sheet(Key::plain(KeyCode::Char(' '))),

    Edit(PlainEdit::Cut) => changes(|t| t.cut).in_text(Key::ctrl('x')),
    Edit(PlainEdit::Copy) => looks(|t| t.copy).in_text(Key::ctrl('c')),
    Paste => changes(|t| t.paste).in_text(Key::ctrl('v')),
    Edit(PlainEdit::SelectAll) => looks(|t| t.select_all).in_text(Key::ctrl('a')),
    Edit(PlainEdit::Select(Motion::Right)) => looks(|t| t.select).in_text(Key::shift(KeyCode::Right)),
    Edit(PlainEdit::Select(Motion::Left)) => moves().in_text(Key::shift(KeyCode::Left)),
    Edit(PlainEdit::Select(Motion::Up)) => moves().in_text(Key::shift(KeyCode::Up)),
    Edit(PlainEdit::Select(Motion::Down)) => moves().in_text(Key::shift(KeyCode::Down)),
    Edit(PlainEdit::Select(Motion::LineStart)) => moves().in_text(Key::shift(KeyCode::Home)),
    Edit(PlainEdit::Select(Motion::LineEnd)) => moves().in_text(Key::shift(KeyCode::End)),
    Edit(PlainEdit::Select(Motion::WordLeft)) => moves().in_text(ctrl_shift(KeyCode::Left)),
    Edit(PlainEdit::Select(Motion::WordRight)) => moves().in_text(ctrl_shift(KeyCode::Right)),
    Edit(PlainEdit::Select(Motion::TextStart)) => moves().in_text(ctrl_shift(KeyCode::Home)),
    Edit(PlainEdit::Select(Motion::TextEnd)) => moves().in_text(ctrl_shift(KeyCode::End)),
    Edit(PlainEdit::Select(Motion::PageUp)) => moves().outside_menu(),
    Edit(PlainEdit::Select(Motion::PageDown)) => moves().outside_menu(),
    Edit(PlainEdit::Move(Motion::WordLeft)) => looks(|t| t.word_left).in_text(ctrl(KeyCode::Left)),
    Edit(PlainEdit::Move(Motion::WordRight)) => looks(|t| t.word_right).in_text(ctrl(KeyCode::Right)),
    Edit(PlainEdit::Move(Motion::TextStart)) => looks(|t| t.text_start).in_text(ctrl(KeyCode::Home)),
    Edit(PlainEdit::Move(Motion::TextEnd)) => looks(|t| t.text_end).in_text(ctrl(KeyCode::End)),
    Edit(PlainEdit::DeleteWordBefore) => {
        changes(|t| t.delete_word).in_text(Key::ctrl('w')).key(ctrl(KeyCode::Backspace))
    },
    Edit(PlainEdit::DeleteWordAfter) => writes().in_text(ctrl(KeyCode::Delete)),
    Edit(PlainEdit::Move(Motion::Left)) => moves().in_text(Key::plain(KeyCode::Left)),
    Edit(PlainEdit::Move(Motion::Right)) => moves().in_text(Key::plain(KeyCode::Right)),
    Edit(PlainEdit::Move(Motion::Up)) => moves().in_text(Key::plain(KeyCode::Up)),
    Edit(PlainEdit::Move(Motion::Down)) => moves().in_text(Key::plain(KeyCode::Down)),
    Edit(PlainEdit::Move(Motion::LineStart)) => moves().in_text(Key::plain(KeyCode::Home)),
    Edit(PlainEdit::Move(Motion::LineEnd)) => moves().in_text(Key::plain(KeyCode::End)),
    Edit(PlainEdit::Move(Motion::PageUp)) => moves().in_text(Key::plain(KeyCode::PageUp)),
    Edit(PlainEdit::Move(Motion::PageDown)) => moves().in_text(Key::plain(KeyCode::PageDown)),
    Edit(PlainEdit::Newline) => writes().in_text(Key::plain(KeyCode::Enter)),
    Edit(PlainEdit::Backspace) => writes().in_text(Key::plain(KeyCode::Backspace)),
    Edit(PlainEdit::Delete) => writes().in_text(Key::plain(KeyCode::Delete)),
}

impl Command {
    /// What the command is called in menu, hints and help; nothing for keys everybody knows from writing.
    pub fn name(self, text: &Text) -> Option<&'static str> {
        self.row().name.map(|name| name(&text.command))
    }
}

const fn ctrl(code: KeyCode) -> Key {
    Key::with(KeyModifiers::CONTROL, code)
}

const fn ctrl_shift(code: KeyCode) -> Key {
    Key::with(KeyModifiers::CONTROL.union(KeyModifiers::SHIFT), code)
}
