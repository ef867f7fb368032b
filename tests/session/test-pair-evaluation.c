/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-evaluation.h"

#include <math.h>
#include <string.h>

#include "evaluation-fixture.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "small-set.h"

/* What tests/data/evaluation/make-evaluation.py asked gensim, whose cosines are float32. */
static void
check_reference (const char *name, const char *vectors, const char *pairs)
{
  g_autofree char      *path = evaluation_fixture_data (pairs);
  g_autoptr (GError)    error = NULL;
  g_autoptr (SemaSet)   set = sema_formats_load (vectors, NULL, &error);
  g_autoptr (JsonArray) all = evaluation_fixture_expected (name, "pairs");

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (all), ==, 3);
  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject                    *one = json_array_get_object_element (all, i);
      JsonArray                     *expected = json_object_get_array_member (one, "correlations");
      g_autoptr (SemaPairEvaluation) evaluation = sema_pair_evaluation_new (set, path, (guint64)json_object_get_int_member (one, "restrict"), NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (evaluation->pearson, json_array_get_double_element (expected, 0), 1e-7);
      g_assert_cmpfloat_with_epsilon (evaluation->spearman, json_array_get_double_element (expected, 1), 1e-12);
      g_assert_cmpuint (evaluation->n_pairs, ==, (guint64)json_array_get_int_element (expected, 2));
      g_assert_cmpuint (evaluation->n_missing, ==, (guint64)json_array_get_int_element (expected, 3));
    }
}

static void
test_sample (void)
{
  check_reference ("sample", g_getenv ("SEMA_SAMPLE"), "sample.tsv");
}

static void
test_variants (void)
{
  g_autofree char *vectors = evaluation_fixture_data ("variants.txt");

  check_reference ("variants", vectors, "variants.tsv");
}

static SemaPairEvaluation *
evaluate_text (const char *text, guint64 most_words, SemaProgress *progress, GError **error)
{
  static const char *const words[] = {"a", "b", "c", "zero", "nan"};
  static const float       values[] = {1, 0, 1, 1, 0.3f, 0.7f, 0, 0, NAN, 1};
  g_autofree char         *path = evaluation_fixture_write ("pairs.tsv", text, strlen (text));
  g_autoptr (SemaSet)      set = small_set_new (words, values, G_N_ELEMENTS (words), 2);

  return sema_pair_evaluation_new (set, path, most_words, progress, error);
}

/* Ranks 3 1 2 and 3 2 1. */
static void
test_lines (void)
{
  g_autoptr (GError)             error = NULL;
  g_autoptr (SemaPairEvaluation) evaluation = evaluate_text ("# x\ty\t1\n\nA\tb\t9\rzero\tc\t2\r\na\tC\t3\nb\tprince\t1\nb c 5\n \n", 9, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (evaluation->n_pairs, ==, 3);
  g_assert_cmpuint (evaluation->n_missing, ==, 1);
  g_assert_cmpfloat_with_epsilon (evaluation->spearman, 1, 1e-14);
  g_assert_cmpuint (g_strv_length (evaluation->warnings), ==, 1);
  g_assert_cmpstr (evaluation->warnings[0], ==, "2 lines of “pairs.tsv” are not two words and a number with tabs between them, the first of them line 7; they were passed over.");
}

/* A word is as like itself as any other is, and a pair as like as the pair turned round. */
static void
test_ties (void)
{
  g_autoptr (SemaPairEvaluation) evaluation = evaluate_text ("a\ta\t5\nb\tb\t5\nc\tc\t5\na\tc\t1\nc\ta\t1\nb\tc\t3\nc\tb\t3\n", 9, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (evaluation->spearman, 1, 1e-14);
}

static void
test_undefined (void)
{
  g_autoptr (SemaPairEvaluation) one = evaluate_text ("a\tb\t5\n", 9, NULL, NULL);
  g_autoptr (SemaPairEvaluation) with_nan = evaluate_text ("a\tb\t5\na\tnan\t4\nb\tc\t3\n", 9, NULL, NULL);

  g_assert_cmpuint (one->n_pairs, ==, 1);
  g_assert_true (isnan (one->pearson) && isnan (one->spearman));
  g_assert_cmpuint (with_nan->n_pairs, ==, 3);
  g_assert_true (isnan (with_nan->pearson) && isnan (with_nan->spearman));
}

static void
assert_refused (const char *text, guint64 most_words, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (evaluate_text (text, most_words, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not hold “%s”", error->message, part);
}

static void
test_refused (void)
{
  assert_refused ("", 9, "“pairs.tsv” has no pair");
  assert_refused ("a b 1\n# \n", 9, "has no pair");
  assert_refused ("a\tb\t1\n", 1, "both words of no pair in “pairs.tsv”");
}

static gboolean
evaluate_once (SemaSet *set, const char *path, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaPairEvaluation) evaluation = sema_pair_evaluation_new (set, path, 10, progress, error);

  return evaluation != NULL;
}

static void
test_stopped (void)
{
  static const char   text[] = "1\t2\t3\n2\t3\t4\n";
  g_autoptr (SemaSet) set = small_set_new_random (10, 3, 1);
  g_autofree char    *path = evaluation_fixture_write ("pairs.tsv", text, sizeof text - 1);

  evaluation_fixture_assert_stops (evaluate_once, set, path);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-evaluation/sample", test_sample);
  g_test_add_func ("/pair-evaluation/variants", test_variants);
  g_test_add_func ("/pair-evaluation/lines", test_lines);
  g_test_add_func ("/pair-evaluation/ties", test_ties);
  g_test_add_func ("/pair-evaluation/undefined", test_undefined);
  g_test_add_func ("/pair-evaluation/refused", test_refused);
  g_test_add_func ("/pair-evaluation/stopped", test_stopped);
  status = g_test_run ();
  evaluation_fixture_remove ();
  return status;
}
