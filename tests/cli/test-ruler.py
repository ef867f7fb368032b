# SPDX-License-Identifier: GPL-3.0-or-later
"""plot --view ruler: one question with all words on it, run as a user runs it."""

import os
import pathlib
import xml.etree.ElementTree

from cli import SAMPLE, case, fails, main, ok, path, read, small

SMALL = ["--size", "400x300", "--scale", "1"]
WORDS = ["--words", "king queen apple mango stone"]
EDIBLE = ["--question", "edible: food fruit apple / metal stone"]
RULER = ["--view", "ruler"] + EDIBLE


def plot(name, *arguments, vectors=SAMPLE, **options):
    result = ok("plot", vectors, *arguments, *SMALL, "--output", path(name), **options)
    assert result.out == ""
    return read(name)


@case
def same_call_gives_same_bytes():
    for ending in ("png", "svg", "pdf"):
        one = plot("one." + ending, *WORDS, *RULER)
        assert one == plot("two." + ending, *WORDS, *RULER)
        assert len(one) > 1000
    xml.etree.ElementTree.fromstring(read("one.svg"))


@case
def each_option_makes_another_picture():
    calls = [[], ["--theme", "dark"], ["--title", "T"], ["--background", "transparent"]]
    pictures = {plot("x.png", *WORDS, *RULER, *call) for call in calls}
    pictures.add(plot("x.png", *WORDS, "--view", "questions", *EDIBLE))
    pictures.add(plot("x.png", *WORDS, "--view", "ruler", "--question", "edible: fruit / metal"))
    assert len(pictures) == len(calls) + 2


@case
def any_number_of_words_is_drawn():
    names = [row.split()[0] for row in ok("similar", SAMPLE, "food", "--top", "1000").out.splitlines()]
    assert len(names) >= 1000
    pathlib.Path(path("many.txt")).write_text("\n".join(names), encoding="utf-8")
    sizes = [len(plot("x.svg", *words, *RULER)) for words in (["--words", "king"], WORDS, ["--words-file", path("many.txt")])]
    assert sizes == sorted(sizes) and sizes[2] > 1000 * 50, sizes


@case
def what_is_missing_is_named():
    result = ok("plot", SAMPLE, "--words", "king zxqzxq", "--view", "ruler", "--question", "edible: food qxzqxz / metal", *SMALL, "--output", path("x.png"))
    assert "zxqzxq" in result.err and "qxzqxz" in result.err
    fails(1, "plot", SAMPLE, "--words", "zxqzxq", *RULER, "--output", path("no.png"))
    said = fails(1, "plot", SAMPLE, *WORDS, "--view", "ruler", "--question", "my own: zxqzxq / king", "--output", path("no.png")).err
    assert "my own" in said and not os.path.exists(path("no.png"))


@case
def odd_words_are_drawn():
    assert plot("x.svg", "--words", "größe mango", "--view", "ruler", "--question", "größer\n: king / mango", vectors=small())


@case
def wrong_calls_are_usage_errors():
    call = ["plot", SAMPLE, *WORDS, "--output", path("x.png")]
    for wrong in (
        ["--view", "ruler"],
        RULER + ["--question", "big: big / small"],
        ["--view", "ruler", "--question", "no question"],
        RULER + ["--axes", "edible,edible"],
        RULER + ["--clusters", "2"],
        RULER + ["--order", "tree"],
        RULER + ["--coordinates", path("x.csv")],
    ):
        fails(2, *call, *wrong)


main()
