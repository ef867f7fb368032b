# SPDX-License-Identifier: GPL-3.0-or-later
"""diff, run as a user runs it."""

import csv
import io
import os

from cli import ROWS, case, fails, glove, main, ok, small, write


def turned():
    """The small file, a quarter turn further, with its words the other way round; one word moved, one is new, one is missing."""
    rows = [(word, (-y, x, z)) for word, (x, y, z) in reversed(ROWS)]
    rows[0] = (b"prince", (1.0, 1.0, 1.0))
    rows[2] = (b"woman", (-0.1, 0.1, -1.0))
    return write("turned.txt", glove(rows))


def table(*arguments):
    return list(csv.DictReader(io.StringIO(ok("diff", *arguments, "--csv").out)))


@case
def same_file():
    rows = table(small(), small(), "--top", "0", "--sort", "id", "--ascending")
    assert [row["word"] for row in rows] == [word.decode() for word, _ in ROWS]
    for row in rows:
        assert float(row["plain_distance"]) == 0 and abs(float(row["plain_cosine"]) - 1) < 1e-12
        assert float(row["distance"]) < 1e-12 and abs(float(row["cosine"]) - 1) < 1e-12 and row["id_a"] == row["id_b"]


@case
def what_moved():
    rows = table(small(), turned())
    assert len(rows) == 5 and sum(float(row["distance"]) ** 2 for row in rows) < sum(float(row["plain_distance"]) ** 2 for row in rows)
    assert [float(row["distance"]) for row in rows] == sorted((float(row["distance"]) for row in rows), reverse=True)
    plain = table(small(), turned(), "--no-align")
    assert all(row["distance"] == "" and row["cosine"] == "" for row in plain)
    moved = [float(row["plain_distance"]) for row in plain]
    assert moved == sorted(moved, reverse=True) and abs(dict(zip([row["word"] for row in plain], moved))["king"] - 2 ** 0.5) < 1e-6
    lines = ok("diff", small(), turned(), "--top", "1").lines
    assert lines[:3] == ["words a                   6", "words b                   6", "common                    5"]
    assert lines[4].startswith("aligned") and lines[5].startswith("as they are") and lines[-1].startswith(rows[0]["word"])
    assert not any(line.startswith("aligned") for line in ok("diff", small(), turned(), "--no-align").lines)


@case
def neighbours():
    """Among the common words man's nearest was woman, and is king."""
    row, = table(small(), turned(), "man", "--neighbours", "1")
    assert (row["lost"], row["overlap"]) == ("woman", "0") and row["gained"] in ("king", "queen")
    lines = ok("diff", small(), turned(), "man", "--neighbours", "1").lines
    assert lines[-1] == "  - woman" and lines[-2] == "  + " + row["gained"]
    row, = table(small(), turned(), "man", "--neighbours", "9")
    assert (row["gained"], row["lost"], row["overlap"]) == ("", "", "1")


@case
def odd_files():
    other = write("plane.txt", glove([(word, numbers[:2]) for word, numbers in ROWS]))
    result = ok("diff", small(), other, "king", "--neighbours", "1")
    assert "3 and 2 dimensions, so how far words moved cannot be said, only what neighbours they kept." in result.err
    assert result.lines[3:] == ["word                    overlap", "king                   0.000000", "  + man", "  - queen"], result.lines
    result = ok("diff", small(), other)
    assert "cannot be said; --neighbours K compares their neighbours." in result.err
    assert result.lines == ["words a                   6", "words b                   6", "common                    6"]
    assert ok("diff", small(), other, "king").lines == result.lines
    assert table(small(), other, "king")[0]["distance"] == "" != table(small(), other, "king")[0]["norm_a"]
    alone = write("alone.txt", glove([(b"prince", (1.0, 0.0, 0.0))]))
    result = ok("diff", small(), alone)
    assert "no word in common" in result.err
    assert result.lines == ["words a                   6", "words b                   1", "common                    0"]
    assert "“prince” is not in both files" in ok("diff", small(), turned(), "prince", "king").err
    assert ok("diff", small(), alone, "--csv").lines == ["word,id_a,id_b,cosine,distance,plain_cosine,plain_distance,norm_a,norm_b"]
    zero = write("zero.txt", glove([(word, (0.0, 0.0, 0.0)) for word, _ in ROWS]))
    row, = table(small(), zero, "king", "--neighbours", "2")
    assert row["plain_distance"] == "1" and row["plain_cosine"] == "" and row["overlap"] == ""


@case
def models():
    """A model and the same with fewer bits a number, or learnt on: the numbers of SciPy, and neighbours that NumPy finds."""
    folder = os.path.join(os.environ["G_TEST_SRCDIR"], "data", "comparison")
    with open(os.path.join(folder, "comparison.tsv"), encoding="utf-8") as lines:
        expected = [line.rstrip("\n").split("\t") for line in lines]
    pairs = list(dict.fromkeys((first, other) for first, other, *_ in expected))
    assert len(pairs) == 4 and len(expected) > 100
    for first, other in pairs:
        rows = {row["word"]: row for row in table(os.path.join(folder, first), os.path.join(folder, other), "--neighbours", "5", "--top", "0")}
        wanted = [line for line in expected if line[:2] == [first, other]]
        assert len(rows) == len(wanted)
        for _, _, word, *numbers in wanted:
            for name, number in zip(("cosine", "distance", "plain_cosine", "plain_distance", "overlap"), numbers):
                assert abs(float(rows[word][name]) - float(number)) < 1e-9, (first, other, word, name, rows[word][name], number)


@case
def refuses():
    assert "--sort takes moved, cosine, id" in fails(2, "diff", small(), small(), "--sort", "x").err
    fails(2, "diff", small(), small(), "--top", "-1")
    fails(2, "diff", small(), small(), "--neighbours", "-1")
    fails(2, "diff", small())
    fails(1, "diff", small(), "/no/such/file")
    fails(1, "diff", "/no/such/file", small())
    assert "Example:" in ok("diff", "--help").out


main()
