/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-canonical-order.h"

#include <stdlib.h>

#define ORDER_BITS 8

/**
 * sema_canonical_order_add:
 * @characters: SemaCanonicalCharacter, are added to it
 * @parts: (array length=n_parts): what became of a character of the text
 * @n_parts: how many there are, less than 256
 * @start: byte of the text where that begins
 * @end: byte where it ends
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_canonical_order_add (SemaBuffer *characters, const gunichar *parts, gsize n_parts, guint64 start, guint64 end, GError **error)
{
  for (gsize i = 0; i < n_parts; i++)
    {
      SemaCanonicalCharacter *place = sema_buffer_append (characters, sizeof *place, error);
      guint class = parts[i] < 0x300 ? 0 : (guint)g_unichar_combining_class (parts[i]);

      if (place == NULL)
        return FALSE;
      *place = (SemaCanonicalCharacter) {parts[i], class > 0 ? class << ORDER_BITS | (guint)i : 0, start, end};
    }
  return TRUE;
}

/**
 * sema_canonical_order_get_class:
 * @character: a character
 *
 * Returns: its canonical combining class, 0 of what is no mark
 */
guint
sema_canonical_order_get_class (const SemaCanonicalCharacter *character)
{
  return character->order >> ORDER_BITS;
}

/* By class; of one class they stay as they came. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const SemaCanonicalCharacter *first = a, *second = b;
  guint class = sema_canonical_order_get_class (first), other = sema_canonical_order_get_class (second);

  if (class != other)
    return class < other ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->order > second->order) - (first->order < second->order);
}

/**
 * sema_canonical_order_sort:
 * @characters: (array length=n_characters): decomposed characters
 * @n_characters: how many there are
 *
 * Puts marks that follow one another in their canonical order (UAX 15). O(n log n).
 */
void
sema_canonical_order_sort (SemaCanonicalCharacter *characters, gsize n_characters)
{
  for (gsize i = 0; i < n_characters;)
    {
      gsize end = i + 1;

      while (characters[i].order != 0 && end < n_characters && characters[end].order != 0)
        end++;
      if (end - i > 1)
        qsort (characters + i, end - i, sizeof *characters, compare);
      i = end;
    }
}
