#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-archives.py: writes the zip archives of this folder, the same bytes each time, with Python's zipfile.

two.zip   two files of vectors, deflated, one of them in a folder, beside what is none: a text, an empty file, a folder, a Mac's own entry
one.zip   word2vec binary, stored, and a text
none.zip  no vectors
"""

import os
import struct
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))


def rows(n, dim):
    return [("w%d" % row, [round((row * 7 + column * 3) % 11 / 8 - 0.5, 3) for column in range(dim)]) for row in range(n)]


def glove(n, dim):
    return "".join("%s %s\n" % (word, " ".join(map(str, numbers))) for word, numbers in rows(n, dim))


def binary(n, dim):
    return b"%d %d\n" % (n, dim) + b"".join(word.encode() + b" " + struct.pack("<%df" % dim, *numbers) for word, numbers in rows(n, dim))


def write(name, method, members):
    with zipfile.ZipFile(os.path.join(HERE, name), "w") as archive:
        for member, contents in members:
            info = zipfile.ZipInfo(member, (2026, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, contents)


write("two.zip", zipfile.ZIP_DEFLATED, [
    ("README.txt", "These are vectors of words.\nThey were made by counting.\n"),
    ("glove.5d.txt", glove(40, 5)),
    ("large/", ""),
    ("large/glove.9d.txt", glove(30, 9)),
    ("empty.txt", ""),
    ("__MACOSX/._glove.5d.txt", glove(3, 3)),
])
write("one.zip", zipfile.ZIP_STORED, [("vectors.bin", binary(20, 4)), ("LICENCE", "Do as you like.\n")])
write("none.zip", zipfile.ZIP_DEFLATED, [("README.txt", "There is nothing here.\n")])
