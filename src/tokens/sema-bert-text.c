/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-bert-text.h"

#include "sema-bert-characters.h"
#include "sema-token-split.h"
#include "sema-utf8.h"

/**
 * sema_bert_text_start:
 * @self: the reader, new or used before
 * @options: what is done to the text
 * @text: (array length=length): any bytes; those that are no UTF-8 are taken for U+FFFD. Borrowed until the last word was read
 * @length: how many there are
 *
 * Begins a text.
 */
void
sema_bert_text_start (SemaBertText *self, const SemaBertOptions *options, const char *text, gsize length)
{
  self->options = *options;
  self->text = text;
  self->cursor = text;
  self->end = text + length;
  self->chunk.n_bytes = 0;
  self->place = 0;
}

/**
 * sema_bert_text_clear:
 * @self: the reader
 */
void
sema_bert_text_clear (SemaBertText *self)
{
  sema_buffer_clear (&self->chunk);
}

static gsize
count (const SemaBertText *self)
{
  return self->chunk.n_bytes / sizeof (SemaCanonicalCharacter);
}

static SemaCanonicalCharacter *
peek (const SemaBertText *self)
{
  return (SemaCanonicalCharacter *)self->chunk.data;
}

/* What a character of the text becomes, but for the accents, which part first when all are known. */
static gboolean
add (SemaBertText *self, gunichar ch, const char *next, GError **error)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = {ch};
  gsize    n_parts = 1;

  if (self->options.strip_accents)
    n_parts = sema_bert_decompose (ch, parts);
  else if (self->options.lowercase)
    n_parts = sema_bert_lowercase (ch, parts);
  return sema_canonical_order_add (&self->chunk, parts, n_parts, (guint64)(self->cursor - self->text), (guint64)(next - self->text), error);
}

/* Reads what stands before the next white space or ideograph, or that ideograph; none where the text is over. */
static gboolean
read_chunk (SemaBertText *self, GError **error)
{
  self->chunk.n_bytes = 0;
  self->place = 0;
  while (self->cursor < self->end)
    {
      const char *next = self->cursor;
      gunichar    ch = sema_utf8_next (&next, self->end);
      gboolean    is_ideograph = self->options.space_ideographs && sema_bert_is_ideograph (ch);
      gboolean    is_dropped, is_space;

      ch = ch >= SEMA_UTF8_INVALID ? 0xfffd : ch;
      is_dropped = self->options.clean_text && sema_bert_is_control (ch);
      is_space = !is_dropped && sema_token_split_is_space (ch);
      if (count (self) > 0 && (is_space || is_ideograph))
        return TRUE;
      if (!is_dropped && !is_space && !add (self, ch, next, error))
        return FALSE;
      self->cursor = next;
      if (is_ideograph)
        return TRUE;
    }
  return TRUE;
}

static void
strip_accents (SemaBertText *self)
{
  SemaCanonicalCharacter *characters = peek (self);
  gsize                   kept = 0;

  sema_canonical_order_sort (characters, count (self));
  for (gsize i = 0; i < count (self); i++)
    {
      gunichar parts[2];

      if (sema_bert_is_accent (characters[i].ch))
        continue;
      characters[kept] = characters[i];
      if (self->options.lowercase && sema_bert_lowercase (characters[i].ch, parts) == 1)
        characters[kept].ch = parts[0];
      kept++;
    }
  self->chunk.n_bytes = kept * sizeof *characters;
}

/**
 * sema_bert_text_next:
 * @self: the reader
 * @word: (out) (nullable): the characters of the next word, valid until the next call; %NULL when the text is over
 * @n_characters: (out): how many there are; 0 when the text is over
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Reads the next word. O(n log n) for the n characters of a text, at worst.
 *
 * Returns: %FALSE with the error
 */
gboolean
sema_bert_text_next (SemaBertText *self, const SemaCanonicalCharacter **word, gsize *n_characters, GError **error)
{
  gsize n;

  while (self->place == count (self) && self->cursor < self->end)
    {
      if (!read_chunk (self, error))
        return FALSE;
      if (self->options.strip_accents)
        strip_accents (self);
    }
  *word = NULL;
  *n_characters = 0;
  if (self->place == count (self))
    return TRUE;
  *word = peek (self) + self->place;
  n = 1;
  if (!sema_bert_is_punctuation ((*word)[0].ch))
    while (self->place + n < count (self) && !sema_bert_is_punctuation ((*word)[n].ch))
      n++;
  self->place += n;
  *n_characters = n;
  return TRUE;
}
