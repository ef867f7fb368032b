# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of the table about questions to a file that is open: the programs answer by turns, each with all its threads."""

import itertools
import os
import random
import re
import subprocess

from measure import Answering, Missing, Sample, alternate, available_memory

GB = 1e9
SECTIONS = (23, 68, 30, 50, 23, 32, 29, 37, 34, 33, 41, 40, 37, 30)  # pairs of words, of which every two make a question
FLOOR = 25 * GB  # bytes a second; a pass that is slower waits for more than the memory


class Queries:
    def __init__(self, setting, table):
        self.setting, self.table = setting, table

    def ours(self, path):
        return Answering([self.setting.program("bench-queries"), path], self.setting.environment(self.setting.scratch))

    def others(self, name, path):
        return Answering([*self.setting.theirs, name, path])

    def take_turns(self, programs, rows):
        """Other rows every time; the first answers, which may prepare something, do not count."""
        sides = {name: lambda number, ask=ask: ask("search %d" % (number * 7919 % rows)) for name, ask in programs.items()}
        alternate(1, sides)
        return alternate(3 * self.setting.rounds, sides)

    def nearest_341k(self):
        path = self.setting.vectors("glove-341k.bin")
        with self.ours(path) as ours, self.others("answer-gensim", path) as gensim, self.others("answer-faiss", path) as faiss:
            self.compare("next top-10, 341k × 100", path, ours, {"gensim": gensim.ask, "faiss IndexFlatIP": faiss.ask})

    def nearest_3m(self):
        what, path = "next top-10, 3M × 300", self.setting.vectors("big-3m.bin")
        with self.ours(path) as ours:
            self.compare(what, path, ours, {})
        if self.setting.slow or (self.setting.slow is None and available_memory() >= 14 * GB):
            self.setting.at_the_end.append(("nearest-big by gensim", lambda: self.against_gensim(what, path)))
        else:
            self.table.skip(what + ", gensim", "takes 30 s and 7.6 GB: ask for it with --slow")

    def against_gensim(self, what, path):
        with self.ours(path) as ours, self.others("answer-gensim", path) as gensim:
            taken = self.take_turns({"ours": ours.ask, "gensim": gensim.ask}, int(ours.ready[0]))
        self.table.add(what, taken["ours"], "gensim", taken["gensim"])

    def compare(self, what, path, ours, others):
        rows, dim, threads = map(int, ours.ready)
        taken = self.take_turns({
            "ours": ours.ask,
            "pass": lambda _: ours.ask("pass"),
            "narrow": lambda question: ours.ask(question.replace("search", "narrow")),
            **others,
        }, rows)
        speed = rows * dim * 4 / taken["pass"].median
        self.setting.speeds.append(speed)
        floor = "float32 pass, %d threads, %.0f GB/s" % (threads, speed / GB)
        self.table.add(what, taken["ours"], floor, taken["pass"], "≤ 1.2 ×", 1.2)
        if speed < FLOOR:
            self.table.note("  The pass reads fewer than %.0f GB/s: it is no floor here." % (FLOOR / GB))
        for name in others:
            self.table.add(what, taken["ours"], name, taken[name])
        self.table.add(what + ", narrow", taken["narrow"], floor, taken["pass"], "≤ 0.5 ×", 0.5)

    def evaluate(self):
        """The questions of the tests, and as many as word2vec's questions-words.txt has, in sections of the same sizes."""
        path = self.setting.vectors("glove-341k.bin")
        few = os.path.join(self.setting.evaluation, "sample.questions")
        with self.ours(path) as ours, self.others("answer-gensim", path) as gensim:
            for method, name in (("add", "3CosAdd"), ("mul", "3CosMul")):
                self.compare_evaluations("594 analogies by %s, 30,000 words" % name, ours, gensim, "evaluate %s 30000 %s" % (method, few), 3 * self.setting.rounds)
            many, n = self.write_questions()
            self.compare_evaluations("{:,} analogies by 3CosAdd, 30,000 words".format(n), ours, gensim, "evaluate add 30000 " + many, 1)

    def compare_evaluations(self, what, ours, gensim, question, rounds):
        sides = {"ours": lambda _: ours.ask(question), "gensim": lambda _: gensim.ask(question)}
        if rounds > 1:
            alternate(1, sides)
        taken = alternate(rounds, sides)
        self.table.add(what, taken["ours"], "gensim", taken["gensim"], "≤ 1/20", 1 / 20)

    def write_questions(self):
        """What is asked does not matter for how long it takes, only how many words it is made of: every pair with every other."""
        with open(self.setting.vectors("glove-341k.txt"), encoding="utf-8") as file:
            words = [line.split(" ", 1)[0] for line in itertools.islice(file, 30000)]
        chooser = random.Random(1)
        lines = []
        for n_pairs in SECTIONS:
            pairs = [" ".join(chooser.sample(words, 2)) for _ in range(n_pairs)]
            lines += [": %d pairs" % n_pairs, *map(" ".join, itertools.permutations(pairs, 2))]
        many = os.path.join(self.setting.scratch, "many.questions")
        with open(many, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        return many, len(lines) - len(SECTIONS)

    def bench_math(self, wanted, path):
        """The lines of bench-math as samples, by the beginnings of their names. The wanted one must be among them."""
        program = self.setting.program("bench-math")
        with open(program, "rb") as file:
            if not re.search(wanted.encode(), file.read(), re.I):
                raise Missing("not there yet")
        environment = dict(self.setting.environment(self.setting.scratch), SEMA_FULL_VECTORS=path)
        said = subprocess.run([program], env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
        lines = {}
        for name, number in re.findall(r"^(.*?)\s+([\d.]+) ms", said, re.M):
            for key in (wanted, "float32 pass"):
                if name.lower().startswith(key.lower()):
                    lines.setdefault(key, Sample()).append(float(number) / 1000)
        if wanted not in lines:
            raise Missing("bench-math says nothing of it")
        return lines

    def pca(self):
        what, path = "PCA of all 341k × 100", self.setting.vectors("glove-341k.bin")
        try:
            ours = self.bench_math("PCA of all", path)["PCA of all"]
        except Missing as missing:
            self.table.skip(what, str(missing))
            return
        command = [*self.setting.theirs, "pca", path]
        theirs = Sample(float(subprocess.check_output(command)) / 1000 for _ in range(min(self.setting.rounds, 3)))
        self.table.add(what, ours, "scikit-learn", theirs, "≤ 1/4", 1 / 4)
