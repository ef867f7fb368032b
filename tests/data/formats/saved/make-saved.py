#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes what gensim 4.2 writes of some odd words and numbers, and checks that gensim and NumPy read the same from what
semascope-cli makes of it.

    /usr/bin/python3 make-saved.py semascope-cli

gensim.bin is from gensim; ours.* are from "semascope-cli convert gensim.bin". The tests compare these byte for byte.
"""

import csv
import os
import subprocess
import sys
import warnings

import numpy
from gensim.models import KeyedVectors

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = ["king", "größe", "1984", "don't", "王", "\u00a0x", "\u2028x", "nan", "-", "a,b", 'say"x"', "</s>"]
DIM = 5


def place(name):
    return os.path.join(HERE, name)


def make():
    random = numpy.random.RandomState(1)
    bits = random.randint(0, 2**32, (len(WORDS), DIM), dtype=numpy.uint32)
    bits[0] = [0x80000000, 0x00000001, 0x7F7FFFFF, 0x00800000, 0x3DCCCCCD]
    values = bits.view(numpy.float32)
    values[~numpy.isfinite(values)] = 0.1
    vectors = KeyedVectors(DIM)
    vectors.add_vectors(WORDS, values)
    vectors.save_word2vec_format(place("gensim.bin"), binary=True)
    return vectors


def assert_same(vectors, words, values):
    assert list(words) == vectors.index_to_key, words
    assert (numpy.asarray(values, numpy.float32).view(numpy.uint32) == vectors.vectors.view(numpy.uint32)).all()


def check(vectors):
    for name, options in (("ours.bin", {"binary": True}), ("ours.vec", {}), ("ours.txt", {"no_header": True})):
        back = KeyedVectors.load_word2vec_format(place(name), **options)
        assert_same(vectors, back.index_to_key, back.vectors)
    with open(place("ours.vocab"), encoding="utf-8", newline="\n") as file:
        assert_same(vectors, file.read().split("\n")[:-1], numpy.load(place("ours.npy")))
    with open(place("ours.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["word"] + ["v%d" % (i + 1) for i in range(DIM)]
    assert_same(vectors, [row[0] for row in rows[1:]], [[numpy.float32(cell) for cell in row[1:]] for row in rows[1:]])
    with open(place("ours_metadata.tsv"), encoding="utf-8", newline="\n") as file:
        words = file.read().split("\n")[:-1]
    assert_same(vectors, words, numpy.loadtxt(place("ours.tsv"), delimiter="\t", dtype=numpy.float32, ndmin=2))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    made = make()
    for output, extra in (("ours.bin", []), ("ours.vec", []), ("ours.txt", ["--format", "glove-text"]), ("ours.npy", []), ("ours.csv", []), ("ours.tsv", [])):
        subprocess.run([sys.argv[1], "convert", place("gensim.bin"), "--output", place(output)] + extra, check=True)
    check(made)
    print("gensim and NumPy read the same from all files.")
