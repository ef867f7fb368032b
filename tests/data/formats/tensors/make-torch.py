#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small files of PyTorch, and what torch.load() reads from them.

    python3 make-torch.py            (in this folder; needs torch 1.13 and numpy)

state.pth       a state dict: types, a transpose, a slice, an expanded tensor, two names of one storage, no numbers at all
old.pth         the same as torch wrote it before 1.6
deflated.pth    the same, every entry deflated, as other programs pack it
big.pth         one matrix as a machine of the other byte order writes it
module.pth      a whole module, not only what is in it
checkpoint.pth  a state dict in a dict, with the state of an optimizer
special.pth     a sparse and a quantized tensor beside an embedding
hostile.pth     asks for os.system() before it gives a matrix
pytorch_model.bin.index.json and its two files, one of each form
torch.tsv       as tensors.tsv, of the first five and the index
"""
import importlib
import json
import os
import zipfile

import torch
from torch import nn

base = importlib.import_module("make-tensors")
NAMES = {torch.float32: "F32", torch.float64: "F64", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64", torch.int32: "I32",
         torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL", torch.complex64: "C64", torch.complex128: "C128"}


def tell(file, tensors, embedding):
    for name, tensor in tensors.items():
        is_matrix = tensor.dim() == 2 and tensor.is_floating_point() and tensor.numel() > 0 and 0 not in tensor.stride()
        base.tell(file, name, NAMES[tensor.dtype], tensor.shape, name == embedding, tensor.double().numpy() if is_matrix else None)


def make_state():
    torch.manual_seed(20261126)
    table = torch.randn(6, 4)
    table[1] = torch.tensor([float("inf"), -0.0, 1e-42, 3.4e38])
    table[2, 0] = float("nan")
    wide = torch.randn(5, 6)
    return {
        "wte.weight": table,
        "tied.weight": table,
        "turned": table.t(),
        "slice": wide[1:4, 2:5],
        "steps": wide[::2, ::3],
        "expanded": torch.randn(1, 3).expand(4, 3),
        "half": torch.randn(3, 2).half(),
        "brain": torch.randn(3, 2).bfloat16(),
        "double": torch.randn(3, 2).double(),
        "parameter": nn.Parameter(torch.randn(2, 3)),
        "long": torch.arange(3),
        "int": torch.arange(3, dtype=torch.int32),
        "short": torch.arange(3, dtype=torch.int16),
        "char": torch.arange(3, dtype=torch.int8),
        "byte": torch.arange(3, dtype=torch.uint8),
        "bool": torch.tensor([True, False]),
        "complex": torch.ones(2, 2, dtype=torch.complex64),
        "complex.double": torch.ones(2, dtype=torch.complex128),
        "größe": torch.randn(2, 2),
        "scalar": torch.tensor(1.5),
        "empty": torch.zeros(0, 3),
    }


def repack(source, target, change, method):
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as packed:
        for entry in archive.infolist():
            packed.writestr(zipfile.ZipInfo(entry.filename), change(entry.filename, archive.read(entry)), method)


def swap(name, data):
    return b"".join(data[i:i + 4][::-1] for i in range(0, len(data), 4)) if "/data/" in name else data


def shards():
    parts = {"pytorch_model-00001-of-00002.bin": {"transformer.wte.weight": torch.randn(5, 4)},
             "pytorch_model-00002-of-00002.bin": {"transformer.wpe.weight": torch.randn(3, 4), "transformer.ln_f.bias": torch.zeros(4)}}
    places = {}
    for file, tensors in parts.items():
        torch.save(tensors, file, _use_new_zipfile_serialization="00001" in file)
        places.update({name: file for name in tensors})
        tell("pytorch_model.bin.index.json", tensors, "transformer.wte.weight")
    with open("pytorch_model.bin.index.json", "w", encoding="utf-8") as file:
        json.dump({"metadata": {"total_size": 144}, "weight_map": places}, file, indent=2)
        file.write("\n")


class Command:
    def __reduce__(self):
        return (os.system, ("touch semascope-ran-this",))


def main():
    state = make_state()
    with torch.no_grad():
        torch.save(state, "state.pth")
        torch.save(state, "old.pth", _use_new_zipfile_serialization=False)
        repack("state.pth", "deflated.pth", lambda name, data: data, zipfile.ZIP_DEFLATED)
        for file in ["state.pth", "old.pth", "deflated.pth"]:
            tell(file, torch.load(file), "wte.weight")

        torch.save({"emb": torch.randn(4, 3)}, "big.pth")
        tell("big.pth", torch.load("big.pth"), "emb")
        repack("big.pth", "swapped", swap, zipfile.ZIP_STORED)
        with zipfile.ZipFile("swapped", "a") as archive:
            archive.writestr(zipfile.ZipInfo("big/byteorder"), "big")
        os.replace("swapped", "big.pth")

        model = nn.ModuleDict({"embed_tokens": nn.Embedding(5, 3), "layers": nn.Sequential(nn.Linear(3, 2), nn.Tanh())})
        model["embed_tokens"].register_buffer("positions", torch.arange(4))
        torch.save(model, "module.pth")
        tell("module.pth", model.state_dict(), "embed_tokens.weight")
        shards()

    embedding = nn.Embedding(4, 3)
    optimizer = torch.optim.Adam(embedding.parameters())
    embedding(torch.tensor([1, 2])).sum().backward()
    optimizer.step()
    torch.save({"epoch": 3, "model_state_dict": nn.ModuleDict({"embed": embedding}).state_dict(), "optimizer_state_dict": optimizer.state_dict()}, "checkpoint.pth")
    torch.save({"emb": torch.ones(2, 2), "sparse": torch.eye(3).to_sparse(), "quantized": torch.quantize_per_tensor(torch.ones(2, 2), 0.1, 0, torch.qint8)},
               "special.pth")
    torch.save({"note": Command(), "emb": torch.arange(6.0).reshape(2, 3)}, "hostile.pth")
    with open("torch.tsv", "w", encoding="utf-8") as file:
        file.write("\n".join(base.ROWS) + "\n")


if __name__ == "__main__":
    main()
