/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation.h"

#include <string.h>

#include "evaluation-fixture.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "small-set.h"

static SemaEvaluation *
evaluate_text (SemaSet *set, const char *text, gsize length, GError **error)
{
  g_autofree char *path = evaluation_fixture_write ("questions.txt", text, length);

  return sema_evaluation_new (set, path, G_MAXUINT64, SEMA_METHOD_ADD, NULL, error);
}

static void
assert_counts (const SemaEvaluationCounts *counts, guint64 n_correct, guint64 n_incorrect, guint64 n_skipped)
{
  g_assert_cmpuint (counts->n_correct, ==, n_correct);
  g_assert_cmpuint (counts->n_incorrect, ==, n_incorrect);
  g_assert_cmpuint (counts->n_skipped, ==, n_skipped);
}

/* @expected: [name, correct, incorrect, skipped] */
static void
assert_as_gensim (const SemaEvaluationCounts *counts, JsonArray *expected)
{
  assert_counts (counts, (guint64)json_array_get_int_element (expected, 1), (guint64)json_array_get_int_element (expected, 2),
                 (guint64)json_array_get_int_element (expected, 3));
}

static void
assert_sections (const SemaEvaluation *evaluation, JsonArray *expected)
{
  gsize n = sema_evaluation_get_n_sections (evaluation);

  g_assert_cmpuint (json_array_get_length (expected), ==, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      JsonArray                  *section = json_array_get_array_element (expected, (guint)i);
      const char                 *name, *expected_name = json_array_get_string_element (section, 0);
      gsize                       length;
      const SemaEvaluationCounts *counts = sema_evaluation_get_section (evaluation, i, &name, &length);

      g_assert_cmpmem (name, length, expected_name, strlen (expected_name));
      assert_as_gensim (counts, section);
    }
  assert_as_gensim (sema_evaluation_get_total (evaluation), json_array_get_array_element (expected, (guint)n));
}

/* What tests/data/evaluation/make-evaluation.py asked gensim, for several restrictions and both methods. */
static void
check_reference (const char *name, const char *vectors, const char *questions)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (SemaSet)   set = sema_formats_load (vectors, NULL, &error);
  g_autoptr (JsonArray) all = evaluation_fixture_expected (name, "analogies");

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (all), ==, 6);
  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject                *one = json_array_get_object_element (all, i);
      const char                *method = json_object_get_string_member (one, "method");
      g_autoptr (SemaEvaluation) evaluation = sema_evaluation_new (set, questions, (guint64)json_object_get_int_member (one, "restrict"),
                                                                   g_str_equal (method, "mul") ? SEMA_METHOD_MUL : SEMA_METHOD_ADD, NULL, &error);

      g_assert_no_error (error);
      assert_sections (evaluation, json_object_get_array_member (one, "sections"));
    }
}

static void
test_sample (void)
{
  g_autofree char *questions = evaluation_fixture_data ("sample.questions");

  check_reference ("sample", g_getenv ("SEMA_SAMPLE"), questions);
}

static void
test_variants (void)
{
  g_autofree char *vectors = evaluation_fixture_data ("variants.txt");
  g_autofree char *questions = evaluation_fixture_data ("variants.questions");

  check_reference ("variants", vectors, questions);
}

/* A parallelogram. */
static SemaSet *
new_set (void)
{
  static const char *const words[] = {"man", "woman", "king", "queen", "zero"};
  static const float       values[] = {1, 0, 0.1, 1, 1, 0, 3, 0, 3, 1, 1, 1, 0, 0, 0};

  return small_set_new (words, values, G_N_ELEMENTS (words), 3);
}

/* What is no question is said once; names are any bytes, and a section may be empty or come again. */
static void
test_lines (void)
{
  static const char          text[] = "\n \n: a\xff\0b\r\nman king woman queen\r\nMAN\tKING\vWOMAN QUEEN\n\nman king woman\n# man king woman queen\n"
                                      "man king woman king\n:\nman king woman prince\n: \n: a\nzero king woman queen";
  g_autoptr (SemaSet)        set = new_set ();
  g_autoptr (GError)         error = NULL;
  g_autoptr (SemaEvaluation) evaluation = evaluate_text (set, text, sizeof text - 1, &error);
  const char *const         *warnings;
  const char                *name;
  gsize                      length;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_evaluation_get_n_sections (evaluation), ==, 3);
  assert_counts (sema_evaluation_get_section (evaluation, 0, &name, &length), 2, 1, 1);
  g_assert_cmpmem (name, length, "a\xff\0b", 4);
  assert_counts (sema_evaluation_get_section (evaluation, 1, &name, &length), 0, 0, 0);
  g_assert_cmpuint (length, ==, 0);
  assert_counts (sema_evaluation_get_section (evaluation, 2, &name, &length), 0, 1, 0);
  assert_counts (sema_evaluation_get_total (evaluation), 2, 2, 1);
  g_assert_cmpfloat (sema_evaluation_counts_get_accuracy (sema_evaluation_get_total (evaluation)), ==, 0.5);
  warnings = sema_evaluation_get_warnings (evaluation);
  g_assert_cmpuint (g_strv_length ((char **)warnings), ==, 1);
  g_assert_cmpstr (warnings[0], ==, "3 lines of “questions.txt” have not four words, the first of them line 7; they were passed over.");
}

/* More questions than are asked at a time. */
static void
test_many (void)
{
  g_autoptr (SemaSet)        set = new_set ();
  g_autoptr (GString)        text = g_string_new (NULL);
  g_autoptr (SemaEvaluation) evaluation = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, i % 1000 == 0 ? ": x\n" : i % 3 == 0 ? "man king woman queen\n"
                                                                : "man woman king zero\n");
  evaluation = evaluate_text (set, text->str, text->len, NULL);
  g_assert_cmpuint (sema_evaluation_get_n_sections (evaluation), ==, 20);
  assert_counts (sema_evaluation_get_total (evaluation), 6660, 13320, 0);
}

static void
assert_refused (const char *text, const char *part)
{
  g_autoptr (SemaSet) set = new_set ();
  g_autoptr (GError)  error = NULL;

  g_assert_null (evaluate_text (set, text, strlen (text), &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not hold “%s”", error->message, part);
}

static void
test_refused (void)
{
  assert_refused ("", "“questions.txt” asks nothing");
  assert_refused (": a\n\na b c\n", "asks nothing");
  assert_refused ("\n\nman king woman queen\n: a\n", "Line 3 of “questions.txt” comes before");
  assert_refused ("x\n: a\n", "Line 1 ");
}

/* In the end all is done, skipped questions among it. */
static void
test_progress (void)
{
  static const char          text[] = ": a\nman king woman queen\nman king woman prince\nman king woman king\nno question\n";
  g_autoptr (SemaSet)        set = new_set ();
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autofree char           *path = evaluation_fixture_write ("questions.txt", text, sizeof text - 1);
  g_autoptr (SemaEvaluation) evaluation = sema_evaluation_new (set, path, 4, SEMA_METHOD_ADD, progress, NULL);

  assert_counts (sema_evaluation_get_total (evaluation), 1, 1, 1);
  g_assert_cmpuint (sema_progress_get_total (progress), ==, 3 * 4);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 3 * 4);
}

static gboolean
evaluate_once (SemaSet *set, const char *path, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaEvaluation) evaluation = sema_evaluation_new (set, path, 10, SEMA_METHOD_ADD, progress, error);

  return evaluation != NULL;
}

static void
test_stopped (void)
{
  static const char   text[] = ": a\nman king woman queen\n";
  g_autoptr (SemaSet) set = new_set ();
  g_autofree char    *path = evaluation_fixture_write ("questions.txt", text, sizeof text - 1);

  evaluation_fixture_assert_stops (evaluate_once, set, path);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation/sample", test_sample);
  g_test_add_func ("/evaluation/variants", test_variants);
  g_test_add_func ("/evaluation/lines", test_lines);
  g_test_add_func ("/evaluation/many", test_many);
  g_test_add_func ("/evaluation/refused", test_refused);
  g_test_add_func ("/evaluation/progress", test_progress);
  g_test_add_func ("/evaluation/stopped", test_stopped);
  status = g_test_run ();
  evaluation_fixture_remove ();
  return status;
}
