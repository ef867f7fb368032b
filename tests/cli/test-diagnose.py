# SPDX-License-Identifier: GPL-3.0-or-later
"""diagnose, run as a user runs it."""

import csv
import io
import json
import struct

from cli import case, fails, glove, main, ok, small, write

TOKENIZER = {
    "added_tokens": [], "normalizer": None,
    "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "use_regex": True}, "decoder": {"type": "ByteLevel"},
    "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "c": 2, "ab": 3, "abc": 4, "<unused0>": 5, "<unused1>": 6}, "merges": ["a b"]},
}
ROWS = [(3, 0), (0, 2), (3, 4), (3, 4), (1, 1), (0.5, 0.5), (0.5, 0.25), (7, 7), (0, 0), (float("nan"), 1)]


def model():
    """With a small matrix of something else, whose rows have no tokens."""
    header = json.dumps({
        "wte.weight": {"dtype": "F32", "shape": [len(ROWS), 2], "data_offsets": [0, 8 * len(ROWS)]},
        "wpe.weight": {"dtype": "F32", "shape": [2, 2], "data_offsets": [8 * len(ROWS), 8 * len(ROWS) + 16]},
    }).encode()
    numbers = b"".join(struct.pack("<2f", *row) for row in ROWS) + struct.pack("<4f", 1, 2, 3, 4)
    write("tokenizer.json", json.dumps(TOKENIZER).encode())
    return write("model.safetensors", struct.pack("<Q", len(header)) + header + numbers)


def table(*arguments):
    return list(csv.DictReader(io.StringIO(ok("diagnose", *arguments, "--csv").out)))


def findings(*arguments):
    return {row["id"]: row["findings"] for row in table(*arguments)}


@case
def finds_what_is_odd():
    found = findings(model(), "--percent", "0", "--sort", "id", "--show", "all", "--top", "0")
    assert list(found) == [str(i) for i in range(10)]
    assert found == {
        "0": "", "1": "", "2": "suspect", "3": "duplicate suspect", "4": "constant unreachable",
        "5": "constant reserved unreachable", "6": "reserved unreachable",
        "7": "constant padding no-token", "8": "zero padding no-token", "9": "nan padding no-token",
    }, found


@case
def suspects_by_a_rule():
    """Judged are the rows 0 to 3; unused are 5, 6 and 7, whose mean is (8/3, 31/12)."""
    plain = ok("diagnose", model(), "--show", "suspect", "--centre", "none")
    assert "Suspect is the lowest 2 % of 4 judged rows by cosine distance to the mean of the unused rows: up to " in plain.out
    assert "duplicate             1  in 1 group\n" in plain.out and "suspect" in plain.lines[-1]
    rows = table(model(), "--show", "suspect", "--centre", "none", "--percent", "50")
    assert [row["id"] for row in rows] == ["2", "3"] and rows[1]["first"] == "2"
    assert abs(float(rows[0]["distance"]) - ((3 - 8 / 3) ** 2 + (4 - 31 / 12) ** 2) ** 0.5) < 1e-12
    assert [row["id"] for row in table(model(), "--show", "suspect", "--indicator", "norm", "--top", "1")] == ["1"]


@case
def word_vectors_have_norms_alone():
    result = ok("diagnose", small(), "--top", "1")
    assert "judged rows by norm, for no row is known to be unused" in result.out and "größe" not in result.out
    assert [row["token"] for row in table(small(), "--sort", "token", "--descending", "--show", "all", "--top", "2")] == ["woman", "queen"]
    equal = write("equal.txt", glove([(b"a", (1.0, 2.0)), (b"b", (1.0, 2.0)), (b"c", (0.0, -0.0))]))
    assert findings(equal, "--show", "zero", "--show", "duplicate", "--sort", "id") == {"1": "duplicate suspect", "2": "zero"}


@case
def another_matrix_has_no_tokens():
    assert findings(model(), "--part", "wpe.weight", "--show", "all", "--sort", "id") == {"0": "suspect", "1": ""}


@case
def refuses():
    assert "--indicator takes auto, norm, cosine or distance, not “x”." in fails(2, "diagnose", small(), "--indicator", "x").err
    assert "--centre takes mean, axis or none, not “x”." in fails(2, "diagnose", small(), "--centre", "x").err
    assert "--sort takes indicator, id" in fails(2, "diagnose", small(), "--sort", "x").err
    assert "not “x”: zero constant" in fails(2, "diagnose", small(), "--show", "x").err
    for share in ("-1", "101", "nan"):
        fails(2, "diagnose", small(), "--percent", share)
    fails(2, "diagnose", small(), "--top", "-1")
    fails(2, "diagnose")
    fails(1, "diagnose", "/no/such/file")
    fails(1, "diagnose", model(), "--part", "nix")
    assert "Example:" in ok("diagnose", "--help").out


main()
