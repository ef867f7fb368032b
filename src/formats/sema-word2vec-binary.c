/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-format.h"
#include "sema-formats.h"
#include "sema-line-scanner.h"
#include "sema-text-shape.h"
#include "sema-word2vec-header.h"
#include "sema-word2vec-map.h"
#include "sema-word2vec-record.h"

#define LOOK (128 * 1024)           /* bytes after the header that show whether they are text */
#define MAX_LEFT ((guint64)1 << 30) /* bytes after the last word that are counted */
#define ODD_WINDOW 0xffu            /* of eight successive words… */
#define MAX_ODD 2                   /* …no more than two may have control characters */

/* One file being read. */
typedef struct
{
  SemaSource        *source;
  SemaWord2vecHeader header;
  gsize              dim;
  SemaSetBuilder    *builder;
  guint              odd_words; /* a bit for each of the last words */
  guint64            n_odd;     /* words with control characters */
  guint64            odd_at;    /* byte where the first of them starts */
  guint64            cut_at;    /* byte of the record that the data end in; 0: none */
} Binary;

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

static gboolean
take_header (Binary *self, GError **error)
{
  const char *line;
  gsize       length, size;

  if (!peek_header_line (self->source, &line, &length, &size, error))
    return FALSE;
  g_return_val_if_fail (sema_word2vec_header_parse (line, length, &self->header), FALSE);
  sema_source_skip (self->source, size);
  self->dim = (gsize)self->header.dim;
  return TRUE;
}

static gboolean
refuse_shift (Binary *self, guint64 at, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” is damaged near byte %" PRIu64 ": no word is where one should be; it may have been copied in text mode."),
                  sema_source_get_label (self->source), at);
  return FALSE;
}

/* Words with control characters, several in a row, show that bytes were put in or lost, so that every number from there on is
 * wrong. */
static gboolean
check_shift (Binary *self, const char *word, gsize length, guint64 at, GError **error)
{
  gboolean is_odd = sema_word2vec_word_is_odd (word, length);

  self->odd_words = ((self->odd_words << 1) | (is_odd ? 1 : 0)) & ODD_WINDOW;
  if (is_odd && self->n_odd++ == 0)
    self->odd_at = at;
  return __builtin_popcount (self->odd_words) <= MAX_ODD || refuse_shift (self, at, error);
}

static gboolean
take_record (Binary *self, const SemaWord2vecRecord *record, GError **error)
{
  float *values = sema_set_builder_add (self->builder, record->word, record->word_length, error);

  if (values == NULL)
    return FALSE;
  sema_word2vec_record_copy_vector (record, self->dim, values);
  return sema_word2vec_record_skip (self->source, self->dim, record, error);
}

/* What ends the records before all that are promised were seen. */
static gboolean
note_end (Binary *self, SemaWord2vecRecordKind end, guint64 at, GError **error)
{
  if (end == SEMA_WORD2VEC_RECORD_ENDLESS)
    return refuse_shift (self, at, error);
  if (end == SEMA_WORD2VEC_RECORD_CUT)
    self->cut_at = at;
  return TRUE;
}

/* Reads as many records as are promised and there. */
static gboolean
take_records (Binary *self, GError **error)
{
  while (sema_set_builder_get_n_rows (self->builder) < self->header.n_words)
    {
      guint64            at = sema_source_get_offset (self->source);
      SemaWord2vecRecord record;

      if (!sema_word2vec_record_peek (self->source, self->dim, &record, error))
        return FALSE;
      if (record.kind != SEMA_WORD2VEC_RECORD_WHOLE)
        return note_end (self, record.kind, at, error);
      if (!check_shift (self, record.word, record.word_length, at, error) || !take_record (self, &record, error))
        return FALSE;
    }
  return TRUE;
}

/* Counts the records after the promised ones, up to bytes that are none. */
static gboolean
skip_records (Binary *self, guint64 *n_records, GError **error)
{
  SemaWord2vecRecord record;

  for (*n_records = 0;; (*n_records)++)
    {
      if (!sema_word2vec_record_peek (self->source, self->dim, &record, error))
        return FALSE;
      if (record.kind != SEMA_WORD2VEC_RECORD_WHOLE || sema_word2vec_word_is_odd (record.word, record.word_length))
        return TRUE;
      if (!sema_word2vec_record_skip (self->source, self->dim, &record, error))
        return FALSE;
    }
}

/* Takes what is left; stops where there is very much of it. */
static gboolean
skip_bytes (Binary *self, guint64 *n_bytes, GError **error)
{
  gsize available;

  *n_bytes = 0;
  do
    {
      if (sema_source_peek (self->source, 1, &available, error) == NULL)
        return FALSE;
      sema_source_skip (self->source, available);
      *n_bytes += available;
    }
  while (available > 0 && *n_bytes < MAX_LEFT);
  return TRUE;
}

/* Says what comes after the promised words: whole records, or something else too. */
static void
tell_rest (Binary *self, guint64 n_records, guint64 n_left, gboolean is_records)
{
  if (n_left > 0 && is_records)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; %" PRIu64 " more follows them and was left out.",
                                     "Line 1 promises %" PRIu64 " words; %" PRIu64 " more follow them and were left out.", n_records),
                           self->header.n_words, n_records);
  else if (n_left > 0)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; at least %" PRIu64 " byte follows them and was left out.",
                                     "Line 1 promises %" PRIu64 " words; at least %" PRIu64 " bytes follow them and were left out.", n_left),
                           self->header.n_words, n_left);
}

/* Reads to the end of the data, which also finds what is wrong with their compression. */
static gboolean
take_rest (Binary *self, GError **error)
{
  guint64 first = sema_source_get_offset (self->source);
  guint64 n_records, n_bytes;

  if (!skip_records (self, &n_records, error) || !skip_bytes (self, &n_bytes, error))
    return FALSE;
  tell_rest (self, n_records, sema_source_get_offset (self->source) - first, n_bytes == 0);
  return TRUE;
}

/* Says that there are fewer words than promised. FALSE: there is none. */
static gboolean
tell_shortage (Binary *self, GError **error)
{
  guint64 n_rows = sema_set_builder_get_n_rows (self->builder);

  if (n_rows == 0)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                   _ ("“%s” ends inside its first word, which starts at byte %" PRIu64 "; %" PRIu64 " words were promised."),
                      sema_source_get_label (self->source), sema_source_get_offset (self->source), self->header.n_words);
      return FALSE;
    }
  if (n_rows < self->header.n_words)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; the file has %" PRIu64 " whole one.",
                                     "Line 1 promises %" PRIu64 " words; the file has %" PRIu64 " whole ones.", n_rows),
                           self->header.n_words, n_rows);
  if (self->cut_at > 0)
    sema_set_builder_warn (self->builder, _ ("The file ends inside the word that starts at byte %" PRIu64 ", which was left out."), self->cut_at);
  return TRUE;
}

static void
warn_of_odd_words (Binary *self)
{
  if (self->n_odd > 0)
    sema_set_builder_warn (self->builder,
                           ngettext ("%" PRIu64 " word has control characters in it, at byte %" PRIu64 ": the file may be damaged there.",
                                     "%" PRIu64 " words have control characters in them, the first at byte %" PRIu64 ": the file may be damaged there.", self->n_odd),
                           self->n_odd, self->odd_at);
}

static gboolean
read_binary (Binary *self, GError **error)
{
  if (!take_records (self, error) || !tell_shortage (self, error))
    return FALSE;
  warn_of_odd_words (self);
  return sema_set_builder_get_n_rows (self->builder) < self->header.n_words || take_rest (self, error);
}

static const char *
get_word (const SemaLentRows *rows, guint64 row, gsize *length)
{
  *length = rows->word_starts[row + 1] - rows->word_starts[row] - 1;
  return rows->words + rows->word_starts[row];
}

/* Checks the first rows as take_records() does, when there is a word to be checked at all. */
static gboolean
check_words (Binary *self, const SemaWord2vecMap *map, guint64 n, GError **error)
{
  for (guint64 row = 0; map->n_odd > 0 && row < n; row++)
    {
      gsize       length;
      const char *word = get_word (&map->rows, row, &length);

      if (!check_shift (self, word, length, map->rows.row_starts[row] - 1 - length, error))
        return FALSE;
    }
  return map->rows.n_rows >= self->header.n_words || note_end (self, map->end, map->end_at, error);
}

/* The same as take_rest(), of records that are known already. */
static void
tell_rest_of_map (Binary *self, const SemaWord2vecMap *map)
{
  guint64 n = self->header.n_words;
  guint64 first = n == map->rows.n_rows ? map->end_at : map->rows.row_starts[n] - (map->rows.word_starts[n + 1] - map->rows.word_starts[n]);
  guint64 row;

  for (row = n; row < map->rows.n_rows; row++)
    {
      gsize       length;
      const char *word = get_word (&map->rows, row, &length);

      if (sema_word2vec_word_is_odd (word, length))
        break;
    }
  tell_rest (self, row - n, sema_source_get_max_size (self->source) - first, row == map->rows.n_rows && map->end == SEMA_WORD2VEC_RECORD_NONE);
}

/* Takes the rows that are promised, and says what was odd. */
static gboolean
take_map (Binary *self, SemaWord2vecMap *map, GError **error)
{
  guint64 n_all = map->rows.n_rows;
  guint64 n = MIN (n_all, self->header.n_words);

  map->rows.n_rows = n;
  sema_set_builder_lend (self->builder, &map->rows);
  map->rows.n_rows = n_all;
  if (!check_words (self, map, n, error) || !tell_shortage (self, error))
    return FALSE;
  warn_of_odd_words (self);
  if (n == self->header.n_words)
    tell_rest_of_map (self, map);
  return TRUE;
}

/* Maps the file where that is possible, and reads it where it is not. */
static gboolean
map_or_read (Binary *self, GError **error)
{
  SemaWord2vecMap map;
  gboolean        is_open = FALSE;

  if (sema_word2vec_map_is_for (self->source, self->dim) &&
      !sema_word2vec_map_open (self->source, self->dim, &map, &is_open, error))
    return FALSE;
  return is_open ? take_map (self, &map, error) : read_binary (self, error);
}

static SemaSetBuilder *
load (SemaSource *source, GError **error)
{
  Binary  self = {.source = source};
  guint64 max_rows;

  if (!take_header (&self, error))
    return NULL;
  max_rows = sema_source_get_max_size (source) / (self.dim * sizeof (float) + 1);
  self.builder = sema_set_builder_new (self.dim, MIN (max_rows, self.header.n_words));
  if (!map_or_read (&self, error))
    g_clear_pointer (&self.builder, sema_set_builder_free);
  return self.builder;
}

const SemaFormat sema_format_word2vec_binary = {
  .id = "word2vec-binary",
  .sniff = sniff,
  .load = load,
};
