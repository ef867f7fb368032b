# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py --build FOLDER --vectors FOLDER [--rounds N] [--slow|--quick] [NAME...]: measures, and prints the table.

build-aux/bench calls it, with everything built and made, on a screen of its own; before that with --check, which only says
what is wrong with the arguments.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

from lines_files import Files
from lines_queries import Queries
from lines_training import Training
from lines_window import Windows
from measure import Missing
from table import Table

TREE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LINES = {
    "open-big": lambda setting, table: Files(setting, table).open_big(),
    "open-text": lambda setting, table: Files(setting, table).open_text(),
    "open-gz": lambda setting, table: Files(setting, table).open_gz(),
    "open-again": lambda setting, table: Files(setting, table).open_again(),
    "nearest-big": lambda setting, table: Queries(setting, table).nearest_3m(),
    "nearest": lambda setting, table: Queries(setting, table).nearest_341k(),
    "evaluate": lambda setting, table: Queries(setting, table).evaluate(),
    "pca": lambda setting, table: Queries(setting, table).pca(),
    "train": lambda setting, table: Training(setting, table).train(),
    "first-frame": lambda setting, table: Windows(setting, table).first_frame(),
    "spans": lambda setting, table: Windows(setting, table).spans(),
    "whole-map": lambda setting, table: Windows(setting, table).whole_map(),
}


class Setting:
    """Where everything is, and how long to measure."""

    def __init__(self, options, scratch):
        self.build, self.folder, self.scratch = options.build, options.vectors, scratch
        self.rounds, self.slow = options.rounds, options.slow
        self.cli = os.path.join(self.build, "src/cli/semascope-cli")
        self.semascope = os.path.join(self.build, "src/app/semascope")
        self.samples = os.path.join(TREE, "data/samples")
        self.evaluation = os.path.join(TREE, "tests/data/evaluation")
        self.theirs = [sys.executable, os.path.join(TREE, "tests/bench/theirs.py")]
        self.at_the_end = []  # names and functions: what takes most of the memory
        self.speeds = []  # of the passes, bytes a second
        self.load_before = os.getloadavg()[0]

    def vectors(self, name):
        return os.path.join(self.folder, name)

    def program(self, name):
        return os.path.join(self.build, "tests/math" if name == "bench-math" else "tests/bench", name)

    def environment(self, home):
        """Of a user whose home is this folder."""
        homes = {"XDG_%s_HOME" % name: os.path.join(home, name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        return {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "HOME": home,
            "SEMASCOPE_DATA": os.path.join(TREE, "data"),
            "SEMASCOPE_LOCALE_DIR": os.path.join(self.build, "po"),
            "GSETTINGS_SCHEMA_DIR": os.path.join(self.build, "data"),
            **homes,
        }

    def keeps_anything(self, home):
        return any(files for _, _, files in os.walk(home))


def measure(table, name, line):
    """What goes wrong with a line is said in its place; the others do not suffer."""
    print("Measuring %s" % name, file=sys.stderr)
    try:
        line()
    except (Missing, OSError, subprocess.SubprocessError) as error:
        table.skip(name, "could not be measured: %s" % error)
        sys.stderr.buffer.write(getattr(error, "stderr", None) or b"")


def machine(setting):
    with open("/proc/cpuinfo") as cpuinfo:
        model = re.search(r"^model name\s*: (.*)$", cpuinfo.read(), re.M)
    speed = "%.0f GB/s, " % (max(setting.speeds) / 1e9) if setting.speeds else ""
    load = ", ".join("%.1f" % number for number in os.getloadavg())
    cores = len(os.sched_getaffinity(0))
    before = "%.1f before%s" % (setting.load_before, ": others were at work" if setting.load_before > cores / 2 else "")
    return "Machine: %d cores, %s, %sload %s; %s" % (cores, model[1] if model else "unknown", speed, load, before)


def parse():
    parser = argparse.ArgumentParser(prog="build-aux/bench", usage="%(prog)s [--slow|--quick] [--rounds N] [DIR] [NAME...]", allow_abbrev=False)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--build", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow", action="store_true", default=None)
    parser.add_argument("--quick", action="store_false", dest="slow", default=None)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be 1 or more")
    for name in options.names:
        if name not in LINES:
            parser.error("there is no line “%s”: %s" % (name, ", ".join(LINES)))
    return options


def main():
    options = parse()
    if options.check:
        return
    table = Table()
    with tempfile.TemporaryDirectory(prefix="semascope-bench-") as scratch:
        setting = Setting(options, scratch)
        for name in options.names or LINES:
            measure(table, name, lambda: LINES[name](setting, table))
        for name, line in setting.at_the_end:
            measure(table, name, line)
    table.print()
    print(machine(setting))


if __name__ == "__main__":
    main()
