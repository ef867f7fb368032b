#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes arrays of words as NumPy saves them, and what NumPy reads back.

    python3 make-words.py          (in this folder; needs numpy)

*.npy       text in both orders of bytes, bytes, objects, numbers, and a table of text
words.tsv   file, then the words in hexadecimal UTF-8, or nothing where it is no list of words that is read
"""
import numpy as np

WORDS = ["king", "größe", "", "ice cream", "猫🐈", "a\nb", " the", "end\0"]


def save(name, array, is_read=True):
    np.save(name, array)
    back = np.load(name, allow_pickle=True)
    words = [word if isinstance(word, bytes) else str(word).encode() for word in back.tolist()] if is_read else []
    return "\t".join([name] + [word.hex() for word in words])


lines = [
    save("text.npy", np.array(WORDS, dtype=str)),
    save("swapped.npy", np.array(WORDS, dtype=">U12")),
    save("bytes.npy", np.array([word.encode() for word in WORDS], dtype="S")),
    save("objects.npy", np.array(WORDS, dtype=object), False),
    save("numbers.npy", np.arange(8), False),
    save("table.npy", np.array([[word] for word in WORDS], dtype=str), False),
]
with open("words.tsv", "w") as file:
    file.write("\n".join(lines) + "\n")
