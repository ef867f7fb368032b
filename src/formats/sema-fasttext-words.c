/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dictionary of a model of fastText: its words, its labels, and which n-grams have a row. */
#include "sema-fasttext-words.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-little-endian.h"

#define FIRST_LOOK 256               /* bytes in which most words end */
#define LONGEST_WORD 65536           /* bytes; a longer one is none */
#define AFTER_WORD (1 + 8 + 1)       /* bytes: a NUL, how often it was seen, its kind */
#define SMALLEST_ENTRY AFTER_WORD    /* bytes */
#define KEPT (2 * sizeof (gint32))   /* bytes: an n-gram's bucket and its row */
#define KEPT_PER_LOOK (16384 * KEPT) /* bytes */

enum {
  WORD,
  LABEL,
};

static gboolean
refuse (SemaSource *source, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("The fastText model “%s” is damaged at byte %" PRIu64 ": %s."), sema_source_get_label (source), sema_source_get_offset (source), clause);
  return FALSE;
}

/* The next entry, whole; its word is @length bytes. */
static const guint8 *
peek_entry (SemaSource *source, gsize *length, GError **error)
{
  for (gsize wanted = FIRST_LOOK; wanted <= LONGEST_WORD + FIRST_LOOK; wanted = wanted == FIRST_LOOK ? LONGEST_WORD + FIRST_LOOK : wanted + 1)
    {
      gsize         available;
      const guint8 *bytes = sema_source_peek (source, wanted, &available, error);
      const guint8 *end = bytes != NULL ? memchr (bytes, 0, MIN (available, wanted)) : NULL;

      if (bytes == NULL)
        return NULL;
      if (end != NULL && (gsize)(end - bytes) + AFTER_WORD <= available)
        {
          *length = (gsize)(end - bytes);
          return bytes;
        }
      if (available < wanted)
        break;
    }
  refuse (source, _ ("a word does not end, as in a download that was cut short; fetch it again"), error);
  return NULL;
}

static gboolean
add (SemaTensorsWords *self, const guint8 *word, gsize length, GError **error)
{
  char    *place = sema_buffer_append (&self->words, length + 1, error);
  guint64 *start = place != NULL ? sema_buffer_append (&self->starts, sizeof *start, error) : NULL;

  if (start == NULL)
    return FALSE;
  memcpy (place, word, length);
  place[length] = 0;
  *start = self->words.n_bytes;
  self->n++;
  return TRUE;
}

static gboolean
begin (SemaTensorsWords *self, GError **error)
{
  guint64 *start = sema_buffer_append (&self->starts, sizeof *start, error);

  if (start != NULL)
    *start = 0;
  return start != NULL;
}

/* Whether there can be so many pieces in what is left of the file. */
static gboolean
check_count (SemaSource *source, guint64 n, guint64 size, GError **error)
{
  guint64 n_left = sema_source_get_max_size (source) - sema_source_get_offset (source);

  return n <= n_left / size || refuse (source, _ ("it is too short for all that its header counts, as a download that was cut short is; fetch it again"), error);
}

/**
 * sema_fasttext_words_read:
 * @source: a plain file, behind its header
 * @header: that
 * @words: gets the words, in the order of their rows
 * @labels: gets the labels of a supervised model
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, or as sema_source_peek()
 *
 * Reads the dictionary. A word is any bytes but NUL.
 *
 * Returns: whether it is whole
 */
gboolean
sema_fasttext_words_read (SemaSource *source, const SemaFasttextHeader *header, SemaTensorsWords *words, SemaTensorsWords *labels, GError **error)
{
  if (!check_count (source, header->n_entries, SMALLEST_ENTRY, error) || !begin (words, error) || !begin (labels, error))
    return FALSE;
  for (guint64 i = 0; i < header->n_entries; i++)
    {
      gsize         length;
      const guint8 *entry = peek_entry (source, &length, error);
      guint         kind = i < header->n_words ? WORD : LABEL;

      if (entry == NULL)
        return FALSE;
      if (entry[length + AFTER_WORD - 1] != kind)
        return refuse (source, _ ("its words do not come before its labels"), error);
      if (!add (kind == WORD ? words : labels, entry, length, error))
        return FALSE;
      sema_source_skip (source, length + AFTER_WORD);
    }
  return TRUE;
}

static gboolean
add_kept (SemaBuffer *kept, const guint8 *pair, GError **error)
{
  guint64 *place = sema_buffer_append (kept, sizeof *place, error);

  if (place != NULL)
    *place = sema_little_endian_get (pair, sizeof (gint32)) << 32 | sema_little_endian_get (pair + sizeof (gint32), sizeof (gint32));
  return place != NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;

  return (first > second) - (first < second);
}

/* Each bucket may have one row, one of those that there are. */
static gboolean
check_kept (SemaSource *source, const SemaFasttextHeader *header, const SemaBuffer *kept, GError **error)
{
  const guint64 *pairs = (const guint64 *)(gconstpointer)kept->data;
  guint64        n = (guint64)header->n_kept;

  for (guint64 i = 0; i < n; i++)
    {
      if (pairs[i] >> 32 >= header->n_buckets || (pairs[i] & G_MAXUINT32) >= n)
        return refuse (source, _ ("an n-gram has a row that is not there"), error);
      if (i > 0 && pairs[i] >> 32 == pairs[i - 1] >> 32)
        return refuse (source, _ ("an n-gram has two rows"), error);
    }
  return TRUE;
}

/**
 * sema_fasttext_words_read_kept:
 * @source: a plain file, behind its dictionary
 * @header: its header, of a model that was pruned
 * @kept: guint64: gets for each bucket that has a row the bucket << 32 | the row, counted from the first one after the words; ascending
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, or as sema_source_peek()
 *
 * Reads which n-grams were kept. O(n log n).
 *
 * Returns: whether it is whole
 */
gboolean
sema_fasttext_words_read_kept (SemaSource *source, const SemaFasttextHeader *header, SemaBuffer *kept, GError **error)
{
  guint64 n_left = (guint64)header->n_kept;

  if (!check_count (source, n_left, KEPT, error))
    return FALSE;
  while (n_left > 0)
    {
      gsize         n = (gsize)MIN (n_left, KEPT_PER_LOOK / KEPT), available;
      const guint8 *bytes = sema_source_peek (source, n * KEPT, &available, error);

      if (bytes == NULL)
        return FALSE;
      if (available < n * KEPT)
        return refuse (source, _ ("it is too short for all that its header counts, as a download that was cut short is; fetch it again"), error);
      for (gsize i = 0; i < n; i++)
        if (!add_kept (kept, bytes + i * KEPT, error))
          return FALSE;
      sema_source_skip (source, n * KEPT);
      n_left -= n;
    }
  if (kept->n_bytes > 0)
    qsort (kept->data, kept->n_bytes / sizeof (guint64), sizeof (guint64), compare);
  return check_kept (source, header, kept, error);
}
