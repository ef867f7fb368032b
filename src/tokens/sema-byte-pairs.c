/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-byte-pairs.h"

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-utf8.h"

#define NONE G_MAXUINT32
#define STEPS_PER_LOOK 65536 /* merges between two looks at cancel */

typedef struct
{
  guint32 id;
  guint32 start;
  guint32 end; /* behind its last byte; its start where it was merged into another */
  guint32 previous;
  guint32 next;
} Symbol;

typedef struct
{
  guint32 rank;
  guint32 place; /* of the left symbol */
  guint32 id;
} Candidate;

typedef struct
{
  SemaBytePairs           *scratch;
  const SemaBytePairModel *model;
  const char              *text;
} Merging;

static Symbol *
peek (const Merging *self, guint32 place)
{
  return (Symbol *)self->scratch->symbols.data + place;
}

static guint32
count (const Merging *self)
{
  return (guint32)(self->scratch->symbols.n_bytes / sizeof (Symbol));
}

static gboolean
add_symbol (Merging *self, guint64 id, gsize start, gsize end, GError **error)
{
  guint32 place = count (self);
  Symbol *symbol = sema_buffer_append (&self->scratch->symbols, sizeof *symbol, error);

  if (symbol == NULL)
    return FALSE;
  *symbol = (Symbol) {(guint32)id, (guint32)start, (guint32)end, place > 0 ? place - 1 : NONE, NONE};
  if (place > 0)
    symbol[-1].next = place;
  return TRUE;
}

/* A symbol for each byte. One without an id is the unknown token, where there is one, or is left out. */
static gboolean
add_symbols (Merging *self, gsize length, GError **error)
{
  gboolean was_unknown = FALSE;

  if (!sema_buffer_reserve (&self->scratch->symbols, length * sizeof (Symbol), error))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint64  id = self->model->bytes[(guchar)self->text[i]];
      gboolean is_unknown = id == SEMA_TOKEN_NO_ID;

      if (is_unknown && was_unknown && self->model->fuse_unknown)
        peek (self, count (self) - 1)->end = (guint32)i + 1;
      else if (!is_unknown || self->model->unknown != SEMA_TOKEN_NO_ID || self->model->unknown_parts)
        {
          if (!add_symbol (self, is_unknown ? self->model->unknown : id, i, i + 1, error))
            return FALSE;
        }
      was_unknown = is_unknown && self->model->unknown != SEMA_TOKEN_NO_ID;
    }
  return TRUE;
}

/* A symbol for a character that is a token, or for each of its bytes; one that is neither is the unknown token, or is left out. */
static gboolean
add_known (Merging *self, const char *text, const char *end, gboolean *was_unknown, GError **error)
{
  guint64 id = sema_token_table_find (self->model->tokens, text, (gsize)(end - text));
  gsize   start = (gsize)(text - self->text), stop = (gsize)(end - self->text);

  if (id == SEMA_TOKEN_NO_ID && sema_token_pieces_are_bytes_known (self->model->bytes, text, (gsize)(end - text)))
    {
      *was_unknown = FALSE;
      for (; start < stop; start++)
        if (!add_symbol (self, self->model->bytes[(guchar)self->text[start]], start, start + 1, error))
          return FALSE;
      return TRUE;
    }
  if (id == SEMA_TOKEN_NO_ID && *was_unknown && self->model->fuse_unknown)
    {
      peek (self, count (self) - 1)->end = (guint32)stop;
      return TRUE;
    }
  *was_unknown = id == SEMA_TOKEN_NO_ID && self->model->unknown != SEMA_TOKEN_NO_ID;
  if (id == SEMA_TOKEN_NO_ID && !*was_unknown)
    return TRUE;
  return add_symbol (self, *was_unknown ? self->model->unknown : id, start, stop, error);
}

/* A symbol for each character, whether it is a token or not. A byte that is part of none is one of its own. */
static gboolean
add_characters (Merging *self, gsize length, GError **error)
{
  const char *end = self->text + length;
  gboolean    was_unknown = FALSE;

  for (const char *p = self->text, *next = p; p < end; p = next)
    {
      sema_utf8_next (&next, end);
      if (self->model->merges != NULL ? !add_known (self, p, next, &was_unknown, error)
                                      : !add_symbol (self, sema_token_table_find (self->model->tokens, p, (gsize)(next - p)), (gsize)(p - self->text), (gsize)(next - self->text), error))
        return FALSE;
    }
  return TRUE;
}

/* What becomes of a symbol and the next one. */
static gboolean
find_merge (const Merging *self, guint32 place, Candidate *candidate)
{
  const Symbol *left = peek (self, place), *right;
  guint64       id;

  if (left->next == NONE)
    return FALSE;
  right = peek (self, left->next);
  if (self->model->merges != NULL)
    {
      const SemaMerge *merge = sema_merge_table_find (self->model->merges, left->id, right->id);

      if (merge != NULL)
        *candidate = (Candidate) {merge->rank, place, merge->id};
      return merge != NULL;
    }
  if (right->end - left->start > sema_token_table_get_longest (self->model->tokens))
    return FALSE;
  id = sema_token_table_find (self->model->tokens, self->text + left->start, right->end - left->start);
  if (id == SEMA_TOKEN_NO_ID)
    return FALSE;
  *candidate = (Candidate) {self->model->ranks != NULL ? self->model->ranks[id] : (guint32)id, place, (guint32)id};
  return TRUE;
}

static gboolean
comes_before (const Candidate *a, const Candidate *b)
{
  return a->rank < b->rank || (a->rank == b->rank && a->place < b->place);
}

static gboolean
push (Merging *self, guint32 place, GError **error)
{
  SemaBuffer *heap = &self->scratch->heap;
  gsize       at = heap->n_bytes / sizeof (Candidate);
  Candidate   candidate, *candidates;

  if (!find_merge (self, place, &candidate))
    return TRUE;
  if (sema_buffer_append (heap, sizeof candidate, error) == NULL)
    return FALSE;
  candidates = (Candidate *)heap->data;
  for (; at > 0 && comes_before (&candidate, &candidates[(at - 1) / 2]); at = (at - 1) / 2)
    candidates[at] = candidates[(at - 1) / 2];
  candidates[at] = candidate;
  return TRUE;
}

static gboolean
pop (Merging *self, Candidate *best)
{
  SemaBuffer *heap = &self->scratch->heap;
  Candidate  *candidates = (Candidate *)heap->data;
  gsize       n = heap->n_bytes / sizeof (Candidate);
  gsize       at = 0;

  if (n == 0)
    return FALSE;
  *best = candidates[0];
  heap->n_bytes -= sizeof (Candidate);
  n--;
  for (gsize child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && comes_before (&candidates[child + 1], &candidates[child]))
        child++;
      if (!comes_before (&candidates[child], &candidates[n]))
        break;
      candidates[at] = candidates[child];
      at = child;
    }
  candidates[at] = candidates[n];
  return TRUE;
}

/* A candidate is out of date when one of its two symbols is no longer what it was. */
static gboolean
is_current (const Merging *self, const Candidate *candidate)
{
  const Symbol *left = peek (self, candidate->place);
  Candidate     now;

  return left->end > left->start && find_merge (self, candidate->place, &now) && now.id == candidate->id;
}

static gboolean
merge (Merging *self, const Candidate *candidate, GError **error)
{
  Symbol *left = peek (self, candidate->place);
  Symbol *right = peek (self, left->next);

  left->id = candidate->id;
  left->end = right->end;
  left->next = right->next;
  right->end = right->start;
  if (left->next != NONE)
    peek (self, left->next)->previous = candidate->place;
  return (left->previous == NONE || push (self, left->previous, error)) && push (self, candidate->place, error);
}

static gboolean
merge_all (Merging *self, SemaProgress *progress, GError **error)
{
  Candidate best;

  self->scratch->heap.n_bytes = 0;
  for (guint32 i = 0; i < count (self); i++)
    if (!push (self, i, error))
      return FALSE;
  for (guint64 n = 1; pop (self, &best); n++)
    {
      if (n % STEPS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (is_current (self, &best) && !merge (self, &best, error))
        return FALSE;
    }
  return TRUE;
}

/* The bytes between two symbols were left out: no token has them. */
static gboolean
add_gap (guint64 start, guint64 end, SemaTokenPieces *pieces, GError **error)
{
  return start >= end || sema_token_pieces_add (pieces, SEMA_TOKEN_NO_ID, start, end, error);
}

static gboolean
add_piece (const Merging *self, const Symbol *symbol, guint64 origin, SemaTokenPieces *pieces, GError **error)
{
  if (self->model->has_characters && symbol->id == NONE)
    return sema_token_pieces_spell (pieces, self->model->bytes, self->model->unknown, self->text + symbol->start, symbol->end - symbol->start, origin + symbol->start, error);
  if (self->model->unknown_parts && symbol->id == NONE)
    return add_gap (origin + symbol->start, origin + symbol->end, pieces, error);
  return sema_token_pieces_add (pieces, symbol->id, origin + symbol->start, origin + symbol->end, error);
}

static gboolean
add_pieces (const Merging *self, gsize length, guint64 origin, SemaTokenPieces *pieces, GError **error)
{
  guint64 done = origin;

  for (guint32 i = count (self) > 0 ? 0 : NONE; i != NONE; i = peek (self, i)->next)
    {
      const Symbol *symbol = peek (self, i);

      if (!add_gap (done, origin + symbol->start, pieces, error) ||
          !add_piece (self, symbol, origin, pieces, error))
        return FALSE;
      done = origin + symbol->end;
    }
  return add_gap (done, origin + length, pieces, error);
}

/**
 * sema_byte_pairs_merge:
 * @self: scratch memory
 * @model: what merges
 * @text: (array length=length): bytes within which there may be tokens, as a word
 * @length: how many there are, less than 2^32 - 1
 * @origin: where in the whole text they begin
 * @pieces: the pieces are added to it; bytes that no token has are pieces without an id
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, also where @text is too long, or %SEMA_CORE_ERROR_CANCELLED
 *
 * Byte-pair encoding (Sennrich, Haddow and Birch 2016), or that of SentencePiece where tokens have ranks of their own: merges the pair of the lowest rank, of equal ones the leftmost, as long as any two
 * neighbours merge. With a heap of what may be merged: O(@length log @length).
 *
 * Returns: whether nothing failed
 */
gboolean
sema_byte_pairs_merge (SemaBytePairs *self, const SemaBytePairModel *model, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  Merging merging = {self, model, text};

  if (length >= NONE)
    {
      g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("A word of the text has 4 GiB or more."));
      return FALSE;
    }
  self->symbols.n_bytes = 0;
  return (model->has_characters ? add_characters (&merging, length, error) : add_symbols (&merging, length, error)) && merge_all (&merging, progress, error) &&
         add_pieces (&merging, length, origin, pieces, error);
}

/**
 * sema_byte_pairs_clear:
 * @self: scratch memory
 */
void
sema_byte_pairs_clear (SemaBytePairs *self)
{
  sema_buffer_clear (&self->symbols);
  sema_buffer_clear (&self->heap);
}
