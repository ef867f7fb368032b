# SPDX-License-Identifier: GPL-3.0-or-later
"""The place of questions: sema-questions-place, sema-question-row, sema-question-dialog, sema-question-edits, sema-axes-popover,
sema-heat-view, sema-ruler-pane, sema-picture-view, sema-shown, sema-window-places, sema-compare-place, sema-table-job."""

import itertools
import os

from cases import case, main
from window import SAMPLE, path, run_cli, vectors, wait, write, xdotool

SMALL = write("small.txt", vectors([("apple", (1, 0.1)), ("bread", (0.9, 0.2)), ("stone", (0.1, 1)), ("iron", (0.2, 0.9)), ("zero", (0, 0))]))


def heat_map(user, rows, columns):
    return user.find("image", "Heat map of %d × %d cells" % (rows, columns))


def questions(user):
    """Name, words and score of each question in the list."""
    return [row.texts() for row in user.find("list", "Questions").find_all("list item") if row.texts()]


def says_of(user, node, text):
    wait(lambda: text in node.get_property("Accessible", "Description"), "%s, which says %s" % (text, node.get_property("Accessible", "Description")))


def ask_new(user, name, yes, no):
    user.press("New question")
    for row, text in (("Name, such as “edible”", name), ("Words for yes, such as “food fruit”", yes), ("Words for no, such as “metal stone”", no)):
        user.find("text box", row).set_text(text)


@case("--demo")
def ready_questions_are_asked_of_the_demonstration(user):
    user.wait_for_words(26)
    user.keys("alt+3")
    picture = heat_map(user, 26, 8)
    user.click(picture, x=0.5, y=0.98)
    user.keys("Down")
    says_of(user, picture, "man, edible (12/12): ")
    answers = run_cli("questions", SAMPLE, "--words", "man", "--csv", "--question", "edible: food fruit bread delicious meat soup / metal stone machine house engine building")
    assert "%.4f" % float(answers.split()[-1].split(",")[1]) in picture.get_property("Accessible", "Description").replace("−", "-")
    user.keys("Right", "Down", "Return")
    says_of(user, picture, "woman, alive")
    wait(lambda: user.focus_word() == "woman", "woman to be looked at")


@case("--demo")
def words_are_sorted_by_a_question(user):
    user.wait_for_words(26)
    user.keys("alt+3")
    picture = heat_map(user, 26, 8)
    user.choose_in("Question", "royal")

    def first():
        user.click(picture, x=0.5, y=0.98)
        user.keys("Down")
        return picture.get_property("Accessible", "Description")
    wait(lambda: first().startswith("king"), "king to be first")
    user.keys("alt+1")
    user.wait_for_words(26)
    user.keys("alt+3")
    assert user.chosen_in("Question") == "royal"


@case("--demo")
def a_question_is_added_changed_undone_and_removed(user):
    user.wait_for_words(26)
    user.keys("alt+3")
    heat_map(user, 26, 8)
    user.press("Edit questions")
    ask_new(user, "edible", "king", "dog")
    user.says("There is a question of this name already.")
    assert "sensitive" not in user.find("button", lambda name: name.endswith("Apply")).states
    user.find("text box", "Name, such as “edible”").set_text("capital")
    user.find("text box", "Words for yes, such as “food fruit”").set_text("paris london nowhereville")
    user.says("Not in this file: nowhereville")
    user.find("text box", "Words for yes, such as “food fruit”").set_text("paris london berlin")
    user.find("text box", "Words for no, such as “metal stone”").set_text("france england germany")
    right = user.says("Right on ")
    user.press("Apply")
    heat_map(user, 26, 9)
    wait(lambda: len(questions(user)) == 9 and questions(user)[8][0] == "capital", "the new row")
    assert questions(user)[8][1] == "paris, london, berlin ↔ france, england, germany"
    wait(lambda: questions(user)[8][2].startswith("right on "), "its score")
    assert questions(user)[8][2].split()[2:] == right.split()[2:5], (questions(user)[8][2], right)
    assert "Add question" in user.undo_says()
    user.press("Undo")
    heat_map(user, 26, 8)
    user.press("Remove “alive”")
    heat_map(user, 26, 7)


@case(SMALL)
def without_questions_the_place_says_what_to_do(user):
    user.add("apple zero absent iron")
    user.wait_for_words(2)
    user.keys("alt+3")
    user.press("Use the Ready Questions")
    heat_map(user, 2, 1)
    user.press("Edit questions")
    ask_new(user, "food", "apple bread", "stone iron")
    user.says("Right on 4 of 4")
    user.press("Apply")
    heat_map(user, 2, 2)
    wait(lambda: questions(user)[0][2] == "too few words to try" and questions(user)[1][2] == "cannot be asked here" and questions(user)[8][2] == "right on 4 of 4", "the scores")


@case("--demo")
def pictures_of_places_are_exported_and_come_back(user):
    user.wait_for_words(26)
    user.keys("alt+2")
    heat_map(user, 26, 26)
    user.keys("ctrl+shift+c")
    user.says("Picture copied")
    user.close()
    user.start()
    heat_map(user, 26, 26)
    assert "pressed" in user.find(None, "Compare").states or "checked" in user.find(None, "Compare").states


@case("--demo")
def words_lie_along_a_ruler(user):
    user.wait_for_words(26)
    user.keys("alt+3")
    heat_map(user, 26, 8)
    user.press("Ruler")
    user.find("image", "Ruler of “edible” with 26 words")
    user.choose_in("Question", "royal")
    ruler = user.find("image", "Ruler of “royal” with 26 words")
    user.click(ruler, x=0.5, y=0.99)
    user.keys("Left")
    says_of(user, ruler, "king, royal: ")
    user.keys("Left", "Return")
    wait(lambda: user.focus_word() == "queen", "queen to be looked at")
    user.close()
    user.start()
    user.find("image", "Ruler of “royal” with 26 words")
    user.press("Table")
    heat_map(user, 26, 8)


@case("--demo")
def two_questions_are_the_axes_of_the_map(user):
    user.wait_for_words(26)
    before = user.still()
    user.keys("alt+3")
    heat_map(user, 26, 8)
    user.press("Axes")
    user.press("Show on the Map")
    user.wait_for_words(26)
    wait(lambda: "Change axes" in user.undo_says(), "a step of undo")
    user.choose("Main menu", "View", "Principal Components as Axes")
    wait(lambda: user.still() == before, "the map to be as it was")


def hover(user, picture):
    """Moves to and fro until the picture, which may still be drawn, says what is there."""
    places = itertools.cycle((0.5, 0.55))

    def seek():
        xdotool("mousemove", *user.point_of(picture, next(places), 0.5))
        return picture.get_property("Accessible", "Description")
    wait(seek, "the cell under the pointer")


@case("--demo")
def the_pointer_may_be_on_a_picture_that_goes(user):
    user.wait_for_words(26)
    for key, rows, columns in (("alt+2", 26, 26), ("alt+3", 26, 8), ("alt+2", 26, 26)):
        user.keys(key)
        picture = heat_map(user, rows, columns)
        hover(user, picture)
    user.keys("alt+1")
    user.wait_for_words(26)
    user.keys("alt+3")
    heat_map(user, 26, 8)
    user.press("Ruler")
    ruler = user.find("image", "Ruler of “edible” with 26 words")
    xdotool("mousemove", *user.point_of(ruler, 0.5, 0.52))
    user.press("Table")
    heat_map(user, 26, 8)


@case("--demo")
def the_table_is_saved(user):
    user.wait_for_words(26)
    user.keys("alt+3")
    heat_map(user, 26, 8)
    user.choose("Export", "Save Table…")
    user.choose_file("Save Table", path("answers.csv"))
    user.says("“answers.csv” saved")
    lines = wait(lambda: os.path.exists(path("answers.csv")) and open(path("answers.csv"), newline="").read().split("\r\n"), "the file")
    assert lines[0] == "word,edible,alive,royal,female,human,large,a place,positive" and len(lines) == 28 and lines[27] == ""
    expected = run_cli("questions", SAMPLE, "--words", "queen", "--csv", "--question", "royal: king queen prince throne palace crown / farmer worker citizen peasant office factory").split()[-1]
    assert "queen," + lines[6].split(",")[3] == expected, (lines[6], expected)
    user.choose("Export", "Copy Table")
    user.says("Table copied")


main()
