#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask numpy where words lie on the planes of two questions, and write what the tests compare with.

    make-planes.py VECTORS FOLDER

VECTORS is a word2vec binary, plain or gzip; FOLDER gets planes.tsv: for each plane a line with raw or unit, the number of words, the
angle of the directions, the variance that the plane keeps of these words and of all rows, and the words of both questions; then each
word, its coordinates and its cos². Made with numpy 1.24.2 (Debian 12):

    make-planes.py ../../../data/samples/GloVe-sample-rounded.bin.gz sample
"""
import gzip
import pathlib
import random
import sys

import numpy

EDIBLE = "food fruit delicious/metal stone machine"
ALIVE = "animal dog woman bird/stone house car"
ROYAL = "king queen/man woman"
FEMALE = "woman girl she/man boy he"
LARGE = "large/small"
PLANES = [(EDIBLE, ALIVE), (ROYAL, FEMALE), (LARGE, EDIBLE), (FEMALE, "man boy he/woman girl she"), (ALIVE, ALIVE), (LARGE, "large big/small")]
WORDS = "king queen prince princess man woman mango grape apple kitten puppy paris france walk swim tower building".split()


def read(path):
    data = pathlib.Path(path).read_bytes()
    data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    place = data.index(b"\n") + 1
    n, dim = map(int, data[:place].split())
    words, rows = [], numpy.empty((n, dim), dtype=numpy.float64)
    for row in range(n):
        end = data.index(b" ", place)
        words.append(data[place:end].strip().decode("utf-8", "replace"))
        rows[row] = numpy.frombuffer(data, dtype="<f4", count=dim, offset=end + 1)
        place = end + 1 + 4 * dim
    return words, rows


def find_direction(question, unit, index):
    yes, no = ([index[word] for word in side.split()] for side in question.split("/"))
    direction = unit[yes].mean(axis=0) - unit[no].mean(axis=0)
    return direction / numpy.linalg.norm(direction)


def keep(rows, projector):
    """How much of the variance is left of rows that are projected, and of each row."""
    centred = rows - rows.mean(axis=0)
    shadow = centred @ projector
    return (shadow ** 2).sum() / (centred ** 2).sum(), (shadow ** 2).sum(axis=1) / (centred ** 2).sum(axis=1)


def show(questions, kind, rows, unit, words, index, chosen):
    directions = numpy.array([find_direction(question, unit, index) for question in questions])
    projector = directions.T @ numpy.linalg.pinv(directions.T, rcond=1e-10)
    angle = numpy.degrees(numpy.arccos(numpy.clip(directions[0] @ directions[1], -1, 1)))
    places = [index[word] for word in chosen]
    ratio, quality = keep(rows[places], projector)
    numbers = [f"{value:.12g}" for value in (angle, ratio, keep(rows, projector)[0])]
    yield [kind, str(len(chosen)), *numbers, *questions[0].split("/"), *questions[1].split("/")]
    for word, score, good in zip(chosen, rows[places] @ directions.T, quality):
        yield [word, *(f"{value:.12g}" for value in (*score, good))]


def main():
    words, raw = read(sys.argv[1])
    index = {word: row for row, word in reversed(list(enumerate(words)))}
    unit = raw / numpy.linalg.norm(raw, axis=1, keepdims=True)
    choose = random.Random(30)
    lines = []
    for questions in PLANES:
        for kind, rows in (("unit", unit), ("raw", raw)):
            chosen = WORDS + choose.sample([word for word in words[:8000] if word.isalpha()], 20)
            lines += show(questions, kind, rows, unit, words, index, list(dict.fromkeys(chosen)))
    table = pathlib.Path(sys.argv[2]) / "planes.tsv"
    table.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


main()
