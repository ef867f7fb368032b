# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of the table about the window, which window-watch looks at from outside, on the screen that DISPLAY names."""

import ctypes
import json
import math
import os
import shutil
import subprocess
import tempfile
import time

from measure import Sample, alternate, run

class Pointer:
    """The pointer of the screen that DISPLAY names. xdotool would rest a while after each of its steps."""

    def __init__(self):
        self.x11, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))

    def move(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, round(x), round(y), ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def press(self, button, is_down):
        self.test.XTestFakeButtonEvent(self.display, button, is_down, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)


def drag(process):
    """Drags the map in circles and turns the wheel to and fro over it, until the program ends."""
    pointer, angle, turn = Pointer(), 0, 0
    time.sleep(1)
    pointer.move(640, 400)
    while process.poll() is None:
        pointer.press(1, True)
        for _ in range(120):
            angle += 0.05
            pointer.move(640 + 180 * math.sin(angle), 400 + 150 * (1 - math.cos(angle)))
            time.sleep(0.008)
        pointer.press(1, False)
        turn += 1
        for _ in range(30):
            pointer.press(5 if turn % 3 == 2 else 4, True)
            pointer.press(5 if turn % 3 == 2 else 4, False)
            time.sleep(0.012)


LONGEST = 120  # seconds until a window that shows nothing is given up


class Windows:
    def __init__(self, setting, table):
        self.setting, self.table = setting, table
        self.cache = os.path.join(setting.scratch, "cache")

    def environment(self, home, until):
        """With the cache of the runs before: a user's fonts are known there."""
        return dict(
            self.setting.environment(home),
            XDG_CACHE_HOME=self.cache,
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

    def forget_sample(self):
        shutil.rmtree(os.path.join(self.cache, "semascope"), ignore_errors=True)

    def keep_sample(self):
        sample = os.path.join(self.setting.samples, "GloVe-sample-rounded.bin.gz")
        run([self.setting.cli, "info", sample], dict(self.setting.environment(self.setting.scratch), XDG_CACHE_HOME=self.cache))

    def first_frame(self):
        """The window with the sample: as one starts it for the first time, and later, when what was inflated is kept."""
        minimal = self.setting.program("minimal-window")
        for what, prepare in (("the window, first start", self.forget_sample), ("the window, later starts", self.keep_sample)):
            first = Sample()

            def ours(_):
                prepare()
                seen = self.watch("drawn", self.setting.semascope, "--demo")
                first.extend(seen["frame"])
                return seen["drawn"][0]

            taken = alternate(self.setting.rounds, {"drawn": ours, "minimal": lambda _: self.watch("frame", minimal)["frame"][0]})
            self.table.add(what + ": first frame", first, "empty libadwaita window", taken["minimal"], "≤ 1.5 ×", 1.5)
            self.table.add("  the first with the sample's map", taken["drawn"], "empty libadwaita window", taken["minimal"], "≤ 1.5 ×", 1.5)

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
        """Frames of the map of all words while it is dragged and zoomed, by files of three sizes."""
        for count, path in (("30k", os.path.join(self.setting.samples, "GloVe-sample-rounded.bin.gz")), ("341k", self.setting.vectors("glove-341k.bin")), ("3M", self.setting.vectors("big-3m.bin"))):
            runs = [self.move(path) for _ in range(self.setting.rounds)]
            _, medians, high, longest, rates = map(Sample, zip(*runs))
            self.table.add("frames of the map of all %s words: median" % count, medians, target="≤ 8 ms", most=0.008)
            self.table.add("  99 % of these", high, target="≤ 16 ms", most=0.016)
            self.table.add("  longest of these", longest)
            self.table.skip("  frames a second", "%.0f" % (1000 * rates.median))

    def move(self, path):
        home = tempfile.mkdtemp(dir=self.setting.scratch)
        environment = dict(self.environment(home, "moved"), SEMA_WATCH_FRAMES="400")
        state = os.path.join(environment["XDG_STATE_HOME"], "semascope")
        os.makedirs(state)
        with open(os.path.join(state, "session.json"), "w") as file:
            json.dump({"semascope-session": 1, "vectors-file": "file://" + os.path.abspath(path), "map": "all"}, file)
        process = subprocess.Popen([self.setting.semascope], env=environment, stdout=subprocess.PIPE, text=True)
        try:
            while not process.stdout.readline().startswith("moved"):
                assert process.poll() is None
            drag(process)
            lines = process.stdout.read().splitlines()
        finally:
            process.kill()
            shutil.rmtree(home)
        frames = [line.split()[1:] for line in lines if line.startswith("frames")][0]
        return [int(frames[0])] + [float(number) / 1000 for number in frames[1:]]
