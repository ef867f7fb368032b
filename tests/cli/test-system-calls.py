# SPDX-License-Identifier: GPL-3.0-or-later
"""At each call of the system that a save makes, it is killed, and once more the call fails: the old files are there, or the new ones."""

import os
import re
import shutil
import signal
import subprocess
import tempfile

from cli import PROGRAM, Skip, case, main

CALLS = ("openat", "fallocate", "write", "sendfile", "fsync", "fchown", "fchmod", "linkat", "rename", "renameat2", "unlink", "close")
ERRORS = {"write": "ENOSPC", "fallocate": "ENOSPC", "linkat": "EPERM", "openat": "EOPNOTSUPP"}
OLD = "3 2\nking 1 2\nqueen 3 4\nman 5 6\n"
NEW = "3 2\ncat 7 8\ndog 9 10\ncow 11 12\n"
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8")


class Place:
    """A folder with old files, and what they become. The files that are not the first hold words."""

    def __init__(self, *names, has_old=True):
        self.folder = tempfile.TemporaryDirectory(prefix="semascope-cli-")
        self.names = names
        self.exchanges = True  # whether names can be, on this file system
        self.old = self.make(OLD) if has_old else {}
        self.new = self.make(NEW)

    def make(self, text):
        """the files that a save makes of these vectors"""
        with open(os.path.join(self.folder.name, "from.vec"), "w", encoding="ascii") as file:
            file.write(text)
        os.mkdir(self.path())
        subprocess.run([PROGRAM, *self.arguments()], env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
        made = self.files()
        shutil.rmtree(self.path())
        assert sorted(made) == sorted(self.names), made
        return made

    def path(self, *name):
        return os.path.join(self.folder.name, "to", *name)

    def arguments(self):
        return "convert", os.path.join(self.folder.name, "from.vec"), "--output", self.path(self.names[0])

    def files(self):
        """contents by name"""
        return {name: open(self.path(name), "rb").read() for name in os.listdir(self.path())}

    def save(self, *options):
        """Saves over the old files, under strace."""
        shutil.rmtree(self.path(), ignore_errors=True)
        os.mkdir(self.path())
        for name, contents in self.old.items():
            with open(self.path(name), "wb") as file:
                file.write(contents)
        return subprocess.run(["strace", "-f", "-o", os.path.join(self.folder.name, "log"), *options, PROGRAM, *self.arguments()],
                              env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)

    def calls(self):
        """The calls of a save that goes well, from the first file in the folder on: (name, which of that name)."""
        done = self.save("-e", "trace=" + ",".join(CALLS))
        if done.returncode != 0 and b"ptrace" in done.stderr.lower():
            raise Skip("this system lets no process be traced")
        assert done.returncode == 0 and self.files() == self.new, done
        counts, calls, has_begun = {}, [], False
        for line in open(os.path.join(self.folder.name, "log"), encoding="utf-8", errors="replace"):
            self.exchanges = self.exchanges and "RENAME_EXCHANGE) = -1" not in line
            found = re.match(r"\d+ +([a-z0-9]+)\(", line)
            if not found:
                continue
            name = found[1]
            counts[name] = counts.get(name, 0) + 1
            has_begun = has_begun or (name == "openat" and self.path() in line)
            if has_begun:
                calls.append((name, counts[name]))
        assert len(calls) > 5, calls
        return calls


def check_killed(place, call):
    """Words are never beside numbers that they do not belong to."""
    files = {name: contents for name, contents in place.files().items() if not name.startswith(".")}
    numbers = place.names[0]
    without_words = [{numbers: state[numbers]} for state in (place.old, place.new) if state]
    nothing = [] if place.exchanges else [{}]
    assert files in [place.old, place.new, *without_words, *nothing], (call, files)


def check_failed(place, call, done):
    files = place.files()
    if call[0] == "unlink":
        files = {name: contents for name, contents in files.items() if not name.startswith(".")}
    if done.returncode == 0 or done.stderr == b"semascope-cli: the answer could not be written to standard output.\n":
        assert files == place.new, (call, files)
    else:
        assert done.returncode == 1 and files == place.old, (call, done, files)
        assert re.fullmatch(rb"semascope-cli: [^\n]*cannot be written: [^\n]*\n", done.stderr), done.stderr


def check(place):
    if not shutil.which("strace"):
        raise Skip("strace is not installed")
    calls = place.calls()
    for name, nth in calls:
        place.save("-e", "trace=" + name, "-e", f"inject={name}:signal=KILL:when={nth}")
        check_killed(place, (name, nth))
        done = place.save("-e", "trace=" + name, "-e", f"inject={name}:error={ERRORS.get(name, 'EIO')}:when={nth}")
        check_failed(place, (name, nth), done)
    print(f"# {len(calls)} calls of the system")


@case
def a_new_file():
    check(Place("new.bin", has_old=False))


@case
def a_file_is_replaced():
    check(Place("old.vec"))


@case
def a_new_pair():
    check(Place("new.npy", "new.vocab", has_old=False))


@case
def a_pair_is_replaced():
    check(Place("old.npy", "old.vocab"))


@case
def a_folder_for_the_projector_is_replaced():
    check(Place("tensors.tsv", "metadata.tsv"))


main()
