#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes files of the Embedding Projector as PyTorch's SummaryWriter lays them out, and as TensorFlow's own example does.

    /usr/bin/python3 make-projector.py

Numbers, labels and configuration are written as make_mat(), make_tsv() and append_pbtxt() of torch.utils.tensorboard._embedding
write them in torch 1.13, which needs TensorBoard to run.
"""

import json
import os

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = ["king", "queen", "1984", "größe", "ice cream", "run"]
PARTS = ["noun", "noun", "number", "noun", "noun", "verb"]
COUNTS = ["100", "50", "7", "", "3.5", "12"]


def place(*names):
    path = os.path.join(HERE, *names)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def write(text, *names):
    with open(place(*names), "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def matrix_text(values):
    """As make_mat() does it."""
    return "".join("\t".join(str(x) for x in row) + "\n" for row in values.tolist())


values = numpy.random.RandomState(2).normal(size=(len(WORDS), 4)).astype(numpy.float32)
table = "".join("\t".join(row) + "\n" for row in [("count", "word", "part")] + list(zip(COUNTS, WORDS, PARTS)))

# PyTorch's layout, with the configuration as protobuf text.
write(matrix_text(values), "00000", "default", "tensors.tsv")
write(table, "00000", "default", "metadata.tsv")
write('embeddings {\ntensor_name: "default:00000"\ntensor_path: "00000/default/tensors.tsv"\nmetadata_path: "00000/default/metadata.tsv"\n}\n', "projector_config.pbtxt")

# TensorFlow's layout, with numbers as bytes.
values.astype("<f4").tofile(place("tensor.bytes"))
write("\n".join(WORDS) + "\n", "labels.tsv")
config = {"embeddings": [{"tensorName": "words", "tensorShape": list(values.shape), "tensorPath": "tensor.bytes", "metadataPath": "labels.tsv",
                          "sprite": {"imagePath": "none.png", "singleImageDim": [8, 8]}}], "modelCheckpointPath": "none"}
write(json.dumps(config, indent=1) + "\n", "projector_config.json")

# What must come out: the bits of the numbers.
write("".join(" ".join("%08x" % x for x in row) + "\n" for row in values.view(numpy.uint32)), "expected.txt")
