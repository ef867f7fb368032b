#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask gensim for the odd one among words, and numpy for how every two of some words lie to each other.

    make-comparisons.py VECTORS FOLDER

VECTORS is a word2vec binary, plain or gzip; FOLDER gets odd.tsv and matrix.tsv. The words are chosen by a fixed seed.
Made with gensim 4.2.0 and numpy 1.24.2 (Debian 12):

    make-comparisons.py ../../../data/samples/GloVe-sample-rounded.bin.gz sample
"""
import pathlib
import random
import sys

import gensim
import numpy

# Scores of gensim are float32: questions with two words nearer than this are not asked.
GAP = 2e-6

QUESTIONS = ["breakfast cereal dinner lunch", "king queen prince mango", "monday tuesday january friday", "paris berlin london dog"]
MATRIX = "king queen man woman mango apple paris the".split()


def odd(vectors, words, choose):
    """Lines of words, then each with its score, the lowest first. A word may be there twice, next to itself."""
    lines = []
    questions = [question.split() for question in QUESTIONS]
    while len(lines) < 80:
        asked = questions.pop(0) if questions else choose.sample(words[:8000], choose.choice([3, 4, 5, 6, 8, 12, 30, 100]))
        ranked = vectors.rank_by_centrality(asked)[::-1]
        assert ranked[0][1] == vectors.doesnt_match(asked)
        scores = [float(score) for score, _ in ranked]
        if min(b - a for a, b in zip(scores, scores[1:])) > GAP:
            lines.append([" ".join(asked)] + [part for score, word in ranked for part in (word, f"{score:.7f}")])
    return lines


def angle(x, y):
    """In degrees, by a formula that is good for small angles too (Kahan)."""
    u, v = x / numpy.linalg.norm(x), y / numpy.linalg.norm(y)
    return numpy.degrees(2 * numpy.arctan2(numpy.linalg.norm(u - v), numpy.linalg.norm(u + v)))


def matrix(vectors, words, choose):
    """A line for each two of the words: both, their cosine, dot product, distance and angle."""
    chosen = [(word, vectors[word].astype(numpy.float64)) for word in MATRIX + choose.sample(words, 20)]
    lines = []
    for a, x in chosen:
        for b, y in chosen:
            cosine = x @ y / numpy.linalg.norm(x) / numpy.linalg.norm(y)
            lines.append([a, b] + [f"{value:.13g}" for value in (cosine, x @ y, numpy.linalg.norm(x - y), angle(x, y))])
    return lines


def main():
    folder = pathlib.Path(sys.argv[2])
    vectors = gensim.models.KeyedVectors.load_word2vec_format(sys.argv[1], binary=True)
    words = [word for word in vectors.index_to_key[:20000] if word.split() == [word]]
    choose = random.Random(21)
    for name, lines in (("odd", odd(vectors, words, choose)), ("matrix", matrix(vectors, words, choose))):
        (folder / (name + ".tsv")).write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


main()
