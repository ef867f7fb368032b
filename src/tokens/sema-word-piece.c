/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-piece.h"

#include <string.h>

#include "sema-error.h"

#define WORDS_PER_LOOK 1024 /* between two looks at cancel */

/* A word as bytes after the prefix, with where each of its characters begins. */
typedef struct
{
  const SemaWordPieceModel     *model;
  const SemaCanonicalCharacter *characters;
  gsize                         n_characters;
  gsize                         n_prefix;
  gsize                         starts[SEMA_WORD_PIECE_MAX_CHARACTERS + 1];
  char                          bytes[SEMA_WORD_PIECE_MAX_PREFIX + 6 * SEMA_WORD_PIECE_MAX_CHARACTERS];
  char                          candidate[SEMA_WORD_PIECE_MAX_PREFIX + 6 * SEMA_WORD_PIECE_MAX_CHARACTERS];
} Word;

static void
spell (Word *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_characters; i++)
    {
      self->starts[i] = n;
      n += (gsize)g_unichar_to_utf8 (self->characters[i].ch, self->bytes + n);
    }
  self->starts[self->n_characters] = n;
}

/* The longest token from a character on. */
static guint64
find_longest (Word *self, gsize first, gsize *end)
{
  gsize start = self->starts[first];
  gsize n_prefix = first > 0 ? self->n_prefix : 0;

  memcpy (self->candidate, self->model->prefix, n_prefix);
  memcpy (self->candidate + n_prefix, self->bytes + start, self->starts[self->n_characters] - start);
  for (*end = self->n_characters; *end > first; (*end)--)
    {
      guint64 id = sema_token_table_find (self->model->tokens, self->candidate, n_prefix + self->starts[*end] - start);

      if (id != SEMA_TOKEN_NO_ID)
        return id;
    }
  return SEMA_TOKEN_NO_ID;
}

static gboolean
add_unknown (const Word *self, guint64 origin, SemaTokenPieces *pieces, GError **error)
{
  const SemaCanonicalCharacter *last = &self->characters[self->n_characters - 1];

  return sema_token_pieces_add (pieces, self->model->unknown, origin + self->characters[0].start, origin + last->end, error);
}

/* A word one part of which is unknown is so as a whole. */
static gboolean
cut_word (Word *self, guint64 origin, SemaTokenPieces *pieces, GError **error)
{
  gsize n_before = pieces->buffer.n_bytes;

  if (self->n_characters > self->model->max_characters)
    return add_unknown (self, origin, pieces, error);
  spell (self);
  for (gsize first = 0, end; first < self->n_characters; first = end)
    {
      guint64 id = find_longest (self, first, &end);

      if (id == SEMA_TOKEN_NO_ID)
        {
          pieces->buffer.n_bytes = n_before;
          return add_unknown (self, origin, pieces, error);
        }
      if (!sema_token_pieces_add (pieces, id, origin + self->characters[first].start, origin + self->characters[end - 1].end, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sema_word_piece_cut:
 * @model: what cuts
 * @text: (array length=length): any bytes
 * @length: how many there are
 * @origin: where in the whole text they begin
 * @pieces: the pieces are added to it
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * WordPiece (Schuster and Nakajima 2012) as BERT does it: of each word the longest token that it begins with, and so on with what is left.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_word_piece_cut (const SemaWordPieceModel *model, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  g_auto (SemaBertText) reader = {0};
  g_autofree Word      *word = g_new (Word, 1);

  word->model = model;
  word->n_prefix = strlen (model->prefix);
  sema_bert_text_start (&reader, &model->options, text, length);
  for (guint64 n = 0;; n++)
    {
      if (n % WORDS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!sema_bert_text_next (&reader, &word->characters, &word->n_characters, error))
        return FALSE;
      if (word->n_characters == 0)
        return TRUE;
      if (!cut_word (word, origin, pieces, error))
        return FALSE;
    }
}
