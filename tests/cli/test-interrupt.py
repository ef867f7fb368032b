# SPDX-License-Identifier: GPL-3.0-or-later
"""What signals leave behind: nothing half done."""

import os
import resource
import signal
import subprocess
import tempfile
import time

from cli import PROGRAM, SAMPLE, case, main

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SENTENCE = "semascope-cli: stopped by a signal before it was done; no file is left half written.\n"
PATIENCE = 60


class Place:
    """A folder of its own with an old file in it."""

    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="semascope-cli-")
        self.name = name
        self.path = os.path.join(self.folder.name, name)
        with open(self.path, "wb") as file:
            file.write(b"old")

    def is_as_it_was(self):
        with open(self.path, "rb") as file:
            return file.read() == b"old" and os.listdir(self.folder.name) == [self.name]

    def is_being_written(self, process):
        """whether a file in this folder is open, under whatever name"""
        links = f"/proc/{process.pid}/fd"
        try:
            return any(os.readlink(os.path.join(links, fd)).startswith(self.folder.name) for fd in os.listdir(links))
        except FileNotFoundError:
            return False


def start(*arguments, before=lambda: None, **options):
    """Whoever runs this may ignore signals, as a shell does for what it leaves in the background: the program does not, but by before()."""
    def prepare():
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        before()
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([PROGRAM, *arguments], env=dict(os.environ, LC_ALL="C.UTF-8"), preexec_fn=prepare, **streams)


def wait(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.001)


def handles(process, number):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        caught = next(line for line in file if line.startswith("SigCgt:"))
    return int(caught.split()[1], 16) >> (number - 1) & 1


def finish(process):
    process.wait(timeout=PATIENCE)
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, (out or b"").decode(), err.decode()


def interrupt_save(number, *arguments):
    """Sends the signal while the file is being written."""
    place = Place("old.csv")
    process = start(*arguments, "--output", place.path)
    wait(lambda: place.is_being_written(process))
    process.send_signal(number)
    return place, finish(process)


@case
def a_save_is_given_up():
    for number in SIGNALS:
        place, (status, out, err) = interrupt_save(number, "convert", SAMPLE)
        assert (status, out, err) == (-number, "", SENTENCE), (status, out, err)
        assert place.is_as_it_was()


@case
def a_save_is_killed():
    """Only where files without a name are to be had, and these tests are written for such file systems."""
    with tempfile.TemporaryDirectory(prefix="semascope-cli-") as folder:
        try:
            os.close(os.open(folder, os.O_TMPFILE | os.O_WRONLY))
        except OSError:
            return
    place, result = interrupt_save(signal.SIGKILL, "convert", SAMPLE)
    assert result == (-signal.SIGKILL, "", "") and place.is_as_it_was()


@case
def a_file_that_may_not_grow():
    """A limit of the system is an error of who writes, and not the end by SIGXFSZ."""
    place = Place("old.csv")
    process = start("convert", SAMPLE, "--output", place.path, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000)))
    status, out, err = finish(process)
    assert (status, out) == (1, "") and "cannot be written: File too large." in err, (status, err)
    assert place.is_as_it_was()


@case
def who_waits_for_text():
    place = Place("a.bin")
    for arguments in (("train", "-", "--output", place.path), ("tokenize", "--tokenizer", SAMPLE, "-")):
        for text in (b"", b"some words that are no block\n"):
            process = start(*arguments, stdin=subprocess.PIPE)
            process.stdin.write(text)
            process.stdin.flush()
            wait(lambda: open(f"/proc/{process.pid}/wchan").read() in ("pipe_read", "anon_pipe_read", "pipe_wait") or open(f"/proc/{process.pid}/syscall").read().startswith("0 0x0 "))
            process.send_signal(signal.SIGINT)
            status, out, err = finish(process)
            assert (status, out, err) == (-signal.SIGINT, "", SENTENCE), (arguments, status, out, err)
    assert place.is_as_it_was()


@case
def learning_is_given_up():
    place = Place("old.bin")
    text = os.path.join(os.environ["SEMASCOPE_DATA"], "texts", "small-world.txt")
    process = start("train", text, "--epochs", "100000", "--output", place.path)
    wait(lambda: handles(process, signal.SIGTERM))
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    assert finish(process) == (-signal.SIGTERM, "", SENTENCE) and place.is_as_it_was()


@case
def a_plot_is_given_up():
    """Whatever it was doing: nothing is written after the signal."""
    for seconds in (0.1, 0.3, 0.5):
        place = Place("old.png")
        process = start("plot", SAMPLE, "--all", "--output", place.path)
        wait(lambda: handles(process, signal.SIGINT))
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        status, out, err = finish(process)
        if err == "":
            break  # a fast machine: all was done by then
        assert (status, out, err) == (-signal.SIGINT, "", SENTENCE), (status, out, err)
        assert place.is_as_it_was()


@case
def nohup():
    place = Place("old.csv")
    process = start("convert", SAMPLE, "--output", place.path, before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    wait(lambda: place.is_being_written(process))
    process.send_signal(signal.SIGHUP)
    status, out, err = finish(process)
    assert (status, err) == (0, "") and out.startswith("format: csv"), (status, out, err)
    assert not place.is_as_it_was()


def blocked():
    """Somebody who writes to a pipe that nobody reads."""
    process = start("layer", "--vocab", "50000", "--dim", "4", "--csv")
    time.sleep(0.2)
    wait(lambda: open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()[0] == "S")
    return process


@case
def the_second_signal_ends_at_once():
    process = blocked()
    process.send_signal(signal.SIGINT)
    time.sleep(0.1)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == -signal.SIGTERM
    process.communicate()


@case
def patience_has_an_end():
    process = blocked()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == -signal.SIGINT
    process.communicate()


main()
