# SPDX-License-Identifier: GPL-3.0-or-later
"""Models of fastText, run as a user opens them."""

import csv
import gzip
import json
import os
import struct

from cli import case, fails, main, ok, path, write

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "formats", "fasttext")
NOTE = "“kinggg” is not in this file; its vector is the mean of those of its character n-grams."


def stored(name):
    return os.path.join(FOLDER, name)


def told(file):
    """What fastText says: the vector of each word, and whether it is in the file."""
    vectors = {}
    with open(stored("fasttext.tsv"), encoding="utf-8") as table:
        for line in table.read().splitlines():
            if not line.startswith("\t"):
                current = line.split("\t")[0]
                continue
            _, word, known, numbers = line.split("\t")
            if current == file and numbers != "-":
                vectors[word] = known == "1", [float.fromhex(number) for number in numbers.split()]
    return vectors


@case
def info_tells():
    lines = ok("info", stored("words.bin")).lines
    assert lines == ["format: fasttext", "compression: none", "words: 18", "dimensions: 3", "other words: composed of character n-grams", "warnings: 0"], lines
    assert json.loads(ok("info", stored("pruned.ftz"), "--json").out)["composes"] is True
    assert "composes" not in json.loads(ok("info", stored("plain.bin"), "--json").out)
    assert "words: 4" in ok("info", stored("words.bin"), "--first", "4").lines


@case
def vectors_are_those_of_fasttext():
    for file in "words.bin", "few.ftz":
        for word, (known, values) in told(file).items():
            result = ok("vector", stored(file), "--", word)
            printed = [struct.unpack("<f", struct.pack("<f", float(number)))[0] for number in result.out.split()]
            assert printed == values, (file, word)
            assert ("is not in this file" in result.err) == (not known), (word, result.err)


@case
def other_words_are_asked_and_drawn():
    result = ok("similar", stored("words.bin"), "kinggg", "--top", "2")
    assert len(result.lines) == 2 and NOTE in result.err, result
    assert "kinggg" not in ok("similar", stored("words.bin"), "king", "--top", "100").out
    ok("plot", stored("words.bin"), "--words", "king queen kinggg woman", "--output", path("other.svg"))
    with open(path("other.svg"), encoding="utf-8") as file:
        assert "<svg" in file.read()
    compared = ok("compare", stored("words.bin"), "king", "kinggg")
    assert NOTE in compared.err, compared.err


@case
def plots_tell_which_words_are_composed():
    """on stderr, and in a column that is there only where there are such words"""
    def plot(words, *options):
        result = ok("plot", stored("words.bin"), "--words", words, "--output", path("a.svg"), *options)
        return result.err.count(NOTE)

    assert plot("king queen kinggg", "--coordinates", path("a.csv")) == 1
    with open(path("a.csv"), newline="", encoding="utf-8") as file:
        assert [(row["word"], row["composed"]) for row in csv.DictReader(file)] == [("king", "0"), ("queen", "0"), ("kinggg", "1")]
    assert plot("king queen", "--coordinates", path("b.csv")) == 0
    with open(path("b.csv"), encoding="utf-8") as file:
        assert "composed" not in file.read()
    assert plot("king queen kinggg", "--view", "matrix") == 1


@case
def a_word_without_parts_is_not_there():
    result = fails(1, "vector", stored("plain.bin"), "kinggg")
    assert "“kinggg” is not in this file" in result.err, result.err


@case
def rows_have_their_words():
    assert ok("tensors", stored("pruned.ftz")).lines == ["input\tPQ\t[300, 3]\tembedding", "output\tPQ\t[280, 3]"]
    first, gram = ok("row", stored("words.bin"), "0", "20").lines
    assert first.split("\t")[1] != "" and gram.split("\t")[1] == "[20]", (first, gram)
    assert ok("row", stored("labels.bin"), "0", "--tensor", "output").lines[0].split("\t")[1].startswith("__label__")


@case
def a_compressed_model_says_what_to_do():
    with open(stored("words.bin"), "rb") as file:
        packed = write("words.bin.gz", gzip.compress(file.read()))
    result = fails(1, "info", packed)
    assert "it is a model, or an array, that is compressed; decompress it into a file of its own first" in result.err, result.err
    assert "it is compressed; decompress it into a file of its own first" in fails(1, "tensors", packed).err


main()
