/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-map.h"

#include "sema-word2vec-question.h"
#include "sema-word2vec-segments.h"

#define SMALLEST (1024 * 1024) /* a smaller file is read faster than mapped */
#define LARGEST_DIM 65536      /* of a wider row a window would hold too few */

/**
 * Take:
 * @check: what is promised, and the builder
 * @question: what will be asked
 * @n_more: records after those that are wanted, up to one with an odd word
 * @more_at: byte of the file where the first of them begins; 0: there is none
 * @is_odd: whether there is one with an odd word
 */
typedef struct
{
  SemaWord2vecCheck    *check;
  SemaWord2vecQuestion *question;
  guint64               n_more;
  guint64               more_at;
  gboolean              is_odd;
} Take;

static guint64 smallest_size = SMALLEST;

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
  sema_word2vec_segments_set_size (segment);
}

/**
 * sema_word2vec_map_new:
 * @check: a check of a file
 *
 * Returns: (transfer full) (nullable): the file, when its records may stay in it: it is plain, not too small, its numbers are
 *   those of this machine, and the system maps it; %NULL when it must be read
 */
SemaMapping *
sema_word2vec_map_new (const SemaWord2vecCheck *check)
{
  SemaFile *file = sema_source_get_plain_file (check->source);

  if (G_BYTE_ORDER != G_LITTLE_ENDIAN || file == NULL || check->header.dim > LARGEST_DIM || sema_file_get_size (file) < smallest_size)
    return NULL;
  return sema_mapping_new (sema_file_get_descriptor (file), sema_file_get_size (file));
}

/* The word of record @i, which begins @place bytes into the words; and where the next one does. */
static const char *
step_word (const SemaWord2vecPart *part, guint64 i, guint64 *place, gsize *length)
{
  const char *word = part->words.data + *place;

  *length = ((const guint32 *)part->lengths.data)[i];
  *place += *length + 1;
  return word;
}

static guint64
find_word (const SemaWord2vecPart *part, guint64 record)
{
  guint64 place = 0;
  gsize   length;

  for (guint64 i = 0; i < record; i++)
    step_word (part, i, &place, &length);
  return place;
}

/* The bytes of the words of some records, which begin @place bytes into the words. */
static guint64
measure_words (const SemaWord2vecPart *part, guint64 first, guint64 n, guint64 place)
{
  guint64 end = place;
  gsize   length;

  if (first + n == part->n_rows)
    return part->words.n_bytes - place;
  for (guint64 i = 0; i < n; i++)
    step_word (part, first + i, &end, &length);
  return end - place;
}

static gboolean
check_words (SemaWord2vecCheck *check, const SemaWord2vecPart *part, guint64 first, guint64 n, guint64 place, GError **error)
{
  if (part->n_odd == 0)
    {
      sema_word2vec_check_plain_words (check, n);
      return TRUE;
    }
  for (guint64 i = first; i < first + n; i++)
    {
      gsize       length;
      const char *word = step_word (part, i, &place, &length);

      if (!sema_word2vec_check_word (check, word, length, sema_word2vec_part_get_record (part, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_rows (SemaSetBuilder *builder, const SemaWord2vecPart *part, guint64 first, guint64 n, guint64 place, GError **error)
{
  SemaLentPart rows = {
    .row_starts = (const guint64 *)part->rows.data + first,
    .norms = (const double *)part->norms.data + first,
    .word_lengths = (const guint32 *)part->lengths.data + first,
    .words = part->words.data + place,
    .n_word_bytes = measure_words (part, first, n, place),
    .n_rows = n,
  };

  return n == 0 || sema_set_builder_add_lent (builder, &rows, error);
}

static const double *
get_products (const SemaWord2vecPart *part, guint64 first)
{
  return part->products.data != NULL ? (const double *)part->products.data + first : NULL;
}

/* Counts records that nobody asked for. */
static void
count_more (Take *self, const SemaWord2vecPart *part, guint64 first)
{
  guint64 place;

  if (first == part->n_rows)
    return;
  if (self->more_at == 0)
    self->more_at = sema_word2vec_part_get_record (part, first);
  place = find_word (part, first);
  for (guint64 i = first; i < part->n_rows && !self->is_odd; i++)
    {
      gsize       length;
      const char *word = step_word (part, i, &place, &length);

      self->is_odd = sema_word2vec_word_is_odd (word, length);
      self->n_more += !self->is_odd;
    }
}

static gboolean
take_part (const SemaWord2vecPart *part, guint64 first, gpointer data, GError **error)
{
  Take              *self = data;
  SemaWord2vecCheck *check = self->check;
  guint64            n = MIN (part->n_rows - first, check->most_rows - sema_set_builder_get_n_rows (check->builder));
  guint64            place = find_word (part, first);

  if (!check_words (check, part, first, n, place, error) ||
      !add_rows (check->builder, part, first, n, place, error) ||
      !sema_word2vec_question_add (self->question, check->builder, get_products (part, first), n, error))
    return FALSE;
  if (sema_word2vec_check_wants_rest (check))
    count_more (self, part, first + n);
  return sema_set_builder_get_n_rows (check->builder) < check->most_rows || sema_word2vec_check_wants_rest (check);
}

/* Walks over the records, and takes as many as are wanted. */
static gboolean
take_records (Take *self, const SemaWord2vecRecords *records, GError **error)
{
  SemaWord2vecCheck *check = self->check;
  SemaWord2vecEnd    end;

  if (!sema_word2vec_segments_walk (records, take_part, self, &end, error))
    return FALSE;
  if (sema_set_builder_get_n_rows (check->builder) < check->most_rows && !sema_word2vec_check_end (check, end.kind, end.at, error))
    return FALSE;
  if (!sema_word2vec_check_finish (check, error))
    return FALSE;
  if (sema_word2vec_check_wants_rest (check))
    sema_word2vec_check_rest (check, self->n_more, sema_file_get_size (records->file) - (self->more_at > 0 ? self->more_at : end.at),
                              !self->is_odd && end.kind == SEMA_WORD2VEC_RECORD_NONE);
  return TRUE;
}

/**
 * sema_word2vec_map_take:
 * @mapping: (transfer full): of sema_word2vec_map_new()
 * @check: what is promised, and the builder that gets the rows
 * @options: what is wanted
 * @error: as sema_word2vec_segments_walk(), and %SEMA_FORMAT_ERROR_DAMAGED
 *
 * Finds the records of a file and leaves their numbers where they are. Memory: about 50 bytes a record and the words.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_word2vec_map_take (SemaMapping *mapping, SemaWord2vecCheck *check, const SemaFormatsOptions *options, GError **error)
{
  const guint8       *bytes = sema_mapping_get_bytes (mapping);
  SemaMatrixOwner     owner = sema_mapping_lend (mapping);
  SemaWord2vecRecords records = {
    .file = sema_source_get_plain_file (check->source),
    .dim = (gsize)check->header.dim,
    .start = sema_source_get_offset (check->source),
  };
  g_autoptr (SemaWord2vecQuestion) question = sema_word2vec_question_new (options, &records, bytes);
  Take                             take = {.check = check, .question = question};

  sema_set_builder_lend_bytes (check->builder, bytes, &owner);
  return take_records (&take, &records, error) && sema_word2vec_question_finish (question, check->builder, error);
}
