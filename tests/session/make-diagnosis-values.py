#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-diagnosis-values.py > diagnosis-values.inc: which of the rows that test-diagnosis.c draws alike are suspected, by numpy."""

import numpy as np

N, DIM = 200, 6
SHARE = 0.05

matrix = np.array([[np.sin(0.3 + 1.3 * i * (d + 1) + 0.2 * d * d) + 0.25 * d for d in range(DIM)] for i in range(N)], dtype=np.float32)
for i in range(0, N, 9):
    matrix[i] *= np.float32(0.125)
matrix[7] = 0
matrix[50] = 2
matrix[90] = matrix[11]
matrix[120] = matrix[11]
matrix[121] = matrix[12]
matrix[150, 3] = np.nan
matrix[151, 0] = np.inf
unused = [36, 37, 38, 39]
bad = [7, 150, 151]
finite = np.delete(matrix.astype(np.float64), [150, 151], axis=0)


def print_suspects(name, values, left_out):
    judged = [i for i in range(N) if i not in left_out]
    threshold = np.percentile(values[judged], 100 * SHARE)
    suspects = [i for i in judged if values[i] <= threshold]
    print(f"static const double {name}_threshold = {float(threshold)!r};")
    print(f"static const guint32 {name}_suspects[] = {{" + ", ".join(map(str, suspects)) + "};")


print(f"/* SPDX-License-Identifier: GPL-3.0-or-later\n * Made by make-diagnosis-values.py with numpy {np.__version__}. */")
exact = matrix.astype(np.float64)
exact[[150, 151]] = 0
norms = np.linalg.norm(exact, axis=1)
mean = exact[unused].mean(axis=0)
centred = exact - finite.mean(axis=0)
reference = centred[unused].mean(axis=0)
print_suspects("norm", norms, bad)
print_suspects("unused_norm", norms, bad + unused)
print_suspects("distance", np.linalg.norm(exact - mean, axis=1), bad + unused)
print_suspects("cosine", 1 - centred @ reference / np.linalg.norm(centred, axis=1) / np.linalg.norm(reference), bad + unused)
