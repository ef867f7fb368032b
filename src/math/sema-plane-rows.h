/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-plane.h"
#include "sema-progress.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaPlaneRows:
 * @plane: directions, mean and ratio of the rows looked at, whose number is its n
 * @n_rows: number of rows of the set
 * @n_left_out: how many of them are not usable and were left out
 * @scores: (n_rows, 2) how far each row goes in each direction; NaN for rows left out
 *
 * All rows of a set seen along two directions.
 */
typedef struct
{
  SemaPlane *plane;
  guint64    n_rows;
  guint64    n_left_out;
  float     *scores;
} SemaPlaneRows;

guint64        sema_plane_rows_count_steps (const SemaSet *set);
SemaPlaneRows *sema_plane_rows_new (const SemaSet *set, SemaVectors kind, const double *directions, SemaProgress *progress, GError **error);
void           sema_plane_rows_free (SemaPlaneRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPlaneRows, sema_plane_rows_free)

G_END_DECLS
