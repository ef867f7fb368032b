/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-axes.h"

static SemaQuestionAxis axes[] = {{"edible", "food", "metal"}, {"alive", "dog", "stone"}};

static void
test_right (void)
{
  const struct
  {
    double   angle;
    gboolean is_right;
  } cases[] = {{90, TRUE}, {90.04, TRUE}, {89.96, TRUE}, {90.06, FALSE}, {89.9, FALSE}, {0, FALSE}, {180, FALSE}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SemaQuestionAxes) made = sema_question_axes_new (axes, cases[i].angle, 0.1);

      g_assert_cmpint (sema_question_axes_is_right (made), ==, cases[i].is_right);
    }
}

static void
test_equal (void)
{
  SemaQuestionAxis             other[] = {axes[0], axes[1]};
  g_autoptr (SemaQuestionAxes) one = sema_question_axes_new (axes, 80, 0.1);
  g_autoptr (SemaQuestionAxes) same = sema_question_axes_new (axes, 80, 0.2);
  char                       **texts[] = {&other[0].name, &other[0].yes, &other[0].no, &other[1].name, &other[1].yes, &other[1].no};

  g_assert_true (sema_question_axes_equal (one, same));
  g_assert_true (sema_question_axes_equal (NULL, NULL));
  g_assert_false (sema_question_axes_equal (one, NULL));
  g_assert_false (sema_question_axes_equal (NULL, one));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SemaQuestionAxes) differing = NULL;
      char                        *before = *texts[i];

      *texts[i] = "x";
      differing = sema_question_axes_new (other, 80, 0.1);
      *texts[i] = before;
      g_assert_false (sema_question_axes_equal (one, differing));
    }
}

static void
test_shared (void)
{
  SemaQuestionAxes *made = sema_question_axes_new (axes, 80, 0.1);

  g_assert_true (sema_question_axes_ref (made) == made);
  sema_question_axes_unref (made);
  g_assert_cmpstr (made->axes[1].no, ==, "stone");
  sema_question_axes_unref (made);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-axes/right", test_right);
  g_test_add_func ("/question-axes/equal", test_equal);
  g_test_add_func ("/question-axes/shared", test_shared);
  return g_test_run ();
}
