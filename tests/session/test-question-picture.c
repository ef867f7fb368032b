/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-picture.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "small-set.h"

enum {
  EAST,
  NORTH,
  BETWEEN,
  WEST,
  ZERO
};

static const guint64            rows[] = {EAST, NORTH, BETWEEN, WEST, ZERO};
static const guint64            east[] = {EAST};
static const guint64            north[] = {NORTH};
static const guint64            west[] = {WEST};
static const SemaQuestionColumn columns[] = {{"east?", {east, 1, north, 1}}, {"west\n?", {west, 1, north, 1}}};

static SemaSet *
make_set (void)
{
  static const char *const words[] = {"east", "north", "between", "west", "zero"};
  static const float       values[] = {2, 0, 0, 1, 3, 3, -1, 0, 0, 0};

  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static void
test_answers (void)
{
  g_autoptr (SemaSet)     set = make_set ();
  g_autoptr (SemaHeatmap) heatmap = sema_question_picture_new (set, rows, 5, columns, 2, NULL);

  g_assert_cmpfloat_with_epsilon (sema_heatmap_get (heatmap, 0, 0), G_SQRT2 / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_heatmap_get (heatmap, 2, 0), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_heatmap_get (heatmap, 2, 1), -1, 1e-9);
  g_assert_true (isnan (sema_heatmap_get (heatmap, 4, 0)));
  g_assert_cmpstr (heatmap->row_labels[2], ==, "between");
  g_assert_cmpstr (heatmap->column_labels[0], ==, "east?");
  g_assert_null (strchr (heatmap->column_labels[1], '\n'));
  g_assert_cmpfloat (heatmap->limit, ==, 1);
}

static void
test_marks (void)
{
  static const guint8     expected[] = {1, 0, 1, 1, 0, 0, 0, 1, 0, 0};
  g_autoptr (SemaSet)     set = make_set ();
  g_autoptr (SemaHeatmap) heatmap = sema_question_picture_new (set, rows, 5, columns, 2, NULL);
  g_autoptr (SemaHeatmap) unmarked = sema_question_picture_new (set, rows + BETWEEN, 1, columns, 1, NULL);

  g_assert_cmpmem (heatmap->marked, 10, expected, 10);
  g_assert_nonnull (strstr (heatmap->caption, "framed"));
  g_assert_null (strstr (unmarked->caption, "framed"));
}

/* Colours up to the next tenth of the largest answer. */
static void
test_limit (void)
{
  g_autoptr (SemaSet)     set = make_set ();
  g_autoptr (SemaHeatmap) heatmap = sema_question_picture_new (set, rows, 2, columns, 1, NULL);

  g_assert_cmpfloat_with_epsilon (heatmap->limit, 0.8, 1e-9);
}

static void
test_refused (void)
{
  const SemaQuestionColumn same = {"none", {east, 1, east, 1}};
  g_autoptr (SemaSet)      set = make_set ();
  guint64                  used = sema_memory_get_used ();
  guint64                  nth;
  g_autoptr (GError)       error = NULL;

  g_assert_null (sema_question_picture_new (set, rows, 5, &same, 1, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
  for (nth = 1; nth < 100; nth++)
    {
      g_autoptr (GError)      no_memory = NULL;
      g_autoptr (SemaHeatmap) heatmap = NULL;

      sema_memory_fail_at (nth);
      heatmap = sema_question_picture_new (set, rows, 5, columns, 2, &no_memory);
      if (heatmap != NULL)
        break;
      g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (nth, >, 3);
  g_assert_cmpuint (nth, <, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-picture/answers", test_answers);
  g_test_add_func ("/question-picture/marks", test_marks);
  g_test_add_func ("/question-picture/limit", test_limit);
  g_test_add_func ("/question-picture/refused", test_refused);
  return g_test_run ();
}
