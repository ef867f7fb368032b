/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gpt2-files.h"

#include <string.h>

#include "sema-test-files.h"
#include "token-fixture.h"

static const char *vocab = "{\"a\":0,\"b\":1,\"ab\":2,\"\\u0120\":3,\"\\u0120a\":4,\"<|x|>\":9}";

static const char *merges_text = "#version: 0.2\na b\n\xc4\xa0 a\n";

/* The other file, which takes no memory. */
static SemaTokenizerBytes
lend (const char *text)
{
  return (SemaTokenizerBytes) {{(char *)text, strlen (text), 0}, (char *)"a.file"};
}

static SemaTokenizer *
read_vocab (const SemaTokenizerBytes *bytes, GError **error)
{
  SemaTokenizerBytes merges = lend (merges_text);

  return sema_gpt2_files_read (bytes, &merges, NULL, error);
}

static SemaTokenizer *
read_merges (const SemaTokenizerBytes *bytes, GError **error)
{
  SemaTokenizerBytes tokens = lend (vocab);

  return sema_gpt2_files_read (&tokens, bytes, NULL, error);
}

static void
test_reads (void)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_autoptr (SemaTokenizer)   tokenizer = NULL;
  g_autofree char            *cut = NULL, *token = NULL;
  gsize                       length;

  token_fixture_take (&file, vocab, strlen (vocab));
  tokenizer = read_vocab (&file, NULL);
  cut = token_fixture_split (tokenizer, "ab a bac");
  g_assert_cmpstr (cut, ==, "2[0,2) 4[2,4) 3[4,5) 1[5,6) 0[6,7) -[7,8) ");
  token = sema_tokenizer_dup_token (tokenizer, 4, &length);
  g_assert_cmpstr (token, ==, " a");
}

static void
test_refuses (void)
{
  token_fixture_assert_refused (read_vocab, "[1]", "byte 0");
  token_fixture_assert_refused (read_vocab, "{\"a\":0,\"b\":1}", "“ab”");
  token_fixture_assert_refused (read_vocab, "{\"a\":0,\"a\":1}", "twice");
  token_fixture_assert_refused (read_vocab, "{\"a\":0} x", "byte");
  token_fixture_assert_refused (read_merges, "a b\na b c\n", "Line 2");
  token_fixture_assert_refused (read_merges, "a b\n\na b\n", "Line 2");
  token_fixture_assert_refused (read_merges, "a b\nb a\n", "“ba”");
  token_fixture_assert_refused (read_merges, "a x\n", "Line 1");
}

static void
test_sweeps (void)
{
  token_fixture_sweep (read_vocab, vocab, strlen (vocab));
  token_fixture_sweep (read_merges, merges_text, strlen (merges_text));
}

static void
test_beside (void)
{
  const struct
  {
    const char *vocab;
    const char *merges;
  } names[] = {{"vocab.json", "merges.txt"}, {"encoder.json", "vocab.bpe"}, {"gpt2-vocab.json", "gpt2-merges.txt"}, {"other.json", "merges.txt"}};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *tokens = sema_test_files_write (names[i].vocab, "{}", 2), *merges = sema_test_files_write (names[i].merges, "", 0);
      g_autofree char *found = sema_gpt2_files_find_merges (tokens);

      g_assert_cmpstr (found, ==, merges);
    }
  g_assert_null (sema_gpt2_files_find_merges ("/no/such/vocab.json"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gpt2-files/reads", test_reads);
  g_test_add_func ("/gpt2-files/refuses", test_refuses);
  g_test_add_func ("/gpt2-files/sweeps", test_sweeps);
  g_test_add_func ("/gpt2-files/beside", test_beside);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
