/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-numbers.h"

G_BEGIN_DECLS

/**
 * SemaFloat:
 *
 * A float32 at any address: in a mapped file the words lie between the rows, so that a row may begin at any byte.
 */
typedef float SemaFloat __attribute__ ((aligned (1)));

/**
 * SemaMatrixOwner:
 * @release: called once, when nobody looks at the bytes any more
 * @is_lost: whether bytes were lost since they were lent: the file was cut, or its disk has gone; any thread may ask
 * @data: for both
 *
 * Who lends bytes to a matrix.
 */
typedef struct
{
  void (*release) (gpointer data);
  gboolean (*is_lost) (gpointer data);
  gpointer data;
} SemaMatrixOwner;

/**
 * SemaMatrix:
 *
 * The embedding matrix: rows of dim numbers each, in memory of its own or lent by a file that is mapped. They are float32, or other
 * numbers of the file that are read as float32. Read only once it is made, and shared by reference between threads.
 */
typedef struct _SemaMatrix SemaMatrix;

SemaMatrix *sema_matrix_new_take (float *values, guint64 n_rows, gsize dim);
SemaMatrix *sema_matrix_new_lent (const guint8 *bytes, guint64 *starts, guint64 n_rows, gsize dim, const SemaMatrixOwner *owner);
SemaMatrix *sema_matrix_new_lent_numbers (const guint8 *bytes, SemaNumbers numbers, guint64 n_rows, gsize dim, const SemaMatrixOwner *owner);
void        sema_matrix_make_room (SemaMatrix *self, gsize n_spare);
SemaMatrix *sema_matrix_ref (SemaMatrix *self);
void        sema_matrix_unref (SemaMatrix *self);

guint64          sema_matrix_get_n_rows (const SemaMatrix *self);
gsize            sema_matrix_get_dim (const SemaMatrix *self);
SemaNumbers      sema_matrix_get_numbers (const SemaMatrix *self);
const SemaFloat *sema_matrix_get_row (const SemaMatrix *self, guint64 row);
const SemaFloat *sema_matrix_read_row (const SemaMatrix *self, guint64 row, float *space);
float           *sema_matrix_new_space (const SemaMatrix *self, gsize n_rows);
float            sema_matrix_get_number (const SemaMatrix *self, guint64 row, gsize column);
float           *sema_matrix_peek_spare (SemaMatrix *self, gsize index);
gboolean         sema_matrix_is_at_hand (const SemaMatrix *self, guint64 first, guint64 end);
void             sema_matrix_fetch (const SemaMatrix *self, guint64 first, guint64 end);
gboolean         sema_matrix_is_lent (const SemaMatrix *self);
gboolean         sema_matrix_is_lost (const SemaMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaMatrix, sema_matrix_unref)

G_END_DECLS
