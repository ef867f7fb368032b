/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sentence-pieces.h"

#include <stdlib.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-token-split.h"
#include "sema-utf8.h"

#define WORDS_PER_LOOK 4096 /* between two looks at cancel */
#define SPACE SEMA_SENTENCE_SPACE
#define N_SPACE SEMA_SENTENCE_SPACE_SIZE

/* A text with its spaces as tokens have them, and where that leads back to. */
typedef struct
{
  gboolean    has_spaces; /* else they stay spaces */
  char       *spaced;
  gsize       n_spaced;
  const char *text;
  gsize       n_before; /* bytes of a space that is not in the text */
} SpacedText;

static gboolean
is_space (const SpacedText *self, char byte)
{
  return byte == ' ' && self->has_spaces;
}

static gsize
count_spaces (const SpacedText *self, const char *text, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += is_space (self, text[i]);
  return n;
}

static gboolean
make_spaced (SpacedText *self, const char *text, gsize length, gboolean add_space, GError **error)
{
  char *place;

  self->text = text;
  self->n_before = add_space ? N_SPACE : 0;
  self->n_spaced = self->n_before + length + (N_SPACE - 1) * count_spaces (self, text, length);
  self->spaced = sema_memory_alloc (self->n_spaced, error);
  if (self->spaced == NULL)
    return FALSE;
  place = self->spaced;
  for (gsize i = 0; i < length + (add_space ? 1 : 0); i++)
    {
      char byte = add_space ? (i == 0 ? ' ' : text[i - 1]) : text[i];

      if (is_space (self, byte))
        place = mempcpy (place, SPACE, N_SPACE);
      else
        *place++ = byte;
    }
  return TRUE;
}

/* Whether a space comes before a text. */
static gboolean
has_prefix (SemaSentencePrefix prefix, const char *text, gsize length)
{
  gboolean is_there = text[0] == ' ' || (length >= N_SPACE && memcmp (text, SPACE, N_SPACE) == 0);

  return prefix == SEMA_SENTENCE_PREFIX_ALWAYS || (!is_there && prefix != SEMA_SENTENCE_PREFIX_NONE);
}

/* Where the next space begins behind the first byte, or the end. */
static const char *
find_next_space (const char *text, const char *end)
{
  const char *space = end - text > N_SPACE ? memmem (text + 1, (gsize)(end - text) - 1, SPACE, N_SPACE) : NULL;

  return space != NULL ? space : end;
}

/* Short words never look themselves. */
static gboolean
look (guint64 *n_words, SemaProgress *progress, GError **error)
{
  if (++*n_words % WORDS_PER_LOOK != 0 || !sema_progress_is_cancelled (progress))
    return TRUE;
  sema_set_cancelled (error);
  return FALSE;
}

static gboolean
find_pieces (SemaBytePairs *scratch, const SemaSentenceModel *model, const SpacedText *spaced, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  const char *end = spaced->spaced + spaced->n_spaced, *next;
  guint64     n_words = 0;

  for (const char *p = spaced->spaced; p < end; p = next)
    {
      guint64 at = (guint64)(p - spaced->spaced);
      gsize   n;

      if (!look (&n_words, progress, error))
        return FALSE;
      next = model->style.splits ? find_next_space (p, end) : end;
      n = (gsize)(next - p);
      if (model->likely != NULL ? !sema_likely_pieces_cut (model->likely, &scratch->symbols, p, n, at, pieces, progress, error)
                                : !sema_byte_pairs_merge (scratch, model->pairs, p, n, at, pieces, progress, error))
        return FALSE;
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
        in_spaced += is_space (self, self->text[in_text++]) ? N_SPACE : 1;
      *place = origin + in_text;
    }
}

static gboolean
cut (SemaBytePairs *scratch, const SemaSentenceModel *model, SemaSentencePrefix prefix, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  guint64    n_before = sema_token_pieces_get_n (pieces);
  SpacedText spaced = {.has_spaces = model->style.has_spaces};
  gboolean   fine;

  if (!make_spaced (&spaced, text, length, has_prefix (prefix, text, length), error))
    return FALSE;
  fine = find_pieces (scratch, model, &spaced, pieces, progress, error);
  if (fine && sema_token_pieces_get_n (pieces) > n_before)
    find_places (&spaced, (SemaTokenPiece *)(gpointer)pieces->buffer.data + n_before, sema_token_pieces_get_n (pieces) - n_before, origin);
  sema_memory_free (spaced.spaced);
  return fine;
}

/* Behind all characters that are white space, or that are none. */
static const char *
skip (const char *text, const char *end, gboolean is_space)
{
  for (const char *next = text; next < end && sema_token_split_is_space (sema_utf8_next (&next, end)) == is_space;)
    text = next;
  return text;
}

static gboolean
cut_words (SemaBytePairs *scratch, const SemaSentenceModel *model, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  const char        *end = text + length;
  SemaSentencePrefix prefix = model->style.prefix;
  guint64            n_words = 0;

  for (const char *p = skip (text, end, TRUE), *behind; p < end; p = skip (behind, end, TRUE))
    {
      if (!look (&n_words, progress, error))
        return FALSE;
      behind = skip (p, end, FALSE);
      if (prefix == SEMA_SENTENCE_PREFIX_FIRST && p > text)
        prefix = SEMA_SENTENCE_PREFIX_NONE;
      if (!cut (scratch, model, prefix, p, (gsize)(behind - p), origin + (guint64)(p - text), pieces, progress, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sema_sentence_pieces_cut:
 * @scratch: scratch memory
 * @model: what becomes of spaces; one that is put before the text is in no piece
 * @text: (array length=length): any bytes
 * @length: how many there are
 * @origin: where in the whole text they begin
 * @pieces: the pieces are added to it
 * @progress: (nullable): cancels
 * @error: as sema_byte_pairs_merge() and sema_likely_pieces_cut()
 *
 * Cuts a text as SentencePiece does (Kudo and Richardson 2018), and Hugging Face's tokenizers with what is made of its models: spaces
 * become letters of the tokens. With pairs, of all two neighbours that are a token together those of the best score are merged, of
 * equal ones the leftmost, until there are none. Words are borders only where the style says so. O(n log n) for n bytes with pairs.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_sentence_pieces_cut (SemaBytePairs *scratch, const SemaSentenceModel *model, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  if (length == 0)
    return TRUE;
  if (model->style.has_words)
    return cut_words (scratch, model, text, length, origin, pieces, progress, error);
  return cut (scratch, model, model->style.prefix, text, length, origin, pieces, progress, error);
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
 * sema_sentence_pieces_find_byte:
 * @tokens: tokens
 * @byte: any
 *
 * Returns: the id of the token that stands for a byte, such as “<0x0A>”, or %SEMA_TOKEN_NO_ID
 */
guint64
sema_sentence_pieces_find_byte (const SemaTokenTable *tokens, guint8 byte)
{
  char token[8];

  return sema_token_table_find (tokens, token, (gsize)g_snprintf (token, sizeof token, "<0x%02X>", byte));
}

/**
 * sema_sentence_pieces_parse_byte:
 * @token: (array length=length): a token
 * @length: its bytes
 * @byte: (out): which it stands for
 *
 * Returns: whether it stands for a byte
 */
gboolean
sema_sentence_pieces_parse_byte (const char *token, gsize length, guint8 *byte)
{
  int high, low;

  if (length != strlen ("<0x00>") || memcmp (token, "<0x", 3) != 0 || token[5] != '>')
    return FALSE;
  high = g_ascii_xdigit_value (token[3]);
  low = g_ascii_xdigit_value (token[4]);
  *byte = (guint8)(high * 16 + low);
  return high >= 0 && low >= 0;
}

/**
 * sema_sentence_pieces_have_bytes:
 * @tokens: tokens
 *
 * Returns: whether there is one for each byte, so that no character is unknown
 */
gboolean
sema_sentence_pieces_have_bytes (const SemaTokenTable *tokens)
{
  for (guint byte = 0; byte < 256; byte++)
    if (sema_sentence_pieces_find_byte (tokens, (guint8)byte) == SEMA_TOKEN_NO_ID)
      return FALSE;
  return TRUE;
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
