/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-header.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-word.h"

static gsize
skip_blanks (const char *line, gsize length, gsize at)
{
  while (at < length && (line[at] == ' ' || line[at] == '\t'))
    at++;
  return at;
}

/* Reads digits; FALSE when there is none. What does not fit becomes the largest number. */
static gboolean
take_number (const char *line, gsize length, gsize *at, guint64 *value)
{
  gsize first = *at;

  *value = 0;
  for (; *at < length && g_ascii_isdigit (line[*at]); (*at)++)
    if (__builtin_mul_overflow (*value, 10, value) || __builtin_add_overflow (*value, (guint64)(line[*at] - '0'), value))
      *value = G_MAXUINT64;
  return *at > first;
}

/**
 * sema_word2vec_header_parse:
 * @line: (array length=length): the first line, without what ends it
 * @length: its bytes
 * @header: (out caller-allocates): the two numbers
 *
 * Returns: whether the line is two unsigned whole numbers with blanks between them and nothing else, in at most
 * SEMA_WORD2VEC_HEADER_MAX bytes. Their range is for sema_word2vec_header_check().
 */
gboolean
sema_word2vec_header_parse (const char *line, gsize length, SemaWord2vecHeader *header)
{
  gsize at, gap;

  if (length >= SEMA_WORD2VEC_HEADER_MAX)
    return FALSE;
  at = skip_blanks (line, length, 0);
  if (!take_number (line, length, &at, &header->n_words))
    return FALSE;
  gap = at;
  at = skip_blanks (line, length, at);
  if (at == gap || !take_number (line, length, &at, &header->dim))
    return FALSE;
  return skip_blanks (line, length, at) == length;
}

/**
 * sema_word2vec_header_is_attempt:
 * @line: (array length=length): the first line, without what ends it
 * @length: its bytes
 *
 * Returns: whether the line is short and has digits, signs and blanks only, so that it was meant to be a header
 */
gboolean
sema_word2vec_header_is_attempt (const char *line, gsize length)
{
  gboolean has_digit = FALSE;

  if (length >= SEMA_WORD2VEC_HEADER_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (line[i]))
        has_digit = TRUE;
      else if (line[i] != ' ' && line[i] != '\t' && line[i] != '-' && line[i] != '+')
        return FALSE;
    }
  return has_digit;
}

/**
 * sema_word2vec_header_refuse:
 * @line: (array length=length): the first line
 * @length: its bytes
 * @label: name of the file for messages
 * @error: (out): gets SEMA_FORMAT_ERROR_DAMAGED
 *
 * Says that the first line is no header.
 */
void
sema_word2vec_header_refuse (const char *line, gsize length, const char *label, GError **error)
{
  g_autofree char *shown = sema_word_to_label (line, length);

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("Line 1 of “%s” should be two whole numbers, how many words there are and how many numbers each has; it is “%s”."), label, shown);
}

/**
 * sema_word2vec_header_check:
 * @header: what the line says
 * @line: (array length=length): the line, to be quoted
 * @length: its bytes
 * @label: name of the file for messages
 * @error: return location
 *
 * Returns: whether there is at least one word and one number each, and no more than can be; if not, %FALSE with
 * SEMA_FORMAT_ERROR_DAMAGED
 */
gboolean
sema_word2vec_header_check (const SemaWord2vecHeader *header, const char *line, gsize length, const char *label, GError **error)
{
  g_autofree char *shown = sema_word_to_label (line, length);

  if (header->dim == 0)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("Line 1 of “%s” promises vectors of 0 numbers: “%s”; at least 1 is needed."), label, shown);
  else if (header->dim > SEMA_WORD2VEC_MAX_DIM)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("Line 1 of “%s” promises vectors of too many numbers: “%s”; at most %d are possible."), label, shown, SEMA_WORD2VEC_MAX_DIM);
  else if (header->n_words == 0)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("Line 1 of “%s” promises 0 words: “%s”; at least 1 is needed."), label, shown);
  else if (header->n_words > SEMA_WORD2VEC_MAX_WORDS)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("Line 1 of “%s” promises too many words: “%s”; at most %" PRIu64 " are possible."), label, shown, SEMA_WORD2VEC_MAX_WORDS);
  else
    return TRUE;
  return FALSE;
}
