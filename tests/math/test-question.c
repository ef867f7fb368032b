/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question.h"

#include <math.h>

#include "sema-math-error.h"
#include "sema-memory.h"
#include "small-set.h"

/* Two clouds round (1, 0) and (0, 1), and others. */
static const char *const labels[] = {"e1", "e2", "e3", "n1", "n2", "n3", "west", "zero", "nan", "e4"};
static const float       values[] = {5, 1, 4, 0, 3, -1, 0, 2, 1, 7, -1, 9, -3, 0, 0, 0, NAN, 1, 1, 9};
enum {
  E1,
  E2,
  E3,
  N1,
  N2,
  N3,
  WEST,
  ZERO,
  NOT,
  E4
};

static const guint64 east[] = {E1, E2, E3};
static const guint64 north[] = {N1, N2, N3};

static SemaSet *
make_set (void)
{
  return small_set_new (labels, values, G_N_ELEMENTS (labels), 2);
}

/* The mean of the unit vectors of one side less that of the other, by hand. */
static void
test_direction (void)
{
  g_autoptr (SemaSet)     set = make_set ();
  const SemaQuestionWords words = {east, 3, north, 3};
  double                  expected[2] = {0, 0}, direction[2], norm;

  for (guint i = 0; i < 3; i++)
    for (guint d = 0; d < 2; d++)
      expected[d] += values[2 * i + d] / hypot (values[2 * i], values[2 * i + 1]) - values[2 * (i + 3) + d] / hypot (values[2 * (i + 3)], values[2 * (i + 3) + 1]);
  norm = hypot (expected[0], expected[1]);
  g_assert_true (sema_question_find_direction (set, &words, direction, NULL));
  for (guint d = 0; d < 2; d++)
    g_assert_cmpfloat_with_epsilon (direction[d], expected[d] / norm, 1e-14);
  g_assert_cmpfloat_with_epsilon (sema_question_answer (set, E1, direction), (5 * direction[0] + 1 * direction[1]) / hypot (5, 1), 1e-14);
  g_assert_cmpfloat_with_epsilon (sema_question_answer (set, WEST, direction), -direction[0], 1e-14);
  g_assert_true (isnan (sema_question_answer (set, ZERO, direction)));
  g_assert_true (isnan (sema_question_answer (set, NOT, direction)));
}

/* Sides of other sizes weigh alike. */
static void
test_uneven_sides (void)
{
  g_autoptr (SemaSet)     set = make_set ();
  const guint64           one[] = {E2}, other[] = {WEST, WEST, WEST};
  const SemaQuestionWords words = {one, 1, other, 3};
  double                  direction[2];

  g_assert_true (sema_question_find_direction (set, &words, direction, NULL));
  g_assert_cmpfloat_with_epsilon (direction[0], 1, 1e-15);
  g_assert_cmpfloat_with_epsilon (direction[1], 0, 1e-15);
}

static void
test_count_right (void)
{
  g_autoptr (SemaSet)     set = make_set ();
  const guint64           wrong[] = {E1, E2, E3, E4};
  const SemaQuestionWords good = {east, 3, north, 3}, bad = {wrong, 4, north, 3}, single = {east, 1, north, 1};
  gsize                   n_right, n_tried;

  g_assert_true (sema_question_count_right (set, &good, &n_right, &n_tried, NULL));
  g_assert_cmpuint (n_right, ==, 6);
  g_assert_cmpuint (n_tried, ==, 6);
  g_assert_true (sema_question_count_right (set, &bad, &n_right, &n_tried, NULL));
  g_assert_cmpuint (n_right, ==, 6);
  g_assert_cmpuint (n_tried, ==, 7);
  g_assert_true (sema_question_count_right (set, &single, &n_right, &n_tried, NULL));
  g_assert_cmpuint (n_tried, ==, 0);
}

static void
assert_undefined (const guint64 *yes, gsize n_yes, const guint64 *no, gsize n_no)
{
  g_autoptr (SemaSet)     set = make_set ();
  const SemaQuestionWords words = {yes, n_yes, no, n_no};
  double                  direction[2];
  g_autoptr (GError)      error = NULL;

  g_assert_false (sema_question_find_direction (set, &words, direction, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
}

static void
test_undefined (void)
{
  const guint64 zero[] = {ZERO}, nan[] = {NOT};

  assert_undefined (east, 3, NULL, 0);
  assert_undefined (NULL, 0, north, 3);
  assert_undefined (east, 3, east, 3);
  assert_undefined (east, 3, zero, 1);
  assert_undefined (nan, 1, north, 3);
}

static void
test_without_memory (void)
{
  g_autoptr (SemaSet)     set = make_set ();
  const SemaQuestionWords words = {east, 3, north, 3};
  gsize                   n_right, n_tried;
  g_autoptr (GError)      error = NULL;

  sema_memory_fail_at (1);
  g_assert_false (sema_question_count_right (set, &words, &n_right, &n_tried, &error));
  sema_memory_fail_at (0);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question/direction", test_direction);
  g_test_add_func ("/question/uneven-sides", test_uneven_sides);
  g_test_add_func ("/question/count-right", test_count_right);
  g_test_add_func ("/question/undefined", test_undefined);
  g_test_add_func ("/question/without-memory", test_without_memory);
  return g_test_run ();
}
