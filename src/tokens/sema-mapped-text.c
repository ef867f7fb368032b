/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-mapped-text.h"

#include <string.h>

typedef struct
{
  gsize    at; /* byte of this text */
  guint64  start;
  guint64  end;
  gboolean is_same; /* whether the part is those bytes of the first text */
} Place;

static gboolean
add (SemaMappedText *self, const char *bytes, gsize n_bytes, const Place *place, GError **error)
{
  Place *last = sema_buffer_append (&self->places, sizeof *last, error);
  char  *copy = last != NULL ? sema_buffer_append (&self->bytes, n_bytes, error) : NULL;

  if (copy == NULL)
    return FALSE;
  if (n_bytes > 0)
    memcpy (copy, bytes, n_bytes);
  *last = *place;
  last->at = (gsize)(copy - self->bytes.data);
  return TRUE;
}

static Place *
get_last (const SemaMappedText *self)
{
  return self->places.n_bytes > 0 ? (Place *)(gpointer)(self->places.data + self->places.n_bytes) - 1 : NULL;
}

/**
 * sema_mapped_text_add:
 * @self: a text that is being made
 * @bytes: (array length=n_bytes): its next part, at least one byte
 * @n_bytes: how many there are
 * @start: byte of the first text where that begins which it was made of
 * @end: byte of the first text where that ends
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Adds what is as a whole made of something, and no byte of it of a byte.
 *
 * Returns: whether there was room
 */
gboolean
sema_mapped_text_add (SemaMappedText *self, const char *bytes, gsize n_bytes, guint64 start, guint64 end, GError **error)
{
  return add (self, bytes, n_bytes, &(Place) {.start = start, .end = end}, error);
}

/**
 * sema_mapped_text_keep:
 * @self: a text that is being made
 * @text: the first text
 * @start: byte of it where that begins which stays as it is
 * @end: byte of it where that ends
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Adds what is the same in both texts, byte for byte.
 *
 * Returns: whether there was room
 */
gboolean
sema_mapped_text_keep (SemaMappedText *self, const char *text, guint64 start, guint64 end, GError **error)
{
  Place *last = get_last (self);
  char  *copy;

  if (start == end)
    return TRUE;
  if (last == NULL || !last->is_same || last->end != start)
    return add (self, text + start, (gsize)(end - start), &(Place) {.start = start, .end = end, .is_same = TRUE}, error);
  copy = sema_buffer_append (&self->bytes, (gsize)(end - start), error);
  if (copy == NULL)
    return FALSE;
  memcpy (copy, text + start, (gsize)(end - start));
  last->end = end;
  return TRUE;
}

/* The place of a byte, from one on that is not behind it. */
static gsize
find_place (const SemaMappedText *self, gsize place, guint64 byte)
{
  const Place *places = (const Place *)self->places.data;

  while (place + 1 < self->places.n_bytes / sizeof *places && places[place + 1].at <= byte)
    place++;
  return place;
}

/**
 * sema_mapped_text_map:
 * @self: a text that was made
 * @pieces: (array length=n_pieces): pieces of it in their order, which become those of the text it was made of
 * @n_pieces: how many there are
 * @origin: where in the whole text that begins
 *
 * A piece that has a byte of what was made as a whole has all that this was made of; one that has no byte, and is within that, comes behind.
 */
void
sema_mapped_text_map (const SemaMappedText *self, SemaTokenPiece *pieces, guint64 n_pieces, guint64 origin)
{
  const Place *places = (const Place *)self->places.data;
  gsize        place = 0;

  for (guint64 i = 0; i < n_pieces; i++)
    {
      guint64 first = pieces[i].start, behind = pieces[i].end;

      place = find_place (self, place, first);
      pieces[i].start = origin + places[place].start + (places[place].is_same ? first - places[place].at : 0);
      if (behind == first && !places[place].is_same && first > places[place].at)
        pieces[i].start = origin + places[place].end;
      pieces[i].end = pieces[i].start;
      if (behind == first)
        continue;
      place = find_place (self, place, behind - 1);
      pieces[i].end = origin + (places[place].is_same ? places[place].start + behind - places[place].at : places[place].end);
    }
}

/**
 * sema_mapped_text_clear:
 * @self: a text
 */
void
sema_mapped_text_clear (SemaMappedText *self)
{
  sema_buffer_clear (&self->bytes);
  sema_buffer_clear (&self->places);
}
