#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask scipy for the trees of clusters that the tests compare with.

    make-linkage.py VECTORS >sample/linkage.tsv

VECTORS is a word2vec binary, plain or gzip. For each tree a line "tree", its name and its number of items n; the n (n - 1) / 2
distances of the upper triangle on one line, each so that it reads back as the same number; n - 1 lines of a merge: both
clusters, height, size; a line with the leaves from left to right. Made with scipy 1.10.1 (Debian 12):

    make-linkage.py ../../../data/samples/GloVe-sample-rounded.bin.gz >sample/linkage.tsv
"""
import random
import sys

import gensim
import numpy
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import pdist

COURSE = """king queen prince princess man woman boy girl uncle aunt nephew niece mango grape apple banana kitten puppy cat dog
paris france berlin germany rome italy walk walked swim swam tower building""".split()


def show(name, distances):
    tree = linkage(distances, method="average")
    print("tree", name, len(tree) + 1, sep="\t")
    print(*map(repr, map(float, distances)), sep="\t")
    for a, b, height, size in tree:
        print(int(a), int(b), repr(float(height)), int(size), sep="\t")
    print(*leaves_list(tree), sep="\t")


def main():
    draw = numpy.random.RandomState(22)
    show("two", [0.5])
    show("three equal", [1.0, 1.0, 1.0])
    show("line", pdist(numpy.arange(12.0)[:, None]))
    show("square", pdist(numpy.indices((5, 5)).reshape(2, -1).T))
    show("all zero", numpy.zeros(45))
    for n in (4, 7, 20, 50):
        show("random", pdist(draw.normal(size=(n, 5))))
    # Few different distances, so nearly every step has ties.
    for n, most in ((6, 2), (15, 3), (30, 4), (40, 2), (40, 10)):
        show("whole numbers", draw.randint(1, most + 1, n * (n - 1) // 2).astype(float))
    for n in (20, 40):
        show("points twice", pdist(numpy.repeat(draw.normal(size=(n // 2, 3)), 2, axis=0)))
    vectors = gensim.models.KeyedVectors.load_word2vec_format(sys.argv[1], binary=True)
    rare = random.Random(22).sample(vectors.index_to_key[:20000], 28)
    for name, words in (("course", COURSE), ("sample", COURSE[:12] + rare)):
        rows = numpy.array([vectors[word] for word in words], dtype=numpy.float64)
        show(name + ", raw", pdist(rows))
        units = rows / numpy.linalg.norm(rows, axis=1, keepdims=True)
        show(name + ", cosine to two digits", numpy.round(1 - (units @ units.T)[numpy.triu_indices(len(rows), 1)], 2))


main()
