#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small models of gensim, and what gensim 4.2 reads from them.

    python3 make-gensim.py           (in this folder; needs gensim and numpy)

small.kv, small-2.kv, small-5.kv   the same KeyedVectors with pickles of protocol 4, 2 and 5
apart.kv and its .npy              with the vectors in a file of their own
fortran.kv                         vectors in Fortran order, in float64 and with the highest byte first
word2vec.model, fasttext.model     models that were trained on a line, with their vectors in them
old.kv                             the state that gensim 1 to 3.8 stored, by the names of its classes
oldest.model                       and that before 1.0
composed.tsv    of fasttext.model: a word, whether it is in it, and the numbers of its vector
gensim.tsv      file, the tensor that the words belong to, rows, dimensions; then each word, and its numbers in hexadecimal
"""
import os
import pickle
import sys
import types

import numpy as np
from gensim.models import FastText, KeyedVectors, Word2Vec
from gensim.models.keyedvectors import KeyedVectors as Saved

LINES = [["king", "queen", "man", "woman"], ["größe", "king", "man"]] * 3
ROWS = []


def tell(file, tensor, words, vectors):
    ROWS.append("\t".join([file, tensor, str(vectors.shape[0]), str(vectors.shape[1])]))
    for word, row in zip(words, vectors):
        ROWS.append("\t" + word + "\t" + " ".join(float(x).hex() for x in row))


def make(dtype=np.float32):
    vectors = KeyedVectors(3, dtype=dtype)
    vectors.lifecycle_events = None  # says when and on what machine it was made
    vectors.add_vectors(["king", "queen", "größe"], np.random.default_rng(20261126).normal(0, 0.4, (3, 3)).astype(dtype))
    return vectors


def keyed():
    for file, protocol in [("small.kv", 4), ("small-2.kv", 2), ("small-5.kv", 5)]:
        make().save(file, pickle_protocol=protocol)
        loaded = Saved.load(file)
        tell(file, "vectors", loaded.index_to_key, loaded.vectors)
    make().save("apart.kv", sep_limit=1, separately=["vectors"])
    loaded = Saved.load("apart.kv")
    tell("apart.kv", "vectors", loaded.index_to_key, loaded.vectors)
    turned = make(np.float64)
    turned.vectors = np.asfortranarray(turned.vectors.astype(">f8"))
    turned.save("fortran.kv")
    loaded = Saved.load("fortran.kv")
    tell("fortran.kv", "vectors", loaded.index_to_key, loaded.vectors)


def models():
    model = Word2Vec(LINES, vector_size=4, min_count=1, seed=1, workers=1)
    model.lifecycle_events = model.wv.lifecycle_events = None
    model.save("word2vec.model")
    model = Word2Vec.load("word2vec.model")
    tell("word2vec.model", "wv.vectors", model.wv.index_to_key, model.wv.vectors)
    model = FastText(LINES, vector_size=4, min_count=1, seed=1, workers=1, bucket=20)
    model.lifecycle_events = model.wv.lifecycle_events = None
    model.save("fasttext.model")
    model = FastText.load("fasttext.model")
    tell("fasttext.model", "wv.vectors_vocab", model.wv.index_to_key, model.wv.vectors_vocab)
    compose(model.wv)


def compose(vectors):
    """The vectors that are put together of n-grams, of words that are in the model and of others."""
    with open("composed.tsv", "w") as file:
        for word in vectors.index_to_key + ["kinggg", "größer", "国", "x", "</s>"]:
            file.write("%s\t%d\t%s\n" % (word, word in vectors.key_to_index, " ".join(float(x).hex() for x in vectors.get_vector(word))))


def stand_in(module, name):
    """A class that pickles by the name of one that gensim had."""
    made = type(name, (), {"__module__": module})
    sys.modules.setdefault(module, types.ModuleType(module))
    setattr(sys.modules[module], name, made)
    return made


def old():
    words = ["king", "queen", "größe"]
    table = make().vectors
    entry = stand_in("gensim.models.keyedvectors", "Vocab")
    vocab = {}
    for index, word in enumerate(words):
        vocab[word] = entry()
        vocab[word].__dict__.update(index=index, count=9 - index)
    holder = stand_in("gensim.models.keyedvectors", "Word2VecKeyedVectors")()
    holder.__dict__.update(vectors=table, vocab=vocab, index2word=words, vector_size=3, vectors_norm=None, __numpys=[], __scipys=[])
    with open("old.kv", "wb") as file:
        pickle.dump(holder, file, 2)
    tell("old.kv", "vectors", words, table)
    model = stand_in("gensim.models.word2vec", "Word2Vec")()
    model.__dict__.update(syn0=table, index2word=words, vocab=vocab, syn1neg=table * 0)
    with open("oldest.model", "wb") as file:
        pickle.dump(model, file, 2)
    tell("oldest.model", "syn0", words, table)


if __name__ == "__main__":
    for name in os.listdir("."):
        if name.endswith((".kv", ".npy", ".model")):
            os.remove(name)
    keyed()
    models()
    old()
    with open("gensim.tsv", "w", encoding="utf-8") as file:
        file.write("\n".join(ROWS) + "\n")
