#!/usr/bin/env python3
"""Reads the calendar files of the real program with an independent parser and compares every instant.

The program is run in several time zones on meetings whose day and time on the wall are given here. Python's own zone data
says which instant that is; Python's icalendar says which instant stands in the file.

usage: read.py --binary target/debug/dialogmote
"""

import argparse
import datetime as dt
import os
import pathlib
import subprocess
import sys
import tempfile
import zoneinfo

import icalendar

MEETING = pathlib.Path(__file__).with_name("mote.toml").read_text(encoding="utf-8")
PLAIN = "Møterom 2"

# Zone, day and time on the wall, place. The day is that of the meeting.
CASES = [
    ("Europe/Oslo", "2026-11-17", "10:00:00", PLAIN),
    ("Europe/Oslo", "2027-06-10", "08:30:00", PLAIN),
    # The clock is set forward on Easter Sunday 2027: before, in the hour that is left out, and after.
    ("Europe/Oslo", "2027-03-27", "23:30:00", PLAIN),
    ("Europe/Oslo", "2027-03-28", "02:30:00", PLAIN),
    ("Europe/Oslo", "2027-03-28", "09:00:00", PLAIN),
    # Set back: the hour that comes twice.
    ("Europe/Oslo", "2026-10-25", "02:30:00", PLAIN),
    ("Europe/London", "2027-03-28", "09:00:00", PLAIN),
    ("America/New_York", "2027-03-14", "12:00:00", PLAIN),
    ("Asia/Kathmandu", "2027-01-04", "09:15:00", PLAIN),
    ("Australia/Lord_Howe", "2027-01-04", "09:00:00", PLAIN),
    ("UTC", "2027-01-04", "09:00:00", PLAIN),
    # Places that would like to be more than a place.
    ("Europe/Oslo", "2026-11-17", "10:00:00", 'rom; "2", a\\nb: c\\d'),
    ("Europe/Oslo", "2026-11-17", "10:00:00", "æøå 👩‍🔧 " * 20),
    ("Europe/Oslo", "2026-11-17", "10:00:00", "rom\nEND:VEVENT\nATTENDEE:mailto:a@b.no\u2028X-A:1"),
]

# The absence in the meeting begins on 5 October 2026. The days that follow from the weeks of the law are Sundays, but for
# the first; the program writes the Friday before. It leaves out what is past for others, so what it writes must be among
# these.
DAYS = {
    "Påminnelse: plan": dt.date(2026, 10, 28),
    "Frist: plan": dt.date(2026, 10, 30),
    "Frist: møte": dt.date(2026, 11, 20),
    "Merkedag 1": dt.date(2026, 11, 27),
    "Merkedag 2": dt.date(2027, 4, 2),
}
MINUTES = 45
QUARTER = dt.timedelta(minutes=15)
NINE_THE_DAY_BEFORE = dt.timedelta(hours=15)


def quoted(text):
    """A TOML text that holds exactly this."""
    return "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in text)


def written(binary, zone, day, time, place):
    """The calendar file the program makes of the meeting."""
    meeting = MEETING.replace("@DATO@", day).replace("@TID@", time).replace("@STED@", quoted(place))
    with tempfile.TemporaryDirectory() as home:
        file = pathlib.Path(home) / "26-014_2026-10-12.toml"
        file.write_text(meeting, encoding="utf-8")
        environment = {"HOME": home, "TZ": zone, "PATH": os.environ.get("PATH", "")}
        command = [binary, "kalender", str(file)]
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        if done.returncode != 0:
            sys.exit(f"{zone} {day}: {done.stderr.decode()}")
        return done.stdout


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r} is not {wanted!r}")


def trigger(event):
    return [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


def check(binary, zone, day, time, place):
    """Compares everything in one file; answers with how many entries it has."""
    raw = written(binary, zone, day, time, place)
    for line in raw.split(b"\r\n"):
        same("a line break", b"\n" in line or b"\r" in line, False)
        same("a line of 75 bytes", len(line) <= 75, True)
    calendar = icalendar.Calendar.from_ical(raw)
    events = calendar.walk("VEVENT")
    same("what cannot be read", [event.errors for event in events if event.errors], [])
    same("ids", len({event["UID"] for event in events}), len(events))
    [meeting] = [event for event in events if isinstance(event.decoded("DTSTART"), dt.datetime)]
    days = [event for event in events if event is not meeting]

    # A time that comes twice is the first one; one that is left out counts on from before. That is fold 0.
    wall = dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=0)
    start = wall.astimezone(dt.timezone.utc)
    same(f"{zone} {day} {time}", meeting.decoded("DTSTART").astimezone(dt.timezone.utc), start)
    end = start + dt.timedelta(minutes=MINUTES)
    same("the end", meeting.decoded("DTEND").astimezone(dt.timezone.utc), end)
    same("the alarm", trigger(meeting), [-QUARTER])
    same("the title", str(meeting["SUMMARY"]), "Møte, sak 26-014")
    one_line = " ".join(place.replace("\u2028", "\n").split("\n"))
    same("the place", str(meeting["LOCATION"]), one_line.strip()[:200])
    same("guests", [event["ATTENDEE"] for event in events if "ATTENDEE" in event], [])

    for event in days:
        title = str(event["SUMMARY"])
        what = title.removesuffix(", sak 26-014")
        same(title, event.decoded("DTSTART"), DAYS.get(what))
        same(title, event.decoded("DTEND") - event.decoded("DTSTART"), dt.timedelta(days=1))
        same(title, str(event["TRANSP"]), "TRANSPARENT")
        same(title, set(trigger(event)) <= {-NINE_THE_DAY_BEFORE}, True)
    for event in events:
        same("privacy", str(event["CLASS"]), "PRIVATE")
    text = raw.replace(b"\r\n ", b"").decode().lower()
    for word in ["terje", "hanne", "dialog", "syk", "fravær", "hemmelig"]:
        same(word, word in text, False)
    # Without these, the days were not looked at at all.
    same("the deadline of the meeting", any("Frist: møte" in str(e["SUMMARY"]) for e in days), True)
    return len(events)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, help="the program, target/debug/dialogmote for example")
    binary = os.path.abspath(parser.parse_args().binary)
    entries = sum(check(binary, *case) for case in CASES)
    print(f"{len(CASES)} calendar files with {entries} entries hold what the program was given")


if __name__ == "__main__":
    main()
