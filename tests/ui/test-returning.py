# SPDX-License-Identifier: GPL-3.0-or-later
"""What is back after closing and opening again: sema-autosave, sema-application."""

import os

from cases import case, main
from window import SAMPLE, path, vectors, wait, write

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


if __name__ == "__main__":
    main()
