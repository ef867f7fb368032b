/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-rows.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

/* Numbers that are there at once: whole blocks of torch's; fewer than a block is never left for the last time. */
#define STRETCH ((guint64)1 << 20)
#define BLOCK 16

/**
 * Wanted:
 * @rows: (n) of the whole matrix
 * @values: (n, dim) where they go
 */
typedef struct
{
  const guint64 *rows;
  gsize          n;
  guint64        vocab;
  gsize          dim;
  float         *values;
} Wanted;

static gboolean
is_wanted (const Wanted *self, guint64 first, guint64 end)
{
  for (gsize i = 0; i < self->n; i++)
    if (self->rows[i] * self->dim < end && (self->rows[i] + 1) * self->dim > first)
      return TRUE;
  return FALSE;
}

/* Numbers first to end of the matrix, row after row. */
static void
take_stretch (const Wanted *self, const float *numbers, guint64 first, guint64 end)
{
  for (gsize i = 0; i < self->n; i++)
    {
      guint64 begin = self->rows[i] * self->dim;
      guint64 from = MAX (begin, first), to = MIN (begin + self->dim, end);

      if (from < to)
        memcpy (self->values + i * self->dim + (from - begin), numbers + (from - first), (to - from) * sizeof *numbers);
    }
}

static gboolean
fill_normal (const Wanted *self, SemaTorchRandom *random, double deviation, float *numbers, SemaProgress *progress)
{
  guint64  n_left = self->vocab * self->dim, first = 0, n;
  gboolean fine = TRUE;

  for (; fine && is_wanted (self, first, G_MAXUINT64); first += n, n_left -= n)
    {
      n = n_left < STRETCH + BLOCK ? n_left : STRETCH;
      if (is_wanted (self, first, first + n))
        fine = sema_torch_random_fill_normal (random, numbers, n, deviation, progress);
      else
        fine = sema_torch_random_skip (random, n, progress);
      if (fine)
        take_stretch (self, numbers, first, first + n);
    }
  return fine;
}

/* The weight of a linear layer has a row for each dimension, and is drawn row by row. */
static gboolean
fill_linear (const Wanted *self, SemaTorchRandom *random, float *numbers, SemaProgress *progress)
{
  double   bound = sema_initialiser_get_linear_bound (self->vocab);
  gboolean fine = TRUE;

  for (gsize column = 0; column < self->dim && fine; column++)
    {
      fine = sema_torch_random_fill_uniform (random, numbers, self->vocab, -bound, bound, progress);
      for (gsize i = 0; i < self->n && fine; i++)
        self->values[i * self->dim + column] = numbers[self->rows[i]];
    }
  return fine;
}

static gboolean
fill (const Wanted *self, const SemaLayerSettings *settings, float *numbers, SemaProgress *progress)
{
  SemaTorchRandom random;

  sema_torch_random_init (&random, settings->seed);
  switch (settings->initialiser)
    {
    case SEMA_INITIALISER_LINEAR:
      return fill_linear (self, &random, numbers, progress);
    case SEMA_INITIALISER_ZEROS:
      memset (self->values, 0, self->n * self->dim * sizeof *self->values);
      return TRUE;
    case SEMA_INITIALISER_SCALED:
    case SEMA_INITIALISER_NORMAL:
    default:
      return fill_normal (self, &random, sema_initialiser_get_deviation (settings->initialiser, self->dim), numbers, progress);
    }
}

/* What is there at once: a row of a linear layer, or a stretch. */
static guint64
count_numbers (const SemaLayerSettings *settings)
{
  if (settings->initialiser == SEMA_INITIALISER_LINEAR)
    return settings->vocab;
  return MIN (settings->vocab * settings->dim, STRETCH + BLOCK);
}

/**
 * sema_layer_make_rows:
 * @settings: of a layer, whose second matrix is not made; vocab times dim fits 64 bits
 * @rows: (n) below the vocabulary's size, in any order
 * @n: how many
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Some rows of the matrix of sema_layer_make(), to the bit, without room for all the others. The numbers up to the last of them are
 * drawn all the same: O(vocab dim), of which those that nobody wants are 3 ns each.
 *
 * Returns: (transfer full) (nullable): (n, dim) the rows
 */
SemaMatrix *
sema_layer_make_rows (const SemaLayerSettings *settings, const guint64 *rows, gsize n, SemaProgress *progress, GError **error)
{
  Wanted                 wanted = {rows, n, settings->vocab, settings->dim, NULL};
  g_autoptr (SemaMatrix) made = NULL;
  float                 *numbers;
  gboolean               fine;

  wanted.values = sema_memory_alloc_n (n * settings->dim, sizeof *wanted.values, error);
  if (wanted.values == NULL)
    return NULL;
  made = sema_matrix_new_take (wanted.values, n, settings->dim);
  numbers = sema_memory_alloc_n (count_numbers (settings), sizeof *numbers, error);
  if (numbers == NULL)
    return NULL;
  fine = fill (&wanted, settings, numbers, progress);
  sema_memory_free (numbers);
  if (!fine)
    sema_set_cancelled (error);
  return fine ? g_steal_pointer (&made) : NULL;
}
