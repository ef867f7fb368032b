/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-random.h"
#include "sema-set.h"

G_BEGIN_DECLS

SemaSet *small_set_new (const char *const *words, const float *values, guint64 n_rows, gsize dim);
SemaSet *small_set_new_numbered (const float *values, guint64 n_rows, gsize dim);
SemaSet *small_set_new_random (guint64 n_rows, gsize dim, guint64 seed);
double   small_set_draw (SemaRandom *random);
double  *small_set_draw_vectors (gsize n, gsize dim, guint64 seed);

G_END_DECLS
