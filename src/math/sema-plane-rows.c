/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-plane-rows.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

#define ROWS_PER_CHUNK 8192
/* Placed between two looks at the progress. */
#define ROWS_PER_BLOCK 64

/* To look a row up and to sum it up takes about as long as so many steps of other work. */
#define STEPS_PER_ROW 64

/**
 * Part:
 * @n: rows in it that are usable
 * @total: sum of the squares of their lengths, as offsets from the origin
 * @kept: the same of their shadows in the plane
 * @sum: (dim) of those offsets
 * @offset: (dim) one of them
 *
 * What a stretch of the rows comes to.
 */
typedef struct
{
  guint64 n;
  double  total;
  double  kept;
  double *sum;
  double *offset;
} Part;

/**
 * Work:
 * @origin: (dim) the first usable row: near the others, so that their offsets keep their digits
 * @parts: (n_parts)
 * @numbers: (2 n_parts + 1, dim) what the arrays above are pieces of
 */
typedef struct
{
  const SemaSet *set;
  SemaVectors    kind;
  SemaPlaneRows *rows;
  SemaProgress  *progress;
  double        *origin;
  Part          *parts;
  guint64        n_parts;
  double        *numbers;
} Work;

static void
work_clear (Work *work)
{
  sema_memory_free (work->numbers);
  sema_memory_free (work->parts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static double
find_shadow (const SemaPlane *plane, const double *offset)
{
  double x = sema_dot (offset, plane->basis, plane->dim);
  double y = sema_dot (offset, plane->basis + plane->dim, plane->dim);

  return x * x + y * y;
}

/* The scores are those of the row itself, not of its offset. */
static void
place_row (const Work *work, Part *part, guint64 row)
{
  const SemaPlane *plane = work->rows->plane;
  double           scores[2];

  sema_vectors_get (work->set, row, work->kind, part->offset);
  sema_plane_project (plane, part->offset, scores);
  work->rows->scores[2 * row] = (float)scores[0];
  work->rows->scores[2 * row + 1] = (float)scores[1];
  for (gsize d = 0; d < plane->dim; d++)
    {
      part->offset[d] -= work->origin[d];
      part->sum[d] += part->offset[d];
    }
  part->total += sema_dot (part->offset, part->offset, plane->dim);
  part->kept += find_shadow (plane, part->offset);
  part->n++;
}

static void
place_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Work *work = data;

  for (guint64 row = first; row < end && !sema_progress_is_cancelled (work->progress);)
    {
      guint64 stop = row + MIN (ROWS_PER_BLOCK, end - row);
      guint64 steps = (stop - row) * STEPS_PER_ROW;

      for (; row < stop; row++)
        if (sema_vectors_is_usable (work->set, row, work->kind))
          place_row (work, &work->parts[chunk], row);
        else
          work->rows->scores[2 * row] = work->rows->scores[2 * row + 1] = NAN;
      sema_progress_add_done (work->progress, steps);
    }
}

static gboolean
prepare (Work *work, GError **error)
{
  gsize   dim = sema_set_get_dim (work->set);
  guint64 row = 0;

  work->n_parts = sema_parallel_count_chunks (work->rows->n_rows, ROWS_PER_CHUNK);
  work->parts = sema_memory_alloc_n (work->n_parts, sizeof (Part), error);
  work->numbers = work->parts != NULL ? sema_memory_alloc_n (2 * work->n_parts + 1, dim * sizeof (double), error) : NULL;
  if (work->numbers == NULL)
    return FALSE;
  memset (work->numbers, 0, (2 * work->n_parts + 1) * dim * sizeof (double));
  work->origin = work->numbers;
  for (guint64 p = 0; p < work->n_parts; p++)
    work->parts[p] = (Part) {.sum = work->numbers + (2 * p + 1) * dim, .offset = work->numbers + (2 * p + 2) * dim};
  while (row < work->rows->n_rows && !sema_vectors_is_usable (work->set, row, work->kind))
    row++;
  if (row < work->rows->n_rows)
    sema_vectors_get (work->set, row, work->kind, work->origin);
  return TRUE;
}

/* Adds the parts up in their order, which no number of threads changes. */
static void
join (Work *work)
{
  SemaPlane *plane = work->rows->plane;
  double     total = 0, kept = 0;

  for (const Part *part = work->parts; part < work->parts + work->n_parts; part++)
    {
      plane->n += part->n;
      total += part->total;
      kept += part->kept;
      for (gsize d = 0; d < plane->dim; d++)
        plane->mean[d] += part->sum[d];
    }
  for (gsize d = 0; d < plane->dim; d++)
    plane->mean[d] /= (double)MAX (plane->n, 1);
  total -= (double)plane->n * sema_dot (plane->mean, plane->mean, plane->dim);
  kept -= (double)plane->n * find_shadow (plane, plane->mean);
  plane->ratio = total > 0 && kept > 0 ? MIN (kept / total, 1) : 0;
  for (gsize d = 0; d < plane->dim; d++)
    plane->mean[d] += work->origin[d];
  work->rows->n_left_out = work->rows->n_rows - plane->n;
}

/**
 * sema_plane_rows_count_steps:
 * @set: a set
 *
 * Returns: by how much sema_plane_rows_new() moves a progress on; each step is some nanoseconds
 */
guint64
sema_plane_rows_count_steps (const SemaSet *set)
{
  return sema_set_get_n_rows (set) * STEPS_PER_ROW;
}

/**
 * sema_plane_rows_new:
 * @set: a set, of any number of rows
 * @kind: raw or unit
 * @directions: (2, dim) each of norm 1, at any angle
 * @progress: (nullable): polled every few milliseconds; its done grows by sema_plane_rows_count_steps()
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Looks along two directions at all rows of the set that are usable as @kind, in one pass. Variance is as in sema_plane_new().
 * The same bits with any number of threads. Besides the scores it takes 16 dim bytes for every 8,192 rows. O(n dim).
 *
 * Returns: (transfer full) (nullable): the rows' places, or %NULL with @error set
 */
SemaPlaneRows *
sema_plane_rows_new (const SemaSet *set, SemaVectors kind, const double *directions, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaPlaneRows) self = g_new0 (SemaPlaneRows, 1);
  g_auto (Work)             work = {.set = set, .kind = kind, .rows = self, .progress = progress};

  self->n_rows = sema_set_get_n_rows (set);
  self->plane = sema_plane_new_empty (directions, sema_set_get_dim (set), error);
  self->scores = self->plane != NULL ? sema_memory_alloc_n (self->n_rows, 2 * sizeof (float), error) : NULL;
  if (self->scores == NULL || !prepare (&work, error))
    return NULL;
  if (!sema_parallel_rows (self->n_rows, ROWS_PER_CHUNK, progress, place_rows, &work) || sema_progress_is_cancelled (progress))
    {
      sema_set_cancelled (error);
      return NULL;
    }
  join (&work);
  return g_steal_pointer (&self);
}

/**
 * sema_plane_rows_free:
 * @self: (transfer full) (nullable): rows
 *
 * Frees it and all its arrays.
 */
void
sema_plane_rows_free (SemaPlaneRows *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plane, sema_plane_free);
  sema_memory_free (self->scores);
  g_free (self);
}
