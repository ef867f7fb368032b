/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-random.h"

G_BEGIN_DECLS

gsize sema_kmeans_seeds_choose (const double *vectors, gsize n, gsize dim, gsize k, SemaRandom *random, gsize *seeds, double *distances, GError **error);

G_END_DECLS
