#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask scikit-learn for the principal components of all rows of a file of vectors, and write what the tests compare with.

    make-pca-rows.py VECTORS FOLDER

VECTORS is a word2vec binary, plain or gzip; FOLDER gets pca-rows.tsv: for raw and for unit vectors a line "set", one for each
of two axes, and the scores and the cos² of 200 rows that a fixed seed chooses. Made with scikit-learn 1.2.1 and numpy 1.24.2
(Debian 12):

    make-pca-rows.py ../../../data/samples/GloVe-sample-rounded.bin.gz sample
"""
import gzip
import pathlib
import random
import sys

import numpy
from sklearn.decomposition import PCA


def read_rows(path):
    data = pathlib.Path(path).read_bytes()
    data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    place = data.index(b"\n") + 1
    n, dim = map(int, data[:place].split())
    rows = numpy.empty((n, dim), dtype=numpy.float64)
    for row in range(n):
        place = data.index(b" ", place) + 1
        rows[row] = numpy.frombuffer(data, dtype="<f4", count=dim, offset=place)
        place += 4 * dim
    return rows


def digits(values, n):
    return [f"{value:.{n}g}" for value in values]


def ask(rows, kind, chosen):
    """Ratios, two axes of which the largest coefficient is positive, and scores on them."""
    pca = PCA(svd_solver="full").fit(rows)
    axes = pca.components_[:2]
    axes = axes * numpy.sign(axes[[0, 1], numpy.argmax(abs(axes), axis=1)])[:, None]
    centred = rows[chosen] - pca.mean_
    scores = centred @ axes.T
    quality = (scores ** 2).sum(axis=1) / (centred ** 2).sum(axis=1)
    yield ["set", kind, str(len(rows)), str(len(chosen))] + digits(pca.explained_variance_ratio_[:2], 12)
    for axis in axes:
        yield ["axis"] + digits(axis, 12)
    for row, score, good in zip(chosen, scores, quality):
        yield [str(row)] + digits([*score, good], 11)


def main():
    raw = read_rows(sys.argv[1])
    unit = raw / numpy.linalg.norm(raw, axis=1, keepdims=True)
    chosen = sorted(random.Random(20).sample(range(len(raw)), 200))
    lines = [*ask(raw, "raw", chosen), *ask(unit, "unit", chosen)]
    table = pathlib.Path(sys.argv[2]) / "pca-rows.tsv"
    table.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


main()
