/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-fold.h"
#include "sema-parallel.h"
#include "sema-spelling.h"
#include "sema-vocab-search.h"

/* Rows of a chunk: about a millisecond between two looks at the progress. */
#define ROWS_PER_CHUNK 16384

typedef struct
{
  guint64 row;
  guint   distance;
} Hit;

typedef struct
{
  const SemaVocab *vocab;
  const gunichar  *typed; /* (n_typed) folded */
  gsize            n_typed;
  guint64          letters;
  guint            bound;
  gsize            max;
  guint64          named; /* which row comes first, for it is called by the id that was typed */
  GArray         **hits;  /* (chunks) of Hit in row order, NULL for none */
} Search;

/* What one chunk needs beside the search. */
typedef struct
{
  const Search *search;
  SemaFold     *fold;
  gunichar     *folded; /* (n_typed + bound) room for one word */
  gsize         capacity;
  guint         bound; /* shrinks when enough nearer words are found */
  gsize         n_found[SEMA_SPELLING_MAX_DISTANCE + 1];
  GArray       *hits;
} Scan;

/* A set of letters in 64 bits, in which some letters share a place. */
static guint64
get_letters (const gunichar *text, gsize n)
{
  guint64 letters = 0;

  for (gsize i = 0; i < n; i++)
    letters |= G_GUINT64_CONSTANT (1) << (text[i] % 64);
  return letters;
}

/* One change brings in one new letter and takes one away at most, so that most words fall here, without a table. */
static gboolean
shares_letters (const Scan *scan, guint64 letters)
{
  guint64 typed = scan->search->letters;

  return (guint)__builtin_popcountll (typed & ~letters) <= scan->bound &&
         (guint)__builtin_popcountll (letters & ~typed) <= scan->bound;
}

static gboolean
is_ascii (const char *word, gsize length)
{
  guint bits = 0;

  for (gsize i = 0; i < length; i++)
    bits |= (guchar)word[i];
  return bits < 0x80;
}

static guint
get_distance (Scan *scan, guint64 row)
{
  const Search *search = scan->search;
  guint         far = scan->bound + 1;
  gsize         n;
  const char   *word = sema_vocab_get_word (search->vocab, row, &n);

  /* Only characters beyond ASCII fold to another number of them. */
  if ((n > scan->capacity || n + scan->bound < search->n_typed) && is_ascii (word, n))
    return far;
  n = sema_fold_word (scan->fold, word, n, scan->folded, scan->capacity);
  if (n > scan->capacity || !shares_letters (scan, get_letters (scan->folded, n)))
    return far;
  return sema_spelling_get_distance (search->typed, search->n_typed, scan->folded, n, scan->bound);
}

/* Once there are enough words as near as @bound, a later one must be nearer; returns whether one still can be. */
static gboolean
tighten (Scan *scan)
{
  for (;;)
    {
      gsize n_found = 0;

      for (guint distance = 0; distance <= scan->bound; distance++)
        n_found += scan->n_found[distance];
      if (n_found < scan->search->max)
        return TRUE;
      if (scan->bound == 0)
        return FALSE;
      scan->bound--;
    }
}

static void
scan_rows (Scan *scan, guint64 first, guint64 end)
{
  for (guint64 row = first; row < end; row++)
    {
      Hit hit = {row, get_distance (scan, row)};

      if (hit.distance > scan->bound || sema_vocab_is_repeat (scan->search->vocab, row))
        continue;
      if (scan->hits == NULL)
        scan->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
      g_array_append_val (scan->hits, hit);
      scan->n_found[hit.distance]++;
      if (!tighten (scan))
        return;
    }
}

static void
scan_chunk (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Search              *search = data;
  g_autoptr (SemaFold) fold = sema_fold_new ();
  gsize                capacity = search->n_typed + search->bound;
  g_autofree gunichar *folded = g_new (gunichar, capacity);
  Scan                 scan = {.search = search, .fold = fold, .folded = folded, .capacity = capacity, .bound = search->bound};

  scan_rows (&scan, first, end);
  search->hits[chunk] = scan.hits;
}

/* Whoever types a number may mean the row that has no other name. */
static guint64
find_row_name (const SemaVocab *vocab, const char *typed)
{
  g_autofree char *name = g_strconcat ("[", typed, "]", NULL);

  return typed[strspn (typed, "0123456789")] == 0 ? sema_vocab_find (vocab, name, -1) : SEMA_VOCAB_NO_ROW;
}

/* The word typed with a blank before it is what is meant, more than any that is as near. */
static void
move_first (GArray *rows, guint64 row, gsize max)
{
  guint at = 0;

  while (at < rows->len && g_array_index (rows, guint64, at) != row)
    at++;
  if (at < rows->len)
    g_array_remove_index (rows, at);
  g_array_prepend_val (rows, row);
  g_array_set_size (rows, (guint)MIN (rows->len, max));
}

static void
take_nearest (const Search *search, guint64 n_chunks, GArray *rows)
{
  for (guint distance = 0; distance <= search->bound; distance++)
    for (guint64 chunk = 0; chunk < n_chunks; chunk++)
      for (guint i = 0; search->hits[chunk] != NULL && i < search->hits[chunk]->len && rows->len < search->max; i++)
        {
          const Hit *hit = &g_array_index (search->hits[chunk], Hit, i);

          if (hit->distance == distance && hit->row != search->named)
            g_array_append_val (rows, hit->row);
        }
}

/**
 * sema_vocab_search_spellings:
 * @vocab: a vocabulary
 * @typed: a word, NUL-terminated; nothing is near to the empty one
 * @max: how many rows are wanted at most
 * @progress: (nullable): polled; its counts are left alone
 *
 * Finds the words that are @typed but for a slip: at most one change (sema_spelling_get_distance()) in three characters,
 * rounded up, and three in all, when case and accents are ignored; @typed with a blank before it first, then the nearest, then by row, each word once. A word
 * that differs in case and accents alone, or not at all, is at distance 0. A byte that is no part of a character counts as
 * one. Before them comes the row “[7]” where “7” is typed. O(bytes), on all threads, with a table for the words only that have the right letters.
 *
 * Returns: (transfer full) (element-type guint64): the rows, none when cancelled; free with g_array_unref()
 */
GArray *
sema_vocab_search_spellings (const SemaVocab *vocab, const char *typed, gsize max, SemaProgress *progress)
{
  g_autofree gunichar *folded = NULL;
  GArray              *rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  Search               search = {.vocab = vocab, .max = max};
  guint64              n_chunks, with_blank;

  g_return_val_if_fail (vocab != NULL, rows);
  g_return_val_if_fail (typed != NULL, rows);

  search.typed = folded = sema_fold_text (typed, &search.n_typed);
  if (search.n_typed == 0 || max == 0)
    return rows;
  search.letters = get_letters (folded, search.n_typed);
  search.bound = (guint)MIN ((search.n_typed + 2) / 3, SEMA_SPELLING_MAX_DISTANCE);
  n_chunks = sema_parallel_count_chunks (sema_vocab_get_n_words (vocab), ROWS_PER_CHUNK);
  search.hits = g_new0 (GArray *, n_chunks);
  search.named = find_row_name (vocab, typed);
  if (sema_parallel_rows (sema_vocab_get_n_words (vocab), ROWS_PER_CHUNK, progress, scan_chunk, &search))
    {
      if (search.named != SEMA_VOCAB_NO_ROW)
        g_array_append_val (rows, search.named);
      take_nearest (&search, n_chunks, rows);
      with_blank = sema_vocab_search_with_blank (vocab, typed);
      if (with_blank != SEMA_VOCAB_NO_ROW)
        move_first (rows, with_blank, max);
    }
  for (guint64 chunk = 0; chunk < n_chunks; chunk++)
    g_clear_pointer (&search.hits[chunk], g_array_unref);
  g_free (search.hits);
  return rows;
}
