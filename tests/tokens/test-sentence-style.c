/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sentence-style.h"

#include <string.h>

#define REPLACE "{\"type\":\"Replace\",\"pattern\":{\"String\":\" \"},\"content\":\"" SEMA_SENTENCE_SPACE "\"}"
#define PREPEND "{\"type\":\"Prepend\",\"prepend\":\"" SEMA_SENTENCE_SPACE "\"}"
#define METASPACE(more) "{\"type\":\"Metaspace\",\"replacement\":\"" SEMA_SENTENCE_SPACE "\"" more "}"

static SemaTokenizerPart *
read_part (const char *json)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("a file", json, strlen (json));
  g_autoptr (GError)         error = NULL;
  SemaTokenizerPart         *part = sema_tokenizer_part_read (reader, "a file", &error);

  g_assert_no_error (error);
  return part;
}

static void
assert_known (const char *normalizer, const char *pre_tokenizer, SemaSentencePrefix prefix, gboolean splits)
{
  g_autoptr (SemaTokenizerPart) first = read_part (normalizer);
  g_autoptr (SemaTokenizerPart) second = read_part (pre_tokenizer);
  SemaSentenceStyle             style;
  SemaTokenizerDoubt            doubt;

  g_assert_true (sema_sentence_style_is_meant (first, second));
  g_assert_true (sema_sentence_style_take (&style, first, second, &doubt));
  g_assert_cmpint (style.prefix, ==, prefix);
  g_assert_cmpint (style.splits, ==, splits);
}

static void
assert_doubt (const char *normalizer, const char *pre_tokenizer, const char *part, const char *what)
{
  g_autoptr (SemaTokenizerPart) first = read_part (normalizer);
  g_autoptr (SemaTokenizerPart) second = read_part (pre_tokenizer);
  SemaSentenceStyle             style;
  SemaTokenizerDoubt            doubt;

  g_assert_false (sema_sentence_style_take (&style, first, second, &doubt));
  g_assert_cmpstr (doubt.part, ==, part);
  g_assert_cmpstr (doubt.what, ==, what);
}

static void
test_known (void)
{
  assert_known (REPLACE, "null", SEMA_SENTENCE_PREFIX_NONE, FALSE);
  assert_known (REPLACE, "{\"type\":\"Split\",\"pattern\":{\"String\":\" \"},\"behavior\":\"MergedWithPrevious\"}", SEMA_SENTENCE_PREFIX_NONE, FALSE);
  assert_known ("{\"type\":\"Sequence\",\"normalizers\":[" PREPEND "," REPLACE "]}", "null", SEMA_SENTENCE_PREFIX_ALWAYS, FALSE);
  assert_known ("null", METASPACE (""), SEMA_SENTENCE_PREFIX_MISSING, TRUE);
  assert_known ("null", METASPACE (",\"add_prefix_space\":true"), SEMA_SENTENCE_PREFIX_MISSING, TRUE);
  assert_known ("null", METASPACE (",\"prepend_scheme\":\"always\",\"split\":false"), SEMA_SENTENCE_PREFIX_MISSING, FALSE);
  assert_known ("null", METASPACE (",\"prepend_scheme\":\"first\",\"split\":true"), SEMA_SENTENCE_PREFIX_FIRST, TRUE);
  assert_known ("null", METASPACE (",\"prepend_scheme\":\"never\",\"add_prefix_space\":false"), SEMA_SENTENCE_PREFIX_NONE, TRUE);
  assert_known ("{\"type\":\"Sequence\",\"normalizers\":[]}", "{\"type\":\"Sequence\",\"pretokenizers\":[" METASPACE ("") "]}", SEMA_SENTENCE_PREFIX_MISSING, TRUE);
}

static void
test_doubts (void)
{
  assert_doubt ("null", "null", "normalizer", "null");
  assert_doubt ("{\"type\":\"NFC\"}", METASPACE (""), "normalizer", "NFC");
  assert_doubt ("{\"type\":\"Sequence\",\"normalizers\":[" REPLACE "," PREPEND "]}", "null", "normalizer", "Sequence");
  assert_doubt ("{\"type\":\"Replace\",\"pattern\":{\"Regex\":\" \"},\"content\":\"" SEMA_SENTENCE_SPACE "\"}", "null", "normalizer", "Replace");
  assert_doubt (REPLACE, "{\"type\":\"Digits\"}", "pre_tokenizer", "Digits");
  assert_doubt ("null", "{\"type\":\"Metaspace\",\"replacement\":\"_\"}", "pre_tokenizer", "replacement");
  assert_doubt ("null", METASPACE (",\"prepend_scheme\":\"first\",\"add_prefix_space\":false"), "pre_tokenizer", "add_prefix_space");
}

/* What has to do with spaces, whether it is known or not. */
static void
test_is_meant (void)
{
  g_autoptr (SemaTokenizerPart) digits = read_part ("{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Digits\"}," METASPACE ("") "]}");
  g_autoptr (SemaTokenizerPart) byte_level = read_part ("{\"type\":\"ByteLevel\"}");

  g_assert_true (sema_sentence_style_is_meant (NULL, digits));
  g_assert_false (sema_sentence_style_is_meant (NULL, byte_level));
  g_assert_false (sema_sentence_style_is_meant (NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-style/known", test_known);
  g_test_add_func ("/sentence-style/doubts", test_doubts);
  g_test_add_func ("/sentence-style/is-meant", test_is_meant);
  return g_test_run ();
}
