/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-initialiser.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

typedef struct
{
  guint64 place;
  float   value;
} TorchNumber;

typedef struct
{
  SemaInitialiser    kind;
  guint              which; /* of the matrices that are drawn one after the other */
  guint64            vocab;
  gsize              dim;
  guint64            seed;
  const TorchNumber *numbers;
  gsize              n_numbers;
} TorchTable;

#include "torch-tables.inc"

#define NEAR 2e-6f /* what is promised from 16 numbers on */

static float *
fill (SemaInitialiser kind, guint which, guint64 vocab, gsize dim, guint64 seed)
{
  float          *values = sema_memory_alloc_n (vocab * dim, sizeof *values, NULL);
  SemaTorchRandom random;

  sema_torch_random_init (&random, seed);
  for (guint i = 0; i < which; i++)
    g_assert_true (sema_initialiser_fill (kind, &random, values, vocab, dim, NULL, NULL));
  return values;
}

static void
assert_like_torch (const TorchTable *table, const float *values)
{
  gboolean is_exact = table->kind == SEMA_INITIALISER_LINEAR || table->vocab * table->dim < 16;

  for (gsize i = 0; i < table->n_numbers; i++)
    {
      float ours = values[table->numbers[i].place], torchs = table->numbers[i].value;

      if (is_exact)
        g_assert_cmpfloat (ours, ==, torchs);
      else
        g_assert_cmpfloat (fabsf (ours - torchs), <=, NEAR);
    }
}

static void
test_torch (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (torch_tables); i++)
    {
      const TorchTable *table = &torch_tables[i];
      float            *values = fill (table->kind, table->which, table->vocab, table->dim, table->seed);

      g_test_message ("table %zu", i);
      assert_like_torch (table, values);
      sema_memory_free (values);
    }
}

static void
test_zeros (void)
{
  float *values = fill (SEMA_INITIALISER_ZEROS, 1, 20, 3, 1);

  for (gsize i = 0; i < 60; i++)
    g_assert_cmpfloat (values[i], ==, 0);
  sema_memory_free (values);
}

static void
test_threads (void)
{
  const guint64 vocab = 3001;
  const gsize   dim = 77;
  float        *one, *many;

  sema_parallel_set_threads (1);
  one = fill (SEMA_INITIALISER_NORMAL, 1, vocab, dim, 5);
  sema_parallel_set_threads (5);
  many = fill (SEMA_INITIALISER_NORMAL, 1, vocab, dim, 5);
  sema_parallel_set_threads (0);
  g_assert_cmpmem (one, vocab * dim * sizeof *one, many, vocab * dim * sizeof *many);
  sema_memory_free (one);
  sema_memory_free (many);
}

/* Of a million numbers the mean lies within five standard errors of 0, and so does the deviation of what is said. */
static void
test_moments (void)
{
  const guint64 vocab = 10000;
  const gsize   dim = 100;
  float        *values = fill (SEMA_INITIALISER_SCALED, 1, vocab, dim, 1);
  double        sum = 0, squares = 0;

  for (guint64 i = 0; i < vocab * dim; i++)
    {
      sum += (double)values[i];
      squares += (double)values[i] * (double)values[i];
    }
  g_assert_cmpfloat (fabs (sum / 1e6), <, 5 * 0.1 / 1e3);
  g_assert_cmpfloat (fabs (sqrt (squares / 1e6) - 0.1), <, 5 * 0.1 / 1e3);
  sema_memory_free (values);
}

static void
test_cancel (void)
{
  float values[64];

  for (SemaInitialiser kind = 0; kind < SEMA_N_INITIALISERS; kind++)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (GError)       error = NULL;
      SemaTorchRandom          random;

      sema_torch_random_init (&random, 1);
      sema_progress_cancel (progress);
      if (kind == SEMA_INITIALISER_ZEROS)
        continue;
      g_assert_false (sema_initialiser_fill (kind, &random, values, 8, 8, progress, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
    }
}

static void
test_lines (void)
{
  static const char *const expected[SEMA_N_INITIALISERS] = {
    "W = torch.nn.Embedding(6, 3).weight",
    "W = torch.nn.Linear(6, 3, bias=False).weight.T",
    "W = torch.zeros(6, 3)",
    "W = torch.nn.init.normal_(torch.empty(6, 3), std=3 ** -0.5)",
  };

  for (SemaInitialiser kind = 0; kind < SEMA_N_INITIALISERS; kind++)
    {
      g_autofree char *line = sema_initialiser_print_torch (kind, 6, 3, "W");

      g_assert_cmpstr (line, ==, expected[kind]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/initialiser/torch", test_torch);
  g_test_add_func ("/initialiser/zeros", test_zeros);
  g_test_add_func ("/initialiser/threads", test_threads);
  g_test_add_func ("/initialiser/moments", test_moments);
  g_test_add_func ("/initialiser/cancel", test_cancel);
  g_test_add_func ("/initialiser/lines", test_lines);
  return g_test_run ();
}
