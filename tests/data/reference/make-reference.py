#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask gensim, scikit-learn and numpy for the numbers that the tests compare with.

    make-reference.py VECTORS FOLDER [SHARE]

VECTORS is a word2vec binary, plain or gzip; FOLDER gets the .tsv files; SHARE (1 by default) of the questions is asked.
The questions are chosen by a fixed seed. Made with gensim 4.2.0, scikit-learn 1.2.1 and numpy 1.24.2 (Debian 12):

    make-reference.py ../../../data/samples/GloVe-sample-rounded.bin.gz sample
    make-reference.py glove-341k.bin full 0.2
"""
import pathlib
import random
import sys

import gensim
import numpy
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score

# Scores of gensim are float32: questions with two answers nearer than this are not asked.
GAP = 2e-6

ROYALS = "king queen man woman prince princess boy girl".split()
PAIRS = """woman man, king queen, uncle aunt, boy girl, nephew niece, paper water, semiconductor earthworm, kitten puppy,
mango grape, mango mango""".replace("\n", " ").split(", ")
ANALOGIES = """king woman - man, paris germany - france, tower -, walked swim - walk, rome spain - italy, biggest small - big,
aunt man - woman, better bad - good, mango kitten puppy -, tokyo egypt - japan, mother boy - girl, kings queen - king""".replace(
    "\n", " ").split(", ")
PCA_SIZES = [2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 23, 26, 30, 35, 40, 50, 60, 75, 90, 99, 100, 101, 102, 130,
             170, 230, 320, 500]
CLUSTERS = [(8, 2), (12, 3), (20, 3), (26, 4), (30, 5), (40, 2), (50, 6), (64, 8), (80, 4), (100, 10), (150, 7), (200, 12),
            (300, 5), (500, 20)]


def write(folder, name, lines):
    (folder / (name + ".tsv")).write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def digits(values, n):
    return [f"{value:.{n}g}" for value in values]


def ask(vectors, plus, minus, top):
    """The answers of gensim's 3CosAdd, or None where two of them are too near to each other."""
    answers = vectors.most_similar(positive=plus, negative=minus, topn=top + 1)
    scores = [score for _, score in answers]
    if min(a - b for a, b in zip(scores, scores[1:])) < GAP:
        return None
    return [part for word, score in answers[:top] for part in (word, f"{score:.7f}")]


def neighbours(vectors, words, choose, n):
    lines = []
    queries = ["tower", "king", "mango", "kitten"]
    while len(lines) < n:
        query = queries.pop(0) if queries else choose.choice(words)
        answers = ask(vectors, [query], [], 10)
        if answers is not None:
            lines.append([query] + answers)
    return lines


def analogies(vectors, words, choose, n):
    lines = []
    questions = [[side.split() for side in question.split("-")] for question in ANALOGIES]
    while len(lines) < n:
        if questions:
            plus, minus = questions.pop(0)
        else:
            inputs = choose.sample(words[:5000], choose.randint(2, 5))
            cut = choose.randint(1, len(inputs))
            plus, minus = inputs[:cut], inputs[cut:]
        answers = ask(vectors, plus, minus, 5)
        if answers is not None:
            lines.append([" ".join(plus), " ".join(minus)] + answers)
    return lines


def pairs(vectors, words, choose, n):
    chosen = [pair.split() for pair in PAIRS] + [choose.sample(words, 2) for _ in range(n)]
    lines = []
    for a, b in chosen:
        x, y = (vectors[word].astype(numpy.float64) for word in (a, b))
        cosine = x @ y / numpy.linalg.norm(x) / numpy.linalg.norm(y)
        lines.append([a, b] + digits([cosine, numpy.linalg.norm(x - y)], 12))
    return lines


def gather(vectors, words, kind):
    rows = numpy.array([vectors[word] for word in words], dtype=numpy.float64)
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True) if kind == "unit" else rows


def two_components(rows):
    """Ratios and scores on two axes of which the largest coefficient is positive, and the cos² of each row in their plane."""
    pca = PCA(svd_solver="full").fit(rows)
    centred = rows - pca.mean_
    ratios = pca.explained_variance_ratio_[:2]
    ratios[pca.singular_values_[:2] < 1e-12 * pca.singular_values_[0]] = 0
    axes = pca.components_[:2]
    axes = axes * numpy.sign(axes[[0, 1], numpy.argmax(abs(axes), axis=1)])[:, None]
    scores = centred @ axes.T * (ratios > 0)
    return ratios, scores, (scores ** 2).sum(axis=1) / (centred ** 2).sum(axis=1)


def pca(vectors, words, choose, share):
    lines = []
    sizes = PCA_SIZES if share == 1 else [size for size in PCA_SIZES[::3] if size <= 100]
    for chosen in [ROYALS] + [choose.sample(words, size) for size in sizes]:
        for kind in ("raw", "unit"):
            ratios, scores, quality = two_components(gather(vectors, chosen, kind))
            lines.append(["set", kind, str(len(chosen))] + digits(ratios, 12))
            for word, score, good in zip(chosen, scores, quality):
                lines.append([word] + digits([*score, good], 11))
    return lines


def clusters(vectors, words, choose, share):
    lines = []
    for size, k in CLUSTERS if share == 1 else CLUSTERS[::4]:
        chosen = choose.sample(words, size)
        for kind in ("raw", "unit"):
            rows = gather(vectors, chosen, kind)
            found = KMeans(k, n_init=30, random_state=1).fit(rows)
            lines.append(["set", kind, str(size), str(k)] + digits([found.inertia_, silhouette_score(rows, found.labels_)], 12))
            lines.extend([word, str(label)] for word, label in zip(chosen, found.labels_))
    return lines


def main():
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 1
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(exist_ok=True)
    vectors = gensim.models.KeyedVectors.load_word2vec_format(sys.argv[1], binary=True)
    # Words that a white space cuts cannot be written here; the rarest are seldom whole words.
    words = [word for word in vectors.index_to_key[:20000] if word.split() == [word]]
    choose = random.Random(20)
    write(folder, "neighbours", neighbours(vectors, words, choose, int(220 * share)))
    write(folder, "analogies", analogies(vectors, words, choose, int(60 * share)))
    write(folder, "pairs", pairs(vectors, words, choose, int(100 * share)))
    write(folder, "pca", pca(vectors, words, choose, share))
    write(folder, "clusters", clusters(vectors, words, choose, share))


main()
