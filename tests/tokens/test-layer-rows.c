/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-rows.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

/* The rows are those of the whole matrix, to the bit. */
static void
check (const SemaLayerSettings *settings, const guint64 *rows, gsize n)
{
  g_autoptr (SemaMatrix) positions = NULL;
  g_autoptr (SemaMatrix) whole = sema_layer_make (settings, &positions, NULL, NULL);
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaMatrix) made = sema_layer_make_rows (settings, rows, n, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sema_matrix_get_n_rows (made), ==, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpmem (sema_matrix_get_row (made, i), settings->dim * sizeof (float), sema_matrix_get_row (whole, rows[i]), settings->dim * sizeof (float));
}

/* Fewer numbers than torch's blocks have, whole blocks, and blocks that do not come out even. */
static void
test_small (void)
{
  const guint64 sizes[][2] = {{5, 3}, {15, 1}, {4, 4}, {17, 1}, {6, 3}, {9, 7}, {1, 16}};
  const guint64 rows[] = {4, 0, 3, 3, 2, 1};

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint kind = 0; kind < SEMA_N_INITIALISERS; kind++)
      {
        const SemaLayerSettings settings = {.vocab = sizes[i][0], .dim = sizes[i][1], .seed = 123 + i, .initialiser = (SemaInitialiser)kind};
        const guint64           only = 0;

        if (sizes[i][0] > 4)
          check (&settings, rows, G_N_ELEMENTS (rows));
        check (&settings, &only, 1);
        check (&settings, &only, 0);
      }
}

/* More than are there at once: 1,048,576 numbers, and rows on both sides of that, or across it; the rest is no block, or just more. */
static void
test_large (void)
{
  const guint64 vocabs[] = {10000, 3000, 2621, 2622, 5243};

  for (gsize i = 0; i < G_N_ELEMENTS (vocabs); i++)
    for (guint kind = 0; kind < SEMA_N_INITIALISERS; kind++)
      {
        const SemaLayerSettings settings = {.vocab = vocabs[i], .dim = 400, .seed = i, .initialiser = (SemaInitialiser)kind};
        const guint64           rows[] = {vocabs[i] - 1, 2620, 2620, 0, vocabs[i] - 2, 7};
        const guint64           last = vocabs[i] - 1;

        check (&settings, rows, G_N_ELEMENTS (rows));
        check (&settings, &last, 1);
      }
}

static void
test_cancelled (void)
{
  const SemaLayerSettings  settings = {.vocab = 100000, .dim = 300, .seed = 1};
  const guint64            last = 99999;
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_layer_make_rows (&settings, &last, 1, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static void
test_no_memory (void)
{
  const SemaLayerSettings settings = {.vocab = 40, .dim = 5, .initialiser = SEMA_INITIALISER_LINEAR};
  const guint64           rows[] = {3, 1};

  for (guint64 nth = 1; nth <= 2; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_layer_make_rows (&settings, rows, 2, NULL, &error));
      sema_memory_fail_at (0);
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-rows/small", test_small);
  g_test_add_func ("/layer-rows/large", test_large);
  g_test_add_func ("/layer-rows/cancelled", test_cancelled);
  g_test_add_func ("/layer-rows/no-memory", test_no_memory);
  return g_test_run ();
}
