//! Everything the user can ask for.

use crate::{meeting::paper::Paper, text::Text};

use super::widgets::editor::{Edit, Motion};

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
    Preview(Paper),
    /// Writes a document to a file.
    Write(Paper),
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
    Keep,
    /// Has what was kept dealt with after all.
    KeepNoLonger,
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

impl From<PlainEdit> for Edit {
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

impl Command {
    /// What the command is called in menu, hints and help; nothing for keys everybody knows from writing.
    #[expect(clippy::too_many_lines, reason = "one table: the name of each command")]
    pub fn name(self, text: &Text) -> Option<&'static str> {
        let t = &text.command;
        Some(match self {
            Self::Menu => t.menu,
            Self::Help => t.help,
            Self::Cover => t.cover,
            Self::Quit => t.quit,
            Self::Save => t.save,
            Self::SaveElsewhere => t.save_elsewhere,
            Self::ChooseVersion => t.choose_version,
            Self::Close => t.close,
            Self::NewMeeting => t.new_meeting,
            Self::Practise => t.practise,
            Self::OpenMeeting => t.open_meeting,
            Self::Show(View::Preparation) => t.preparation,
            Self::Show(View::Conversation) => t.conversation,
            Self::Show(View::Actions) => t.actions,
            Self::Show(View::Measures) => t.measures,
            Self::Show(View::Outcome) => t.outcome,
            Self::Show(View::ReadBack) => t.read_back,
            Self::Show(View::Plan) => t.plan,
            Self::Show(View::Review) => t.review,
            Self::Show(View::Sending) => t.sending,
            Self::Begin => t.begin,
            Self::Pause => t.pause,
            Self::Resume => t.resume,
            Self::TakeUpAgain => t.take_up_again,
            Self::NextItem => t.next_item,
            Self::PreviousItem => t.previous_item,
            Self::ChooseItem => t.choose_item,
            Self::SetAside => t.set_aside,
            Self::MoreTime => t.more_time,
            Self::CorrectStart => t.correct_start,
            Self::CorrectEnd => t.correct_end,
            Self::LeaveOut => t.leave_out,
            Self::ToggleSeconds => t.seconds,
            Self::Speed => t.speed,
            Self::Reminders => t.reminders,
            Self::ToggleKladd => t.kladd,
            Self::AddPeriod => t.add_period,
            Self::AddQuestion => t.add_question,
            Self::ExplainAbsence => t.explain_absence,
            Self::ShowDeadlines => t.show_deadlines,
            Self::WhatChanged => t.what_changed,
            Self::Questions => t.questions,
            Self::Phrases => t.phrases,
            Self::AddAction => t.add_action,
            Self::AddParticipant => t.add_participant,
            Self::AddStep => t.add_step,
            Self::Deal(Deal::StrikeWords) => t.strike_words,
            Self::Deal(Deal::StrikeLine) => t.strike_line,
            Self::Deal(Deal::ToKladd) => t.to_kladd,
            Self::Deal(Deal::LetStand) => t.let_stand,
            Self::Deal(Deal::Keep) => t.keep,
            Self::Deal(Deal::KeepNoLonger) => t.keep_no_longer,
            Self::Remove => t.remove,
            Self::MarkReadBack => t.mark_read_back,
            Self::End => t.end,
            Self::Approve => t.approve,
            Self::Revise => t.revise,
            Self::Preview(paper) => (t.preview)(paper),
            Self::Write(paper) => (t.write)(paper),
            Self::FillPlan => t.fill_plan,
            Self::PlanFaults => t.plan_faults,
            Self::PastePlan => t.paste_plan,
            Self::EditCaseCode => t.case_code,
            Self::NextPlace => t.next_place,
            Self::PreviousPlace => t.previous_place,
            Self::Activate => t.activate,
            Self::Toggle => t.toggle,
            Self::Undo => t.undo,
            Self::Redo => t.redo,
            Self::Paste => t.paste,
            Self::Edit(PlainEdit::Cut) => t.cut,
            Self::Edit(PlainEdit::Copy) => t.copy,
            Self::Edit(PlainEdit::SelectAll) => t.select_all,
            Self::Edit(PlainEdit::Move(Motion::WordLeft)) => t.word_left,
            Self::Edit(PlainEdit::Move(Motion::WordRight)) => t.word_right,
            Self::Edit(PlainEdit::Move(Motion::TextStart)) => t.text_start,
            Self::Edit(PlainEdit::Move(Motion::TextEnd)) => t.text_end,
            Self::Edit(PlainEdit::Select(Motion::Right)) => t.select,
            Self::Edit(PlainEdit::DeleteWordBefore) => t.delete_word,
            Self::Edit(
                PlainEdit::Newline
                | PlainEdit::Backspace
                | PlainEdit::Delete
                | PlainEdit::DeleteWordAfter
                | PlainEdit::Move(_)
                | PlainEdit::Select(_),
            ) => return None,
        })
    }
}
