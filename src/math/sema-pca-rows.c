/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pca-rows.h"

#include <float.h>
#include <math.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

#define ROWS_PER_CHUNK 8192
/* Placed between two looks at the progress. */
#define ROWS_PER_BLOCK 64

/* Placing a row takes about as long as summing up the products of this many of its coordinates with all of them. */
#define STEPS_TO_PLACE 32

/**
 * Work:
 * @floor: what rounding alone can make of the length of a centred row
 * @vectors: (n_chunks, dim + k) for each chunk a centred row and its scores
 */
typedef struct
{
  const SemaSet *set;
  SemaVectors    kind;
  SemaPcaRows   *rows;
  SemaProgress  *progress;
  double         floor;
  double        *vectors;
} Work;

static void
leave_out (const SemaPcaRows *rows, guint64 row)
{
  for (gsize c = 0; c < rows->pca->k; c++)
    rows->scores[row * rows->pca->k + c] = NAN;
  if (rows->quality != NULL)
    rows->quality[row] = NAN;
}

static void
place_row (const Work *work, guint64 row, double *centred, double *scores)
{
  const SemaPcaRows *rows = work->rows;
  const SemaPca     *pca = rows->pca;

  sema_pca_scatter_centre (work->set, row, work->kind, pca->mean, centred);
  for (gsize c = 0; c < pca->k; c++)
    {
      scores[c] = pca->ratios[c] > 0 ? sema_dot (centred, pca->axes + c * pca->dim, pca->dim) : 0;
      rows->scores[row * pca->k + c] = scores[c];
    }
  if (rows->quality != NULL)
    {
      double length2 = sema_dot (centred, centred, pca->dim);

      rows->quality[row] = sqrt (length2) > work->floor ? MIN (sema_dot (scores, scores, pca->k) / length2, 1) : NAN;
    }
}

static void
place_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Work          *work = data;
  const SemaPca *pca = work->rows->pca;
  double        *centred = work->vectors + chunk * (pca->dim + pca->k);

  for (guint64 row = first; row < end && !sema_progress_is_cancelled (work->progress);)
    {
      guint64 stop = row + MIN (ROWS_PER_BLOCK, end - row);
      guint64 steps = (stop - row) * STEPS_TO_PLACE;

      for (; row < stop; row++)
        if (sema_vectors_is_usable (work->set, row, work->kind))
          place_row (work, row, centred, centred + pca->dim);
        else
          leave_out (work->rows, row);
      sema_progress_add_done (work->progress, steps);
    }
}

static gboolean
place_all (Work *work, GError **error)
{
  const SemaPca *pca = work->rows->pca;
  guint64        n_chunks = sema_parallel_count_chunks (work->rows->n_rows, ROWS_PER_CHUNK);
  gboolean       ok;

  work->vectors = sema_memory_alloc_n (n_chunks, (pca->dim + pca->k) * sizeof (double), error);
  if (work->vectors == NULL)
    return FALSE;
  ok = sema_parallel_rows (work->rows->n_rows, ROWS_PER_CHUNK, work->progress, place_rows, work) &&
       !sema_progress_is_cancelled (work->progress);
  sema_memory_free (work->vectors);
  if (!ok)
    sema_set_cancelled (error);
  return ok;
}

static gboolean
find_axes (Work *work, gsize k, GError **error)
{
  g_autoptr (SemaPcaScatter) scatter = sema_pca_scatter_new (work->set, work->kind, work->progress, error);

  if (scatter == NULL)
    return FALSE;
  work->rows->n_left_out = work->rows->n_rows - scatter->n;
  work->rows->pca = sema_pca_new_from_scatter (scatter, k, error);
  work->floor = MAX (scatter->n, scatter->dim) * DBL_EPSILON * scatter->longest;
  return work->rows->pca != NULL;
}

static gboolean
make_room (SemaPcaRows *self, gsize k, gboolean with_quality, GError **error)
{
  gsize row_size;

  if (__builtin_mul_overflow (k, sizeof (float), &row_size))
    row_size = G_MAXSIZE;
  self->scores = sema_memory_alloc_n (self->n_rows, row_size, error);
  if (self->scores == NULL)
    return FALSE;
  if (with_quality)
    self->quality = sema_memory_alloc_n (self->n_rows, sizeof (float), error);
  return !with_quality || self->quality != NULL;
}

/**
 * sema_pca_rows_count_steps:
 * @set: a set
 *
 * Returns: by how much sema_pca_rows_new() moves a progress on; each step is some nanoseconds
 */
guint64
sema_pca_rows_count_steps (const SemaSet *set)
{
  return sema_set_get_n_rows (set) * (sema_set_get_dim (set) + STEPS_TO_PLACE);
}

/**
 * sema_pca_rows_new:
 * @set: a set, of any number of rows
 * @kind: raw or unit
 * @k: number of components to keep; may be more than there are
 * @with_quality: whether the cos² of each row is wanted too
 * @progress: (nullable): polled every few milliseconds but for one O(dim³) step; its done grows by
 *   sema_pca_rows_count_steps()
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_MATH_ERROR_LAPACK
 *
 * Makes the exact principal component analysis of all rows of the set that are usable as @kind, by the eigenvectors of their
 * scatter in double, and places the rows on its axes. It takes no copy of the matrix: what it needs is named at
 * sema_pca_scatter_new(), and the results. The same bits with any number of threads. See sema_pca_new_from_scatter() for
 * signs and for components without variance; their axes, scores and ratios are exactly 0. O(n dim² + dim³).
 *
 * Returns: (transfer full): the analysis, or %NULL with @error set
 */
SemaPcaRows *
sema_pca_rows_new (const SemaSet *set, SemaVectors kind, gsize k, gboolean with_quality, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaPcaRows) self = g_new0 (SemaPcaRows, 1);
  Work                    work = {.set = set, .kind = kind, .rows = self, .progress = progress};

  self->n_rows = sema_set_get_n_rows (set);
  if (!make_room (self, k, with_quality, error) || !find_axes (&work, k, error) || !place_all (&work, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sema_pca_rows_free:
 * @self: (transfer full) (nullable): an analysis
 *
 * Frees it and all its arrays.
 */
void
sema_pca_rows_free (SemaPcaRows *self)
{
  if (self == NULL)
    return;
  sema_pca_free (self->pca);
  sema_memory_free (self->scores);
  sema_memory_free (self->quality);
  g_free (self);
}
