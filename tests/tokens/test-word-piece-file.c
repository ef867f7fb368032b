/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-piece-file.h"

#include <string.h>

#include "token-fixture.h"

static SemaTokenizer *
read_file (const SemaTokenizerBytes *bytes, GError **error)
{
  return sema_word_piece_file_read (bytes, NULL, error);
}

static void
assert_cut (const char *vocab, const char *text, const char *expected)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_autoptr (SemaTokenizer)   tokenizer = NULL;
  g_autofree char            *cut = NULL;

  token_fixture_take (&file, vocab, strlen (vocab));
  tokenizer = read_file (&file, NULL);
  cut = token_fixture_split (tokenizer, text);
  g_assert_cmpstr (cut, ==, expected);
  g_assert_nonnull (strstr (sema_tokenizer_get_notes (tokenizer)[0], "a.file"));
}

static void
test_reads (void)
{
  assert_cut ("[PAD]\n[UNK]\nthe\n##s\nℝ\n", "THES the's ℝ [PAD]x", "2[0,3) 3[3,4) 2[5,8) 1[8,9) 1[9,10) 4[11,14) 0[15,20) 1[20,21) ");
  assert_cut ("[UNK]\r\nThe \r\nthe\r\n", "The the THE", "1[0,3) 2[4,7) 0[8,11) ");
  assert_cut ("[UNK]\na\n\na\n", "a", "3[0,1) ");
  assert_cut ("[UNK]\na", "[UNK] a[unk]", "0[0,5) 1[6,7) 0[7,8) 0[8,11) 0[11,12) ");
}

static void
test_refuses (void)
{
  token_fixture_assert_refused (read_file, "a\nb\n", "[UNK]");
  token_fixture_assert_refused (read_file, "[UNK]\na\n\xff\n", "3");
}

static void
test_sweep (void)
{
  static const char text[] = "[PAD]\n[UNK]\n[MASK]\nit\n##t\n\n'\ns\nof\n12\n\xe4\xb8\xad\nof\n";

  token_fixture_sweep (read_file, text, sizeof text - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-piece-file/reads", test_reads);
  g_test_add_func ("/word-piece-file/refuses", test_refuses);
  g_test_add_func ("/word-piece-file/sweep", test_sweep);
  return g_test_run ();
}
