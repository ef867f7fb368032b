#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small files of tensors, and what NumPy and PyTorch say is in them.

    python3 make-tensors.py          (in this folder; needs numpy and torch)

*.npy *.npz     as numpy.save(), savez() and savez_compressed() write them, and headers as other programs write them
*.safetensors   written here, byte by byte, from the numbers of torch: there is no package of it
model.safetensors.index.json and its two files
tensors.tsv     file, tensor, type, shape, whether it is the embedding; then each row of a matrix as float64 in hexadecimal
"""
import io
import json
import struct

import numpy as np
import torch

ROWS = []
NAMES = {"float32": "F32", "float64": "F64", "float16": "F16", "int32": "I32", "int64": "I64", "uint8": "U8", "bool": "BOOL",
         "complex64": "C64"}


def tell(file, name, dtype, shape, embedding, values=None):
    ROWS.append("\t".join([file, name, dtype, ",".join(map(str, shape)), str(int(embedding))]))
    if values is not None:
        for row in np.asarray(values, dtype=np.float64):
            ROWS.append("\t" + " ".join(float(x).hex() for x in row))


def tell_array(file, name, array, embedding=True):
    is_matrix = array.ndim == 2 and array.dtype.kind == "f" and array.dtype.itemsize <= 8 and array.size > 0
    tell(file, name, NAMES.get(array.dtype.name, array.dtype.str), array.shape, embedding and is_matrix, array if is_matrix else None)


def save(name, array, version=None):
    with open(name + ".npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)
    tell_array(name + ".npy", name, array)


def raw(name, header, data, major=1):
    head = header.encode("latin-1")
    with open(name + ".npy", "wb") as file:
        file.write(b"\x93NUMPY" + bytes([major, 0]) + struct.pack("<H" if major == 1 else "<I", len(head)) + head + data)


def arrays():
    rng = np.random.default_rng(20260902)
    table = rng.normal(0.0, 0.4, (5, 3)).astype(np.float32)
    table[1] = [np.inf, -0.0, np.float32(1e-42)]
    table[2] = [np.nan, -np.inf, np.float32(3.4e38)]
    save("float32", table)
    save("float64", rng.normal(0.0, 0.4, (4, 3)))
    half = rng.normal(0.0, 0.4, (4, 5)).astype(np.float16)
    half[1] = [65504, 6e-8, -6.1e-5, np.inf, np.nan]
    save("float16", half)
    save("big-endian", table.astype(">f4"))
    save("big-half", half.astype(">f2"))
    save("fortran", np.asfortranarray(table))
    save("version-2", table, (2, 0))
    save("version-3", table, (3, 0))
    save("integers", np.arange(12, dtype=np.int32).reshape(4, 3))
    save("words", np.array(["king", "größe"]))
    save("one-axis", table[0])
    save("one-row", table[:1])
    save("no-axis", np.array(1.5, dtype=np.float32))
    save("empty", np.zeros((0, 3), dtype=np.float32))
    cube = rng.normal(0.0, 0.4, (3, 1, 2)).astype(np.float32)
    np.save("squeezed.npy", cube)
    tell("squeezed.npy", "squeezed", "F32", cube.shape, True, cube[:, 0, :])

    # As other programs write them, which NumPy reads too: other quotes and order, no padding, no line feed, a remark.
    two = np.array([[1, 2], [3, 4]], dtype="<f4")
    raw("odd-header", '{"shape":(2L,2),u\'fortran_order\':False,"descr":"float32"} # so it is', two.tobytes())
    tell("odd-header.npy", "odd-header", "F32", (2, 2), True, two)


def archives():
    rng = np.random.default_rng(20260903)
    wte = rng.normal(0.0, 0.4, (6, 4)).astype(np.float32)
    wpe = rng.normal(0.0, 0.4, (9, 4)).astype(np.float16)
    words = np.array(["a", "b", "c", "d", "e", "größe"])
    members = {"wpe": wpe, "wte": wte, "words": words, "double": wte.astype(np.float64).T.copy(order="F")}
    for name, function in (("stored.npz", np.savez), ("deflated.npz", np.savez_compressed)):
        out = io.BytesIO()
        function(out, **members)
        with open(name, "wb") as file:
            file.write(out.getvalue())
        for key, array in members.items():
            tell_array(name, key, array, key == "wte")
    # So long that its header is seen without the rest.
    tall = np.tile(np.arange(50, dtype=np.float32), (20, 1))
    np.savez_compressed("large.npz", tall=tall)
    tell_array("large.npz", "tall", tall)


TORCH = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64", torch.int64: "I64", torch.uint8: "U8",
         torch.bool: "BOOL"}


def tensor_bytes(tensor):
    if tensor.dtype == torch.bfloat16:
        tensor = tensor.view(torch.int16)
    return tensor.contiguous().numpy().tobytes()


def safetensors(name, tensors, pad=True, blanks="", metadata=None):
    header, data = {}, b""
    if metadata:
        header["__metadata__"] = metadata
    for key, tensor in tensors.items():
        more = tensor_bytes(tensor)
        header[key] = {"dtype": TORCH[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(more)]}
        data += more
    text = blanks + json.dumps(header, separators=(",", ":"))
    if pad:
        text += " " * (-len(text) % 8)
    text = text.encode()
    with open(name, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def models():
    torch.manual_seed(123)
    kinds = {
        "transformer.wte.weight": torch.nn.Embedding(6, 3).weight.detach(),
        "transformer.wpe.weight": torch.randn(7, 3).to(torch.float16),
        "h.0.attn.c_attn.weight": torch.randn(3, 9).to(torch.bfloat16),
        "h.0.attn.bias": torch.ones(2, 2, dtype=torch.bool),
        "double": torch.randn(2, 4, dtype=torch.float64),
        "ids": torch.arange(5),
        "step": torch.tensor(3.0),
        "nothing": torch.zeros(0, 4),
        "größe \"\\": torch.randn(3),
    }

    def tell_all(name, tensors, embedding):
        for key, tensor in tensors.items():
            is_matrix = tensor.ndim == 2 and tensor.dtype.is_floating_point and tensor.numel() > 0
            tell(name, key, TORCH[tensor.dtype], tensor.shape, key == embedding, tensor.to(torch.float64).numpy() if is_matrix else None)

    safetensors("kinds.safetensors", kinds, metadata={"format": "pt"})
    tell_all("kinds.safetensors", kinds, "transformer.wte.weight")
    # Not padded, so that the numbers lie at odd places; and blanks before the object, as the reference reader takes them.
    half = {"model.embed_tokens.weight": torch.randn(5, 3).to(torch.bfloat16), "lm_head.weight": torch.randn(5, 3).to(torch.float16)}
    safetensors("unpadded.safetensors", half, pad=False, blanks=" \n" * 5 + " ")
    tell_all("unpadded.safetensors", half, "model.embed_tokens.weight")

    shards = {
        "model-00001-of-00002.safetensors": {"model.embed_tokens.weight": torch.randn(6, 4).to(torch.bfloat16)},
        "model-00002-of-00002.safetensors": {"model.norm.weight": torch.randn(4), "lm_head.weight": torch.randn(6, 4)},
    }
    places = {}
    for file, tensors in shards.items():
        safetensors(file, tensors)
        places.update({key: file for key in tensors})
        tell_all("model.safetensors.index.json", tensors, "model.embed_tokens.weight")
    with open("model.safetensors.index.json", "w", encoding="utf-8") as file:
        json.dump({"metadata": {"total_size": 160}, "weight_map": places}, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    arrays()
    archives()
    models()
    with open("tensors.tsv", "w", encoding="utf-8") as file:
        file.write("\n".join(ROWS) + "\n")
