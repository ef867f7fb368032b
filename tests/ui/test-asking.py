# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions about expressions: sema-ask-pane, sema-expression-entry, sema-ask-options, sema-answer-list, sema-target-row."""

import array
import gzip
import math
import re

from cases import case, main
from window import SAMPLE, run_cli, vectors, wait, write

BLANKS = write("blanks.txt", vectors([("king", (1, 0, 0)), ("New York", (1, 2, 0)), ("New Delhi", (2, 1, 0)), ("2.5", (9, 9.5, 0)), ("2.55", (9, 9, 1))]))
SMALL = write("signs.txt", vectors([("+", (1, 0)), ("ice", (1, 2)), ("cream", (2, 1)), ("far", (9, 9.5))]))


def read_sample(*words):
    """The vectors of words, read here once more: those of the program are what is to be tested."""
    with gzip.open(SAMPLE) as file:
        data = file.read()
    (n, dim), found, place = map(int, data.split(b"\n", 1)[0].split()), {}, data.index(b"\n") + 1
    for _ in range(n):
        end = data.index(b" ", place)
        found[data[place:end].strip().decode()] = array.array("f", data[end + 1:end + 1 + 4 * dim])
        place = end + 1 + 4 * dim
    return [list(found[word]) for word in words]


def norm(vector):
    return math.sqrt(sum(number * number for number in vector))


def unit(vector):
    return [number / norm(vector) for number in vector]


def combine(king, man, woman):
    return [a - b + c for a, b, c in zip(king, man, woman)]


def copied(user):
    """The text on the clipboard, pasted where there is an entry; a button that was pressed takes its time."""
    user.keys("ctrl+f")
    user.find("text box", "Expression", state="focused")
    return wait(lambda: user.keys("ctrl+a", "ctrl+v") or ("," in expression(user) and expression(user)), "what was copied")


def expression(user):
    return user.find("text box", "Expression").text()


def ask(user, text):
    user.keys("ctrl+f")
    user.find("text box", "Expression", state="focused")
    if expression(user):
        user.keys("ctrl+a")  # where there is nothing to select, it selects all words of the map
    user.type(text)
    wait(lambda: expression(user) == text, text)


def suggested(user):
    """The words that are offered, or nothing."""
    box = user.seek("list", "Suggested words", within="Semascope")
    return [row.name for row in box.find_all("list item")] if box else []


def answers(user):
    """Rank, word and score of the rows that have been made, in order."""
    rows = [row.texts() for row in user.find("list", "Answers").find_all("list item")]
    return [row for row in rows if len(row) >= 3]


def best(user, word):
    return wait(lambda: [row for row in answers(user)[:1] if row[1] == word], word + " first")[0]


@case("--demo")
def expression_is_answered_as_it_is_typed(user):
    user.wait_for_words(26)
    ask(user, "king - man + woman")
    assert best(user, "queen")[:3] == ["1", "queen", "0.770"], answers(user)
    user.says("Nearest to king - man + woman")
    expected = [line.split("\t")[0] for line in run_cli("similar", SAMPLE, "king - man + woman", "--top", "8").splitlines()]
    assert [row[1] for row in answers(user)[:8]] == expected
    user.press("Add “monarch” to the map")
    user.wait_for_words(27)
    wait(lambda: "sensitive" not in user.find("button", "Add “monarch” to the map").states, "the button to be off")
    ask(user, "0.5 * warm + cold")
    best(user, run_cli("similar", SAMPLE, "0.5 * warm + cold").split("\t")[0])


@case("--demo")
def an_answer_is_looked_at_and_the_question_is_back(user):
    user.wait_for_words(26)
    ask(user, "tower")
    best(user, "towers")
    user.keys("Return")  # else the suggested words lie over the answers
    user.click(user.find("label", "dome", within="Answers"))
    user.says("row ")
    user.find("label", "Nearest words")
    user.keys("ctrl+f", "Return")
    best(user, "towers")
    user.keys("ctrl+a", "Delete")
    user.find("label", "Nearest words")


@case("--demo")
def what_is_wrong_is_said(user):
    user.wait_for_words(26)
    ask(user, "king - kinng")
    user.says("“kinng” is not in this file.")
    ask(user, "king * queen")
    user.says("character 6")
    ask(user, "king - king")
    user.says("These words cancel each other out")
    ask(user, "king")
    best(user, "prince")
    assert not [node for node in user.look().find_all("label") if "cancel" in node.name]


@case("--demo")
def question_is_meant_otherwise(user):
    user.wait_for_words(26)
    ask(user, "king - man + woman")
    best(user, "queen")
    user.press("How the question is meant", role=None)
    check = lambda: user.find("check box", "Show the words of the question too")
    wait(lambda: user.keys("Tab") or "focused" in check().states, "the keyboard to be at the box")
    user.keys("space")
    best(user, "king")
    user.keys("space")
    best(user, "queen")
    user.find("spin button", "Among the first").set_value(1000)
    few = run_cli("similar", SAMPLE, "king - man + woman", "--restrict", "1000", "--top", "3").splitlines()
    wait(lambda: [row[1] for row in answers(user)[:3]] == [line.split("\t")[0] for line in few], "the first words only")


@case("--demo")
def miss_is_told_and_drawn(user):
    user.wait_for_words(26)
    before = user.still()
    vectors_of = read_sample("king", "man", "woman", "queen", "monarch")
    units = [unit(vector) for vector in vectors_of]
    target = combine(*units[:3])
    told = "%.2f from queen, %.2f from monarch" % (math.dist(target, units[3]), math.dist(target, units[4]))
    ask(user, "king - man + woman")
    user.says("Distance to queen %.2f, to the runner-up monarch %.2f\nSum of unit vectors, norm %.2f" % (math.dist(target, units[3]), math.dist(target, units[4]), norm(target)))
    wait(lambda: user.map().description == told, "the map to tell " + told)
    user.keys("Return")
    assert user.still() != before
    user.press("Copy the numbers of the sum")
    numbers = [float(number) for number in copied(user).split(",")]
    assert len(numbers) == 100 and max(abs(a - b) for a, b in zip(numbers, target)) < 1e-12, numbers
    user.says("is not in this file")
    wait(lambda: not user.map().description, "nothing to be on the map")
    assert user.still() == before


@case("--demo")
def target_follows_the_map(user):
    user.wait_for_words(26)
    ask(user, "king - man + woman")
    user.says("Sum of unit vectors, norm ")
    user.press("Raw", role=None)
    raw = read_sample("king", "man", "woman", "queen", "monarch")
    told = "%.2f from queen, %.2f from monarch" % tuple(math.dist(combine(*raw[:3]), answer) for answer in raw[3:])
    wait(lambda: user.map().description == told, "the map to tell " + told)
    user.says("On the map it is the sum of raw vectors.")
    user.press("Add “monarch” to the map")
    user.wait_for_words(27)
    wait(lambda: user.map().description == told, "the map to tell it again")
    ask(user, "king")
    best(user, "prince")
    wait(lambda: not user.map().description, "a word alone to be itself")
    ask(user, "0.5 * king")
    user.says("Sum of unit vectors, norm 0.50")
    user.keys("ctrl+a", "Delete")
    wait(lambda: not user.map().description, "nothing to be on the map")


@case("--demo")
def multiplied_words_have_no_target(user):
    user.wait_for_words(26)
    ask(user, "king - man + woman")
    user.says("Sum of unit vectors, norm ")
    user.press("How the question is meant", role=None)
    wait(lambda: user.keys("Tab") or any("focused" in node.states for node in user.find("combo box", "Words are").walk()), "the keyboard to be at the box")
    user.keys("space", "Down", "Return")
    user.says("Multiplied words have no sum, and so no place on the map.")
    assert not user.map().description
    assert not user.seek("button", "Copy the numbers of the sum")


@case("--demo")
def word_at_the_cursor_is_completed(user):
    user.wait_for_words(26)
    ask(user, "king - ma + qu")
    wait(lambda: "queen" in suggested(user), "words that begin so")
    user.keys("Down", "Down", "Up", "Down")
    user.keys("Return")
    chosen = wait(lambda: re.fullmatch("king - ma \\+ (qu[a-z]+)", expression(user)), "the second word")[1]
    assert not suggested(user), suggested(user)
    for _ in range(len(" + " + chosen)):
        user.keys("Left")
    assert not suggested(user), suggested(user)
    user.type("ngo")
    wait(lambda: suggested(user) == ["mango", "mangoes"], "words for the one in the middle")
    user.keys("Tab")
    wait(lambda: expression(user) == "king - mango + " + chosen, "just that word to be another")
    user.type("e")
    wait(lambda: suggested(user) == ["mangoes"], "the one that there is")
    user.keys("Escape")
    wait(lambda: not suggested(user), "no words")
    assert expression(user) == "king - mangoe + " + chosen
    user.keys("Down")
    wait(lambda: suggested(user) == ["mangoes"], "it again")
    user.click(user.find("text box", "Expression"), y=1.9)  # the first word under it
    wait(lambda: expression(user) == "king - mangoes + " + chosen, "it to be taken")
    assert not suggested(user), suggested(user)
    best(user, run_cli("similar", SAMPLE, expression(user)).split("\t")[0])


@case("--demo")
def what_is_no_word_or_whole_offers_nothing(user):
    user.wait_for_words(26)
    for text in ("king ", "king -", "king - ", "0.5", "0.5 *", "\"king\"", "mangoes"):
        ask(user, "qu")
        wait(lambda: suggested(user), "words that begin so")
        ask(user, text)
        wait(lambda: not suggested(user), "no words for " + text)


@case(BLANKS)
def completion_is_quoted_where_it_must_be(user):
    ask(user, "king - new y")
    wait(lambda: not suggested(user), "nothing that begins with y")
    ask(user, 'king - "new y + king')
    user.keys(*["Left"] * len(" + king"))
    user.keys("Down")
    wait(lambda: suggested(user) == ["New York"], "the word with a blank")
    user.keys("Down", "Return")
    wait(lambda: expression(user) == 'king - "New York" + king', "it in its quotes")
    ask(user, "king - Ne")
    wait(lambda: suggested(user) == ["New York", "New Delhi"], "both")
    user.keys("Down", "Down", "Return")
    wait(lambda: expression(user) == 'king - "New Delhi"', "quotes round it")
    ask(user, "2.5")
    user.keys("Down")
    wait(lambda: "2.5" in suggested(user), "the number")
    user.keys("Tab")
    wait(lambda: expression(user) == '"2.5"', "a word")
    user.type(" * 2")
    best(user, "2.55")


@case(SMALL)
def signs_and_quotes(user):
    ask(user, "+")
    best(user, "cream")
    ask(user, 'ice + "+"')
    best(user, "cream")
    user.open(SAMPLE)
    wait(lambda: re.search("is not in this file", " ".join(user.texts("Semascope"))) or len(answers(user)) > 3, "the question to be asked again")


if __name__ == "__main__":
    main()
