/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-odd.h"

#include <math.h>

#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "small-set.h"

static const char *const words[] = {"east", "far-east", "north", "west", "zero", "nan"};
static const float       values[] = {1, 0, 50, 0, 0, 1, -2, 0, 0, 0, NAN, 1};

enum {
  EAST,
  FAR_EAST,
  NORTH,
  WEST,
  ZERO,
  NOT_A_NUMBER,
};

static SemaSet *
new_set (void)
{
  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static void
assert_word (const GArray *found, guint at, gsize index, double score)
{
  const SemaOddWord *word = &g_array_index (found, SemaOddWord, at);

  g_assert_cmpuint (word->index, ==, index);
  g_assert_cmpfloat_with_epsilon (word->score, score, 1e-15);
}

/* The mean of (0, 1), (1, 0) and (1, 0) has the direction (2, 1): lengths do not count, repetitions do. */
static void
test_known (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const guint64       rows[] = {FAR_EAST, NORTH, EAST};
  g_autoptr (GArray)  found = sema_odd_find (set, rows, 3, NULL);

  g_assert_cmpuint (found->len, ==, 3);
  assert_word (found, 0, 1, 1 / sqrt (5));
  assert_word (found, 1, 0, 2 / sqrt (5));
  assert_word (found, 2, 2, 2 / sqrt (5));
}

/* Of two words neither is odd, whatever the rounding: the order decides. */
static void
test_two (void)
{
  g_autoptr (SemaSet) set = small_set_new_random (40, 7, 3);

  for (guint64 row = 1; row < 40; row++)
    {
      const guint64      rows[] = {row, 0};
      g_autoptr (GArray) found = sema_odd_find (set, rows, 2, NULL);

      g_assert_cmpuint (g_array_index (found, SemaOddWord, 0).index, ==, 0);
      g_assert_true (g_array_index (found, SemaOddWord, 0).score == g_array_index (found, SemaOddWord, 1).score);
    }
}

static void
test_one (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const guint64       row = NORTH;
  g_autoptr (GArray)  found = sema_odd_find (set, &row, 1, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  assert_word (found, 0, 0, 1);
}

static void
assert_undefined (SemaSet *set, guint64 a, guint64 b)
{
  g_autoptr (GError) error = NULL;
  const guint64      rows[] = {a, b};

  g_assert_null (sema_odd_find (set, rows, 2, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
}

static void
test_undefined (void)
{
  g_autoptr (SemaSet) set = new_set ();

  assert_undefined (set, EAST, ZERO);
  assert_undefined (set, NOT_A_NUMBER, EAST);
  assert_undefined (set, EAST, WEST);
}

static void
test_memory (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const guint64       rows[] = {EAST, NORTH};

  for (guint64 nth = 1; nth <= 2; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_odd_find (set, rows, 2, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/odd/known", test_known);
  g_test_add_func ("/odd/two", test_two);
  g_test_add_func ("/odd/one", test_one);
  g_test_add_func ("/odd/undefined", test_undefined);
  g_test_add_func ("/odd/memory", test_memory);
  return g_test_run ();
}
