/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-utf8.h"

#define REPLACEMENT 0xfffd
#define ELLIPSIS 0x2026
#define MAX_CHARACTERS 200
#define MAX_MARKS 3
#define BLANKS " \t\r\n\v\f"

/**
 * sema_word_to_utf8:
 * @word: (array length=length): any bytes
 * @length: how many, may be 0
 *
 * Returns: (transfer full): the word as valid UTF-8 for a file or a terminal: each byte that is no part of a character, and
 *   each NUL, is U+FFFD; everything else is kept; free it with g_free()
 */
char *
sema_word_to_utf8 (const char *word, gsize length)
{
  g_return_val_if_fail (word != NULL || length == 0, NULL);

  return length > 0 ? g_utf8_make_valid (word, (gssize)length) : g_strdup ("");
}

/* Controls, what would turn or break the line around the label, and what is no character, which PDF and XML do not take. */
static gboolean
is_unsafe (gunichar ch)
{
  return ch >= SEMA_UTF8_INVALID || g_unichar_iscntrl (ch) ||
         (ch >= 0x2028 && ch <= 0x202e) || (ch >= 0x2066 && ch <= 0x2069) ||
         (ch & 0xfffe) == 0xfffe || (ch >= 0xfdd0 && ch <= 0xfdef);
}

static gboolean
is_visible (gunichar ch)
{
  return !g_unichar_isspace (ch) && !g_unichar_iszerowidth (ch);
}

/* Appends the characters to show; returns whether there is anything to see among them. */
static gboolean
append_label (GString *label, const char *p, const char *end)
{
  gboolean has_visible = FALSE;
  guint    n_marks = 0;
  gsize    last = 0;

  for (guint n = 0; p < end;)
    {
      gunichar ch = sema_utf8_next (&p, end);

      ch = is_unsafe (ch) ? REPLACEMENT : ch;
      n_marks = g_unichar_ismark (ch) ? n_marks + 1 : 0;
      if (n_marks > MAX_MARKS)
        continue;
      if (n == MAX_CHARACTERS)
        {
          g_string_truncate (label, last);
          g_string_append_unichar (label, ELLIPSIS);
          return has_visible;
        }
      last = label->len;
      g_string_append_unichar (label, ch);
      has_visible = has_visible || is_visible (ch);
      n++;
    }
  return has_visible;
}

/**
 * sema_word_to_label:
 * @word: (array length=length): any bytes
 * @length: how many, may be 0
 *
 * Returns: (transfer full): the word as it may stand on the screen: valid UTF-8 on one line, with U+FFFD for invalid bytes,
 *   controls, separators of lines and what overrides the direction of text; at most three combining marks in a row and 200
 *   characters, the last one an ellipsis when the word is longer. A word without a visible character stands in quotation
 *   marks, the empty one as "(empty)". Free it with g_free(). O(1) but for words of nothing but marks.
 */
char *
sema_word_to_label (const char *word, gsize length)
{
  GString *label;

  g_return_val_if_fail (word != NULL || length == 0, NULL);

  if (length == 0)
    return g_strdup (_ ("(empty)"));
  label = g_string_sized_new (MIN (length, 4 * MAX_CHARACTERS) + 1);
  if (!append_label (label, word, word + length))
    {
      g_string_prepend (label, "“");
      g_string_append (label, "”");
    }
  return g_string_free (label, FALSE);
}

static void
append_blanks (GString *cell, gsize n)
{
  for (gsize i = 0; i < MIN (n, MAX_CHARACTERS); i++)
    g_string_append (cell, SEMA_WORD_BLANK);
}

/**
 * sema_word_to_cell:
 * @word: (array length=length): any bytes
 * @length: how many, may be 0
 *
 * Returns: (transfer full): the word as sema_word_to_label() has it, but with a %SEMA_WORD_BLANK for each blank at its beginning and its
 *   end, for a column of a table, where nobody would see them
 */
char *
sema_word_to_cell (const char *word, gsize length)
{
  const char      *end = word + length;
  gsize            n_before = 0, n_after = 0;
  g_autofree char *label = NULL;
  GString         *cell = g_string_new (NULL);

  for (; word < end && *word == ' '; word++)
    n_before++;
  for (; word < end && end[-1] == ' '; end--)
    n_after++;
  append_blanks (cell, n_before);
  if (word < end || n_before == 0)
    {
      label = sema_word_to_label (word, (gsize)(end - word));
      g_string_append (cell, label);
    }
  append_blanks (cell, n_after);
  return g_string_free (cell, FALSE);
}

/* Where a word in quotes ends; NULL: there is none. Quotes round a word without blanks are its own. */
static const char *
find_quote (const char *text)
{
  for (const char *quote = text + 1; *text == '"' && (quote = strchr (quote, '"')) != NULL; quote++)
    if (quote[1] == '\0' || strchr (BLANKS, quote[1]) != NULL)
      return strcspn (text, BLANKS) < (gsize)(quote - text) ? quote : NULL;
  return NULL;
}

/**
 * sema_word_split:
 * @text: words with blanks between them, bytes; one that has blanks in it stands in double quotes
 *
 * Returns: (transfer full) (array zero-terminated=1): the words
 */
char **
sema_word_split (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (text += strspn (text, BLANKS); *text != '\0'; text += strspn (text, BLANKS))
    {
      const char      *quote = find_quote (text);
      const char      *end = quote != NULL ? quote : text + strcspn (text, BLANKS);
      const char      *begin = quote != NULL ? text + 1 : text;
      g_autofree char *word = g_strndup (begin, (gsize)(end - begin));

      g_strv_builder_add (words, word);
      text = quote != NULL ? quote + 1 : end;
    }
  return g_strv_builder_end (words);
}

/**
 * sema_word_name_row:
 * @name: (out caller-allocates): gets what a row without a word is called, wherever it is from: “[7]”
 * @row: which, from 0
 *
 * Returns: bytes of the name
 */
gsize
sema_word_name_row (char name[SEMA_WORD_ROW_SIZE], guint64 row)
{
  return (gsize)g_snprintf (name, SEMA_WORD_ROW_SIZE, "[%" PRIu64 "]", row);
}
