/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-analogy.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

/* A parallelogram on the sphere, "man" a second time, and rows that have no direction. */
static const char *const words[] = {"man", "woman", "king", "queen", "man", "opposite", "zero", "nan"};
static const float       values[] = {1, 0, 0.1, 1, 1, 0, 3, 0, 3, 1, 1, 1, 0, 5, 5, -2, 0, -0.2, 0, 0, 0, NAN, 0, 0};

enum {
  MAN,
  WOMAN,
  KING,
  QUEEN,
  MAN_AGAIN,
  OPPOSITE,
  ZERO,
  NOT_A_NUMBER,
};

static SemaSet *
new_set (void)
{
  return small_set_new (words, values, G_N_ELEMENTS (words), 3);
}

static void
test_query (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const guint64       plus[] = {KING, WOMAN}, minus[] = {QUEEN};
  const double        expected[] = {sqrt (2) - sqrt (1.0 / 3), sqrt (0.5) - sqrt (1.0 / 3), sqrt (0.5) - sqrt (1.0 / 3)};
  double              query[3];

  g_assert_true (sema_query_sum (set, (SemaTerm[]) {{plus[0], 1}, {plus[1], 1}, {minus[0], -1}}, 3, SEMA_VECTORS_UNIT, query, NULL));
  for (gsize d = 0; d < 3; d++)
    g_assert_cmpfloat_with_epsilon (query[d], expected[d], 1e-7);
}

/* Neither the inputs nor the other rows with their words are answers. */
static void
test_find (void)
{
  g_autoptr (SemaSet) set = new_set ();
  g_autoptr (GError)  error = NULL;
  const guint64       plus[] = {KING, WOMAN}, minus[] = {MAN};
  g_autoptr (GArray)  answers = sema_analogy_find (set, NULL, plus, 2, minus, 1, 10, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpuint (g_array_index (answers, SemaNeighbour, 0).row, ==, QUEEN);
  g_assert_cmpuint (g_array_index (answers, SemaNeighbour, 1).row, ==, OPPOSITE);
}

static void
test_second_of_its_word (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const guint64       plus[] = {MAN_AGAIN};
  g_autoptr (GArray)  answers = sema_analogy_find (set, NULL, plus, 1, NULL, 0, 10, NULL, NULL);

  g_assert_cmpuint (answers->len, ==, 4);
  g_assert_cmpuint (g_array_index (answers, SemaNeighbour, 0).row, ==, QUEEN);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (g_array_index (answers, SemaNeighbour, i).row, !=, MAN);
}

/* Enough rows that the narrow copy is looked at first. */
static void
test_narrow (void)
{
  g_autoptr (SemaSet)    set = small_set_new_random (2000, 7, 1);
  g_autoptr (SemaNarrow) narrow = sema_narrow_new (set, NULL, NULL);
  const guint64          plus[] = {5, 1500}, minus[] = {77};
  g_autoptr (GArray)     plain = sema_analogy_find (set, NULL, plus, 2, minus, 1, 10, NULL, NULL);
  g_autoptr (GArray)     quick = sema_analogy_find (set, narrow, plus, 2, minus, 1, 10, NULL, NULL);

  g_assert_cmpuint (quick->len, ==, 10);
  g_assert_cmpmem (quick->data, 10 * sizeof (SemaNeighbour), plain->data, 10 * sizeof (SemaNeighbour));
}

static void
assert_undefined (const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, const char *named)
{
  g_autoptr (SemaSet) set = new_set ();
  g_autoptr (GError)  error = NULL;

  g_assert_null (sema_analogy_find (set, NULL, plus, n_plus, minus, n_minus, 5, NULL, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
  g_assert_true (named == NULL || strstr (error->message, named) != NULL);
}

static void
test_undefined (void)
{
  const guint64 king[] = {KING}, zero[] = {KING, ZERO}, nan[] = {NOT_A_NUMBER}, opposites[] = {MAN, OPPOSITE};

  assert_undefined (zero, 2, NULL, 0, "zero");
  assert_undefined (king, 1, nan, 1, "nan");
  assert_undefined (king, 1, king, 1, NULL);
  assert_undefined (opposites, 2, NULL, 0, NULL);
  assert_undefined (NULL, 0, NULL, 0, NULL);
}

static void
test_without_memory (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const guint64       plus[] = {KING};

  for (guint64 nth = 1; nth <= 5; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_analogy_find (set, NULL, plus, 1, NULL, 0, 5, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analogy/query", test_query);
  g_test_add_func ("/analogy/find", test_find);
  g_test_add_func ("/analogy/second-of-its-word", test_second_of_its_word);
  g_test_add_func ("/analogy/narrow", test_narrow);
  g_test_add_func ("/analogy/undefined", test_undefined);
  g_test_add_func ("/analogy/without-memory", test_without_memory);
  return g_test_run ();
}
