#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes pairs of models as people compare them, and how far their words are from each other by NumPy and SciPy.

    PYTHONPATH=…/gguf-py PYTHONHASHSEED=0 python3 make-comparison.py       (in this folder; needs NumPy, SciPy, gensim and the package gguf)

Made with NumPy 1.24.2, SciPy 1.10.1, gensim 4.2.0 and the package gguf 0.15.0 of https://github.com/ggml-org/llama.cpp.

base.kv         word vectors that gensim learnt from the licence, ../../../COPYING
tuned.kv        the same, learnt on with ../../../README.md as it was then
base-*.gguf     base.kv as the embedding matrix of a model: as halves, and in blocks
wide-*.gguf     vectors of 256 numbers, learnt from the licence: blocks of Q4_K have so many
comparison.tsv  first file, other, word; cosine and distance after the other was turned (scipy.linalg.orthogonal_procrustes), the same
                as the files have them, and the Jaccard overlap of the 5 nearest words by cosine

The package gguf knows Q4_0 and Q8_0. It only reads Q4_K: its blocks are written here, each number rounded to the nearest of the 16 of its
group; what they hold is what the package reads of them.
"""
import re
import struct

import numpy as np
import scipy.linalg
from gensim.models import Word2Vec
from gguf import GGMLQuantizationType as T
from gguf import GGUFWriter
from gguf.quants import dequantize, quantize

N_WORDS = 40
K = 5


def sentences(name):
    text = open("../../../" + name, encoding="utf-8").read().lower()
    return [re.findall(r"[a-z]+", part) for part in re.split(r"[.;]", text)]


def learn(size):
    return Word2Vec(sentences("COPYING"), vector_size=size, max_final_vocab=N_WORDS, min_count=1, workers=1, seed=7, epochs=60, sample=0)


def pack_scales(scales, mins):
    """Eight and eight numbers of six bits in twelve bytes."""
    packed = [scales[i] & 63 | (scales[i + 4] >> 4) << 6 for i in range(4)]
    packed += [mins[i] & 63 | (mins[i + 4] >> 4) << 6 for i in range(4)]
    return bytes(packed + [scales[i + 4] & 15 | (mins[i + 4] & 15) << 4 for i in range(4)])


def quantise_block(values):
    groups = values.reshape(8, 32)
    lows = np.maximum(-groups.min(axis=1), 0)
    steps = np.maximum((groups.max(axis=1) + lows) / 15, 1e-12)
    d, dmin = np.float16(steps.max() / 63), np.float16(lows.max() / 63)
    scales = np.clip(np.rint(steps / float(d)), 1, 63).astype(int)
    mins = np.clip(np.rint(lows / float(dmin)), 0, 63).astype(int)
    codes = np.clip(np.rint((groups + (mins * float(dmin))[:, None]) / (scales * float(d))[:, None]), 0, 15).astype(int)
    nibbles = b"".join((codes[i] | codes[i + 1] << 4).astype(np.uint8).tobytes() for i in range(0, 8, 2))
    return struct.pack("<2e", d, dmin) + pack_scales(list(map(int, scales)), list(map(int, mins))) + nibbles


def encode(vectors, kind):
    if kind == T.F16:
        return vectors.astype(np.float16)
    if kind == T.Q4_K:
        blocks = [b"".join(quantise_block(row[i:i + 256]) for i in range(0, len(row), 256)) for row in vectors]
        return np.frombuffer(b"".join(blocks), np.uint8).reshape(len(vectors), -1)
    return quantize(vectors, kind)


def decode(data, kind):
    return data.astype(np.float32) if kind == T.F16 else dequantize(data, kind)


def write_gguf(name, words, vectors, kind):
    """Returns what the package reads of it."""
    data = encode(vectors, kind)
    writer = GGUFWriter(name, "llama")
    writer.add_tokenizer_model("llama")
    writer.add_token_list(words)
    writer.add_token_scores([0.0] * len(words))
    writer.add_token_types([1] * len(words))
    writer.add_tensor("token_embd.weight", data, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return decode(data, kind)


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def nearest(rows):
    cosines = unit(rows) @ unit(rows).T
    np.fill_diagonal(cosines, -2)
    return np.argsort(-cosines, axis=1, kind="stable")[:, :K]


def compare(a, b):
    """Rows of the columns of the table."""
    a, b = a.astype(np.float64), b.astype(np.float64)
    turn, _ = scipy.linalg.orthogonal_procrustes(b, a)
    both = [set(x) & set(y) for x, y in zip(nearest(a), nearest(b))]
    columns = []
    for rows in (b @ turn, b):
        columns += [(unit(a) * unit(rows)).sum(axis=1), np.linalg.norm(a - rows, axis=1)]
    return np.column_stack(columns + [[len(x) / (2 * K - len(x)) for x in both]])


def write_table(pairs):
    with open("comparison.tsv", "w") as table:
        for first, other, words, a, b in pairs:
            for word, row in zip(words, compare(a, b)):
                table.write("\t".join([first, other, word] + [repr(float(number)) for number in row]) + "\n")


def main():
    pairs = []
    model = learn(32)
    model.wv.lifecycle_events = None  # which tell when they were saved, and where
    words, base = list(model.wv.index_to_key), model.wv.vectors.copy()
    model.wv.save("base.kv")
    tuning = sentences("README.md")
    model.train(tuning, total_examples=len(tuning), epochs=30)
    model.wv.save("tuned.kv")
    pairs.append(("base.kv", "tuned.kv", words, base, model.wv.vectors))
    half = write_gguf("base-f16.gguf", words, base, T.F16)
    for kind in (T.Q8_0, T.Q4_0):
        name = "base-%s.gguf" % kind.name.lower()
        pairs.append(("base-f16.gguf", name, words, half, write_gguf(name, words, base, kind)))
    wide = learn(256).wv
    half = write_gguf("wide-f16.gguf", wide.index_to_key[:12], wide.vectors[:12], T.F16)
    pairs.append(("wide-f16.gguf", "wide-q4_k.gguf", wide.index_to_key[:12], half, write_gguf("wide-q4_k.gguf", wide.index_to_key[:12], wide.vectors[:12], T.Q4_K)))
    write_table(pairs)


if __name__ == "__main__":
    main()
