#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small GGUF files, and what the package gguf of llama.cpp reads from them.

    PYTHONPATH=…/gguf-py python3 make-gguf.py           (in this folder; needs numpy and the package gguf)

Made with the package gguf 0.15.0 of https://github.com/ggml-org/llama.cpp at c392e5094deaf2d1a7c18683214f007fad3fe42b. It does not
know MXFP4 yet: that comes from the formula of the OCP Microscaling Formats specification 1.0, in float64, where it is exact.

kinds.gguf      a tensor of each type that is read, some of types that are not, shapes of one to four axes
gguf.tsv        file, tensor, type, shape as rows first, whether it is the embedding matrix; then the float32 bits of each row

Q4_0, Q4_1, Q5_0, Q5_1, Q8_0 and BF16 are random numbers as the package quantises them; the other blocks are random bytes, with
halves that are no extremes where the factors are.
"""
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


kinds()
open("gguf.tsv", "w").write("\n".join(ROWS) + "\n")
