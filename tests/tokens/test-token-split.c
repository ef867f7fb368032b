/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-split.h"

#include <string.h>

/* The pieces of a text with bars between them. */
static void
assert_cut (SemaTokenSplit kind, const char *expected)
{
  g_auto (GStrv)   pieces = g_strsplit (expected, "|", -1);
  g_autofree char *text = g_strjoinv ("", pieces);
  const char      *end = text + strlen (text);
  GString         *cut = g_string_new (NULL);

  for (const char *p = text, *next; p < end; p = next)
    {
      next = sema_token_split_next (kind, p, end);
      g_assert_true (next > p && next <= end);
      g_string_append_printf (cut, "%s%.*s", p > text ? "|" : "", (int)(next - p), p);
    }
  g_assert_cmpstr (cut->str, ==, expected);
  g_string_free (cut, TRUE);
}

/* As Hugging Face's tokenizers cut with the expressions themselves. */
static void
test_gpt2 (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_GPT2, "Hello| world|'s|  | a|\n|\n|x|12|a");
  assert_cut (SEMA_TOKEN_SPLIT_GPT2, "it|'|S| '|s");
  assert_cut (SEMA_TOKEN_SPLIT_GPT2, "we|'re| I|'ll| you|'ve| don|'t| a|'|x");
  assert_cut (SEMA_TOKEN_SPLIT_GPT2, "a|\t|b|   ");
  assert_cut (SEMA_TOKEN_SPLIT_GPT2, "e|\u0301|\u00a0|a| ½|–|日本");
  assert_cut (SEMA_TOKEN_SPLIT_GPT2, "a|\xff\xfe!|b");
}

/* By hand, from the two expressions that llama.cpp has one after the other. */
static void
test_starcoder (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_STARCODER, "Hello| world|'s| |1|2|3| a");
  assert_cut (SEMA_TOKEN_SPLIT_STARCODER, "1|  |2|\n |½| x|  | y| ");
  assert_cut (SEMA_TOKEN_SPLIT_STARCODER, "v|1|.|0|\t|x");
}

static void
test_cl100k (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_CL100K, "Hello| world|'S| |123|456|7|  \n|  | a");
  assert_cut (SEMA_TOKEN_SPLIT_CL100K, "\ta|(b|)\n\n|c| ++\r\n|d");
  assert_cut (SEMA_TOKEN_SPLIT_CL100K, "it|'ſ|'LL|'Ve|\n\n|  ");
  assert_cut (SEMA_TOKEN_SPLIT_QWEN2, "a| |1|2|3| b");
}

static void
test_o200k (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_O200K, "Hello| World's|Abc|DEf|'ABC");
  assert_cut (SEMA_TOKEN_SPLIT_O200K, "ABC's| a|/b| //\n/|x");
  assert_cut (SEMA_TOKEN_SPLIT_O200K, "AB日CDe\u0301|É| 日|A");
}

static void
test_tekken (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_TEKKEN, "Hello| World|'s|Abc|DEf| |1|2|3|'ABC");
  assert_cut (SEMA_TOKEN_SPLIT_TEKKEN, "AB日CDe\u0301|É|\n|//\n");
}

static void
test_qwen35 (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_QWEN35, "e\u0301a| \u0301\u0301x|'LL|1|2");
  assert_cut (SEMA_TOKEN_SPLIT_QWEN2, "e|\u0301a| \u0301\u0301|x|'LL|1|2");
  assert_cut (SEMA_TOKEN_SPLIT_QWEN35, "हिन्दी|!!\n|?\u0301");
  assert_cut (SEMA_TOKEN_SPLIT_QWEN2, "ह|िन|्द|ी!!\n|?\u0301");
  assert_cut (SEMA_TOKEN_SPLIT_QWEN35, "\u0301|!");
}

static void
test_bloom (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_BLOOM, "Hello| world|,| this| (|is|)| two|. | Three|\n\n|x| [y]| …|a|。|b");
  assert_cut (SEMA_TOKEN_SPLIT_BLOOM, " .| a| -| b's| 123");
  assert_cut (SEMA_TOKEN_SPLIT_BLOOM, "  ");
  assert_cut (SEMA_TOKEN_SPLIT_BLOOM, "\u00a0|x|\u3000|y| ;z\xff");
}

static void
test_none (void)
{
  assert_cut (SEMA_TOKEN_SPLIT_NONE, "a b\n 1");
}

static void
test_spaces (void)
{
  guint n = 0;

  for (gunichar ch = 0; ch < 0x110000; ch++)
    n += sema_token_split_is_space (ch);
  g_assert_cmpuint (n, ==, 25);
  g_assert_false (sema_token_split_is_space (0x1c));
  g_assert_false (sema_token_split_is_space (0xfeff));
}

static void
test_patterns (void)
{
  const char    *gpt2 = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
  const char    *qwen2 = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  SemaTokenSplit kind;

  g_assert_true (sema_token_split_find (gpt2, strlen (gpt2), &kind));
  g_assert_cmpint (kind, ==, SEMA_TOKEN_SPLIT_GPT2);
  g_assert_true (sema_token_split_find (qwen2, strlen (qwen2), &kind));
  g_assert_cmpint (kind, ==, SEMA_TOKEN_SPLIT_QWEN2);
  g_assert_false (sema_token_split_find (gpt2, strlen (gpt2) - 1, &kind));
  g_assert_false (sema_token_split_find ("(a+)+$", 6, &kind));
  g_assert_false (sema_token_split_find ("", 0, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token-split/gpt2", test_gpt2);
  g_test_add_func ("/token-split/starcoder", test_starcoder);
  g_test_add_func ("/token-split/cl100k", test_cl100k);
  g_test_add_func ("/token-split/o200k", test_o200k);
  g_test_add_func ("/token-split/tekken", test_tekken);
  g_test_add_func ("/token-split/qwen35", test_qwen35);
  g_test_add_func ("/token-split/bloom", test_bloom);
  g_test_add_func ("/token-split/none", test_none);
  g_test_add_func ("/token-split/spaces", test_spaces);
  g_test_add_func ("/token-split/patterns", test_patterns);
  return g_test_run ();
}
