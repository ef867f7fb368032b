# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing words: sema-words-pane, sema-word-entry, sema-suggestions, sema-word-rows, sema-word-row, sema-word-cell."""

from cases import case, main
from window import SAMPLE, vectors, wait, write, write_model

ODD = ["king", "queen", "a\u200bb", "x\ay", "\u202egnirts", "e" + "\u0301" * 500, "w" * 30000, "\ufeffhead", "الملك"]
STRANGERS = write("strangers.txt", vectors([(word, (row % 4, row % 3, 1)) for row, word in enumerate(ODD)], "9 3\n"))
TOKENS = ["king", " king", " queen", " kingdom", "man", " woman"]
MODEL = write_model("tokens", TOKENS, [(1, 0, 0), (0.9, 0.1, 0.2), (0.8, 0.4, 0), (0, 1, 0), (0, 0.2, 1), (0.1, 0, 0.9)])


@case(SAMPLE)
def completion_by_arrow_and_return(user):
    user.keys("ctrl+l")
    user.type("elepha")
    user.find("list item", "elephant", within="Suggested words")
    user.keys("Down", "Return")
    user.wait_for_words(1)
    user.wait_for_row("elephant")
    assert user.find("text box", "Add words").text() == ""
    wait(lambda: user.focus_word() == "elephant", "elephant in the details")


@case(SAMPLE)
def completion_finds_exact_then_prefix(user):
    user.keys("ctrl+l")
    user.type("king")
    user.find("list item", "kingdom", within="Suggested words")
    offered = [row.name for row in user.find("list", "Suggested words").find_all("list item")]
    assert offered[0] == "king" and all(word.startswith("king") for word in offered), offered
    user.keys("Tab")
    user.wait_for_row("king")


@case(MODEL)
def a_blank_before_a_word_is_seen_and_need_not_be_typed(user):
    user.says("6 words × 3")
    user.keys("ctrl+l")
    user.type("king")
    user.find("list item", "␣kingdom", within="Suggested words")
    offered = [row.name for row in user.find("list", "Suggested words").find_all("list item")]
    assert offered == ["king", "␣king", "␣kingdom"], offered
    user.keys("Down", "Down", "Return")
    user.wait_for_row("␣king")
    wait(lambda: user.focus_word() == "␣king", "␣king in the details")
    user.add("queen")
    user.says("“queen” is in this file with a blank before it only. Nearest:")
    user.keys("Down", "Return")
    user.wait_for_row("␣queen")
    user.add("␣woman king ␣kingdom")
    user.wait_for_words(5)
    user.wait_for_row("␣woman")
    user.wait_for_row("king")
    user.keys("ctrl+f")
    user.type("queen + man")
    user.keys("Escape", "Return")
    user.says("“queen” is not in this file, but “␣queen” is, with a blank before it.")


@case(MODEL)
def words_that_are_there_after_a_blank_only_are_taken_so(user):
    user.add("queen king woman nix")
    user.says("3 words added, 2 with a blank before them, 1 unknown")
    user.wait_for_row("␣woman")
    user.wait_for_row("king")
    user.choose("Main menu", "Remove All Words")
    user.wait_for_words(0)
    user.press("Royalty")
    user.wait_for_row("␣queen")
    user.says(", 2 with a blank before them, ")
    user.wait_for_row("king")


@case(STRANGERS)
def words_of_strangers_are_rows_like_others(user):
    user.says("9 words × 3")
    user.start_other("offer", "\n".join(ODD))
    user.click(user.map() if user.seek("image") else user.find("label", "No Words Yet"))
    user.keys("ctrl+v")
    user.wait_for_words(9)
    user.wait_for_row("a‹U+200B›b")
    user.wait_for_row("‹U+202E›gnirts")
    user.wait_for_row("x‹U+0007›y")
    rows = [row for row in user.find("list", "Chosen words").find_all("list item") if row.texts() and row.texts()[0] not in ("", "GtkLabel")]
    plain = user.row_of("king").extents()
    for row in rows:
        _, _, width, height = row.extents()
        assert width <= plain[2] and height <= 1.5 * plain[3], (row.texts(), width, height, plain)


@case(SAMPLE)
def several_words_on_a_line(user):
    user.add("king queen zxqzxq mango")
    user.wait_for_words(3)
    user.says("3 words added, 1 unknown")
    user.add("mango")
    user.says("This word is there already.")
    user.find("image", "Map of 3 words")


@case("--demo")
def commas_between_words_are_no_part_of_them(user):
    user.wait_for_words(26)
    user.add("horse, cow,sheep; wolf,")
    user.wait_for_words(30)
    wait(lambda: {("horse",), ("cow",), ("sheep",), ("wolf",)} <= set(user.words()), "the words without the commas")


@case(SAMPLE)
def unknown_word_is_answered_with_spellings(user):
    user.add("elephantt")
    user.says("“elephantt” is not in this file. Nearest:")
    user.find("list item", "elephant", within="Suggested words")
    user.keys("Down", "Return")
    user.wait_for_row("elephant")


@case(SAMPLE)
def list_is_pasted(user):
    user.start_other("offer", "# birds\neagle\nsparrow\n# fruit\nmango\ngrape\nbanana\n")
    user.click(user.map())
    user.keys("ctrl+v")
    user.wait_for_words(5)
    assert user.chosen_in("Colour by") == "My groups"
    user.wait_for_row("birds", "2")
    user.wait_for_row("fruit", "3")


@case(SAMPLE)
def list_is_pasted_where_words_are_typed(user):
    user.start_other("offer", "eagle\nsparrow\nmango\n")
    user.keys("ctrl+l", "ctrl+v")
    user.wait_for_words(3)


@case("--demo")
def words_are_removed_by_key(user):
    user.wait_for_words(26)
    user.click(user.row_of("kitten"))
    wait(lambda: user.focus_word() == "kitten", "kitten in the details")
    user.keys("Delete")
    user.wait_for_words(25)
    user.says("1 word removed")
    user.keys("ctrl+a", "Delete")
    user.wait_for_words(0)
    user.says("No Words Yet")


@case("--demo")
def undo_and_redo(user):
    user.wait_for_words(26)
    assert user.undo_says() == "Undo: Show demonstration", user.undo_says()
    user.click(user.row_of("kitten"))
    user.keys("Delete")
    user.wait_for_words(25)
    assert user.undo_says() == "Undo: Remove word", user.undo_says()
    user.keys("ctrl+z")
    user.wait_for_words(26)
    assert user.find("button", "Redo").description == "Redo: Remove word"
    user.keys("ctrl+shift+z")
    user.wait_for_words(25)
    user.press("Undo")
    user.wait_for_words(26)
    user.press("Redo")
    user.wait_for_words(25)
    user.keys("ctrl+z")
    user.wait_for_words(26)
    user.keys("ctrl+z")
    user.wait_for_words(0)
    assert "sensitive" not in user.find("button", "Undo").states


@case(SAMPLE)
def ready_made_sets(user):
    user.choose("Ready-made sets", "Capitals")
    user.says("words added")
    assert user.undo_says() == "Undo: Add ready-made set"
    user.choose("Main menu", "Remove All Words")
    user.wait_for_words(0)
    user.click(user.find("button", "Royalty"))
    user.wait_for_words(24)


@case("--demo")
def clusters_none_three_and_auto(user):
    user.wait_for_words(26)
    headings = [row for row in user.words() if row[-1].isdigit()]
    assert sum(int(row[-1]) for row in headings) == 26 and len(headings) > 2, headings
    user.choose_in("Clusters", "None")
    user.wait_for_row("Words", "26")
    user.choose_in("Clusters", "3")
    wait(lambda: len([row for row in user.words() if row[-1].isdigit()]) == 3, "three clusters")
    user.keys("ctrl+z", "ctrl+z")
    wait(lambda: [row for row in user.words() if row[-1].isdigit()] == headings, "the first clusters")
    assert user.chosen_in("Clusters") == "Auto"


@case("--demo")
def raw_and_unit_vectors(user):
    user.wait_for_words(26)
    user.rest()
    before = user.shot(user.map())
    user.press("Raw")
    user.find("button", "Raw", state="pressed")
    assert user.undo_says() == "Undo: Show raw vectors"
    wait(lambda: user.shot(user.map()) != before, "another map")
    user.press("Unit")
    user.find("button", "Unit", state="pressed")
    wait(lambda: user.shot(user.map()) == before, "the first map")


if __name__ == "__main__":
    main()
