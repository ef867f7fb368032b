/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-foreign-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-text-row.h"

#define RANKED_LINES 8 /* so many lines numbered from 0 are a list of tokens */

static gboolean
is_base64 (const char *text, gsize length)
{
  if (length == 0 || length % 4 != 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '+' && text[i] != '/' && !(text[i] == '=' && i + 2 >= length))
      return FALSE;
  return TRUE;
}

/* Whether the first lines are a token in base64 and its rank each, the ranks counting from 0. */
static gboolean
is_tiktoken (const guint8 *bytes, gsize n_bytes)
{
  const char *at = (const char *)bytes;
  const char *end = at + n_bytes;

  for (guint rank = 0; rank < RANKED_LINES; rank++)
    {
      g_autofree char *expected = g_strdup_printf (" %u\n", rank);
      const char      *blank = memchr (at, ' ', (gsize)(end - at));
      gsize            length = strlen (expected);

      if (blank == NULL || !is_base64 (at, (gsize)(blank - at)))
        return FALSE;
      if ((gsize)(end - blank) < length || memcmp (blank, expected, length) != 0)
        return FALSE;
      at = blank + length;
    }
  return TRUE;
}

/* Whether @needle is in the bytes, upper and lower case alike. */
static gboolean
contains (const char *text, gsize length, const char *needle)
{
  gsize n = strlen (needle);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_strncasecmp (text + i, needle, n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
starts_with (const char *text, gsize length, const char *prefix)
{
  gsize n = strlen (prefix);

  return length >= n && g_ascii_strncasecmp (text, prefix, n) == 0;
}

static char *
describe_json (const char *text, gsize length)
{
  if (contains (text, length, "\"weight_map\""))
    return g_strdup (_ ("it is the index of a model in several files, which have no words; “semascope-cli tensors” lists what they hold"));
  if (contains (text, length, "\"embeddings\""))
    return g_strdup (_ ("it is a configuration of the Embedding Projector, which has no vectors"));
  if (contains (text, length, "\"model\"") || contains (text, length, "\"added_tokens\""))
    return g_strdup (_ ("it is a tokenizer, which has no vectors"));
  return g_strdup (_ ("it is a JSON file, which does not open here"));
}

/* Whether the first line has more commas than blanks, and digits: a table. */
static gboolean
is_comma_separated (const char *text, gsize length)
{
  const char *feed = memchr (text, '\n', length);
  gsize       n = feed != NULL ? (gsize)(feed - text) : length;
  guint       n_commas = 0, n_blanks = 0;

  for (gsize i = 0; i < n; i++)
    {
      n_commas += text[i] == ',' || text[i] == ';';
      n_blanks += text[i] == ' ' || text[i] == '\t';
    }
  return n_commas > 1 && n_commas > n_blanks;
}

static char *
describe_web_page (void)
{
  return g_strdup (_ ("it is a web page, as when a download goes wrong; fetch the file again"));
}

/* Whether the first line starts as HTML does and does not end with a number. Other lines of such a page may. */
static gboolean
is_web_page (const guint8 *bytes, gsize n_bytes)
{
  const char *text = (const char *)bytes;
  const char *end = text + n_bytes;
  const char *feed;

  while (text < end && g_ascii_isspace (*text))
    text++;
  feed = memchr (text, '\n', (gsize)(end - text));
  if (feed == NULL)
    feed = end;
  return (starts_with (text, (gsize)(feed - text), "<!doctype") || starts_with (text, (gsize)(feed - text), "<html")) &&
         sema_text_row_count_numbers (text, (gsize)(feed - text), 1) == 0;
}

/**
 * sema_foreign_describe_lookalike:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Recognises kinds of text that might pass for vectors.
 *
 * Returns: (transfer full) (nullable): a translated clause that says what it is and what to do; %NULL when it is none of these
 */
char *
sema_foreign_describe_lookalike (const guint8 *bytes, gsize n_bytes)
{
  if (is_tiktoken (bytes, n_bytes))
    return g_strdup (_ ("it is a list of tokens of tiktoken, which has no vectors"));
  if (is_web_page (bytes, n_bytes))
    return describe_web_page ();
  return NULL;
}

/**
 * sema_foreign_describe_text:
 * @bytes: (array length=n_bytes): the first bytes of a file in which no vectors were recognised
 * @n_bytes: how many there are
 *
 * Recognises kinds of text, which are to be asked for last: a word may be any of their signs.
 *
 * Returns: (transfer full) (nullable): a translated clause that says what it is and what to do; %NULL when it is none of these
 */
char *
sema_foreign_describe_text (const guint8 *bytes, gsize n_bytes)
{
  const char *text = (const char *)bytes;
  gsize       length = n_bytes;

  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  if (contains (text, MIN (length, 1024), "<html"))
    return describe_web_page ();
  if (starts_with (text, length, "<"))
    return g_strdup (_ ("it is an XML file, which does not open here"));
  if (length > 0 && (*text == '{' || *text == '['))
    return describe_json (text, length);
  if (is_comma_separated (text, length))
    return g_strdup (_ ("commas part its columns; save it with blanks between them"));
  if (length > 0 && g_utf8_validate (text, (gssize)MIN (length, 64), NULL))
    return g_strdup (_ ("most of its lines do not end with numbers"));
  return NULL;
}
