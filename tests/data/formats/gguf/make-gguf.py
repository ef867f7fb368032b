#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small GGUF files, and what the package gguf of llama.cpp reads from them.

    PYTHONPATH=…/gguf-py python3 make-gguf.py           (in this folder; needs numpy and the package gguf)

Made with the package gguf 0.15.0 of https://github.com/ggml-org/llama.cpp at c392e5094deaf2d1a7c18683214f007fad3fe42b. It does not
know MXFP4 yet: that comes from the formula of the OCP Microscaling Formats specification 1.0, in float64, where it is exact.

kinds.gguf      a tensor of each type that is read, some of types that are not, shapes of one to four axes
gpt2.gguf, llama3.gguf, bert.gguf      tokenizers of ../../tokens without a tensor: their ids are in the tables beside those
llama3.gguf.ids a third of that table, without the id of unknown bytes, which files of this kind leave out
llama.gguf      a tokenizer of sentence pieces, with the embedding matrix of its tokens in Q4_0, two rows longer than they are
llama.gguf.ids  texts in hexadecimal digits and their ids, by looking at all neighbours again after each merge
gguf.tsv        file, tensor, type, shape as rows first, whether it is the embedding matrix; then the float32 bits of each row

Q4_0, Q4_1, Q5_0, Q5_1, Q8_0 and BF16 are random numbers as the package quantises them; the other blocks are random bytes, with
halves that are no extremes where the factors are.
"""
import json
import os

import numpy as np
from gguf import GGMLQuantizationType as T
from gguf import GGUFReader, GGUFWriter
from gguf.quants import dequantize, quantize

RNG = np.random.default_rng(20261126)
ROWS = []
MXFP4 = 39
QUANTISED = [T.Q4_0, T.Q4_1, T.Q5_0, T.Q5_1, T.Q8_0]
# Bytes of a block, and where in it halves are.
RANDOM = {T.Q2_K: (84, [80, 82]), T.Q3_K: (110, [108]), T.Q4_K: (144, [0, 2]), T.Q5_K: (176, [0, 2]), T.Q6_K: (210, [208]),
          T.IQ4_NL: (18, [0]), T.IQ4_XS: (136, [0])}
UNREAD = {T.IQ2_XXS: 66, T.TQ2_0: 66}


def random_blocks(n_rows, n_blocks, n_bytes, halves):
    blocks = RNG.integers(0, 256, (n_rows * n_blocks, n_bytes), dtype=np.uint8)
    for at in halves:
        blocks[:, at : at + 2] = RNG.normal(0, 0.01, (len(blocks), 1)).astype(np.float16).view(np.uint8)
    return blocks.reshape(n_rows, n_blocks * n_bytes)


def mxfp4(blocks):
    """(n, 17) bytes to (n, 32) numbers: E8M0 factors and E2M1 numbers."""
    e2m1 = np.array([0, 0.5, 1, 1.5, 2, 3, 4, 6, -0.0, -0.5, -1, -1.5, -2, -3, -4, -6])
    factors = 2.0 ** (blocks[:, :1].astype(np.float64) - 127)
    numbers = np.concatenate([blocks[:, 1:] & 15, blocks[:, 1:] >> 4], axis=1)
    return (factors * e2m1[numbers] + 0.0).astype(np.float32)  # ggml has no -0 in its table


def tell(file, tensor, kind, shape, is_embedding, values=None):
    ROWS.append("\t".join([file, tensor, kind, ",".join(map(str, shape)), "1" if is_embedding else "0"]))
    if values is not None:
        for row in np.asarray(values, dtype=np.float32).reshape(-1, shape[-1]):
            ROWS.append("\t" + "".join("%08x" % bits for bits in row.view(np.uint32)))


def kinds():
    file = "kinds.gguf"
    writer = GGUFWriter(file, "made-up")
    writer.add_array("made.up.truths", [True, False])
    writer.add_array("made.up.words", ["one", "", "größe"])
    writer.add_float64("made.up.number", 0.5)

    def add(name, numbers, kind):
        writer.add_tensor(name, numbers, raw_dtype=kind)

    half = RNG.normal(0, 0.4, (3, 4)).astype(np.float16)
    half.view(np.uint16)[2] = [0x7C00, 0xFC00, 0x0001, 0x8000]
    add("token_embd.weight", half, T.F16)
    tell(file, "token_embd.weight", "F16", half.shape, True, half.astype(np.float32))
    single = RNG.normal(0, 0.4, (2, 1, 1, 3)).astype(np.float32)
    add("single.weight", single, T.F32)
    tell(file, "single.weight", "F32", single.shape, False, single)
    upper = quantize(RNG.normal(0, 0.4, (2, 3)).astype(np.float32), T.BF16)
    writer.add_tensor("upper.weight", upper, raw_shape=upper.shape, raw_dtype=T.BF16)
    tell(file, "upper.weight", "BF16", (2, 3), False, dequantize(upper, T.BF16))
    double = RNG.integers(-8, 8, (2, 2)) / 8
    add("double.weight", double, T.F64)
    tell(file, "double.weight", "F64", double.shape, False, double)
    for kind in [T.I8, T.I16, T.I32, T.I64]:
        add(kind.name.lower(), np.arange(3).astype(kind.name.lower().replace("i", "int")), kind)
        tell(file, kind.name.lower(), kind.name, (3,), False)
    for kind in QUANTISED:
        blocks = quantize(RNG.normal(0, 0.4, (2, 64)).astype(np.float32), kind)
        writer.add_tensor(kind.name, blocks, raw_shape=blocks.shape, raw_dtype=kind)
        tell(file, kind.name, kind.name, (2, 64), False, dequantize(blocks, kind))
    for kind, (n_bytes, halves) in RANDOM.items():
        n = 64 if n_bytes == 18 else 256
        blocks = random_blocks(2, n // 32 if n == 64 else 1, n_bytes, halves)
        writer.add_tensor(kind.name, blocks, raw_shape=blocks.shape, raw_dtype=kind)
        tell(file, kind.name, kind.name, (2, n), False, dequantize(blocks, kind))
    for kind, n_bytes in UNREAD.items():
        blocks = random_blocks(2, 1, n_bytes, [])
        writer.add_tensor(kind.name, blocks, raw_shape=blocks.shape, raw_dtype=kind)
        tell(file, kind.name, kind.name, (2, 256), False)
    # The package has no name for the last type, so the place of another of the same size is taken, and renamed in the file.
    blocks = random_blocks(2, 2, 17, [])
    blocks.reshape(-1, 17)[:, 0] = [0, 1, 2, 130]
    writer.add_tensor("MXFP4", blocks, raw_shape=blocks.shape, raw_dtype=T.I8)
    tell(file, "MXFP4", "MXFP4", (2, 64), False, mxfp4(blocks.reshape(-1, 17)))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    rename_type(file, "MXFP4", MXFP4, 64)
    check(file)


def rename_type(file, tensor, number, dim):
    data = bytearray(open(file, "rb").read())
    at = data.index(b"\5\0\0\0\0\0\0\0" + tensor.encode()) + 8 + len(tensor)
    data[at + 4 : at + 12] = dim.to_bytes(8, "little")
    data[at + 20 : at + 24] = number.to_bytes(4, "little")
    open(file, "wb").write(data)


def check(file):
    """The reader of the package finds the same tensors; it knows all but one of the types."""
    try:
        tensors = GGUFReader(file).tensors
    except ValueError as error:
        assert str(MXFP4) in str(error)
        return
    for tensor in tensors:
        line = next(row.split("\t") for row in ROWS if row.startswith(file + "\t" + tensor.name + "\t"))
        assert line[2] == tensor.tensor_type.name, line


NORMAL, UNKNOWN, CONTROL, USER, UNUSED, BYTE = range(1, 7)
SPACE = "\u2581"


def stored(name):
    return os.path.join("..", "..", "tokens", name)


def write_tokenizer(file, model, tokens, kinds, pre=None, merges=None, scores=None, rows=None):
    writer = GGUFWriter(file, "made-up")
    writer.add_tokenizer_model(model)
    if pre is not None:
        writer.add_tokenizer_pre(pre)
    writer.add_token_list(tokens)
    if scores is not None:
        writer.add_token_scores(scores)
    writer.add_token_types(kinds)
    if merges is not None:
        writer.add_token_merges(merges)
    if model == "llama":
        writer.add_unk_token_id(0)
    if rows is not None:
        blocks = quantize(rows, T.Q4_0)
        writer.add_tensor("token_embd.weight", blocks, raw_shape=blocks.shape, raw_dtype=T.Q4_0)
        tell(file, "token_embd.weight", "Q4_0", rows.shape, True, dequantize(blocks, T.Q4_0)[-3:])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def from_vocab(file, vocab, merges, pre, special=()):
    """Tokens by id; a gap is filled as converters of models do."""
    by_id = {number: token for token, number in vocab.items()}
    tokens = [by_id.get(i, "[PAD%d]" % i) for i in range(max(by_id) + 1)]
    kinds = [CONTROL if token in special else NORMAL if i in by_id else UNUSED for i, token in enumerate(tokens)]
    write_tokenizer(file, "gpt2", tokens, kinds, pre=pre, merges=merges)


def byte_pairs():
    merges = open(stored("gpt2-small-merges.txt"), encoding="utf-8").read().split("\n")[1:-1]
    from_vocab("gpt2.gguf", json.load(open(stored("gpt2-small-vocab.json"), encoding="utf-8")), merges, "gpt-2")
    model = json.load(open(stored("llama3-tokenizer.json"), encoding="utf-8"))["model"]
    merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in model["merges"]]
    from_vocab("llama3.gguf", model["vocab"], merges, "llama-bpe")
    unknown = str(model["vocab"][model["unk_token"]])
    with open("llama3.gguf.ids", "w", encoding="ascii") as table:
        for line in open(stored("llama3-tokenizer.json.ids"), encoding="ascii").read().split("\n")[:-1:3]:
            text, ids = line.split("\t")
            table.write(text + "\t" + " ".join(number for number in ids.split() if number != unknown) + "\n")


def word_pieces():
    """As llama.cpp converts them: a mark before the first piece of a word, none before the others."""

    def convert(token):
        if token.startswith("[") and token.endswith("]"):
            return token
        return token[2:] if token.startswith("##") else SPACE + token

    tokens = [line.rstrip() for line in open(stored("bert-small-vocab.txt"), encoding="utf-8").read().split("\n")[:-1]]
    write_tokenizer("bert.gguf", "bert", [convert(token) for token in tokens], [NORMAL] * len(tokens), pre="jina-v2-en")


def learn_pieces(text, n):
    """Merges by frequency (Sennrich, Haddow and Birch 2016), within words."""
    words = [list(SPACE + word) for word in text.split(" ") if word != ""]
    pieces = []
    while len(pieces) < n:
        counts = {}
        for word in words:
            for pair in zip(word, word[1:]):
                counts[pair] = counts.get(pair, 0) + 1
        pair = max(sorted(counts), key=counts.get)
        pieces.append("".join(pair))
        for word in words:
            i = 0
            while i + 1 < len(word):
                if (word[i], word[i + 1]) == pair:
                    word[i : i + 2] = ["".join(pair)]
                i += 1
    return pieces


def cut(text, tokens, scores):
    """Merges the two neighbours whose token has the best score, the leftmost of equal ones, until there are none."""
    ids = {token: i for i, token in enumerate(tokens)}
    symbols = list(SPACE + text.replace(" ", SPACE)) if text else []
    while True:
        best = None
        for i in range(len(symbols) - 1):
            number = ids.get(symbols[i] + symbols[i + 1])
            if number is not None and (best is None or scores[number] > scores[best[1]]):
                best = (i, number)
        if best is None:
            break
        symbols[best[0] : best[0] + 2] = [tokens[best[1]]]
    found = []
    for symbol in symbols:
        found += [ids[symbol]] if symbol in ids else [ids["<0x%02X>" % byte] for byte in symbol.encode()]
    return found


def sentence_pieces():
    texts = []
    for line in open(stored("gpt2-small-vocab.json.ids"), encoding="ascii"):
        try:
            texts.append(bytes.fromhex(line.split("\t")[0]).decode())
        except UnicodeDecodeError:
            pass
    lesson = open(os.path.join("..", "..", "..", "..", "COPYING"), encoding="utf-8").read().split("\n")[:200]
    texts = [text for text in texts if len(text) < 60][:70] + [line for line in lesson if len(line) > 40][5:25]
    tokens = ["<unk>", "<s>", "</s>"] + ["<0x%02X>" % byte for byte in range(256)]
    kinds = [UNKNOWN, CONTROL, CONTROL] + [BYTE] * 256
    scores = [0.0] * len(tokens)
    pieces = learn_pieces(" ".join(lesson), 150)
    letters = sorted({letter for piece in pieces for letter in piece})
    for i, piece in enumerate(pieces):
        tokens.append(piece)
        scores.append(-float(i // 3))  # some are equal
    for letter in letters:
        if letter not in tokens:
            tokens.append(letter)
            scores.append(-1000.0)
    kinds += [NORMAL] * (len(tokens) - len(kinds))
    with open("llama.gguf.ids", "w", encoding="ascii") as table:
        for text in texts:
            table.write(text.encode().hex() + "\t" + " ".join(map(str, cut(text, tokens, scores))) + "\n")
    tokens.append("<|user|>")
    kinds.append(USER)
    scores.append(0.0)
    rows = RNG.normal(0, 0.4, (len(tokens) + 2, 32)).astype(np.float32)
    write_tokenizer("llama.gguf", "llama", tokens, kinds, pre="default", scores=scores, rows=rows)


kinds()
byte_pairs()
word_pieces()
sentence_pieces()
open("gguf.tsv", "w").write("\n".join(ROWS) + "\n")
