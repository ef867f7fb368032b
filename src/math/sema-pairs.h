/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaPairs:
 * @n: number of rows compared
 * @cosine: (n, n) cosine of the angle between two rows, -1 to 1; NaN where one is zero or not finite
 * @dot: (n, n) dot product of the raw rows, in squared units of the file; NaN where one is not finite
 * @distance: (n, n) norm of the difference of the raw rows, in units of the file; NaN where one is not finite
 *
 * How some rows of a set lie to each other. Symmetric to the bit.
 */
typedef struct
{
  gsize   n;
  double *cosine;
  double *dot;
  double *distance;
} SemaPairs;

SemaPairs *sema_pairs_new (const SemaSet *set, const guint64 *rows, gsize n, SemaProgress *progress, GError **error);
void       sema_pairs_free (SemaPairs *self);

double sema_pairs_get_angle (const SemaPairs *self, gsize i, gsize j);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPairs, sema_pairs_free)

G_END_DECLS
