# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions saved by name, opened again and drawn without a window: sema-window-session, sema-session-state,
sema-vectors-place, and the part of the map in sema-export-dialog."""

import json
import os
import pathlib

from cases import case, main
from window import SAMPLE, path, read, run_cli, vectors, wait, write

ROWS = [("king", (1, 0, 0, 0.2)), ("queen", (0.9, 0.2, 0, 0)), ("man", (0.1, 0, 1, 0)), ("woman", (0, 0.2, 1, 0.1))]
SAVE = "Save Session"
SLIDE = ("--size", "1280x720", "--scale", "1.5", "--dpi", "144", "--background", "white")


def save(user, name):
    user.keys("ctrl+shift+s")
    user.choose_file(SAVE, path(name))
    user.says("“%s” saved" % name)


def zoom(user):
    """Nearer, and to another place."""
    before = user.still()
    user.click(user.map(), button=4, x=0.4, y=0.6, times=4)
    wait(lambda: user.still() != before, "the map to be nearer")


def export_as_seen(user, name):
    """Exports the part that the map shows."""
    user.keys("ctrl+shift+e")
    user.find_window("Export Picture")
    user.click(user.find("check box", lambda name: "Only the part" in name), title="Export Picture")
    user.find("check box", lambda name: "Only the part" in name, state="checked")
    user.press("Export…", within="Export Picture")
    user.choose_file("Save Picture", path(name))
    user.says("Exported “%s”" % name, seconds=60)


def is_drawn_by_command_line(user, name):
    """Whether the command line draws of the saved session what the window exports, byte for byte."""
    save(user, name + ".semascope")
    export_as_seen(user, name + ".png")
    run_cli("plot", "--session", path(name + ".semascope"), *SLIDE, "--output", path("drawn.png"))
    return read(name + ".png") == read("drawn.png")


@case("--demo")
def command_line_draws_what_the_window_showed(user):
    user.wait_for_words(26)
    user.choose("Menu of mango", "Make a Group")
    user.wait_for_row("In no group", "21")
    zoom(user)
    assert is_drawn_by_command_line(user, "near")
    run_cli("plot", "--session", path("near.semascope"), "--fit", *SLIDE, "--output", path("whole.png"))
    assert read("near.png") != read("whole.png")


@case(SAMPLE)
def command_line_draws_all_words_as_the_window_showed_them(user):
    user.add("king queen man woman")
    user.wait_for_words(4)
    user.press("All words")
    user.find("image", "Map of all 30098 words")
    zoom(user)
    assert is_drawn_by_command_line(user, "all")


def session_with_axes():
    questions = [{"name": "edible", "yes": ["food", "fruit"], "no": ["metal", "stone"]}, {"name": "royal", "yes": ["king"], "no": ["man"]}]
    words = "king queen man woman mango apple".split()
    state = {"semascope-session": 1, "vectors-file": pathlib.Path(SAMPLE).absolute().as_uri(), "words": words, "questions": questions, "axes": ["edible", "royal"]}
    return write("axes.semascope", json.dumps(state))


@case(session_with_axes)
def questions_are_the_axes_as_the_command_line_draws_them(user):
    user.wait_for_words(6)
    shown = user.still()
    zoom(user)
    assert is_drawn_by_command_line(user, "axes")
    user.press("All words")
    user.find("image", "Map of all 30098 words")
    user.press("Undo")
    user.find("image", "Map of 6 words")
    wait(lambda: user.still() == shown, "the map as it was at first")


@case("--demo")
def opening_brings_back_words_and_view(user):
    user.wait_for_words(26)
    zoom(user)
    user.click(user.map(), button=1, x=0.5, y=0.97)
    near = user.still()
    save(user, "back.semascope")
    user.choose("Main menu", "Remove All Words")
    user.wait_for_words(0)
    user.choose("Main menu", "Open Session…")
    user.choose_file("Open Session", path("back.semascope"))
    user.wait_for_words(26)
    wait(lambda: user.still() == near, "the same part of the map")
    assert "Open session" in user.undo_says(), user.undo_says()
    user.press("Undo")
    user.wait_for_words(0)


@case(write("moving.txt", vectors(ROWS)))
def vectors_that_are_gone_are_asked_for(user):
    user.add("king queen man")
    user.wait_for_words(3)
    save(user, "asking.semascope")
    os.makedirs(path("deep/er"), exist_ok=True)
    os.rename(path("moving.txt"), path("deep/er/renamed.txt"))
    user.choose("Main menu", "Remove All Words")
    user.wait_for_words(0)
    user.open(path("asking.semascope"))
    user.says("The Vectors Are Not Found")
    user.says("moving.txt")
    user.find("button", lambda name: "Choose Vectors…" in name).act()
    user.choose_file("Choose the Vectors of the Session", path("deep/er/renamed.txt"))
    user.wait_for_words(3)


@case(write("changing.txt", vectors(ROWS)))
def other_vectors_of_the_name_are_told(user):
    user.add("king queen man")
    user.wait_for_words(3)
    save(user, "changed.semascope")
    write("changing.txt", vectors(ROWS[::-1]))
    user.choose("Main menu", "Remove All Words")
    user.wait_for_words(0)
    user.open(path("changed.semascope"))
    user.says("These Are Other Vectors")
    user.press("Close", within="These Are Other Vectors")
    user.gone("label", "These Are Other Vectors")
    user.wait_for_words(0)


def moved_session():
    """Beside its vectors, on a machine where everything else is elsewhere."""
    write("beside.txt", vectors(ROWS))
    state = {"semascope-session": 1, "vectors-file": "file:///somewhere/else/beside.txt", "words": ["king", "woman"]}
    return write("any-name.json", json.dumps(state))


@case(moved_session)
def session_of_another_machine_is_opened_from_the_command_line(user):
    user.wait_for_words(2)
    user.says("beside")


@case(SAMPLE)
def damaged_session_is_told_with_its_line(user):
    user.add("king queen man")
    user.wait_for_words(3)
    user.open(write("damaged.semascope", '{\n  "semascope-session": 1,\n  "words": ["king" "queen"]\n}\n'))
    user.says("The Session Cannot Be Opened")
    user.says("line 3")
    user.press("Close", within="The Session Cannot Be Opened")
    user.gone("label", "The Session Cannot Be Opened")
    user.wait_for_words(3)


if __name__ == "__main__":
    main()
