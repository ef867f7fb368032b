/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-composed-text.h"

#include <string.h>

#include "sema-utf8.h"

/**
 * sema_composed_text_is_needed:
 * @text: (array length=length): any bytes
 * @length: how many there are
 *
 * Returns: whether the text may not be composed yet: none without a character from U+0300 on is
 */
gboolean
sema_composed_text_is_needed (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0xcc)
      return TRUE;
  return FALSE;
}

/* Marks that have come to Unicode too late for the tables of Hugging Face's tokenizers, to which they are no marks. */
static const struct
{
  gunichar first;
  gunichar last;
} late_marks[] = {
  {0x7fd, 0x7fd}, {0x898, 0x89f}, {0x8ca, 0x8d3}, {0x9fe, 0x9fe}, {0xc3c, 0xc3c}, {0xd3b, 0xd3c}, {0xeba, 0xeba}, {0x1715, 0x1715}, {0x1abf, 0x1ace}, {0x1df6, 0x1dfa}, {0xa82c, 0xa82c}, {0x10d24, 0x10d27}, {0x10eab, 0x10eac}, {0x10efd, 0x10eff}, {0x10f46, 0x10f50}, {0x10f82, 0x10f85}, {0x11070, 0x11070}, {0x1133b, 0x1133b}, {0x1145e, 0x1145e}, {0x11839, 0x1183a}, {0x1193d, 0x1193e}, {0x11943, 0x11943}, {0x119e0, 0x119e0}, {0x11a34, 0x11a34}, {0x11a47, 0x11a47}, {0x11a99, 0x11a99}, {0x11d42, 0x11d42}, {0x11d44, 0x11d45}, {0x11d97, 0x11d97}, {0x11f41, 0x11f42}, {0x16ff0, 0x16ff1}, {0x1e08f, 0x1e08f}, {0x1e130, 0x1e136}, {0x1e2ae, 0x1e2ae}, {0x1e2ec, 0x1e2ef}, {0x1e4ec, 0x1e4ef}};

static gboolean
is_late (gunichar ch)
{
  for (gsize i = 0; i < G_N_ELEMENTS (late_marks) && late_marks[i].first <= ch; i++)
    if (ch <= late_marks[i].last)
      return TRUE;
  return FALSE;
}

static gboolean
decompose (SemaBuffer *characters, const char *text, gsize length, GError **error)
{
  for (const char *p = text, *next = text; p < text + length; p = next)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar ch = sema_utf8_next (&next, text + length);
      gsize    n_parts = 1;

      parts[0] = ch;
      if (ch >= 0xc0 && ch < SEMA_UTF8_INVALID)
        n_parts = g_unichar_fully_decompose (ch, FALSE, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
      if (!sema_canonical_order_add (characters, parts, n_parts, (guint64)(p - text), (guint64)(next - text), error))
        return FALSE;
      if (is_late (ch))
        ((SemaCanonicalCharacter *)(gpointer)(characters->data + characters->n_bytes))[-1].order = 0;
    }
  sema_canonical_order_sort ((SemaCanonicalCharacter *)characters->data, characters->n_bytes / sizeof (SemaCanonicalCharacter));
  return TRUE;
}

/* Each character joins the last one that is no mark, where no mark of its own class or a higher one, or of none, stands between. */
static void
compose (SemaBuffer *buffer)
{
  SemaCanonicalCharacter *characters = (SemaCanonicalCharacter *)buffer->data, *base = NULL;
  gsize                   n = buffer->n_bytes / sizeof *characters, kept = 0;
  int                     last_class = -1;

  for (gsize i = 0; i < n; i++)
    {
      const SemaCanonicalCharacter *character = &characters[i];
      int class = (int)sema_canonical_order_get_class (character);
      gunichar both;

      if (base != NULL && (last_class < 0 || last_class < class) && character->ch < SEMA_UTF8_INVALID && g_unichar_compose (base->ch, character->ch, &both))
        {
          base->ch = both;
          base->start = MIN (base->start, character->start);
          base->end = MAX (base->end, character->end);
          continue;
        }
      characters[kept] = *character;
      last_class = class > 0 ? class : -1;
      if (class == 0)
        base = character->ch < SEMA_UTF8_INVALID ? &characters[kept] : NULL;
      kept++;
    }
  buffer->n_bytes = kept * sizeof *characters;
}

/* Where marks changed places, the later one has all up to the end of the other. */
static gboolean
spell (SemaMappedText *self, const char *text, const SemaCanonicalCharacter *character, guint64 *end, GError **error)
{
  char  bytes[6] = {(char)(character->ch - SEMA_UTF8_INVALID)};
  gsize n = character->ch >= SEMA_UTF8_INVALID ? 1 : (gsize)g_unichar_to_utf8 (character->ch, bytes);

  *end = MAX (*end, character->end);
  if (*end - character->start == n && memcmp (text + character->start, bytes, n) == 0)
    return sema_mapped_text_keep (self, text, character->start, *end, error);
  return sema_mapped_text_add (self, bytes, n, character->start, *end, error);
}

/**
 * sema_composed_text_make:
 * @self: all zeros; the text in which characters and their accents are one where they can be
 * @text: (array length=length): any bytes; those that are no UTF-8 stay
 * @length: how many there are
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Composes a text (UAX 15, form NFC), as Hugging Face's tokenizers do. O(@length log @length), whatever it is.
 *
 * Returns: whether there was room
 */
gboolean
sema_composed_text_make (SemaMappedText *self, const char *text, gsize length, GError **error)
{
  g_auto (SemaBuffer)           characters = {0};
  const SemaCanonicalCharacter *character;
  guint64                       end = 0;

  if (!decompose (&characters, text, length, error))
    return FALSE;
  compose (&characters);
  character = (const SemaCanonicalCharacter *)characters.data;
  for (gsize i = 0; i < characters.n_bytes / sizeof *character; i++)
    if (!spell (self, text, &character[i], &end, error))
      return FALSE;
  return TRUE;
}
