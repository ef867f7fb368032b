# SPDX-License-Identifier: GPL-3.0-or-later
"""How things are measured: whole processes, the memory they hold, and programs that answer one question at a time."""

import os
import re
import statistics
import subprocess
import time


class Missing(Exception):
    """What was to be measured is not there yet; says why."""


class Sample(list):
    """Measurements of one thing."""

    @property
    def median(self):
        return statistics.median(self)


def run(command, environment=None):
    """Seconds of a whole process that must succeed; what it prints is of interest only when it does not."""
    start = time.monotonic()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return time.monotonic() - start


def read_status(pid, field):
    """A number of kB that the kernel counts for a process; 0 once it has ended."""
    try:
        with open("/proc/%d/status" % pid) as status:
            found = re.search(r"^%s:\s*(\d+) kB" % field, status.read(), re.M)
    except OSError:
        return 0
    return int(found[1]) if found else 0


def peak_anonymous(command, environment=None):
    """The most memory of its own, in bytes, that a process was seen with: pages of mapped files are not its own."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, read_status(process.pid, "RssAnon"))
            time.sleep(0.002)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return peak * 1024


class Answering:
    """A program that says "ready …", and then for each line it is given how many milliseconds that took."""

    def __init__(self, command, environment=None):
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        said = self.process.stdout.readline().split()
        if said[:1] != ["ready"]:
            raise Missing("%s does not start" % os.path.basename(command[0]))
        self.ready = said[1:]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def ask(self, command):
        """Seconds."""
        print(command, file=self.process.stdin, flush=True)
        said = self.process.stdout.readline().strip()
        if said in ("", "missing"):
            raise Missing("not there yet")
        return float(said) / 1000


def alternate(rounds, sides, once=()):
    """Measures by turns, so that whatever else the machine does happens to all sides alike: a dict of samples.

    sides are functions of the round that return a number; of those named in once, only the first round is measured.
    """
    samples = {name: Sample() for name in sides}
    for number in range(rounds):
        for name, side in sides.items():
            if number == 0 or name not in once:
                samples[name].append(side(number))
    return samples


def available_memory():
    with open("/proc/meminfo") as meminfo:
        return int(re.search(r"MemAvailable:\s*(\d+)", meminfo.read())[1]) * 1024
