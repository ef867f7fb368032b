/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-matrix.h"

#include <stdatomic.h>

#include "sema-memory.h"

struct _SemaMatrix
{
  atomic_int ref_count;
  float     *values; /* (n_rows, dim) */
  guint64    n_rows;
  gsize      dim;
};

/**
 * sema_matrix_new_take:
 * @values: (transfer full): (n_rows, dim) numbers, one row after another, in a block of sema-memory.h; any value, NaN too
 * @n_rows: rows, may be 0
 * @dim: numbers of a row, 1 or more
 *
 * Returns: (transfer full): the matrix; drop it with sema_matrix_unref()
 */
SemaMatrix *
sema_matrix_new_take (float *values, guint64 n_rows, gsize dim)
{
  SemaMatrix *self;

  g_return_val_if_fail (values != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (dim > 0, NULL);

  self = g_new0 (SemaMatrix, 1);
  atomic_init (&self->ref_count, 1);
  self->values = values;
  self->n_rows = n_rows;
  self->dim = dim;
  return self;
}

/**
 * sema_matrix_ref:
 * @self: a matrix
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaMatrix *
sema_matrix_ref (SemaMatrix *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);
  return self;
}

/**
 * sema_matrix_unref:
 * @self: (nullable) (transfer full): a matrix; the last owner's call frees it with its numbers
 */
void
sema_matrix_unref (SemaMatrix *self)
{
  if (self == NULL || atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) > 1)
    return;
  sema_memory_free (self->values);
  g_free (self);
}

/**
 * sema_matrix_get_n_rows:
 * @self: a matrix
 *
 * Returns: the number of rows, may be 0
 */
guint64
sema_matrix_get_n_rows (const SemaMatrix *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * sema_matrix_get_dim:
 * @self: a matrix
 *
 * Returns: the numbers of a row, 1 or more
 */
gsize
sema_matrix_get_dim (const SemaMatrix *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->dim;
}

/**
 * sema_matrix_get_row:
 * @self: a matrix
 * @row: from 0, below the number of rows
 *
 * Returns: (transfer none): (dim) the row's numbers; the rows lie one after another, so row 0 is the whole matrix
 */
const float *
sema_matrix_get_row (const SemaMatrix *self, guint64 row)
{
  g_return_val_if_fail (row < self->n_rows, NULL);

  return self->values + row * self->dim;
}
