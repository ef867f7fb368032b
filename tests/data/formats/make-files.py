#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small good files of word vectors, and what gensim 4.2 reads from them.

    python3 make-files.py            (in this folder; needs numpy and gensim)

small.*   the same words and vectors, as gensim and as word2vec.c write them, with and without header, plain and gzip
numbers.txt  every way to write a number that gensim reads and the grammar here allows
*.tsv     what gensim reads: the bytes of the word in hexadecimal, and the bits of its float32 numbers, one row a line
"""
import gzip
import struct

import numpy as np
from gensim.models import KeyedVectors

WORDS = ["</s>", "king", "queen", "größe", "Σίσυφος", "42", "3.5e7", "\u00a0", "a\u2028b", "x\u0085y", "日本語", "don't",
         "…", "-", "a\fb", "🙂", "{", "the"]


def vectors():
    rng = np.random.default_rng(20260401)
    table = rng.normal(0.0, 0.4, (len(WORDS), 6)).astype(np.float32)
    table[3] = 0
    table[4] = [np.float32(1e-42), -0.0, 3.4e38, -1e-30, 16777217, 0.1]
    # Every byte of these is a blank or a line feed: a reader that looks for them inside vectors goes astray.
    table[5] = np.frombuffer(b" \n" * 12, dtype="<f4")
    return table


def keyed(words, table):
    kv = KeyedVectors(table.shape[1])
    kv.add_vectors(words, table)
    return kv


def zip_into(name, *parts):
    with open(name, "wb") as out:
        for part in parts:
            out.write(gzip.compress(part, mtime=0))


def write_expected(name, kv):
    with open(name, "w", encoding="ascii") as out:
        for row, word in enumerate(kv.index_to_key):
            bits = struct.unpack("<%dI" % kv.vector_size, kv.vectors[row].astype("<f4").tobytes())
            out.write(word.encode().hex() + "\t" + " ".join("%08x" % b for b in bits) + "\n")


def main():
    kv = keyed(WORDS, vectors())
    kv.save_word2vec_format("small.bin", binary=True, sort_attr=None)
    kv.save_word2vec_format("small.vec", binary=False, sort_attr=None)
    kv.save_word2vec_format("small.txt", binary=False, write_header=False, sort_attr=None)

    with open("small-feeds.bin", "wb") as out:
        out.write(b"%d %d\n" % (len(WORDS), kv.vector_size))
        for row, word in enumerate(WORDS):
            out.write(word.encode() + b" " + kv.vectors[row].astype("<f4").tobytes() + b"\n")

    for name in ("small.bin", "small.vec", "small.txt", "small-feeds.bin"):
        data = open(name, "rb").read()
        cut = len(data) // 3
        zip_into(name + ".gz", data)
        zip_into(name + ".members.gz", data[:cut], b"", data[cut:2 * cut], data[2 * cut:])
        read = KeyedVectors.load_word2vec_format(name, binary=name.endswith(".bin"), no_header=name == "small.txt")
        assert read.index_to_key == WORDS and read.vectors.tobytes() == kv.vectors.tobytes(), name
    write_expected("small.tsv", kv)

    lines = ["a nan -inf Infinity", "b 1e400 -1e400 1e-400", "c +1.5e-3 .5 1.", "d 1E2 -0 +0.0", "e 1e+2 1e-2 00012",
             "f 0.1234567890123456789012345678901234567890 16777217 16777219", "g 1.17549435e-38 1e-45 7e-46",
             "h 3.4028235e38 3.4028236e38 NaN"]
    with open("numbers.txt", "w") as out:
        out.write("\n".join(lines) + "\n")
    write_expected("numbers.tsv", KeyedVectors.load_word2vec_format("numbers.txt", no_header=True))


main()
