# SPDX-License-Identifier: GPL-3.0-or-later
"""plot --axes: two questions as the axes of the map, run as a user runs it."""

import csv
import hashlib
import io
import json
import os
import pathlib

from cli import SAMPLE, case, fails, main, ok, path, read, small, write

SMALL = ["--size", "400x300", "--scale", "1"]
WORDS = ["--words", "king queen man woman apple mango paris"]
EDIBLE = ["--question", "edible: food fruit / metal stone"]
ROYAL = ["--question", "royal: king queen / man woman"]
AXES = EDIBLE + ROYAL + ["--axes", "edible,royal"]


def plot(name, *arguments, vectors=SAMPLE, **options):
    result = ok("plot", vectors, *arguments, *SMALL, "--output", path(name), **options)
    assert result.out == ""
    return read(name)


def coordinates(*arguments):
    plot("any.png", *arguments, "--coordinates", path("out.csv"))
    return {row["word"]: row for row in csv.DictReader(io.StringIO(read("out.csv").decode("utf-8"), newline=""))}


@case
def words_lie_at_their_answers():
    asked = ok("questions", SAMPLE, *WORDS, *EDIBLE, *ROYAL, "--csv").out
    answers = list(csv.DictReader(io.StringIO(asked, newline="")))
    assert len(answers) == 7
    for more in ([], ["--all"], ["--analogy", "man:king:woman"]):
        places = coordinates(*WORDS, *AXES, *more)
        for answer in answers:
            for axis, question in (("x", "edible"), ("y", "royal")):
                assert abs(float(places[answer["word"]][axis]) - float(answer[question])) < 1e-12, answer
            assert 0 <= float(places[answer["word"]]["quality"]) <= 1
    turned = coordinates(*WORDS, *EDIBLE, *ROYAL, "--axes", "royal,edible")
    assert turned["king"]["x"] == coordinates(*WORDS, *AXES)["king"]["y"]


@case
def raw_vectors_go_as_far_as_they_are_long():
    raw, unit = coordinates(*WORDS, *AXES, "--vectors", "raw"), coordinates(*WORDS, *AXES)
    norms = {word: float(row["x"]) / float(unit[word]["x"]) for word, row in raw.items()}
    assert all(abs(float(row["y"]) / float(unit[word]["y"]) - norms[word]) < 1e-9 and norms[word] > 1 for word, row in raw.items())


@case
def same_call_gives_same_bytes_and_another_picture():
    for ending in ("png", "svg", "pdf"):
        assert plot("one." + ending, *WORDS, *AXES) == plot("two." + ending, *WORDS, *AXES)
    calls = [[], AXES, AXES + ["--all"], ["--all"], AXES + ["--theme", "dark"], EDIBLE + ROYAL + ["--axes", "royal,edible"]]
    assert len({plot("x.png", *WORDS, *call) for call in calls}) == len(calls)


@case
def names_may_have_commas_and_blanks():
    expected = coordinates(*WORDS, *AXES)
    for x, y in (("is it food, fruit", "royal"), ("edible", "a, b, c"), ("a,b", "a"), ("b,c", "a,b")):
        questions = ["--question", x + ": food fruit / metal stone", "--question", y + ": king queen / man woman"]
        for axes in (x + "," + y, " %s , %s " % (x, y)):
            found = coordinates(*WORDS, *questions, "--axes", axes)
            assert all(found[word]["x"] == row["x"] and found[word]["y"] == row["y"] for word, row in expected.items()), axes


@case
def the_last_question_of_a_name_counts():
    assert coordinates(*WORDS, "--question", "edible: king / queen", *AXES) == coordinates(*WORDS, *AXES)


@case
def missing_words_are_named_and_left_out():
    result = ok("plot", SAMPLE, *WORDS, "--question", "edible: food zxqzxq fruit / metal stone", *ROYAL, "--axes", "edible,royal", *SMALL, "--coordinates", path("left.csv"), "--output", path("x.png"))
    assert "zxqzxq" in result.err
    coordinates(*WORDS, *AXES)
    assert read("left.csv") == read("out.csv")


@case
def a_question_without_a_direction_is_told():
    for question, part in (("edible: zxqzxq / metal", "zxqzxq"), ("edible: metal / metal", "same vector")):
        pathlib.Path(path("no.png")).unlink(missing_ok=True)
        result = fails(1, "plot", SAMPLE, *WORDS, "--question", question, *ROYAL, "--axes", "edible,royal", "--output", path("no.png"))
        assert "edible" in result.err and part in result.err, result.err
        assert not os.path.exists(path("no.png"))


@case
def wrong_calls_are_usage_errors():
    call = ["plot", SAMPLE, *WORDS, "--output", path("x.png")]
    for wrong in (
        ["--axes", "edible,royal"],
        EDIBLE + ["--axes", "edible"],
        EDIBLE + ["--axes", "edible,edible"],
        EDIBLE + ["--axes", "edible,royal"],
        EDIBLE + ROYAL + ["--axes", "edible;royal"],
        EDIBLE + ROYAL + ["--axes", ""],
        AXES + ["--view", "matrix"],
        AXES + ["--view", "questions"],
        ["--question", "edible", "--axes", "edible,royal"],
        EDIBLE,
    ):
        fails(2, *call, *wrong)


def session(name, file=SAMPLE, **members):
    data = pathlib.Path(file).read_bytes()
    parts = data[:65536], data[len(data) // 2:][:65536], data[-65536:]
    state = {
        "semascope-session": 1,
        "vectors-file": pathlib.Path(file).absolute().as_uri(),
        "vectors-name": os.path.basename(file),
        "vectors-size": os.path.getsize(file),
        "vectors-sample": hashlib.sha256(b"".join(parts)).hexdigest(),
        "words": WORDS[1].split(),
    }
    state.update(members)
    return write(name, json.dumps(state).encode())


QUESTIONS = [
    {"name": "edible", "yes": ["food", "fruit"], "no": ["metal", "stone"]},
    {"name": "royal", "yes": ["king", "queen"], "no": ["man", "woman"]},
]


def draw(name, *arguments):
    result = ok("plot", *arguments, *SMALL, "--output", path(name))
    return read(name), result.err


@case
def a_session_has_axes():
    saved = session("a.semascope", questions=QUESTIONS, axes=["edible", "royal"])
    assert draw("session.png", "--session", saved)[0] == plot("options.png", *WORDS, *AXES)
    assert draw("none.png", "--session", saved, "--axes", "none")[0] == plot("options.png", *WORDS)
    assert draw("turned.png", "--session", saved, "--axes", "royal,edible")[0] == plot("options.png", *WORDS, *EDIBLE, *ROYAL, "--axes", "royal,edible")
    new = ["--question", "edible: apple / stone"]
    assert draw("new.png", "--session", saved, *new, "--axes", "edible,royal")[0] == plot("options.png", *WORDS, *new, *ROYAL, "--axes", "edible,royal")


@case
def a_session_of_other_vectors_keeps_its_map():
    saved = session("b.semascope", small(), words=["king", "mango"], questions=QUESTIONS, axes=["edible", "royal"])
    picture, said = draw("x.png", "--session", saved)
    assert "edible" in said and picture[:4] == b"\x89PNG"
    fails(1, "plot", "--session", saved, "--axes", "edible,royal", "--output", path("no.png"))


main()
