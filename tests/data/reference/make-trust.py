#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask scikit-learn how far planes can be trusted, and count precision and recall by their definition.

    make-trust.py VECTORS >sample/trust.tsv

VECTORS is a word2vec binary, plain or gzip. For each plane a line "plane", the kind of vectors, n, k, trustworthiness,
continuity, the radius; then n lines of a point: its word, x and y (each reads back as the same number), precision (empty
where nothing lies within the radius), recall. Made with scikit-learn 1.2.1 and numpy 1.24.2 (Debian 12):

    make-trust.py ../../../data/samples/GloVe-sample-rounded.bin.gz >sample/trust.tsv
"""
import random
import sys

import gensim
import numpy
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness

SIZES = [3, 4, 5, 6, 8, 12, 20, 21, 22, 23, 26, 60, 150]


def distances(rows):
    return numpy.linalg.norm(rows[:, None] - rows[None], axis=2)


def precision_and_recall(rows, places, k):
    """With one radius for all: the lower median of the distance to the k-th nearest in the plane."""
    space, plane = distances(rows), distances(places)
    others = ~numpy.eye(len(rows), dtype=bool)
    reaches = [sorted(plane[i][others[i]])[k - 1] for i in range(len(rows))]
    radius = sorted(reaches)[(len(rows) - 1) // 2]
    answers = []
    for i in range(len(rows)):
        relevant = set(sorted(numpy.flatnonzero(others[i]), key=lambda j: (space[i, j], j))[:k])
        # The radius is one of these distances, so rounding must not decide.
        retrieved = set(numpy.flatnonzero(others[i] & (plane[i] <= radius * (1 + 1e-13))))
        right = len(relevant & retrieved)
        answers.append((repr(right / len(retrieved)) if retrieved else "", repr(right / k)))
    return radius, answers


def show(kind, words, rows, places):
    n = len(words)
    k = min(10, (n - 1) // 2)
    radius, answers = precision_and_recall(rows, places, k)
    measures = trustworthiness(rows, places, n_neighbors=k), trustworthiness(places, rows, n_neighbors=k), radius
    print("plane", kind, n, k, *(f"{measure:.15g}" for measure in measures), sep="\t")
    for word, place, answer in zip(words, places, answers):
        print(word, *(repr(float(number)) for number in place), *answer, sep="\t")


def main():
    vectors = gensim.models.KeyedVectors.load_word2vec_format(sys.argv[1], binary=True)
    words = [word for word in vectors.index_to_key[:20000] if word.split() == [word]]
    choose, draw = random.Random(23), numpy.random.RandomState(23)
    for n in SIZES:
        chosen = choose.sample(words, n)
        rows = numpy.array([vectors[word] for word in chosen], dtype=numpy.float64)
        show("raw", chosen, rows, PCA(2, svd_solver="full").fit_transform(rows))
        units = rows / numpy.linalg.norm(rows, axis=1, keepdims=True)
        show("unit", chosen, units, PCA(2, svd_solver="full").fit_transform(units))
        # A plane that knows nothing of the space.
        show("raw", chosen, rows, draw.normal(size=(n, 2)))


main()
