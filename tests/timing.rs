//! The clocks of a meeting, as the leader reads them: words, ends, corrections, a clock that is set, summer time.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, Utc};
use dialogmote::{
    meeting::{
        Event, ItemIndex, Meeting, PhaseIndex, Refusal, RunState, Signal, Timestamp, Timing, Zone,
        timing::whole_minutes_left,
    },
    text::NB,
};
use proptest::{collection::vec, prelude::*};

use crate::machine::{any_run, fresh, item, play};

/// A zone without summer time.
pub fn utc() -> Zone {
    Zone::new(|_| Utc.fix())
}

/// Central European time by the rule that holds since 1996: summer time from the last Sunday of March, 01:00 UTC, to the
/// last Sunday of October, 01:00 UTC.
pub fn oslo() -> Zone {
    Zone::new(|instant| {
        let change = |month| {
            let last = NaiveDate::from_ymd_opt(instant.year(), month, 31).unwrap();
            let sunday = last - TimeDelta::days(last.weekday().num_days_from_sunday().into());
            sunday.and_hms_opt(1, 0, 0).unwrap().and_utc()
        };
        let summer = (change(3)..change(10)).contains(&instant);
        FixedOffset::east_opt(if summer { 7200 } else { 3600 }).unwrap()
    })
}

/// The instant at which the clock in Oslo shows "10:04" or "10:04:59.999" on an ordinary day.
fn at(clock: &str) -> Timestamp {
    let time = NaiveTime::parse_from_str(clock, "%H:%M:%S%.f");
    let time = time
        .or_else(|_| NaiveTime::parse_from_str(clock, "%H:%M"))
        .unwrap();
    oslo().instant(NaiveDate::from_ymd_opt(2026, 11, 17).unwrap(), time)
}

fn wall(at: Timestamp) -> String {
    oslo().local(at).format("%H:%M").to_string()
}

/// Everything the clocks say at once: the state in words, seconds left of the phase (below zero: over it), when the
/// meeting should end and when it will, and how much time has been spent in all.
fn shown(meeting: &Meeting, now: Timestamp) -> String {
    let timing = meeting.timing(now).unwrap();
    let total = timing.spent.total;
    format!(
        "{} · {} s · plan {} ventet {} · brukt {:02}:{:02}",
        (NB.clock.signal)(timing.signal()),
        seconds_left(&timing),
        wall(timing.planned_end),
        wall(timing.expected_end),
        total.num_minutes(),
        total.num_seconds() % 60,
    )
}

/// Seconds left as a screen shows them: rounded up, so that 0 means that nothing is left.
fn seconds_left(timing: &Timing) -> i64 {
    let left = timing.phase_left();
    left.num_seconds() + i64::from(left.subsec_nanos() > 0)
}

/// Lets these events happen at these times and compares the clocks with what is expected of them.
#[track_caller]
fn check<const N: usize>(events: &[(&str, Event)], expected: [(&str, &str); N]) {
    let meeting = run(events);
    let seen = expected.map(|(clock, _)| (clock, shown(&meeting, at(clock))));
    let wanted = expected.map(|(clock, words)| (clock, words.to_owned()));
    assert_eq!(seen, wanted);
}

#[track_caller]
fn run(events: &[(&str, Event)]) -> Meeting {
    let mut meeting = fresh();
    for (clock, event) in events {
        if let Event::GoTo(to) = event {
            go_through(&mut meeting, *to, at(clock));
        }
        assert_eq!(
            meeting.handle(event.clone(), at(clock)).map(drop),
            Ok(()),
            "{event:?} {clock}"
        );
    }
    meeting
}

/// Whoever goes on to a later phase has gone through the items of the one before.
fn go_through(meeting: &mut Meeting, to: ItemIndex, now: Timestamp) {
    let from = meeting.timeline.current().unwrap().phase;
    while to.phase > from && meeting.timeline.current().unwrap().phase == from {
        meeting.handle(Event::Next, now).unwrap();
    }
}

const BEGIN: (&str, Event) = ("10:00", Event::Begin);

fn to_phase(clock: &str, phase: usize) -> (&str, Event) {
    (clock, Event::GoTo(item(phase, 0)))
}

#[test]
fn the_state_of_the_phase_is_said_in_words_that_change_on_the_whole_minute() {
    check(
        &[BEGIN],
        [
            (
                "10:00",
                "I RUTE · 300 s · plan 10:45 ventet 10:45 · brukt 00:00",
            ),
            (
                "10:02:59.999",
                "I RUTE · 121 s · plan 10:45 ventet 10:45 · brukt 02:59",
            ),
            (
                "10:03",
                "2 MIN IGJEN · 120 s · plan 10:45 ventet 10:45 · brukt 03:00",
            ),
            (
                "10:03:59.999",
                "2 MIN IGJEN · 61 s · plan 10:45 ventet 10:45 · brukt 03:59",
            ),
            (
                "10:04",
                "1 MIN IGJEN · 60 s · plan 10:45 ventet 10:45 · brukt 04:00",
            ),
            (
                "10:04:59.999",
                "1 MIN IGJEN · 1 s · plan 10:45 ventet 10:45 · brukt 04:59",
            ),
            (
                "10:05",
                "TIDEN ER UTE · 0 s · plan 10:45 ventet 10:45 · brukt 05:00",
            ),
            (
                "10:05:59.999",
                "TIDEN ER UTE · -59 s · plan 10:45 ventet 10:45 · brukt 05:59",
            ),
            (
                "10:06",
                "1 MIN OVER · -60 s · plan 10:45 ventet 10:46 · brukt 06:00",
            ),
            (
                "10:07",
                "2 MIN OVER · -120 s · plan 10:45 ventet 10:47 · brukt 07:00",
            ),
            (
                "12:05",
                "120 MIN OVER · -7200 s · plan 10:45 ventet 12:45 · brukt 125:00",
            ),
        ],
    );
}

#[test]
fn a_phase_left_early_brings_the_expected_end_forward_and_one_left_late_puts_it_back() {
    check(
        &[BEGIN, to_phase("10:03", 1)],
        [(
            "10:03",
            "I RUTE · 600 s · plan 10:45 ventet 10:43 · brukt 03:00",
        )],
    );
    check(
        &[BEGIN, to_phase("10:08", 1)],
        [
            (
                "10:08",
                "I RUTE · 600 s · plan 10:45 ventet 10:48 · brukt 08:00",
            ),
            (
                "10:19",
                "1 MIN OVER · -60 s · plan 10:45 ventet 10:49 · brukt 19:00",
            ),
        ],
    );
}

#[test]
fn a_paused_meeting_stands_still_while_its_expected_end_moves() {
    check(
        &[BEGIN, ("10:02", Event::Pause)],
        [
            (
                "10:02",
                "PAUSE · 180 s · plan 10:45 ventet 10:45 · brukt 02:00",
            ),
            (
                "10:12",
                "PAUSE · 180 s · plan 10:45 ventet 10:55 · brukt 02:00",
            ),
        ],
    );
    check(
        &[BEGIN, ("10:02", Event::Pause), to_phase("10:05", 1)],
        [(
            "10:06",
            "PAUSE · 600 s · plan 10:45 ventet 10:46 · brukt 02:00",
        )],
    );
    check(
        &[BEGIN, ("10:02", Event::Pause), ("10:12", Event::Resume)],
        [(
            "10:14",
            "1 MIN IGJEN · 60 s · plan 10:45 ventet 10:55 · brukt 04:00",
        )],
    );
}

#[test]
fn an_ended_meeting_shows_when_it_ended_and_one_taken_up_again_runs_on() {
    let ended = [BEGIN, to_phase("10:05", 3), ("10:40", Event::End)];
    check(
        &ended,
        [
            (
                "10:40",
                "AVSLUTTET · -1500 s · plan 10:45 ventet 10:40 · brukt 40:00",
            ),
            (
                "11:30",
                "AVSLUTTET · -1500 s · plan 10:45 ventet 10:40 · brukt 40:00",
            ),
        ],
    );
    let [begin, closing, end] = ended;
    check(
        &[begin, closing, end, ("10:50", Event::Resume)],
        [(
            "10:51",
            "26 MIN OVER · -1560 s · plan 10:45 ventet 11:21 · brukt 41:00",
        )],
    );
}

#[test]
fn a_phase_never_visited_counts_to_the_expected_end_and_one_gone_through_does_not() {
    // The 10 + 20 minutes of the two phases jumped over are still to come.
    check(
        &[BEGIN, to_phase("10:05", 3)],
        [(
            "10:05",
            "I RUTE · 600 s · plan 10:45 ventet 10:45 · brukt 05:00",
        )],
    );
    check(
        &[BEGIN, to_phase("10:05", 1), to_phase("10:07", 3)],
        [(
            "10:07",
            "I RUTE · 600 s · plan 10:45 ventet 10:37 · brukt 07:00",
        )],
    );
}

#[test]
fn the_time_of_a_phase_adds_up_over_every_visit() {
    let events = [
        BEGIN,
        to_phase("10:04", 1),
        to_phase("10:08", 0),
        to_phase("10:10", 1),
    ];
    check(
        &events[..3],
        [
            (
                "10:08",
                "1 MIN IGJEN · 60 s · plan 10:45 ventet 10:45 · brukt 08:00",
            ),
            (
                "10:10",
                "1 MIN OVER · -60 s · plan 10:45 ventet 10:46 · brukt 10:00",
            ),
        ],
    );
    check(
        &events,
        [(
            "10:12",
            "I RUTE · 240 s · plan 10:45 ventet 10:46 · brukt 12:00",
        )],
    );
    let spent = run(&events).timing(at("10:12")).unwrap().spent;
    let minutes: Vec<i64> = spent
        .by_phase
        .values()
        .map(TimeDelta::num_minutes)
        .collect();
    assert_eq!(minutes, [6, 6]);
}

#[test]
fn borrowed_minutes_leave_the_end_where_it_is() {
    let borrow = Event::Borrow {
        from: PhaseIndex(2),
        minutes: 3,
    };
    let closing = Event::BorrowFromClosing { minutes: 2 };
    check(
        &[BEGIN, ("10:05", borrow.clone())],
        [
            (
                "10:05",
                "I RUTE · 180 s · plan 10:45 ventet 10:45 · brukt 05:00",
            ),
            (
                "10:08",
                "TIDEN ER UTE · 0 s · plan 10:45 ventet 10:45 · brukt 08:00",
            ),
        ],
    );
    check(
        &[BEGIN, ("10:07", borrow), ("10:07:30", closing)],
        [
            (
                "10:08",
                "2 MIN IGJEN · 120 s · plan 10:45 ventet 10:45 · brukt 08:00",
            ),
            (
                "10:11",
                "1 MIN OVER · -60 s · plan 10:45 ventet 10:46 · brukt 11:00",
            ),
        ],
    );
}

#[test]
fn added_minutes_move_the_end() {
    check(
        &[BEGIN, ("10:07", Event::Extend { minutes: 5 })],
        [(
            "10:07",
            "I RUTE · 180 s · plan 10:50 ventet 10:50 · brukt 07:00",
        )],
    );
}

#[test]
fn a_forgotten_start_can_be_set_earlier_or_later() {
    check(
        &[BEGIN, ("10:02", Event::CorrectStart(at("09:57")))],
        [(
            "10:02",
            "TIDEN ER UTE · 0 s · plan 10:42 ventet 10:42 · brukt 05:00",
        )],
    );
    check(
        &[BEGIN, ("10:02", Event::CorrectStart(at("10:01")))],
        [(
            "10:02",
            "I RUTE · 240 s · plan 10:46 ventet 10:46 · brukt 01:00",
        )],
    );
    let moved = Event::CorrectStart(at("10:04"));
    check(
        &[BEGIN, to_phase("10:05", 1), ("10:06", moved)],
        [(
            "10:06",
            "I RUTE · 540 s · plan 10:49 ventet 10:45 · brukt 02:00",
        )],
    );
}

#[test]
fn a_forgotten_end_can_be_set_earlier_or_later() {
    let ended = [BEGIN, to_phase("10:05", 3), ("10:50", Event::End)];
    for (end, words) in [
        (
            "10:44",
            "AVSLUTTET · -1740 s · plan 10:45 ventet 10:44 · brukt 44:00",
        ),
        (
            "10:55",
            "AVSLUTTET · -2400 s · plan 10:45 ventet 10:55 · brukt 55:00",
        ),
    ] {
        let mut meeting = run(&ended);
        assert_eq!(
            meeting
                .handle(Event::CorrectEnd(at(end)), at("11:00"))
                .map(drop),
            Ok(())
        );
        assert_eq!(shown(&meeting, at("11:30")), words);
    }
}

#[test]
fn a_corrected_time_in_whole_minutes_may_miss_a_mark_by_its_seconds() {
    let mut meeting = run(&[BEGIN, to_phase("10:05:40", 1), ("10:06:20", Event::End)]);
    let correct = |meeting: &mut Meeting, event| meeting.handle(event, at("10:50")).map(drop);
    assert_eq!(
        correct(&mut meeting, Event::CorrectEnd(at("10:05"))),
        Ok(())
    );
    assert_eq!(meeting.timeline.ended(), Some(at("10:05:40")));
    assert_eq!(
        correct(&mut meeting, Event::CorrectStart(at("10:06"))),
        Ok(())
    );
    assert_eq!(meeting.timeline.started(), Some(at("10:05:40")));
}

#[test]
fn an_impossible_start_or_end_is_refused_with_the_nearest_possible_one() {
    let running = run(&[BEGIN, to_phase("10:05", 1)]);
    let ended = run(&[BEGIN, to_phase("10:05", 1), ("10:40", Event::End)]);
    let refused = |meeting: &Meeting, event: Event| meeting.accepts(&event, at("10:50")).err();
    let latest = at("10:05");
    for (start, refusal) in [
        ("10:06", Refusal::StartTooLate { latest }),
        ("10:49:59", Refusal::StartTooLate { latest }),
        ("10:50:01", Refusal::InTheFuture),
    ] {
        let event = Event::CorrectStart(at(start));
        assert_eq!(refused(&running, event.clone()), Some(refusal), "{start}");
        assert_eq!(refused(&ended, event), Some(refusal), "{start}");
    }
    let earliest = at("10:05");
    for (end, refusal) in [
        ("10:04", Refusal::EndTooEarly { earliest }),
        ("10:50:01", Refusal::InTheFuture),
    ] {
        assert_eq!(
            refused(&ended, Event::CorrectEnd(at(end))),
            Some(refusal),
            "{end}"
        );
    }
}

#[test]
fn time_away_can_be_left_out_of_a_running_meeting() {
    // The lid was shut from 10:04 to 10:30: first it counts, then it does not.
    check(
        &[BEGIN],
        [(
            "10:30",
            "25 MIN OVER · -1500 s · plan 10:45 ventet 11:10 · brukt 30:00",
        )],
    );
    let leave_out = Event::LeaveOut {
        from: at("10:04"),
        to: at("10:30"),
    };
    check(
        &[BEGIN, ("10:30", leave_out)],
        [
            (
                "10:30",
                "1 MIN IGJEN · 60 s · plan 10:45 ventet 11:11 · brukt 04:00",
            ),
            (
                "10:31",
                "TIDEN ER UTE · 0 s · plan 10:45 ventet 11:11 · brukt 05:00",
            ),
        ],
    );
}

#[test]
fn a_clock_set_back_stands_still_at_the_last_event_until_it_comes_there_again() {
    check(
        &[BEGIN, to_phase("10:04", 1)],
        [
            (
                "09:00",
                "I RUTE · 600 s · plan 10:45 ventet 10:44 · brukt 04:00",
            ),
            (
                "10:03",
                "I RUTE · 600 s · plan 10:45 ventet 10:44 · brukt 04:00",
            ),
            (
                "10:06",
                "I RUTE · 480 s · plan 10:45 ventet 10:44 · brukt 06:00",
            ),
        ],
    );
    check(
        &[
            BEGIN,
            to_phase("10:04", 1),
            ("09:10", Event::Pause),
            ("09:15", Event::Resume),
        ],
        [(
            "10:06",
            "I RUTE · 480 s · plan 10:45 ventet 10:44 · brukt 06:00",
        )],
    );
}

/// A meeting of 45 minutes that begins at `start` in UTC: when it begins, half an hour later, and when it should end, by
/// the clock on the wall, and what has been spent by then.
#[track_caller]
fn check_change_of_time(start: &str, labels: [&str; 3]) {
    let start = start.parse::<DateTime<FixedOffset>>().unwrap().to_utc();
    let mut meeting = fresh();
    meeting.handle(Event::Begin, start).unwrap();
    let half = start + TimeDelta::minutes(30);
    meeting.handle(Event::GoTo(item(3, 0)), half).unwrap();
    let timing = meeting.timing(half).unwrap();
    assert_eq!([start, half, timing.planned_end].map(wall), labels);
    assert_eq!(timing.spent.total, TimeDelta::minutes(30));
    let end = start + TimeDelta::minutes(45);
    meeting.handle(Event::End, end).unwrap();
    assert_eq!(wall(meeting.timing(end).unwrap().expected_end), labels[2]);
    // The start can be corrected by the clock on the wall, whichever side of the change it lies on.
    let day = oslo().date(start);
    let [label, ..] = labels;
    let typed = NaiveTime::parse_from_str(label, "%H:%M").unwrap();
    assert_eq!(oslo().instant(day, typed), start);
}

#[test]
fn a_meeting_across_the_change_to_summer_time_lasts_as_long_as_any_other() {
    check_change_of_time("2026-03-29T00:30:00Z", ["01:30", "03:00", "03:15"]);
    check_change_of_time("2026-03-29T00:59:00Z", ["01:59", "03:29", "03:44"]);
    check_change_of_time("2026-03-29T01:00:00Z", ["03:00", "03:30", "03:45"]);
}

#[test]
fn a_meeting_across_the_change_from_summer_time_lasts_as_long_as_any_other() {
    check_change_of_time("2026-10-25T00:30:00Z", ["02:30", "02:00", "02:15"]);
    check_change_of_time("2026-10-24T23:30:00Z", ["01:30", "02:00", "02:15"]);
    check_change_of_time("2026-10-25T02:00:00Z", ["03:00", "03:30", "03:45"]);
}

fn later() -> impl Strategy<Value = TimeDelta> {
    (0..7_200_000_i64).prop_map(TimeDelta::milliseconds)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn overtime_never_reads_as_time_left(run in any_run(), wait in later()) {
        play(&run, |_, meeting, _, now| {
            let Some(timing) = meeting.timing(now + wait) else {
                return Ok(());
            };
            let left = timing.phase_left();
            let minutes = whole_minutes_left(left);
            prop_assert_eq!(minutes > 0, left > TimeDelta::zero());
            prop_assert!(TimeDelta::minutes(minutes) >= left, "more is left than said");
            match timing.signal() {
                Signal::OnTrack => prop_assert!(left > TimeDelta::minutes(2)),
                Signal::Ending { minutes: said } => {
                    prop_assert!(left > TimeDelta::zero());
                    prop_assert!((1..=2).contains(&said) && said == minutes);
                }
                Signal::Up => {
                    prop_assert!(left <= TimeDelta::zero() && left > -TimeDelta::minutes(1));
                }
                Signal::Over { minutes: said } => {
                    prop_assert!(said >= 1 && -left >= TimeDelta::minutes(said));
                    prop_assert!(-left < TimeDelta::minutes(said + 1));
                }
                Signal::Paused => prop_assert_eq!(timing.run_state, RunState::Paused),
                Signal::Ended => prop_assert_eq!(timing.run_state, RunState::Ended),
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_expected_end_is_never_before_now_nor_before_the_end_of_the_phase(
        run in any_run(),
        wait in later(),
    ) {
        play(&run, |_, meeting, _, now| {
            if let Some(timing) = meeting.timing(now + wait)
                && timing.run_state != RunState::Ended
            {
                prop_assert!(timing.expected_end >= timing.now);
                prop_assert!(timing.expected_end >= timing.phase_end());
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_shown_next_lies_ahead_and_near_as_long_as_time_runs(run in any_run(), wait in later()) {
        play(&run, |_, meeting, _, now| {
            let Some(timing) = meeting.timing(now + wait) else {
                return Ok(());
            };
            let (second, minute) = (timing.next_second(), timing.next_minute());
            if timing.run_state != RunState::Running {
                prop_assert_eq!((second, minute), (None, None));
                return Ok(());
            }
            let (second, minute) = (second.unwrap(), minute.unwrap());
            prop_assert!(timing.now < second && second <= timing.now + TimeDelta::seconds(1));
            prop_assert!(timing.now < minute && minute <= timing.now + TimeDelta::minutes(1));
            // Nothing read in whole minutes is another shortly before, and something is right then.
            let read = |at: Timestamp| {
                let timing = meeting.timing(at).unwrap();
                let spent = (timing.phase_spent(timing.phase), timing.spent.total);
                let minutes = (spent.0.num_minutes(), spent.1.num_minutes());
                (minutes, at.timestamp().div_euclid(60))
            };
            let just_before = minute - TimeDelta::milliseconds(1);
            prop_assert_eq!(read(timing.now), read(just_before));
            prop_assert_ne!(read(just_before), read(minute));
            Ok(())
        })?;
    }

    #[test]
    fn whoever_waits_for_each_next_second_sees_every_second(
        run in any_run(),
        wait in later(),
        delays in vec(0..400_i64, 5),
    ) {
        let (meeting, now) = play(&run, |_, _, _, _| Ok(()))?;
        let mut timing = match meeting.timing(now + wait) {
            Some(timing) if timing.run_state == RunState::Running => timing,
            Some(_) | None => return Ok(()),
        };
        for delay in delays {
            // A machine that is busy wakes a little late.
            let woken = timing.next_second().unwrap() + TimeDelta::milliseconds(delay);
            let next = meeting.timing(woken).unwrap();
            prop_assert_eq!(seconds_left(&next), seconds_left(&timing) - 1);
            timing = next;
        }
    }
}
