/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-format.h"
#include "sema-formats.h"
#include "sema-line-scanner.h"
#include "sema-text-shape.h"
#include "sema-word2vec-map.h"

#define LOOK (128 * 1024)           /* bytes after the header that show whether they are text */
#define MAX_LEFT ((guint64)1 << 30) /* bytes after the last word that are counted */

/* Looks at the first line. @size is its bytes with the line feed; 0: it is too long to be a header. */
static gboolean
peek_header_line (SemaSource *source, const char **line, gsize *length, gsize *size, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, SEMA_WORD2VEC_HEADER_MAX, &available, error);
  const guint8 *feed;

  if (bytes == NULL)
    return FALSE;
  *line = (const char *)bytes;
  feed = memchr (bytes, '\n', MIN (available, SEMA_WORD2VEC_HEADER_MAX));
  if (feed != NULL)
    *size = (gsize)(feed - bytes) + 1;
  else
    *size = available < SEMA_WORD2VEC_HEADER_MAX ? available : 0;
  *length = sema_line_measure (*line, feed != NULL ? *size - 1 : *size);
  return TRUE;
}

/* Whether there is nothing in the bytes that text has not: numbers in binary always have some of it. */
static gboolean
is_text (const guint8 *bytes, gsize length)
{
  const char *end;

  for (gsize i = 0; i < length; i++)
    if ((bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r') || bytes[i] == 0x7f)
      return FALSE;
  /* A character may be cut at the end. */
  return g_utf8_validate ((const char *)bytes, (gssize)length, &end) || length - (gsize)(end - (const char *)bytes) < 4;
}

/* Whether the promised records fill the bytes to the last one: then they are vectors, even if they look like text. */
static gboolean
is_filled (const guint8 *bytes, gsize length, const SemaWord2vecHeader *header)
{
  gsize         size = (gsize)header->dim * sizeof (float);
  const guint8 *end = bytes + length;

  for (guint64 n = 0; n < header->n_words; n++)
    {
      const guint8 *blank = memchr (bytes, ' ', (gsize)(end - bytes));

      if (blank == NULL || (gsize)(end - blank - 1) < size)
        return FALSE;
      bytes = blank + 1 + size;
      if (bytes < end && *bytes == '\n')
        bytes++;
    }
  return bytes == end;
}

/* What text after the header is, in which no numbers were recognised: records, if they fill it. */
static SemaVerdict
sniff_text (SemaSource *source, const SemaWord2vecHeader *header, gboolean filled, GError **error)
{
  SemaTextShape shape;

  if (!sema_text_shape_guess (source, &shape, error))
    return SEMA_VERDICT_FAILED;
  if (shape.has_decimal_commas)
    return SEMA_VERDICT_OTHER;
  if (filled)
    return SEMA_VERDICT_MINE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("Line 1 of “%s” promises %" PRIu64 " words of %" PRIu64 " numbers, but no word with its numbers follows."),
                  sema_source_get_label (source), header->n_words, header->dim);
  return SEMA_VERDICT_FAILED;
}

/* Whether numbers may follow the header of @size bytes. Text with numbers in it was recognised before. */
static SemaVerdict
sniff_vectors (SemaSource *source, const SemaWord2vecHeader *header, gsize size, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, size + LOOK, &available, error);

  if (bytes == NULL)
    return SEMA_VERDICT_FAILED;
  if (!is_text (bytes + size, MIN (available - size, LOOK)))
    return SEMA_VERDICT_MINE;
  return sniff_text (source, header, available < size + LOOK && is_filled (bytes + size, available - size, header), error);
}

static SemaVerdict
sniff (SemaSource *source, GError **error)
{
  const char        *label = sema_source_get_label (source);
  const char        *line;
  gsize              length, size;
  SemaWord2vecHeader header;

  if (!peek_header_line (source, &line, &length, &size, error))
    return SEMA_VERDICT_FAILED;
  if (size == 0 || !sema_word2vec_header_is_attempt (line, length))
    return SEMA_VERDICT_OTHER;
  if (!sema_word2vec_header_parse (line, length, &header))
    {
      sema_word2vec_header_refuse (line, length, label, error);
      return SEMA_VERDICT_FAILED;
    }
  if (!sema_word2vec_header_check (&header, line, length, label, error))
    return SEMA_VERDICT_FAILED;
  return sniff_vectors (source, &header, size, error);
}

/* Takes the first line. */
static gboolean
take_header (SemaSource *source, SemaWord2vecHeader *header, GError **error)
{
  const char *line;
  gsize       length, size;

  if (!peek_header_line (source, &line, &length, &size, error))
    return FALSE;
  g_return_val_if_fail (sema_word2vec_header_parse (line, length, header), FALSE);
  sema_source_skip (source, size);
  return TRUE;
}

static gboolean
take_record (SemaWord2vecCheck *check, const SemaWord2vecRecord *record, GError **error)
{
  gsize  dim = (gsize)check->header.dim;
  float *values = sema_set_builder_add (check->builder, record->word, record->word_length, error);

  if (values == NULL)
    return FALSE;
  sema_word2vec_record_copy_vector (record, dim, values);
  return sema_word2vec_record_skip (check->source, dim, record, error);
}

/* Reads as many records as are wanted and there. */
static gboolean
take_records (SemaWord2vecCheck *check, GError **error)
{
  while (sema_set_builder_get_n_rows (check->builder) < check->most_rows)
    {
      guint64            at = sema_source_get_offset (check->source);
      SemaWord2vecRecord record;

      if (!sema_word2vec_record_peek (check->source, (gsize)check->header.dim, &record, error))
        return FALSE;
      if (record.kind != SEMA_WORD2VEC_RECORD_WHOLE)
        return sema_word2vec_check_end (check, record.kind, at, error);
      if (!sema_word2vec_check_word (check, record.word, record.word_length, at, error) || !take_record (check, &record, error))
        return FALSE;
    }
  return TRUE;
}

/* Counts the records after the promised ones, up to bytes that are none. */
static gboolean
skip_records (SemaSource *source, gsize dim, guint64 *n_records, GError **error)
{
  SemaWord2vecRecord record;

  for (*n_records = 0;; (*n_records)++)
    {
      if (!sema_word2vec_record_peek (source, dim, &record, error))
        return FALSE;
      if (record.kind != SEMA_WORD2VEC_RECORD_WHOLE || sema_word2vec_word_is_odd (record.word, record.word_length))
        return TRUE;
      if (!sema_word2vec_record_skip (source, dim, &record, error))
        return FALSE;
    }
}

/* Takes what is left; stops where there is very much of it. */
static gboolean
skip_bytes (SemaSource *source, guint64 *n_bytes, GError **error)
{
  gsize available;

  *n_bytes = 0;
  do
    {
      if (sema_source_peek (source, 1, &available, error) == NULL)
        return FALSE;
      sema_source_skip (source, available);
      *n_bytes += available;
    }
  while (available > 0 && *n_bytes < MAX_LEFT);
  return TRUE;
}

/* Reads to the end of the data, which also finds what is wrong with their compression. */
static gboolean
take_rest (SemaWord2vecCheck *check, GError **error)
{
  SemaSource *source = check->source;
  guint64     first = sema_source_get_offset (source);
  guint64     n_records, n_bytes;

  if (!skip_records (source, (gsize)check->header.dim, &n_records, error) || !skip_bytes (source, &n_bytes, error))
    return FALSE;
  sema_word2vec_check_rest (check, n_records, sema_source_get_offset (source) - first, n_bytes == 0);
  return TRUE;
}

static gboolean
read_records (SemaWord2vecCheck *check, GError **error)
{
  if (!take_records (check, error) || !sema_word2vec_check_finish (check, error))
    return FALSE;
  return !sema_word2vec_check_wants_rest (check) || take_rest (check, error);
}

/* Maps the file where that is possible, and reads it where it is not. */
static gboolean
map_or_read (SemaWord2vecCheck *check, const SemaFormatsOptions *options, GError **error)
{
  g_autoptr (SemaMapping) mapping = sema_word2vec_map_new (check);

  if (mapping == NULL)
    return read_records (check, error);
  return sema_word2vec_map_take (g_steal_pointer (&mapping), check, options, error);
}

static SemaSetBuilder *
load (SemaSource *source, const SemaFormatsOptions *options, GError **error)
{
  SemaWord2vecCheck check = {.source = source};
  guint64           max_rows;

  if (!take_header (source, &check.header, error))
    return NULL;
  max_rows = sema_source_get_max_size (source) / (check.header.dim * sizeof (float) + 1);
  check.most_rows = sema_formats_limit (options, check.header.n_words);
  check.builder = sema_set_builder_new ((gsize)check.header.dim, MIN (max_rows, check.most_rows));
  if (map_or_read (&check, options, error))
    return check.builder;
  sema_set_builder_note_fitting (check.builder, error);
  sema_set_builder_free (check.builder);
  return NULL;
}

const SemaFormat sema_format_word2vec_binary = {
  .id = "word2vec-binary",
  .sniff = sniff,
  .load = load,
};
