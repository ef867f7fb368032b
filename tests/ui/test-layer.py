# SPDX-License-Identifier: GPL-3.0-or-later
"""An embedding layer from inside: sema-layer-place, sema-layer-form, sema-weight-view, sema-row-flight, sema-row-pane,
sema-tokens-pane, sema-tensor-popover, sema-layer-place-tensors, sema-layer-place-copy,
sema-layer-place-looks, sema-weight-view-rows."""

import json
import os

from cases import case, main
from window import SAMPLE, run_cli, vectors, wait, write, xdotool

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data")
ARRAY = os.path.join(DATA, "formats/tensors/float32.npy")
HOSTILE = os.path.join(DATA, "formats/tensors/hostile.pth")
ARCHIVE = os.path.join(DATA, "formats/tensors/stored.npz")
GPT2 = os.path.join(DATA, "tokens/gpt2-tokenizer.json")
WORDS = "Weight matrix: 30098 × 100"
IDS, WEIGHT, OUTPUT, ONE_HOT = "Token ids to look up", "Weight matrix: 6 × 3", "Output: 4 × 3", "One-hot matrix: 4 × 6"


def open_layer(user):
    user.wait_for_words(26)
    user.keys("alt+4")
    user.find("image", WEIGHT)
    user.find("image", OUTPUT)


def type_ids(user, text):
    user.click(user.find("text box", IDS))
    user.keys("ctrl+a")
    user.type(text)


def pasted(user):
    """What is on the clipboard, in the entry of expressions."""
    user.keys("ctrl+f", "ctrl+a", "ctrl+v")
    return user.find("text box", "Expression").text()


def cell_of(user, name):
    return user.find("image", name).description


@case("--demo")
def course_s_ids_pick_their_rows(user):
    open_layer(user)
    user.says("torch.manual_seed(123); W = torch.nn.Embedding(6, 3).weight")
    user.click(user.find("image", OUTPUT), x=0.5, y=0.1)
    user.keys("ctrl+Home")
    expected = json.loads(run_cli("layer", "--ids", "2,3,5,1", "--json"))["output"]
    for row, id in enumerate((2, 3, 5, 1)):
        for column in range(3):
            wait(lambda: cell_of(user, OUTPUT).startswith("Token id %d, dimension %d: " % (id, column)), "cell %d of row %d" % (column, row))
            assert abs(float(cell_of(user, OUTPUT).split(": ")[1]) - expected[row][column]) < 1e-6
            user.keys("Right")
        user.keys("Home", "Down")


@case("--demo")
def ids_are_ranges_and_repeats_and_those_that_are_not_there_are_named(user):
    open_layer(user)
    type_ids(user, "0-2, 2, 2")
    user.find("image", "Output: 5 × 3")
    type_ids(user, "2, 6")
    user.says("There is no token id 6: the vocabulary has 6 ids, from 0 to 5.")
    user.gone("image", "Output: 5 × 3")
    type_ids(user, "2, x")
    user.says("“x” at character 4 is no token id")
    type_ids(user, "5")
    user.find("image", "Output: 1 × 3")
    user.gone("label", "There is no token id 6: the vocabulary has 6 ids, from 0 to 5.")


@case("--demo")
def rows_are_looked_up_one_after_the_other(user):
    open_layer(user)
    user.press("Look up the next id")
    user.click(user.find("image", OUTPUT), x=0.5, y=0.1)
    user.keys("ctrl+Home")
    wait(lambda: cell_of(user, OUTPUT).startswith("Token id 2, dimension 0: "), "the first row")
    user.keys("Down")
    wait(lambda: cell_of(user, OUTPUT) == "", "a row that is not there yet")
    user.press("Look up the next id")
    wait(lambda: cell_of(user, OUTPUT).startswith("Token id 3, dimension 0: "), "the second row")
    user.keys("ctrl+End")
    wait(lambda: cell_of(user, OUTPUT) == "", "a row that is not there yet")
    user.press("Look up all ids")
    wait(lambda: cell_of(user, OUTPUT).startswith("Token id 1, dimension 2: "), "the last row")
    wait(lambda: "sensitive" not in user.find("button", "Look up all ids").states, "all rows")


@case("--demo")
def one_hot_comes_to_the_same_and_is_worked_out(user):
    open_layer(user)
    user.press("One-Hot", role=None)
    user.find("image", ONE_HOT)
    user.says("4 · 6 · 3 = 72 multiply-adds")
    user.says("The largest difference is 0.")
    user.click(user.find("image", OUTPUT), x=0.5, y=0.1)
    user.keys("ctrl+Home")
    user.says("0 × 0.3374 + 0 × 0.9178 + 1 × 1.2753 + 0 × (−0.4015) + 0 × (−1.1589) + 0 × (−2.8400) = 1.2753")


@case("--demo")
def other_layers_are_made(user):
    open_layer(user)
    user.press("Settings of the new layer", role=None)
    user.find("spin button", "Dimension").set_value(4)
    user.find("image", "Weight matrix: 6 × 4")
    user.find("spin button", "Size of the vocabulary").set_value(50257)
    user.find("image", "Weight matrix: 50257 × 4", seconds=30)
    user.says("W = torch.nn.Embedding(50257, 4).weight")
    user.find("spin button", "Position embeddings, 0 for none").set_value(3)
    user.says("There are 4 ids for 3 positions.")
    user.press("Copy for torch")
    user.keys("Escape")
    assert pasted(user).split() == "torch.manual_seed(123) W = torch.nn.Embedding(50257, 4).weight P = torch.nn.Embedding(3, 4).weight".split(), pasted(user)


@case("--demo")
def open_vectors_are_a_layer(user):
    open_layer(user)
    user.press("Open Vectors")
    user.find("image", WORDS, seconds=30)
    user.says("The vectors of “GloVe-sample-rounded”: row i is the vector of token id i.")
    user.click(user.find("text box", "Go to a token id or token"))
    user.type("king")
    user.keys("Return")
    king = json.loads(run_cli("vector", SAMPLE, "king", "--json"))
    wait(lambda: ", dimension 0: " in cell_of(user, WORDS), "king")
    assert abs(float(cell_of(user, WORDS).split(": ")[1]) - king["values"][0]) < 1e-6
    user.says("norm %.4f" % king["norm"] if "norm" in king else "norm 6.1177")
    user.click(user.find("text box", "Go to a token id or token"))
    user.keys("ctrl+a")
    user.type("zxqzxq")
    user.keys("Return")
    user.says("“zxqzxq” is not in this file.")


@case("--demo")
def a_row_of_the_open_vectors_is_the_word_that_is_looked_at(user):
    open_layer(user)
    user.press("Open Vectors")
    user.find("image", WORDS, seconds=30)
    user.click(user.row_of("queen"))
    user.says("“queen”: norm ")
    queen = json.loads(run_cli("vector", SAMPLE, "queen", "--json"))["values"]
    wait(lambda: ", dimension 0: " in cell_of(user, WORDS), "the row of a chosen word")
    assert abs(float(cell_of(user, WORDS).split(": ")[1]) - queen[0]) < 1e-6, cell_of(user, WORDS)
    user.click(user.find("image", WORDS))
    user.keys("ctrl+Home", "Down", "Down", "Down")
    wait(lambda: user.focus_word() == "of", "the word of row 3")
    type_ids(user, "654")
    user.click(user.find("image", "Output: 1 × 100"))
    user.keys("ctrl+Home")
    wait(lambda: user.focus_word() == "king", "the word of id 654")
    user.press("New Layer")
    user.click(user.row_of("queen"))
    wait(lambda: user.focus_word() == "queen", "a word that is no row of a new layer")
    user.find("image", WEIGHT)


@case()
def a_layer_needs_no_vectors(user):
    user.click(user.find("button", "An Embedding Layer from Inside"))
    user.find("image", WEIGHT)
    user.click(user.find(None, "One-Hot"))
    user.find("image", ONE_HOT)
    user.gone("list", "Chosen words")
    user.gone("button", "Show words")
    user.keys("alt+1")
    user.click(user.find("button", "Open the Sample with a Demonstration"))
    user.wait_for_words(26)
    user.find("list", "Chosen words")


@case()
def vectors_are_opened_beside_a_layer(user):
    user.keys("alt+4")
    user.find("image", WEIGHT)
    user.open(SAMPLE)
    user.find("list", "Chosen words")
    user.find("image", WEIGHT)
    user.press("Open Vectors")
    user.find("image", WORDS, seconds=30)


@case("--demo")
def other_vectors_replace_those_that_were_open(user):
    open_layer(user)
    user.press("Open Vectors")
    user.find("image", WORDS, seconds=30)
    user.open(write("two.txt", vectors([("king", (1, 2, 3)), ("queen", (4, 5, 6))])))
    user.find("image", "Weight matrix: 2 × 3")
    user.open(ARRAY)
    user.find("image", "Weight matrix: 5 × 3")


@case("--demo")
def texts_become_tokens_ids_and_rows(user):
    open_layer(user)
    user.press("Open Vectors")
    user.find("image", WORDS, seconds=30)
    user.find("text box", "Text to be cut into tokens").set_text("The king eats")
    wait(lambda: user.find("text box", IDS).text() == "0, 654, 15872", "the ids of three words")
    user.find("image", "Output: 3 × 100")
    user.says("Row 15872, “eats”: norm ")
    user.press("New Layer")
    user.press("Words")
    user.choose_file("Choose a Tokenizer", GPT2)
    user.find("button", "gpt2-tokenizer.json")
    user.find("text box", "Text to be cut into tokens").set_text("it's the first one")
    wait(lambda: user.find("text box", IDS).text() == "270, 338, 262, 277, 343, 301, 530", "the ids of GPT-2's pieces")
    user.says("There is no token id 270: the vocabulary has 6 ids, from 0 to 5.")
    left, middle = user.point_of(user.find("label", lambda name: name.startswith("it 270")), 0, 0.5)

    def hover():
        xdotool("mousemove", left + 8, middle, "sleep", 0.1, "mousemove", left + 10, middle, "sleep", 1)
        return user.seek(None, "Token id 270, bytes 0 to 1 of the text: 69 74")
    wait(hover, "the bytes of the piece under the pointer")


@case(ARCHIVE)
def another_matrix_of_a_file_is_opened(user):
    user.find("button", "Show words")
    user.keys("alt+4")
    user.press("Open Vectors")
    user.find("image", "Weight matrix: 6 × 4")
    user.press("Tensors of the file")
    user.find("label", "F16 · 9 × 4")
    user.type("wpe")
    user.gone("label", "F32 · 6 × 4")
    user.keys("Tab", "Return")
    user.find("image", "Weight matrix: 9 × 4")
    user.says("The vectors of “stored.npz · wpe”")
    user.press("New Layer")
    user.gone("button", "Tensors of the file")


@case(HOSTILE)
def pytorch_file_opens_and_what_it_would_run_is_named(user):
    user.says("This file asks Python to run posix.system; nothing of it was run.")
    user.add("[0] [1]")
    user.wait_for_words(2)
    user.keys("alt+4")
    user.press("Open Vectors")
    user.find("image", "Weight matrix: 2 × 3")


@case(ARCHIVE)
def a_tokenizer_is_given_to_a_model(user):
    user.find("button", "Show words")
    user.keys("alt+4")
    user.press("Open Vectors")
    user.find("image", "Weight matrix: 6 × 4")
    user.press("Tokenizer…")
    user.choose_file("Choose a Tokenizer", GPT2)
    user.says("Of the tokenizer “gpt2-tokenizer.json”: 551 tokens have no row: ")
    user.says("Row 1, “\"”: norm ")
    user.close()
    user.start()
    user.find("button", "gpt2-tokenizer.json", seconds=30)


@case("--demo")
def the_layer_is_there_again(user):
    open_layer(user)
    user.press("Settings of the new layer")
    user.find("spin button", "Dimension").set_value(4)
    user.find("image", "Weight matrix: 6 × 4")
    user.keys("Escape")
    type_ids(user, "0-2")
    user.find("image", "Output: 3 × 4")
    user.press("One-Hot")
    user.press("Open Vectors")
    user.press("Points")
    user.find("slider", "Share of the way from random to trained")
    user.close()
    user.start()
    user.find("slider", "Share of the way from random to trained", seconds=30)
    user.press("Matrix")
    user.find("image", WORDS)
    user.press("New Layer")
    user.find("image", "Weight matrix: 6 × 4")
    user.find("image", "Output: 3 × 4")
    user.find("image", "One-hot matrix: 3 × 6")


@case("--demo")
def rows_are_copied(user):
    open_layer(user)
    type_ids(user, "0, 0")
    user.find("image", "Output: 2 × 3")
    user.press("Copy rows", role=None)
    user.press("Rows for Python", role="menu item")
    user.says("Rows copied")
    assert pasted(user).replace(" ", "").startswith("[[0.33737"), pasted(user)


if __name__ == "__main__":
    main()
