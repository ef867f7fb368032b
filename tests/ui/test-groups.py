# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups made by hand and clusters found: sema-word-rows, sema-words-pane, sema-marker."""

from cases import case, main
from window import SAMPLE, wait, write

TENSORS = write("tensors.tsv", b"1\t0\n0\t1\n1\t1\n2\t1\n1\t3\n3\t1\n")
write("metadata.tsv", b"word\tkind\tweight\nking\troyal\t0\ncat\tanimal\t7\ndog\tanimal\t3.5\ncow\tanimal\t1\nqueen\troyal\t0.5\nstone\t\t6.9\n")


def choose_four(user):
    """Four words of which the first two are selected by pointer."""
    user.add("king queen mango grape")
    user.wait_for_words(4)
    user.choose_in("Clusters", "None")
    user.wait_for_row("Words", "4")
    user.click(user.row_of("king"))
    wait(lambda: user.focus_word() == "king", "king in the details")
    user.click(user.row_of("queen"), modifier="ctrl")


def group(user, name):
    user.keys("ctrl+g")
    user.answer("New Group", name)


@case(SAMPLE)
def words_are_grouped_and_named(user):
    choose_four(user)
    group(user, "my royals")
    user.wait_for_row("my royals", "2")
    user.wait_for_row("In no group", "2")
    assert user.chosen_in("Colour by") == "My groups"
    assert user.undo_says() == "Undo: Group words"
    user.press("Undo")
    user.wait_for_row("Words", "4")


@case(SAMPLE)
def group_is_renamed_and_taken_apart(user):
    choose_four(user)
    group(user, "my royals")
    user.wait_for_row("my royals", "2")
    user.choose("Menu of my royals", "Rename…")
    user.answer("Rename Group", "majesties")
    user.wait_for_row("majesties", "2")
    user.choose("Menu of majesties", "Ungroup")
    wait(lambda: ("majesties", "2") not in user.words(), "the group to go")
    user.find("image", "Map of 4 words")


@case(SAMPLE)
def word_is_moved_by_its_menu(user):
    choose_four(user)
    group(user, "my royals")
    user.wait_for_row("my royals", "2")
    user.click(user.row_of("mango"), button=3)
    user.find("menu item", "Move to Group").act()
    user.find("menu item", "my royals", state="sensitive").act()
    user.wait_for_row("my royals", "3")


@case("--demo")
def cluster_is_renamed_and_becomes_a_group(user):
    user.wait_for_words(26)
    user.wait_for_row("mango", "5")
    user.choose("Menu of mango", "Rename…")
    user.answer("Rename Cluster", "fruit")
    user.wait_for_row("fruit", "5")
    user.choose("Menu of fruit", "Make a Group")
    user.wait_for_row("In no group", "21")
    user.wait_for_row("fruit", "5")
    user.choose("Menu of fruit", "Remove Words")
    user.wait_for_words(21)


@case("--demo")
def section_is_selected(user):
    user.wait_for_words(26)
    user.choose("Menu of mango", "Select Words")
    wait(lambda: user.focus_word(), "a word in the details")
    user.keys("Delete")
    user.wait_for_words(21)


@case("--demo")
def colours_for_nothing(user):
    user.wait_for_words(26)
    user.rest()
    coloured = user.shot(user.map())
    user.choose_in("Colour by", "Nothing")
    user.rest()
    wait(lambda: user.shot(user.map()) != coloured, "a map without colours")
    assert user.undo_says() == "Undo: Change colours"


@case(TENSORS)
def words_are_coloured_by_a_column_of_the_file(user):
    user.says("6 words × 2")
    user.add("king queen cat dog cow stone")
    user.wait_for_words(6)
    user.choose_in("Colour by", "kind")
    user.wait_for_row("animal", "3")
    user.wait_for_row("royal", "2")
    user.choose_in("Colour by", "weight")
    user.wait_for_row("0 – < 1", "2")
    user.keys("ctrl+z")
    user.wait_for_row("animal", "3")
    assert user.chosen_in("Colour by") == "kind"


if __name__ == "__main__":
    main()
