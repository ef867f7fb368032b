/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-duplicates.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

#define ROWS_PER_LOOK 1024 /* between two looks at cancel */
#define EMPTY G_MAXUINT32

/**
 * Table:
 * @matrix: whose rows they are
 * @hashes: (n_rows) of the bits of each
 * @slots: (n_slots) open addressing: rows that are the same as no earlier one
 * @n_slots: a power of two, more than there are rows
 * @spaces: (2, dim) (nullable): room for two rows that are not read where they lie
 */
typedef struct
{
  const SemaMatrix *matrix;
  const guint64    *hashes;
  guint32          *slots;
  guint64           n_slots;
  float            *spaces;
} Table;

static gboolean
is_same (const Table *self, guint32 a, guint32 b)
{
  gsize            dim = sema_matrix_get_dim (self->matrix);
  const SemaFloat *left = sema_matrix_read_row (self->matrix, a, self->spaces);
  const SemaFloat *right = sema_matrix_read_row (self->matrix, b, self->spaces != NULL ? self->spaces + dim : NULL);

  return memcmp (left, right, dim * sizeof *left) == 0;
}

/* The first row that is the same, or the row itself, which is in the table from now on. */
static guint32
find_first (Table *self, guint32 row)
{
  guint64 at = self->hashes[row] & (self->n_slots - 1);

  for (; self->slots[at] != EMPTY; at = (at + 1) & (self->n_slots - 1))
    if (self->hashes[self->slots[at]] == self->hashes[row] && is_same (self, self->slots[at], row))
      return self->slots[at];
  self->slots[at] = row;
  return row;
}

static gboolean
look_up_all (Table *self, SemaRowCheck *check, SemaProgress *progress, GError **error)
{
  for (guint32 row = 0; row < check->n_rows; row++)
    {
      if (row % ROWS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      check->firsts[row] = (check->flags[row] & SEMA_ROW_ZERO) != 0 ? row : find_first (self, row);
      if (check->firsts[row] != row)
        check->flags[row] |= SEMA_ROW_DUPLICATE;
    }
  return TRUE;
}

/**
 * sema_duplicates_find:
 * @matrix: (n_rows, dim) a matrix
 * @hashes: (n_rows) of the bits of each row: the same of rows that are the same, whatever else
 * @check: whose firsts are set, and %SEMA_ROW_DUPLICATE of its flags; rows of zeros are passed over
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Finds rows that are the same to the bit: by hash, and then by comparing. O(n_rows) where the hash is good, and O(dim) more for each
 * duplicate; up to 16 bytes a row.
 *
 * Returns: whether it was done
 */
gboolean
sema_duplicates_find (const SemaMatrix *matrix, const guint64 *hashes, SemaRowCheck *check, SemaProgress *progress, GError **error)
{
  g_autofree float *spaces = sema_matrix_new_space (matrix, 2);
  Table             table = {.matrix = matrix, .hashes = hashes, .n_slots = 2, .spaces = spaces};
  gboolean          done;

  while (table.n_slots < 2 * (guint64)check->n_rows)
    table.n_slots *= 2;
  table.slots = sema_memory_alloc_n (table.n_slots, sizeof *table.slots, error);
  if (table.slots == NULL)
    return FALSE;
  memset (table.slots, 0xff, table.n_slots * sizeof *table.slots);
  done = look_up_all (&table, check, progress, error);
  sema_memory_free (table.slots);
  return done;
}
