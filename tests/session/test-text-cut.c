/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-cut.h"

#include <string.h>

#include "sema-set-builder.h"
#include "sema-tokenizer-file.h"

static SemaTokenizer *
open_gpt2 (void)
{
  g_autofree char     *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "tokens", "gpt2-tokenizer.json", NULL);
  SemaTokenizerContent content;

  g_assert_true (sema_tokenizer_kind_find (path, &content, NULL, NULL));
  return sema_tokenizer_file_open (path, content, SEMA_TOKEN_SPLIT_NONE, NULL, NULL);
}

/* The ids that README and the tests of tokenize have, too. */
static void
test_byte_pairs (void)
{
  g_autoptr (SemaTokenizer) tokenizer = open_gpt2 ();
  g_auto (SemaTextCut)      cut = {0};

  g_assert_true (sema_text_cut_make (&cut, tokenizer, "it's the first one", NULL));
  g_assert_cmpstr (cut.ids, ==, "270, 338, 262, 277, 343, 301, 530");
  g_assert_cmpuint (cut.n_pieces, ==, 7);
  g_assert_cmpuint (cut.n_unknown, ==, 0);
  g_assert_nonnull (strstr (cut.markup, ">·the</span>"));
  g_assert_nonnull (strstr (cut.markup, "'s</span>") != NULL ? cut.markup : strstr (cut.markup, "&apos;s</span>"));
}

static void
test_words (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (1, 0);
  g_autoptr (SemaSet)        set = NULL;
  g_autoptr (SemaTokenizer)  tokenizer = NULL;
  g_auto (SemaTextCut)       cut = {0};

  *sema_set_builder_add (builder, "king", 4, NULL) = 1;
  *sema_set_builder_add (builder, "queen", 5, NULL) = 2;
  set = sema_set_builder_finish (builder, NULL, NULL, NULL, NULL, NULL);
  tokenizer = sema_tokenizer_new_words (set);
  g_assert_true (sema_text_cut_make (&cut, tokenizer, "queen & king <b>", NULL));
  g_assert_true (g_str_has_prefix (cut.ids, "1, 0"));
  g_assert_cmpuint (cut.n_unknown, >=, 2);
  g_assert_nonnull (strstr (cut.markup, "&amp;"));
  g_assert_null (strstr (cut.markup, "<b>"));
}

static void
test_nothing (void)
{
  g_autoptr (SemaTokenizer) tokenizer = open_gpt2 ();
  g_auto (SemaTextCut)      cut = {0};

  g_assert_true (sema_text_cut_make (&cut, tokenizer, "", NULL));
  g_assert_cmpstr (cut.ids, ==, "");
  g_assert_cmpstr (cut.markup, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-cut/byte-pairs", test_byte_pairs);
  g_test_add_func ("/text-cut/words", test_words);
  g_test_add_func ("/text-cut/nothing", test_nothing);
  return g_test_run ();
}
