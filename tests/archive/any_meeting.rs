//! Meetings of every shape the core allows, with the nastiest texts that can stand in one.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use dialogmote::meeting::{
    Contents, Kind, Meeting, NoAction, Timestamp,
    absence::{Period, PeriodId, PeriodKind},
    action_item::{ActionId, ActionItem},
    agenda::{
        Agenda, Item, ItemIndex, Measure, MeasureState, Phase, PhaseIndex, Standing, Verdict,
    },
    arrangement::{Arrangement, Form},
    case_code::CaseCode,
    clean::{clean, clean_line},
    due::Due,
    follow_up_plan::{FollowUpPlan, PlanText, Said},
    goal::{Goal, Step, StepId},
    kept::Kept,
    language::Language,
    need::{ExemptionDraft, Ground, Side, Wish, Wishes},
    participant::{
        Answer, Attendance, Called, Manner, Participant, ParticipantId, ReferatCopy, Role, Span,
        Wished,
    },
    preparation::{Check, Outcome, Past, Plan, Preparation, TakeFirst},
    printed,
    question::{Asking, Origin, Question, QuestionId},
    sending::{Addressee, Channel, Sending},
    stage::Review,
    timeline::{Course, Happened, Mark, Timeline},
    version::Replaced,
    written::Written,
};
use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
    sample::{Index, select, subsequence},
};

/// Any meeting.
pub fn any_meeting() -> impl Strategy<Value = Meeting> {
    (
        any_agenda(),
        any_frame(),
        any_preparation(),
        any_people(),
        any_goal(),
        any_course(),
        any_end(),
        any_after(),
    )
        .prop_map(
            |(agenda, frame, preparation, (participants, actions), goal, course, end, after)| {
                let (code, kind, language, created, arrangement) = frame;
                let (follow_up, kladd, read_back, approved) = end;
                let timeline = timeline(&agenda, created, &course);
                let review = match (timeline.ended(), approved) {
                    (None, _) | (Some(_), None) => Review::NotBegun,
                    (Some(_), Some(None)) => Review::Begun,
                    (Some(_), Some(Some(at))) => Review::Approved(at),
                };
                let (no_action, plan, kept, replaced, sendings) = after;
                let ended = timeline.ended().is_some();
                let approved = matches!(review, Review::Approved(_));
                let mut contents = Contents {
                    code,
                    kind,
                    language,
                    created,
                    arrangement,
                    preparation,
                    participants,
                    actions,
                    goal,
                    follow_up,
                    agenda,
                    kladd,
                    timeline,
                    read_back,
                    no_action,
                    plan,
                    review,
                    kept: Vec::new(),
                    replaced: replaced.into_iter().filter(|_| ended).collect(),
                    sendings: sendings.into_iter().filter(|_| approved).collect(),
                };
                contents.kept = still_there(&kept, &contents);
                Meeting::try_from(contents).expect("the strategy builds sound meetings")
            },
        )
}

/// Whole texts that are kept, each where it stands.
fn still_there(kept: &[(Index, String)], contents: &Contents) -> Vec<Kept> {
    let texts = printed::texts(contents);
    let kept = kept.iter().map(|(index, reason)| {
        let (place, text) = index.get(&texts);
        Kept {
            place: *place,
            words: (*text).to_owned(),
            reason: reason.clone(),
        }
    });
    kept.collect()
}

/// Text over several lines, as it comes out of the gate for text from outside.
pub fn any_text() -> impl Strategy<Value = String> {
    raw().prop_map(|text| clean(&text))
}

fn any_line() -> impl Strategy<Value = String> {
    raw().prop_map(|text| clean_line(&text))
}

fn raw() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "\"\"\"",
        "'''",
        "\"",
        "'",
        "\\",
        "\\u0041",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u{0}",
        "\u{1b}[2J",
        "\u{feff}",
        "\u{2028}",
        "[[fase]]",
        "[mote]\n",
        "format = 2",
        "# ",
        " ",
        "   ",
        "a\u{30a}",
        "👨‍👩‍👧‍👦",
        "🇳🇴",
        "漢字",
        "blåbærsyltetøy",
        "e\u{301}\u{301}\u{301}",
        "\u{7f}",
        "\u{85}",
        "\u{10ffff}",
    ]);
    prop_oneof![
        2 => Just(String::new()),
        2 => "[a-zæøå ,.]{0,40}",
        3 => vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    // From the year 1 to the year 9999.
    (1..=3_652_059).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

fn any_time() -> impl Strategy<Value = NaiveTime> {
    (0..86_400_u32)
        .prop_map(|second| NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap())
}

/// Instants to the millisecond, from 1970 to 2200.
fn any_instant() -> impl Strategy<Value = Timestamp> {
    (0..7_258_118_400_000_i64).prop_map(|ms| DateTime::from_timestamp_millis(ms).unwrap())
}

fn written<T: std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Written<T>> {
    (any_line(), option::of(value)).prop_map(|(text, value)| Written { text, value })
}

type Frame = (CaseCode, Kind, Language, Timestamp, Arrangement);

fn any_frame() -> impl Strategy<Value = Frame> {
    let code = "[A-Za-z0-9æøå][A-Za-z0-9æøå-]{0,19}".prop_map(|code| code.parse().unwrap());
    let arrangement = (
        any_line(),
        any_line(),
        select(&Form::ALL[..]),
        written(any_day()),
        written(any_time()),
    )
        .prop_map(|(workplace, place, form, date, time)| Arrangement {
            workplace,
            place,
            form,
            date,
            time,
        });
    (
        code,
        select(vec![Kind::Real, Kind::Practice]),
        select(&Language::ALL[..]),
        any_instant(),
        arrangement,
    )
}

fn any_people() -> impl Strategy<Value = (Vec<Participant>, Vec<ActionItem>)> {
    let span = (any_time(), any_time(), 0..3_u8).prop_map(|(from, to, ends)| Span {
        from: (ends != 1).then_some(from),
        to: (ends != 2).then_some(to),
    });
    let participant = (
        select(&Role::ALL[..]),
        any_line(),
        (
            select(vec![Called::Yes, Called::No]),
            any_wish(),
            any_wish(),
            any_wish(),
        ),
        (
            select(vec![Attendance::Attends, Attendance::Absent]),
            option::of(select(&Manner::ALL[..])),
        ),
        written(span),
        select(vec![
            ReferatCopy::Undecided,
            ReferatCopy::Yes,
            ReferatCopy::No,
        ]),
        select(vec![
            Answer::NotAsked,
            Answer::Agrees,
            Answer::Disagrees,
            Answer::HadLeft,
        ]),
        any_text(),
    )
        .prop_map(
            |(role, name, before, (attendance, manner), span, copy, answer, words)| Participant {
                id: ParticipantId(0),
                role,
                name,
                called: before.0,
                wished: Wished {
                    employee: before.1,
                    employer: before.2,
                },
                attendance,
                manner,
                span,
                copy,
                consent: before.3,
                answer,
                words,
            },
        );
    let due = (any_day(), 0..3_u8).prop_map(|(day, kind)| match kind {
        0 => Due::By(day),
        1 => Due::From(day),
        _ => Due::Weekly { from: day },
    });
    let action = (any_text(), vec(any::<Index>(), 0..4), written(due));
    (vec(participant, 0..5), vec(action, 0..5), 0..999_000_u32).prop_map(
        |(mut participants, actions, first)| {
            for (id, participant) in (first..).zip(&mut participants) {
                participant.id = ParticipantId(id);
            }
            let actions = (first..)
                .zip(actions)
                .map(|(id, (what, owners, due))| ActionItem {
                    id: ActionId(id),
                    what,
                    owners: owners
                        .iter()
                        .filter(|_| !participants.is_empty())
                        .map(|owner| owner.get(&participants).id)
                        .collect(),
                    due,
                });
            let actions = actions.collect();
            (participants, actions)
        },
    )
}

fn any_goal() -> impl Strategy<Value = Goal> {
    let steps = vec((written(0..=100_u8), written(any_day())), 0..4);
    (any_text(), steps).prop_map(|(text, steps)| Goal {
        text,
        steps: (1..)
            .zip(steps)
            .map(|(id, (work, from))| Step {
                id: StepId(id),
                work,
                from,
            })
            .collect(),
    })
}

fn any_agenda() -> impl Strategy<Value = Agenda> {
    // Few different ids, so that some are the same, look like places, or hold a slash.
    let id = || {
        select(vec!["status", "a", "a/b", "b", "#1", "#1/1", "", "1", "å"]).prop_map(str::to_owned)
    };
    let item = (
        id(),
        any_line(),
        any_text(),
        vec(any_text(), 0..3),
        vec(select(&Role::ALL[..]), 0..3),
        vec(select(&PlanText::ALL[..]), 0..3),
        any_text(),
        select(vec![
            Standing::Open,
            Standing::Done,
            Standing::NotRelevant,
            Standing::NotReached,
        ]),
    )
        .prop_map(
            |(id, title, say, details, speakers, plan, note, standing)| Item {
                id,
                title,
                say,
                details,
                speakers,
                plan,
                note,
                standing,
            },
        );
    let phase = (
        id(),
        any_line(),
        0..=480_u32,
        0..=900_i32,
        vec(item, 1..4),
        vec(any_question(), 0..3),
    )
        .prop_map(|(id, title, planned, adjusted, items, questions)| Phase {
            id,
            title,
            planned,
            // Lent as much as there is, or borrowed some.
            adjusted: adjusted - i32::try_from(planned).unwrap(),
            items,
            questions,
        });
    let state = prop_oneof![
        Just(MeasureState::InUse),
        Just(MeasureState::Private),
        any_text().prop_map(MeasureState::Gone)
    ];
    let verdicts = vec![
        Verdict::NotDiscussed,
        Verdict::Considered,
        Verdict::NotRelevant,
        Verdict::ToBeUsed,
    ];
    let measure = (
        id(),
        any_line(),
        any_line(),
        state,
        any_text(),
        select(verdicts),
        any_text(),
    )
        .prop_map(
            |(id, letter, title, state, about, verdict, remark)| Measure {
                id,
                letter,
                title,
                state,
                about,
                verdict,
                remark,
            },
        );
    (vec(phase, 1..5), vec(measure, 0..4), 0..999_000_u32).prop_map(
        |(mut phases, measures, first)| {
            let questions = phases.iter_mut().flat_map(|phase| &mut phase.questions);
            for (id, question) in (first..).zip(questions) {
                question.id = QuestionId(id);
            }
            Agenda { phases, measures }
        },
    )
}

fn any_question() -> impl Strategy<Value = Question> {
    (
        any_line(),
        select(vec![Asking::Offered, Asking::Chosen, Asking::Asked]),
        select(vec![Origin::Bank, Origin::Own]),
    )
        .prop_map(|(text, asking, origin)| Question {
            id: QuestionId(0),
            text,
            asking,
            origin,
        })
}

fn any_wish() -> impl Strategy<Value = Wish> {
    select(&Wish::ALL[..])
}

fn any_preparation() -> impl Strategy<Value = Preparation> {
    let period = (
        select(&PeriodKind::ALL[..]),
        written(any::<u8>()),
        written(any_day()),
        written(any_day()),
    );
    let periods = (0..999_000_u32, vec(period, 0..4)).prop_map(|(first, periods)| {
        (first..)
            .zip(periods)
            .map(|(id, (kind, degree, from, to))| Period {
                id: PeriodId(id),
                kind,
                degree,
                from,
                to,
            })
            .collect()
    });
    let wanted =
        (any_wish(), any_wish(), any_wish()).prop_map(|(employee, employer, sykmelder)| Wishes {
            employee,
            employer,
            sykmelder,
        });
    let exemption = (
        option::of(select(&Ground::ALL[..])),
        subsequence(Side::ALL.to_vec(), 0..=3),
        written(any_day()),
        written(any_day()),
        option::of(any_day()),
    )
        .prop_map(
            |(ground, asked, asked_on, review, absence_to)| ExemptionDraft {
                ground,
                asked,
                asked_on,
                review,
                absence_to,
            },
        );
    let past = option::of((any_day(), select(vec![Outcome::NotHeld, Outcome::Held])))
        .prop_map(|past| past.map(|(day, outcome)| Past { day, outcome }));
    let plan = (
        written(any_day()),
        written(any_day()),
        written(any_day()),
        written(any_day()),
        any_text(),
    )
        .prop_map(|(made, sent, nav_meeting, to_nav, points)| Plan {
            made,
            sent,
            nav_meeting,
            to_nav,
            points,
        });
    let answers = vec![
        TakeFirst::NotAnswered,
        TakeFirst::Accepted,
        TakeFirst::Declined,
    ];
    (
        periods,
        wanted,
        exemption,
        past,
        plan,
        (written(any_day()), option::of(any_day())),
        vec(select(&Check::ALL[..]), 0..4),
        (
            select(answers),
            vec(vec(0..40_usize, 0..4), 0..3),
            any_line(),
        ),
    )
        .prop_map(
            |(periods, wanted, exemption, past, plan, invited, ready, rest)| Preparation {
                periods,
                wanted,
                exemption,
                past,
                plan,
                late_reason: rest.2,
                invited: invited.0,
                invited_to: invited.1,
                ready: ready.into_iter().collect(),
                take_first: rest.0,
                item_origins: rest.1,
            },
        )
}

/// Steps of a meeting: milliseconds since the step before, which of the possible ones, and which item.
fn any_course() -> impl Strategy<Value = Vec<(i64, Index, Index)>> {
    vec((0..4_000_000_i64, any::<Index>(), any::<Index>()), 0..20)
}

fn timeline(agenda: &Agenda, start: Timestamp, course: &[(i64, Index, Index)]) -> Timeline {
    let items: Vec<ItemIndex> = (0..)
        .zip(&agenda.phases)
        .flat_map(|(phase, content)| {
            (0..content.items.len()).map(move |item| ItemIndex {
                phase: PhaseIndex(phase),
                item,
            })
        })
        .collect();
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = start;
    for (wait, choice, item) in course {
        let enter = Happened::Entered(*item.get(&items));
        let possible = match Timeline::from_marks(marks.clone()).unwrap().course() {
            Course::NotBegun => vec![enter],
            Course::Running => vec![enter, enter, Happened::Paused, Happened::Ended],
            Course::Paused => vec![enter, Happened::Resumed, Happened::Ended],
            Course::Ended => vec![Happened::Resumed],
        };
        at += TimeDelta::milliseconds(*wait);
        marks.push(Mark {
            at,
            what: *choice.get(&possible),
        });
    }
    Timeline::from_marks(marks).unwrap()
}

type After = (
    NoAction,
    FollowUpPlan,
    Vec<(Index, String)>,
    Vec<Replaced>,
    BTreeMap<Addressee, Sending>,
);

fn any_after() -> impl Strategy<Value = After> {
    let replaced = (any_instant(), any_line(), any_plan(), any_sendings()).prop_map(
        |(approved, reason, plan, sendings)| Replaced {
            approved,
            reason,
            plan,
            sendings,
        },
    );
    let no_action =
        (any_text(), any_text()).prop_map(|(employee, employer)| NoAction { employee, employer });
    (
        no_action,
        any_plan(),
        vec((any::<Index>(), any_line()), 0..3),
        vec(replaced, 0..3),
        any_sendings(),
    )
}

fn any_plan() -> impl Strategy<Value = FollowUpPlan> {
    let said = || select(&Said::ALL[..]);
    (
        vec(any_text(), 12),
        (any_line(), any_line()),
        (said(), said(), said(), said()),
        written(any_day()),
    )
        .prop_map(|(texts, (phone, email), said, evaluation)| {
            let mut plan = FollowUpPlan {
                evaluation,
                contributed: said.0,
                to_nav: said.1,
                nav_help: said.2,
                to_doctor: said.3,
                ..FollowUpPlan::default()
            };
            for (place, text) in PlanText::ALL.into_iter().zip(texts) {
                *plan.text_mut(place) = text;
            }
            (plan.phone, plan.email) = (phone, email);
            plan
        })
}

fn any_sendings() -> impl Strategy<Value = BTreeMap<Addressee, Sending>> {
    let to = prop_oneof![
        any::<u32>().prop_map(|id| Addressee::Participant(ParticipantId(id))),
        Just(Addressee::Doctor),
        Just(Addressee::Nav),
    ];
    let sending = (written(any_day()), select(&Channel::ALL[..]))
        .prop_map(|(on, channel)| Sending { on, channel });
    btree_map(to, sending, 0..3)
}

type End = (
    Written<NaiveDate>,
    String,
    Option<Timestamp>,
    Option<Option<Timestamp>>,
);

fn any_end() -> impl Strategy<Value = End> {
    (
        written(any_day()),
        any_text(),
        option::of(any_instant()),
        option::of(option::of(any_instant())),
    )
}
