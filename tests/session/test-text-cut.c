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
  g_assert_nonnull (strstr (cut.markup, ">␣the</span>"));
  g_assert_nonnull (strstr (cut.markup, "'s</span>") != NULL ? cut.markup : strstr (cut.markup, "&apos;s</span>"));
}

/* Where a part begins in what is seen of the markup: what comes before it, without tags and with characters for their names. */
static gsize
find_seen (const SemaTextCut *cut, const char *part)
{
  gsize seen = 0;

  for (const char *at = cut->markup; !g_str_has_prefix (at, part); at++)
    {
      g_assert_cmpint (*at, !=, 0);
      if (*at == '<')
        at = strchr (at, '>');
      else
        seen++;
      if (*at == '&')
        at = strchr (at, ';');
    }
  return seen;
}

static void
assert_described (const SemaTextCut *cut, gsize seen, const char *expected)
{
  g_autofree char *text = sema_text_cut_describe (cut, seen);

  g_assert_cmpstr (text, ==, expected);
}

/* An emoji of four bytes is cut within, by 200 merges: only the bytes tell its pieces apart. */
static void
test_bytes (void)
{
  g_autoptr (SemaTokenizer) tokenizer = open_gpt2 ();
  g_auto (SemaTextCut)      cut = {0};
  gsize                     the, last;

  g_assert_true (sema_text_cut_make (&cut, tokenizer, "<&> the \360\237\230\200", NULL));
  the = find_seen (&cut, "␣the");
  last = cut.seen_ends[cut.n_pieces - 1];
  assert_described (&cut, the, "Token id 262, bytes 3 to 6 of the text: 20 74 68 65");
  assert_described (&cut, the + strlen ("␣the 262") - 1, "Token id 262, bytes 3 to 6 of the text: 20 74 68 65");
  assert_described (&cut, last - 1, "Token id 222, byte 11 of the text: 80");
  assert_described (&cut, last, NULL);
}

/* Nothing is left out in silence, and no character is halved. */
static void
test_long (void)
{
  g_autoptr (SemaTokenizer) tokenizer = open_gpt2 ();
  g_autoptr (GString)       text = g_string_new ("a");
  g_auto (SemaTextCut)      cut = {0}, whole = {0};

  while (text->len <= SEMA_TEXT_CUT_MOST)
    g_string_append (text, "ä");
  g_assert_true (sema_text_cut_make (&cut, tokenizer, text->str, NULL));
  g_assert_cmpuint (strlen (cut.text), ==, SEMA_TEXT_CUT_MOST - 1);
  g_assert_true (g_utf8_validate (cut.text, -1, NULL));
  g_assert_true (g_str_has_suffix (cut.markup, "\nOnly the first 16.0\302\240KiB of the text are cut here."));
  g_string_truncate (text, SEMA_TEXT_CUT_MOST - 1);
  g_assert_true (sema_text_cut_make (&whole, tokenizer, text->str, NULL));
  g_assert_null (strstr (whole.markup, "Only"));
  g_assert_cmpstr (whole.ids, ==, cut.ids);
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
  g_test_add_func ("/text-cut/bytes", test_bytes);
  g_test_add_func ("/text-cut/long", test_long);
  g_test_add_func ("/text-cut/words", test_words);
  g_test_add_func ("/text-cut/nothing", test_nothing);
  return g_test_run ();
}
