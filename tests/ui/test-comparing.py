# SPDX-License-Identifier: GPL-3.0-or-later
"""Words beside each other: sema-compare-place, sema-heat-view, sema-pairs-view, sema-odd-button, sema-pair-cell."""

import csv
import io
import json

from cases import case, main
from window import SAMPLE, path, read, run_cli, vectors, wait, write

WORDS = "king queen man woman mango"
FEW = write("few.txt", vectors([("king", (3, 4, 0)), ("queen", (4, 3, 0)), ("zero", (0, 0, 0)), ("man", (0, 0, 2)), ("boy", (0, 1, 2))]))
SLIDE = ("--size", "1280x720", "--scale", "1.5", "--dpi", "144", "--background", "white")


def go(user, mode=None):
    user.keys("alt+2")
    user.find("button", "Matrix")
    if mode:
        user.press(mode)


def heat(user, rows, columns):
    return user.find("image", "Heat map of %d × %d cells" % (rows, columns))


def cell(user, text):
    """What is said of the cell that the keyboard is at, when it holds this."""
    return wait(lambda: [node.description for node in user.look().find_all("image") if text in node.description], "a cell with " + text)[0]


def row_nodes(user):
    return [row for row in user.find("table", "Pairs of words").find_all("table row") if len(row.find_all("table cell")) == 8]


def rows(user):
    """The rows of the list of pairs that have been made, as they are shown."""
    return [row.texts() for row in row_nodes(user)]


def some_row(user):
    return wait(lambda: [row for row in rows(user) if row[0]], "a pair")[0]


def first_row(user, a, b):
    return wait(lambda: [row for row in rows(user)[:1] if row[:2] == [a, b]], "%s and %s first" % (a, b))[0]


def pairs_of(words):
    """What the command line says of them, each pair under its words."""
    table = csv.DictReader(io.StringIO(run_cli("compare", SAMPLE, *words.split(), "--csv")))
    return {(row["a"], row["b"]): {name: float(row[name]) for name in ("cosine", "dot", "distance", "angle")} for row in table}


def take_text(user):
    taken = path("taken.txt")
    assert user.start_other("take-text", taken).wait(60) == 0
    return read("taken.txt").decode()


def compare(user, words=WORDS, mode=None):
    user.add(words)
    user.wait_for_words(len(words.split()))
    go(user, mode)


@case(SAMPLE)
def cell_says_all_that_is_measured(user):
    compare(user)
    user.click(heat(user, 5, 5), x=0.05, y=0.05)
    user.keys("Down", "Right")
    pair = pairs_of(WORDS)["king", "queen"]
    expected = "king, queen: cosine %(cosine).4f, dot product %(dot).4f, distance %(distance).4f, angle %(angle).1f°" % pair
    assert cell(user, "king, queen") == expected
    user.keys("Return")
    wait(lambda: user.focus_word() == "king", "king to be looked at")
    user.choose_in("Compare by", "Euclidean distance")
    user.click(user.find("check box", lambda name: "Put like words together" in name))
    user.find("check box", lambda name: "Put like words together" in name, state="checked")
    heat(user, 5, 5)


@case(SAMPLE)
def pairs_are_sorted_by_keyboard_and_by_heads(user):
    compare(user, mode="Pairs")
    user.says("10 pairs · 5 words")
    pairs = pairs_of(WORDS)
    best = max(pairs, key=lambda pair: pairs[pair]["cosine"])
    row = first_row(user, *best)
    assert row[2:6] == ["%(cosine).4f" % pairs[best], "%(dot).4f" % pairs[best], "%(distance).4f" % pairs[best], "%(angle).1f°" % pairs[best]], row
    user.choose_in("Sort by", "Distance")
    first_row(user, *max(pairs, key=lambda pair: pairs[pair]["distance"]))
    user.keys("Tab", "space")
    first_row(user, *min(pairs, key=lambda pair: pairs[pair]["distance"]))
    assert [tuple(row[:2]) for row in rows(user)] == sorted(pairs, key=lambda pair: pairs[pair]["distance"])
    head = user.find("label", "Dot product", within="Pairs of words")
    user.click(head, x=0.2)  # two clicks at one place would be a double click
    first_row(user, *min(pairs, key=lambda pair: pairs[pair]["dot"]))
    user.click(head, x=0.8)
    first_row(user, *max(pairs, key=lambda pair: pairs[pair]["dot"]))
    wait(lambda: user.chosen_in("Sort by") == "Dot product", "the list to say how it is sorted")
    user.choose_in("Sort by", "Word 1")
    first_row(user, "woman", "mango")
    user.choose_in("Sort by", "Norm 2")
    norms = {word: json.loads(run_cli("vector", SAMPLE, word, "--json"))["norm"] for word in WORDS.split()}
    longest = max(WORDS.split()[1:], key=norms.get)
    wait(lambda: rows(user)[0][1] == longest, longest + " first")
    assert rows(user)[0][7] == "%.4f" % norms[longest], rows(user)[0]


@case(SAMPLE)
def row_selects_its_words_everywhere(user):
    compare(user, mode="Pairs")
    user.says("10 pairs")
    first = some_row(user)
    user.click(row_nodes(user)[0])
    wait(lambda: user.focus_word() == first[0], "the first word to be looked at")

    def selected():
        return {row.texts()[0] for pane in user.look().find_all("list", "Chosen words") for row in pane.find_all("list item")
                if "selected" in row.states and row.texts()}
    wait(lambda: selected() == set(first[:2]), "both words to be selected")
    second = rows(user)[1][:2]
    user.keys("Down")
    wait(lambda: selected() == set(second), "the words of the next row to be selected")
    user.press("Matrix")
    heat(user, 5, 5)


@case(SAMPLE)
def pairs_are_copied(user):
    compare(user, mode="Pairs")
    user.says("10 pairs")
    some_row(user)
    user.click(row_nodes(user)[0])
    user.keys("ctrl+c")
    user.says("10 pairs copied")
    lines = [line.split("\t") for line in take_text(user).splitlines()]
    assert lines[0] == ["Word 1", "Word 2", "Cosine", "Dot product", "Distance", "Angle", "Norm 1", "Norm 2"], lines[0]
    shown = [[row[0], row[1], row[2]] for row in rows(user)]
    assert [[line[0], line[1], "%.4f" % float(line[2])] for line in lines[1:]] == shown
    user.press("Copy the pairs", role=None)
    user.find("menu item", "Copy as CSV", state="sensitive").act()
    wait(lambda: take_text(user).startswith("a,b,"), "the table on the clipboard")
    assert sorted(read("taken.txt").splitlines()) == sorted(run_cli("compare", SAMPLE, *WORDS.split(), "--csv").encode().splitlines())


@case(SAMPLE)
def vectors_stand_one_under_the_other(user):
    compare(user, mode="Vectors")
    user.click(heat(user, 6, 100), x=0.05, y=0.05)
    king, queen, mango = (json.loads(run_cli("vector", SAMPLE, word, "--json"))["values"] for word in ("king", "queen", "mango"))
    norm = lambda vector: sum(number * number for number in vector) ** 0.5
    user.keys("Down", *["Right"] * 16)
    assert cell(user, "king, dimension 17") == "king, dimension 17: %.4f" % (king[16] / norm(king))
    user.keys(*["Down"] * 5)
    assert cell(user, "dimension 17") == "king − queen, dimension 17: %.4f" % (king[16] / norm(king) - queen[16] / norm(queen))
    user.keys("Return")
    user.press("Raw")
    user.click(user.find("check box", lambda name: "Largest differences first" in name))
    user.find("check box", lambda name: "Largest differences first" in name, state="checked")
    user.click(user.row_of("queen"))
    user.click(user.row_of("mango"), modifier="ctrl")
    order = sorted(range(100), key=lambda d: -abs(queen[d] - mango[d]))

    def says():
        user.click(heat(user, 6, 100), x=0.05, y=0.05)
        user.keys(*["Down"] * 6)
        return [node.description for node in user.look().find_all("image") if "queen − mango, dimension " in node.description]
    said = wait(says, "the difference of the selected words")[0]
    assert said == "queen − mango, dimension %d: %.4f" % (order[0] + 1, queen[order[0]] - mango[order[0]]), said


@case(SAMPLE)
def command_line_draws_what_is_compared(user):
    compare(user)
    for mode, shape in (("Matrix", (5, 5)), ("Vectors", (6, 100))):
        user.press(mode)
        heat(user, *shape)
        user.keys("ctrl+shift+s")
        user.choose_file("Save Session", path(mode + ".semascope"))
        user.says("“%s.semascope” saved" % mode)
        user.keys("ctrl+shift+e")
        user.find_window("Export Picture")
        user.press("Export…", within="Export Picture")
        user.choose_file("Save Picture", path(mode + ".png"))
        user.says("Exported “%s.png”" % mode)
        user.gone("window", "Export Picture")
        run_cli("plot", "--session", path(mode + ".semascope"), *SLIDE, "--output", path("drawn.png"))
        assert read(mode + ".png") == read("drawn.png"), mode
    assert read("Matrix.png") != read("Vectors.png")


@case(SAMPLE)
def odd_one_out_is_told(user):
    compare(user, "breakfast cereal dinner lunch mango")
    scores = json.loads(run_cli("odd", SAMPLE, "breakfast", "cereal", "dinner", "lunch", "mango", "--json"))
    user.press("Odd One Out", role=None)
    user.says("“%s” is the odd one out" % scores["odd"])
    user.says("Of all 5 chosen words")
    shown = [row.texts() for row in user.find("list", "Answers", within="SemaOddButton").find_all("list item")]
    expected = [[str(rank), score["word"], "%.3f" % score["score"]] for rank, score in enumerate(scores["scores"], 1)]
    assert shown == expected, shown
    user.press("Copy the Scores")
    user.says("Scores copied")
    assert take_text(user).split("\n")[0].split("\t")[0] == scores["odd"]
    user.keys("Escape")
    user.click(user.row_of("breakfast"))
    user.click(user.row_of("cereal"), modifier="ctrl")
    user.click(user.row_of("dinner"), modifier="ctrl")
    user.press("Odd One Out", role=None)
    user.says("“cereal” is the odd one out")
    user.says("Of 3 selected words")
    user.keys("Escape")


def few_session():
    """One word that can be compared, a zero vector, and a word that the file does not have."""
    state = {"semascope-session": 1, "vectors-file": "file://" + FEW, "vectors-name": "few.txt", "vectors-size": len(read("few.txt")),
             "words": ["king", "zero", "nowhere"], "view": "compare"}
    return write("few.semascope", json.dumps(state))


@case(few_session)
def words_that_cannot_be_compared_are_left_out(user):
    user.says("Two words that are in this file are needed")
    user.press("Odd One Out", role=None)
    user.says("Three words that are in this file are needed")
    user.keys("Escape")
    user.add("queen")
    heat(user, 2, 2)
    user.press("Pairs")
    user.says("1 pair · 2 words · 2 chosen words not in it")
    first_row(user, "king", "queen")
    assert rows(user)[0][2:] == ["0.9600", "24.0000", "1.4142", "16.3°", "5.0000", "5.0000"], rows(user)
    user.press("Vectors")
    heat(user, 3, 3)
    user.press("Raw")
    heat(user, 4, 3)
    user.choose("Main menu", "Remove All Words")
    user.says("Two words that are in this file are needed")


@case(FEW)
def what_is_compared_is_there_again(user):
    user.add("king queen man boy")
    user.wait_for_words(4)
    go(user, "Pairs")
    user.says("6 pairs")
    user.choose_in("Sort by", "Angle")
    first_row(user, "king", "man")
    user.close()
    user.start()
    user.says("6 pairs")
    first_row(user, "king", "man")
    assert user.chosen_in("Sort by") == "Angle"
    user.press("Vectors")
    heat(user, 5, 3)
    user.press("Pairs")
    first_row(user, "king", "man")


if __name__ == "__main__":
    main()
