/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-text.h"

#include <math.h>

#include "evaluation-fixture.h"
#include "small-set.h"

#define LONG_NAME "a-name-of-more-than-thirty-characters"

/* A parallelogram. */
static SemaEvaluation *
evaluate (void)
{
  static const char *const words[] = {"man", "woman", "king", "queen"};
  static const float       values[] = {1, 0, 0.1f, 1, 1, 0, 3, 0, 3, 1, 1, 1};
  static const char        text[] = ": gr\xc3\xb6\xc3\x9f"
                                    "e, \"so\"\nman king woman queen\nman king woman man\nman king woman king\nman king woman prince\n: " LONG_NAME "\n";
  g_autofree char         *path = evaluation_fixture_write ("questions.txt", text, sizeof text - 1);
  g_autoptr (SemaSet)      set = small_set_new (words, values, G_N_ELEMENTS (words), 3);

  return sema_evaluation_new (set, path, 10, SEMA_METHOD_ADD, NULL, NULL);
}

static void
assert_printed (GString *text, const char *expected)
{
  g_assert_cmpstr (text->str, ==, expected);
  g_string_free (text, TRUE);
}

static void
test_sections (void)
{
  g_autoptr (SemaEvaluation) evaluation = evaluate ();

  assert_printed (sema_evaluation_print_text (evaluation),
                  "section                          correct incorrect   skipped  accuracy\n"
                  "gr\xc3\xb6\xc3\x9f"
                  "e, \"so\"                            1         2         1  0.3333\n" LONG_NAME "         0         0         0  0.0000\n"
                  "total                                  1         2         1  0.3333\n");
  assert_printed (sema_evaluation_print_csv (evaluation),
                  "section,correct,incorrect,skipped,accuracy\r\n"
                  "\"gr\xc3\xb6\xc3\x9f"
                  "e, \"\"so\"\"\",1,2,1,0.3333333333333333\r\n" LONG_NAME ",0,0,0,0\r\n"
                  "total,1,2,1,0.3333333333333333\r\n");
}

static void
test_pairs (void)
{
  SemaPairEvaluation evaluation = {0.75, NAN, 12, 3, NULL};

  assert_printed (sema_pair_evaluation_print_text (&evaluation), "pearson: 0.750000\nspearman: nan\npairs: 12\nmissing: 3\n");
  assert_printed (sema_pair_evaluation_print_csv (&evaluation), "pearson,spearman,pairs,missing\r\n0.75,,12,3\r\n");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation-text/sections", test_sections);
  g_test_add_func ("/evaluation-text/pairs", test_pairs);
  status = g_test_run ();
  evaluation_fixture_remove ();
  return status;
}
