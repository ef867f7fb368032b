/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-list.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static SemaSet *
make_set (void)
{
  static const char *const words[] = {"c", "a", "d", "b"};
  static const float       values[] = {3, 4, 8, 6, 0, 1, -3, -4};

  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static SemaPairList *
make_list (SemaSet *set, const guint64 *rows, gsize n)
{
  SemaPairs *pairs = sema_pairs_new (set, rows, n, NULL, NULL);

  return sema_pair_list_new (set, rows, pairs, NULL);
}

/* (3, 4), (8, 6), (0, 1), (-3, -4): by hand. */
static void
test_numbers (void)
{
  static const guint64     rows[] = {0, 1, 2, 3};
  static const SemaPair    expected[] = {{0, 1, 0.96, 48, 0, 0, 5, 10}, {0, 2, 0.8, 4, 0, 0, 5, 1}, {0, 3, -1, -25, 10, 180, 5, 5}, {1, 2, 0.6, 6, 0, 0, 10, 1}, {1, 3, -0.96, -48, 0, 0, 10, 5}, {2, 3, -0.8, -4, 0, 0, 1, 5}};
  static const double      squares[] = {29, 18, 100, 89, 221, 34};
  g_autoptr (SemaSet)      set = make_set ();
  g_autoptr (SemaPairList) list = make_list (set, rows, 4);

  g_assert_cmpuint (sema_pair_list_get_n (list), ==, 6);
  for (guint32 i = 0; i < 6; i++)
    {
      SemaPair pair;

      sema_pair_list_get (list, i, &pair);
      g_assert_cmpuint (pair.a, ==, expected[i].a);
      g_assert_cmpuint (pair.b, ==, expected[i].b);
      g_assert_cmpfloat_with_epsilon (pair.cosine, expected[i].cosine, 1e-12);
      g_assert_cmpfloat_with_epsilon (pair.dot, expected[i].dot, 1e-12);
      g_assert_cmpfloat_with_epsilon (pair.distance, sqrt (squares[i]), 1e-12);
      g_assert_cmpfloat_with_epsilon (cos (pair.angle / 180 * G_PI), expected[i].cosine, 1e-12);
      g_assert_cmpfloat_with_epsilon (pair.norm_a, expected[i].norm_a, 1e-6);
      g_assert_cmpfloat_with_epsilon (pair.norm_b, expected[i].norm_b, 1e-6);
    }
}

/* Each pair is found where it is, whatever the number of words. */
static void
test_find (void)
{
  for (gsize n = 0; n < 40; n++)
    {
      g_autoptr (SemaSet)      set = small_set_new_random (MAX (n, 1), 3, n);
      g_autofree guint64      *rows = g_new (guint64, n + 1);
      g_autoptr (SemaPairList) list = NULL;

      for (gsize i = 0; i < n; i++)
        rows[i] = n - 1 - i;
      list = make_list (set, rows, n);
      g_assert_cmpuint (sema_pair_list_get_n (list), ==, n * (n - 1) / 2);
      for (guint32 i = 0; i < sema_pair_list_get_n (list); i++)
        {
          SemaPair pair, other;

          sema_pair_list_get (list, i, &pair);
          g_assert_cmpuint (pair.a, <, pair.b);
          g_assert_cmpint (sema_pair_list_find (list, sema_pair_list_get_word (list, pair.a), sema_pair_list_get_word (list, pair.b)), ==, i);
          g_assert_cmpint (sema_pair_list_find (list, sema_pair_list_get_word (list, pair.b), sema_pair_list_get_word (list, pair.a)), ==, i);
          g_assert_true (sema_pair_compare (set, rows[pair.a], rows[pair.b], &other, NULL));
          g_assert_cmpfloat (pair.cosine, ==, other.cosine);
          g_assert_cmpfloat (pair.dot, ==, other.dot);
          g_assert_cmpfloat (pair.distance, ==, other.distance);
        }
      g_assert_cmpint (sema_pair_list_find (list, "nothing", "at all"), ==, -1);
    }
}

static void
check_order (SemaPairList *list, SemaPairColumn column, gboolean descending, const char *expected)
{
  guint32            *order = sema_pair_list_sort (list, column, descending, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = 0; i < sema_pair_list_get_n (list); i++)
    {
      SemaPair pair;

      sema_pair_list_get (list, order[i], &pair);
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", sema_pair_list_get_label (list, pair.a), sema_pair_list_get_label (list, pair.b));
    }
  g_assert_cmpstr (text->str, ==, expected);
  sema_memory_free (order);
}

static void
test_sort (void)
{
  static const guint64     rows[] = {0, 1, 2, 3};
  g_autoptr (SemaSet)      set = make_set ();
  g_autoptr (SemaPairList) list = make_list (set, rows, 4);

  check_order (list, SEMA_PAIR_COSINE, TRUE, "ca cd ad db ab cb");
  check_order (list, SEMA_PAIR_COSINE, FALSE, "cb ab db ad cd ca");
  check_order (list, SEMA_PAIR_ANGLE, FALSE, "ca cd ad db ab cb");
  check_order (list, SEMA_PAIR_ANGLE, TRUE, "cb ab db ad cd ca");
  check_order (list, SEMA_PAIR_DOT, TRUE, "ca ad cd db cb ab");
  check_order (list, SEMA_PAIR_DISTANCE, FALSE, "cd ca db ad cb ab");
  check_order (list, SEMA_PAIR_WORD_A, FALSE, "ad ab ca cd cb db");
  check_order (list, SEMA_PAIR_WORD_A, TRUE, "db ca cd cb ad ab");
  check_order (list, SEMA_PAIR_WORD_B, FALSE, "ca cb ab db cd ad");
  check_order (list, SEMA_PAIR_NORM_A, TRUE, "ad ab ca cd cb db");
  check_order (list, SEMA_PAIR_NORM_B, FALSE, "cd ad cb ab db ca");
}

/* A zero vector has no angle, and its pairs come last however they are sorted. */
static void
test_zero (void)
{
  static const guint64     rows[] = {0, 1, 2};
  static const float       values[] = {1, 1, 0, 0, 1, 0.5F};
  g_autoptr (SemaSet)      set = small_set_new ((const char *const[]) {"a", "z", "b"}, values, 3, 2);
  g_autoptr (SemaPairList) list = make_list (set, rows, 3);
  SemaPair                 pair;

  check_order (list, SEMA_PAIR_COSINE, TRUE, "ab az zb");
  check_order (list, SEMA_PAIR_COSINE, FALSE, "ab az zb");
  check_order (list, SEMA_PAIR_ANGLE, TRUE, "ab az zb");
  sema_pair_list_get (list, 0, &pair);
  g_assert_true (isnan (pair.cosine) && isnan (pair.angle));
  g_assert_cmpfloat (pair.dot, ==, 0);
}

/* Half of what the matrices take is kept, and nothing in the end. */
static void
test_memory (void)
{
  const gsize         n = 1200;
  g_autoptr (SemaSet) set = small_set_new_random (n, 4, 1);
  g_autofree guint64 *rows = g_new (guint64, n);
  guint64             before = sema_memory_get_used ();
  SemaPairList       *list;
  g_autoptr (GError)  error = NULL;

  for (gsize i = 0; i < n; i++)
    rows[i] = i;
  list = make_list (set, rows, n);
  g_assert_cmpuint (sema_memory_get_used () - before, <=, n * (n - 1) / 2 * 24);
  for (guint nth = 1; nth <= 3; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_null (sema_pair_list_sort (list, SEMA_PAIR_NORM_A, FALSE, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
  sema_pair_list_unref (list);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-list/numbers", test_numbers);
  g_test_add_func ("/pair-list/find", test_find);
  g_test_add_func ("/pair-list/sort", test_sort);
  g_test_add_func ("/pair-list/zero", test_zero);
  g_test_add_func ("/pair-list/memory", test_memory);
  return g_test_run ();
}
