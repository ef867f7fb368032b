# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the program: sema-export-dialog, sema-picture-job, sema-remembered, sema-copy-picture, sema-window-save, sema-window-vectors. The
same state gives the same bytes from the window and from the command line."""

import os
import resource

from cases import case, main
from window import SAMPLE, SLOWER, path, read, run_cli, write

ODD = write("odd-words.vec", b"3 2\nking 1 0\nice cream 0 1\nmango 1 1\n")
WORDS = "king queen man woman mango grape banana apple"
DIALOG = "Export Picture"
FILE_DIALOG = "Save Picture"
SLIDE = ("--size", "1280x720", "--scale", "1.5", "--dpi", "144")


def choose_words(user):
    user.add(WORDS)
    user.wait_for_words(8)


def open_dialog(user, **choices):
    """Opens the dialog and makes these choices in it."""
    user.keys("ctrl+shift+e")
    user.find_window(DIALOG)
    for row, choice in choices.items():
        user.choose_in(row, choice, title=DIALOG)


def save(user, file):
    user.press("Export…", within=DIALOG)
    user.choose_file(FILE_DIALOG, file)


def export(user, name, **choices):
    """Exports with these choices; the dialog is left as soon as the picture is there."""
    open_dialog(user, **choices)
    save(user, path(name))
    user.says("Exported “%s”" % name)
    user.gone("window", DIALOG)


def is_from_command_line(name, *options, words=WORDS):
    """Whether the picture is, byte for byte, what the command line draws."""
    run_cli("plot", SAMPLE, "--words", words, *options, "--output", path("expected-" + name))
    return read(name) == read("expected-" + name)


@case(SAMPLE)
def png_has_the_bytes_of_the_command_line(user):
    choose_words(user)
    export(user, "plot.png")
    assert is_from_command_line("plot.png", *SLIDE, "--background", "white")


@case(SAMPLE)
def svg_and_pdf_have_the_bytes_of_the_command_line(user):
    choose_words(user)
    export(user, "plot.svg", Format="SVG: lines and letters")
    assert is_from_command_line("plot.svg", "--size", "1280x720", "--background", "white")
    export(user, "plot.pdf", Format="PDF: lines and letters")
    assert is_from_command_line("plot.pdf", "--size", "1280x720", "--background", "white")


@case(SAMPLE)
def background_is_chosen_and_remembered(user):
    choose_words(user)
    export(user, "dark.png", Background="Dark")
    assert is_from_command_line("dark.png", *SLIDE, "--background", "dark")
    user.close()
    user.start()
    user.wait_for_words(8)
    user.keys("ctrl+shift+e")
    user.find("label", "Dark", within=DIALOG)
    user.keys("Escape", title=DIALOG)
    user.gone("window", DIALOG)


@case(SAMPLE)
def ending_of_the_name_wins(user):
    choose_words(user)
    open_dialog(user)
    save(user, path("named.svg"))
    user.says("Exported “named.svg”")
    assert read("named.svg").startswith(b"<?xml")


@case(SAMPLE)
def failure_is_said_and_the_dialog_stays(user):
    choose_words(user)
    open_dialog(user)
    user.press("Export…", within=DIALOG)
    user.choose_file(FILE_DIALOG, "/proc/semascope.png")
    user.find("label", lambda text: "semascope.png" in text and "Exported" not in text, within=DIALOG)
    user.find("button", lambda text: "Export…" in text, within=DIALOG, state="sensitive")
    user.keys("Escape", title=DIALOG)
    user.gone("window", DIALOG)


@case(SAMPLE)
def picture_is_copied(user):
    choose_words(user)
    user.keys("ctrl+shift+c")
    user.says("Picture copied")
    taken = path("taken.png")
    other = user.start_other("take", taken)
    assert other.wait(30 * SLOWER) == 0
    width, height = size_of_png(read("taken.png"))
    assert width > 600 and height > 400, (width, height)


def size_of_png(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n", data[:8]
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


@case(SAMPLE)
def list_of_words_is_saved_and_opened(user):
    user.start_other("offer", "# birds\neagle\nsparrow\n# fruit\nmango\ngrape\n")
    user.click(user.map())
    user.keys("ctrl+v")
    user.wait_for_words(4)
    user.choose("Export", "Save Word List…")
    user.choose_file("Save Word List", path("list.txt"))
    user.says("“list.txt” saved")
    assert read("list.txt") == b"# birds\neagle\nsparrow\n# fruit\nmango\ngrape\n", read("list.txt")
    user.choose("Main menu", "Remove All Words")
    user.wait_for_words(0)
    user.choose("Main menu", "Open Word List…")
    user.choose_file("Open Word List", path("list.txt"))
    user.wait_for_words(4)
    user.wait_for_row("birds", "2")


@case(SAMPLE)
def coordinates_are_those_of_the_command_line(user):
    choose_words(user)
    user.choose("Export", "Save Coordinates…")
    user.choose_file("Save Coordinates", path("window.csv"))
    user.says("“window.csv” saved")
    run_cli("plot", SAMPLE, "--words", WORDS, "--coordinates", path("cli.csv"), "--output", path("cli.svg"))
    assert read("window.csv") == read("cli.csv")


def save_vectors(user, file, words=None):
    user.choose("Main menu", "Save Vectors As…")
    user.find_window("Save Vectors")
    if words is not None:
        user.choose_in("GtkDropDown", words, title="Save Vectors")  # GTK names it not; the one of the formats comes after it
    user.choose_file("Save Vectors", file)


@case(ODD)
def words_that_a_format_cannot_have_are_left_out_or_called_by_ids(user):
    save_vectors(user, path("odd.bin"))
    user.press(user.find("button", lambda name: "Leave Such Words Out" in name).name)
    user.says("2 words saved as “odd.bin”")
    user.says("1 word was left out with its vector, for this format cannot have it: that of row 1, “ice cream”, has a blank in it, which ends a word there.")
    assert read("odd.bin").startswith(b"2 2\nking "), read("odd.bin")
    save_vectors(user, path("ids.bin"))
    user.press(user.find("button", lambda name: "Use Ids of Rows" in name).name)
    user.says("3 words saved as “ids.bin”")
    assert b"\n[1] " in read("ids.bin"), read("ids.bin")


@case(SAMPLE)
def vectors_are_those_of_the_command_line(user):
    choose_words(user)
    save_vectors(user, path("all.bin"))
    user.says("30098 words saved as “all.bin”", seconds=60)
    run_cli("convert", SAMPLE, "--output", path("expected.bin"))
    assert read("all.bin") == read("expected.bin")
    save_vectors(user, path("some.csv"), "The words on the map")
    user.says("8 words saved as “some.csv”")
    run_cli("convert", SAMPLE, "--words", WORDS, "--output", path("expected.csv"))
    assert read("some.csv") == read("expected.csv")


@case(SAMPLE)
def vectors_that_cannot_be_saved_are_told(user):
    choose_words(user)
    save_vectors(user, "/proc/vectors.bin")
    user.says("vectors.bin” cannot be written")
    # A limit of the system is one more reason, and not the end of the program.
    resource.prlimit(user.process.pid, resource.RLIMIT_FSIZE, (100000, 100000))
    save_vectors(user, path("limited.bin"))
    user.says("cannot be written: File too large.")
    assert not os.path.exists(path("limited.bin"))


@case(SAMPLE)
def closing_leaves_no_half_of_a_file(user):
    choose_words(user)
    save_vectors(user, path("half.vec"))
    user.close()
    names = os.listdir(os.path.dirname(path("half.vec")))
    assert not [name for name in names if name.startswith(".half")], names


@case(SAMPLE)
def no_vectors_are_not_saved(user):
    choose_words(user)
    save_vectors(user, path("none.bin"), "The selected words")
    user.says("No word is selected")


if __name__ == "__main__":
    main()
