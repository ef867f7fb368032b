# SPDX-License-Identifier: GPL-3.0-or-later
"""Analogies asked, drawn and taken off: sema-analogy-bar, sema-analogy-row."""

from cases import case, main
from window import SAMPLE, wait

B, A, C = "Analogy: first word", "Analogy: word to take away", "Analogy: word to add"


def ask(user, b, a, c):
    for entry, word in ((B, b), (A, a), (C, c)):
        user.click(user.find("text box", entry))
        user.keys("ctrl+a")
        user.type(word)
        user.keys("Return")
        wait(lambda: user.find("text box", entry).text() == word, word)


@case(SAMPLE)
def analogy_is_typed_and_drawn(user):
    ask(user, "king", "man", "woman")
    answer = user.says("= queen ")
    assert answer.startswith("= queen 0.77 · monarch 0.6"), answer
    user.press("Draw")
    user.wait_for_words(4)
    for word in ("man", "king", "woman", "queen"):
        user.wait_for_row(word, "from an analogy")
    user.find("button", "1 drawn")
    assert user.undo_says() == "Undo: Draw analogy"
    user.press("Undo")
    user.wait_for_words(0)
    user.gone("button", "1 drawn")


@case(SAMPLE)
def analogy_is_begun_by_key(user):
    user.keys("ctrl+k")
    user.find("text box", B, state="focused")
    user.type("paris")
    user.keys("Return", "Tab")
    user.find("text box", A, state="focused")
    user.type("argenti")
    user.find("list item", "argentina", within="Suggested words")
    user.keys("Down", "Return")
    wait(lambda: user.find("text box", A).text() == "argentina", "argentina")


@case(SAMPLE)
def missing_and_unknown_words_are_named(user):
    user.press("Draw")
    user.says("Type three words")
    for entry, word in ((B, "king"), (A, "zxqzxq"), (C, "woman")):
        user.find("text box", entry).set_text(word)
    user.press("Draw")
    user.says("“zxqzxq” is not in this file.")
    user.find("image", "Map of 0 words")


@case("--demo")
def several_are_drawn_and_one_is_taken_off(user):
    user.wait_for_words(26)
    ask(user, "paris", "france", "germany")
    user.says("= berlin 0.")
    user.press("Draw")
    user.find("button", "2 drawn")
    user.press("2 drawn")
    drawn = user.find("list", "Analogies on the map")
    assert len(drawn.find_all("list item")) == 2, drawn.dump()
    drawn.find_all("button")[0].act()
    user.find("button", "1 drawn")
    assert user.undo_says() == "Undo: Remove analogy"
    user.find("image", "Map of 26 words")


if __name__ == "__main__":
    main()
