/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hard-set.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-set-private.h"
#include "small-set.h"

#define N_CENTRES 5

typedef struct
{
  gsize      dim;
  float     *centres; /* (N_CENTRES, dim) */
  SemaRandom random;
} Draw;

static float
draw (Draw *self)
{
  return (float)small_set_draw (&self->random);
}

static guint
choose (Draw *self, guint n)
{
  return (guint)(sema_random_uniform (&self->random) * n);
}

/* Near one of the centres, by @spread of it. */
static void
draw_near (Draw *self, guint n_centres, float spread, float *row)
{
  const float *centre = self->centres + choose (self, n_centres) * self->dim;

  for (gsize d = 0; d < self->dim; d++)
    row[d] = centre[d] * (1 + spread * draw (self));
}

/* A power of two changes no bit of a cosine. */
static void
draw_multiple (Draw *self, float *row)
{
  float factor = ldexpf (1, (int)choose (self, 20) - 10);

  draw_near (self, N_CENTRES, 0, row);
  for (gsize d = 0; d < self->dim; d++)
    row[d] *= factor;
}

static void
draw_spike (Draw *self, float *row)
{
  for (gsize d = 0; d < self->dim; d++)
    row[d] = draw (self) * 0.004f;
  row[choose (self, (guint)self->dim)] = choose (self, 2) ? 1 : -1;
}

/* Every number but one lies between two codes. */
static void
draw_half_steps (Draw *self, float *row)
{
  for (gsize d = 0; d < self->dim; d++)
    row[d] = (float)choose (self, 250) - 125 + 0.5f;
  row[choose (self, (guint)self->dim)] = 127;
}

static void
draw_odd_numbers (Draw *self, float *row)
{
  static const float factors[] = {1, 0, -0.0f, 1e-42f, 1e-45f, FLT_MIN, 1e-20f, 1e20f, 3e38f};
  static const float strangers[] = {NAN, INFINITY, -INFINITY, 0, 1e-45f, 3e38f, -3e38f};
  float              factor = factors[choose (self, G_N_ELEMENTS (factors))];

  draw_near (self, N_CENTRES, 0.1f, row);
  for (gsize d = 0; d < self->dim; d++)
    row[d] *= factor * 0.9f;
  if (choose (self, 4) == 0)
    row[choose (self, (guint)self->dim)] = strangers[choose (self, G_N_ELEMENTS (strangers))];
}

static void
draw_row (Draw *self, HardSet kind, float *row)
{
  switch (kind)
    {
    case HARD_SET_CLUSTERS:
      draw_near (self, N_CENTRES, 1e-3f, row);
      break;
    case HARD_SET_ALMOST_EQUAL:
      draw_near (self, 1, 2e-7f, row);
      break;
    case HARD_SET_EQUAL:
      draw_multiple (self, row);
      break;
    case HARD_SET_SPIKES:
      draw_spike (self, row);
      break;
    case HARD_SET_HALF_STEPS:
      draw_half_steps (self, row);
      break;
    case HARD_SET_ODD_NUMBERS:
      draw_odd_numbers (self, row);
      break;
    default:
      for (gsize d = 0; d < self->dim; d++)
        row[d] = draw (self);
    }
}

/* The same set with one byte between its rows, as in a file that is mapped. */
static SemaSet *
loosen (SemaSet *set)
{
  guint64               n_rows = sema_set_get_n_rows (set);
  gsize                 dim = sema_set_get_dim (set), size = dim * sizeof (float);
  guint8               *bytes = g_malloc0 (n_rows * (size + 1) + 1);
  guint64              *starts = sema_memory_alloc_n (n_rows, sizeof (guint64), NULL);
  const SemaMatrixOwner owner = {g_free, NULL, bytes};
  double               *norms = sema_memory_alloc_n (n_rows, sizeof *norms, NULL);
  SemaMatrix           *matrix;

  for (guint64 row = 0; row < n_rows; row++)
    {
      norms[row] = sema_set_get_norm (set, row);
      starts[row] = 1 + row * (size + 1);
      memcpy (bytes + starts[row], sema_set_get_row (set, row), size);
    }
  matrix = sema_matrix_new_lent (bytes, starts, n_rows, dim, &owner);
  return sema_set_new_take (matrix, sema_vocab_ref ((SemaVocab *)sema_set_get_vocab (set)), norms, g_new0 (char *, 1));
}

/* (n_rows, dim) rows of a kind, at any byte; every word is "w". */
SemaSet *
hard_set_new (HardSet kind, guint64 n_rows, gsize dim, guint64 seed)
{
  g_autofree const char **words = g_new (const char *, n_rows + 1);
  g_autofree float       *values = g_new (float, n_rows *dim);
  g_autofree float       *centres = g_new (float, N_CENTRES *dim);
  g_autoptr (SemaSet)     set = NULL;
  Draw                    self = {dim, centres};

  sema_random_init (&self.random, seed);
  for (gsize i = 0; i < N_CENTRES * dim; i++)
    centres[i] = draw (&self);
  for (guint64 row = 0; row < n_rows; row++)
    {
      words[row] = "w";
      draw_row (&self, kind, values + row * dim);
    }
  set = small_set_new (words, values, n_rows, dim);
  return loosen (set);
}
