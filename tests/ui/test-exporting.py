# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the program: sema-export-dialog, sema-picture-job, sema-remembered. The same state gives the same bytes from
the window and from the command line."""

import os
import subprocess

from cases import case, main
from window import FOLDER, SAMPLE, Window, path, read, run_cli, wait

WORDS = "king queen man woman mango grape banana apple"
DIALOG = "Export Picture"
SLIDE = ("--size", "1280x720", "--scale", "1.5", "--dpi", "144", "--background", "white")


def choose_words(user):
    user.add(WORDS)
    user.wait_for_words(8)


def export(user, name, **choices):
    """Exports with these choices; the dialog is left as soon as the picture is there."""
    user.keys("ctrl+shift+e")
    user.find_window(DIALOG)
    for row, choice in choices.items():
        user.choose_in(row, choice, title=DIALOG)
    wait(lambda: [node for node in user.find_window(DIALOG).find_all("image") if node.description == "Preview of the picture"], "the preview")
    save(user, name)


def save(user, name):
    user.press("Export…", within=DIALOG)
    wait(lambda: [node.name for node in user.look().children].count(DIALOG) == 2, "the dialog for the file")
    user.choose_file(DIALOG, path(name), dialogs=2)
    user.says("Exported “%s”" % name)


def is_from_command_line(name, *options):
    """Whether the picture is, byte for byte, what the command line draws."""
    run_cli("plot", SAMPLE, "--words", WORDS, *options, "--output", path("expected-" + name))
    return read(name) == read("expected-" + name)


@case(SAMPLE)
def png_has_the_bytes_of_the_command_line(user):
    choose_words(user)
    export(user, "plot.png")
    assert is_from_command_line("plot.png", *SLIDE)


if __name__ == "__main__":
    main()
