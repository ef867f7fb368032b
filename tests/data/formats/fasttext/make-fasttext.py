#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small models of fastText, and the vectors that fastText 0.9.2 has of words in them and of others.

    python3 make-fasttext.py         (in this folder; needs the packages fasttext, python3-fasttext and python3-gensim of Debian 12)

words.bin       words with n-grams of 2 to 4 characters, some of several bytes
plain.bin       words without n-grams
labels.bin      a supervised model, with labels
eleven.bin      labels.bin as version 11 wrote it, but told that it has n-grams, which that version did not have
old.bin         words.bin as it was before there was a magic number
whole.ftz       labels quantised, all rows kept
norms.ftz       quantised with the lengths apart
pruned.ftz      with the lengths apart, and the matrix of labels quantised too, the features pruned to 300
few.ftz         with the lengths apart, the features pruned to 256
fasttext.tsv    file, rows, columns, words; then words, of many every fifth, whether each is in the file, and its numbers in hexadecimal, “-” for none
"""
import os
import shutil
import struct
import subprocess

import fasttext
import numpy as np
from gensim.models.fasttext import ft_ngram_hashes

TEXT = """king queen man woman größe король королева мужчина
the king and the queen saw a man and a woman
größe und könig, king of größe 国王 女王
""" * 6
LABELLED = """__label__royal king queen throne crown
__label__fruit apple mango pear apples
__label__royal kingdom queens crowned king
__label__fruit mangoes pears apple größe
""" * 6
OTHERS = ["kinggg", "королевство", "unheard-of", "größer", "国", "x", "__label__royal", "", "kin", "</s>"]
ROWS = []


def run(*arguments):
    subprocess.run(["fasttext", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def train(kind, source, target, *options):
    run(kind, "-input", source, "-output", "model", "-minCount", "1", "-thread", "1", "-epoch", "3", *options)
    os.remove("model.vec") if os.path.exists("model.vec") else None
    shutil.move("model.bin", target)


def tell(file, reader=None, others=OTHERS):
    model = fasttext.load_model(reader or file)
    words = model.get_words(on_unicode_error="strict")
    ROWS.append("\t".join([file, str(len(words)), str(model.get_dimension())]))
    labels = [label for label in model.get_labels() if label not in words]  # of which fastText adds up rows that are not theirs
    for word in words[::1 if len(words) < 100 else 5] + [other for other in others if other not in words + labels]:
        values = model.get_word_vector(word)
        known = model.get_word_id(word) >= 0 and word in words
        numbers = " ".join(float(x).hex() for x in values) if known or values.any() else "-"
        ROWS.append("\t%s\t%d\t%s" % (word, known, numbers))


def tell_old():
    """fastText does not read such files any more: before versions, the end of a line had n-grams as any other word."""
    start = len(ROWS)
    tell("old.bin", "words.bin")
    model = fasttext.load_model("words.bin")
    buckets = ft_ngram_hashes("</s>", 2, 4, 40)
    rows = [model.get_word_id("</s>")] + [len(model.get_words()) + bucket for bucket in buckets]
    total = np.zeros(model.get_dimension(), np.float32)
    for row in rows:
        total += model.get_input_vector(row)
    total *= np.float32(1.0 / len(rows))
    at = next(i for i in range(start, len(ROWS)) if ROWS[i].startswith("\t</s>\t"))
    ROWS[at] = "\t</s>\t1\t" + " ".join(float(x).hex() for x in total)


def rewrite(source, target, change):
    with open(source, "rb") as file:
        data = file.read()
    with open(target, "wb") as file:
        file.write(change(data))


def as_eleven(data):
    return data[:4] + struct.pack("<i", 11) + data[8:8 + 36] + struct.pack("<ii", 2, 4) + data[8 + 44:]


def as_old(data):
    """Without magic number, version, the number of pruned n-grams, and the bytes that tell of quantised matrices."""
    size, words, labels = struct.unpack_from("<iii", data, 64)
    at = 92
    for _ in range(size):
        at = data.index(b"\0", at) + 10
    dictionary, rest = data[92:at], data[at + 1:]
    rows, columns = struct.unpack_from("<qq", rest, 0)
    matrix = rest[:16 + 4 * rows * columns]
    return data[8:84] + dictionary + matrix + rest[len(matrix) + 1:]


def main():
    with open("text.txt", "w") as file:
        file.write(TEXT)
    with open("labelled.txt", "w") as file:
        file.write(LABELLED)
    train("skipgram", "text.txt", "words.bin", "-dim", "3", "-bucket", "40", "-minn", "2", "-maxn", "4")
    train("cbow", "text.txt", "plain.bin", "-dim", "2", "-bucket", "0", "-maxn", "0")
    train("supervised", "labelled.txt", "labels.bin", "-dim", "5", "-bucket", "30", "-minn", "2", "-maxn", "3", "-lr", "0.8")
    rewrite("labels.bin", "eleven.bin", as_eleven)
    rewrite("words.bin", "old.bin", as_old)
    for target, options in [("whole.ftz", []), ("norms.ftz", ["-qnorm"]), ("pruned.ftz", ["-qnorm", "-qout", "-cutoff", "300"]),
                            ("few.ftz", ["-qnorm", "-cutoff", "256"])]:
        train("supervised", "many.txt", "model-q.bin", "-dim", "3", "-bucket", "200", "-minn", "2", "-maxn", "3", "-lr", "0.8")
        os.rename("model-q.bin", "model.bin")
        run("quantize", "-input", "many.txt", "-output", "model", "-dsub", "2", "-thread", "1", "-epoch", "1", *options)
        shutil.move("model.ftz", target)
    for file in ["words.bin", "plain.bin", "labels.bin", "eleven.bin", "whole.ftz", "norms.ftz", "pruned.ftz", "few.ftz"]:
        tell(file)
    tell_old()
    with open("fasttext.tsv", "w") as file:
        file.write("\n".join(ROWS) + "\n")
    for file in ["text.txt", "labelled.txt", "many.txt", "model.bin", "model.vec"]:
        if os.path.exists(file):
            os.remove(file)


def many():
    """PQ learns 256 numbers a piece, so a quantised model needs more rows than that."""
    random = np.random.default_rng(20261126)
    letters = np.array(list("abcdefghijklmnopqrstuvwxyzäß"))
    with open("many.txt", "w") as file:
        for i in range(280):
            words = ["".join(random.choice(letters, random.integers(1, 3))) for _ in range(3)]
            file.write("__label__%d %s king queen\n" % (i, " ".join(words)))


if __name__ == "__main__":
    many()
    main()
