/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-row-check.h"

#include <string.h>

#include "sema-clones.h"
#include "sema-duplicates.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

#define CHUNK_NUMBERS (512 * 1024)
#define SIGN_BIT 0x80000000u
#define INFINITY_BITS 0x7f800000u

typedef guint32 LooseBits __attribute__ ((aligned (1)));

typedef struct
{
  const SemaMatrix *matrix;
  SemaProgress     *progress;
  SemaHashKey       key;
  guint8           *flags;
  guint64          *hashes;
} Job;

/* By the bits alone: without a branch in it, the loop does eight numbers at a time. */
SEMA_CLONES static guint
look_at_row (const LooseBits *row, gsize dim)
{
  guint32 any = 0, other = 0, n_nan = 0, n_infinite = 0, first = row[0];

  for (gsize i = 0; i < dim; i++)
    {
      guint32 size = row[i] & ~SIGN_BIT;

      any |= size;
      other |= row[i] ^ first;
      n_nan |= (guint32)(size > INFINITY_BITS);
      n_infinite |= (guint32)(size == INFINITY_BITS);
    }
  if (n_nan != 0 || n_infinite != 0)
    return (n_nan != 0 ? SEMA_ROW_NAN : 0) | (n_infinite != 0 ? SEMA_ROW_INFINITE : 0);
  if (any == 0)
    return SEMA_ROW_ZERO;
  return other == 0 && dim > 1 ? SEMA_ROW_CONSTANT : 0;
}

static void
check_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job              *job = data;
  gsize             dim = sema_matrix_get_dim (job->matrix);
  g_autofree float *space = sema_matrix_new_space (job->matrix, 1);

  for (guint64 row = first; row < end; row++)
    {
      const SemaFloat *values = sema_matrix_read_row (job->matrix, row, space);

      job->flags[row] = (guint8)look_at_row ((const LooseBits *)values, dim);
      job->hashes[row] = sema_hash_bytes (&job->key, (const char *)values, dim * sizeof *values);
    }
  sema_progress_add_done (job->progress, end - first);
}

static gboolean
check (SemaRowCheck *self, Job *job, GError **error)
{
  guint64 rows_per_chunk = MAX (CHUNK_NUMBERS / sema_matrix_get_dim (job->matrix), 1);

  sema_hash_key_init (&job->key);
  if (sema_parallel_rows (self->n_rows, rows_per_chunk, job->progress, check_rows, job))
    return sema_duplicates_find (job->matrix, job->hashes, self, job->progress, error);
  sema_set_cancelled (error);
  return FALSE;
}

/**
 * sema_row_check_new:
 * @matrix: (n_rows, dim) a matrix
 * @progress: (nullable): its done grows by 1 for each row; cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY, also where there are more rows than 32 bits count
 *
 * Looks at each number once, as sema_matrix_read_row() reads it. Two rows are the same when they are to the bit: 0 and -0 differ, and a
 * NaN is the same as one with the same bits. Only rows of nothing but 0 and -0 are told apart from that: they are %SEMA_ROW_ZERO and
 * duplicates of none. The same on any number of threads. O(n_rows dim); up to 29 bytes a row, of which 5 stay.
 *
 * Returns: (transfer full) (nullable): what was found
 */
SemaRowCheck *
sema_row_check_new (const SemaMatrix *matrix, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaRowCheck) self = g_new0 (SemaRowCheck, 1);
  guint64                  n_rows = sema_matrix_get_n_rows (matrix);
  Job                      job = {.matrix = matrix, .progress = progress};
  gboolean                 done;

  if (n_rows > G_MAXINT32)
    {
      sema_memory_alloc (G_MAXSIZE, error); /* says so */
      return NULL;
    }
  self->n_rows = (guint32)n_rows;
  self->flags = sema_memory_alloc_n (MAX (n_rows, 1), sizeof *self->flags, error);
  self->firsts = self->flags != NULL ? sema_memory_alloc_n (MAX (n_rows, 1), sizeof *self->firsts, error) : NULL;
  job.hashes = self->firsts != NULL ? sema_memory_alloc_n (MAX (n_rows, 1), sizeof *job.hashes, error) : NULL;
  job.flags = self->flags;
  done = job.hashes != NULL && check (self, &job, error);
  sema_memory_free (job.hashes);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_row_check_free:
 * @self: (nullable) (transfer full): what was found
 */
void
sema_row_check_free (SemaRowCheck *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->flags);
  sema_memory_free (self->firsts);
  g_free (self);
}
