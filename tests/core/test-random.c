/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-random.h"

#include "table.h"

static void
check_row (char **cells)
{
  SemaRandom random;

  sema_random_init (&random, g_ascii_strtoull (cells[0], NULL, 10));
  for (guint i = 1; i <= 8; i++)
    g_assert_cmpuint (sema_random_next (&random), ==, g_ascii_strtoull (cells[i], NULL, 10));
}

static void
test_table (void)
{
  table_for_each_row ("random.tsv", 9, check_row);
}

static void
test_uniform (void)
{
  SemaRandom a;
  SemaRandom b;
  double     sum = 0.0;

  sema_random_init (&a, 7);
  sema_random_init (&b, 7);
  for (guint i = 0; i < 100000; i++)
    {
      double x = sema_random_uniform (&a);

      g_assert_cmpfloat (x, >=, 0.0);
      g_assert_cmpfloat (x, <, 1.0);
      g_assert_cmpfloat (x * 0x1p53, ==, (double)(sema_random_next (&b) >> 11));
      sum += x;
    }
  g_assert_cmpfloat_with_epsilon (sum / 100000, 0.5, 0.005);
}

static void
test_below (void)
{
  SemaRandom random;
  guint      counts[6] = {0};

  sema_random_init (&random, 8);
  for (guint i = 0; i < 60000; i++)
    counts[sema_random_below (&random, 6)]++;
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpuint (counts[i], >, 9600);
      g_assert_cmpuint (counts[i], <, 10400);
    }
  g_assert_cmpuint (sema_random_below (&random, 1), ==, 0);
}

/* Without the second draw every third number would come twice as often as the others. */
static void
test_below_is_fair (void)
{
  const guint64 third = G_GUINT64_CONSTANT (1) << 62;
  SemaRandom    random;
  guint         counts[3] = {0};

  sema_random_init (&random, 9);
  for (guint i = 0; i < 30000; i++)
    {
      guint64 x = sema_random_below (&random, 3 * third);

      g_assert_cmpuint (x, <, 3 * third);
      counts[x % 3]++;
    }
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (counts[i], <, 10400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/table", test_table);
  g_test_add_func ("/random/uniform", test_uniform);
  g_test_add_func ("/random/below", test_below);
  g_test_add_func ("/random/below-is-fair", test_below_is_fair);
  return g_test_run ();
}
