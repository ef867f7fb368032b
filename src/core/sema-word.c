/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-utf8.h"

#define ELLIPSIS 0x2026
#define MAX_CHARACTERS 200
#define MAX_MARKS 3
#define BLANKS " \t\r\n\v\f"
#define FIRST_JOINED 0x600 /* scripts that are written with joiners begin here; those before them are not */

/* A label that grows. */
typedef struct
{
  GString *text;
  gsize    n;           /* characters */
  gsize    cut;         /* bytes before the last character that may be */
  guint    n_marks;     /* in a row */
  gboolean has_visible; /* whether there is anything to see */
} Label;

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

/* Signs of Arabic, Syriac and Kaithi that stand before what they belong to: to Unicode formats, and yet to be seen. */
static gboolean
is_sign_before (gunichar ch)
{
  return (ch >= 0x600 && ch <= 0x605) || ch == 0x6dd || ch == 0x70f || ch == 0x890 || ch == 0x891 || ch == 0x8e2 || ch == 0x110bd || ch == 0x110cd;
}

/* What is not seen though it is there: formats and fillers, and blanks where they part nothing. */
static gboolean
is_invisible (gunichar ch, gboolean is_within)
{
  switch (g_unichar_type (ch))
    {
    case G_UNICODE_FORMAT:
      return !is_sign_before (ch);
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    case G_UNICODE_SPACE_SEPARATOR:
      return !is_within && ch != ' ';
    default:
      return ch == 0x034f || ch == 0x115f || ch == 0x1160 || ch == 0x2800 || ch == 0x3164 || ch == 0xffa0;
    }
}

/* Whether it is no character, which PDF and XML do not take. */
static gboolean
is_no_character (gunichar ch)
{
  return (ch & 0xfffe) == 0xfffe || (ch >= 0xfdd0 && ch <= 0xfdef);
}

/* Joiners belong to the spelling of Persian, Hindi or a family of emoji, where there is something to join. */
static gboolean
joins (gunichar ch, gunichar before, const char *p, const char *end)
{
  return (ch == 0x200c || ch == 0x200d) && before >= FIRST_JOINED && p < end && sema_utf8_next (&p, end) >= FIRST_JOINED;
}

/* Returns FALSE where no more has place, and the ellipsis stands for the rest. */
static gboolean
append (Label *self, const char *text, gsize n)
{
  if (self->n + n > MAX_CHARACTERS)
    {
      g_string_truncate (self->text, self->cut);
      g_string_append_unichar (self->text, ELLIPSIS);
      return FALSE;
    }
  g_string_append (self->text, text);
  self->n += n;
  if (self->n < MAX_CHARACTERS)
    self->cut = self->text->len;
  return TRUE;
}

static gboolean
append_code (Label *self, gunichar ch)
{
  char code[24];

  if (ch >= SEMA_UTF8_INVALID)
    g_snprintf (code, sizeof code, "‹0x%02X›", ch - SEMA_UTF8_INVALID);
  else
    g_snprintf (code, sizeof code, "‹U+%04X›", ch);
  self->n_marks = 0;
  self->has_visible = TRUE;
  return append (self, code, (gsize)g_utf8_strlen (code, -1));
}

static gboolean
append_blank (Label *self)
{
  self->n_marks = 0;
  self->has_visible = TRUE;
  return append (self, SEMA_WORD_BLANK, 1);
}

static gboolean
append_character (Label *self, gunichar ch)
{
  char text[7] = "";

  self->n_marks = g_unichar_ismark (ch) ? self->n_marks + 1 : 0;
  if (self->n_marks > MAX_MARKS)
    return TRUE;
  g_unichar_to_utf8 (ch, text);
  self->has_visible = self->has_visible || is_sign_before (ch) || (ch != ' ' && !g_unichar_iszerowidth (ch));
  return append (self, text, 1);
}

/* Appends what is to be seen of a word. */
static void
append_word (Label *self, const char *word, const char *end)
{
  const char *first = word, *last = end;
  gunichar    before = 0;

  while (first < end && *first == ' ')
    first++;
  while (last > first && last[-1] == ' ')
    last--;
  for (const char *p = word, *at = p; p < end; at = p)
    {
      gunichar ch = sema_utf8_next (&p, end);
      gboolean goes_on;

      if (ch == ' ' && (at < first || at >= last))
        goes_on = append_blank (self);
      else if (ch >= SEMA_UTF8_INVALID || is_no_character (ch) || (is_invisible (ch, at > word && p < end) && !joins (ch, before, p, end)))
        goes_on = append_code (self, ch);
      else
        goes_on = append_character (self, ch);
      if (!goes_on)
        return;
      before = ch;
    }
}

/**
 * sema_word_to_label:
 * @word: (array length=length): any bytes
 * @length: how many, may be 0
 *
 * Returns: (transfer full): the word as it may stand on the screen: valid UTF-8 on one line. What could not be seen, or would
 *   break or turn the line, is there as its code, such as ‹U+200B›, and a byte that is no part of a character as ‹0xFF›; a
 *   blank at the beginning or the end is %SEMA_WORD_BLANK. There are at most three combining marks in a row and 200
 *   characters, the last one an ellipsis when the word is longer. A word without a visible character stands in quotation
 *   marks, the empty one as "(empty)". Free it with g_free(). O(1) but for words of nothing but marks or blanks.
 */
char *
sema_word_to_label (const char *word, gsize length)
{
  Label label = {0};

  g_return_val_if_fail (word != NULL || length == 0, NULL);

  if (length == 0)
    return g_strdup (_ ("(empty)"));
  label.text = g_string_sized_new (MIN (length, 4 * MAX_CHARACTERS) + 1);
  append_word (&label, word, word + length);
  if (!label.has_visible)
    {
      g_string_prepend (label.text, "“");
      g_string_append (label.text, "”");
    }
  return g_string_free (label.text, FALSE);
}

/**
 * sema_word_from_label:
 * @text: what somebody typed who saw a label, bytes
 *
 * Returns: (transfer full) (nullable): the text with a blank for each %SEMA_WORD_BLANK, or %NULL where there is none; free it with g_free()
 */
char *
sema_word_from_label (const char *text)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strstr (text, SEMA_WORD_BLANK) == NULL)
    return NULL;
  parts = g_strsplit (text, SEMA_WORD_BLANK, -1);
  return g_strjoinv (" ", parts);
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
