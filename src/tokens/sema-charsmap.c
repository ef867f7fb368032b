/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-charsmap.h"

#include <string.h>

#include "sema-grapheme.h"
#include "sema-utf8.h"

#define LONGEST_CLUSTER 5 /* bytes of what is looked up as a whole; of longer ones each character is, as the reference does it */

static guint32
get_unit (const SemaCharsmap *self, gsize i)
{
  guint32 unit;

  memcpy (&unit, self->bytes.data + sizeof unit * (1 + i), sizeof unit);
  return GUINT32_FROM_LE (unit);
}

/* How a unit of a double array (Aoe 1989, as darts-clone packs it) leads to the next ones. */
static gsize
get_offset (guint32 unit)
{
  return (gsize)(unit >> 10) << ((unit & (1u << 9)) >> 6);
}

static gboolean
has_value (guint32 unit)
{
  return (unit >> 8 & 1) != 0;
}

static guint32
get_label (guint32 unit)
{
  return unit & (1u << 31 | 0xff);
}

/* What comes in the place of the shortest beginning of a text that is in the trie; NULL: none is. */
static const char *
get_replacement (const SemaCharsmap *self, guint32 value)
{
  gsize at = sizeof (guint32) * (1 + self->n_units) + (value & G_MAXINT32);

  return at < self->bytes.n_bytes ? self->bytes.data + at : NULL;
}

static const char *
find (const SemaCharsmap *self, const char *text, const char *end)
{
  gsize node = get_offset (get_unit (self, 0));

  for (; text < end && *text != 0; text++)
    {
      guint32 unit;

      node ^= (guchar)*text;
      if (node >= self->n_units)
        return NULL;
      unit = get_unit (self, node);
      if (get_label (unit) != (guchar)*text)
        return NULL;
      node ^= get_offset (unit);
      if (has_value (unit))
        return node < self->n_units ? get_replacement (self, get_unit (self, node)) : NULL;
    }
  return NULL;
}

/* Returns FALSE where there was no room; @is_found: whether it was replaced. */
static gboolean
replace (const SemaCharsmap *self, const char *text, const char *start, const char *end, SemaMappedText *result, gboolean *is_found, GError **error)
{
  const char *replacement = find (self, start, end);
  gsize       n = replacement != NULL ? strnlen (replacement, self->bytes.n_bytes - (gsize)(replacement - self->bytes.data)) : 0;

  *is_found = replacement != NULL;
  return n == 0 || sema_mapped_text_add (result, replacement, n, (guint64)(start - text), (guint64)(end - text), error);
}

static gboolean
apply_to_characters (const SemaCharsmap *self, const char *text, const char *start, const char *end, SemaMappedText *result, GError **error)
{
  for (const char *next = start; start < end; start = next)
    {
      gboolean is_found;

      sema_utf8_next (&next, end);
      if (!replace (self, text, start, next, result, &is_found, error) ||
          (!is_found && !sema_mapped_text_keep (result, text, (guint64)(start - text), (guint64)(next - text), error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * sema_charsmap_apply:
 * @self: what becomes of characters
 * @text: (array length=length): any bytes
 * @length: how many there are
 * @result: all zeros; the text that comes of it
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Replaces characters as Hugging Face's tokenizers do: what begins with the shortest entry that it can begin with is replaced whole, a
 * character with its marks where that has no more than 5 bytes, else each character. O(@length).
 *
 * Returns: whether there was room
 */
gboolean
sema_charsmap_apply (const SemaCharsmap *self, const char *text, gsize length, SemaMappedText *result, GError **error)
{
  const char *end = text + length;

  for (const char *p = text, *next; p < end; p = next)
    {
      gboolean is_found = FALSE;

      next = sema_grapheme_skip (p, end);
      if (next - p <= LONGEST_CLUSTER && !replace (self, text, p, next, result, &is_found, error))
        return FALSE;
      if (!is_found && !apply_to_characters (self, text, p, next, result, error))
        return FALSE;
    }
  return TRUE;
}

static gsize
find_longest (const char *text, const char *end)
{
  gsize longest = 0;

  while (text < end)
    {
      gsize n = strnlen (text, (gsize)(end - text));

      longest = MAX (longest, n);
      text += MIN (n + 1, (gsize)(end - text));
    }
  return longest;
}

/* With NULs in it. */
static gboolean
is_utf8 (const char *text, const char *end)
{
  while (text < end)
    if (sema_utf8_next (&text, end) >= SEMA_UTF8_INVALID)
      return FALSE;
  return TRUE;
}

/**
 * sema_charsmap_decode:
 * @self: all zeros
 * @base64: (array length=length): as the file has it
 * @length: how many bytes there are
 * @is_right: (out): whether it is a map: the size of the trie, the trie, which has one unit at least, and UTF-8
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_charsmap_decode (SemaCharsmap *self, const char *base64, gsize length, gboolean *is_right, GError **error)
{
  int     state = 0;
  guint   save = 0;
  guint32 n_bytes;
  char   *bytes = sema_buffer_append (&self->bytes, length / 4 * 3 + 3, error);

  *is_right = FALSE;
  if (bytes == NULL)
    return FALSE;
  self->bytes.n_bytes = g_base64_decode_step (base64, length, (guchar *)bytes, &state, &save);
  if (self->bytes.n_bytes < 2 * sizeof n_bytes)
    return TRUE;
  memcpy (&n_bytes, bytes, sizeof n_bytes);
  n_bytes = GUINT32_FROM_LE (n_bytes);
  self->n_units = n_bytes / sizeof (guint32);
  *is_right = n_bytes % sizeof (guint32) == 0 && self->n_units > 0 && n_bytes <= self->bytes.n_bytes - sizeof n_bytes &&
              is_utf8 (bytes + sizeof n_bytes + n_bytes, bytes + self->bytes.n_bytes);
  if (*is_right)
    self->longest = find_longest (bytes + sizeof n_bytes + n_bytes, bytes + self->bytes.n_bytes);
  return TRUE;
}

/**
 * sema_charsmap_clear:
 * @self: a map
 */
void
sema_charsmap_clear (SemaCharsmap *self)
{
  sema_buffer_clear (&self->bytes);
}
