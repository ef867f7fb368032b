/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud.h"

#include <math.h>

#include "sema-cloud-cells.h"
#include "sema-cloud-sort.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

#define ROWS_PER_CHUNK 8192
#define MAX_DEPTH 11     /* of what is known of cells without a search: 4 million of them */
#define ROOM_PER_PLACE 1 /* cells of the deepest level for one place, at most */

/* Times each row is looked at: measured, numbered, gathered, and sorted by cell. */
#define STEPS (3 + SEMA_CLOUD_SORT_STEPS)

/* What one chunk of rows has to say of the whole. */
typedef struct
{
  guint64 n_placed;
  double  min_x;
  double  min_y;
  double  max_x;
  double  max_y;
} Chunk;

typedef struct
{
  SemaCloud    *cloud;
  SemaProgress *progress;
  Chunk        *chunks;
  guint64      *entries; /* cell << 32 | row */
  guint64      *spare;
} Build;

static gboolean
is_placed (const float *place)
{
  return isfinite (place[0]) && isfinite (place[1]);
}

static void
measure_chunk (guint64 first, guint64 end, guint64 number, gpointer data)
{
  Build       *build = data;
  const float *places = build->cloud->places;
  Chunk        chunk = {0, INFINITY, INFINITY, -INFINITY, -INFINITY};

  for (guint64 row = first; row < end; row++)
    {
      const float *place = places + 2 * row;

      if (!is_placed (place))
        continue;
      chunk.n_placed++;
      chunk.min_x = MIN (chunk.min_x, place[0]);
      chunk.min_y = MIN (chunk.min_y, place[1]);
      chunk.max_x = MAX (chunk.max_x, place[0]);
      chunk.max_y = MAX (chunk.max_y, place[1]);
    }
  build->chunks[number] = chunk;
  sema_progress_add_done (build->progress, end - first);
}

/* Afterwards a chunk's count is where its first entry goes. Rows without a place are behind us once they are numbered. */
static void
add_up_chunks (Build *build)
{
  SemaCloud *cloud = build->cloud;
  Chunk      all = {0, INFINITY, INFINITY, -INFINITY, -INFINITY};
  guint64    n_chunks = sema_parallel_count_chunks (cloud->n, ROWS_PER_CHUNK);

  for (guint64 i = 0; i < n_chunks; i++)
    {
      Chunk  *chunk = &build->chunks[i];
      guint64 n_placed = chunk->n_placed;

      chunk->n_placed = all.n_placed;
      all.n_placed += n_placed;
      all.min_x = MIN (all.min_x, chunk->min_x);
      all.min_y = MIN (all.min_y, chunk->min_y);
      all.max_x = MAX (all.max_x, chunk->max_x);
      all.max_y = MAX (all.max_y, chunk->max_y);
    }
  cloud->n_placed = all.n_placed;
  sema_progress_add_done (build->progress, (cloud->n - cloud->n_placed) * (STEPS - 2));
  if (all.n_placed == 0)
    all = (Chunk) {0};
  cloud->min_x = all.min_x;
  cloud->min_y = all.min_y;
  cloud->max_x = all.max_x;
  cloud->max_y = all.max_y;
  cloud->side = MAX (all.max_x - all.min_x, all.max_y - all.min_y);
  if (cloud->side <= 0)
    cloud->side = 1;
  cloud->fineness = (1 << SEMA_CLOUD_DEPTH) / cloud->side;
}

static void
number_chunk (guint64 first, guint64 end, guint64 number, gpointer data)
{
  Build       *build = data;
  const float *places = build->cloud->places;
  guint64      at = build->chunks[number].n_placed;

  for (guint64 row = first; row < end; row++)
    if (is_placed (places + 2 * row))
      build->entries[at++] = (guint64)sema_cloud_cells_find (build->cloud, places[2 * row], places[2 * row + 1]) << 32 | row;
  sema_progress_add_done (build->progress, end - first);
}

static void
gather_chunk (guint64 first, guint64 end, guint64 number, gpointer data)
{
  Build     *build = data;
  SemaCloud *cloud = build->cloud;

  for (guint64 i = first; i < end; i++)
    {
      guint32 row = (guint32)build->spare[i];

      cloud->rows[i] = row;
      cloud->sorted[2 * i] = cloud->places[2 * (guint64)row];
      cloud->sorted[2 * i + 1] = cloud->places[2 * (guint64)row + 1];
    }
  sema_progress_add_done (build->progress, end - first);
}

static gboolean
alloc_chunks (Build *build, GError **error)
{
  build->chunks = sema_memory_alloc_n (sema_parallel_count_chunks (build->cloud->n, ROWS_PER_CHUNK), sizeof (Chunk), error);
  return build->chunks != NULL;
}

static gboolean
alloc_entries (Build *build, GError **error)
{
  build->entries = sema_memory_alloc_n (build->cloud->n_placed, sizeof (guint64), error);
  if (build->entries != NULL)
    build->spare = sema_memory_alloc_n (build->cloud->n_placed, sizeof (guint64), error);
  return build->spare != NULL;
}

static guint
choose_depth (guint64 n_placed)
{
  guint depth = 0;

  while (depth < MAX_DEPTH && G_GUINT64_CONSTANT (4) << 2 * depth <= ROOM_PER_PLACE * n_placed)
    depth++;
  return depth;
}

static gboolean
alloc_index (SemaCloud *self, GError **error)
{
  self->depth = choose_depth (self->n_placed);
  self->rows = sema_memory_alloc_n (self->n_placed, sizeof (guint32), error);
  if (self->rows != NULL)
    self->sorted = sema_memory_alloc_n (self->n_placed, 2 * sizeof (float), error);
  if (self->sorted != NULL)
    self->starts = sema_memory_alloc_n ((G_GUINT64_CONSTANT (1) << 2 * self->depth) + 1, sizeof (guint32), error);
  if (self->starts != NULL)
    self->firsts = sema_memory_alloc_n (sema_cloud_cells_count_above (self->depth + 1), sizeof (guint32), error);
  return self->firsts != NULL;
}

/* The deepest level, from the sorted entries. */
static gboolean
fill_cells (Build *build)
{
  SemaCloud *cloud = build->cloud;
  guint32   *firsts = cloud->firsts + sema_cloud_cells_count_above (cloud->depth);
  guint64    n_cells = G_GUINT64_CONSTANT (1) << 2 * cloud->depth;
  guint      shift = 2 * (SEMA_CLOUD_DEPTH - cloud->depth);
  guint64    at = 0;

  for (guint64 cell = 0; cell < n_cells; cell++)
    {
      guint32 first = SEMA_CLOUD_NO_ROW;

      if (cell % ROWS_PER_CHUNK == 0 && sema_progress_is_cancelled (build->progress))
        return FALSE;
      cloud->starts[cell] = (guint32)at;
      for (; at < cloud->n_placed && build->spare[at] >> 32 >> shift == cell; at++)
        first = MIN (first, (guint32)build->spare[at]);
      firsts[cell] = first;
    }
  cloud->starts[n_cells] = (guint32)at;
  return TRUE;
}

/* Each level from the one below it. */
static void
fill_levels (SemaCloud *self)
{
  for (guint level = self->depth; level-- > 0;)
    {
      guint32       *firsts = self->firsts + sema_cloud_cells_count_above (level);
      const guint32 *parts = self->firsts + sema_cloud_cells_count_above (level + 1);
      guint64        n_cells = G_GUINT64_CONSTANT (1) << 2 * level;

      for (guint64 cell = 0; cell < n_cells; cell++)
        firsts[cell] = MIN (MIN (parts[4 * cell], parts[4 * cell + 1]), MIN (parts[4 * cell + 2], parts[4 * cell + 3]));
    }
}

static double
measure_crowding (const SemaCloud *self)
{
  guint64 n_cells = G_GUINT64_CONSTANT (1) << 2 * self->depth;
  double  cell = self->side / (double)(1 << self->depth);
  double  sum = 0;

  for (guint64 i = 0; i < n_cells; i++)
    {
      double n = self->starts[i + 1] - self->starts[i];

      sum += n * n;
    }
  return self->n_placed > 0 ? sum / (double)self->n_placed / cell / cell : 0;
}

static gboolean
say_cancelled (GError **error)
{
  sema_set_cancelled (error);
  return FALSE;
}

static gboolean
sort_places (Build *build, GError **error)
{
  SemaCloud *cloud = build->cloud;

  if (!alloc_chunks (build, error))
    return FALSE;
  if (!sema_parallel_rows (cloud->n, ROWS_PER_CHUNK, build->progress, measure_chunk, build))
    return say_cancelled (error);
  add_up_chunks (build);
  if (!alloc_entries (build, error))
    return FALSE;
  if (!sema_parallel_rows (cloud->n, ROWS_PER_CHUNK, build->progress, number_chunk, build) ||
      !sema_cloud_sort (build->entries, build->spare, cloud->n_placed, build->progress))
    return say_cancelled (error);
  g_clear_pointer (&build->entries, sema_memory_free);
  return TRUE;
}

static gboolean
make_index (Build *build, GError **error)
{
  SemaCloud *cloud = build->cloud;

  if (!alloc_index (cloud, error))
    return FALSE;
  if (!sema_parallel_rows (cloud->n_placed, ROWS_PER_CHUNK, build->progress, gather_chunk, build) || !fill_cells (build))
    return say_cancelled (error);
  fill_levels (cloud);
  cloud->crowding = measure_crowding (cloud);
  return TRUE;
}

/**
 * sema_cloud_count_steps:
 * @n: rows
 *
 * Returns: by how much sema_cloud_new() moves a progress on; each step is some nanoseconds
 */
guint64
sema_cloud_count_steps (guint64 n)
{
  return n * STEPS;
}

/**
 * sema_cloud_new:
 * @places: (n, 2): x and y of each row, data units; they outlive the cloud, or see sema_cloud_set_owner(). A row of which
 *   one is NaN or infinite has no place
 * @n: rows, fewer than 2^32 − 1; 0 makes a cloud of nothing
 * @vocab: (nullable): the words of the rows
 * @progress: (nullable): polled every few ms or oftener; its done grows by sema_cloud_count_steps()
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Sorts the places along the Z-curve of 2^16 by 2^16 cells. The same places give the same cloud with any number of
 * threads. O(n): 3 million places take 0.1 s.
 *
 * Returns: (transfer full) (nullable): the cloud
 */
SemaCloud *
sema_cloud_new (const float *places, guint64 n, SemaVocab *vocab, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaCloud) self = g_new0 (SemaCloud, 1);
  Build                 build = {.cloud = self, .progress = progress};
  gboolean              is_made;

  g_atomic_ref_count_init (&self->ref_count);
  g_return_val_if_fail (n < SEMA_CLOUD_NO_ROW, NULL);

  self->places = places;
  self->n = n;
  self->vocab = vocab != NULL ? sema_vocab_ref (vocab) : NULL;
  is_made = sort_places (&build, error) && make_index (&build, error);
  sema_memory_free (build.chunks);
  sema_memory_free (build.entries);
  sema_memory_free (build.spare);
  return is_made ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_cloud_ref:
 * @self: a cloud
 *
 * Returns: (transfer full): @self
 */
SemaCloud *
sema_cloud_ref (SemaCloud *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_cloud_unref:
 * @self: (transfer full): what is no longer needed; with the last reference the owner of the places is told
 */
void
sema_cloud_unref (SemaCloud *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sema_memory_free (self->rows);
  sema_memory_free (self->sorted);
  sema_memory_free (self->starts);
  sema_memory_free (self->firsts);
  g_clear_pointer (&self->vocab, sema_vocab_unref);
  if (self->release != NULL)
    self->release (self->owner);
  g_free (self);
}

/**
 * sema_cloud_set_owner:
 * @self: a cloud nobody else knows yet
 * @owner: (transfer full): who lends the places
 * @release: called with @owner, by any thread, when the cloud is gone
 *
 * Ties the life of the places to the cloud's. Once only.
 */
void
sema_cloud_set_owner (SemaCloud *self, gpointer owner, GDestroyNotify release)
{
  g_return_if_fail (self->release == NULL);

  self->owner = owner;
  self->release = release;
}

/**
 * sema_cloud_get_place:
 * @self: a cloud
 * @row: a row of the file, less than n
 * @x: (out): data units
 * @y: (out): data units
 *
 * Returns: whether the row has a place; else @x and @y stay as they are
 */
gboolean
sema_cloud_get_place (const SemaCloud *self, guint64 row, double *x, double *y)
{
  g_return_val_if_fail (row < self->n, FALSE);

  if (!is_placed (self->places + 2 * row))
    return FALSE;
  *x = self->places[2 * row];
  *y = self->places[2 * row + 1];
  return TRUE;
}

/**
 * sema_cloud_dup_label:
 * @self: a cloud
 * @row: a row of the file, less than n
 *
 * Returns: (transfer full): the row's word as it is shown; of a cloud without words, the row's number from 1
 */
char *
sema_cloud_dup_label (const SemaCloud *self, guint64 row)
{
  g_return_val_if_fail (row < self->n, NULL);

  if (self->vocab == NULL)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, row + 1);
  return sema_vocab_dup_label (self->vocab, row);
}
