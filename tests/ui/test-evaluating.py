# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of a whole file: sema-evaluation-window, sema-evaluation-view, sema-section-list, sema-section-row. The numbers are
those of the command line."""

import json
import os
import random

from cases import case, main
from window import SAMPLE, SLOWER, path, read, run_cli, vectors, wait, write

WINDOW = "Tests of the File"
DIALOG = "Choose a File of Tests"
STORED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "evaluation")
LONG_NAME = "a section with a name that is so long that nobody can read all of it in a window of this size, nor in any other"
SMALL = write("small.txt", vectors([("man", (1, 0, 0.1)), ("woman", (1, 1, 0)), ("king", (3, 0, 3)), ("queen", (1, 1, 1)), ("lord", (3, 0.1, 3))]))
OTHER = write("other.txt", vectors([("man", (1, 0, 0.1)), ("king", (0, 1, 0)), ("woman", (0, 0, 1)), ("Queen", (-1, 0, 0)), ("prince", (0, 1, 0.1))]))
QUESTIONS = write("questions.txt", ": %s\nman king woman queen\nMan KING woman lord\n: größe\nman king woman prince\n: family\nman woman king queen\nqueen king woman man\nman x\n" % LONG_NAME)
PAIRS = write("pairs.tsv", "king\tlord\t9\nking\twoman\t2\nking\tman\t3\nking\tprince\t8\n")


def open_window(user):
    user.keys("ctrl+t")
    user.find_window(WINDOW)


def choose(user, file):
    user.keys("ctrl+o", title=WINDOW)
    user.choose_file(DIALOG, file)


def percent(section):
    asked = section["correct"] + section["incorrect"]
    ratio = section["correct"] / asked
    return "%d %%" % (100 * ratio + 0.5) if ratio == 0 or ratio >= 0.005 else "<1 %"


def describe(section):
    """What is said of a section with its bar."""
    asked = section["correct"] + section["incorrect"]
    if asked == 0:
        return "%s: %d skipped" % (section["name"], section["skipped"])
    return "%s: %s of %d" % (section["name"], percent(section), asked)


def write_out(section, total):
    """What is written in a row."""
    asked = section["correct"] + section["incorrect"]
    skipped = ["%d skipped" % section["skipped"]] if total["skipped"] else []
    return [section["name"], percent(section) if asked else "–", "%d of %d" % (section["correct"], asked)] + skipped


def rows(user):
    """What is written in each row that has been made, and what is said of its bar."""
    node = user.seek("list", "Sections", within=WINDOW)
    items = node.find_all("list item") if node else []
    return [(item.name, item.find_all("progress bar")[0].name, item.texts()) for item in items if item.find_all("progress bar")]


def ask_cli(questions, *options, file=SAMPLE):
    return json.loads(run_cli("evaluate", file, questions, "--json", *options))


def wait_for_result(user, answer):
    """Waits until the window shows what the command line answers."""
    expected = [(describe(section), describe(section), write_out(section, answer)) for section in answer["sections"]]
    try:
        wait(lambda: rows(user) == expected, "the sections")
    except AssertionError as error:
        raise AssertionError("%s: %s is not %s" % (error, rows(user), expected)) from None
    total = dict(answer, name="All sections")
    assert user.find("progress bar", describe(total)).parent.parent.texts()[1:] == write_out(total, answer)[1:]


def is_sensitive(user, role, name):
    return "sensitive" in user.find(role, name, within=WINDOW).states


def take_text(user):
    taken = path("taken.txt")
    return read("taken.txt").decode() if user.start_other("take-text", taken).wait(timeout=20 * SLOWER) == 0 else ""


def copied(user, button, begin):
    """What the button copies: it begins so."""
    user.press(button, within=WINDOW)
    texts = [""]
    wait(lambda: texts.append(take_text(user)) or texts[-1].startswith(begin), button)
    return texts[-1]


@case(SMALL)
def analogies_are_counted_as_the_command_line_counts(user):
    open_window(user)
    user.find("label", "Test the Vectors")
    user.find("label", lambda text: text.startswith(": capital-common-countries\n"))
    user.find("label", "tiger\tcat\t7.35\nbook\tpaper\t7.46")
    assert not is_sensitive(user, "button", "Copy the result as text") and not is_sensitive(user, "button", "Copy the result as CSV")
    choose(user, QUESTIONS)
    answer = ask_cli(QUESTIONS, file=SMALL)
    assert [section["correct"] for section in answer["sections"]] == [1, 0, 2], answer
    wait_for_result(user, answer)
    user.says("Line 9 of “questions.txt” has not four words; it was passed over.")
    user.find("label", "questions.txt · small")


@case(SAMPLE)
def options_are_those_of_the_command_line(user):
    questions = os.path.join(STORED, "sample.questions")
    open_window(user)
    choose(user, questions)
    wait_for_result(user, ask_cli(questions, "--restrict", "30000"))
    user.find("spin button", "How many first words").set_value(1000)
    wait_for_result(user, ask_cli(questions, "--restrict", "1000"))
    user.choose_in("How an analogy is solved", "3CosMul", title=WINDOW)
    wait_for_result(user, ask_cli(questions, "--restrict", "1000", "--method", "mul"))
    user.click(user.find("check box", "First words only"), title=WINDOW)
    wait_for_result(user, ask_cli(questions, "--restrict", "0", "--method", "mul"))
    assert not is_sensitive(user, "spin button", "How many first words")


@case(SMALL)
def pairs_are_correlated_as_the_command_line_correlates(user):
    open_window(user)
    choose(user, PAIRS)
    lines = dict(line.split(": ") for line in run_cli("correlate", SMALL, PAIRS).splitlines())
    names = ("Pearson correlation", "pearson"), ("Spearman correlation", "spearman"), ("Pairs used", "pairs"), ("Pairs left out", "missing")
    for name, key in names:
        user.find("list item", "%s: %s" % (name, lines[key]))
    assert lines["pairs"] == "3" and lines["missing"] == "1"
    assert not is_sensitive(user, "combo box", "How an analogy is solved")
    assert copied(user, "Copy the result as text", "pearson: ") == run_cli("correlate", SMALL, PAIRS)
    heading, numbers, _ = copied(user, "Copy the result as CSV", "pearson,").split("\r\n")
    assert heading == "pearson,spearman,pairs,missing" and "%.6f" % float(numbers.split(",")[0]) == lines["pearson"] and numbers.endswith(",3,1"), numbers
    choose(user, write("two.tsv", "king\tlord\t9\n"))
    user.find("list item", "Pearson correlation: not defined")
    choose(user, QUESTIONS)
    wait_for_result(user, ask_cli(QUESTIONS, file=SMALL))
    assert is_sensitive(user, "combo box", "How an analogy is solved")


@case(SMALL)
def result_is_copied(user):
    open_window(user)
    choose(user, QUESTIONS)
    answer = ask_cli(QUESTIONS, file=SMALL)
    wait_for_result(user, answer)
    assert copied(user, "Copy the result as text", "section  ") == run_cli("evaluate", SMALL, QUESTIONS)
    lines = copied(user, "Copy the result as CSV", "section,").split("\r\n")
    assert lines[0] == "section,correct,incorrect,skipped,accuracy"
    assert lines[1] == '"%s",1,1,0,0.5' % LONG_NAME and lines[2] == "größe,0,0,1,0", lines
    assert lines[4] == "total,%d,%d,%d,0.75" % (answer["correct"], answer["incorrect"], answer["skipped"]), lines


@case(SMALL)
def what_is_wrong_is_said(user):
    open_window(user)
    choose(user, write("words <b>.txt", "just some words\n"))
    user.says("“words <b>.txt” has neither analogies, four words a line, nor word pairs")
    user.find("label", "The File Cannot Be Used")
    choose(user, write("early.txt", "man king woman queen\n"))
    user.says("Line 1 of “early.txt” comes before the first section")
    write("early.txt", ": now\nman king woman queen\n")
    user.press("Test Again", within=WINDOW)
    wait_for_result(user, ask_cli(path("early.txt"), file=SMALL))
    os.remove(path("early.txt"))
    user.find("spin button", "How many first words").set_value(100)
    user.says("early.txt")
    user.find("label", "The File Cannot Be Used")
    assert not is_sensitive(user, "button", "Copy the result as text")


def write_many():
    """Questions that take long, as each has other words."""
    words = [line.split("\t")[0] for line in run_cli("similar", SAMPLE, "king", "--top", "6000").splitlines()]
    draw = random.Random(1)
    lines = [" ".join(draw.sample(words, 4)) + "\n" for _ in range(50000 * SLOWER)]
    return write("many.txt", ": many\n" + "".join(lines))


MANY = write_many()


@case(SAMPLE)
def test_is_cancelled(user):
    open_window(user)
    choose(user, MANY)
    user.says("Testing with “many.txt”…")
    bar = user.find("progress bar", "Progress of the test")
    first = wait(lambda: bar.get_property("Value", "CurrentValue"), "the bar to move")
    last = wait(lambda: max(bar.get_property("Value", "CurrentValue") - first, 0), "the bar to move on") + first
    user.press("Cancel", within=WINDOW)
    user.find("label", "The Test Was Cancelled")
    assert not rows(user)
    user.press("Test Again", within=WINDOW)
    wait(lambda: bar.get_property("Value", "CurrentValue") < last, "the bar to begin anew")
    user.keys("Escape", title=WINDOW)
    user.find("label", "The Test Was Cancelled")
    choose(user, QUESTIONS)
    wait_for_result(user, ask_cli(QUESTIONS, "--restrict", "30000"))
    choose(user, MANY)
    user.says("Testing with “many.txt”…")
    user.press("Close", within=WINDOW)
    user.gone("window", WINDOW)


@case(SAMPLE)
def what_is_stale_is_tested_again(user):
    open_window(user)
    choose(user, MANY)
    user.says("Testing with “many.txt”…")
    choose(user, QUESTIONS)
    wait_for_result(user, ask_cli(QUESTIONS, "--restrict", "30000"))
    user.open(OTHER)
    user.find("label", "questions.txt · other")
    wait_for_result(user, ask_cli(QUESTIONS, file=OTHER))
    user.keys("ctrl+w")
    user.process.wait(timeout=10 * SLOWER)


@case(SAMPLE)
def a_thousand_sections_are_scrolled(user):
    questions = write("thousand.txt", "".join(": section %d\nman king woman %s\n" % (n, "queen" if n % 2 else "king") for n in range(1000)))
    open_window(user)
    choose(user, questions)
    user.find("progress bar", "All sections: 50 % of 1000")
    user.find("list item", "section 0: 0 % of 1")
    assert len(rows(user)) < 300, len(rows(user))
    user.click(user.find("list", "Sections"), x=0.5, y=0.05, title=WINDOW)
    user.keys("End", title=WINDOW)
    user.find("list item", "section 999: 100 % of 1")


@case(SMALL)
def tests_are_dropped(user):
    open_window(user)
    user.drop("drag-file", PAIRS, user.find("label", "Test the Vectors"), title=WINDOW)
    user.find("label", "pairs.tsv · small")
    user.says("Pearson correlation")


@case()
def without_vectors_there_is_nothing_to_test(user):
    user.press("Main menu")
    item = user.find("menu item", "Tests of the File…")
    assert "sensitive" not in item.states
    user.keys("Escape")
    user.open(SMALL)
    user.says("small · 5 words")
    user.choose("Main menu", "Tests of the File…")
    user.find_window(WINDOW)
    user.keys("Escape", title=WINDOW)
    user.gone("window", WINDOW)


if __name__ == "__main__":
    main()
