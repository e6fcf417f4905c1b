//! Everything that can happen to a meeting, and every reason why it is refused.

use chrono::{NaiveDate, NaiveTime};

use super::{
    Timestamp,
    absence::PeriodId,
    action_item::{ActionId, ActionItem},
    agenda::{ItemIndex, PhaseIndex, Standing, Verdict},
    arrangement::Form,
    case_code::CaseCode,
    due::Due,
    follow_up_plan::{PlanChoice, PlanText, Said},
    goal::{Step, StepId},
    kept::Kept,
    language::Language,
    need::Wish,
    participant::{
        Answer, Attendance, Called, Manner, Participant, ParticipantId, Party, ReferatCopy, Role,
        Span,
    },
    prepare::Prepare,
    printed::Place,
    progress::Progress,
    question::QuestionId,
    sending::{Addressee, Channel},
    written::Written,
};

/// Something that happens to a meeting. What it does to which stage is the table in `tests/snapshots`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The meeting begins with its first item.
    Begin,
    /// The current item is done; on to the next open one.
    Next,
    /// Back to the item before, which is open again.
    Previous,
    /// To any item; one that was done or set aside is open again.
    GoTo(ItemIndex),
    /// The current item is not relevant; on to the next open one.
    SetAside,
    /// Time stands still.
    Pause,
    /// Time runs again. Also takes an ended meeting up again.
    Resume,
    /// Moves minutes from a later phase to the current one. The end stays.
    Borrow {
        /// The later phase that gives.
        from: PhaseIndex,
        /// How many.
        minutes: u32,
    },
    /// The same from the closing phase, after the leader has answered a plain question.
    BorrowFromClosing {
        /// How many.
        minutes: u32,
    },
    /// Gives the current phase more minutes and moves the end.
    Extend {
        /// How many.
        minutes: u32,
    },
    /// The meeting really began at this instant.
    CorrectStart(Timestamp),
    /// The meeting really ended at this instant.
    CorrectEnd(Timestamp),
    /// Time away does not count.
    LeaveOut {
        /// When it began.
        from: Timestamp,
        /// When the leader was back.
        to: Timestamp,
    },
    /// The summary has been read aloud.
    MarkReadBack,
    /// The meeting is over.
    End,
    /// The work on the referat begins.
    BeginReview,
    /// The referat is approved.
    Approve,
    /// The approved referat is taken up again to be changed, for this reason.
    Revise(String),
    /// The meeting is as far as it was at another moment: a step is taken back, or taken again.
    Restore(Box<Progress>),
    /// Something is written down or chosen.
    Edit(Edit),
}

/// Something written down or chosen. Allowed until the referat is approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// What the meeting is called on the outside.
    CaseCode(CaseCode),
    /// A text as it now stands.
    Text(TextPlace, String),
    /// A day.
    Day(DayPlace, Written<NaiveDate>),
    /// A change to what is made ready before the meeting.
    Prepare(Prepare),
    /// When it is to begin.
    MeetingTime(Written<NaiveTime>),
    /// How it is held.
    Form(Form),
    /// In which målform its documents are written.
    Language(Language),
    /// Minutes set aside for a phase; only before it begins to borrow or lend.
    PhaseMinutes(PhaseIndex, u32),
    /// A new participant, given the next free id.
    AddParticipant(Role),
    /// A participant who was removed comes back to this place in the list.
    RestoreParticipant(usize, Box<Participant>),
    /// Takes a participant out.
    RemoveParticipant(ParticipantId),
    /// In which role.
    Role(ParticipantId, Role),
    /// Whether they are called.
    Called(ParticipantId, Called),
    /// What one of the parties said about having them in the meeting.
    CallWish(ParticipantId, Party, Wish),
    /// Whether they came.
    Attendance(ParticipantId, Attendance),
    /// How they take part, or that it has not been said.
    Manner(ParticipantId, Option<Manner>),
    /// From when to when they were there.
    Span(ParticipantId, Written<Span>),
    /// Whether they get the referat.
    Copy(ParticipantId, ReferatCopy),
    /// Whether the employee agrees to that.
    Consent(ParticipantId, Wish),
    /// What they answered to the summary.
    Answer(ParticipantId, Answer),
    /// A new action item, given the next free id.
    AddAction,
    /// An action item that was removed comes back to this place in the list.
    RestoreAction(usize, Box<ActionItem>),
    /// Takes an action item out.
    RemoveAction(ActionId),
    /// Makes somebody an owner, or no longer.
    ToggleOwner(ActionId, ParticipantId),
    /// All who own it, in this order.
    Owners(ActionId, Vec<ParticipantId>),
    /// By when.
    Due(ActionId, Written<Due>),
    /// A new step towards the goal, given the next free id.
    AddStep,
    /// A step that was removed comes back to this place in the list.
    RestoreStep(usize, Box<Step>),
    /// Takes a step out.
    RemoveStep(StepId),
    /// Share of work in a step, in per cent.
    StepWork(StepId, Written<u8>),
    /// What the meeting thought of a measure, by its number in the catalogue counted from 0.
    Verdict(usize, Verdict),
    /// A yes or no of the oppfølgingsplan.
    PlanChoice(PlanChoice, Said),
    /// What the privacy guard found stays, for a reason, or because it is harmless.
    Keep(Box<Kept>),
    /// It no longer does.
    KeepNoLonger(Place, String),
    /// How somebody got the documents.
    Channel(Addressee, Channel),
    /// How far an item has come, after the meeting: during it, the course of the meeting decides.
    Standing(ItemIndex, Standing),
}

impl Edit {
    /// Whether it tells how the documents went out: the one thing that is written once the referat is approved, and not
    /// before.
    #[must_use]
    pub const fn is_of_sending(&self) -> bool {
        matches!(self, Self::Day(DayPlace::Sent(_), _) | Self::Channel(..))
    }
}

/// A place in a meeting where free text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextPlace {
    /// The enterprise and department.
    Workplace,
    /// Where the meeting is held.
    Place,
    /// The note of an item.
    Note(ItemIndex),
    /// The leader's private jotting; never in a document.
    Kladd,
    /// What stands in the oppfølgingsplan before the meeting.
    PlanPoints,
    /// Why the meeting is held later than the law asks.
    LateReason,
    /// A question written for this meeting.
    Question(QuestionId),
    /// A participant's name.
    Name(ParticipantId),
    /// A participant's own words to the summary.
    Words(ParticipantId),
    /// What is to be done.
    What(ActionId),
    /// The goal.
    Goal,
    /// A remark to a measure, by its number in the catalogue counted from 0.
    Remark(usize),
    /// Why there is no action item for a party.
    NoAction(Party),
    /// A text of the oppfølgingsplan.
    Plan(PlanText),
}

/// A place in a meeting where a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayPlace {
    /// On which the meeting is held.
    Meeting,
    /// The first day of a period of absence.
    PeriodFrom(PeriodId),
    /// The last day of a period of absence.
    PeriodTo(PeriodId),
    /// On which those whose answer counts were asked whether a meeting is clearly unnecessary.
    Exempted,
    /// On which it is looked at again whether it is.
    Review,
    /// On which the oppfølgingsplan was made.
    PlanMade,
    /// On which the sykmelder got it.
    PlanSent,
    /// For which Nav has called a meeting.
    NavMeeting,
    /// On which Nav got the oppfølgingsplan.
    PlanToNav,
    /// On which the invitation went out.
    Invited,
    /// From which a step towards the goal is taken.
    StepFrom(StepId),
    /// On which the parties follow up next.
    FollowUp,
    /// On which the oppfølgingsplan is evaluated.
    Evaluation,
    /// On which somebody got the documents.
    Sent(Addressee),
}

/// Why an event changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The meeting has not begun.
    NotBegun,
    /// The meeting has begun already.
    AlreadyBegun,
    /// The meeting is not paused.
    NotPaused,
    /// The meeting is paused already.
    AlreadyPaused,
    /// The meeting has ended.
    AlreadyEnded,
    /// The meeting has not ended.
    NotEnded,
    /// The work on the referat has begun already.
    AlreadyInReview,
    /// The work on the referat has not begun.
    NotInReview,
    /// The referat is approved and locked.
    Approved,
    /// A version of the referat has been approved, so the meeting is over for good.
    ApprovedBefore,
    /// The referat is not approved.
    NotApproved,
    /// There is no reason, or one that is too long.
    NoReason,
    /// No open item is left after this one.
    NoNextItem,
    /// This is the first item.
    NoPreviousItem,
    /// No such place in this meeting (any more).
    NoSuchPlace,
    /// Minutes of the closing phase are given only after a plain question.
    ClosingPhaseProtected,
    /// Only a later phase can lend minutes.
    NotALaterPhase,
    /// The phase has no more than so many minutes to give.
    TooFewMinutes {
        /// How many it has left.
        available: u32,
    },
    /// Between 1 and [`MAX_MINUTES`] minutes are possible.
    MinutesOutOfRange,
    /// The meeting cannot have begun after what happened next in it.
    StartTooLate {
        /// The latest possible start.
        latest: Timestamp,
    },
    /// The meeting cannot have ended before what happened last in it.
    EndTooEarly {
        /// The earliest possible end.
        earliest: Timestamp,
    },
    /// This lies in the future.
    InTheFuture,
    /// The meeting did not run in that time, or something happened in it.
    NotAway,
    /// The budget of a phase is planned before the meeting begins; during it, minutes are borrowed or added.
    PlannedBefore,
    /// Somebody or something with this id is there already.
    AlreadyThere,
    /// What would come back does not fit the meeting as it is now.
    DoesNotFit,
}

/// Most minutes a phase can have or be given at once: a full working day.
pub const MAX_MINUTES: u32 = 480;
