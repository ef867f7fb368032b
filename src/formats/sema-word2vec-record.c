/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-record.h"

#include <string.h>

/* Looks for the blank that ends the word. @length is that of the word; without a blank it is what was looked at. */
static const guint8 *
peek_word (SemaSource *source, gsize *length, gboolean *is_ended, GError **error)
{
  for (gsize wanted = 1;; wanted = SEMA_WORD2VEC_MAX_WORD + 1)
    {
      gsize         available;
      const guint8 *bytes = sema_source_peek (source, wanted, &available, error);
      const guint8 *blank;

      if (bytes == NULL)
        return NULL;
      *length = MIN (available, SEMA_WORD2VEC_MAX_WORD + 1);
      blank = memchr (bytes, ' ', *length);
      *is_ended = blank != NULL;
      if (blank != NULL)
        *length = (gsize)(blank - bytes);
      if (blank != NULL || available < wanted || *length > SEMA_WORD2VEC_MAX_WORD)
        return bytes;
    }
}

/**
 * sema_word2vec_record_peek:
 * @source: at the first byte of a record
 * @dim: how many numbers a record has, at most SEMA_WORD2VEC_MAX_DIM
 * @record: (out caller-allocates): what is there
 * @error: return location
 *
 * Looks at a record without taking it. The vector may hold blanks and line feeds: only its size says where it ends.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO, SEMA_CORE_ERROR_NO_MEMORY or SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_word2vec_record_peek (SemaSource *source, gsize dim, SemaWord2vecRecord *record, GError **error)
{
  gsize         length, size, available;
  gboolean      is_ended;
  const guint8 *bytes = peek_word (source, &length, &is_ended, error);

  *record = (SemaWord2vecRecord) {.kind = SEMA_WORD2VEC_RECORD_CUT};
  if (bytes == NULL)
    return FALSE;
  if (!is_ended)
    {
      if (length == 0)
        record->kind = SEMA_WORD2VEC_RECORD_NONE;
      else if (length > SEMA_WORD2VEC_MAX_WORD)
        record->kind = SEMA_WORD2VEC_RECORD_ENDLESS;
      return TRUE;
    }

  size = length + 1 + dim * sizeof (float);
  bytes = sema_source_peek (source, size, &available, error);
  if (bytes == NULL)
    return FALSE;
  if (available >= size)
    *record = (SemaWord2vecRecord) {
      .kind = SEMA_WORD2VEC_RECORD_WHOLE,
      .word = (const char *)bytes,
      .word_length = length,
      .vector = bytes + length + 1,
    };
  return TRUE;
}

/**
 * sema_word2vec_record_skip:
 * @source: where @record was seen
 * @dim: how many numbers a record has
 * @record: a whole record
 * @error: return location
 *
 * Takes the record, and one line feed after it: some writers end a record by it and some do not, so it is never required.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO, SEMA_CORE_ERROR_NO_MEMORY or SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_word2vec_record_skip (SemaSource *source, gsize dim, const SemaWord2vecRecord *record, GError **error)
{
  gsize         available;
  const guint8 *bytes;

  sema_source_skip (source, record->word_length + 1 + dim * sizeof (float));
  bytes = sema_source_peek (source, 1, &available, error);
  if (bytes == NULL)
    return FALSE;
  if (available > 0 && bytes[0] == '\n')
    sema_source_skip (source, 1);
  return TRUE;
}

/**
 * sema_word2vec_word_is_odd:
 * @word: the word of a record, any bytes
 * @length: how many
 *
 * Returns: whether it has more than one byte and a control character other than a kind of blank. A single such word
 * may be one; several in a row show that the bytes have shifted.
 */
gboolean
sema_word2vec_word_is_odd (const char *word, gsize length)
{
  if (length < 2)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (word[i]) && word[i] != '\t' && word[i] != '\v' && word[i] != '\f')
      return TRUE;
  return FALSE;
}

/**
 * sema_word2vec_record_copy_vector:
 * @record: a whole record
 * @dim: how many numbers it has
 * @values: (out) (array length=dim): gets the numbers, bit for bit
 *
 * Copies the vector in the byte order of this machine.
 */
void
sema_word2vec_record_copy_vector (const SemaWord2vecRecord *record, gsize dim, float *values)
{
  memcpy (values, record->vector, dim * sizeof (float));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    for (gsize i = 0; i < dim; i++)
      {
        guint32 bits;

        memcpy (&bits, &values[i], sizeof bits);
        bits = GUINT32_FROM_LE (bits);
        memcpy (&values[i], &bits, sizeof bits);
      }
}
