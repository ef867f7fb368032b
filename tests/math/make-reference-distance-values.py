#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-reference-distance-values.py > reference-distance-values.inc: distances to the mean of some rows by numpy, and the first principal
axis by scikit-learn, of vectors that test-reference-distance.c draws alike."""

import numpy as np
import sklearn
from sklearn.decomposition import PCA

N, DIM = 40, 5
ROWS = [3, 11, 17, 30]


def draw():
    return np.array([[np.sin(0.7 + 1.7 * i * (d + 1) + 0.3 * d * d) + 0.5 * d for d in range(DIM)] for i in range(N)], dtype=np.float32)


def cosine_distances(matrix, vector):
    return 1 - matrix @ vector / np.linalg.norm(matrix, axis=1) / np.linalg.norm(vector)


def print_numbers(name, numbers):
    print(f"static const double {name}[] = {{" + ", ".join(repr(float(x)) for x in numbers) + "};")


matrix = draw().astype(np.float64)
axis = PCA(n_components=1, svd_solver="full").fit(matrix).components_[0]
reference = matrix[ROWS].mean(axis=0)
centred = matrix - matrix.mean(axis=0)
flat = matrix - np.outer(matrix @ axis, axis)
print(f"/* SPDX-License-Identifier: GPL-3.0-or-later\n * Made by make-reference-distance-values.py with numpy {np.__version__} and scikit-learn {sklearn.__version__}. */")
print_numbers("distances_expected", np.linalg.norm(matrix - reference, axis=1))
print_numbers("plain_expected", cosine_distances(matrix, reference))
print_numbers("centred_expected", cosine_distances(centred, centred[ROWS].mean(axis=0)))
print_numbers("axis_expected", cosine_distances(flat, flat[ROWS].mean(axis=0)))
