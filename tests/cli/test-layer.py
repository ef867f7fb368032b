# SPDX-License-Identifier: GPL-3.0-or-later
"""layer, run as a user runs it. torch's numbers are stored in tests/tokens."""

import csv
import json
import os
import struct

from cli import case, fails, main, ok, path

TOY = [
    [0.337370, -0.177777, -0.168956], [0.917765, 1.580970, 1.301040], [1.275301, -0.200953, -0.160564],
    [-0.401488, 0.966572, -1.148144], [-1.158868, 0.325471, -0.631505], [-2.839994, -0.784853, -1.409572],
]


def near(rows, expected, most=2e-6):
    assert len(rows) == len(expected), rows
    assert all(abs(a - b) <= most for row, other in zip(rows, expected) for a, b in zip(row, other)), rows


def answer(*arguments):
    return json.loads(ok("layer", *arguments, "--json").out)


def refused(status, says, *arguments):
    assert says in fails(status, "layer", *arguments).err


@case
def course_s_toy_is_torch_s():
    told = answer("--vocab", "6", "--dim", "3", "--seed", "123", "--ids", "2, 3, 5, 1")
    assert list(told) == ["vocab", "dim", "seed", "weight", "ids", "output"]
    assert (told["vocab"], told["dim"], told["seed"], told["ids"]) == (6, 3, 123, [2, 3, 5, 1])
    near(told["weight"], TOY)
    assert told["output"] == [told["weight"][id] for id in (2, 3, 5, 1)]
    assert answer("--ids", "2,3,5,1") == told, "the toy is what is made unless something else is said"


@case
def one_hot_comes_to_the_same():
    told = answer("--ids", "5,0,0", "--one-hot")
    assert told["one_hot"] == [[0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0]]
    assert told["product"] == told["output"] and told["largest_difference"] == 0
    assert "takes 54 multiply-adds, the lookup none; the largest difference is 0" in ok("layer", "--ids", "5,0,0", "--one-hot").out


@case
def linear_is_the_transposed_weight_of_a_linear_layer():
    told = answer("--vocab", "4", "--dim", "5", "--init", "linear")
    near([[row[0] for row in told["weight"]]], [[-0.203888, 0.016562, -0.248329, 0.188557]], 1e-6)
    near([[row[4] for row in told["weight"]]], [[-0.381432, 0.327395, -0.117916, 0.160494]], 1e-6)
    assert "W = torch.nn.Linear(4, 5, bias=False).weight.T" in ok("layer", "--vocab", "4", "--dim", "5", "--init", "linear").out


@case
def other_initialisers():
    assert answer("--init", "zeros", "--vocab", "2")["weight"] == [[0, 0, 0], [0, 0, 0]]
    plain, scaled = answer("--dim", "16")["weight"], answer("--dim", "16", "--init", "scaled")["weight"]
    near([[4 * value for value in row] for row in scaled], plain, 1e-6)


@case
def positions_are_added():
    told = answer("--ids", "2,2", "--positions", "4")
    assert len(told["positions"]) == 4
    near(told["output"], [[a + b for a, b in zip(told["weight"][2], told["positions"][i])] for i in range(2)], 1e-6)
    refused(2, "There are 6 ids for 4 positions.", "--ids", "0-5", "--positions", "4")


@case
def csv_has_the_output_or_the_weight():
    rows = list(csv.reader(ok("layer", "--csv").out.splitlines()))
    assert rows[0] == ["id", "0", "1", "2"] and [row[0] for row in rows[1:]] == list("012345")
    near([[float(value) for value in row[1:]] for row in rows[1:]], TOY)
    rows = list(csv.reader(ok("layer", "--csv", "--ids", "5 1").out.splitlines()))
    assert [row[0] for row in rows[1:]] == ["5", "1"]


@case
def npy_has_the_same_numbers():
    file = path("weight.npy")
    assert ok("layer", "--npy", file).out == ""
    with open(file, "rb") as npy:
        data = npy.read()
    assert data[:8] == b"\x93NUMPY\x01\x00" and b"'shape': (6, 3)" in data[:128] and len(data) == 128 + 72
    values = struct.unpack("<18f", data[128:])
    near([values[i:i + 3] for i in range(0, 18, 3)], TOY)
    os.remove(file)


@case
def what_cannot_be_is_said():
    refused(1, "There is no token id 6: the vocabulary has 6 ids, from 0 to 5.", "--ids", "6")
    refused(1, "“x” at character 3 is no token id", "--ids", "1,x")
    refused(2, "--vocab and --dim take numbers from 1 on.", "--vocab", "0")
    refused(2, "--positions and --seed take numbers from 0 on.", "--seed", "-1")
    refused(2, "--init takes normal, linear, zeros or scaled, not “he”.", "--init", "he")
    refused(2, "do not go together", "--json", "--csv")
    refused(1, "Not enough memory", "--vocab", "9000000000000000000", "--dim", "3")
    fails(2, "layer", "words.txt")
    refused(1, "no-such-folder", "--npy", "/no-such-folder/weight.npy")


if __name__ == "__main__":
    main()
