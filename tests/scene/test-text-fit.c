/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-fit.h"

#include "scatter-fixture.h"

/* At 10 units a letter. */
#define SCALE (10 / (14 * FIXTURE_LETTER))

static void
assert_fitted (const char *text, double width, const char *expected)
{
  SemaMeasure      measure = fixture_get_measure ();
  g_autofree char *fitted = sema_text_fit (&measure, text, SEMA_TEXT_LABEL, SCALE, width);

  g_assert_cmpstr (fitted, ==, expected);
}

static void
test_whole (void)
{
  assert_fitted ("semantics", 90.001, "semantics");
  assert_fitted ("", 1, "");
}

static void
test_cut (void)
{
  assert_fitted ("semantics", 89, "semanti…");
  assert_fitted ("semantics", 40.001, "sem…");
  assert_fitted ("semantics", 20.001, "s…");
  assert_fitted ("semantics", 19, "…");
  assert_fitted ("semantics", 0, "…");
}

static void
test_letters_not_bytes (void)
{
  assert_fitted ("größenwahn", 50.001, "größ…");
  assert_fitted ("日本語日本語", 30.001, "日本…");
}

static void
test_no_blank_at_the_end (void)
{
  assert_fitted ("two words", 50.001, "two…");
}

static void
test_estimate (void)
{
  g_assert_cmpfloat (sema_text_fit_estimate (""), ==, 0);
  g_assert_cmpfloat_with_epsilon (sema_text_fit_estimate ("abcd"), 2 * sema_text_fit_estimate ("ab"), 1e-12);
  g_assert_cmpfloat (sema_text_fit_estimate ("日本"), >, sema_text_fit_estimate ("ab"));
  g_assert_cmpfloat_with_epsilon (sema_text_fit_estimate ("e\xcc\x81"), sema_text_fit_estimate ("e"), 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/text-fit/whole", test_whole);
  g_test_add_func ("/scene/text-fit/cut", test_cut);
  g_test_add_func ("/scene/text-fit/letters-not-bytes", test_letters_not_bytes);
  g_test_add_func ("/scene/text-fit/no-blank-at-the-end", test_no_blank_at_the_end);
  g_test_add_func ("/scene/text-fit/estimate", test_estimate);
  return g_test_run ();
}
