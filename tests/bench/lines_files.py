# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of the table about opening files: whole processes, the file in the system's cache, nothing of ours kept before."""

import mmap
import re
import shutil
import tempfile

from measure import Sample, alternate, available_memory, peak_anonymous, run

MB, GB = 1e6, 1e9


PLACES = ["an early word", "a middle one", "a late one"]  # a row is read again when the word comes after it


def find_words(path):
    """Words that can be typed, one for each of PLACES, of a binary file without line feeds."""
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        n_rows, dim = map(int, data[: data.find(b"\n")].split())
        wanted = [n_rows // 100, n_rows // 2, n_rows - n_rows // 100]
        words, at = [], data.find(b"\n") + 1
        for row in range(n_rows):
            end = data.find(b" ", at)
            if row >= wanted[len(words)] and re.fullmatch(rb"[a-z][a-z0-9_]{2,20}", data[at:end]):
                words.append(data[at:end].decode())
                if len(words) == len(wanted):
                    break
            at = end + 1 + 4 * dim
    return words


class Files:
    def __init__(self, setting, table):
        self.setting, self.table = setting, table

    def cli(self, *arguments, cache=None):
        """Seconds of semascope-cli; without a cache of an earlier run it gets an empty one."""
        folder = cache or tempfile.mkdtemp(dir=self.setting.scratch)
        try:
            return run([self.setting.cli, *arguments], self.setting.environment(folder))
        finally:
            if cache is None:
                shutil.rmtree(folder)

    def cat(self, path):
        return run(["sh", "-c", 'cat "$1" >/dev/null', "sh", path])

    def theirs(self, *arguments):
        return run([*self.setting.theirs, *arguments])

    def open_big(self):
        """big-3m.bin and its first answer, against reading the file and doing nothing."""
        what, path = "open 3M × 300, first similar", self.setting.vectors("big-3m.bin")
        self.cat(path)
        asked = {place: ["similar", path, word, "--top", "10"] for place, word in zip(PLACES, find_words(path))}
        taken = alternate(self.setting.rounds, {
            **{place: lambda _, ask=ask: self.cli(*ask) for place, ask in asked.items()},
            "cat": lambda _: self.cat(path),
        })
        for place in PLACES:
            self.table.add("%s, %s" % (what, place), taken[place], "cat >/dev/null", taken["cat"], "≤ 1.5 ×", 1.5)
        anonymous = Sample([peak_anonymous([self.setting.cli, *asked[PLACES[-1]]], self.setting.environment(self.setting.scratch))])
        self.table.add("  its own memory at the most", anonymous, target="≤ 400 MB", most=400 * MB, unit=lambda bytes: "%.0f MB" % (bytes / MB))
        self.open_big_by_gensim(what, taken[PLACES[0]], asked[PLACES[0]][1:3])

    def open_big_by_gensim(self, what, ours, arguments):
        if self.setting.slow or (self.setting.slow is None and available_memory() >= 10 * GB):
            slow = lambda: self.table.add(what, ours, "gensim", Sample([self.theirs("similar", *arguments)]))
            self.setting.at_the_end.append(("open-big by gensim", slow))
        else:
            self.table.skip(what + ", gensim", "takes 30 s and 7.6 GB: ask for it with --slow")

    def open_text(self):
        path = self.setting.vectors("glove-341k.txt")
        self.cat(path)
        taken = alternate(self.setting.rounds, {
            "ours": lambda number: self.cli("info", path),
            "gensim": lambda number: self.theirs("load", path),
        }, once=["gensim"])
        self.table.add("open text, 341k × 100", taken["ours"], "gensim", taken["gensim"], "≤ 1/25", 1 / 25)

    def open_gz(self):
        path, what = self.setting.vectors("glove-341k.bin.gz"), "open .bin.gz, 341k × 100"
        self.cat(path)
        taken = alternate(self.setting.rounds, {
            "ours": lambda number: self.cli("info", path),
            "inflate": lambda number: run([self.setting.program("bench-inflate"), path]),
            "gensim": lambda number: self.theirs("load", path),
        }, once=["gensim"])
        self.table.add(what, taken["ours"], "inflating to nothing", taken["inflate"], "≤ 1.1 ×", 1.1)
        self.table.add(what, taken["ours"], "gensim", taken["gensim"])

    def open_again(self):
        """The first answer is kept with what makes the second one fast."""
        for name in ("glove-341k.txt", "glove-341k.w2v.txt", "glove-341k.bin.gz"):
            self.open_one_again("open %s again" % name, self.setting.vectors(name))

    def open_one_again(self, what, path):
        cache = tempfile.mkdtemp(dir=self.setting.scratch)
        self.cli("similar", path, "king", cache=cache)
        again = Sample(self.cli("similar", path, "king", cache=cache) for _ in range(self.setting.rounds))
        if not self.setting.keeps_anything(cache):
            self.table.skip(what, "not there yet: nothing was kept at the first opening")
            return
        self.table.add(what, again, target="≤ 0.3 s", most=0.3)
        shutil.rmtree(cache)
