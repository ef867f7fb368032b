/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-ids.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

G_DEFINE_QUARK (sema - token - ids - error - quark, sema_token_ids_error)

typedef struct
{
  const char *text;
  const char *place;
  guint64     vocab;
  GArray     *ids; /* guint64 */
} Reader;

static void
skip_between (Reader *self)
{
  while (*self->place != 0 && strchr (" \t\r\n,;[]()", *self->place) != NULL)
    self->place++;
}

static void
skip_blanks (Reader *self)
{
  while (*self->place == ' ' || *self->place == '\t')
    self->place++;
}

/* Up to the next blank or comma, for a sentence about it. */
static char *
dup_piece (const Reader *self)
{
  gsize            n = strcspn (self->place, " \t\r\n,;[]()");
  g_autofree char *valid = g_utf8_make_valid (self->place, (gssize)n);

  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 20));
}

static gboolean
fail_syntax (const Reader *self, GError **error)
{
  g_autofree char *piece = dup_piece (self);
  glong            place = g_utf8_pointer_to_offset (self->text, self->place) + 1;

  if (*piece == 0)
    g_set_error (error, SEMA_TOKEN_IDS_ERROR, SEMA_TOKEN_IDS_ERROR_SYNTAX, _ ("A token id is missing at character %ld: ids are whole numbers, such as “2, 3, 5, 1” or “0-5”."), place);
  else
    g_set_error (error, SEMA_TOKEN_IDS_ERROR, SEMA_TOKEN_IDS_ERROR_SYNTAX, _ ("“%s” at character %ld is no token id: ids are whole numbers, such as “2, 3, 5, 1” or “0-5”."), piece, place);
  return FALSE;
}

static gboolean
fail_range (const Reader *self, const char *id, gsize length, GError **error)
{
  g_set_error (error, SEMA_TOKEN_IDS_ERROR, SEMA_TOKEN_IDS_ERROR_RANGE,
               _ ("There is no token id %.*s: the vocabulary has %" PRIu64 " ids, from 0 to %" PRIu64 "."), (int)MIN (length, 30), id, self->vocab, self->vocab - 1);
  return FALSE;
}

static gboolean
read_id (Reader *self, guint64 *id, GError **error)
{
  const char *start = self->place;
  gboolean    fits = TRUE;

  if (!g_ascii_isdigit (*start) && !(*start == '-' && g_ascii_isdigit (start[1])))
    return fail_syntax (self, error);
  if (*start == '-')
    return fail_range (self, start, 1 + strspn (start + 1, "0123456789"), error);
  for (*id = 0; g_ascii_isdigit (*self->place); self->place++)
    fits = fits && !__builtin_mul_overflow (*id, 10, id) && !__builtin_add_overflow (*id, (guint64)(*self->place - '0'), id);
  if (!fits || *id >= self->vocab)
    return fail_range (self, start, (gsize)(self->place - start), error);
  return TRUE;
}

/* What leads from the first id of a range to its last: "-", "–", ":" or "..". */
static gboolean
take_range_sign (Reader *self)
{
  static const char *const signs[] = {"..", "-", "–", ":"};
  const char              *before = self->place;

  skip_blanks (self);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (self->place, signs[i]))
      {
        self->place += strlen (signs[i]);
        skip_blanks (self);
        return TRUE;
      }
  self->place = before;
  return FALSE;
}

static gboolean
add_range (Reader *self, guint64 first, guint64 last, GError **error)
{
  guint64 n = (first < last ? last - first : first - last) + 1;

  if (n > SEMA_TOKEN_IDS_MOST - self->ids->len)
    {
      g_set_error (error, SEMA_TOKEN_IDS_ERROR, SEMA_TOKEN_IDS_ERROR_MANY, _ ("These are more than %d token ids; an input has at most so many here."), SEMA_TOKEN_IDS_MOST);
      return FALSE;
    }
  for (guint64 i = 0; i < n; i++)
    {
      guint64 id = first < last ? first + i : first - i;

      g_array_append_val (self->ids, id);
    }
  return TRUE;
}

static gboolean
read_one (Reader *self, GError **error)
{
  guint64 first, last;

  if (!read_id (self, &first, error))
    return FALSE;
  last = first;
  if (take_range_sign (self) && !read_id (self, &last, error))
    return FALSE;
  if (*self->place != 0 && strchr (" \t\r\n,;[]()", *self->place) == NULL)
    return fail_syntax (self, error);
  return add_range (self, first, last, error);
}

/**
 * sema_token_ids_parse:
 * @text: ids with blanks or commas between them, such as "2, 3, 5, 1"; "0-5" is a range, "5-0" one that falls; brackets are
 *   passed over, so that Python's lists can be pasted; UTF-8
 * @vocab: how many ids there are, 1 or more
 * @error: a %SEMA_TOKEN_IDS_ERROR, with the id and those that exist, or with the character
 *
 * Returns: (transfer full) (nullable): (element-type guint64) the ids in their order, repeated ones each time; may be empty
 */
GArray *
sema_token_ids_parse (const char *text, guint64 vocab, GError **error)
{
  Reader reader = {text, text, vocab, g_array_new (FALSE, FALSE, sizeof (guint64))};

  for (skip_between (&reader); *reader.place != 0; skip_between (&reader))
    if (!read_one (&reader, error))
      {
        g_array_unref (reader.ids);
        return NULL;
      }
  return reader.ids;
}

/**
 * sema_token_ids_print:
 * @ids: (n) ids
 * @n: how many
 *
 * Returns: (transfer full): them with commas between, as sema_token_ids_parse() reads them
 */
char *
sema_token_ids_print (const guint64 *ids, gsize n)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%" PRIu64, i == 0 ? "" : ", ", ids[i]);
  return g_string_free (text, FALSE);
}
