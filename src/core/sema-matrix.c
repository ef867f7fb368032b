/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-matrix.h"

#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sema-memory.h"
#include "sema-quantised-blocks.h"

struct _SemaMatrix
{
  atomic_int      ref_count;
  float          *values; /* (n_rows, dim), or NULL where the bytes are lent */
  const guint8   *bytes;  /* where the rows are */
  guint64        *starts; /* (n_rows) of each row in bytes; NULL: they lie one after another */
  guint64         n_rows;
  gsize           n_spare; /* rows after those, in memory that may be written */
  gsize           dim;
  SemaNumbers     numbers;
  gsize           row_size; /* bytes */
  SemaMatrixOwner owner;
};

static SemaMatrix *
matrix_new (guint64 n_rows, gsize dim)
{
  SemaMatrix *self = g_new0 (SemaMatrix, 1);

  atomic_init (&self->ref_count, 1);
  self->n_rows = n_rows;
  self->dim = dim;
  self->row_size = dim * sizeof (float);
  return self;
}

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

  self = matrix_new (n_rows, dim);
  self->values = values;
  self->bytes = (const guint8 *)values;
  return self;
}

/**
 * sema_matrix_new_lent:
 * @bytes: little-endian float32 numbers with anything between the rows; they stay where they are until @owner's release
 * @starts: (transfer full) (nullable): (n_rows) where each row begins in @bytes, at any byte, a block of sema-memory.h; %NULL
 *   when the rows lie one after another
 * @n_rows: rows, may be 0
 * @dim: numbers of a row, 1 or more
 * @owner: who lends the bytes; copied
 *
 * Returns: (transfer full): the matrix; drop it with sema_matrix_unref(). Copies no number.
 */
SemaMatrix *
sema_matrix_new_lent (const guint8 *bytes, guint64 *starts, guint64 n_rows, gsize dim, const SemaMatrixOwner *owner)
{
  SemaMatrix *self;

  g_return_val_if_fail (G_BYTE_ORDER == G_LITTLE_ENDIAN, NULL);
  g_return_val_if_fail (bytes != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (dim > 0, NULL);

  self = matrix_new (n_rows, dim);
  self->bytes = bytes;
  self->starts = starts;
  self->owner = *owner;
  return self;
}

/**
 * sema_matrix_new_lent_numbers:
 * @bytes: numbers, row after row; they stay where they are until @owner's release
 * @numbers: what they are
 * @n_rows: rows, may be 0
 * @dim: numbers of a row, 1 or more; of those that are stored in blocks those of whole blocks
 * @owner: who lends the bytes; copied
 *
 * Returns: (transfer full): the matrix; drop it with sema_matrix_unref(). Copies no number.
 */
SemaMatrix *
sema_matrix_new_lent_numbers (const guint8 *bytes, SemaNumbers numbers, guint64 n_rows, gsize dim, const SemaMatrixOwner *owner)
{
  SemaMatrix *self = sema_matrix_new_lent (bytes, NULL, n_rows, dim, owner);

  self->numbers = numbers;
  self->row_size = sema_numbers_measure (numbers, dim);
  return self;
}

/**
 * sema_matrix_make_room:
 * @self: a matrix of float32 whose rows lie one after another, in memory, and that nobody else has seen yet
 * @n_spare: how many rows that memory has room for after the last
 *
 * Lets rows be written there later: see sema_matrix_peek_spare().
 */
void
sema_matrix_make_room (SemaMatrix *self, gsize n_spare)
{
  g_return_if_fail (self->starts == NULL && self->numbers == SEMA_NUMBERS_FLOAT32);

  self->n_spare = n_spare;
}

/**
 * sema_matrix_peek_spare:
 * @self: a matrix
 * @index: which of the rows that it has room for, from 0
 *
 * Returns: (transfer none): (dim) where the row is, to be written before anybody reads it; it is read as the one @index after the last
 */
float *
sema_matrix_peek_spare (SemaMatrix *self, gsize index)
{
  g_return_val_if_fail (index < self->n_spare, NULL);

  return (float *)(self->bytes + (self->n_rows + index) * self->row_size);
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
  if (self->owner.release != NULL)
    self->owner.release (self->owner.data);
  sema_memory_free (self->values);
  sema_memory_free (self->starts);
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
 * sema_matrix_get_numbers:
 * @self: a matrix
 *
 * Returns: what its numbers are where they lie
 */
SemaNumbers
sema_matrix_get_numbers (const SemaMatrix *self)
{
  g_return_val_if_fail (self != NULL, SEMA_NUMBERS_FLOAT32);

  return self->numbers;
}

static inline const guint8 *
find_row (const SemaMatrix *self, guint64 row)
{
  return self->bytes + (self->starts != NULL ? self->starts[row] : row * self->row_size);
}

/**
 * sema_matrix_get_row:
 * @self: a matrix of float32; of others see sema_matrix_read_row()
 * @row: from 0, below the number of rows
 *
 * Returns: (transfer none): (dim) the row's numbers, at any address. Of lent bytes that were lost they are whatever is there
 *   instead, see sema_matrix_is_lost().
 */
const SemaFloat *
sema_matrix_get_row (const SemaMatrix *self, guint64 row)
{
  g_return_val_if_fail (row < self->n_rows + self->n_spare && self->numbers == SEMA_NUMBERS_FLOAT32, NULL);

  return (const SemaFloat *)find_row (self, row);
}

/**
 * sema_matrix_read_row:
 * @self: a matrix
 * @row: from 0, below the number of rows
 * @space: (nullable): (dim) from sema_matrix_new_space(), for one row
 *
 * Returns: (transfer none): (dim) the row's numbers, where they lie or else in @space, at any address. Of lent bytes that were lost they
 *   are whatever is there instead, see sema_matrix_is_lost().
 */
const SemaFloat *
sema_matrix_read_row (const SemaMatrix *self, guint64 row, float *space)
{
  if (self->numbers == SEMA_NUMBERS_FLOAT32)
    return sema_matrix_get_row (self, row);
  g_return_val_if_fail (row < self->n_rows, NULL);
  sema_numbers_widen (self->numbers, find_row (self, row), self->dim, space);
  return space;
}

/**
 * sema_matrix_new_space:
 * @self: a matrix
 * @n_rows: how many rows are held at once
 *
 * Returns: (transfer full) (nullable): (n_rows, dim) room for sema_matrix_read_row(); %NULL where the rows are read where they lie
 */
float *
sema_matrix_new_space (const SemaMatrix *self, gsize n_rows)
{
  return self->numbers == SEMA_NUMBERS_FLOAT32 ? NULL : g_new (float, n_rows * self->dim);
}

/* A number that can be had only with its whole block. */
static float
find_in_block (const SemaMatrix *self, guint64 row, gsize column)
{
  guint n_numbers = sema_quantised_blocks_get_n_numbers (self->numbers);
  gsize n_bytes = sema_quantised_blocks_get_n_bytes (self->numbers);
  float values[SEMA_QUANTISED_BLOCKS_MOST];

  sema_quantised_blocks_widen (self->numbers, find_row (self, row) + column / n_numbers * n_bytes, 1, values);
  return values[column % n_numbers];
}

/**
 * sema_matrix_get_number:
 * @self: a matrix
 * @row: from 0, below the number of rows
 * @column: from 0, below the dimension
 *
 * Returns: one number, as sema_matrix_read_row() reads it
 */
float
sema_matrix_get_number (const SemaMatrix *self, guint64 row, gsize column)
{
  gsize size = sema_numbers_get_size (self->numbers);
  float value;

  if (self->numbers == SEMA_NUMBERS_FLOAT32)
    return sema_matrix_get_row (self, row)[column];
  if (size == 0)
    return find_in_block (self, row, column);
  sema_numbers_widen (self->numbers, find_row (self, row) + column * size, 1, &value);
  return value;
}

/* Whether memory holds the pages of a row. */
static gboolean
is_row_at_hand (const SemaMatrix *self, guint64 row)
{
  guintptr           page = (guintptr)sysconf (_SC_PAGESIZE);
  guintptr           first = (guintptr)find_row (self, row) / page * page;
  gsize              n_bytes = (guintptr)find_row (self, row) + self->row_size - first;
  g_autofree guint8 *pages = g_new (guint8, n_bytes / page + 1);

  if (mincore ((gpointer)first, n_bytes, pages) != 0)
    return TRUE;
  for (gsize i = 0; i * page < n_bytes; i++)
    if ((pages[i] & 1) == 0)
      return FALSE;
  return TRUE;
}

/**
 * sema_matrix_is_at_hand:
 * @self: a matrix
 * @first: a row
 * @end: the row after the last
 *
 * Returns: whether the rows can be read without waiting for a disk, as far as the system tells; TRUE where it does not
 */
gboolean
sema_matrix_is_at_hand (const SemaMatrix *self, guint64 first, guint64 end)
{
  for (guint64 row = first; row < end && self->values == NULL; row++)
    if (!is_row_at_hand (self, row))
      return FALSE;
  return TRUE;
}

/**
 * sema_matrix_fetch:
 * @self: a matrix
 * @first: a row
 * @end: the row after the last
 *
 * Reads the rows from the disk, so that they are at hand; to be called in a thread.
 */
void
sema_matrix_fetch (const SemaMatrix *self, guint64 first, guint64 end)
{
  gsize           size = self->row_size, page = (gsize)sysconf (_SC_PAGESIZE);
  volatile guint8 byte;

  for (guint64 row = first; row < end; row++)
    {
      for (gsize at = 0; at < size; at += page)
        byte = find_row (self, row)[at];
      byte = find_row (self, row)[size - 1];
    }
  (void)byte;
}

/**
 * sema_matrix_is_lent:
 * @self: a matrix
 *
 * Returns: whether the numbers lie in a file and not in memory of their own
 */
gboolean
sema_matrix_is_lent (const SemaMatrix *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->values == NULL && self->n_rows > 0;
}

/**
 * sema_matrix_is_lost:
 * @self: a matrix
 *
 * Returns: whether lent bytes were lost, so that what was computed of the rows is worth nothing; never for numbers in
 *   memory. O(1): to be asked after each use of lent rows.
 */
gboolean
sema_matrix_is_lost (const SemaMatrix *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->owner.is_lost != NULL && self->owner.is_lost (self->owner.data);
}
