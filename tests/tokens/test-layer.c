/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"

/* The table of the course, as torch prints it. */
static void
test_toy (void)
{
  static const double expected[6][3] = {
    {0.3374, -0.1778, -0.1690}, {0.9178, 1.5810, 1.3010}, {1.2753, -0.2010, -0.1606}, {-0.4015, 0.9666, -1.1481}, {-1.1589, 0.3255, -0.6315}, {-2.8400, -0.7849, -1.4096}};
  g_autoptr (SemaMatrix) positions = NULL;
  g_autoptr (SemaMatrix) weight = sema_layer_make (&SEMA_LAYER_TOY, &positions, NULL, NULL);

  g_assert_null (positions);
  g_assert_cmpuint (sema_matrix_get_n_rows (weight), ==, 6);
  g_assert_cmpuint (sema_matrix_get_dim (weight), ==, 3);
  for (guint64 id = 0; id < 6; id++)
    for (gsize column = 0; column < 3; column++)
      g_assert_cmpfloat (fabs ((double)sema_matrix_get_row (weight, id)[column] - expected[id][column]), <=, 0.00005);
}

/* The second matrix goes on where the first ended: those of torch.nn.Embedding(5, 3) twice after manual_seed(123), which shares a pair. */
static void
test_positions (void)
{
  SemaLayerSettings      settings = {.vocab = 5, .dim = 3, .positions = 5, .seed = 123};
  g_autoptr (SemaMatrix) positions = NULL;
  g_autoptr (SemaMatrix) weight = sema_layer_make (&settings, &positions, NULL, NULL);
  g_autoptr (SemaMatrix) none = NULL;
  g_autoptr (SemaMatrix) alone = NULL;

  settings.positions = 0;
  alone = sema_layer_make (&settings, &none, NULL, NULL);
  g_assert_cmpmem (sema_matrix_get_row (weight, 0), 60, sema_matrix_get_row (alone, 0), 60);
  g_assert_cmpuint (sema_matrix_get_n_rows (positions), ==, 5);
  g_assert_cmpfloat (sema_matrix_get_row (positions, 0)[0], !=, sema_matrix_get_row (weight, 0)[0]);
}

static void
test_lines (void)
{
  SemaLayerSettings settings = {.vocab = 10, .dim = 4, .positions = 8, .seed = 7, .initialiser = SEMA_INITIALISER_NORMAL};
  g_autofree char  *two = sema_layer_settings_print_torch (&settings);
  g_autofree char  *one = NULL;

  g_assert_cmpstr (two, ==, "torch.manual_seed(7)\nW = torch.nn.Embedding(10, 4).weight\nP = torch.nn.Embedding(8, 4).weight");
  settings.positions = 0;
  one = sema_layer_settings_print_torch (&settings);
  g_assert_cmpstr (one, ==, "torch.manual_seed(7)\nW = torch.nn.Embedding(10, 4).weight");
}

static void
test_equal (void)
{
  const SemaLayerSettings toy = SEMA_LAYER_TOY;

  for (guint i = 0; i < 5; i++)
    {
      SemaLayerSettings other = toy;

      g_assert_true (sema_layer_settings_equal (&toy, &other));
      other.vocab += i == 0;
      other.dim += i == 1;
      other.positions += i == 2;
      other.seed += i == 3;
      other.initialiser += i == 4;
      g_assert_false (sema_layer_settings_equal (&toy, &other));
    }
}

static void
test_too_large (void)
{
  const SemaLayerSettings sizes[] = {{.vocab = G_MAXUINT64 / 2, .dim = 3}, {.vocab = (guint64)1 << 40, .dim = 1 << 10}, {.vocab = 3, .dim = 3, .positions = G_MAXUINT64}};

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError)     error = NULL;
      g_autoptr (SemaMatrix) positions = NULL;

      g_assert_null (sema_layer_make (&sizes[i], &positions, NULL, &error));
      g_assert_null (positions);
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

/* Each allocation fails once: nothing leaks, and the error is told. */
static void
test_no_memory (void)
{
  const SemaLayerSettings settings = {.vocab = 40, .dim = 5, .positions = 3, .initialiser = SEMA_INITIALISER_LINEAR};

  for (guint64 nth = 1;; nth++)
    {
      g_autoptr (GError)     error = NULL;
      g_autoptr (SemaMatrix) positions = NULL;
      g_autoptr (SemaMatrix) weight = NULL;

      sema_memory_fail_at (nth);
      weight = sema_layer_make (&settings, &positions, NULL, &error);
      sema_memory_fail_at (0);
      if (weight != NULL)
        {
          g_assert_cmpuint (nth, ==, 5);
          return;
        }
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer/toy", test_toy);
  g_test_add_func ("/layer/positions", test_positions);
  g_test_add_func ("/layer/lines", test_lines);
  g_test_add_func ("/layer/equal", test_equal);
  g_test_add_func ("/layer/too-large", test_too_large);
  g_test_add_func ("/layer/no-memory", test_no_memory);
  return g_test_run ();
}
