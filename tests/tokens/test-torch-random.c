/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch-random.h"

/* What MT19937 is: the ten thousandth number of the seed 5489, as the C++ standard has it for std::mt19937 (26.5.5), and the first ones. */
static void
test_numbers (void)
{
  SemaTorchRandom random;

  sema_torch_random_init (&random, 5489);
  g_assert_cmpuint (sema_torch_random_next (&random), ==, 3499211612u);
  g_assert_cmpuint (sema_torch_random_next (&random), ==, 581869302u);
  for (guint i = 2; i < 9999; i++)
    sema_torch_random_next (&random);
  g_assert_cmpuint (sema_torch_random_next (&random), ==, 4123659995u);
}

/* Of a seed the low 32 bits count. */
static void
test_seed (void)
{
  SemaTorchRandom a, b;

  sema_torch_random_init (&a, 123);
  sema_torch_random_init (&b, ((guint64)7 << 32) + 123);
  for (guint i = 0; i < 2000; i++)
    g_assert_cmpuint (sema_torch_random_next (&a), ==, sema_torch_random_next (&b));
}

/* The second of a pair of normal numbers waits for the next call, as in torch. */
static void
test_pairs (void)
{
  SemaTorchRandom a, b;
  float           all[6], parts[6];

  sema_torch_random_init (&a, 123);
  sema_torch_random_init (&b, 123);
  g_assert_true (sema_torch_random_fill_normal (&a, all, 6, 2, NULL));
  g_assert_true (sema_torch_random_fill_normal (&b, parts, 3, 2, NULL));
  g_assert_true (sema_torch_random_fill_normal (&b, parts + 3, 3, 2, NULL));
  g_assert_cmpmem (all, sizeof all, parts, sizeof parts);
}

static void
test_uniform (void)
{
  SemaTorchRandom random;
  float           values[5000];

  sema_torch_random_init (&random, 1);
  g_assert_true (sema_torch_random_fill_uniform (&random, values, G_N_ELEMENTS (values), -0.5, 1.5, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (values[i] >= -0.5f && values[i] < 1.5f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/torch-random/numbers", test_numbers);
  g_test_add_func ("/torch-random/seed", test_seed);
  g_test_add_func ("/torch-random/pairs", test_pairs);
  g_test_add_func ("/torch-random/uniform", test_uniform);
  return g_test_run ();
}
