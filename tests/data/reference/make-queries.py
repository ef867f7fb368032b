#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask gensim and numpy for answers by other metrics than the plain cosine.

    make-queries.py VECTORS FOLDER

VECTORS is a word2vec binary, plain or gzip; FOLDER gets queries.tsv: the metric, the method, the vectors that are summed, how
many words are searched (0: all), words with their weights, then answers and scores in turn. 3CosMul, weights and the
restriction are gensim's; the dot product, the distance and the sum of raw vectors are numpy's, in float64. Made with gensim
4.2.0 and numpy 1.24.2 (Debian 12):

    make-queries.py ../../../data/samples/GloVe-sample-rounded.bin.gz sample
"""
import pathlib
import random
import sys

import gensim
import numpy

TOP = 5
GAP = {"gensim": 2e-6, "numpy": 1e-9}  # two answers nearer than this are not asked for


def draw(words, choose, weights):
    terms = choose.sample(words[:5000], choose.randint(1, 4))
    return [(terms[0], 1)] + [(word, choose.choice(weights)) for word in terms[1:]]


def by_gensim(vectors, method, terms, restrict):
    plus = [term for term in terms if term[1] > 0]
    minus = [(word, -weight) for word, weight in terms if weight < 0]
    if method == "mul":
        return vectors.most_similar_cosmul([word for word, _ in plus], [word for word, _ in minus], topn=TOP + 1, restrict_vocab=restrict or None)
    # gensim takes a negative word's weight as it is given, so the sign goes into it.
    minus = [(word, -weight) for word, weight in minus]
    return vectors.most_similar(plus, minus, topn=TOP + 1, restrict_vocab=restrict or None)


def by_numpy(vectors, matrix, metric, terms, restrict):
    query = sum(weight * vectors[word].astype(numpy.float64) for word, weight in terms)
    rows = matrix[:restrict or None]
    if metric == "euclid":
        scores, sign = numpy.linalg.norm(rows - query, axis=1), 1
    elif metric == "dot":
        scores, sign = rows @ query, -1
    else:
        scores, sign = rows @ query / numpy.linalg.norm(rows, axis=1) / numpy.linalg.norm(query), -1
    inputs = {word for word, _ in terms}
    order = [row for row in numpy.argsort(sign * scores, kind="stable") if vectors.index_to_key[row] not in inputs]
    return [(vectors.index_to_key[row], scores[row]) for row in order[:TOP + 1]]


def line(kind, who, restrict, terms, answers):
    scores = [score for _, score in answers]
    if min(abs(a - b) for a, b in zip(scores, scores[1:])) < GAP[who] * max(1, abs(scores[0])):
        return None
    asked = " ".join("%s*%g" % term for term in terms)
    return "\t".join([*kind, str(restrict), asked] + [part for word, score in answers[:TOP] for part in (word, "%.10g" % score)]) + "\n"


def main():
    vectors = gensim.models.KeyedVectors.load_word2vec_format(sys.argv[1], binary=True)
    words = [word for word in vectors.index_to_key[:20000] if word.split() == [word] and "*" not in word]
    matrix = vectors.vectors.astype(numpy.float64)
    choose = random.Random(7)
    kinds = [("cosine", "add", "unit"), ("cosine", "mul", "unit"), ("cosine", "add", "raw"), ("dot", "add", "raw"), ("euclid", "add", "raw")]
    lines = []
    while len(lines) < 100:
        kind = kinds[len(lines) % len(kinds)]
        who = "gensim" if kind[2] == "unit" else "numpy"
        restrict = choose.choice([0, 0, 1000, 10000]) * (kind[1] != "mul")  # gensim 4.2 searches all words by 3CosMul
        terms = draw(words, choose, [1, -1] if kind[1] == "mul" else [1, 1, -1, 0.5, -2, 3])
        answers = by_gensim(vectors, kind[1], terms, restrict) if who == "gensim" else by_numpy(vectors, matrix, kind[0], terms, restrict)
        made = line(kind, who, restrict, terms, answers)
        if made is not None:
            lines.append(made)
    (pathlib.Path(sys.argv[2]) / "queries.tsv").write_text("".join(lines), encoding="utf-8")


main()
