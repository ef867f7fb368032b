# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of the table about the window, which window-watch looks at from outside, on the screen that DISPLAY names."""

import os
import shutil
import subprocess
import tempfile
import time

from measure import Sample, alternate, run

LONGEST = 120  # seconds until a window that shows nothing is given up


class Windows:
    def __init__(self, setting, table):
        self.setting, self.table = setting, table

    def environment(self, home, until):
        """With the cache of the runs before: a user's fonts are known there."""
        return dict(
            self.setting.environment(home),
            XDG_CACHE_HOME=os.path.join(self.setting.scratch, "cache"),
            DISPLAY=os.environ["DISPLAY"],
            DBUS_SESSION_BUS_ADDRESS=os.environ["DBUS_SESSION_BUS_ADDRESS"],
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            GDK_DEBUG="gl-disable",
            GTK_A11Y="none",
            GSETTINGS_BACKEND="memory",
            LD_PRELOAD=self.setting.program("libwindow-watch.so"),
            SEMA_WATCH_UNTIL=until,
            SEMA_WATCH_START=str(time.monotonic_ns()),
        )

    def watch(self, until, *command):
        """What the watch says, times in seconds, of a program that remembers nothing of an earlier start."""
        home = tempfile.mkdtemp(dir=self.setting.scratch)
        try:
            said = subprocess.run(command, env=self.environment(home, until), stdout=subprocess.PIPE, text=True, timeout=LONGEST, check=True)
        finally:
            shutil.rmtree(home)
        lines = [line.split() for line in said.stdout.splitlines()]
        return {line[0]: [float(number) / 1000 if "." in number else int(number) for number in line[1:]] for line in lines}

    def first_frame(self):
        drawn = Sample()

        def ours(number):
            seen = self.watch("drawn", self.setting.semascope, "--demo")
            drawn.extend(seen["drawn"])
            return seen["frame"][0]

        minimal = self.setting.program("minimal-window")
        taken = alternate(2 * self.setting.rounds, {
            "ours": ours,
            "minimal": lambda number: self.watch("frame", minimal)["frame"][0],
        })
        self.table.add("first frame of the window", taken["ours"], "empty libadwaita window", taken["minimal"], "≤ 1.5 ×", 1.5)
        self.table.add("  the sample's map drawn in it", drawn)

    def spans(self):
        """How long the main loop is away while the largest file opens, from the first frame to the first with the file."""
        path = self.setting.vectors("big-3m.bin")
        run(["sh", "-c", 'cat "$1" >/dev/null', "sh", path])
        seen = [self.watch("opened", self.setting.semascope, path) for _ in range(self.setting.rounds)]
        self.table.add("window, 3M × 300 opened after", Sample(moments["opened"][0] for moments in seen))
        of_runs = [moments["spans"] for moments in seen if "spans" in moments]
        if not of_runs:
            self.table.skip("  main loop away", "it was open before the first frame")
            return
        counts, medians, high, longest = map(Sample, zip(*of_runs))
        self.table.add("  main loop away %.0f times: median" % counts.median, medians, target="≤ 8 ms", most=0.008)
        self.table.add("  99 % of these", high, target="≤ 16 ms", most=0.016)
        self.table.add("  longest of these", longest)

    def whole_map(self):
        for count in ("30k", "341k", "3M"):
            self.table.skip("frames of the map of all %s words" % count, "not there yet")
