#!/usr/bin/env python3
"""Is saving felt, and is it in time?

  saving.py --binary target/release/dialogmote --size 0 --size 20000

Felt: the time from a key to the chunk that shows it, while the program saves as it does, and while its saver is stuck
in a write (tests/support/disk_shim.rs holds that), so that nothing is saved. Both in one program, by turns of 30 keys,
with so many bytes in the note already. The difference of the two p99 is what saving costs the one who types. A machine
that is busy with something else for a moment makes one p99 late and not the other; so each is taken --repeats times, in
programs of their own, and the difference in the middle counts. Where the repeats differ by more than twice what is
promised, the machine is too busy to tell, and nothing is decided.

In time: for --typing seconds at each rate, all calls below the folder of meetings are logged with their times. A state
is handed over when it is first written to any file, and safe when its fsync, the rename of the meeting's own file and
the fsync of the folder have all returned. Told is how long the oldest state that was not safe had to wait each time;
the promise is a second. States that nobody wrote because a newer one came while the saver was busy are not seen.

The last lines are the verdict; the exit status is 1 where a promise was broken, and 2 where nothing was decided.
"""
import argparse
import os
import pathlib
import random
import re
import statistics
import tempfile
import time

import disk
import kills
import measure

TURN = 30
FELT = 1                    # ms by which the p99 may grow
IN_TIME = 1000              # ms after which a state must be safe
NUMBER = re.compile(rb"^lagring = (\d+)", re.M)


def centile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def felt(binary, size, keys, rng):
    """Milliseconds of each key, saving and not saving, and how many keys never showed."""
    with tempfile.TemporaryDirectory(prefix="saving-") as directory:
        with disk.Disk(os.path.join(directory, "meetings")) as under:
            meeting = kills.Meeting(binary, directory, under.variables)
            with meeting.program as program:
                if size:
                    program.send(b"\x1b[200~")
                    for line in measure.words(size).splitlines():
                        program.send(f"{line}\r".encode())
                        program.chunk(0)
                    program.send(b"\x1b[201~")
                program.quiet(0.3)
                times, lost = {True: [], False: []}, 0
                while len(times[True]) < keys:
                    for saves in (False, True):
                        under.orders(hangs=() if saves else ["write"])
                        program.send(b" ")      # the first write after this one hangs
                        program.quiet(0.2)
                        more, missed = measure.echo(program, rng, TURN)
                        times[saves] += more
                        lost += missed
                under.orders()
                program.quiet()
                return times, lost


def waits(calls):
    """Milliseconds that the oldest unsafe state had waited, each time that one became safe."""
    handed, number, files, covered, safe_at = {}, {}, {}, {}, []
    begun, renamed, safe = {}, [], -1
    for call in calls:
        kind, path, inode = call["kind"], call["path"], call["inode"]
        if call["result"] < 0:
            continue
        if kind == "open":
            files[path] = inode
        elif kind == "write" and (found := NUMBER.search(call["data"])):
            number[inode] = int(found[1])
            covered.pop(inode, None)
            handed.setdefault(number[inode], call["began"])
        elif kind == "sync begins":
            begun[call["thread"]] = len(renamed)
        elif kind == "sync ends" and path:
            covered[inode] = number.get(inode)
        elif kind == "sync ends":
            for state in renamed[:begun[call["thread"]]]:
                unsafe = [at for other, at in handed.items() if safe < other <= state]
                if unsafe:
                    safe_at.append((call["ended"] - min(unsafe)) / 1e6)
                    safe = state
            renamed = []
        elif kind == "rename":
            files[call["other"]] = inode = files.get(path)
            name = call["other"]
            if covered.get(inode) is not None and name.endswith(".toml") and not name.startswith(".") and "/" not in name:
                renamed.append(covered[inode])
    return safe_at, sum(other > safe for other in handed)


def in_time(binary, rate, seconds):
    with tempfile.TemporaryDirectory(prefix="saving-") as directory:
        with disk.Disk(os.path.join(directory, "meetings"), log=True) as under:
            meeting = kills.Meeting(binary, directory, under.variables)
            with meeting.program as program:
                text = "".join(f"{kills.word(n)} " for n in range(int(rate * seconds / 7) + 1))
                began = time.monotonic()
                for n, letter in enumerate(text):
                    while (left := began + n / rate - time.monotonic()) > 0:
                        program.chunk(left)
                    program.send(letter.encode())
                program.watch(2)
            return waits(under.calls())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--size", type=int, action="append", help="bytes in the note; again for more (default 0)")
    parser.add_argument("--keys", type=int, default=600, help="keys each way for each size and repeat")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--rate", type=int, action="append", help="keys a second; again for more (default 15 and 200)")
    parser.add_argument("--typing", type=float, default=15, help="seconds at each rate; 0 leaves this out")
    args, rng = parser.parse_args(), random.Random(1)
    binary = str(args.binary.resolve(strict=True))
    broken, undecided = [], []
    print("| note | key ms, saving p50 | p99 | not saving p50 | p99 | p99 more, least | middle | most | never shown |\n"
          + "|---" * 9 + "|")
    for size in args.size or [0]:
        all_times, more, never = {True: [], False: []}, [], 0
        for _ in range(args.repeats):
            times, lost = felt(binary, size, args.keys, rng)
            late = {saves: centile(values, 0.99) for saves, values in times.items()}
            more.append(late[True] - late[False])
            never += lost
            for saves, values in times.items():
                all_times[saves] += values
        middle = {saves: statistics.median(values) for saves, values in all_times.items()}
        late = {saves: centile(values, 0.99) for saves, values in all_times.items()}
        print(f"| {size:,} | {middle[True]:.2f} | {late[True]:.2f} | {middle[False]:.2f} | {late[False]:.2f} | "
              f"{min(more):+.2f} | {statistics.median(more):+.2f} | {max(more):+.2f} | {never} |", flush=True)
        if max(more) - min(more) > 2 * FELT:
            undecided.append(f"p99 differs by {max(more) - min(more):.1f} ms from time to time with {size:,} bytes in the note")
        elif statistics.median(more) > FELT or never:
            broken.append(f"a key feels saving with {size:,} bytes in the note")
    if args.typing:
        print("\n| keys/s | times made safe | oldest state waited ms p50 | max | states not safe 2 s after |\n"
              + "|---" * 5 + "|")
        for rate in args.rate or [15, 200]:
            waited, left = in_time(binary, rate, args.typing)
            print(f"| {rate} | {len(waited)} | {centile(waited, 0.5):.0f} | {max(waited, default=float('nan')):.0f} | "
                  f"{left} |", flush=True)
            if not waited or max(waited) > IN_TIME or left:
                broken.append(f"a state is late at {rate} keys/s")
    if broken:
        raise SystemExit("\n" + "\n".join(f"BROKEN: {what}" for what in broken))
    if undecided:
        print("\n" + "\n".join(f"UNDECIDED: {what}" for what in undecided))
        raise SystemExit(2)
    print("\nKEPT: saving is not felt, and it is in time")


if __name__ == "__main__":
    main()
