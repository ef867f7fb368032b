/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-words.h"

#include <string.h>

#include "sema-utf8.h"

typedef enum {
  KIND_LETTER,
  KIND_JOINER,
  KIND_STOP,
  KIND_END,
  KIND_GAP,
} Kind;

static Kind
get_kind_beyond_ascii (gunichar ch)
{
  switch (ch)
    {
    case 0x2019: /* ’ */
    case 0x2010: /* the hyphen that is nothing else */
    case 0x200c: /* in Persian and Indian words */
    case 0x200d:
      return KIND_JOINER;
    case 0x2026: /* … */
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
      return KIND_END;
    default:
      return ch >= SEMA_UTF8_INVALID || g_unichar_isalnum (ch) || g_unichar_ismark (ch) ? KIND_LETTER : KIND_GAP;
    }
}

static Kind
get_kind (gunichar ch)
{
  if (ch >= 0x80)
    return get_kind_beyond_ascii (ch);
  if (g_ascii_isalnum ((char)ch) || ch == '_')
    return KIND_LETTER;
  switch (ch)
    {
    case '\'':
    case '-':
      return KIND_JOINER;
    case '.':
      return KIND_STOP;
    case '\n':
    case '!':
    case '?':
      return KIND_END;
    default:
      return KIND_GAP;
    }
}

static void
append (SemaTextWords *self, gunichar ch)
{
  char  bytes[6];
  gsize n = 1;

  if (ch >= SEMA_UTF8_INVALID)
    bytes[0] = (char)(ch - SEMA_UTF8_INVALID);
  else
    n = (gsize)g_unichar_to_utf8 (ch, bytes);
  if (self->length + n > SEMA_TEXT_WORD_MAX)
    {
      self->is_too_long = TRUE;
      return;
    }
  memcpy (self->word + self->length, bytes, n);
  self->length += n;
}

static void
take_letter (SemaTextWords *self, gunichar ch)
{
  self->is_stopped = FALSE;
  self->is_open = TRUE;
  if (self->joiner != 0)
    append (self, self->joiner);
  self->joiner = 0;
  if (ch < 0x80)
    append (self, (gunichar)g_ascii_tolower ((char)ch));
  else
    append (self, ch < SEMA_UTF8_INVALID ? g_unichar_tolower (ch) : ch);
}

static gboolean
end_word (SemaTextWords *self, GError **error)
{
  gboolean is_word = self->is_open && !self->is_too_long;
  gsize    length = self->length;

  self->is_open = self->is_too_long = FALSE;
  self->joiner = 0;
  self->length = 0;
  return !is_word || self->func (self->word, length, self->data, error);
}

static gboolean
take (SemaTextWords *self, gunichar ch, GError **error)
{
  Kind     kind = get_kind (ch);
  gboolean ends;

  if (kind == KIND_LETTER)
    {
      take_letter (self, ch);
      return TRUE;
    }
  if (kind == KIND_JOINER && self->is_open && self->joiner == 0)
    {
      self->joiner = ch;
      return TRUE;
    }
  ends = self->is_stopped || kind == KIND_END;
  self->is_stopped = kind == KIND_STOP;
  return end_word (self, error) && (!ends || self->func (NULL, 0, self->data, error));
}

/* Whether the bytes are the beginning of a character, and the others may follow. */
static gboolean
is_begun (const char *bytes, gsize n_bytes)
{
  guchar lead = (guchar)bytes[0];
  gsize  length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2
                                                 : lead < 0xf0 ? 3
                                                               : 4;

  for (gsize i = 1; i < MIN (n_bytes, length); i++)
    if (((guchar)bytes[i] & 0xc0) != 0x80)
      return FALSE;
  return n_bytes < length;
}

/* Takes the characters that are whole; @n_left: bytes of one at the end that is not. */
static gboolean
take_bytes (SemaTextWords *self, const char *bytes, gsize n_bytes, gsize *n_left, GError **error)
{
  const char *end = bytes + n_bytes;

  while (bytes < end && !is_begun (bytes, (gsize)(end - bytes)))
    if (!take (self, sema_utf8_next (&bytes, end), error))
      return FALSE;
  *n_left = (gsize)(end - bytes);
  return TRUE;
}

/**
 * sema_text_words_init:
 * @self: (out caller-allocates): at the beginning of a text
 * @func: called for each word, and at the end of each sentence, which may have no words
 * @data: for @func
 */
void
sema_text_words_init (SemaTextWords *self, SemaTextWordFunc func, gpointer data)
{
  *self = (SemaTextWords) {.func = func, .data = data};
}

/**
 * sema_text_words_add:
 * @self: within a text
 * @bytes: (array length=n_bytes): the next bytes, any
 * @n_bytes: how many, may be 0; where the text is cut into blocks does not matter
 * @error: what the function gave
 *
 * Calls the function for what ends in these bytes. Linear time.
 *
 * Returns: %FALSE where the function stopped it
 */
gboolean
sema_text_words_add (SemaTextWords *self, const char *bytes, gsize n_bytes, GError **error)
{
  gsize n_left;

  for (; self->n_rest > 0 && n_bytes > 0; n_bytes--)
    {
      self->rest[self->n_rest++] = *bytes++;
      if (!take_bytes (self, self->rest, self->n_rest, &n_left, error))
        return FALSE;
      memmove (self->rest, self->rest + self->n_rest - n_left, n_left);
      self->n_rest = n_left;
    }
  if (n_bytes == 0)
    return TRUE;
  if (!take_bytes (self, bytes, n_bytes, &n_left, error))
    return FALSE;
  memcpy (self->rest, bytes + n_bytes - n_left, n_left);
  self->n_rest = n_left;
  return TRUE;
}

/**
 * sema_text_words_finish:
 * @self: at the end of a text
 * @error: what the function gave
 *
 * Calls the function for the last word and the end of the last sentence.
 *
 * Returns: %FALSE where the function stopped it
 */
gboolean
sema_text_words_finish (SemaTextWords *self, GError **error)
{
  const char *bytes = self->rest;
  const char *end = self->rest + self->n_rest;

  while (bytes < end)
    if (!take (self, sema_utf8_next (&bytes, end), error))
      return FALSE;
  self->n_rest = 0;
  return end_word (self, error) && self->func (NULL, 0, self->data, error);
}
