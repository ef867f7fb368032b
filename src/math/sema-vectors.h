/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaVectors:
 * @SEMA_VECTORS_UNIT: each row divided by its norm
 * @SEMA_VECTORS_RAW: each row as the file has it
 *
 * Which vectors a picture shows.
 */
typedef enum {
  SEMA_VECTORS_UNIT,
  SEMA_VECTORS_RAW,
} SemaVectors;

gboolean sema_vectors_is_usable (const SemaSet *set, guint64 row, SemaVectors kind);
gboolean sema_vectors_check_usable (const SemaSet *set, guint64 row, SemaVectors kind, GError **error);
void     sema_vectors_get (const SemaSet *set, guint64 row, SemaVectors kind, double *vector);
double  *sema_vectors_gather (const SemaSet *set, const guint64 *rows, gsize n, SemaVectors kind, GError **error);

double sema_vectors_norm (const double *a, gsize dim);
double sema_vectors_cosine (const SemaSet *set, guint64 a, guint64 b);
double sema_vectors_distance (const SemaSet *set, guint64 a, guint64 b);

G_END_DECLS
