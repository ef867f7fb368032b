# SPDX-License-Identifier: GPL-3.0-or-later
"""plot with the views that are heat maps, run as a user runs it."""

import xml.etree.ElementTree

from cli import SAMPLE, case, fails, main, ok, path, read, run, small

SMALL = ["--size", "400x300", "--scale", "1"]
WORDS = ["--words", "king queen apple mango"]
EDIBLE = ["--question", "edible: food fruit apple / metal stone"]


def plot(name, *arguments, vectors=SAMPLE, **options):
    result = ok("plot", vectors, *arguments, *SMALL, "--output", path(name), **options)
    assert result.out == ""
    return read(name)


@case
def same_call_gives_same_bytes():
    for view in (["matrix", "--order", "tree"], ["questions"] + EDIBLE):
        for ending in ("png", "svg", "pdf"):
            one = plot("one." + ending, *WORDS, "--view", *view)
            assert one == plot("two." + ending, *WORDS, "--view", *view)
            assert len(one) > 1000
        xml.etree.ElementTree.fromstring(plot("one.svg", *WORDS, "--view", *view))


@case
def each_option_makes_another_picture():
    calls = [["--view", "matrix"] + more for more in ([], ["--metric", "dot"], ["--metric", "euclid"], ["--order", "tree"], ["--theme", "dark"], ["--title", "T"])]
    calls += [["--view", "map"], ["--view", "questions"] + EDIBLE, ["--view", "questions"] + EDIBLE + ["--question", "big: big / small"]]
    pictures = {plot("x.png", *WORDS, *call) for call in calls}
    assert len(pictures) == len(calls)
    assert plot("x.png", *WORDS) == plot("y.png", *WORDS, "--view", "map")
    assert plot("x.png", *WORDS, "--view", "matrix") == plot("y.png", *WORDS, "--view", "matrix", "--metric", "cosine", "--order", "chosen")


@case
def a_frame_marks_what_defines_a_question():
    without = ["--question", "edible: food fruit / metal stone"]
    assert plot("x.png", "--words", "bread", "--view", "questions", *EDIBLE)
    assert plot("x.svg", "--words", "apple", "--view", "questions", *EDIBLE).count(b"<path") > plot("y.svg", "--words", "apple", "--view", "questions", *without).count(b"<path")


@case
def what_is_missing_is_named():
    result = ok("plot", SAMPLE, "--words", "king queen zxqzxq", "--view", "matrix", *SMALL, "--output", path("x.png"))
    assert "zxqzxq" in result.err and plot("x.png", "--words", "king queen", "--view", "matrix") == read("x.png")
    fails(1, "plot", SAMPLE, "--words", "king zxqzxq", "--view", "matrix", "--output", path("no.png"))
    fails(1, "plot", SAMPLE, "--words", "zxqzxq", "--view", "questions", *EDIBLE, "--output", path("no.png"))
    fails(1, "plot", SAMPLE, *WORDS, "--view", "questions", "--question", "none: zxqzxq / king", "--output", path("no.png"))
    fails(1, "plot", SAMPLE, *WORDS, "--view", "matrix", "--output", "/no/such/folder/x.png")


@case
def odd_words_are_drawn():
    assert plot("x.svg", "--words", "größe mango", "--view", "matrix", "--order", "tree", vectors=small())
    assert plot("x.svg", "--words", "king mango", "--view", "questions", "--question", "b\xc3\xb6\n: king / mango", vectors=small())


@case
def wrong_calls_are_usage_errors():
    call = ["plot", SAMPLE, *WORDS, "--output", path("x.png")]
    for wrong in (
        ["--view", "list"],
        ["--view", "matrix", "--metric", "angle"],
        ["--view", "matrix", "--order", "abc"],
        ["--view", "questions"],
        ["--view", "questions", "--question", "no question"],
    ):
        fails(2, *call, *wrong)
    for view, strays in (
        ("map", (["--metric", "dot"], ["--order", "tree"], EDIBLE)),
        ("matrix", (["--all"], ["--analogy", "a:b:c"], ["--clusters", "2"], ["--vectors", "raw"], ["--coordinates", path("x.csv")], EDIBLE)),
        ("questions", (["--metric", "dot"], ["--order", "tree"], ["--clusters", "none"])),
    ):
        for stray in strays:
            needed = EDIBLE if view == "questions" else []
            said = fails(2, *call, "--view", view, *needed, *stray).err
            assert "%s does not go with --view %s." % (stray[0], view) in said, said
    assert run(*call, "--metric", "dot").status == 2


main()
