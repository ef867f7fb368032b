/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sentence-style.h"

#include "token-fixture.h"

#define REPLACE "{\"type\":\"Replace\",\"pattern\":{\"String\":\" \"},\"content\":\"" SEMA_SENTENCE_SPACE "\"}"
#define METASPACE(more) "{\"type\":\"Metaspace\",\"replacement\":\"" SEMA_SENTENCE_SPACE "\"" more "}"

static void
assert_known (const char *normalizer, const char *pre_tokenizer, SemaSentenceStyle expected)
{
  g_autoptr (SemaTokenizerPart) part = token_fixture_read_part (pre_tokenizer);
  SemaTextSteps                 steps = {0};
  SemaSentenceStyle             style;
  const char                   *unknown;

  g_assert_true (sema_text_steps_take (&steps, token_fixture_read_part (normalizer), &unknown));
  g_assert_true (sema_sentence_style_take (&style, &steps, part, &unknown));
  g_assert_cmpint (style.prefix, ==, expected.prefix);
  g_assert_cmpint (style.has_spaces, ==, expected.has_spaces);
  g_assert_cmpint (style.has_words, ==, expected.has_words);
  g_assert_cmpint (style.splits, ==, expected.splits);
  sema_text_steps_clear (&steps);
}

static void
assert_unknown (const char *normalizer, const char *pre_tokenizer, const char *expected)
{
  g_autoptr (SemaTokenizerPart) part = token_fixture_read_part (pre_tokenizer);
  SemaTextSteps                 steps = {0};
  SemaSentenceStyle             style;
  const char                   *unknown;

  g_assert_true (sema_text_steps_take (&steps, token_fixture_read_part (normalizer), &unknown));
  g_assert_false (sema_sentence_style_take (&style, &steps, part, &unknown));
  g_assert_cmpstr (unknown, ==, expected);
  sema_text_steps_clear (&steps);
}

static void
test_known (void)
{
  assert_known (REPLACE, "null", (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_NONE, FALSE, FALSE, FALSE});
  assert_known (REPLACE, "{\"type\":\"Split\",\"pattern\":{\"String\":\" \"},\"behavior\":\"MergedWithPrevious\",\"invert\":false}", (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_NONE, FALSE, FALSE, FALSE});
  assert_known ("null", METASPACE (""), (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, TRUE});
  assert_known ("null", METASPACE (",\"add_prefix_space\":true"), (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, TRUE});
  assert_known ("null", METASPACE (",\"prepend_scheme\":\"always\",\"split\":false"), (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, FALSE});
  assert_known ("null", METASPACE (",\"prepend_scheme\":\"first\",\"split\":true"), (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_FIRST, TRUE, FALSE, TRUE});
  assert_known ("null", METASPACE (",\"prepend_scheme\":\"never\",\"add_prefix_space\":false"), (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_NONE, TRUE, FALSE, TRUE});
  assert_known ("null", "{\"type\":\"Sequence\",\"pretokenizers\":[" METASPACE ("") "]}", (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, TRUE});
  assert_known ("null", "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"WhitespaceSplit\"}," METASPACE ("") "]}", (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, TRUE, TRUE});
}

static void
test_unknown (void)
{
  assert_unknown ("null", "{\"type\":\"Split\",\"pattern\":{\"String\":\" \"},\"behavior\":\"MergedWithPrevious\"}", "Split");
  assert_unknown (REPLACE, "{\"type\":\"Digits\"}", "Digits");
  assert_unknown (REPLACE, "{\"type\":\"Split\",\"pattern\":{\"String\":\" \"},\"behavior\":\"Removed\",\"invert\":true}", "Split");
  assert_unknown (REPLACE, METASPACE (",\"prepend_scheme\":\"first\""), "first");
  assert_unknown ("{\"type\":\"NFC\"}", "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"WhitespaceSplit\"}," METASPACE (",\"prepend_scheme\":\"first\"") "]}", "first");
  assert_unknown ("null", "{\"type\":\"Sequence\",\"pretokenizers\":[" METASPACE ("") ",{\"type\":\"WhitespaceSplit\"}]}", "Sequence");
  assert_unknown ("null", "{\"type\":\"Metaspace\",\"replacement\":\"_\"}", "replacement");
  assert_unknown ("null", METASPACE (",\"prepend_scheme\":\"often\""), "often");
  assert_unknown ("null", METASPACE (",\"prepend_scheme\":\"first\",\"add_prefix_space\":false"), "add_prefix_space");
}

/* What has to do with spaces, whether it is known or not. */
static void
test_is_meant (void)
{
  g_autoptr (SemaTokenizerPart) digits = token_fixture_read_part ("{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Digits\"}," METASPACE ("") "]}");
  g_autoptr (SemaTokenizerPart) replace = token_fixture_read_part ("{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFC\"}," REPLACE "]}");
  g_autoptr (SemaTokenizerPart) byte_level = token_fixture_read_part ("{\"type\":\"ByteLevel\"}");

  g_assert_true (sema_sentence_style_is_meant (NULL, digits));
  g_assert_true (sema_sentence_style_is_meant (replace, NULL));
  g_assert_false (sema_sentence_style_is_meant (NULL, byte_level));
  g_assert_false (sema_sentence_style_is_meant (NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-style/known", test_known);
  g_test_add_func ("/sentence-style/unknown", test_unknown);
  g_test_add_func ("/sentence-style/is-meant", test_is_meant);
  return g_test_run ();
}
