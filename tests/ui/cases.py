# SPDX-License-Identifier: GPL-3.0-or-later
"""TAP for the tests of the window: each case gets a window of its own, which must close well in the end."""

import os
import shutil
import sys
import traceback

import window
from window import Window

CASES = []


class Skip(Exception):
    """Raised by a case that this program can say nothing about."""


def case(*arguments, **options):
    """Registers a function as a test case: it gets a window that was started with the arguments."""
    def register(function):
        CASES.append((function, arguments, options))
        return function
    return register


def dump(user):
    """For whoever has to find out: the tree, and the screen where a folder is given for it."""
    folder = os.environ.get("SEMA_UI_SHOTS")
    if folder and user:
        window.subprocess.run(["import", "-window", "root", os.path.join(folder, "failed.png")])
        with open(os.path.join(folder, "failed.txt"), "w") as file:
            file.write(user.look().dump())


def last_words(user):
    """What the program printed last, and how it ended if it has."""
    if user is None:
        return ""
    return "".join("\nThe program: " + line for line in user.said()[-100:]) + "\nIt ended with: %s\n" % user.process.poll()


def run(function, arguments, options):
    user = None
    try:
        user = Window(*(argument() if callable(argument) else argument for argument in arguments), **options)
        function(user)
        if user.process.poll() is None:
            user.close()
        return None
    except Skip:
        raise
    except Exception:  # a test may fail in any way
        problem = traceback.format_exc() + last_words(user)
        try:
            dump(user)
        except Exception as error:
            problem += str(error)
        return problem
    finally:
        if user:
            user.kill()


def run_well(entry):
    """Runs a case, once more where GTK's own fault ended the program: asked by a screen reader for a window that closes at that
    moment, GTK 4.8 fails an assertion of its own, and GLib ends the program when the answer is then of no type."""
    before = set(os.listdir(window.FOLDER))
    problem = run(*entry)
    if problem is None or "gtk_at_spi_root_to_ref: assertion" not in problem:
        return problem
    print("# once more after GTK's fault: %s" % entry[0].__name__)
    for name in set(os.listdir(window.FOLDER)) - before:
        path = os.path.join(window.FOLDER, name)
        shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    return run(*entry)


def main(skip=None):
    """Runs the cases, or those that are named; none where skip says why."""
    chosen = [entry for entry in CASES if not sys.argv[1:] or entry[0].__name__ in sys.argv[1:]]
    print("1..%d" % len(chosen))
    failed = 0
    for number, entry in enumerate(chosen, 1):
        if skip:
            print("ok %d - %s # SKIP %s" % (number, entry[0].__name__, skip))
            continue
        try:
            problem = run_well(entry)
        except Skip as reason:
            print("ok %d - %s # SKIP %s" % (number, entry[0].__name__, reason))
            continue
        failed += problem is not None
        print("%s %d - %s" % ("not ok" if problem else "ok", number, entry[0].__name__))
        print("".join("# " + line + "\n" for line in (problem or "").splitlines()), end="")
        sys.stdout.flush()
    window.remove_folder()
    sys.exit(1 if failed else 0)
