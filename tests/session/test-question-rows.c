/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-rows.h"

#include <math.h>

#include "sema-math-error.h"
#include "small-set.h"

static const char *const words[] = {"east", "far", "north", "zero", "nan", "a\nb"};
static const float       values[] = {1, 0, 9, 0, 0, 2, 0, 0, NAN, 1, -1, 0};

static SemaSet *
make_set (void)
{
  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static void
test_found (void)
{
  g_autoptr (SemaSet)          set = make_set ();
  g_autoptr (SemaQuestionText) question = sema_question_text_parse ("q: east none zero far / north nan other");
  g_autoptr (SemaQuestionRows) rows = sema_question_rows_new (question, set);
  SemaQuestionWords            found = sema_question_rows_get_words (rows);
  g_autofree char             *yes = sema_question_rows_list_words (rows->yes, set);
  double                       direction[2];

  g_assert_cmpuint (rows->n_missing, ==, 2);
  g_assert_cmpuint (rows->n_unusable, ==, 2);
  g_assert_cmpuint (found.n_yes, ==, 2);
  g_assert_cmpuint (found.n_no, ==, 1);
  g_assert_cmpuint (found.yes[1], ==, 1);
  g_assert_cmpuint (found.no[0], ==, 2);
  g_assert_cmpstr (yes, ==, "east, far");
  g_assert_true (sema_question_rows_find_direction (rows, question, set, direction, NULL));
  g_assert_cmpfloat_with_epsilon (direction[0], sqrt (0.5), 1e-15);
  g_assert_cmpfloat_with_epsilon (direction[1], -sqrt (0.5), 1e-15);
}

/* A word with a blank before it stands in for one that is not there, and only then. */
static void
test_blanks (void)
{
  static const char *const     tokens[] = {" east", "east", " north", " "};
  g_autoptr (SemaSet)          set = small_set_new (tokens, values, G_N_ELEMENTS (tokens), 2);
  g_autoptr (SemaQuestionText) question = sema_question_text_parse ("q: east / north south");
  g_autoptr (SemaQuestionRows) rows = sema_question_rows_new (question, set);
  g_autofree char             *no = sema_question_rows_list_words (rows->no, set);

  g_assert_cmpuint (rows->n_missing, ==, 1);
  g_assert_cmpuint (g_array_index (rows->yes, guint64, 0), ==, 1);
  g_assert_cmpstr (no, ==, "␣north");
}

static void
check_problem (const char *text, const char *part)
{
  g_autoptr (SemaSet)          set = make_set ();
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);
  g_autoptr (SemaQuestionRows) rows = sema_question_rows_new (question, set);
  g_autoptr (GError)           error = NULL;
  double                       direction[2];

  g_assert_false (sema_question_rows_find_direction (rows, question, set, direction, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "“my question”"));
  g_assert_nonnull (g_strstr_len (error->message, -1, part));
}

static void
test_problems (void)
{
  check_problem ("my question: none zero / east", "side “none, zero”");
  check_problem ("my question: east / nan other", "side “nan, other”");
  check_problem ("my question: east / far", "the same vector");
  check_problem ("my question: east north / north far", "the same vector");
}

static void
test_odd_words (void)
{
  g_autoptr (SemaSet) set = make_set ();
  g_autoptr (GArray)  rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  const guint64       row = 5;
  g_autofree char    *list = NULL;
  g_autofree char    *empty = sema_question_rows_list_words (rows, set);

  g_array_append_val (rows, row);
  list = sema_question_rows_list_words (rows, set);
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (g_strstr_len (list, -1, "\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-rows/found", test_found);
  g_test_add_func ("/question-rows/blanks", test_blanks);
  g_test_add_func ("/question-rows/problems", test_problems);
  g_test_add_func ("/question-rows/odd-words", test_odd_words);
  return g_test_run ();
}
