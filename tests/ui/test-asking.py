# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions about expressions: sema-ask-pane, sema-expression-entry, sema-ask-options, sema-answer-list."""

import re

from cases import case, main
from window import SAMPLE, run_cli, vectors, wait, write

BLANKS = write("blanks.txt", vectors([("king", (1, 0, 0)), ("New York", (1, 2, 0)), ("New Delhi", (2, 1, 0)), ("2.5", (9, 9.5, 0)), ("2.55", (9, 9, 1))]))
SMALL = write("signs.txt", vectors([("+", (1, 0)), ("ice", (1, 2)), ("cream", (2, 1)), ("far", (9, 9.5))]))


def ask(user, expression):
    user.keys("ctrl+f")
    user.find("text box", "Expression", state="focused")
    user.keys("ctrl+a")
    user.type(expression)
    wait(lambda: user.find("text box", "Expression").text() == expression, expression)


def expression(user):
    return user.find("text box", "Expression").text()


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
