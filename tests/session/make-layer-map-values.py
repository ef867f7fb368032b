#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-layer-map-values.py > layer-map-values.inc: the course's toy on the plane of its principal components, by scikit-learn.

The six rows are torch.nn.Embedding(6, 3) after manual_seed(123), as torch 1.13.1 has them (torch-tables.inc).
"""

import numpy as np
import sklearn
from sklearn.decomposition import PCA

WEIGHT = np.array([
    [0.337370187, -0.177777216, -0.16895628], [0.917764604, 1.58096957, 1.30103993], [1.27530122, -0.200953096, -0.160563782],
    [-0.401488006, 0.966571569, -1.14814401], [-1.15886784, 0.325471014, -0.63150537], [-2.83999395, -0.784853339, -1.40957248],
])

pca = PCA(2, svd_solver="full")
places = pca.fit_transform(WEIGHT)
distances = np.linalg.norm(places - places[0], axis=1)
print(f"/* SPDX-License-Identifier: GPL-3.0-or-later\n * Made by make-layer-map-values.py with scikit-learn {sklearn.__version__}. */")
print("static const double toy_distances[6] = {" + ", ".join(f"{x:.9f}" for x in distances) + "};")
print("static const double toy_ratios[2] = {" + ", ".join(f"{x:.9f}" for x in pca.explained_variance_ratio_) + "};")
