//! Meetings of every shape the core allows, with the nastiest texts that can stand in one.

use std::{collections::BTreeMap, fmt::Debug, mem, sync::Arc};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use dialogmote::meeting::{
    Accepted, ActionId, ActionItem, Addressee, Agenda, Arrangement, CaseCode, Check, Contents, Due,
    ExemptionDraft, FieldKind, FieldName, FollowUpPlan, Goal, Happened, Item, ItemField, ItemIndex,
    ItemText, Language, Mark, MeasureField, MeasureState, MeasureText, Meeting, MeetingField,
    MeetingKind, NoAction, Origin, Outcome, Parsed, Participant, ParticipantId, Past, Period,
    PeriodId, PhaseField, PhaseIndex, PhaseText, Plan, PlanField, Preparation, Presence, Question,
    QuestionId, Record, Replaced, Review, Role, RunState, Sending, Side, Step, StepId, Template,
    Timeline, Timestamp, Value, Wishes,
    clean::{clean, clean_line},
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
                let (code, kind, created, arrangement, fields) = frame;
                let (read_back, approved) = end;
                let timeline = timeline(&agenda, created, &course);
                let review = match (timeline.ended(), approved) {
                    (None, _) | (Some(_), None) => Review::NotBegun,
                    (Some(_), Some(None)) => Review::Begun,
                    (Some(_), Some(Some(at))) => Review::Approved(at),
                };
                let (no_action, plan, kept, replaced, sendings) = after;
                let ended = timeline.ended().is_some();
                let approved = matches!(review, Review::Approved(_));
                let contents = Contents {
                    code,
                    kind,
                    language: Language::default(),
                    created,
                    arrangement,
                    preparation,
                    participants,
                    actions,
                    goal,
                    follow_up: Parsed::empty(),
                    agenda,
                    kladd: String::new(),
                    timeline,
                    read_back,
                    no_action,
                    plan,
                    review,
                    accepted: Vec::new(),
                    replaced: replaced.into_iter().filter(|_| ended).collect(),
                    sendings: sendings.into_iter().filter(|_| approved).collect(),
                };
                let mut contents = filled(contents, fields);
                contents.accepted = still_there(&kept, &contents);
                Meeting::try_from(contents).expect("the strategy builds sound meetings")
            },
        )
}

/// Whole texts that are kept, each where it stands.
fn still_there(kept: &[(Index, String)], contents: &Contents) -> Vec<Accepted> {
    let texts = contents.printed();
    let kept = kept.iter().map(|(index, reason)| {
        let (place, text) = index.get(&texts);
        Accepted {
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

fn written<T: Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Parsed<T>> {
    (any_line(), option::of(value)).prop_map(|(text, value)| Parsed { text, value })
}

/// What can stand in a field.
fn any_value(kind: FieldKind) -> BoxedStrategy<Value> {
    match kind {
        FieldKind::Line => any_line().prop_map(Value::Text).boxed(),
        FieldKind::Lines => any_text().prop_map(Value::Text).boxed(),
        FieldKind::Day(_) => written(any_day()).prop_map(Value::Day).boxed(),
        FieldKind::Time => written(any_time()).prop_map(Value::Time).boxed(),
        FieldKind::Presence => {
            let span = (any_time(), any_time(), 0..3_u8).prop_map(|(from, to, ends)| Presence {
                from: (ends != 1).then_some(from),
                to: (ends != 2).then_some(to),
            });
            written(span).prop_map(Value::Presence).boxed()
        }
        FieldKind::Due => {
            let due = (any_day(), 0..3_u8).prop_map(|(day, kind)| match kind {
                0 => Due::By(day),
                1 => Due::From(day),
                _ => Due::Weekly { from: day },
            });
            written(due).prop_map(Value::Due).boxed()
        }
        FieldKind::Percent => written(any::<u8>()).prop_map(Value::Percent).boxed(),
        FieldKind::Minutes => (0..=480_u32).prop_map(Value::Minutes).boxed(),
        FieldKind::Choice(all) => option::weighted(0.8, select(all))
            .prop_map(Value::Choice)
            .boxed(),
        FieldKind::People => vec(any::<u32>().prop_map(ParticipantId), 0..4)
            .prop_map(Value::People)
            .boxed(),
        FieldKind::Sides => subsequence(Side::ALL.to_vec(), 0..=3)
            .prop_shuffle()
            .prop_map(Value::Sides)
            .boxed(),
        FieldKind::Checks => vec(select(&Check::ALL[..]), 0..4)
            .prop_map(|checks| Value::Checks(checks.into_iter().collect()))
            .boxed(),
        FieldKind::Past => option::of((any_day(), select(vec![Outcome::NotHeld, Outcome::Held])))
            .prop_map(|past| Value::Past(past.map(|(day, outcome)| Past { day, outcome })))
            .boxed(),
        FieldKind::Noted => option::of(any_day()).prop_map(Value::Noted).boxed(),
    }
}

/// What can stand in each field of a record.
fn any_values<R: FieldName>() -> impl Strategy<Value = Vec<Value>> {
    let rows = R::ALL.iter().map(|row| any_value(row.declared().kind));
    rows.collect::<Vec<_>>()
}

/// A record with these values in its fields.
fn filled<R: Record>(mut record: R, values: Vec<Value>) -> R {
    for (row, value) in R::Name::ALL.iter().zip(values) {
        if let Err(value) = record.field_value_mut(*row).put(value) {
            // Of most choices one is always made.
            assert_eq!(value, Value::Choice(None), "{}", row.declared().key);
        }
    }
    record
}

/// A record with anything in its fields.
fn any_record<R: Record + Default + Debug>() -> impl Strategy<Value = R> {
    any_values::<R::Name>().prop_map(|values| filled(R::default(), values))
}

type Frame = (CaseCode, MeetingKind, Timestamp, Arrangement, Vec<Value>);

fn any_frame() -> impl Strategy<Value = Frame> {
    let code = "[A-Za-z0-9æøå][A-Za-z0-9æøå-]{0,19}".prop_map(|code| code.parse().unwrap());
    (
        code,
        select(vec![MeetingKind::Real, MeetingKind::Practice]),
        any_instant(),
        any_record(),
        any_values::<MeetingField>(),
    )
}

fn any_people() -> impl Strategy<Value = (Vec<Participant>, Vec<ActionItem>)> {
    (
        vec(any_record::<Participant>(), 0..5),
        vec(any_record::<ActionItem>(), 0..5),
        0..999_000_u32,
    )
        .prop_map(|(mut participants, mut actions, first)| {
            for (id, participant) in (first..).zip(&mut participants) {
                participant.id = ParticipantId(id);
            }
            for (id, action) in (first..).zip(&mut actions) {
                action.id = ActionId(id);
                if participants.is_empty() {
                    action.owners.clear();
                }
                for ParticipantId(owner) in &mut action.owners {
                    *owner = first + *owner % u32::try_from(participants.len()).unwrap();
                }
            }
            (participants, actions)
        })
}

fn any_goal() -> impl Strategy<Value = Goal> {
    (any_record::<Goal>(), vec(any_record::<Step>(), 0..4)).prop_map(|(goal, mut steps)| {
        for (id, step) in (1..).zip(&mut steps) {
            step.id = StepId(id);
            step.work.value = step.work.value.map(|work| work % 101);
        }
        Goal { steps, ..goal }
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
        vec(select(&PlanField::REQUIRED[..]), 0..3),
    )
        .prop_map(|(id, title, say, details, speakers, plan)| ItemText {
            id,
            title,
            say,
            details,
            speakers,
            plan,
        });
    // Each with a key by which those of a phase are put in another order than that of the template.
    let item = (item, any_values::<ItemField>(), 0..3_u8);
    let phase = (
        (id(), any_line(), 0..=480_u32),
        any_values::<PhaseField>(),
        0..=900_i32,
        (vec(item, 1..4), any::<bool>()),
        vec(any_question(), 0..3),
    );
    let state = prop_oneof![
        Just(MeasureState::InUse),
        Just(MeasureState::Private),
        any_text().prop_map(MeasureState::Gone)
    ];
    let measure = (id(), any_line(), any_line(), state, any_text()).prop_map(
        |(id, letter, title, state, about)| MeasureText {
            id,
            letter,
            title,
            state,
            about,
        },
    );
    let measure = (measure, any_values::<MeasureField>());
    (vec(phase, 1..5), vec(measure, 0..4), 0..999_000_u32).prop_map(|(phases, measures, first)| {
        let mut ids = (first..).map(QuestionId);
        let mut template = Template::default();
        let mut standing = Vec::new();
        for ((id, title, minutes), values, adjusted, (items, moved), mut questions) in phases {
            // Those of one's own stand behind those of the bank.
            questions.sort_by_key(Question::origin);
            let questions = ids.by_ref().zip(questions);
            let questions: Vec<_> = questions.map(|(id, q)| Question { id, ..q }).collect();
            let bank = questions.iter();
            let bank = bank.filter_map(|q| Some((q.id, q.bank.clone()?)));
            let (points, items): (Vec<_>, Vec<_>) = items
                .into_iter()
                .map(|(text, values, key)| (Arc::new(text), (values, key)))
                .unzip();
            template.phases.push(Arc::new(PhaseText {
                id,
                title,
                minutes,
                points,
                bank: bank.collect(),
            }));
            standing.push((values, adjusted, items, moved, questions));
        }
        let (texts, verdicts): (Vec<_>, Vec<_>) = measures.into_iter().unzip();
        template.measures = texts.into_iter().map(Arc::new).collect();
        let mut agenda = Agenda::from(template);
        for (phase, standing) in agenda.phases.iter_mut().zip(standing) {
            let (values, adjusted, items, moved, questions) = standing;
            *phase = filled(mem::take(phase), values);
            // Lent as much as there is, or borrowed some.
            phase.adjusted = adjusted - i32::try_from(phase.planned).unwrap();
            phase.questions = questions;
            let untouched = mem::take(&mut phase.items).into_iter();
            let mut items: Vec<(u8, Item)> = untouched
                .zip(items)
                .map(|(item, (values, key))| (key, filled(item, values)))
                .collect();
            if moved {
                items.sort_by_key(|(key, _)| *key);
            }
            phase.items = items.into_iter().map(|(_, item)| item).collect();
        }
        let untouched = mem::take(&mut agenda.measures).into_iter();
        let measures = untouched.zip(verdicts);
        agenda.measures = measures.map(|(m, values)| filled(m, values)).collect();
        agenda
    })
}

/// One of the bank or of one's own, without its number.
fn any_question() -> impl Strategy<Value = Question> {
    (
        any_record::<Question>(),
        select(vec![Origin::Bank, Origin::Own]),
    )
        .prop_map(|(question, origin)| match origin {
            Origin::Bank => Question {
                bank: Some(question.own.into()),
                own: String::new(),
                ..question
            },
            Origin::Own => question,
        })
}

fn any_preparation() -> impl Strategy<Value = Preparation> {
    let periods = (0..999_000_u32, vec(any_record::<Period>(), 0..4));
    let periods = periods.prop_map(|(first, mut periods)| {
        for (id, period) in (first..).zip(&mut periods) {
            period.id = PeriodId(id);
        }
        periods
    });
    (
        any_record::<Preparation>(),
        periods,
        any_record::<Wishes>(),
        any_record::<ExemptionDraft>(),
        any_record::<Plan>(),
    )
        .prop_map(
            |(preparation, periods, wanted, exemption, plan)| Preparation {
                periods,
                wanted,
                exemption,
                plan,
                ..preparation
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
        let possible = match Timeline::from_marks(marks.clone()).unwrap().run_state() {
            RunState::NotBegun => vec![enter],
            RunState::Running => vec![enter, enter, Happened::Paused, Happened::Ended],
            RunState::Paused => vec![enter, Happened::Resumed, Happened::Ended],
            RunState::Ended => vec![Happened::Resumed],
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
    let replaced = (
        any_instant(),
        any_line(),
        any_record::<FollowUpPlan>(),
        any_sendings(),
    )
        .prop_map(|(approved, reason, plan, sendings)| Replaced {
            approved,
            reason,
            plan,
            sendings,
        });
    (
        any_record(),
        any_record(),
        vec((any::<Index>(), any_line()), 0..3),
        vec(replaced, 0..3),
        any_sendings(),
    )
}

fn any_sendings() -> impl Strategy<Value = BTreeMap<Addressee, Sending>> {
    let to = prop_oneof![
        any::<u32>().prop_map(|id| Addressee::Participant(ParticipantId(id))),
        Just(Addressee::Doctor),
        Just(Addressee::Nav),
    ];
    btree_map(to, any_record(), 0..3)
}

/// When the summary was read aloud, and whether the work after the meeting has begun and been approved.
type End = (Option<Timestamp>, Option<Option<Timestamp>>);

fn any_end() -> impl Strategy<Value = End> {
    (
        option::of(any_instant()),
        option::of(option::of(any_instant())),
    )
}
