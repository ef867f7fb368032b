# SPDX-License-Identifier: GPL-3.0-or-later
"""questions, run as a user runs it, against the same in plain Python."""

import csv
import json
import math
import struct

from cli import SAMPLE, case, fails, main, ok, run, small, write

EDIBLE = "edible: food fruit delicious / metal stone machine"
ROYAL = "royal: king queen throne / man woman worker"


def unit(word):
    values = [struct.unpack("<f", struct.pack("<f", value))[0] for value in json.loads(ok("vector", SAMPLE, word, "--json").out)["values"]]
    return [value / math.sqrt(sum(other * other for other in values)) for value in values]


def mean(words):
    return [sum(column) / len(words) for column in zip(*map(unit, words))]


def answer(word, question):
    yes, no = [side.split() for side in question.split(":")[1].split("/")]
    direction = [a - b for a, b in zip(mean(yes), mean(no))]
    length = math.sqrt(sum(value * value for value in direction))
    return sum(a * b for a, b in zip(unit(word), direction)) / length


@case
def answers_are_those_of_plain_python():
    words = ["apple", "king", "stone"]
    told = json.loads(ok("questions", SAMPLE, "--words", " ".join(words), "--question", EDIBLE, "--question", ROYAL, "--json").out)
    assert [question["name"] for question in told["questions"]] == ["edible", "royal"]
    assert [row["word"] for row in told["words"]] == words
    for row in told["words"]:
        for found, question in zip(row["answers"], (EDIBLE, ROYAL)):
            assert abs(found - answer(row["word"], question)) < 1e-9, (row, question)


@case
def csv_has_a_column_for_each_question():
    out = ok("questions", SAMPLE, "--words", "apple king", "--question", EDIBLE, "--question", "a, \"b\": big / small", "--csv").out
    rows = list(csv.reader(out.splitlines()))
    assert rows[0] == ["word", "edible", 'a, "b"'] and [row[0] for row in rows[1:]] == ["apple", "king"], rows
    assert abs(float(rows[1][1]) - answer("apple", EDIBLE)) < 1e-9


@case
def a_bad_question_looks_bad():
    good = json.loads(ok("questions", SAMPLE, "--words", "apple", "--question", EDIBLE, "--json").out)["questions"][0]
    bad = json.loads(ok("questions", SAMPLE, "--words", "apple", "--question", "odd: seven paris jump / eight rome run", "--json").out)["questions"][0]
    assert good["right"] == good["tried"] == 6 and bad["tried"] == 6 and bad["right"] <= 3, (good, bad)
    assert "edible: right on 6 of 6" in ok("questions", SAMPLE, "--words", "apple", "--question", EDIBLE).out


@case
def what_is_missing_is_named():
    result = run("questions", SAMPLE, "--words", "apple zxqzxq", "--question", EDIBLE + " qzxqzx", "--csv")
    assert result.status == 0 and "zxqzxq" in result.err and "qzxqzx" in result.err and len(result.lines) == 2, result.err
    assert "both sides" in fails(1, "questions", SAMPLE, "--words", "apple", "--question", "none: zxqzxq / stone").err
    assert "both sides" in fails(1, "questions", SAMPLE, "--words", "apple", "--question", "same: stone / stone").err
    zero = write("zero.txt", b"a 1 0\nb 0 1\nnull 0 0\n")
    assert ok("questions", zero, "--words", "a null b", "--question", "q: a / b null", "--csv").lines == ["word,q", "a,0.7071067811865475", "b,-0.7071067811865475"]


@case
def calls_that_are_wrong():
    for words in ([], ["--words", "man"], ["--question", EDIBLE], ["--words", "man", "--question", "man / woman"], ["--words", "man", "--question", "q: man woman"],
                  ["--words", "man", "--question", "q: man / woman", "--csv", "--json"]):
        fails(2, "questions", small(), *words)


if __name__ == "__main__":
    main()
