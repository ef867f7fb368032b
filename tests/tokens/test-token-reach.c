/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-reach.h"

#include <string.h>

#include "sema-tokenizer-json.h"
#include "sema-word-piece-file.h"
#include "token-fixture.h"

static SemaTokenizer *
read_json (const char *text)
{
  g_auto (SemaTokenizerBytes) bytes = {0};
  g_autoptr (GError)          error = NULL;
  SemaTokenizer              *tokenizer;

  token_fixture_take (&bytes, text, strlen (text));
  tokenizer = sema_tokenizer_json_read (&bytes, NULL, &error);
  g_assert_no_error (error);
  return tokenizer;
}

static void
assert_reached (const SemaTokenizer *tokenizer, const gboolean *expected, guint n)
{
  g_auto (SemaTokenPieces) scratch = {0};

  for (guint id = 0; id < n; id++)
    {
      gboolean is_reached = !expected[id];

      g_assert_true (sema_token_reach_check (tokenizer, id, &scratch, &is_reached, NULL));
      g_assert_cmpint (is_reached, ==, expected[id]);
    }
}

/* Nothing merges to abc; an added token is found; of an id without a token, and of half a character, nothing is said. */
static void
test_byte_pairs (void)
{
  static const char *const text =
    "{\"added_tokens\":[{\"id\":9,\"content\":\"<|end|>\",\"special\":true,\"normalized\":false}],\"normalizer\":null,"
    "\"pre_tokenizer\":{\"type\":\"ByteLevel\",\"add_prefix_space\":%s,\"use_regex\":true},\"decoder\":{\"type\":\"ByteLevel\"},"
    "\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":1,\"c\":2,\"ab\":3,\"abc\":4,\"\\u00c3\":5,\"\\u0120a\":6,\"\\u010a\":7,\"\\u0120\":8},"
    "\"merges\":[\"a b\",\"\\u0120 a\"]}}";
  const gboolean expected[] = {TRUE, TRUE, TRUE, TRUE, FALSE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE};

  for (guint add_space = 0; add_space < 2; add_space++)
    {
      g_autofree char          *json = g_strdup_printf (text, add_space ? "true" : "false");
      g_autoptr (SemaTokenizer) tokenizer = read_json (json);

      assert_reached (tokenizer, expected, G_N_ELEMENTS (expected));
    }
}

/* A byte that is a token itself needs no other that stands for it, and a space is another character. */
static void
test_bytes (void)
{
  g_autoptr (GString)       json = g_string_new ("{\"pre_tokenizer\":{\"type\":\"Metaspace\",\"replacement\":\"\342\226\201\"},\"model\":{\"type\":\"BPE\",\"byte_fallback\":true,\"merges\":[],\"vocab\":{");
  g_autoptr (SemaTokenizer) tokenizer = NULL;
  gboolean                  expected[260];

  for (guint byte = 0; byte < 256; byte++)
    g_string_append_printf (json, "\"<0x%02X>\":%u,", byte, byte);
  g_string_append (json, "\"a\":256,\"[\":257,\"b\":258,\"ab\":259}}}");
  tokenizer = read_json (json->str);
  for (guint id = 0; id < G_N_ELEMENTS (expected); id++)
    expected[id] = id != ' ' && id != 'a' && id != '[' && id != 'b' && id != 259;
  assert_reached (tokenizer, expected, G_N_ELEMENTS (expected));
}

/* Within a word, where white space begins one: “king” comes of “viking”, and what is less likely than its parts of nothing. */
static void
test_likely (void)
{
  g_autoptr (SemaTokenizer) tokenizer = read_json ("{\"pre_tokenizer\":{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"WhitespaceSplit\"},{\"type\":\"Metaspace\",\"replacement\":\"\342\226\201\"}]},"
                                                   "\"model\":{\"type\":\"Unigram\",\"unk_id\":0,\"vocab\":[[\"<unk>\",0],[\"king\",-2],[\"\342\226\201king\",-1],[\"a\",-1],[\"b\",-1],[\"ab\",-9]]}}");
  const gboolean            expected[] = {TRUE, TRUE, TRUE, TRUE, TRUE, FALSE};

  assert_reached (tokenizer, expected, G_N_ELEMENTS (expected));
}

/* Where nobody knows how texts are cut, nothing is said. */
static void
test_cannot_split (void)
{
  g_autoptr (SemaTokenizer) tokenizer = read_json ("{\"model\":{\"type\":\"Odd\",\"vocab\":{\"a\":0,\"abc\":1}}}");
  const gboolean            expected[] = {TRUE, TRUE};

  g_assert_false (sema_tokenizer_can_split (tokenizer));
  assert_reached (tokenizer, expected, G_N_ELEMENTS (expected));
}

/* A vocabulary of words takes them apart by itself. */
static void
test_words (void)
{
  g_auto (SemaTokenPieces)    scratch = {0};
  g_autofree char            *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "tokens", "bert-small-vocab.txt", NULL);
  g_autofree char            *text = NULL;
  gsize                       length;
  g_auto (SemaTokenizerBytes) bytes = {0};
  g_autoptr (SemaTokenizer)   tokenizer = NULL;
  gboolean                    is_reached;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  token_fixture_take (&bytes, text, length);
  tokenizer = sema_word_piece_file_read (&bytes, NULL, NULL);
  g_assert_nonnull (tokenizer);
  for (guint64 id = 5; id < sema_tokenizer_get_n_tokens (tokenizer); id++)
    {
      g_autofree char *token = sema_tokenizer_dup_token (tokenizer, id, &length);

      g_assert_true (sema_token_reach_check (tokenizer, id, &scratch, &is_reached, NULL));
      if (g_ascii_isalpha (token[0]) || g_str_has_prefix (token, "##"))
        g_assert_true (is_reached);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token-reach/byte-pairs", test_byte_pairs);
  g_test_add_func ("/token-reach/bytes", test_bytes);
  g_test_add_func ("/token-reach/likely", test_likely);
  g_test_add_func ("/token-reach/cannot-split", test_cannot_split);
  g_test_add_func ("/token-reach/words", test_words);
  return g_test_run ();
}
