# SPDX-License-Identifier: GPL-3.0-or-later
"""check-sample.py PART: checks one side of data/samples and data/sets, from the repository's root.

Only Python's own library, and a reader of its own, so that it agrees with the program by nothing but the format.
"""
import array
import glob
import gzip
import math
import re
import sys

SAMPLE = "data/samples/GloVe-sample-rounded.bin.gz"
LARGEST = 8000000
LEAST_WORDS = 30000
DIMENSIONS = 100

# Cosine and distance of the unrounded vectors, computed by gensim 4.2.0 and numpy 1.24.2.
PAIRS = [
    ("woman", "man", 0.832349, 3.364068),
    ("king", "queen", 0.750769, 4.281252),
    ("uncle", "aunt", 0.758747, 3.479765),
    ("boy", "girl", 0.917573, 2.314115),
    ("nephew", "niece", 0.812458, 2.834701),
    ("paper", "water", 0.434999, 6.560087),
    ("semiconductor", "earthworm", None, 7.729177),
]


def read_sample():
    with gzip.open(SAMPLE) as file:
        data = file.read()
    at = data.index(b"\n") + 1
    count, dimensions = map(int, data[:at].split())
    vectors = {}
    for _ in range(count):
        space = data.index(b" ", at)
        end = space + 1 + 4 * dimensions
        assert data[end:end + 1] == b"\n", f"no line feed after the vector that ends at byte {end}"
        word = data[at:space].decode("utf-8")
        assert word not in vectors, f"{word} is there twice"
        vectors[word] = data[space + 1:end]
        at = end + 1
    assert at == len(data), f"{len(data) - at} bytes after the last record"
    return count, dimensions, vectors


def numbers(vector):
    values = array.array("f", vector)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def check_file():
    with open(SAMPLE, "rb") as file:
        packed = file.read()
    assert len(packed) <= LARGEST, f"{len(packed)} bytes"
    assert packed[3] == 0 and packed[4:8] == bytes(4), "a name or a time in the gzip header"


def check_records():
    count, dimensions, vectors = read_sample()
    assert count >= LEAST_WORDS and dimensions == DIMENSIONS, f"{count} × {dimensions}"
    assert list(vectors)[:5] == ["the", ",", ".", "of", "to"], "not the most frequent words first"
    with open("data/samples/README.md", encoding="utf-8") as file:
        assert f"{count:,} English words" in file.read(), "the README names another number of words"


def check_numbers():
    for word, vector in read_sample()[2].items():
        assert all(math.isfinite(value) for value in numbers(vector)), f"{word} is not finite"
        assert not any(vector[0::4]) and not any(byte & 0x0F for byte in vector[1::4]), f"{word} has over 11 bits"


def check_pairs():
    vectors = read_sample()[2]
    for first, second, cosine, distance in PAIRS:
        a, b = numbers(vectors[first]), numbers(vectors[second])
        found = sum(x * y for x, y in zip(a, b)) / (math.hypot(*a) * math.hypot(*b))
        assert cosine is None or abs(found - cosine) < 1e-3, f"{first} {second}: cosine {found}"
        assert abs(math.dist(a, b) - distance) < 2e-3, f"{first} {second}: distance {math.dist(a, b)}"


def check_sets():
    vectors = read_sample()[2]
    with open("src/session/sema-ready-set.c", encoding="utf-8") as file:
        ids = re.findall(r'\{ ?"([a-z-]+)", ?N_', file.read())
    files = glob.glob("data/sets/*.txt")
    assert len(ids) >= 6, ids
    for name in ids:
        assert f"data/sets/{name}.txt" in files, f"the program offers {name}, but data/sets has no such file"
    for path in files:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        words = [line for line in lines if line and not line.startswith("# ")]
        assert 12 <= len(words) <= 36, f"{path}: {len(words)} words"
        assert len(set(words)) == len(words), f"{path}: a word is there twice"
        for word in words:
            assert word in vectors, f"{path}: the sample has no {word}"


if __name__ == "__main__":
    try:
        globals()["check_" + sys.argv[1]]()
    except AssertionError as error:
        sys.exit(f"{error}")
