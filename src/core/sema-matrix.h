/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaMatrix:
 *
 * The embedding matrix: rows of dim float32 numbers each, as the file has them. Read only once it is made, and shared
 * by reference between threads.
 */
typedef struct _SemaMatrix SemaMatrix;

SemaMatrix *sema_matrix_new_take (float *values, guint64 n_rows, gsize dim);
SemaMatrix *sema_matrix_ref (SemaMatrix *self);
void        sema_matrix_unref (SemaMatrix *self);

guint64      sema_matrix_get_n_rows (const SemaMatrix *self);
gsize        sema_matrix_get_dim (const SemaMatrix *self);
const float *sema_matrix_get_row (const SemaMatrix *self, guint64 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaMatrix, sema_matrix_unref)

G_END_DECLS
