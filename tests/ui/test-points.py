# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of an embedding layer as points: sema-layer-map-pane, sema-rows-view, sema-layer-place-map,
sema-layer-place-room."""

import time

from cases import case, main
from window import path, read, vectors, wait, write, xdotool

SHARE = "Share of the way from random to trained"
ROWS = "Rows that are drawn"
POINTS, RANDOM = "Map of the rows", "Map of the random rows"
WEIGHT = "Weight matrix: 6 × 3"
TRAINED = "GloVe-sample-rounded (unit vectors)"


def says(user, *texts, image=POINTS):
    """Waits for a map to say all that of itself, and returns it."""
    return wait(lambda: [node for node in user.look().find_all("image", image) if all(text in node.description for text in texts)],
                "the map to say " + ", ".join(texts))[0]


def show_points(user, of="Open Vectors"):
    user.wait_for_words(26)
    user.keys("alt+4")
    user.find("image", WEIGHT)
    user.press(of)
    user.press("Points")
    return says(user, TRAINED if of == "Open Vectors" else "new layer, seed 123")


def slide(user, to):
    user.click(user.find("slider", SHARE), x=0.5)
    user.keys(to)


def is_held(user):
    """Whether rows are on their way, and stay where they are."""
    before = user.find("image", POINTS).description
    time.sleep(0.3)
    return "% of the way" in before and user.find("image", POINTS).description == before


@case("--demo")
def new_layer_is_seen_and_its_points_are_rows(user):
    show_points(user, of="New Layer")
    user.gone("slider", SHARE)
    wait(lambda: user.shot(user.find("image", POINTS)) == user.shot(user.find("image", POINTS)), "the picture to be still")
    user.click(user.find("image", POINTS), x=0.16, y=0.42)  # most left of the plane lies row 5, whose numbers are the largest
    user.press("Matrix")
    wait(lambda: user.find("image", WEIGHT).description.startswith("Token id 5, dimension 0: "), "the row of the point")


@case("--demo")
def rows_go_from_random_to_trained(user):
    show_points(user)
    assert user.chosen_in(ROWS) == "Map Words"
    trained = user.shot(user.find("image", POINTS))
    slide(user, "Home")
    says(user, "torch.nn.Embedding, seed 123", "turned to lie nearest (Procrustes)")
    random = user.shot(user.find("image", POINTS))
    slide(user, "Left")
    says(user, TRAINED, "% of the way from random to trained")
    slide(user, "End")
    says(user, TRAINED)
    wait(lambda: user.shot(user.find("image", POINTS)) == trained, "the trained rows")
    assert random != trained


@case("--demo")
def other_seed_is_another_beginning(user):
    show_points(user)
    slide(user, "Home")
    says(user, "torch.nn.Embedding, seed 123")
    before = user.shot(user.find("image", POINTS))
    user.find("spin button", "Seed of the random rows").set_value(7)
    says(user, "torch.nn.Embedding, seed 7")
    wait(lambda: user.shot(user.find("image", POINTS)) != before, "other places")


@case("--demo")
def it_plays_and_can_be_held(user):
    show_points(user)
    user.press("From random to trained")
    says(user, "% of the way from random to trained")
    user.press("From random to trained")
    wait(lambda: is_held(user), "it to be held")
    user.press("From random to trained")
    wait(lambda: user.find("image", POINTS).description == TRAINED, "the end")


@case("--demo")
def rows_are_chosen(user):
    show_points(user)
    user.choose_in(ROWS, "First 1000")
    says(user, TRAINED, "the first 1000 of 30098")
    user.choose_in(ROWS, "Looked Up")
    wait(lambda: user.find("image", POINTS).description == TRAINED, "the rows looked up")
    user.click(user.find("text box", "Token ids to look up"))
    user.keys("ctrl+a", "BackSpace")
    user.says("No id is looked up yet: type ids above, such as 2, 3, 5, 1.")
    user.type("0-9")
    user.gone("label", "No id is looked up yet: type ids above, such as 2, 3, 5, 1.")
    user.press("New Layer")
    says(user, "new layer, seed 123")
    assert user.chosen_in(ROWS) == "All Rows"


@case("--demo")
def words_that_come_to_the_map_come_here_too(user):
    show_points(user)
    before = user.shot(user.find("image", POINTS))
    user.add("berlin vienna")
    user.wait_for_words(27)
    wait(lambda: user.shot(user.find("image", POINTS)) != before, "another word")
    user.press("Raw")
    says(user, "GloVe-sample-rounded (raw vectors)")


@case("--demo")
def two_pictures_where_there_is_room(user):
    show_points(user)
    assert not user.look().find_all("image", RANDOM)
    user.keys("F9")
    user.press("Show details")
    says(user, "torch.nn.Embedding, seed 123", image=RANDOM)
    user.press("Random rows beside the others")
    user.gone("image", RANDOM)


@case("--demo")
def picture_of_the_points_is_exported(user):
    show_points(user)
    user.keys("ctrl+shift+c")
    user.says("Picture copied")
    slide(user, "Home")
    user.keys("ctrl+shift+e")
    user.find_window("Export Picture")
    user.press("Export…", within="Export Picture")
    user.choose_file("Save Picture", path("layer.svg"))
    user.says("Exported “layer.svg”")
    assert b"<svg" in read("layer.svg")[:200]


@case(lambda: write("few.txt", vectors([("a", [1, 2, 3]), ("b", [0, 0, 0]), ("c", [3, 1, 1])])))
def rows_without_a_direction_are_left_out(user):
    user.find("button", "Show words")
    user.keys("alt+4")
    user.press("Open Vectors")
    user.press("Points")
    says(user, "few (unit vectors)", "1 without a direction left out")
    assert user.chosen_in(ROWS) == "All Rows"


@case("--demo")
def low_window_has_room_for_the_matrices(user):
    user.wait_for_words(26)
    user.keys("alt+4")
    user.find("image", WEIGHT)
    user.find("image", lambda name: name.startswith("Histogram: "))
    _, _, window = user.place()
    xdotool("windowsize", window, 1200, 580)
    user.gone("image", lambda name: name.startswith("Histogram: "))
    xdotool("windowsize", window, 1200, 790)
    user.find("image", lambda name: name.startswith("Histogram: "))


main()
