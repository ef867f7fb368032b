# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of the table about learning: whole processes with one thread, the same text and the same settings."""

import itertools
import os
import random

from measure import alternate, run

N_WORDS, N_DIFFERENT, SENTENCE = 500_000, 30_000, 20
SETTINGS = (("dim", 100), ("window", 5), ("negative", 5), ("epochs", 1), ("rate", 0.025), ("min-count", 1))
THEIR_NAMES = {"window": "ws", "negative": "neg", "epochs": "epoch", "rate": "lr", "min-count": "minCount"}


def spell(number):
    """A word of letters, so that both see the same one."""
    letters = "w"
    while number:
        number, digit = divmod(number, 26)
        letters += chr(ord("a") + digit)
    return letters


class Training:
    def __init__(self, setting, table):
        self.setting, self.table = setting, table

    def write_text(self):
        """Words by Zipf's law, as in any text; what they mean does not matter for how long it takes."""
        path = os.path.join(self.setting.scratch, "text.txt")
        words = [spell(rank) for rank in range(N_DIFFERENT)]
        shares = list(itertools.accumulate(1 / (rank + 1) for rank in range(N_DIFFERENT)))
        drawn = random.Random(1).choices(words, cum_weights=shares, k=N_WORDS)
        with open(path, "w", encoding="utf-8") as file:
            for start in range(0, N_WORDS, SENTENCE):
                file.write(" ".join(drawn[start:start + SENTENCE]) + "\n")
        return path

    def ours(self, text):
        options = ["--%s=%s" % setting for setting in SETTINGS]
        return run([self.setting.cli, "train", text, *options, "--output", text + ".bin"], self.setting.environment(self.setting.scratch))

    def fasttext(self, text):
        """Without parts of words and without passing over frequent ones, which are not asked of ours either."""
        options = [word for name, value in SETTINGS for word in ("-" + THEIR_NAMES.get(name, name), str(value))]
        return run(["fasttext", "skipgram", "-input", text, "-output", text + ".fasttext", *options,
                    "-minn", "0", "-maxn", "0", "-bucket", "0", "-t", "1", "-thread", "1", "-verbose", "0"])

    def train(self):
        text = self.write_text()
        taken = alternate(self.setting.rounds, {"ours": lambda _: self.ours(text), "fasttext": lambda _: self.fasttext(text)})
        what = "skip-gram, {:,} words, {} dimensions".format(N_WORDS, dict(SETTINGS)["dim"])
        self.table.add(what, taken["ours"], "fasttext, one thread", taken["fasttext"], "≤ 2 ×", 2)
