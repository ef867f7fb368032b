/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-kind.h"

#include <string.h>

#include "sema-test-files.h"

static void
assert_kind (const char *text, SemaTokenizerContent content)
{
  g_autofree char     *path = sema_test_files_write ("file", text, strlen (text));
  SemaTokenizerContent found;

  g_assert_cmpint (sema_tokenizer_kind_guess (text, strlen (text)), ==, content);
  g_assert_true (sema_tokenizer_kind_find (path, &found, NULL, NULL));
  g_assert_cmpint (found, ==, content);
}

static void
test_told_apart (void)
{
  assert_kind (" {\"a\": 0, \"b\": 1}", SEMA_TOKENIZER_CONTENT_VOCAB_JSON);
  assert_kind ("{\"version\": \"1.0\", \"model\": {}}", SEMA_TOKENIZER_CONTENT_TOKENIZER_JSON);
  assert_kind ("{\"model\": {}}", SEMA_TOKENIZER_CONTENT_TOKENIZER_JSON);
  assert_kind ("#version: 0.2\na b\n", SEMA_TOKENIZER_CONTENT_MERGES);
  assert_kind ("IQ== 0\nIg== 1\n", SEMA_TOKENIZER_CONTENT_TIKTOKEN);
  assert_kind ("[PAD]\n[UNK]\nthe\n##s\n", SEMA_TOKENIZER_CONTENT_VOCAB_TXT);
  assert_kind ("[PAD]\r\n[UNK] \r\n", SEMA_TOKENIZER_CONTENT_VOCAB_TXT);
}

static void
test_others (void)
{
  assert_kind ("", SEMA_TOKENIZER_CONTENT_OTHER);
  assert_kind ("king 0.1 0.2\nqueen 0.2 0.3\n", SEMA_TOKENIZER_CONTENT_OTHER);
  assert_kind ("4000 300\nking 0.1 0.2\n", SEMA_TOKENIZER_CONTENT_OTHER);
  assert_kind ("king 52\nsoon 20\n", SEMA_TOKENIZER_CONTENT_OTHER);
  assert_kind ("[1,2]", SEMA_TOKENIZER_CONTENT_OTHER);
  assert_kind ("GGUF\n\n", SEMA_TOKENIZER_CONTENT_GGUF);
  assert_kind ("GGUF 0.5 0.25\nof 1 2\n", SEMA_TOKENIZER_CONTENT_OTHER);
  assert_kind ("word", SEMA_TOKENIZER_CONTENT_OTHER);
}

static void
test_mark_and_missing (void)
{
  g_autofree char     *path = sema_test_files_write ("mark", "\xef\xbb\xbf{\"a\":0}", 10);
  SemaTokenizerContent found;
  g_autoptr (GError)   error = NULL;

  g_assert_true (sema_tokenizer_kind_find (path, &found, NULL, NULL));
  g_assert_cmpint (found, ==, SEMA_TOKENIZER_CONTENT_VOCAB_JSON);
  g_assert_false (sema_tokenizer_kind_find ("/no/such/file", &found, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-kind/told-apart", test_told_apart);
  g_test_add_func ("/tokenizer-kind/others", test_others);
  g_test_add_func ("/tokenizer-kind/mark-and-missing", test_mark_and_missing);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
