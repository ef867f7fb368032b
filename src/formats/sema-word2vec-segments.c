/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-segments.h"

#include <stdatomic.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-parallel.h"

/* Where a record begins is known only from where the one before it ends. So that all threads can walk, each guesses where the
 * records of its segment begin, and what it found counts only if the walk over the segment before it ends just there. */

#define SEGMENT (4 * 1024 * 1024)

/**
 * Segment:
 * @part: what was found in it
 * @error: why nothing was
 */
typedef struct
{
  SemaWord2vecPart part;
  GError          *error;
} Segment;

typedef struct
{
  const SemaWord2vecRecords *records;
  guint64                    size; /* of the file */
  Segment                   *segments;
  guint64                    n_segments;
  _Atomic guint64            n_done; /* bytes */
  SemaWord2vecTakeFunc       take;
  gpointer                   data;
  SemaWord2vecEnd            end; /* of what was taken */
  GError                    *error;
} Walk;

static guint64 segment_size = SEGMENT;

/**
 * sema_word2vec_segments_set_size:
 * @size: bytes that are walked over at a time; 0 for the usual ones
 *
 * Lets a test cut small files into many segments.
 */
void
sema_word2vec_segments_set_size (guint64 size)
{
  segment_size = size > 0 ? size : SEGMENT;
}

static guint64
get_segment_start (const Walk *self, guint64 i)
{
  return MIN (self->records->start + i * segment_size, self->size);
}

static void
walk_segment (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Walk    *self = data;
  Segment *segment = &self->segments[first];
  guint64  from = self->records->start;

  if (first > 0 && !sema_word2vec_walk_guess (self->records, get_segment_start (self, first), &from, &segment->error))
    return;
  if (from > 0)
    sema_word2vec_walk (self->records, from, get_segment_start (self, end), &segment->part, &segment->error);
  sema_progress_set_done (sema_file_get_progress (self->records->file), atomic_fetch_add (&self->n_done, segment_size) + segment_size);
}

/* The number of the record that begins at a byte, or n_rows. */
static guint64
find_record (const SemaWord2vecPart *part, guint64 at)
{
  guint64 low = 0;
  guint64 high = part->n_rows;

  while (low < high)
    {
      guint64 middle = low + (high - low) / 2;

      if (sema_word2vec_part_get_record (part, middle) < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low < part->n_rows && sema_word2vec_part_get_record (part, low) == at ? low : part->n_rows;
}

/* Proves what was found in a segment, or walks over it once more. @n_skipped: records at its beginning that are none. */
static gboolean
settle (Walk *self, guint64 i, guint64 *n_skipped, GError **error)
{
  SemaWord2vecPart *part = &self->segments[i].part;

  *n_skipped = find_record (part, self->end.at);
  if (*n_skipped < part->n_rows)
    return TRUE;
  *n_skipped = 0;
  sema_word2vec_part_clear (part);
  return sema_word2vec_walk (self->records, self->end.at, get_segment_start (self, i + 1), part, error);
}

static gboolean
take_segment (Walk *self, guint64 i, GError **error)
{
  const SemaWord2vecPart *part = &self->segments[i].part;
  guint64                 n_skipped;

  if (self->segments[i].error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->segments[i].error));
      return FALSE;
    }
  /* A record may be longer than a segment. */
  if (self->end.at >= get_segment_start (self, i + 1))
    return TRUE;
  if (!settle (self, i, &n_skipped, error))
    return FALSE;
  self->end = (SemaWord2vecEnd) {part->end, part->end_at};
  return self->take (part, n_skipped, self->data, error) && part->end == SEMA_WORD2VEC_RECORD_WHOLE;
}

/* Follows the records from segment to segment as far as they go. */
static gboolean
take_next (guint64 i, gpointer data)
{
  Walk    *self = data;
  gboolean goes_on = take_segment (self, i, &self->error);

  sema_word2vec_part_clear (&self->segments[i].part);
  return goes_on;
}

static gboolean
walk_all (Walk *self, GError **error)
{
  SemaProgress *progress = sema_file_get_progress (self->records->file);

  if (sema_parallel_rows_in_order (self->n_segments, 1, progress, walk_segment, take_next, self))
    self->end.kind = SEMA_WORD2VEC_RECORD_NONE;
  if (self->error == NULL)
    return sema_file_poll (self->records->file, error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * sema_word2vec_segments_walk:
 * @records: where they are, and what is measured of them
 * @take: takes what was found, in the order of the file, in one thread at a time
 * @data: for @take
 * @end: (out caller-allocates): how far the records go
 * @error: %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED, and those of @take
 *
 * Finds the records of a file. All threads walk over it, each byte is read once, and what is found does not depend on how many
 * they are. Memory: some segments' worth of words.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_word2vec_segments_walk (const SemaWord2vecRecords *records, SemaWord2vecTakeFunc take, gpointer data, SemaWord2vecEnd *end, GError **error)
{
  Walk     walk = {.records = records, .size = sema_file_get_size (records->file), .take = take, .data = data};
  gboolean fine;

  walk.end = (SemaWord2vecEnd) {SEMA_WORD2VEC_RECORD_WHOLE, records->start};
  walk.n_segments = sema_parallel_count_chunks (walk.size - MIN (records->start, walk.size), segment_size);
  walk.segments = sema_memory_alloc_n (walk.n_segments, sizeof (Segment), error);
  if (walk.segments == NULL)
    return FALSE;
  memset (walk.segments, 0, walk.n_segments * sizeof (Segment));
  fine = walk_all (&walk, error);
  *end = walk.end;
  for (guint64 i = 0; i < walk.n_segments; i++)
    {
      sema_word2vec_part_clear (&walk.segments[i].part);
      g_clear_error (&walk.segments[i].error);
    }
  sema_memory_free (walk.segments);
  return fine;
}
