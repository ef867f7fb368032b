/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-list.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sema-hash.h"
#include "sema-memory.h"
#include "sema-order.h"

/**
 * SemaPairList:
 * @pairs: (owned): its matrices hold their upper halves only, row after row, n_pairs numbers each
 * @words: (n) (owned): bytes of the words
 * @labels: (n) (owned): the same for the screen
 * @norms: (n) (owned): of the raw rows
 * @numbers: (owned): the words: number + 1
 */
struct _SemaPairList
{
  gatomicrefcount n_refs;
  SemaPairs      *pairs;
  guint32         n_pairs;
  char          **words;
  char          **labels;
  double         *norms;
  GHashTable     *numbers;
};

/* Where the pairs of a word with those after it begin. */
static guint64
get_start (guint64 n, guint64 a)
{
  return a * (2 * n - a - 1) / 2;
}

/* The numbers move to the front of their block, and the rest of it goes back. */
static double *
pack (double *matrix, gsize n, guint64 n_pairs)
{
  double *smaller;

  for (gsize a = 0; a + 1 < n; a++)
    memmove (matrix + get_start (n, a), matrix + a * n + a + 1, (n - a - 1) * sizeof *matrix);
  smaller = sema_memory_resize (matrix, MAX (n_pairs, 1) * sizeof *matrix, NULL);
  return smaller != NULL ? smaller : matrix;
}

static void
take_pairs (SemaPairList *self, SemaPairs *pairs)
{
  self->pairs = pairs;
  pairs->cosine = pack (pairs->cosine, pairs->n, self->n_pairs);
  pairs->dot = pack (pairs->dot, pairs->n, self->n_pairs);
  pairs->distance = pack (pairs->distance, pairs->n, self->n_pairs);
}

static void
take_words (SemaPairList *self, const SemaSet *set, const guint64 *rows, gsize n)
{
  self->words = g_new0 (char *, n + 1);
  self->labels = g_new0 (char *, n + 1);
  self->norms = g_new (double, n);
  self->numbers = g_hash_table_new (sema_hash_text, g_str_equal);
  for (gsize i = 0; i < n; i++)
    {
      self->words[i] = sema_vocab_dup_word (sema_set_get_vocab (set), rows[i]);
      self->labels[i] = sema_vocab_dup_label (sema_set_get_vocab (set), rows[i]);
      self->norms[i] = sema_set_get_norm (set, rows[i]);
      g_hash_table_insert (self->numbers, self->words[i], GSIZE_TO_POINTER (i + 1));
    }
}

/**
 * sema_pair_list_new:
 * @set: the vectors
 * @rows: (n): rows of it, each once
 * @pairs: (transfer full): those rows, compared
 * @error: %SEMA_CORE_ERROR_NO_MEMORY where there are more pairs than a list can have
 *
 * Lists every two of some words. It keeps half of the memory of @pairs, 24 bytes a pair.
 *
 * Returns: (transfer full) (nullable): the list
 */
SemaPairList *
sema_pair_list_new (const SemaSet *set, const guint64 *rows, SemaPairs *pairs, GError **error)
{
  guint64       n = pairs->n;
  guint64       n_pairs = n > 0 ? n * (n - 1) / 2 : 0;
  SemaPairList *self;

  if (n_pairs > G_MAXINT32)
    {
      sema_pairs_free (pairs);
      sema_memory_alloc (G_MAXSIZE, error); /* says so */
      return NULL;
    }
  self = g_new0 (SemaPairList, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->n_pairs = (guint32)n_pairs;
  take_pairs (self, pairs);
  take_words (self, set, rows, n);
  return self;
}

/**
 * sema_pair_list_ref:
 * @self: a list
 *
 * Returns: (transfer full): the same
 */
SemaPairList *
sema_pair_list_ref (SemaPairList *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * sema_pair_list_unref:
 * @self: (transfer full): a list
 */
void
sema_pair_list_unref (SemaPairList *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  sema_pairs_free (self->pairs);
  g_hash_table_unref (self->numbers);
  g_strfreev (self->words);
  g_strfreev (self->labels);
  g_free (self->norms);
  g_free (self);
}

/**
 * sema_pair_list_get_n:
 * @self: a list
 *
 * Returns: number of pairs
 */
guint32
sema_pair_list_get_n (const SemaPairList *self)
{
  return self->n_pairs;
}

/**
 * sema_pair_list_get_n_words:
 * @self: a list
 *
 * Returns: number of words
 */
gsize
sema_pair_list_get_n_words (const SemaPairList *self)
{
  return self->pairs->n;
}

/**
 * sema_pair_list_get_word:
 * @self: a list
 * @index: number of a word
 *
 * Returns: (transfer none): its bytes, NUL-terminated
 */
const char *
sema_pair_list_get_word (const SemaPairList *self, gsize index)
{
  return self->words[index];
}

/**
 * sema_pair_list_get_label:
 * @self: a list
 * @index: number of a word
 *
 * Returns: (transfer none): the word for the screen, UTF-8
 */
const char *
sema_pair_list_get_label (const SemaPairList *self, gsize index)
{
  return self->labels[index];
}

static double
to_degrees (double cosine)
{
  return acos (cosine) * (180 / G_PI);
}

/* The last word whose pairs begin at that one or before it. */
static gsize
find_first_word (gsize n, guint32 index)
{
  gsize low = 0, high = n - 1;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (get_start (n, middle) <= index)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * sema_pair_list_get:
 * @self: a list
 * @index: number of a pair: first those of the first word with those after it
 * @pair: (out): the pair
 */
void
sema_pair_list_get (const SemaPairList *self, guint32 index, SemaPair *pair)
{
  gsize n = self->pairs->n;
  gsize a = find_first_word (n, index);
  gsize b = a + 1 + (gsize)(index - get_start (n, a));

  *pair = (SemaPair) {.a = a, .b = b, .cosine = self->pairs->cosine[index], .dot = self->pairs->dot[index], .distance = self->pairs->distance[index], .norm_a = self->norms[a], .norm_b = self->norms[b]};
  pair->angle = to_degrees (pair->cosine);
}

/**
 * sema_pair_list_find:
 * @self: a list
 * @a: bytes of a word
 * @b: bytes of another
 *
 * Returns: number of their pair, or -1
 */
gint64
sema_pair_list_find (const SemaPairList *self, const char *a, const char *b)
{
  guint64 first = GPOINTER_TO_SIZE (g_hash_table_lookup (self->numbers, a));
  guint64 second = GPOINTER_TO_SIZE (g_hash_table_lookup (self->numbers, b));

  if (first == 0 || second == 0 || first == second)
    return -1;
  return (gint64)(get_start (self->pairs->n, MIN (first, second) - 1) + MAX (first, second) - MIN (first, second) - 1);
}

typedef struct
{
  char *key;
  gsize number;
} Spelling;

static int
compare_spellings (gconstpointer a, gconstpointer b)
{
  const Spelling *left = a;
  const Spelling *right = b;
  int             order = strcmp (left->key, right->key);

  return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

/* (n): where each word is in the alphabet of the user's language. */
static double *
rank_words (const SemaPairList *self)
{
  gsize                n = self->pairs->n;
  g_autofree Spelling *spellings = g_new (Spelling, n);
  double              *ranks = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    spellings[i] = (Spelling) {g_utf8_collate_key (self->labels[i], -1), i};
  qsort (spellings, n, sizeof *spellings, compare_spellings);
  for (gsize i = 0; i < n; i++)
    {
      ranks[spellings[i].number] = (double)i;
      g_free (spellings[i].key);
    }
  return ranks;
}

static guint32 *
sort_by_words (const SemaPairList *self, const double *of_words, gboolean is_second, gboolean descending, SemaProgress *progress, GError **error)
{
  gsize    n = self->pairs->n;
  double  *values = sema_memory_alloc_n (MAX (self->n_pairs, 1), sizeof *values, error);
  guint32 *order = NULL;
  gsize    at = 0;

  for (gsize a = 0; values != NULL && a < n; a++)
    for (gsize b = a + 1; b < n; b++)
      values[at++] = of_words[is_second ? b : a];
  if (values != NULL)
    order = sema_order_new (values, self->n_pairs, descending, progress, error);
  sema_memory_free (values);
  return order;
}

/**
 * sema_pair_list_sort:
 * @self: a list
 * @column: by what
 * @descending: whether the largest, or the last in the alphabet, comes first
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Equal ones come as the words were given; where there is no angle they come last. O(pairs).
 *
 * Returns: (transfer full) (nullable): the numbers of the pairs in that order; free it with sema_memory_free()
 */
guint32 *
sema_pair_list_sort (const SemaPairList *self, SemaPairColumn column, gboolean descending, SemaProgress *progress, GError **error)
{
  g_autofree double *ranks = NULL;

  switch (column)
    {
    case SEMA_PAIR_DOT:
      return sema_order_new (self->pairs->dot, self->n_pairs, descending, progress, error);
    case SEMA_PAIR_DISTANCE:
      return sema_order_new (self->pairs->distance, self->n_pairs, descending, progress, error);
    case SEMA_PAIR_ANGLE: /* falls as the cosine grows */
      return sema_order_new (self->pairs->cosine, self->n_pairs, !descending, progress, error);
    case SEMA_PAIR_WORD_A:
    case SEMA_PAIR_WORD_B:
      ranks = rank_words (self);
      return sort_by_words (self, ranks, column == SEMA_PAIR_WORD_B, descending, progress, error);
    case SEMA_PAIR_NORM_A:
    case SEMA_PAIR_NORM_B:
      return sort_by_words (self, self->norms, column == SEMA_PAIR_NORM_B, descending, progress, error);
    case SEMA_PAIR_COSINE:
    case SEMA_N_PAIR_COLUMNS:
    default:
      return sema_order_new (self->pairs->cosine, self->n_pairs, descending, progress, error);
    }
}

/**
 * sema_pair_compare:
 * @set: the vectors
 * @a: a row
 * @b: a row
 * @pair: (out): the two, as words 0 and 1
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; why the numbers of the set are lost
 *
 * Compares two words at once. O(dim)
 *
 * Returns: whether there are numbers
 */
gboolean
sema_pair_compare (const SemaSet *set, guint64 a, guint64 b, SemaPair *pair, GError **error)
{
  const guint64         rows[] = {a, b};
  g_autoptr (SemaPairs) pairs = sema_pairs_new (set, rows, 2, NULL, error);

  if (pairs == NULL || !sema_set_check_lost (set, error))
    return FALSE;
  *pair = (SemaPair) {.a = 0, .b = 1, .cosine = pairs->cosine[1], .dot = pairs->dot[1], .distance = pairs->distance[1], .angle = sema_pairs_get_angle (pairs, 0, 1), .norm_a = sema_set_get_norm (set, a), .norm_b = sema_set_get_norm (set, b)};
  return TRUE;
}
