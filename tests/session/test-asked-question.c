/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-asked-question.h"

#include "small-set.h"

static SemaSet *
make_set (void)
{
  static const char *const words[] = {"apple", "bread", "stone", "iron", "zero"};
  static const float       values[] = {1, 0, 0.9F, 0.1F, 0, 1, 0.1F, 0.9F, 0, 0};

  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static SemaAskedQuestion *
ask (const SemaSet *set, const char *text)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

  return sema_asked_question_new (set, question);
}

static void
test_found (void)
{
  g_autoptr (SemaSet)           set = make_set ();
  g_autoptr (SemaAskedQuestion) asked = ask (set, "edible: apple cake bread zero / stone iron");

  g_assert_null (asked->problem);
  g_assert_cmpuint (asked->words.n_yes, ==, 2);
  g_assert_cmpuint (asked->words.yes[1], ==, 1);
  g_assert_cmpuint (asked->words.n_no, ==, 2);
  g_assert_cmpuint (sema_asked_question_count_absent (asked), ==, 2);
  g_assert_cmpuint (asked->n_right, ==, 4);
  g_assert_cmpuint (asked->n_tried, ==, 4);
}

/* A bad question looks bad. */
static void
test_bad (void)
{
  g_autoptr (SemaSet)           set = make_set ();
  g_autoptr (SemaAskedQuestion) asked = ask (set, "mixed: apple stone / bread iron");

  g_assert_null (asked->problem);
  g_assert_cmpuint (asked->n_right, <, asked->n_tried);
}

static void
test_cannot_be_asked (void)
{
  static const char *const texts[] = {"none: cake / stone", "none: apple / zero", "same: apple / apple"};
  g_autoptr (SemaSet)      set = make_set ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SemaAskedQuestion) asked = ask (set, texts[i]);

      g_assert_nonnull (asked->problem);
      g_assert_cmpuint (asked->n_tried, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asked-question/found", test_found);
  g_test_add_func ("/asked-question/bad", test_bad);
  g_test_add_func ("/asked-question/cannot-be-asked", test_cannot_be_asked);
  return g_test_run ();
}
