#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-procrustes-values.py > procrustes-values.inc: rotations by scipy's orthogonal_procrustes, of vectors that test-procrustes.c draws alike."""

import numpy as np
import scipy
from scipy.linalg import orthogonal_procrustes

SIZES = [(6, 2), (40, 2), (9, 3), (60, 7)]


def draw(n, dim, phase):
    return np.array([[np.sin(phase + 1.7 * i * (d + 1) + 0.3 * d * d) for d in range(dim)] for i in range(n)])


print(f"/* SPDX-License-Identifier: GPL-3.0-or-later\n * Made by make-procrustes-values.py with scipy {scipy.__version__}. */")
print("static const Expected expected[] = {")
for n, dim in SIZES:
    a, b = draw(n, dim, 0.5), draw(n, dim, 2.0)
    rotation, _ = orthogonal_procrustes(a, b)
    distance = np.linalg.norm(a @ rotation - b)
    numbers = ", ".join(repr(float(x)) for x in rotation.ravel())
    print(f"  {{{n}, {dim}, {float(distance)!r}, {{{numbers}}}}},")
print("};")
