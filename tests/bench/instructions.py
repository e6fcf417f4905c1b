#!/usr/bin/env python3
"""Counts the instructions of a key in a note, thread by thread. Counts do not depend on the load of the machine.

  instructions.py --binary target/release/dialogmote

A meeting is begun and paused, so that no clock ticks, in a window of 120 columns and 36 lines. A run types letters into
the note and waits for each to show; two runs of different length tell what one key costs, whatever the start costs.
Needs valgrind. The first line is the main thread; the saver is the other thread that works at every key.
"""
import argparse
import os
import pathlib
import re
import subprocess
import tempfile

from measure import Program

SHORT, LONG = 40, 140
LETTERS = "en note om arbeidet og hvordan det kan legges til rette "
PATIENCE = 300


def counted(binary, letters):
    """The instructions of each thread of a session in which so many letters are typed."""
    with tempfile.TemporaryDirectory() as directory:
        out = pathlib.Path(directory) / "counts"
        argv = ["valgrind", "-q", "--tool=callgrind", "--separate-threads=yes", f"--callgrind-out-file={out}",
                str(pathlib.Path(binary).resolve()), "--mappe", f"{directory}/m", "nytt"]
        program = Program(argv, directory, size=(36, 120))
        program.quiet(10)
        for key in (b"\x1b[15~", b"\x02", b"\x1b[15~"):   # F5 begins, Ctrl+B confirms, F5 pauses
            program.send(key)
            program.watch(5)                               # a clock that runs is never quiet
        program.quiet(4)
        for number in range(letters):
            program.send(LETTERS[number % len(LETTERS)].encode())
            if program.chunk(PATIENCE) is None:
                raise SystemExit("a key was not shown")
            program.quiet(0.3)
        program.send(b"\x11")                              # Ctrl+Q
        os.waitpid(program.pid, 0)
        os.close(program.fd)
        counts = {}
        for file in sorted(pathlib.Path(directory).glob("counts-*")):
            total = re.search(r"^(?:summary|totals): (\d+)", file.read_text(), re.M)
            counts[file.name.removeprefix("counts-")] = int(total.group(1)) if total else 0
        return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default="target/release/dialogmote")
    binary = parser.parse_args().binary
    version = subprocess.run(["valgrind", "--version"], capture_output=True, text=True, check=True)
    print(version.stdout.strip())
    short, long = counted(binary, SHORT), counted(binary, LONG)
    for thread in sorted(long):
        per_key = (long[thread] - short.get(thread, 0)) / (LONG - SHORT)
        print(f"thread {thread}: {per_key / 1e6:6.3f} M a key")


if __name__ == "__main__":
    main()
