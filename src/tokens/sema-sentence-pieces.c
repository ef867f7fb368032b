/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sentence-pieces.h"

#include <stdlib.h>
#include <string.h>

#include "sema-memory.h"

#define SPACE "\xe2\x96\x81" /* U+2581, what tokens have for a space */
#define N_SPACE 3            /* its bytes */

/* A text with its spaces as tokens have them, and where that leads back to. */
typedef struct
{
  char       *spaced;
  gsize       n_spaced;
  const char *text;
  gsize       n_before; /* bytes of a space that is not in the text */
} SpacedText;

static gsize
count_spaces (const char *text, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == ' ';
  return n;
}

static gboolean
make_spaced (SpacedText *self, const char *text, gsize length, gboolean add_space, GError **error)
{
  char *place;

  self->text = text;
  self->n_before = add_space ? N_SPACE : 0;
  self->n_spaced = self->n_before + length + (N_SPACE - 1) * count_spaces (text, length);
  self->spaced = sema_memory_alloc (self->n_spaced, error);
  if (self->spaced == NULL)
    return FALSE;
  place = self->spaced;
  for (gsize i = 0; i < length + (add_space ? 1 : 0); i++)
    {
      char byte = add_space ? (i == 0 ? ' ' : text[i - 1]) : text[i];

      if (byte == ' ')
        place = mempcpy (place, SPACE, N_SPACE);
      else
        *place++ = byte;
    }
  return TRUE;
}

/* Places ascend, so one walk through the text finds them all. What lies within a space lies behind it. */
static void
find_places (const SpacedText *self, SemaTokenPiece *pieces, guint64 n, guint64 origin)
{
  guint64 in_spaced = self->n_before, in_text = 0;

  for (guint64 i = 0; i < 2 * n; i++)
    {
      guint64 *place = i % 2 == 0 ? &pieces[i / 2].start : &pieces[i / 2].end;

      while (in_spaced < *place)
        in_spaced += self->text[in_text++] == ' ' ? N_SPACE : 1;
      *place = origin + in_text;
    }
}

/**
 * sema_sentence_pieces_cut:
 * @scratch: scratch memory
 * @model: what merges, with ranks
 * @add_space: whether a space is put before the text, which is in no piece
 * @text: (array length=length): any bytes
 * @length: how many there are
 * @origin: where in the whole text they begin
 * @pieces: the pieces are added to it
 * @progress: (nullable): cancels
 * @error: as sema_byte_pairs_merge()
 *
 * Cuts a text as SentencePiece does with models of pairs (Kudo and Richardson 2018): spaces become letters of the tokens, and of all
 * two neighbours that are a token together those of the best score are merged, of equal ones the leftmost, until there are none.
 * Words are no borders. O(n log n) for n bytes.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_sentence_pieces_cut (SemaBytePairs *scratch, const SemaBytePairModel *model, gboolean add_space, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  guint64    n_before = sema_token_pieces_get_n (pieces);
  SpacedText spaced;
  gboolean   fine;

  if (length == 0)
    return TRUE;
  if (!make_spaced (&spaced, text, length, add_space, error))
    return FALSE;
  fine = sema_byte_pairs_merge (scratch, model, spaced.spaced, spaced.n_spaced, 0, pieces, progress, error);
  if (fine)
    find_places (&spaced, (SemaTokenPiece *)(gpointer)pieces->buffer.data + n_before, sema_token_pieces_get_n (pieces) - n_before, origin);
  sema_memory_free (spaced.spaced);
  return fine;
}

typedef struct
{
  float   score;
  guint32 id;
} Scored;

/* The best first; what is no number comes last. */
static int
compare_scores (gconstpointer a, gconstpointer b)
{
  float x = ((const Scored *)a)->score;
  float y = ((const Scored *)b)->score;

  if (x != x || y != y)
    return (x != x) - (y != y);
  return (x < y) - (x > y);
}

/**
 * sema_sentence_pieces_rank:
 * @scores: (array length=n): of tokens, any floats
 * @n: how many there are, fewer than 2^32
 * @ranks: (out): all zeros; gets a guint32 for each: how many scores are better, equal ones counted once
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room. O(n log n).
 */
gboolean
sema_sentence_pieces_rank (const float *scores, guint64 n, SemaBuffer *ranks, GError **error)
{
  Scored  *sorted = sema_memory_alloc_n (MAX (n, 1), sizeof *sorted, error);
  guint32 *places = sorted != NULL ? sema_buffer_append (ranks, n * sizeof *places, error) : NULL;
  guint32  rank = 0;

  if (places != NULL)
    {
      for (guint64 i = 0; i < n; i++)
        sorted[i] = (Scored) {scores[i], (guint32)i};
      qsort (sorted, n, sizeof *sorted, compare_scores);
      for (guint64 i = 0; i < n; i++)
        {
          if (i > 0 && compare_scores (&sorted[i - 1], &sorted[i]) != 0)
            rank++;
          places[sorted[i].id] = rank;
        }
    }
  sema_memory_free (sorted);
  return places != NULL;
}

/**
 * sema_sentence_pieces_dup_bytes:
 * @token: (array length=length): as models of SentencePiece write it
 * @length: its bytes
 * @n_bytes: (out): how many are returned
 *
 * Returns: (transfer full): the token with spaces as such, and a NUL after it. One that stands for a byte stays as it is written,
 *   “<0x41>”, for another token may be that byte.
 */
char *
sema_sentence_pieces_dup_bytes (const char *token, gsize length, gsize *n_bytes)
{
  char *bytes = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; n++)
    if (length - i >= N_SPACE && memcmp (token + i, SPACE, N_SPACE) == 0)
      {
        bytes[n] = ' ';
        i += N_SPACE;
      }
    else
      bytes[n] = token[i++];
  bytes[n] = 0;
  *n_bytes = n;
  return bytes;
}
