# SPDX-License-Identifier: GPL-3.0-or-later
"""Word vectors that are learnt while one looks: sema-training-window, sema-scene-view."""

import gzip
import os

from cases import case, main
from window import path, read, run_cli, wait, write

WINDOW = "Learn from a Text"
ALL = "496080 of 496080 words · loss "
ROYAL = {"prince", "duke", "emperor", "queen", "princess", "empress", "duchess"}


def open_window(user):
    user.wait_for_words(26)
    user.keys("ctrl+shift+l")
    user.find_window(WINDOW)
    user.find("button", "Start", within=WINDOW, state="sensitive")


def nearest(user):
    """The words that are listed as nearest, the nearest first."""
    for node in user.find(None, WINDOW).find_all("label"):
        lines = [line.split() for line in node.name.split("\n")]
        if len(lines) > 2 and all(len(line) == 2 and "." in line[0] for line in lines):
            return [line[1] for line in lines]
    return []


def learn_at_once(user):
    user.click(user.find("check box", "Slowly, to be watched"), title=WINDOW)
    user.press("Start", within=WINDOW)
    user.says(ALL, seconds=60)


@case("--demo")
def words_find_their_company(user):
    open_window(user)
    user.says("0 of 496080 words")
    before = nearest(user)
    assert len(set(before[:7]) & ROYAL) <= 3, before
    learn_at_once(user)
    wait(lambda: set(nearest(user)[:7]) == ROYAL, "royal words")
    box = user.find("text box", "Word whose nearest words are shown")
    box.set_text("zxqzxq")
    user.says("“zxqzxq” is not among the words that are learnt.")


@case("--demo")
def it_goes_slowly_step_by_step_and_begins_again(user):
    open_window(user)
    user.press("Step", within=WINDOW)
    wait(lambda: not user.seek("label", "0 of 496080 words"), "a step")
    user.press("Start", within=WINDOW)
    user.press("Pause", within=WINDOW)
    user.find("button", "Start", within=WINDOW, state="sensitive")
    user.press("Restart", within=WINDOW)
    user.says("0 of 496080 words")
    user.find("spin button", "Epochs").set_value(2)
    user.says("0 of 16536 words")


@case("--demo")
def what_was_learnt_is_saved_and_opened_as_the_command_line_learns_it(user):
    open_window(user)
    learn_at_once(user)
    user.press("Save and Open…")
    user.choose_file("Save the Vectors", path("learnt.bin"))
    user.says("learnt")
    wait(lambda: os.path.exists(path("learnt.bin")), "the file")
    run_cli("train", os.path.join(os.environ["SEMASCOPE_DATA"], "texts/small-world.txt"), "--epochs", "60", "--rate", "0.05", "--output", path("cli.bin"))
    wait(lambda: read("learnt.bin") == read("cli.bin"), "the same bytes")
    user.says("452 words × 50", seconds=30)


@case("--demo")
def what_is_no_text_is_said(user):
    open_window(user)
    write("short.txt", "one two\n")
    user.keys("ctrl+o", title=WINDOW)
    user.choose_file("Choose a Text", path("short.txt"))
    user.says("short.txt")
    wait(lambda: "sensitive" not in user.find("button", "Start", within=WINDOW).states, "nothing to start")


@case("--demo")
def large_text_tells_how_much_is_read_and_can_be_left(user):
    open_window(user)
    write("large.txt.gz", gzip.compress(b"alpha beta gamma delta\n" * 40000, 6) * 250)
    user.keys("ctrl+o", title=WINDOW)
    user.choose_file("Choose a Text", path("large.txt.gz"))
    wait(lambda: any(node.name.startswith("Reading the text: ") and node.name != "Reading the text: 0 %" for node in user.look().find_all("label")), "a share of the text")
    user.press("Cancel", within=WINDOW)
    user.says("Choose a text, or drop it here.")
    wait(lambda: "sensitive" not in user.find("button", "Start", within=WINDOW).states, "nothing to start")


if __name__ == "__main__":
    main()
