#!/usr/bin/env python3
"""Compares terminal programs as a user meets them: how soon each is there, how soon a key shows, what it costs.

  measure.py --size 0 --size 20000 --size 64000 --template notes.toml \\
      --subject minitui 'minitui {dir}/notes.txt' '\\^E end' '<C-e>' \\
      --subject mine 'mine {dir}/notes.toml' 'F1 Help' '<Tab><C-End>'

A subject is NAME COMMAND READY KEYS. Each round starts each subject afresh, in turn, in a directory of its own:
{dir}, which is also HOME. It holds notes.txt, lines of words of the given size, and each template with the
same text for @TEXT@, escaped as TOML and JSON basic strings are. READY is a regular expression for what stands
last in the first full frame. KEYS lead from there to typing at the end of the text. Programs skip blanks by
moving the cursor, and control sequences are taken out before the search: write ' ?' for a blank in READY.

Trust the ratio of two subjects in one run, not a time by itself: the time has this program's share in it.
"""
import argparse
import fcntl
import json
import os
import pathlib
import pty
import random
import re
import select
import shlex
import signal
import statistics
import struct
import tempfile
import termios
import time

NAMED = {"Enter": "\r", "Esc": "\x1b", "Tab": "\t", "S-Tab": "\x1b[Z", "lt": "<", "Up": "\x1b[A", "Down": "\x1b[B",
         "Right": "\x1b[C", "Left": "\x1b[D", "Home": "\x1b[H", "End": "\x1b[F", "C-Home": "\x1b[1;5H",
         "C-End": "\x1b[1;5F", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~"}
CONTROL = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]")
LETTERS = "wzqx"        # rare in Norwegian, so that only the typed letter can be meant


def presses(keys):
    """'<C-e>a<Enter>' as a list of what a terminal sends, one item per key."""
    for key in re.findall(r"<[^<>]+>|.", keys):
        name = key[1:-1]
        if re.fullmatch(r"C-[a-z]", name):
            yield bytes([ord(name[2]) & 0x1F])
        else:
            yield (NAMED[name] if name else key).encode()


class Program:
    """A program in a pseudo-terminal; a context manager that kills it."""

    def __init__(self, argv, directory, size=(30, 100), more=None):
        """`size` is rows and columns, `more` variables for its environment."""
        started, stamp = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.chdir(directory)
            env = {"HOME": directory, "TERM": "xterm-256color", "LANG": "nb_NO.UTF-8", "TZ": "Europe/Oslo",
                   "PATH": os.environ.get("PATH", os.defpath)} | (more or {})
            os.write(stamp, struct.pack("q", time.monotonic_ns()))
            os.execvpe(argv[0], argv, env)
        os.close(stamp)
        self.started = struct.unpack("q", os.read(started, 8))[0]
        os.close(started)
        self.written = 0

    def chunk(self, seconds):
        """What it writes next and when, or None if it writes nothing for so long."""
        if not select.select([self.fd], [], [], max(0, seconds))[0]:
            return None
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            raise SystemExit("the program has ended") from None
        self.written += len(data)
        return data, time.monotonic_ns()

    def until(self, pattern, since, seconds=10):
        """Milliseconds from `since` to the chunk that completes the pattern; None if it does not come."""
        text, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and (got := self.chunk(left)):
            text += got[0]
            if re.search(pattern, CONTROL.sub(b"", text)):
                return (got[1] - since) / 1e6
        return None

    def watch(self, seconds):
        """Takes in what it writes for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.chunk(left)

    def quiet(self, seconds=0.1):
        """Takes in what it writes until it has written nothing for so long."""
        while self.chunk(seconds):
            pass

    def send(self, key):
        os.write(self.fd, key)
        return time.monotonic_ns()

    def status(self, field, task="."):
        text = pathlib.Path(f"/proc/{self.pid}/{task}/status").read_text()
        return int(re.search(rf"^{field}:\s+(\d+)", text, re.M)[1])

    def spent(self):
        """CPU time in ns, voluntary switches and bytes written so far, of all threads."""
        cpu = switches = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            cpu += int(pathlib.Path(f"/proc/{self.pid}/task/{task}/schedstat").read_text().split()[0])
            switches += self.status("voluntary_ctxt_switches", f"task/{task}")
        return cpu, switches, self.written

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def words(size):
    """Lines of words, together about so many bytes; none for 0."""
    line = "det som ble sagt av hver enkelt om hva som kan gjøres på arbeidsplassen nå\n"
    return "".join(f"{n:05d} {line}" for n in range(-(-size // len(f"00000 {line}".encode()))))


def echo(program, rng, keys):
    """Milliseconds from each key to the chunk that shows it, and the number of keys that never showed."""
    times, lost = [], 0
    for n in range(keys):
        if n % 6 == 5:          # a blank is not measured: it shows no ink
            program.send(b"\r" if n % 48 == 47 else b" ")
            program.quiet(0.02)
            continue
        letter = rng.choice(LETTERS).encode()
        ms = program.until(letter, program.send(letter), 1)
        lost += ms is None
        times += [] if ms is None else [ms]
        program.watch(rng.uniform(0.008, 0.03))
    return times, lost


def measure(subject, size, args, rng):
    """One round of one subject: a dict of lists of figures."""
    name, command, ready, keys = subject
    text = words(size)
    with tempfile.TemporaryDirectory(prefix="measure-", ignore_cleanup_errors=True) as directory:
        here = pathlib.Path(directory)
        (here / "notes.txt").write_text(text)
        for template in map(pathlib.Path, args.template):
            (here / template.name).write_text(template.read_text().replace("@TEXT@", json.dumps(text)[1:-1]))
        with Program([a.replace("{dir}", directory) for a in shlex.split(command)], directory) as program:
            start = program.until(ready.encode(), program.started)
            if start is None:
                raise SystemExit(f"{name}: {ready!r} never showed")
            program.quiet()
            for key in presses(keys):
                program.send(key)
                program.quiet()
            times, lost = echo(program, rng, args.keys)
            program.quiet(0.5)
            before = program.spent()
            program.watch(args.idle)
            cpu, switches, written = ((b - a) / args.idle for a, b in zip(before, program.spent()))
            return {"start": [start], "echo": times, "lost": [lost], "cpu": [cpu / 1e6], "wake": [switches],
                    "bytes": [written], "peak": [program.status("VmHWM") / 1024]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--subject", nargs=4, action="append", required=True,
                        metavar=("NAME", "COMMAND", "READY", "KEYS"))
    parser.add_argument("--size", type=int, action="append", help="bytes of text; again for more (default 0)")
    parser.add_argument("--template", action="append", default=[], help="file with @TEXT@ to put into {dir}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keys", type=int, default=120, help="keys typed per round")
    parser.add_argument("--idle", type=float, default=5, help="seconds of nothing per round")
    args, rng = parser.parse_args(), random.Random(1)
    print("| text | subject | start ms min | p50 | key ms p50 | p99 | lost | idle CPU ms/s | wake-ups/s | bytes/s "
          "| peak MiB |\n" + "|---" * 11 + "|")
    for size in args.size or [0]:
        figures = [{} for _ in args.subject]
        for number in range(args.rounds):
            for i in sorted(range(len(args.subject)), key=lambda i: (i - number) % len(args.subject)):
                for what, values in measure(args.subject[i], size, args, rng).items():
                    figures[i].setdefault(what, []).extend(values)
        for subject, f in zip(args.subject, figures):
            f["echo"] = sorted(f["echo"]) or [float("nan")]
            mid = {what: statistics.median(values) for what, values in f.items()}
            print(f"| {size:,} | {subject[0]} | {min(f['start']):.2f} | {mid['start']:.2f} | {mid['echo']:.3f} | "
                  f"{f['echo'][int(len(f['echo']) * 0.99)]:.3f} | {sum(f['lost'])} | {mid['cpu']:.3f} | "
                  f"{mid['wake']:.2f} | {mid['bytes']:.0f} | {mid['peak']:.1f} |", flush=True)


if __name__ == "__main__":
    main()
