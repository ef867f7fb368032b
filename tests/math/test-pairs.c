/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pairs.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

static SemaPairs *
compare_all (SemaSet *set, gsize n)
{
  g_autoptr (GError)  error = NULL;
  g_autofree guint64 *rows = g_new (guint64, n + 1);
  SemaPairs          *pairs;

  for (gsize i = 0; i < n; i++)
    rows[i] = i;
  pairs = sema_pairs_new (set, rows, n, NULL, &error);
  g_assert_no_error (error);
  return pairs;
}

static void
assert_pair (const SemaPairs *pairs, gsize i, gsize j, double cosine, double dot, double distance, double angle)
{
  gsize at = i * pairs->n + j;

  g_assert_cmpfloat_with_epsilon (pairs->cosine[at], cosine, 1e-15);
  g_assert_cmpfloat_with_epsilon (pairs->dot[at], dot, 1e-15);
  g_assert_cmpfloat_with_epsilon (pairs->distance[at], distance, 1e-15);
  g_assert_cmpfloat_with_epsilon (sema_pairs_get_angle (pairs, i, j), angle, 1e-12);
}

static void
test_known (void)
{
  static const char *const words[] = {"a", "b", "c"};
  static const float       values[] = {3, 0, 0, 4, -1, 0};
  g_autoptr (SemaSet)      set = small_set_new (words, values, 3, 2);
  g_autoptr (SemaPairs)    pairs = compare_all (set, 3);

  g_assert_cmpuint (pairs->n, ==, 3);
  assert_pair (pairs, 0, 1, 0, 0, 5, 90);
  assert_pair (pairs, 0, 2, -1, -3, 4, 180);
  assert_pair (pairs, 1, 2, 0, 0, sqrt (17), 90);
  assert_pair (pairs, 1, 1, 1, 16, 0, 0);
}

/* Not only near 1 and 0, and the same row in two places counts as itself. */
static void
test_itself (void)
{
  g_autoptr (SemaSet)   set = small_set_new_random (200, 37, 5);
  g_autoptr (SemaPairs) pairs = compare_all (set, 200);
  const guint64         twice[] = {7, 3, 7};
  g_autoptr (SemaPairs) few = sema_pairs_new (set, twice, 3, NULL, NULL);

  for (gsize i = 0; i < 200; i++)
    {
      g_assert_true (pairs->cosine[i * 200 + i] == 1 && pairs->distance[i * 200 + i] == 0);
      g_assert_true (sema_pairs_get_angle (pairs, i, i) == 0);
    }
  g_assert_true (few->cosine[2] == 1 && few->distance[2] == 0);
  g_assert_true (few->cosine[1] == few->cosine[5] && few->dot[1] == few->dot[5] && few->distance[1] == few->distance[5]);
}

/* Whatever the order of the rows is. */
static void
test_symmetric (void)
{
  g_autoptr (SemaSet)   set = small_set_new_random (30, 11, 6);
  g_autoptr (SemaPairs) pairs = compare_all (set, 30), turned = NULL;
  guint64               rows[30];

  for (gsize i = 0; i < 30; i++)
    rows[i] = 29 - i;
  turned = sema_pairs_new (set, rows, 30, NULL, NULL);
  for (gsize i = 0; i < 30; i++)
    for (gsize j = 0; j < 30; j++)
      {
        g_assert_true (pairs->cosine[i * 30 + j] == turned->cosine[(29 - i) * 30 + 29 - j]);
        g_assert_true (pairs->cosine[i * 30 + j] == pairs->cosine[j * 30 + i]);
        g_assert_true (pairs->dot[i * 30 + j] == pairs->dot[j * 30 + i]);
        g_assert_true (pairs->distance[i * 30 + j] == pairs->distance[j * 30 + i]);
      }
}

/* A zero vector has a place but no direction; one that is not finite has neither. */
static void
test_undefined (void)
{
  static const char *const words[] = {"a", "zero", "nan"};
  static const float       values[] = {3, 4, 0, 0, NAN, 1};
  g_autoptr (SemaSet)      set = small_set_new (words, values, 3, 2);
  g_autoptr (SemaPairs)    pairs = compare_all (set, 3);

  g_assert_true (isnan (pairs->cosine[1]) && isnan (pairs->cosine[4]) && isnan (sema_pairs_get_angle (pairs, 0, 1)));
  g_assert_true (pairs->dot[1] == 0 && pairs->distance[1] == 5);
  g_assert_true (isnan (pairs->cosine[2]) && isnan (pairs->dot[2]) && isnan (pairs->distance[2]));
}

static void
test_none (void)
{
  g_autoptr (SemaSet)   set = small_set_new_random (3, 4, 7);
  g_autoptr (SemaPairs) pairs = compare_all (set, 0);

  g_assert_cmpuint (pairs->n, ==, 0);
}

static void
test_threads (void)
{
  g_autoptr (SemaSet)   set = small_set_new_random (101, 19, 8);
  g_autoptr (SemaPairs) one = NULL, four = NULL;

  sema_parallel_set_threads (1);
  one = compare_all (set, 101);
  sema_parallel_set_threads (4);
  four = compare_all (set, 101);
  sema_parallel_set_threads (0);
  g_assert_cmpmem (one->cosine, 101 * 101 * sizeof (double), four->cosine, 101 * 101 * sizeof (double));
  g_assert_cmpmem (one->dot, 101 * 101 * sizeof (double), four->dot, 101 * 101 * sizeof (double));
  g_assert_cmpmem (one->distance, 101 * 101 * sizeof (double), four->distance, 101 * 101 * sizeof (double));
}

static void
test_errors (void)
{
  g_autoptr (SemaSet)      set = small_set_new_random (3, 4, 9);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  const guint64            rows[] = {0, 1, 2};

  sema_progress_cancel (progress);
  g_assert_null (sema_pairs_new (set, rows, 3, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 5; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_null (sema_pairs_new (set, rows, 3, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pairs/known", test_known);
  g_test_add_func ("/pairs/itself", test_itself);
  g_test_add_func ("/pairs/symmetric", test_symmetric);
  g_test_add_func ("/pairs/undefined", test_undefined);
  g_test_add_func ("/pairs/none", test_none);
  g_test_add_func ("/pairs/threads", test_threads);
  g_test_add_func ("/pairs/errors", test_errors);
  return g_test_run ();
}
