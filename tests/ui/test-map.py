# SPDX-License-Identifier: GPL-3.0-or-later
"""The map under pointer and keys, and what it shows of a word: sema-map-view, sema-map-view-input, sema-map-view-motion,
sema-detail-pane, sema-neighbour-row, sema-strip-view, sema-help-window, sema-shortcuts, sema-window-busy, sema-job-progress."""

import csv

from cases import case, main
from window import SAMPLE, path, run_cli, wait, write_long, xdotool


def still_after(user, *before):
    """The picture that comes after these, when nothing moves any more."""
    wait(lambda: user.still() not in before, "another picture")
    return user.still()


def two_words(user):
    user.add("king mango")
    user.wait_for_words(2)
    user.keys("ctrl+shift+a")
    wait(lambda: user.focus_word() is None, "no word in the details")


@case(SAMPLE)
def click_selects_the_word_that_is_there(user):
    two_words(user)
    left, _ = sorted(read_coordinates("king mango"), key=lambda row: float(row["x"]))
    untouched = user.still()
    left_edge, top = user.point_of(user.map(), 0, 0)
    right_edge, bottom = user.point_of(user.map(), 1, 1)
    middle = (top + bottom) // 2
    for x in range(left_edge + 40, right_edge, 12):  # both lie on one level; the first one met from the left is the left one
        clicks = [argument for y in range(middle - 40, middle + 60, 20) for argument in ("mousemove", x, y, "click", 1)]
        xdotool(*clicks)
        if user.focus_word():
            break
    assert user.focus_word() == left["word"], user.focus_word()
    user.click(user.map(), x=0.5, y=0.12)
    wait(lambda: user.still() == untouched, "nothing to be selected")


def read_coordinates(words):
    run_cli("plot", SAMPLE, "--words", words, "--coordinates", path("expected.csv"), "--output", path("expected.svg"))
    with open(path("expected.csv"), newline="") as file:
        return list(csv.DictReader(file))


@case(SAMPLE)
def arrows_go_to_the_word_that_is_there(user):
    two_words(user)
    left, right = sorted(read_coordinates("king mango"), key=lambda row: float(row["x"]))
    user.click(user.map(), x=0.5, y=0.12)
    user.keys("Right")
    wait(lambda: user.focus_word(), "a word in the details")
    user.keys("Right")
    wait(lambda: user.focus_word() == right["word"], right["word"])
    user.keys("Left")
    wait(lambda: user.focus_word() == left["word"], left["word"])


@case("--demo")
def details_of_a_word(user):
    user.wait_for_words(26)
    user.click(user.row_of("king"))
    wait(lambda: user.focus_word() == "king", "king in the details")
    user.says("row 654 · length ")
    user.says("shown here to ")
    assert "prince" in user.find("list", "Nearest words").texts()
    user.find("list item", within="Nearest words")
    user.keys("Escape")


@case(SAMPLE)
def neighbour_is_visited_and_added(user):
    user.add("king mango")
    user.wait_for_words(2)
    user.click(user.row_of("king"))
    wait(lambda: "prince" in user.texts("Nearest words"), "the neighbours of king")
    user.press("Add “prince” to the map")
    user.wait_for_words(3)
    row = [row for row in user.find("list", "Nearest words").find_all("list item") if "prince" in row.texts()][0]
    user.click(row)
    wait(lambda: user.focus_word() == "prince", "prince in the details")


@case(SAMPLE)
def rectangle_selects(user):
    user.add("king queen mango grape")
    user.wait_for_words(4)
    user.keys("ctrl+shift+a")
    xdotool("keydown", "shift")
    user.drag(user.point_of(user.map(), 0.06, 0.04), user.point_of(user.map(), 0.95, 0.85))
    xdotool("keyup", "shift")
    wait(lambda: user.focus_word(), "a word in the details")
    user.keys("Delete")
    user.says("4 words removed")


@case(SAMPLE)
def mode_button_selects_too(user):
    user.add("king queen mango grape")
    user.wait_for_words(4)
    user.keys("ctrl+shift+a")
    user.press("Select by dragging")
    user.find("button", "Select by dragging", state="pressed")
    user.still()
    user.drag(user.point_of(user.map(), 0.06, 0.04), user.point_of(user.map(), 0.95, 0.85))
    wait(lambda: user.focus_word(), "a word in the details")
    user.keys("Delete")
    user.says("4 words removed")


@case("--demo")
def wheel_zooms_and_double_click_fits(user):
    user.wait_for_words(26)
    whole = user.still()
    user.click(user.map(), button=4, x=0.4, y=0.6, times=3)
    near = still_after(user, whole)
    user.click(user.map(), button=5, x=0.4, y=0.6, times=6)
    still_after(user, whole, near)
    user.click(user.map(), x=0.9, y=0.6, times=2)
    wait(lambda: user.still() == whole, "the whole map")


@case("--demo")
def dragging_pans(user):
    user.wait_for_words(26)
    whole = user.still()
    user.drag(user.point_of(user.map(), 0.5, 0.8), user.point_of(user.map(), 0.6, 0.7))
    still_after(user, whole)
    user.keys("alt+0")
    wait(lambda: user.still() == whole, "the whole map")


@case("--demo")
def zoom_by_button_and_key(user):
    user.wait_for_words(26)
    whole = user.still()
    user.press("Zoom in")
    near = still_after(user, whole)
    user.press("Fit all words")
    wait(lambda: user.still() == whole, "the whole map")
    user.keys("alt+plus")
    wait(lambda: user.still() == near, "the same zoom as by the button")


@case("--demo")
def text_grows_and_shrinks(user):
    user.wait_for_words(26)
    normal = user.still()
    user.keys("ctrl+plus")
    larger = still_after(user, normal)
    user.keys("ctrl+0")
    wait(lambda: user.still() == normal, "the normal text")
    user.keys("ctrl+minus")
    still_after(user, normal, larger)


@case("--demo")
def presenters_view(user):
    user.wait_for_words(26)
    _, _, width, height = user.map().extents()
    user.keys("F11")
    user.gone("button", "Show words")
    user.gone("text box", "Add words")
    wait(lambda: user.map().extents()[2] > width and user.map().extents()[3] > height, "a larger map")
    user.keys("Escape")
    user.find("button", "Show words")
    wait(lambda: user.map().extents()[2:] == (width, height), "the map as before")


@case("--demo")
def panes_hide(user):
    user.wait_for_words(26)
    user.keys("F9")
    user.gone("text box", "Add words")
    user.press("Show words")
    user.find("text box", "Add words")
    user.keys("shift+F9")
    wait(lambda: not user.seek(None, "SemaDetailPane"), "the details to go")
    user.press("Show details")
    user.find(None, "SemaDetailPane")


@case("--demo")
def all_words(user):
    user.wait_for_words(26)
    chosen = user.still()
    user.press("All words")
    user.find("image", "Map of all 30098 words")
    assert user.undo_says() == "Undo: Show all words", user.undo_says()
    whole = still_after(user, chosen)
    user.click(user.map(), button=4, x=0.4, y=0.6, times=6)
    near = still_after(user, whole)
    user.keys("alt+0")
    wait(lambda: user.still() == whole, "the whole map")
    user.click(user.map(), button=4, x=0.5, y=0.5, times=12)
    still_after(user, whole, near)
    for x in range(40, 60):  # a word of the cloud is looked at, wherever one is
        user.click(user.map(), x=x / 100, y=0.5)
        if user.focus_word():
            break
    assert user.focus_word() and (user.focus_word(),) not in user.words(), user.focus_word()
    user.find("button", lambda name: name.endswith("Add to the Map"), state="sensitive").act()
    user.wait_for_row(user.focus_word())
    user.press("Undo")
    user.press("Chosen")
    user.wait_for_words(26)
    wait(lambda: user.still() == chosen, "the chosen words as before")


def map_is_being_made(user):
    """Waits until it is, and is told of."""
    user.says("Making the map of all words…")
    bar = user.find("progress bar", "Progress of the map")
    wait(lambda: bar.get_property("Value", "CurrentValue") > 0.02, "some progress")


def map_was_given_up(user):
    user.gone("label", "Making the map of all words…")
    user.wait_for_words(2)
    user.find("button", "Chosen", state="pressed")


@case(lambda: write_long("long.bin", 4000, 4000))
def map_of_all_words_is_given_up(user):
    user.add("w7 w77")
    user.wait_for_words(2)
    chosen = user.still()
    user.press("All words")
    map_is_being_made(user)
    user.press("Cancel")
    map_was_given_up(user)
    assert user.undo_says() == "Undo: Add words", user.undo_says()
    assert user.still() == chosen
    user.press("Redo")
    map_is_being_made(user)
    user.add("w777")
    wait(lambda: user.undo_says() == "Undo: Add word", "the word to be added")
    user.says("Making the map of all words…")
    user.click(user.map(), x=0.9, y=0.1)
    user.keys("Escape")
    user.gone("label", "Making the map of all words…")
    user.wait_for_words(3)
    assert user.undo_says() == "Undo: Show chosen words", user.undo_says()


@case(SAMPLE)
def word_is_flown_to_among_all(user):
    user.says("No Words Yet")
    user.press("All words")
    user.find("image", "Map of all 30098 words")
    user.gone("label", "No Words Yet")
    whole = user.still()
    user.add("mango")
    user.wait_for_row("mango")
    wait(lambda: user.focus_word() == "mango", "mango in the details")
    still_after(user, whole)


def toggle_neighbours(user):
    user.choose("Main menu", "View")
    user.find("check item", "Torn and False Neighbours", state="sensitive").act()
    user.gone("check item", "Torn and False Neighbours")


@case("--demo")
def torn_and_false_neighbours(user):
    user.wait_for_words(26)
    user.click(user.row_of("king"))
    wait(lambda: user.focus_word() == "king", "king in the details")
    plain = user.still()
    toggle_neighbours(user)
    king = still_after(user, plain)
    user.click(user.row_of("woman"))
    wait(lambda: user.focus_word() == "woman", "woman in the details")
    still_after(user, plain, king)
    user.close()
    user.start()  # it is remembered
    user.wait_for_words(26)
    user.click(user.row_of("king"))
    wait(lambda: user.still() == king, "the neighbours of king again")
    toggle_neighbours(user)
    wait(lambda: user.still() == plain, "the map without them")


@case("--demo")
def help_shortcuts_and_about(user):
    user.wait_for_words(26)
    user.keys("F1")
    user.find_window("Help")
    user.says("A table (CSV) is for other programs and does not open here.")
    user.says("What begins with __label__ is a label")
    user.says("begin with a blank, which is shown as ␣")
    user.keys("Escape", title="Help")
    user.keys("ctrl+question")
    user.find("label", "Presenter’s view")
    user.keys("Escape")
    user.choose("Main menu", "About Semascope")
    user.find_window("About")


if __name__ == "__main__":
    main()
