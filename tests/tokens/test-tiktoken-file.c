/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tiktoken-file.h"

#include <string.h>

#include "token-fixture.h"

static SemaTokenizer *
read_gpt2 (const SemaTokenizerBytes *bytes, GError **error)
{
  return sema_tiktoken_file_read (bytes, SEMA_TOKEN_SPLIT_GPT2, NULL, error);
}

static SemaTokenizer *
read_unknown (const SemaTokenizerBytes *bytes, GError **error)
{
  return sema_tiktoken_file_read (bytes, SEMA_TOKEN_SPLIT_NONE, NULL, error);
}

/* All bytes but one, ranks that are the bytes, and what comes after. */
static char *
make (guint lacking, const char *more)
{
  GString *text = g_string_new (NULL);

  for (guint byte = 0; byte < 256; byte++)
    {
      g_autofree char *token = g_base64_encode (&(guchar) {(guchar)byte}, 1);

      if (byte != lacking)
        g_string_append_printf (text, "%s %u\n", token, byte);
    }
  return g_string_free (g_string_append (text, more), FALSE);
}

static void
assert_refused (TokenReader reader, guint lacking, const char *more, const char *part)
{
  g_autofree char *text = make (lacking, more);

  token_fixture_assert_refused (reader, text, part);
}

static void
test_reads (void)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_autofree char            *text = make (256, "\nYWI= 1000\r\nYWJj 2000\nIGE= 3000000000\n"), *cut = NULL;
  g_autoptr (SemaTokenizer)   tokenizer = NULL;
  gsize                       length;
  g_autofree char            *token = NULL;

  token_fixture_take (&file, text, strlen (text));
  tokenizer = read_gpt2 (&file, NULL);
  g_assert_cmpuint (sema_tokenizer_get_n_tokens (tokenizer), ==, 259);
  cut = token_fixture_split (tokenizer, "abc ab a\xff");
  g_assert_cmpstr (cut, ==, "2000[0,3) 32[3,4) 1000[4,6) 3000000000[6,8) 255[8,9) ");
  token = sema_tokenizer_dup_token (tokenizer, 2000, &length);
  g_assert_cmpmem (token, length, "abc", 3);
  g_assert_null (sema_tokenizer_dup_token (tokenizer, 256, &length));
}

static void
test_refuses (void)
{
  assert_refused (read_gpt2, 0x78, "", "78");
  assert_refused (read_gpt2, 256, "YWI= 256\nYWI= 257\n", "257");
  assert_refused (read_gpt2, 256, "YWI= 256\nYWJj 256\n", "256");
  assert_refused (read_gpt2, 256, "YWI 256\n", "257");
  assert_refused (read_gpt2, 256, "YWI=\n", "257");
  assert_refused (read_gpt2, 256, "YWI= 4294967295\n", "4294967294");
  assert_refused (read_unknown, 256, "", "256");
  token_fixture_assert_refused (read_gpt2, "", "00");
}

static void
test_sweep (void)
{
  g_autofree char *text = make (256, "YWI= 256\n");
  gsize            n = strlen (text);

  /* The bytes before these are all alike. */
  token_fixture_sweep (read_gpt2, text + n - 60, 60);
  for (gsize length = n - 60; length < n; length++)
    {
      g_autofree char *cut = g_strndup (text, length);

      if (length < n - 10)
        token_fixture_assert_refused (read_gpt2, cut, "a.file");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiktoken-file/reads", test_reads);
  g_test_add_func ("/tiktoken-file/refuses", test_refuses);
  g_test_add_func ("/tiktoken-file/sweep", test_sweep);
  return g_test_run ();
}
