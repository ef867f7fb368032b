/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-map.h"

#include <stdatomic.h>
#include <string.h>

#include "sema-mapping.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-word2vec-walk.h"

/* Where a record begins is known only from where the one before it ends. So that all threads can walk, each guesses where the
 * records of its segment begin, and what it found counts only if the walk over the segment before it ends just there. */

#define SMALLEST (1024 * 1024) /* a smaller file is read faster than mapped */
#define SEGMENT (4 * 1024 * 1024)
#define LARGEST_DIM 65536 /* of a wider row a window would hold too few */

/**
 * Segment:
 * @part: what was found in it
 * @error: why nothing was
 * @n_skipped: records at its beginning that are none
 * @n_words: bytes of the words that are left, with a NUL each
 * @first_row: number of its first row
 * @first_word: where its first word goes
 */
typedef struct
{
  SemaWord2vecPart part;
  GError          *error;
  guint64          n_skipped;
  guint64          n_words;
  guint64          first_row;
  guint64          first_word;
} Segment;

typedef struct
{
  SemaFile       *file;
  gsize           dim;
  guint64         start; /* byte of the first record */
  guint64         size;  /* of the file */
  Segment        *segments;
  guint64         n_segments;
  _Atomic guint64 n_done; /* bytes */
  SemaLentRows   *rows;
} Walk;

static guint64 smallest_size = SMALLEST;
static guint64 segment_size = SEGMENT;

/**
 * sema_word2vec_map_set_sizes:
 * @smallest: bytes from which on a file is mapped; 0 for the usual ones
 * @segment: bytes that are walked over at a time; 0 for the usual ones
 *
 * Lets a test map small files and cut them into many segments.
 */
void
sema_word2vec_map_set_sizes (guint64 smallest, guint64 segment)
{
  smallest_size = smallest > 0 ? smallest : SMALLEST;
  segment_size = segment > 0 ? segment : SEGMENT;
}

static guint64
get_segment_start (const Walk *self, guint64 i)
{
  return MIN (self->start + i * segment_size, self->size);
}

static void
walk_segment (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Walk    *self = data;
  Segment *segment = &self->segments[first];
  guint64  from = self->start;

  if (first > 0 && !sema_word2vec_walk_guess (self->file, self->dim, self->start, get_segment_start (self, first), &from, &segment->error))
    return;
  if (from > 0)
    sema_word2vec_walk (self->file, self->dim, from, get_segment_start (self, end), &segment->part, &segment->error);
  sema_progress_set_done (sema_file_get_progress (self->file), atomic_fetch_add (&self->n_done, segment_size) + segment_size);
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

/* Proves what was found in a segment, whose first record really begins at @at, or walks over it once more. */
static gboolean
settle (Walk *self, guint64 i, guint64 at, GError **error)
{
  Segment *segment = &self->segments[i];

  segment->n_skipped = find_record (&segment->part, at);
  if (segment->n_skipped < segment->part.n_rows)
    return TRUE;
  segment->n_skipped = 0;
  sema_word2vec_part_clear (&segment->part);
  return sema_word2vec_walk (self->file, self->dim, at, get_segment_start (self, i + 1), &segment->part, error);
}

static guint64
count_words (const Segment *segment)
{
  const guint32 *lengths = (const guint32 *)segment->part.lengths.data;
  guint64        n = segment->part.words.n_bytes;

  for (guint64 i = 0; i < segment->n_skipped; i++)
    n -= lengths[i] + 1;
  return n;
}

static void
append_segment (Segment *segment, SemaWord2vecMap *map, guint64 *n_words)
{
  segment->first_row = map->rows.n_rows;
  segment->first_word = *n_words;
  segment->n_words = count_words (segment);
  *n_words += segment->n_words;
  map->rows.n_rows += segment->part.n_rows - segment->n_skipped;
  map->n_odd += segment->part.n_odd;
  map->end_at = segment->part.end_at;
  map->end = segment->part.end;
}

/* Follows the records from segment to segment as far as they go. The rest of what was found is dropped. */
static gboolean
join_segments (Walk *self, SemaWord2vecMap *map, guint64 *n_words, GError **error)
{
  *n_words = 0;
  map->end_at = self->start;
  map->end = SEMA_WORD2VEC_RECORD_WHOLE;
  for (guint64 i = 0; i < self->n_segments; i++)
    {
      Segment *segment = &self->segments[i];

      if (map->end != SEMA_WORD2VEC_RECORD_WHOLE || map->end_at >= get_segment_start (self, i + 1))
        sema_word2vec_part_clear (&segment->part);
      else if (settle (self, i, map->end_at, error))
        append_segment (segment, map, n_words);
      else
        return FALSE;
    }
  if (map->end == SEMA_WORD2VEC_RECORD_WHOLE)
    map->end = SEMA_WORD2VEC_RECORD_NONE;
  return TRUE;
}

static void
copy_segment (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Walk                   *self = data;
  const Segment          *segment = &self->segments[first];
  const SemaWord2vecPart *part = &segment->part;
  guint64                 n = part->n_rows - segment->n_skipped;
  const guint32          *lengths = (const guint32 *)part->lengths.data + segment->n_skipped;
  guint64                 word = segment->first_word;

  if (n == 0)
    return;
  memcpy (self->rows->row_starts + segment->first_row, (const guint64 *)part->rows.data + segment->n_skipped, n * sizeof (guint64));
  memcpy (self->rows->norms + segment->first_row, (const double *)part->norms.data + segment->n_skipped, n * sizeof (double));
  memcpy (self->rows->words + word, part->words.data + part->words.n_bytes - segment->n_words, segment->n_words);
  for (guint64 i = 0; i < n; i++)
    {
      self->rows->word_starts[segment->first_row + i] = word;
      word += lengths[i] + 1;
    }
}

static gboolean
make_arrays (SemaLentRows *rows, guint64 n_words, GError **error)
{
  rows->row_starts = sema_memory_alloc_n (rows->n_rows, sizeof (guint64), error);
  rows->norms = rows->row_starts != NULL ? sema_memory_alloc_n (rows->n_rows, sizeof (double), error) : NULL;
  rows->word_starts = rows->norms != NULL ? sema_memory_alloc_n (rows->n_rows + 1, sizeof (guint64), error) : NULL;
  rows->words = rows->word_starts != NULL ? sema_memory_alloc (n_words, error) : NULL;
  return rows->words != NULL;
}

static gboolean
check_segments (const Walk *self, GError **error)
{
  for (guint64 i = 0; i < self->n_segments; i++)
    if (self->segments[i].error != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&self->segments[i].error));
        return FALSE;
      }
  return sema_file_poll (self->file, error);
}

/* Walks, proves, and gathers. */
static gboolean
find_rows (Walk *self, SemaWord2vecMap *map, GError **error)
{
  SemaProgress *progress = sema_file_get_progress (self->file);
  guint64       n_words;

  sema_parallel_rows (self->n_segments, 1, progress, walk_segment, self);
  if (!check_segments (self, error) || !join_segments (self, map, &n_words, error) || !make_arrays (&map->rows, n_words, error))
    return FALSE;
  self->rows = &map->rows;
  sema_parallel_rows (self->n_segments, 1, NULL, copy_segment, self);
  map->rows.word_starts[map->rows.n_rows] = n_words;
  return TRUE;
}

static gboolean
find_rows_of_file (SemaFile *file, gsize dim, guint64 start, guint64 size, SemaWord2vecMap *map, GError **error)
{
  Walk     walk = {.file = file, .dim = dim, .start = start, .size = size};
  gboolean fine;

  walk.n_segments = sema_parallel_count_chunks (size - MIN (start, size), segment_size);
  walk.segments = sema_memory_alloc_n (walk.n_segments, sizeof (Segment), error);
  if (walk.segments == NULL)
    return FALSE;
  memset (walk.segments, 0, walk.n_segments * sizeof (Segment));
  fine = find_rows (&walk, map, error);
  for (guint64 i = 0; i < walk.n_segments; i++)
    {
      sema_word2vec_part_clear (&walk.segments[i].part);
      g_clear_error (&walk.segments[i].error);
    }
  sema_memory_free (walk.segments);
  return fine;
}

/**
 * sema_word2vec_map_is_for:
 * @source: a source, at the first record
 * @dim: how many numbers a record has
 *
 * Returns: whether the records may stay in the file: it is plain, not too small, and its numbers are those of this machine
 */
gboolean
sema_word2vec_map_is_for (SemaSource *source, gsize dim)
{
  SemaFile *file = sema_source_get_plain_file (source);

  return G_BYTE_ORDER == G_LITTLE_ENDIAN && file != NULL && dim <= LARGEST_DIM && sema_file_get_size (file) >= smallest_size;
}

/**
 * sema_word2vec_map_open:
 * @source: a source for which sema_word2vec_map_is_for(), at the first record
 * @dim: how many numbers a record has
 * @self: (out caller-allocates): all its whole records; what it holds is the caller's
 * @is_open: (out): %FALSE when the file cannot be mapped: then it must be read
 * @error: %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Finds the records of a file and leaves their numbers where they are. All threads walk over it, each byte is read once, and
 * what is found does not depend on how many they are. Memory: about 30 bytes a record and the words.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_word2vec_map_open (SemaSource *source, gsize dim, SemaWord2vecMap *self, gboolean *is_open, GError **error)
{
  SemaFile               *file = sema_source_get_plain_file (source);
  guint64                 size = sema_file_get_size (file);
  g_autoptr (SemaMapping) mapping = sema_mapping_new (sema_file_get_descriptor (file), size);

  *self = (SemaWord2vecMap) {0};
  *is_open = mapping != NULL;
  if (mapping == NULL)
    return TRUE;
  self->rows.bytes = sema_mapping_get_bytes (mapping);
  if (!find_rows_of_file (file, dim, sema_source_get_offset (source), size, self, error))
    {
      sema_lent_rows_clear (&self->rows);
      return FALSE;
    }
  self->rows.owner = sema_mapping_lend (g_steal_pointer (&mapping));
  return TRUE;
}
