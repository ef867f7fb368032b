/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-picture.h"

#include <math.h>

#include "sema-math-error.h"
#include "sema-memory.h"
#include "small-set.h"

static const char *const words[] = {"east", "far", "north", "zero", "a", "b\n"};
static const float       values[] = {1, 0, 9, 1, 0, 2, 0, 0, 3, 4, -1, 0};
static const guint64     rows[] = {4, 0, 5, 3, 2};

static SemaSet *
make_set (void)
{
  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static SemaRuler *
make (SemaSet *set, const char *text, GError **error)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

  return sema_ruler_picture_new (set, rows, G_N_ELEMENTS (rows), question, error);
}

static void
test_answers (void)
{
  g_autoptr (SemaSet)   set = make_set ();
  g_autoptr (GError)    error = NULL;
  g_autoptr (SemaRuler) ruler = make (set, "right: east / north", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ruler->n, ==, 5);
  g_assert_cmpfloat_with_epsilon (ruler->values[0], (0.6 - 0.8) * sqrt (0.5), 1e-15);
  g_assert_cmpfloat_with_epsilon (ruler->values[1], sqrt (0.5), 1e-15);
  g_assert_true (isnan (ruler->values[3]));
  g_assert_true (ruler->marked[1] == 1 && ruler->marked[4] == 1 && ruler->marked[0] == 0);
  g_assert_cmpstr (ruler->labels[0], ==, "a");
  g_assert_null (g_utf8_strchr (ruler->labels[2], -1, '\n'));
  g_assert_cmpstr (ruler->question.name, ==, "right");
  g_assert_cmpstr (ruler->question.yes, ==, "east");
  g_assert_cmpstr (ruler->question.no, ==, "north");
}

static void
test_caption (void)
{
  g_autoptr (SemaSet)   set = make_set ();
  g_autoptr (SemaRuler) plain = make (set, "right: far / a", NULL), full = make (set, "right: east none far / north zero lost other", NULL);
  g_autofree char      *of_plain = g_strjoinv (" · ", plain->caption), *of_full = g_strjoinv (" · ", full->caption);
  const char           *name = sema_set_get_name (set);
  g_autofree char      *expected_plain = g_strconcat ("5 words · 1 of them has no direction · framed = defines the question · ", name, NULL);
  g_autofree char      *expected_full = g_strconcat ("5 words · 1 of them has no direction · framed = defines the question · 3 words of the question are not in this file · "
                                                          "1 word of the question has no direction · right on 2 of 2 of its own words, each left out in turn · ",
                                                     name, NULL);

  g_assert_cmpstr (of_plain, ==, expected_plain);
  g_assert_cmpstr (of_full, ==, expected_full);
  g_assert_cmpstr (full->question.yes, ==, "east, far");
}

static void
test_no_direction (void)
{
  g_autoptr (SemaSet) set = make_set ();
  g_autoptr (GError)  error = NULL;

  g_assert_null (make (set, "right: none / north", &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "“right”"));
}

static void
test_no_memory (void)
{
  g_autoptr (SemaSet) set = make_set ();

  for (guint64 nth = 1; nth <= 4; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (make (set, "right: east far / north", &error));
      sema_memory_fail_at (0);
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ruler-picture/answers", test_answers);
  g_test_add_func ("/ruler-picture/caption", test_caption);
  g_test_add_func ("/ruler-picture/no-direction", test_no_direction);
  g_test_add_func ("/ruler-picture/no-memory", test_no_memory);
  return g_test_run ();
}
