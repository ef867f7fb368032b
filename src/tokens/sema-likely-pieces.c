/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-likely-pieces.h"

#include <string.h>

#include "sema-error.h"
#include "sema-utf8.h"

#define UNKNOWN_PENALTY 10.0 /* how much less likely than the least likely token what is unknown is, as SentencePiece has it */
#define STEPS_PER_LOOK 65536 /* tokens that are tried between two looks at cancel */

/* The best way to cut the text up to a byte. */
typedef struct
{
  double   score;
  gsize    start; /* of its last piece */
  gsize    next;  /* where the piece ends that begins here, on the best way of all */
  guint64  id;    /* of the last piece */
  gboolean is_reached;
} Node;

/* The ids of the tokens that begin with the bytes so far, in the order of their bytes. */
typedef struct
{
  gsize first;
  gsize behind;
} Range;

typedef struct
{
  const SemaLikelyPieces *model;
  Node                   *nodes; /* (length + 1) */
  const char             *text;
  const char             *end;
  guint64                 n_steps;
  SemaProgress           *progress;
} Search;

static guint32
get_sorted (const SemaLikelyPieces *self, gsize i)
{
  return ((const guint32 *)(gconstpointer)self->sorted.data)[i];
}

static double
get_score (const SemaLikelyPieces *self, guint64 id)
{
  return ((const double *)(gconstpointer)self->scores.data)[id];
}

static int
compare_tokens (gconstpointer a, gconstpointer b, gpointer tokens)
{
  gsize       n_left, n_right;
  const char *left = sema_token_table_peek (tokens, *(const guint32 *)a, &n_left, NULL);
  const char *right = sema_token_table_peek (tokens, *(const guint32 *)b, &n_right, NULL);
  int         order = memcmp (left, right, MIN (n_left, n_right));

  return order != 0 ? order : (n_left > n_right) - (n_left < n_right);
}

/**
 * sema_likely_pieces_prepare:
 * @self: all zeros
 * @tokens: tokens whose ids are their places, none of them twice, of no more than %SEMA_LIKELY_PIECES_LONGEST bytes; borrowed
 * @scores: double: the score of each; empty afterwards
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room. O(n log n) for n tokens.
 */
gboolean
sema_likely_pieces_prepare (SemaLikelyPieces *self, const SemaTokenTable *tokens, SemaBuffer *scores, GError **error)
{
  guint64  n = sema_token_table_get_n_tokens (tokens);
  guint32 *sorted = sema_buffer_append (&self->sorted, n * sizeof *sorted, error);

  self->tokens = tokens;
  self->scores = *scores;
  *scores = (SemaBuffer) {0};
  if (sorted == NULL)
    return FALSE;
  self->worst = n > 0 ? get_score (self, 0) : 0;
  for (guint64 i = 0; i < n; i++)
    {
      sorted[i] = (guint32)i;
      self->worst = MIN (self->worst, get_score (self, i));
    }
  g_qsort_with_data (sorted, (int)n, sizeof *sorted, compare_tokens, (gpointer)tokens);
  return TRUE;
}

/* The byte of a token after so many others, or -1 where it has no more. */
static int
get_byte (const SemaLikelyPieces *self, gsize i, gsize depth)
{
  gsize       length;
  const char *token = sema_token_table_peek (self->tokens, get_sorted (self, i), &length, NULL);

  return depth < length ? (guchar)token[depth] : -1;
}

/* The first token in the range whose byte there is not less. */
static gsize
find_bound (const SemaLikelyPieces *self, Range range, gsize depth, int byte)
{
  while (range.first < range.behind)
    {
      gsize middle = range.first + (range.behind - range.first) / 2;

      if (get_byte (self, middle, depth) < byte)
        range.first = middle + 1;
      else
        range.behind = middle;
    }
  return range.first;
}

static void
offer (Search *self, gsize start, gsize end, guint64 id, double score)
{
  Node  *node = &self->nodes[end];
  double whole = self->nodes[start].score + score;

  if (!node->is_reached || whole > node->score)
    *node = (Node) {.score = whole, .start = start, .id = id, .is_reached = TRUE};
}

/* All tokens that begin at a character, and where none is that character alone, what is unknown. */
static gboolean
offer_from (Search *self, const char *start, const char *behind_character, GError **error)
{
  const SemaLikelyPieces *model = self->model;
  Range                   range = {0, sema_token_table_get_n_tokens (model->tokens)};
  gsize                   at = (gsize)(start - self->text), n_character = (gsize)(behind_character - start);
  gboolean                has_character = FALSE;

  for (gsize n = 0; start + n < self->end; n++)
    {
      int byte = (guchar)start[n];

      if (self->n_steps++ % STEPS_PER_LOOK == 0 && sema_progress_is_cancelled (self->progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      range.first = find_bound (model, range, n, byte);
      range.behind = find_bound (model, range, n, byte + 1);
      if (range.first == range.behind)
        break;
      if (get_byte (model, range.first, n + 1) >= 0)
        continue;
      offer (self, at, at + n + 1, get_sorted (model, range.first), get_score (model, get_sorted (model, range.first)));
      has_character |= n + 1 == n_character;
    }
  if (!has_character)
    offer (self, at, at + n_character, model->unknown, model->worst - UNKNOWN_PENALTY);
  return TRUE;
}

/* From the end to the beginning. Unknown pieces in a row are one. */
static void
find_way (Search *self, gsize length)
{
  const guint64 unknown = self->model->unknown;

  for (gsize at = length, start; at > 0; at = start)
    {
      start = self->nodes[at].start;
      while (self->nodes[at].id == unknown && start > 0 && self->nodes[start].id == unknown)
        start = self->nodes[start].start;
      self->nodes[start].next = at;
    }
}

static gboolean
add_pieces (const Search *self, gsize length, guint64 origin, SemaTokenPieces *pieces, GError **error)
{
  for (gsize at = 0, next; at < length; at = next)
    {
      guint64 id;

      next = self->nodes[at].next;
      id = sema_token_table_find (self->model->tokens, self->text + at, next - at);
      if (id != SEMA_TOKEN_NO_ID ? !sema_token_pieces_add (pieces, id, origin + at, origin + next, error)
                                 : !sema_token_pieces_spell (pieces, self->model->bytes, self->model->unknown, self->text + at, next - at, origin + at, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sema_likely_pieces_cut:
 * @self: a model
 * @scratch: scratch memory
 * @text: (array length=length): any bytes, with spaces as tokens have them
 * @length: how many there are
 * @origin: where in the whole text they begin
 * @pieces: the pieces are added to it
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Cuts a text into the pieces that are most likely together (Viterbi), of equally likely ways that whose last piece begins first. What is no token
 * is as a run unknown, or, where each of its bytes has a token, those. O(@length times the longest token).
 *
 * Returns: whether nothing failed
 */
gboolean
sema_likely_pieces_cut (const SemaLikelyPieces *self, SemaBuffer *scratch, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  Search search = {.model = self, .text = text, .end = text + length, .progress = progress};

  scratch->n_bytes = 0;
  search.nodes = sema_buffer_append (scratch, (length + 1) * sizeof (Node), error);
  if (search.nodes == NULL)
    return FALSE;
  memset (search.nodes, 0, (length + 1) * sizeof (Node));
  for (const char *p = text, *next = text; p < search.end; p = next)
    {
      sema_utf8_next (&next, search.end);
      if (!offer_from (&search, p, next, error))
        return FALSE;
    }
  find_way (&search, length);
  return add_pieces (&search, length, origin, pieces, error);
}

/**
 * sema_likely_pieces_clear:
 * @self: a model
 */
void
sema_likely_pieces_clear (SemaLikelyPieces *self)
{
  sema_buffer_clear (&self->scores);
  sema_buffer_clear (&self->sorted);
}
