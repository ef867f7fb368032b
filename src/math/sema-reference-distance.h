/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaCentring:
 * @SEMA_CENTRING_MEAN: the mean of all rows is subtracted
 * @SEMA_CENTRING_AXIS: what lies along the first principal axis of all rows is taken away
 * @SEMA_CENTRING_NONE: nothing
 *
 * What all rows have in common, and is taken from them before angles are measured.
 */
typedef enum {
  SEMA_CENTRING_MEAN,
  SEMA_CENTRING_AXIS,
  SEMA_CENTRING_NONE,
} SemaCentring;

gboolean sema_reference_distance_measure (const SemaSet *set, const guint32 *rows, guint32 n, SemaCentring centring, double *cosines, double *distances, SemaProgress *progress, GError **error);

G_END_DECLS
