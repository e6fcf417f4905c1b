"""The disk of the tests (tests/support/disk_shim.rs) for measurements: slow or hanging on request, and a log of calls."""
import functools
import os
import pathlib
import struct
import subprocess
import tempfile

CLASSES = ["make", "write", "sync", "rename", "remove", "read", "lock"]    # as numbered in the shim
KINDS = {1: "open", 2: "write", 3: "truncate", 4: "sync begins", 5: "sync ends", 6: "rename", 7: "remove",
         8: "make folder", 9: "remove folder", 10: "link", 11: "symlink", 12: "hangs"}
HEAD = struct.Struct("=QIIQQqQqII")
LIBRARY = "disk_shim.so"
SOURCE = pathlib.Path(__file__).parent.parent / "support" / "disk_shim.rs"


@functools.cache
def built():
    """The folder with the library, which lives as long as this program."""
    room = tempfile.TemporaryDirectory(prefix="disk-shim-")
    subprocess.run([os.environ.get("RUSTC", "rustc"), "--edition=2024", "--crate-type=cdylib", "-Copt-level=2",
                    "-Cpanic=abort", "-Clto=fat", "-o", f"{room.name}/{LIBRARY}", SOURCE], check=True)
    return room


class Disk:
    """The disk under one folder, as programs started with `variables` see it; a context manager."""

    def __init__(self, folder, log=False):
        self.room = tempfile.TemporaryDirectory(prefix="disk-")
        here = pathlib.Path(self.room.name)
        self.control, self.log = here / "control", here / "log"
        self.variables = {"LD_PRELOAD": f"{built().name}/{LIBRARY}", "DISK_SHIM_FOLDER": os.path.realpath(folder),
                          "DISK_SHIM_CONTROL": str(self.control)} | ({"DISK_SHIM_LOG": str(self.log)} if log else {})

    def orders(self, hangs=(), slow=(), delay=0.0):
        """What hangs, and what takes so many seconds, from now on."""
        bits = [sum(1 << CLASSES.index(name) for name in names) for names in (hangs, slow)]
        following = self.control.with_suffix(".next")
        following.write_bytes(struct.pack("=8iIIQQ", *[0] * 8, *bits, int(delay * 1e9), 0))
        following.rename(self.control)

    def calls(self):
        """Dicts of what was called so far."""
        data, at = self.log.read_bytes(), 0
        while at + HEAD.size <= len(data):
            length, kind, thread, began, ended, result, inode, number, first, second = HEAD.unpack_from(data, at)
            at += HEAD.size
            body, at = data[at:at + length], at + length
            yield {"kind": KINDS[kind], "thread": thread, "began": began, "ended": ended, "result": result,
                   "inode": inode, "number": number, "path": body[:first].decode(),
                   "other": body[first:first + second].decode(), "data": body[first + second:]}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.orders()
        self.room.cleanup()
