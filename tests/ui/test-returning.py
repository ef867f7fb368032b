# SPDX-License-Identifier: GPL-3.0-or-later
"""What is back after closing and opening again: sema-autosave, sema-application."""

import os

from cases import case, main
from window import SAMPLE, path, vectors, wait, write, xdotool

ROWS = [("king", (1, 0, 0, 0.2)), ("queen", (0.9, 0.2, 0, 0)), ("man", (0.1, 0, 1, 0)), ("woman", (0, 0.2, 1, 0.1))]


def reopen(user, *arguments):
    user.close()
    user.start(*arguments)


@case("--demo")
def words_groups_analogies_and_choices(user):
    user.wait_for_words(26)
    user.choose("Menu of mango", "Make a Group")
    user.wait_for_row("In no group", "21")
    user.press("Raw")
    user.find("button", "Raw", state="pressed")
    reopen(user)
    user.wait_for_words(26)
    user.wait_for_row("mango", "5")
    user.wait_for_row("In no group", "21")
    user.find("button", "Raw", state="pressed")
    user.find("button", "1 drawn")
    assert "sensitive" not in user.find("button", "Undo").states


@case("--demo")
def place_on_the_map(user):
    user.wait_for_words(26)
    user.click(user.map(), button=4, x=0.4, y=0.6, times=4)
    user.click(user.map(), button=1, x=0.5, y=0.97)
    near = user.still()
    reopen(user)
    user.wait_for_words(26)
    wait(lambda: user.still() == near, "the same part of the map")


@case(SAMPLE)
def words_stay_for_another_file(user):
    user.add("king queen mango")
    user.wait_for_words(3)
    reopen(user, write("other.txt", vectors(ROWS)))
    user.wait_for_words(2)
    user.says("1 chosen word is not in this file")


@case(write("gone.txt", vectors(ROWS)))
def file_that_has_gone(user):
    user.add("king queen")
    user.wait_for_words(2)
    user.close()
    os.remove(path("gone.txt"))
    user.start()
    user.says("gone.txt")
    user.press("Open Sample")
    user.wait_for_words(2)


@case(write("moving.txt", vectors(ROWS)))
def file_that_has_moved(user):
    os.makedirs(path("elsewhere"), exist_ok=True)
    user.add("king queen man")
    user.wait_for_words(3)
    user.open(write("elsewhere/neighbour.txt", vectors(ROWS[:2])))
    user.wait_for_words(2)
    user.open(path("moving.txt"))
    user.wait_for_words(3)
    user.close()
    os.rename(path("moving.txt"), path("elsewhere/moving.txt"))
    user.start()
    user.wait_for_words(3)


@case("--demo")
def small_window_has_room_for_one_pane(user):
    user.wait_for_words(26)
    _, _, window = user.place()
    xdotool("windowsize", window, 760, 560)
    wait(lambda: "pressed" not in user.find("button", "Show details").states, "the details to go")
    user.keys("ctrl+f")
    user.find("text box", "Expression", state="focused")
    wait(lambda: "pressed" not in user.find("button", "Show words").states, "the words to make room")
    user.keys("F9")
    wait(lambda: "pressed" not in user.find("button", "Show details").states, "the details to make room")


if __name__ == "__main__":
    main()
