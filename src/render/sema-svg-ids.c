/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-svg-ids.h"

#include <string.h>

/* Reads once over the file; everything that is no id goes on as it is. */
typedef struct
{
  const char   *at;
  const char   *end;
  GHashTable   *ids; /* old id -> new id */
  SemaByteSink *sink;
} Rewriter;

static gboolean
starts_with (const char *at, const char *end, const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize)(end - at) >= length && memcmp (at, prefix, length) == 0;
}

static const char *
find (const char *at, const char *end, const char *needle)
{
  return at < end ? memmem (at, (gsize)(end - at), needle, strlen (needle)) : NULL;
}

/* The letters an id begins with say what it names; the number is its place in the order of first mention. */
static gboolean
put_id (Rewriter *self, const char *id, gsize length)
{
  g_autofree char *old = g_strndup (id, length);
  const char *new = g_hash_table_lookup (self->ids, old);

  if (new == NULL)
    {
      gsize n_letters = 0;
      char *made;

      while (g_ascii_isalpha (old[n_letters]))
        n_letters++;
      made = g_strdup_printf ("%.*s%u", (int)MIN (n_letters, 32), old, g_hash_table_size (self->ids) + 1);
      g_hash_table_insert (self->ids, g_steal_pointer (&old), made);
      new = made;
    }
  return sema_byte_sink_append (self->sink, new, strlen (new));
}

static gboolean
put_up_to (Rewriter *self, const char *end)
{
  gboolean done = sema_byte_sink_append (self->sink, self->at, (gsize)(end - self->at));

  self->at = end;
  return done;
}

/* An attribute such as clip-path="url(#clip1)" or style="fill:url(#a);mask:url(#b)". */
static gboolean
put_references (Rewriter *self, const char *end)
{
  const char *url;

  while ((url = find (self->at, end, "url(#")) != NULL)
    {
      const char *id = url + strlen ("url(#");
      const char *close = memchr (id, ')', (gsize)(end - id));

      if (close == NULL)
        break;
      if (!put_up_to (self, id) || !put_id (self, id, (gsize)(close - id)))
        return FALSE;
      self->at = close;
    }
  return put_up_to (self, end);
}

/* @self->at is behind the opening quote, @end at the closing one. */
static gboolean
put_value (Rewriter *self, const char *name, gsize name_length, const char *end)
{
  gboolean    is_id = name_length == 2 && memcmp (name, "id", 2) == 0;
  gboolean    is_link = name_length >= 4 && memcmp (name + name_length - 4, "href", 4) == 0;
  const char *start = self->at;

  if (is_link && start < end && *start == '#')
    {
      if (!put_up_to (self, start + 1))
        return FALSE;
      is_id = TRUE;
    }
  if (!is_id)
    return is_link ? put_up_to (self, end) : put_references (self, end);
  start = self->at;
  self->at = end;
  return put_id (self, start, (gsize)(end - start));
}

static gboolean
is_name_byte (char c)
{
  return g_ascii_isalnum (c) || c == ':' || c == '-' || c == '_' || c == '.' || (c & 0x80) != 0;
}

/* @self->at is at the '<'; afterwards it is behind the '>'. */
static gboolean
put_tag (Rewriter *self)
{
  const char *c = self->at;
  const char *name = c;
  gsize       name_length = 0;

  while (c < self->end && *c != '>')
    {
      const char *start = c;

      while (c < self->end && is_name_byte (*c))
        c++;
      if (c > start)
        {
          name = start;
          name_length = (gsize)(c - start);
          continue;
        }
      if (*c == '"' || *c == '\'')
        {
          const char *close = memchr (c + 1, *c, (gsize)(self->end - c - 1));

          if (close == NULL)
            break;
          if (!put_up_to (self, c + 1) || !put_value (self, name, name_length, close))
            return FALSE;
          c = close;
        }
      c++;
    }
  return put_up_to (self, c < self->end ? c + 1 : self->end);
}

/* Comments and such hold quotes that quote nothing. */
static const char *
find_end_of_literal (const char *at, const char *end)
{
  const char *literals[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

  for (gsize i = 0; i < G_N_ELEMENTS (literals); i++)
    if (starts_with (at, end, literals[i][0]))
      {
        const char *close = find (at + strlen (literals[i][0]), end, literals[i][1]);

        return close != NULL ? close + strlen (literals[i][1]) : end;
      }
  return NULL;
}

static gboolean
put_all (Rewriter *self)
{
  while (self->at < self->end)
    {
      const char *tag = memchr (self->at, '<', (gsize)(self->end - self->at));
      const char *literal_end;

      if (!put_up_to (self, tag != NULL ? tag : self->end))
        return FALSE;
      if (tag == NULL)
        break;
      literal_end = find_end_of_literal (tag, self->end);
      if (literal_end != NULL ? !put_up_to (self, literal_end) : !put_tag (self))
        return FALSE;
    }
  return TRUE;
}

/**
 * sema_svg_ids_renumber:
 * @svg: (length): an SVG file as cairo writes it
 * @length: its size
 * @sink: where the same file goes, with other ids
 *
 * Numbers the ids, and what refers to them, by first mention. Cairo counts its surfaces, clips and fonts as long as the
 * process lives, so that the same picture exported twice would not be the same file. O(length).
 *
 * Returns: whether there was memory for it
 */
gboolean
sema_svg_ids_renumber (const char *svg, gsize length, SemaByteSink *sink)
{
  Rewriter rewriter = {svg, svg + length, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), sink};
  gboolean done = put_all (&rewriter);

  g_hash_table_unref (rewriter.ids);
  return done;
}
