# SPDX-License-Identifier: GPL-3.0-or-later
"""How far words moved to another file: sema-comparison-window, sema-shared-pane. The numbers are those of the command line."""

import csv
import io
import math
import random
import shutil
import zipfile

from cases import case, main
from window import path, read, run_cli, vectors, wait, write, write_slow

WINDOW = "Comparison of Two Files"
DIALOG = "Choose Other Vectors"
DRAW = random.Random(5)
WORDS = ["w%02d" % number for number in range(12)] + ["größe", "b" * 300]
FIRST = [[DRAW.gauss(0, 1) for _ in range(4)] for _ in WORDS]


def turn(row):
    """Turned by a right angle in two planes, and a little of its own."""
    return [-row[1], row[0], -row[3], row[2] + DRAW.gauss(0, 0.2)]


BASE = write("base.txt", vectors(zip(WORDS, FIRST)))
TUNED = write("tuned.txt", vectors([(word, turn(row)) for word, row in zip(WORDS, FIRST)][::-1] + [("new", (1, 2, 3, 4))]))
SHORT = write("short.txt", vectors([(word, row[:3]) for word, row in zip(WORDS, FIRST)]))
FOREIGN = write("foreign.txt", vectors([("nobody", (1, 2, 3, 4)), ("knows", (4, 3, 2, 1))]))


def open_window(user, file=None):
    user.keys("ctrl+shift+d")
    user.find_window(WINDOW)
    if file:
        choose(user, file)


def choose(user, file):
    user.keys("ctrl+o", title=WINDOW)
    user.choose_file(DIALOG, file)


def ask_cli(*files, options=()):
    return list(csv.DictReader(io.StringIO(run_cli("diff", *files, "--csv", "--top", "0", *options), newline="")))


def table_rows(user):
    return [row for row in user.find("table", "Words").find_all("table row") if len(row.find_all("table cell")) >= 4]


def words(user):
    return [row.texts()[1] for row in table_rows(user)]


def wait_for_words(user, answer, what):
    expected = [row["word"][:8] for row in answer]
    try:
        wait(lambda: [word[:8] for word in words(user)] == expected, what)
    except AssertionError as error:
        raise AssertionError("%s: %s is not %s" % (error, words(user), expected)) from None


def row_of(user, word):
    return wait(lambda: [row for row in table_rows(user) if row.texts()[1] == word], "the row of " + word)[0]


def split(text):
    return [] if text == "–" else text.split(", ")


def lists(user):
    """What the word that is selected kept, lost and gained."""
    texts = user.texts("SemaSharedPane")
    return {name: split(texts[texts.index(name) + 1]) for name in ("Kept", "Lost", "Gained") if name in texts}


@case(BASE)
def words_move_as_the_command_line_says(user):
    open_window(user)
    user.find("label", "Compare Two Files")
    choose(user, TUNED)
    summary = user.says("14 words are in both files, of 14 and 15.")
    answer = ask_cli(BASE, TUNED)
    wait_for_words(user, answer, "the words that moved most")
    cosine = sum(float(row["cosine"]) for row in answer) / len(answer)
    moved = math.sqrt(sum(float(row["distance"]) ** 2 for row in answer) / len(answer))
    assert "Aligned, their mean cosine is %.6f, and they moved by %.6f." % (cosine, moved) in summary, summary
    plain = sum(float(row["plain_cosine"]) for row in answer) / len(answer)
    assert "As the files have them, their mean cosine is %.6f" % plain in summary and plain < 0.5 < 0.9 < cosine, summary
    first = table_rows(user)[0].texts()
    assert first[2:] == ["%.6f" % float(answer[0][name]) for name in ("cosine", "distance", "plain_cosine", "plain_distance", "norm_a", "norm_b")], first
    user.find("label", "base · tuned.txt")
    user.click(user.find("label", "Word", within="Words"), title=WINDOW)
    wait_for_words(user, sorted(answer, key=lambda row: row["word"].encode()), "the order by words")


@case(BASE)
def neighbours_are_kept_lost_and_gained(user):
    open_window(user, TUNED)
    user.says("Select one word to see which of its nearest words")
    answer = {row["word"]: row for row in ask_cli(BASE, TUNED, options=("--neighbours", "10"))}
    for word in "w07", "größe":
        user.click(row_of(user, word), title=WINDOW)
        kept = 10 - len(answer[word]["lost"].split())
        user.find("label", "%d of the 10 nearest words %s kept by “%s”." % (kept, "is" if kept == 1 else "are", word))
        said = lists(user)
        assert [name[:8] for name in said["Lost"]] == [name[:8] for name in answer[word]["lost"].split()], said
        assert [name[:8] for name in said["Gained"]] == [name[:8] for name in answer[word]["gained"].split()], said
        assert len(said["Kept"]) == kept, said
    user.keys("ctrl+a", title=WINDOW)
    user.says("Select one word to see which of its nearest words")


@case(BASE)
def words_are_shown_on_the_map_copied_and_written(user):
    open_window(user, TUNED)
    user.says("14 words are in both files")
    user.click(row_of(user, "w07"), title=WINDOW)
    user.click(row_of(user, "w03"), title=WINDOW, modifier="ctrl")
    user.says("14 rows · 2 selected")
    user.press("Show on the map", within=WINDOW)
    user.wait_for_words(2)
    user.press("Undo", within=WINDOW)
    user.gone("image", "Map of 2 words")
    user.keys("ctrl+c", title=WINDOW)
    user.says("2 rows copied")
    user.press("Export CSV", within=WINDOW)
    user.choose_file("Save Table", path("moved.csv"))
    user.says("“moved.csv” saved")
    assert read("moved.csv").decode() == run_cli("diff", BASE, TUNED, "--csv", "--top", "0")
    user.click(row_of(user, "w07"), title=WINDOW, times=2)
    wait(lambda: user.focus_word() == "w07", "the word in the main window")


@case(BASE)
def alignment_is_left_out(user):
    open_window(user, TUNED)
    user.says("Aligned, their mean cosine is")
    user.click(user.find("check box", "Align"), title=WINDOW)
    wait_for_words(user, ask_cli(BASE, TUNED, options=("--no-align",)), "the words as the files have them")
    assert len(table_rows(user)[0].find_all("table cell")) == 6
    assert "Aligned" not in user.says("14 words are in both files")
    choose(user, SHORT)
    user.says("The vectors have 4 and 3 dimensions: only neighbours can be compared.")
    wait(lambda: table_rows(user) and len(table_rows(user)[0].find_all("table cell")) == 4, "a list without distances")
    user.click(row_of(user, "w01"), title=WINDOW)
    user.says(" kept by “w01”.")


@case(BASE)
def what_is_wrong_is_said(user):
    open_window(user, FOREIGN)
    user.find("label", "The files have no word in common.")
    choose(user, write("text <b>.txt", "just a text"))
    user.find("label", "The Files Cannot Be Compared")
    user.says("text <b>.txt")
    choose(user, TUNED)
    user.says("14 words are in both files")
    user.open(FOREIGN)
    user.find("label", "The files have no word in common.")
    user.open(SHORT)
    user.find("label", "short · tuned.txt")
    user.says("The vectors have 3 and 4 dimensions")
    user.keys("Escape", title=WINDOW)
    user.gone("window", WINDOW)


def write_archive():
    with zipfile.ZipFile(path("two.zip"), "w") as archive:
        archive.write(FOREIGN, "foreign.txt")
        archive.write(TUNED, "tuned.txt")
    return path("two.zip")


@case(BASE)
def file_of_an_archive_is_chosen(user):
    open_window(user, write_archive())
    user.find("list item", "foreign.txt", state="focused")
    user.keys("Down", "Return", title="Choose What to Open")
    user.says("14 words are in both files")


SLOW = write_slow("slow.gz", 200)


@case(BASE)
def comparison_is_cancelled(user):
    open_window(user, SLOW)
    user.says("Comparing with “slow.gz”…")
    user.press("Cancel", within=WINDOW)
    user.find("label", "The Comparison Was Cancelled")
    choose(user, write_slow("slower.gz", 200))
    user.says("Comparing with “slower.gz”…")
    user.keys("Escape", title=WINDOW)
    shutil.copy(TUNED, path("slower.gz"))
    user.press("Compare Again", within=WINDOW)
    user.says("14 words are in both files")
    choose(user, SLOW)
    user.says("Comparing with “slow.gz”…")
    user.press("Close", within=WINDOW)
    user.gone("window", WINDOW)


@case(BASE)
def file_is_dropped(user):
    open_window(user)
    user.drop("drag-file", TUNED, user.find("label", "Compare Two Files"), title=WINDOW)
    user.says("14 words are in both files")


@case()
def without_vectors_there_is_nothing_to_compare(user):
    user.press("Main menu")
    assert "sensitive" not in user.find("menu item", "Compare with Another File…").states
    user.keys("Escape")
    user.open(BASE)
    user.says("base · 14 words")
    user.choose("Main menu", "Compare with Another File…")
    user.find_window(WINDOW)


if __name__ == "__main__":
    main()
