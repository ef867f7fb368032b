# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of semascope-cli share: running it, small files of vectors, and TAP."""

import gzip
import os
import struct
import subprocess
import sys
import tempfile
import traceback

PROGRAM = sys.argv[1]
SAMPLE = os.environ["SEMA_SAMPLE"]
FOLDER = tempfile.TemporaryDirectory(prefix="semascope-cli-")
CASES = []

ROWS = [
    (b"king", (1.0, 0.0, 0.0)),
    (b"queen", (0.9, 0.1, 0.0)),
    (b"man", (0.2, 0.0, 1.0)),
    (b"woman", (0.1, 0.1, 1.0)),
    ("größe".encode(), (0.0, 1.0, 0.1)),
    (b"mango", (0.0, 0.9, 0.3)),
]


class Skip(Exception):
    """Raised by a case that this system can say nothing about."""


def case(function):
    """Registers a function as a test case."""
    CASES.append(function)
    return function


def path(name):
    return os.path.join(FOLDER.name, name)


def write(name, data):
    with open(path(name), "wb") as file:
        file.write(data)
    return path(name)


def read(name):
    with open(path(name), "rb") as file:
        return file.read()


def glove(rows):
    return b"".join(word + b" " + " ".join(map(repr, numbers)).encode() + b"\n" for word, numbers in rows)


def text(rows):
    return b"%d %d\n" % (len(rows), len(rows[0][1])) + glove(rows)


def binary(rows, newline=b"\n"):
    head = b"%d %d\n" % (len(rows), len(rows[0][1]))
    return head + b"".join(word + b" " + struct.pack("<%df" % len(numbers), *numbers) + newline for word, numbers in rows)


def small(name="small.txt"):
    return write(name, glove(ROWS))


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")  # what is printed must always be UTF-8
        self.err = done.stderr.decode("utf-8")
        self.lines = self.out.splitlines()


def run(*arguments, locale="C.UTF-8", stdout=subprocess.PIPE, environment=None, before=None):
    words = [argument if isinstance(argument, bytes) else argument.encode() for argument in arguments]
    environment = dict(os.environ, LC_ALL=locale, **(environment or {}))
    done = subprocess.run([PROGRAM.encode()] + words, stdout=stdout, stderr=subprocess.PIPE, env=environment, preexec_fn=before, timeout=120)
    done.stdout = done.stdout or b""
    return Result(done)


def ok(*arguments, **options):
    result = run(*arguments, **options)
    assert result.status == 0, (result.status, result.err)
    return result


def fails(status, *arguments, **options):
    """The call fails with the status, one sentence on stderr (and where help is, for usage), nothing on stdout."""
    result = run(*arguments, **options)
    assert result.status == status, (result.status, result.err)
    assert result.out == "", result.out
    said = [line for line in result.err.splitlines() if not line.startswith("warning: ")]
    assert 1 <= len(said) <= (1 if status == 1 else 2) and result.err.endswith("\n"), result.err
    return result


def gz(data):
    return gzip.compress(data)


def main():
    print("1..%d" % len(CASES))
    failed = 0
    for number, function in enumerate(CASES, 1):
        try:
            function()
            print("ok %d - %s" % (number, function.__name__))
        except Skip as reason:
            print("ok %d - %s # SKIP %s" % (number, function.__name__, reason))
        except Exception:  # a test may fail in any way
            failed += 1
            print("not ok %d - %s" % (number, function.__name__))
            print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()), end="")
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
