#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes torch-tables.inc: what torch (Debian's python3-torch, 1.13.1) draws after manual_seed, for test-torch-random.c and test-initialiser.c.

Of large matrices the first, some in the middle and the last numbers are kept. ./make-torch-tables.py > torch-tables.inc
"""

import torch

KEPT = 24


def embedding(vocab, dim):
    return torch.nn.Embedding(vocab, dim).weight


def linear(vocab, dim):
    return torch.nn.Linear(vocab, dim, bias=False).weight.T


def scaled(vocab, dim):
    return torch.nn.init.normal_(torch.empty(vocab, dim), std=dim ** -0.5)


def two(vocab, dim):
    """The second of two embeddings that are drawn one after the other."""
    torch.nn.Embedding(vocab, dim)
    return torch.nn.Embedding(vocab, dim).weight


TABLES = [
    (embedding, "NORMAL", 1, 6, 3, 123), (embedding, "NORMAL", 1, 5, 3, 123), (embedding, "NORMAL", 1, 1, 1, 0), (embedding, "NORMAL", 1, 4, 4, 7),
    (embedding, "NORMAL", 1, 3, 5, 2147483647), (embedding, "NORMAL", 1, 17, 1, 1), (embedding, "NORMAL", 1, 2, 7, 4294967296 + 5),
    (embedding, "NORMAL", 1, 50, 64, 42), (embedding, "NORMAL", 1, 1000, 300, 3), (embedding, "NORMAL", 1, 50257, 16, 123),
    (linear, "LINEAR", 1, 4, 5, 123), (linear, "LINEAR", 1, 6, 3, 123), (linear, "LINEAR", 1, 1, 1, 9), (linear, "LINEAR", 1, 300, 40, 11),
    (scaled, "SCALED", 1, 6, 3, 123), (scaled, "SCALED", 1, 3, 4, 123), (scaled, "SCALED", 1, 200, 50, 8),
    (two, "NORMAL", 2, 6, 3, 123), (two, "NORMAL", 2, 5, 3, 123), (two, "NORMAL", 2, 3, 3, 1),
]


def keep(values):
    """Places and numbers."""
    n = len(values)
    if n <= 3 * KEPT:
        return list(enumerate(values))
    places = [*range(KEPT), *range(n // 2, n // 2 + KEPT), *range(n - KEPT, n)]
    return [(place, values[place]) for place in places]


print("/* Written by make-torch-tables.py with torch %s. */" % "1.13.1")
for number, (make, _, _, vocab, dim, seed) in enumerate(TABLES):
    torch.manual_seed(seed)
    kept = keep(make(vocab, dim).detach().flatten().tolist())
    print("static const TorchNumber torch_%d[] = {" % number)
    for i in range(0, len(kept), 6):
        print("  " + " ".join("{%d, %.9gf}," % (place, value) if "." in "%.9g" % value or "e" in "%.9g" % value else "{%d, %.9g.0f}," % (place, value) for place, value in kept[i:i + 6]))
    print("};")
print("static const TorchTable torch_tables[] = {")
for number, (_, name, which, vocab, dim, seed) in enumerate(TABLES):
    print("  {SEMA_INITIALISER_%s, %d, %d, %d, G_GUINT64_CONSTANT (%d), torch_%d, G_N_ELEMENTS (torch_%d)}," % (name, which, vocab, dim, seed, number, number))
print("};")
