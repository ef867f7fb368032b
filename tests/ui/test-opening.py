# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening vectors: sema-application, sema-window, sema-window-open, sema-window-dnd, sema-job-progress, sema-notice,
sema-recent, sema-member-dialog."""

import gzip
import os
import re
import shutil

from cases import Skip, case, main
from window import SAMPLE, SLOWER, vectors, wait, write, write_slow

ROWS = [("king", (1, 0, 0, 0.2)), ("queen", (0.9, 0.2, 0, 0)), ("man", (0.1, 0, 1, 0)), ("woman", (0, 0.2, 1, 0.1)), ("island", (0, 1, 0, 0.3))]
SMALL = write("small.txt", vectors(ROWS))
CUT = write("cut.txt", vectors(ROWS, "9 4\n"))
SLOW = write_slow("slow.gz", 1000)
LARGE = write("large.gz", gzip.compress(b"".join(b"w%d" % row + b" 0.5" * 2000 + b"\n" for row in range(20000)), 1))
ARCHIVE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data/formats/archives/two.zip")
FASTTEXT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data/formats/fasttext/words.bin")
FOLDER = os.path.join(os.path.dirname(SMALL), "a model")
os.mkdir(FOLDER)
shutil.copy(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data/formats/tensors/kinds.safetensors"), os.path.join(FOLDER, "model.safetensors"))
NO_VECTORS = write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def subtitle(user):
    return user.texts("AdwWindowTitle")[1]


@case()
def empty_window_offers_the_demonstration(user):
    user.find("button", "Open Vectors…", state="sensitive")
    user.gone("button", "Show words")
    user.click(user.find("button", "Open the Sample with a Demonstration"))
    user.wait_for_words(26)
    assert subtitle(user) == "GloVe-sample-rounded · 30098 words × 100", subtitle(user)


@case("--demo")
def demonstration_from_the_command_line(user):
    user.wait_for_words(26)
    user.says("= queen 0.7")
    assert len([row for row in user.words() if row == ("queen",)]) == 1


@case(SAMPLE)
def file_from_the_command_line(user):
    user.find("button", "Show words")
    assert subtitle(user) == "GloVe-sample-rounded · 30098 words × 100"
    user.says("No Words Yet")


@case(NO_VECTORS)
def file_that_holds_no_vectors(user):
    user.says("This File Cannot Be Opened")
    user.says("“picture.txt” does not open: it is a picture.")
    user.click(user.find("button", "Open Sample"))
    user.find("button", "Show words")
    user.says("No Words Yet")


@case("--demo")
def wrong_file_keeps_what_is_open(user):
    user.wait_for_words(26)
    user.open(NO_VECTORS)
    user.says("“picture.txt” Cannot Be Opened")
    user.press("Close", within="“picture.txt” Cannot Be Opened")
    user.gone("label", "“picture.txt” Cannot Be Opened")
    user.find("image", "Map of 26 words")
    assert subtitle(user) == "GloVe-sample-rounded · 30098 words × 100"


@case("--demo")
def words_that_another_file_lacks(user):
    user.wait_for_words(26)
    user.keys("ctrl+o")
    user.choose_file("Open Word Vectors", SMALL)
    user.says("22 chosen words are not in this file")
    user.wait_for_words(4)
    assert subtitle(user) == "small · 5 words × 4", subtitle(user)
    user.wait_for_row("mango", "not in this file")
    user.press("Remove")
    wait(lambda: ("mango", "not in this file") not in user.words(), "the absent words to go")
    user.press("Undo")
    user.wait_for_row("mango", "not in this file")


@case(CUT)
def partial_file_says_so(user):
    warning = user.says("9")
    assert "5" in warning, warning
    assert subtitle(user) == "cut · 5 words × 4"
    top = user.map().extents()[1]
    user.click(user.find("button", "Dismiss the warning"))
    wait(lambda: user.map().extents()[1] < top, "the warning to make room")


@case("--demo")
def recent_files(user):
    user.wait_for_words(26)
    user.open(SMALL)
    user.wait_for_words(4)
    user.choose("Recent files", "Open Sample")
    user.wait_for_words(26)
    user.choose("Recent files", "small.txt")
    user.wait_for_words(4)


def leave_less_than_the_file_takes(user):
    if SLOWER > 1:
        raise Skip("a program that checks its memory needs addresses without end")
    user.leave_memory(230)  # of which the page that says so takes some for its icon


def press_first_words(user, within=None):
    """Presses the button that offers what there is memory for."""
    button = user.find("button", lambda name: re.search(r"Open the First \d+ Words", name), within)
    user.press(button.name, within)


@case()
def too_large_file_offers_its_first_words(user):
    user.find("button", "Open Vectors…", state="sensitive")
    leave_less_than_the_file_takes(user)
    user.open(LARGE)
    user.says("This File Cannot Be Opened", seconds=60)
    user.says("Not enough memory: ")
    press_first_words(user)
    user.find("button", "Show words", seconds=60)
    n = re.search(r"large, first (\d+) words · (\d+) words × 2000", subtitle(user))
    assert n and n[1] == n[2] and 500 < int(n[1]) < 20000, subtitle(user)
    leave_less_than_the_file_takes(user)  # anew: the first words have taken nearly all, and a dialog takes some
    user.open(LARGE)
    user.says("“large.gz” Cannot Be Opened", seconds=60)
    user.press("Close", within="“large.gz” Cannot Be Opened")
    user.gone("label", "“large.gz” Cannot Be Opened")
    user.close()
    user.ended()
    user.start()
    user.find("button", "Show words", seconds=60)
    assert ", first " + n[1] + " words" in subtitle(user), subtitle(user)


@case("--demo")
def too_large_file_offers_its_first_words_beside_what_is_open(user):
    user.wait_for_words(26)
    leave_less_than_the_file_takes(user)
    user.open(LARGE)
    user.says("“large.gz” Cannot Be Opened", seconds=60)
    press_first_words(user, "“large.gz” Cannot Be Opened")
    wait(lambda: subtitle(user).startswith("large, first "), "the first words", 60)


@case(FOLDER)
def the_folder_of_a_model_opens_as_the_model(user):
    user.says("6 words × 3")
    assert subtitle(user).startswith("a model"), subtitle(user)
    user.choose("Recent files", "Open Folder of a Model…")
    user.keys("Escape", title="Open the Folder of a Model")


@case(ARCHIVE)
def a_file_of_an_archive_that_the_command_line_names_is_chosen(user):
    title = "Choose What to Open"
    user.click(user.find("list item", "glove.5d.txt", state="focused"), title=title)
    user.says(" words × 5")
    user.gone("dialog", title)


@case(FASTTEXT)
def a_word_that_is_not_in_a_fasttext_model_is_composed_and_marked(user):
    user.says("18 words × 3")
    user.add("king queen woman")
    user.wait_for_words(3)
    user.add("kinggg")
    user.find("list item", "*kinggg", within="Suggested words")
    user.keys("Down", "Down", "Return")
    user.wait_for_row("kinggg", "from its n-grams")
    user.says("not in this file: the mean of its n-grams · length ")
    user.add("king kingly queens")
    user.says("2 words added, 2 from their n-grams")
    user.wait_for_row("kingly", "from its n-grams")


@case(write("several.json", '{"embeddings": [{"tensorName": "a", "tensorPath": "a.tsv"}, {"tensorName": "b", "tensorPath": "b.tsv"}]}'))
def one_of_several_embeddings_is_chosen(user):
    title = "Choose What to Open"
    write("a.tsv", "1.5\t2\n")
    write("b.tsv", "3.5\t4\n5.5\t6\n7.5\t8\n")
    user.click(user.find("list item", "b"), title=title)
    user.says("several.json · b · 3 words × 2")
    user.gone("dialog", title)


@case()
def a_file_of_an_archive_is_chosen(user):
    user.open(ARCHIVE)
    user.says("There are several sets of word vectors in “two.zip”.")
    user.find("list item", "glove.5d.txt", state="focused")
    user.keys("Down", "Return", title="Choose What to Open")
    user.says("30 words × 9")
    user.gone("dialog", "Choose What to Open")
    user.close()
    user.start()
    user.says("30 words × 9", seconds=30)
    user.open(ARCHIVE)
    user.says("There are several sets of word vectors in “two.zip”.")
    user.press("Cancel", within="Choose What to Open")
    user.says("30 words × 9")


@case()
def opening_is_shown_and_given_up(user):
    user.open(SLOW)
    user.says("Opening “slow.gz”…")
    user.find("progress bar", "Progress of opening")
    wait(lambda: fraction(user) > 0.02, "some progress")
    user.press("Cancel")
    opened(user)
    user.find("button", "Open Vectors…", state="sensitive")
    user.gone("button", "Show words")


def opened(user):
    """Waits until nothing is being opened any more."""
    wait(lambda: not [node for node in user.look().find_all("button", "Cancel") if "sensitive" in node.states], "the end of opening")


def fraction(user):
    return user.find("progress bar", "Progress of opening").get_property("Value", "CurrentValue")


@case("--demo")
def old_vectors_are_used_until_the_new_ones_are_whole(user):
    user.wait_for_words(26)
    user.open(SLOW)
    user.says("Opening “slow.gz”…")
    user.click(user.row_of("king"))
    user.says("row 654 · length ")
    user.add("tower")
    user.wait_for_words(27)
    user.find("progress bar", "Progress of opening")
    user.press("Cancel")
    opened(user)
    user.find("image", "Map of 27 words")
    assert subtitle(user) == "GloVe-sample-rounded · 30098 words × 100", subtitle(user)


@case("--demo")
def another_file_overtakes(user):
    user.wait_for_words(26)
    user.open(SLOW)
    user.says("Opening “slow.gz”…")
    user.open(SMALL)
    user.wait_for_words(4)
    opened(user)
    assert subtitle(user) == "small · 5 words × 4", subtitle(user)


@case()
def window_closes_while_a_file_is_opened(user):
    user.open(SLOW)
    user.says("Opening “slow.gz”…")
    user.press("Close")
    user.process.wait(timeout=0.5 * SLOWER)  # five times what is allowed
    user.ended()


@case("--demo")
def file_is_dropped(user):
    user.wait_for_words(26)
    user.drop("drag-file", SMALL, user.map())
    user.wait_for_words(4)


@case(SAMPLE)
def list_is_dropped(user):
    user.says("No Words Yet")
    user.drop("drag-file", write("birds.txt", "# birds\neagle\nsparrow\npigeon\n# fruit\nmango\n"), user.map())
    user.wait_for_words(4)


@case(SAMPLE)
def session_is_dropped(user):
    user.drop("drag-file", write("dropped.txt", '{"semascope-session": 1, "words": ["eagle", "mango", "grape"]}'), user.map())
    user.wait_for_words(3)


@case(SAMPLE)
def text_is_dropped(user):
    user.says("No Words Yet")
    user.drop("drag-text", "snow rain wind zxqzxq", user.map())
    user.wait_for_words(3)
    user.says("3 words added, 1 unknown")


if __name__ == "__main__":
    main()
