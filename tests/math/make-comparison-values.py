#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-comparison-values.py > comparison-values.inc: two sets of vectors that comparison-sets.c draws alike, aligned by scipy's
orthogonal_procrustes, how far each common word moved, and its neighbours in both, by numpy."""

import numpy as np
import scipy
from scipy.linalg import orthogonal_procrustes

N, DIM, K = 60, 5, 6
ASKED = [0, 17, 59]


def draw(phase):
    return np.array([[np.sin(phase + 1.7 * i * (d + 1) + 0.3 * d * d) + 0.2 * d for d in range(DIM)] for i in range(N)])


def print_numbers(name, numbers):
    print(f"G_GNUC_UNUSED static const double {name}[] = {{" + ", ".join(repr(float(x)) for x in np.ravel(numbers)) + "};")


def cosines(a, b):
    return (a * b).sum(axis=1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)


a = draw(0.5).astype(np.float32).astype(np.float64)
# The second: the first with its numbers turned round, a little moved, row by row in the opposite order.
b = (draw(0.5)[:, ::-1] * np.array([1, -1, 1, 1, -1]) + 0.3 * draw(2.0)).astype(np.float32).astype(np.float64)
rotation, _ = orthogonal_procrustes(b, a)
print(f"/* SPDX-License-Identifier: GPL-3.0-or-later\n * Made by make-comparison-values.py with numpy {np.__version__} and scipy {scipy.__version__}. */")
print_numbers("rotation_expected", rotation)
print_numbers("cosines_expected", cosines(a, b @ rotation))
print_numbers("distances_expected", np.linalg.norm(a - b @ rotation, axis=1))
print_numbers("plain_cosines_expected", cosines(a, b))
print_numbers("plain_distances_expected", np.linalg.norm(a - b, axis=1))
for name, vectors in (("a", a), ("b", b)):
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    lists = []
    for word in ASKED:
        scores = units @ units[word]
        scores[word] = -2
        lists.append(np.argsort(-scores, kind="stable")[:K])
    print(f"G_GNUC_UNUSED static const guint neighbours_{name}[] = {{" + ", ".join(str(i) for list in lists for i in list) + "};")
