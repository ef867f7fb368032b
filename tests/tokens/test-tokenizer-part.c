/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-part.h"

#include <string.h>

#include "sema-formats.h"

static SemaTokenizerPart *
read_part (const char *json, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("t.json", json, strlen (json));

  return sema_tokenizer_part_read (reader, "t.json", error);
}

static void
test_reads (void)
{
  g_autoptr (SemaTokenizerPart) part = read_part ("{\"use_regex\":false,\"type\":\"Sequence\",\"x\":{\"y\":[1]},\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{\"Regex\":\"a+\"},\"behavior\":\"Isolated\",\"invert\":true},{\"strip_accents\":null}]}", NULL);
  const SemaTokenizerPart      *split;

  g_assert_true (sema_tokenizer_part_is (part, "Sequence"));
  g_assert_false (sema_tokenizer_part_is (part, NULL));
  g_assert_cmpint (part->use_regex, ==, SEMA_TOKENIZER_NO);
  g_assert_cmpuint (part->parts->len, ==, 2);
  split = part->parts->pdata[0];
  g_assert_cmpstr (split->pattern, ==, "a+");
  g_assert_cmpstr (split->behavior, ==, "Isolated");
  g_assert_cmpint (split->invert, ==, SEMA_TOKENIZER_YES);
  g_assert_cmpint (((SemaTokenizerPart *)part->parts->pdata[1])->strip_accents, ==, SEMA_TOKENIZER_UNSET);
}

static void
test_null (void)
{
  g_autoptr (SemaTokenizerPart) part = read_part ("null", NULL);

  g_assert_true (sema_tokenizer_part_is (part, NULL));
  g_assert_true (sema_tokenizer_part_is (NULL, NULL));
}

static void
test_other (void)
{
  const char *const             known[] = {"A", "B", NULL};
  g_autoptr (SemaTokenizerPart) good = read_part ("{\"type\":\"Sequence\",\"decoders\":[{\"type\":\"A\"},{\"type\":\"Sequence\",\"decoders\":[{\"type\":\"B\"}]}]}", NULL);
  g_autoptr (SemaTokenizerPart) bad = read_part ("{\"type\":\"Sequence\",\"processors\":[{\"type\":\"A\"},{\"type\":\"C\"}]}", NULL);

  g_assert_null (sema_tokenizer_part_find_other (good, known));
  g_assert_null (sema_tokenizer_part_find_other (NULL, known));
  g_assert_cmpstr (sema_tokenizer_part_find_other (bad, known), ==, "C");
}

static void
test_refuses (void)
{
  const char *const bad[] = {"1", "[]", "\"BPE\"", "{\"type\":1}", "{\"use_regex\":1}", "{\"type\":\"a\\u0000\"}", "{\"pattern\":\"x\"}", "{\"decoders\":{}}", "{\"decoders\":[1]}", "{\"type\":", "{\"normalizers\":[{\"normalizers\":[{\"normalizers\":[{\"normalizers\":[{}]}]}]}]}"};

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_part (bad[i], &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-part/reads", test_reads);
  g_test_add_func ("/tokenizer-part/null", test_null);
  g_test_add_func ("/tokenizer-part/other", test_other);
  g_test_add_func ("/tokenizer-part/refuses", test_refuses);
  return g_test_run ();
}
