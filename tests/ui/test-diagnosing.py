# SPDX-License-Identifier: GPL-3.0-or-later
"""What is unusual about the rows of a file: sema-diagnosis-window, sema-job-pane, sema-problem-page, sema-finding-bar, sema-order-pane,
sema-order-view, sema-order-cell, sema-order-job, sema-order-selection, sema-place-selection. The numbers are those of the command line."""

import array
import csv
import io
import random

from gi.repository import GLib

from cases import case, main
from window import SLOWER, path, read, run_cli, vectors, wait, write

WINDOW = "Diagnosis of the Vectors"
LONG = "a" * 300
NUMBERS = [(3, 4, 0), (0, 0, 0), (3, 4, 0), (1, 0, 0), (2, 2, 2), (5, 1, 0), (1, 7, 1), (0.2, 0.1, 0), (1, 2, 5), (4, 0, 1)]
WORDS = ["one", "zero", "same", "[unused1]", "flat", LONG, "größe", "small", "far", "out"]
ODD = write("odd.txt", vectors(zip(WORDS, NUMBERS)))
GOOD = write("good.txt", vectors([("a", (1, 0)), ("b", (0, 2)), ("c", (3, 1))]))


def open_window(user):
    user.keys("ctrl+d")
    user.find_window(WINDOW)
    user.says("Suspect is the lowest")


def ask_cli(file, *options):
    """The rows that the command line lists."""
    return list(csv.DictReader(io.StringIO(run_cli("diagnose", file, "--csv", "--top", "0", *options), newline="")))


def table_rows(user):
    return [row for row in user.find("table", "Rows").find_all("table row") if len(row.find_all("table cell")) in (4, 6)]


def rows(user):
    """The rows of the list that have been made, as they are shown."""
    return [tuple(row.texts()) for row in table_rows(user)]


def wait_for_ids(user, expected, what):
    try:
        wait(lambda: [row[0] for row in rows(user)] == expected, what)
    except AssertionError as error:
        raise AssertionError("%s: %s is not %s" % (error, [row[0] for row in rows(user)], expected)) from None


def ids(answer):
    return [row["id"] for row in answer]


def row_of(user, word):
    return wait(lambda: [row for row in table_rows(user) if row.texts()[1].startswith(word)], "the row of " + word)[0]


def take_text(user):
    taken = path("taken.txt")
    return read("taken.txt").decode() if user.start_other("take-text", taken).wait(timeout=20 * SLOWER) == 0 else ""


def take_until(user, condition, what):
    texts = [""]
    wait(lambda: texts.append(take_text(user)) or condition(texts[-1]), what)
    return texts[-1]


@case(ODD)
def rows_are_those_of_the_command_line(user):
    open_window(user)
    user.find("label", "Something was found about 5 of 10 rows.")
    answer = ask_cli(ODD)
    wait_for_ids(user, ids(answer), "what was found")
    assert len(answer) == 5, answer
    for row, said in zip(answer, rows(user)):
        assert said[1] == row["token"] and said[2] == "%.6f" % float(row["norm"]), (row, said)
        assert said[3] == ("%.6f" % float(row["cosine_distance"]) if row["cosine_distance"] else "–"), (row, said)
        assert said[4] == "%.6f" % float(row["distance"]), (row, said)
    assert row_of(user, "same").texts()[5] == "Duplicate of 0"
    assert row_of(user, "flat").texts()[5] == "One number"


@case(ODD)
def rows_are_filtered_and_sorted(user):
    open_window(user)
    user.press("Duplicate: 1", within=WINDOW)
    wait_for_ids(user, ["2"], "the duplicate")
    user.says("1 row")
    user.press("All rows: 10", within=WINDOW)
    wait_for_ids(user, ids(ask_cli(ODD, "--show", "all")), "all rows")
    user.click(user.find("label", "Norm", within="Rows"), title=WINDOW)
    wait_for_ids(user, ids(ask_cli(ODD, "--show", "all", "--sort", "norm")), "the order by norms")
    user.click(user.find("label", "Norm", within="Rows"), x=0.2, title=WINDOW)  # two clicks at one place would be a double click
    wait_for_ids(user, ids(ask_cli(ODD, "--show", "all", "--sort", "norm", "--descending")), "the largest norms first")
    user.click(user.find("label", "Token", within="Rows"), title=WINDOW)
    wait_for_ids(user, ids(ask_cli(ODD, "--show", "all", "--sort", "token")), "the order by tokens")
    user.press("All zero: 1", within=WINDOW)
    wait_for_ids(user, ["1"], "the row of zeros")


@case(ODD)
def rows_are_shown_on_the_map_and_taken_back(user):
    open_window(user)
    user.press("All rows: 10", within=WINDOW)
    user.click(row_of(user, "far"), title=WINDOW)
    user.click(row_of(user, "größe"), title=WINDOW, modifier="ctrl")
    user.click(row_of(user, LONG[:40]), title=WINDOW, modifier="ctrl")
    user.says("10 rows · 3 selected")
    user.press("Show on the map", within=WINDOW)
    user.says("3 words added")
    user.wait_for_words(3)
    user.keys("ctrl+z", title=WINDOW)
    user.gone("image", "Map of 3 words")
    user.press("Show on the map", within=WINDOW)
    user.wait_for_words(3)
    user.press("Show on the map", within=WINDOW)
    user.says("No new words")


@case(ODD)
def what_was_found_is_marked_on_the_map(user):
    user.add("one same far")
    user.wait_for_words(3)
    user.gone("label", "3 words added", seconds=20)
    before = user.still()
    open_window(user)
    user.keys("Escape", title=WINDOW)
    user.gone("window", WINDOW)
    wait(lambda: user.still() != before, "a mark")
    marked = user.still()
    user.open(GOOD)
    user.says("good · 3 words")
    user.open(ODD)
    user.says("odd · 10 words")
    wait(lambda: user.still() == before, "the map as it was")
    assert marked != before


@case(write("sides.txt", vectors([("left", (1, 0)), ("الملك", (0, 2)), ("b", (3, 1))])))
def words_from_the_right_begin_where_others_do(user):
    open_window(user)
    user.press("All rows: 3", within=WINDOW)
    wait(lambda: {row[1] for row in rows(user)} == {"left", "\u200eالملك", "b"}, "the words, and the mark before the one from the right")


@case(ODD)
def row_is_looked_up(user):
    open_window(user)
    user.press("All rows: 10", within=WINDOW)
    user.click(row_of(user, "far"), title=WINDOW, times=2)
    wait(lambda: user.focus_word() == "far", "the word in the main window")
    user.keys("Down", "Return", title=WINDOW)
    wait(lambda: user.focus_word() not in (None, "far"), "the next word")


@case(ODD)
def rows_are_copied(user):
    open_window(user)
    user.press("All rows: 10", within=WINDOW)
    user.click(row_of(user, "größe"), title=WINDOW)
    user.keys("ctrl+c", title=WINDOW)
    user.says("1 row copied")
    line = take_until(user, lambda text: "größe" in text, "the row")
    assert line == "\t".join(row_of(user, "größe").texts() + [""] * (6 - len(row_of(user, "größe").texts()))) + "\n", line
    user.keys("ctrl+a", title=WINDOW)
    user.says("10 rows · 10 selected")
    user.press("Copy the selected rows", within=WINDOW)
    user.says("10 rows copied")
    lines = take_until(user, lambda text: text.count("\n") == 10, "all rows").splitlines()
    assert [line.split("\t")[0] for line in lines] == [row[0] for row in rows(user)], lines


@case(ODD)
def list_is_written_as_the_command_line_writes_it(user):
    open_window(user)
    user.press("Export CSV", within=WINDOW)
    user.choose_file("Save Table", path("odd.csv"))
    user.says("“odd.csv” saved")
    assert read("odd.csv").decode() == run_cli("diagnose", ODD, "--csv", "--top", "0")
    user.press("Export CSV", within=WINDOW)
    user.choose_file("Save Table", "/proc/odd.csv")
    user.says("/proc/odd.csv")


@case(GOOD)
def nothing_unusual_is_said(user):
    open_window(user)
    user.find("label", "Nothing unusual was found in 3 rows, only suspects by rule.")
    user.says("by norm, for no row is known to be unused")
    wait_for_ids(user, ["0"], "the suspect")
    assert len(table_rows(user)[0].find_all("table cell")) == 4


@case(GOOD)
def other_vectors_are_diagnosed_anew(user):
    open_window(user)
    user.find("button", "Suspect: 1", within=WINDOW)
    user.open(ODD)
    user.find("label", "Something was found about 5 of 10 rows.")
    user.find("label", "odd", within=WINDOW)
    wait_for_ids(user, ids(ask_cli(ODD)), "the rows of the other file")
    user.keys("Escape", title=WINDOW)
    user.gone("window", WINDOW)


MANY = 4_000_000 // SLOWER


def write_many():
    """Many short rows, some of them unused, which take a while to be looked at."""
    draw = random.Random(1)
    numbers = array.array("f", (draw.uniform(-1, 1) for _ in range(1 << 16))).tobytes()
    with open(path("many.bin"), "wb") as file:
        file.write(b"%d 8\n" % MANY)
        for first in range(0, MANY, 1000):
            places = [4 * (row * 7919 % 65000) for row in range(first, first + 1000)]
            file.write(b"".join((b"[unused%d] " if i == 0 else b"w%d ") % (first + i) + numbers[place:place + 32] for i, place in enumerate(places)))
    return path("many.bin")


def click_soon(user, find):
    """Clicks what may just be made anew."""
    def click():
        try:
            user.click(find(), title=WINDOW)
        except (GLib.Error, IndexError):
            return False
        return True
    wait(click, "something to click")


def cancel_soon(user, text):
    """Presses the button below the text that says what is done, in one look, for it is done soon."""
    def seek():
        return [button for label in user.look().find_all("label", text) for button in label.parent.find_all("button", "Cancel")]
    wait(seek, text)[0].act()


@case(write_many)
def diagnosis_is_cancelled(user):
    user.says("many · ", seconds=30)
    user.keys("ctrl+d")
    cancel_soon(user, "Looking at %d rows…" % MANY)
    user.find("label", "The Diagnosis Was Cancelled")
    user.press("Diagnose Again", within=WINDOW)
    user.says("of %d rows." % MANY, seconds=60)
    wait(lambda: rows(user), "rows")
    click_soon(user, lambda: user.find("button", "All rows: %d" % MANY))
    user.find("label", "%d rows" % MANY)
    first = wait(lambda: rows(user), "rows")[0]
    user.click(user.find("label", "Norm", within="Rows"), title=WINDOW)
    wait(lambda: rows(user)[:1] != [first], "the order by norms")  # which takes back what is selected
    click_soon(user, lambda: table_rows(user)[0])
    user.keys("ctrl+a", title=WINDOW)
    user.says("%d selected" % MANY)
    user.press("Show on the map", within=WINDOW)
    user.says("Select at most 1000 rows to show them on the map.")
    user.keys("Escape", title=WINDOW)  # what was said goes first
    user.gone("label", "Select at most 1000 rows to show them on the map.")
    if user.seek("window", WINDOW):  # on a slow machine it went by itself, and the key closed the window
        user.keys("Escape", title=WINDOW)
    user.gone("window", WINDOW)


@case()
def without_vectors_there_is_nothing_to_diagnose(user):
    user.press("Main menu")
    assert "sensitive" not in user.find("menu item", "Diagnose Vectors…").states
    user.keys("Escape")
    user.open(GOOD)
    user.says("good · 3 words")
    user.choose("Main menu", "Diagnose Vectors…")
    user.find_window(WINDOW)


if __name__ == "__main__":
    main()
