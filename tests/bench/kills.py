#!/usr/bin/env python3
"""SIGKILL at any moment: nothing that had been on the screen for 100 ms may be missing after a restart.

  kills.py --binary target/release/dialogmote --kills 100 --rate 15 --rate 200

In a real meeting in a window of 120 x 36, numbered words are typed at each rate. At a random moment, 1 to 4 s after
the first key, the program is killed. `dialogmote referat` then says what is there, and the program is started again
and must show it. What is there must be a beginning of what was typed. Each kill is in an item of its own; after ten
there is a new meeting. --hold-fsync makes each fsync and fdatasync take 500 ms. --check lets the program save nothing
while words are typed: then almost all must be missing, or this program finds no losses.

The last line is the verdict; the exit status is 1 where the promise was broken.

When is a character on the screen? When the bytes that put it there have come out of the pseudo-terminal, at the end
of a whole frame (the program marks them). They are drawn on a screen model that knows no more than this program needs;
the last word, or its beginning, is looked for behind the word before it. A real terminal shows it some milliseconds
later: a loss is never counted too young, but may be counted too old. A blank shows no ink, so it counts with the
character behind it.
"""
import argparse
import codecs
import contextlib
import os
import pathlib
import random
import re
import sys
import tempfile
import time
import tomllib

import disk
import measure

ROWS, COLUMNS = 36, 120
SAFE = 100e6                # ns on the screen after which nothing may be lost
KILLS_PER_MEETING = 10
PIECE = re.compile(r"\x1b\[([0-?]*)[ -/]*([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]|([^\x1b])", re.S)
FRAME_ENDS = "\x1b[?2026l"


class Screen:
    """What a program has drawn that moves the cursor to a place and writes there."""

    def __init__(self):
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest, self.row, self.column = "", 0, 0
        self.clear()

    def clear(self):
        self.cells = [[" "] * COLUMNS for _ in range(ROWS)]

    def draw(self, data):
        """Answers with whether a frame was completed."""
        text, self.rest = self.rest + self.decoder.decode(data), ""
        last = text.rfind("\x1b")
        if last >= 0 and not PIECE.match(text, last):       # cut off in the middle
            text, self.rest = text[:last], text[last:]
        for piece in PIECE.finditer(text):
            numbers, name, sign = piece.groups()
            if sign:
                self.write(sign)
            elif name == "H":
                row, _, column = numbers.partition(";")
                self.row, self.column = int(row or 1) - 1, int(column or 1) - 1
            elif name == "J":
                self.clear()
        return FRAME_ENDS in text

    def write(self, sign):
        if sign == "\r":
            self.column = 0
        elif sign == "\n":
            self.row = min(self.row + 1, ROWS - 1)
        elif sign >= " ":
            if self.row < ROWS and self.column < COLUMNS:
                self.cells[self.row][self.column] = sign
            self.column += 1

    def text(self):
        return "\n".join("".join(row) for row in self.cells)


def word(number):
    return f"w{number:05d}"


class Meeting:
    """A meeting in a folder of its own, and the program in which it is open."""

    def __init__(self, binary, directory, more):
        self.binary, self.directory, self.more = binary, directory, more
        self.folder = os.path.join(directory, "meetings")
        self.start()
        for key, shown in (("", "Nytt møte"), ("\r", "GJØR KLART"), ("\x1b[15~", "Notat til referatet")):
            if key:
                self.program.send(key.encode())
            if not self.sees(shown):
                raise SystemExit(f"{shown!r} never showed")

    def start(self):
        self.screen = Screen()
        argv = [self.binary, "--mappe", self.folder]
        self.program = measure.Program(argv, self.directory, (ROWS, COLUMNS), self.more)

    def sees(self, text, seconds=10):
        end = time.monotonic() + seconds
        while text not in self.screen.text():
            got = self.program.chunk(end - time.monotonic())
            if not got:
                return False
            self.screen.draw(got[0])
        return True

    def quiet(self):
        """Draws until nothing has come for a while, in which the program has also saved."""
        while got := self.program.chunk(0.3):
            self.screen.draw(got[0])

    def notes(self):
        """What is in the notes of the newest state on disk; None if there is none that is whole."""
        states = []
        for name in os.listdir(self.folder):
            if name.endswith((".toml", ".toml.siste")):
                try:
                    with open(os.path.join(self.folder, name), "rb") as file:
                        state = tomllib.load(file)
                except (OSError, tomllib.TOMLDecodeError):
                    continue
                if "slutt" in state:
                    states.append(state)
        if not states:
            return None
        newest = max(states, key=lambda state: state["lagring"])
        return "\n".join(item.get("notat", "") for item in newest.get("punkt", []))

    def shown(self, typed, known):
        """How many characters of what was typed are on the screen, the first `known` of which were."""
        text = self.screen.text()
        length = len(word(0)) + 1
        for number in range(len(typed) // length, known // length - 1, -1):
            # From the word that is being typed back to the last one that was seen.
            begun = typed[number * length:(number + 1) * length].rstrip()
            before = typed[(number - 1) * length:number * length].rstrip() if number else ""
            for count in range(len(begun), 0, -1):
                # On the next line, it stands alone at the beginning of the right column.
                if re.search(rf"(?:{before}[ │]+|{before} *\n[^\n]*│ *|^ *|│ *)(?<!\w){begun[:count]}(?!\w)", text, re.M):
                    return max(known, number * length + count)
        return known

    def types_until_killed(self, rate, first, seconds):
        """What was typed, when each character was seen (ns), and when the kill was."""
        typed, seen = "", []
        began = time.monotonic_ns()
        kill_at = began + int(seconds * 1e9)
        text = "".join(f"{word(first + n)} " for n in range(int(rate * seconds / 7) + 3))
        while (now := time.monotonic_ns()) < kill_at:
            due = began + int(len(typed) * 1e9 / rate)
            if now >= due:
                self.program.send(text[len(typed)].encode())
                typed += text[len(typed)]
                continue
            got = self.program.chunk((min(due, kill_at) - now) / 1e9)
            if got and self.screen.draw(got[0]):
                seen += [got[1]] * (self.shown(typed, len(seen)) - len(seen))
        killed = time.monotonic_ns()
        self.ends()
        return typed, seen, killed

    def ends(self):
        with self.program:
            pass


def kill(meeting, rate, first, rng, hangs):
    """One kill: a dict of figures. `hangs` is a disk that writes nothing meanwhile, or None."""
    meeting.quiet()
    if hangs:
        hangs.orders(hangs=["write"])
    typed, seen, killed = meeting.types_until_killed(rate, first, rng.uniform(1, 4))
    if hangs:
        hangs.orders()
    notes = meeting.notes()
    begin = (notes or "").find(word(first))
    # Nothing of the first word alone can be found; such a short life is not drawn.
    kept = "" if begin < 0 else notes[begin:].splitlines()[0].rstrip()
    lost = [(killed - at) / 1e6 for at in seen[len(kept):]]
    meeting.start()
    last = kept.split()[-1] if kept else "Notat til referatet"
    back = notes is not None and meeting.sees(last) and meeting.sees("Notat til referatet")
    if not back or not typed.startswith(kept):
        print(f"kept {kept[-40:]!r} of {typed[-40:]!r}; after the restart:\n{meeting.screen.text()}", file=sys.stderr)
    return {"keys": len(typed), "seen": len(seen), "lost": lost, "failed": not back,
            "foreign": not typed.startswith(kept)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--kills", type=int, default=100, help="for each rate")
    parser.add_argument("--rate", type=int, action="append", help="keys a second; again for more (default 15 and 200)")
    parser.add_argument("--hold-fsync", action="store_true", help="each takes 500 ms")
    parser.add_argument("--check", action="store_true", help="nothing is saved")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    binary, rng = str(args.binary.resolve(strict=True)), random.Random(args.seed)
    print("| keys/s | kills | keys | seen | lost after 100 ms | lost in all | age of what was lost, ms | "
          "not a beginning of what was typed | restarts that failed |\n" + "|---" * 9 + "|")
    broken = []
    for rate in args.rate or [15, 200]:
        results = []
        while len(results) < args.kills:
            with contextlib.ExitStack() as stack:
                directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="kills-"))
                under = None
                if args.hold_fsync or args.check:
                    under = stack.enter_context(disk.Disk(os.path.join(directory, "meetings")))
                if args.hold_fsync:
                    under.orders(slow=["sync"], delay=0.5)
                meeting, first = Meeting(binary, directory, under.variables if under else {}), 1
                stack.callback(meeting.ends)
                for _ in range(min(KILLS_PER_MEETING, args.kills - len(results))):
                    results.append(kill(meeting, rate, first, rng, under if args.check else None))
                    first += results[-1]["keys"]
                    if results[-1]["failed"]:
                        break           # what comes next would only fail too: a new meeting
                    meeting.program.send(b"\x0e")
        ages = sorted(age for result in results for age in result["lost"])
        count = {what: sum(result[what] for result in results) for what in ("keys", "seen", "foreign", "failed")}
        late = sum(age >= SAFE / 1e6 for age in ages)
        wrong = late < count["seen"] / 2 if args.check else late or count["foreign"] or count["failed"]
        broken += [rate] if wrong or not count["seen"] else []
        print(f"| {rate} | {len(results)} | {count['keys']} | {count['seen']} | {late} | "
              f"{len(ages)} | {f'{ages[0]:.1f}–{ages[-1]:.1f}' if ages else '–'} | {count['foreign']} | "
              f"{count['failed']} |", flush=True)
    if broken:
        raise SystemExit(f"\nBROKEN at {', '.join(map(str, broken))} keys/s" + (": losses are not found" if args.check else ""))
    print("\nKEPT" + (": losses are found" if args.check else ": nothing that was on the screen for 100 ms was lost"))


if __name__ == "__main__":
    main()
