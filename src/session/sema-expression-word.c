/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-expression-word.h"

#include <string.h>

#include "sema-expression.h"

/* While one types, most expressions are wrong: so words are found here in texts of any kind. */

/* The end of the word that begins with a quote. One that is still open goes on to the next blank from the cursor on: what
 * stands behind that was there before. */
static const char *
find_quoted_end (const char *start, const char *cursor, gboolean *is_closed)
{
  const char *place = start + 1;

  for (; *place != '\0' && *place != '"'; place++)
    if (*place == '\\' && place[1] != '\0')
      place++;
  *is_closed = *place == '"';
  if (*is_closed)
    return place + 1;
  place = MAX (cursor, start);
  return place + strcspn (place, SEMA_EXPRESSION_BLANKS);
}

/* What stands between a quote and the cursor. */
static char *
unescape (const char *start, const char *cursor)
{
  GString *typed = g_string_new (NULL);

  for (const char *place = start + 1; place < cursor; place++)
    {
      if (*place == '\\' && ++place == cursor)
        break;
      g_string_append_c (typed, *place);
    }
  return g_string_free (typed, FALSE);
}

/* Fills in the word from @start to @end, unless there is nothing in it before the cursor, or it is a sign. */
static gboolean
take (const char *text, const char *start, const char *end, const char *cursor, SemaExpressionWord *word)
{
  g_autofree char *whole = g_strndup (start, (gsize)(end - start));
  gboolean         is_quoted = *start == '"';

  if (!is_quoted && sema_expression_is_sign (whole))
    return FALSE;
  word->typed = is_quoted ? unescape (start, cursor) : g_strndup (start, (gsize)(cursor - start));
  if (*word->typed == '\0')
    {
      sema_expression_word_clear (word);
      return FALSE;
    }
  word->start = (gsize)g_utf8_pointer_to_offset (text, start);
  word->end = (gsize)g_utf8_pointer_to_offset (text, end);
  word->is_number = !is_quoted && sema_expression_is_number (whole);
  return TRUE;
}

/**
 * sema_expression_word_find:
 * @text: an expression as far as it is typed, right or wrong, UTF-8
 * @place: where the cursor is: before the character of that number, from 0; what is beyond the end is at the end
 * @word: (out): the word there, to be cleared
 *
 * Finds the word that is being typed: the one that begins before the cursor, and that the cursor stands in or at the end
 * of. Behind the quote that ends a word it is finished; a sign is no word. O(length).
 *
 * Returns: whether there is one
 */
gboolean
sema_expression_word_find (const char *text, gsize place, SemaExpressionWord *word)
{
  const char *cursor;
  const char *start = text;

  *word = (SemaExpressionWord) {0};
  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), FALSE);

  cursor = place < (gsize)g_utf8_strlen (text, -1) ? g_utf8_offset_to_pointer (text, (glong)place) : text + strlen (text);
  for (;;)
    {
      gboolean    is_closed = FALSE;
      const char *end;

      start += strspn (start, SEMA_EXPRESSION_BLANKS);
      if (*start == '\0' || start >= cursor)
        return FALSE;
      end = *start == '"' ? find_quoted_end (start, cursor, &is_closed) : start + strcspn (start, SEMA_EXPRESSION_BLANKS);
      if (cursor < end || (cursor == end && !is_closed))
        return take (text, start, end, cursor, word);
      start = end;
    }
}

/**
 * sema_expression_word_clear:
 * @self: a word that was found, or none
 *
 * Frees what it holds.
 */
void
sema_expression_word_clear (SemaExpressionWord *self)
{
  g_clear_pointer (&self->typed, g_free);
}
