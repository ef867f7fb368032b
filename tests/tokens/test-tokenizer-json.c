/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-json.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-sentence-style.h"
#include "token-fixture.h"

#define BPE "\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":1,\"ab\":2,\"\\u0120\":3},\"merges\":[\"a b\"]}"
#define LEVEL "\"pre_tokenizer\":{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true}"
#define PIECES "\"model\":{\"type\":\"WordPiece\",\"unk_token\":\"[UNK]\",\"continuing_subword_prefix\":\"##\",\"max_input_chars_per_word\":100,\"vocab\":{\"[UNK]\":0,\"a\":1,\"##b\":2}}"
#define BERT "\"normalizer\":{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":true,\"strip_accents\":null,\"lowercase\":true},\"pre_tokenizer\":{\"type\":\"BertPreTokenizer\"}"
#define ADDED(more) "\"added_tokens\":[{\"id\":4,\"content\":\"<s>\",\"single_word\":false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false,\"special\":true}" more "]"

#define SPACE "{\"type\":\"Replace\",\"pattern\":{\"String\":\" \"},\"content\":\"" SEMA_SENTENCE_SPACE "\"}"
#define SPACES "\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Prepend\",\"prepend\":\"" SEMA_SENTENCE_SPACE "\"}," SPACE "]}"
#define METASPACE(more) "\"pre_tokenizer\":{\"type\":\"Metaspace\",\"replacement\":\"" SEMA_SENTENCE_SPACE "\"" more "}"
#define UNIGRAM(unknown, more) "\"model\":{\"type\":\"Unigram\",\"unk_id\":" unknown ",\"vocab\":[[\"u\",0],[\"a\",-1],[\"b\",-1],[\"ab\",-1.5]]" more "}"
#define LLAMA "\"model\":{\"type\":\"BPE\",\"unk_token\":\"u\",\"vocab\":{\"" SEMA_SENTENCE_SPACE "\":0,\"a\":1,\"b\":2,\"u\":3,\"<s>\":4,\"" SEMA_SENTENCE_SPACE SEMA_SENTENCE_SPACE "\":5,\"ab\":6,\"" SEMA_SENTENCE_SPACE "ab\":7},\"merges\":[\"" SEMA_SENTENCE_SPACE " " SEMA_SENTENCE_SPACE "\",\"a b\",\"" SEMA_SENTENCE_SPACE " ab\"]}"

static SemaTokenizer *
read_json (const SemaTokenizerBytes *bytes, GError **error)
{
  return sema_tokenizer_json_read (bytes, NULL, error);
}

static void
assert_cut (const char *json, const char *text, const char *expected)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_autoptr (SemaTokenizer)   tokenizer = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *cut = NULL;

  token_fixture_take (&file, json, strlen (json));
  tokenizer = read_json (&file, &error);
  g_assert_no_error (error);
  cut = token_fixture_split (tokenizer, text);
  g_assert_cmpstr (cut, ==, expected);
}

static void
test_reads (void)
{
  assert_cut ("{" BPE "," LEVEL "}", "ab abx", "2[0,2) 3[2,3) 2[3,5) -[5,6) ");
  assert_cut ("{\"version\":\"1.0\"," LEVEL "," ADDED ("") "," BPE "}", "a<s>b", "0[0,1) 4[1,4) 1[4,5) ");
  assert_cut ("{" BERT "," PIECES ",\"post_processor\":{\"type\":\"TemplateProcessing\"}}", "AB ax á", "1[0,1) 2[1,2) 0[3,5) 1[6,8) ");
  assert_cut ("{\"normalizer\":null,\"pre_tokenizer\":{\"type\":\"BertPreTokenizer\"}," PIECES "}", "AB ab", "0[0,2) 1[3,4) 2[4,5) ");
  assert_cut ("{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[]}," LEVEL "," BPE "}", "ab", "2[0,2) ");
}

static void
test_prefix_space (void)
{
  assert_cut ("{" BPE ",\"pre_tokenizer\":{\"type\":\"ByteLevel\",\"add_prefix_space\":true}}", "ab", "3[0,0) 2[0,2) ");
  assert_cut ("{" BPE ",\"pre_tokenizer\":{\"type\":\"ByteLevel\",\"add_prefix_space\":true}}", " ab", "3[0,1) 2[1,3) ");
  assert_cut ("{" BPE ",\"pre_tokenizer\":{\"type\":\"ByteLevel\",\"add_prefix_space\":true}}", "", "");
}

static void
assert_forbids_cutting (const char *json, const char *part)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_auto (SemaTokenPieces)    pieces = {0};
  g_autoptr (SemaTokenizer)   tokenizer = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *token = NULL;
  gsize                       length;

  token_fixture_take (&file, json, strlen (json));
  tokenizer = read_json (&file, &error);
  g_assert_no_error (error);
  token = sema_tokenizer_dup_token (tokenizer, 0, &length);
  g_assert_nonnull (token);
  g_assert_false (sema_tokenizer_split (tokenizer, "a", 1, &pieces, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, part));
}

/* The part that is not known is named, when a text is to be cut; the tokens are known. */
static void
test_unknown_parts (void)
{
  const char *const cases[][2] = {
    {"{" LEVEL "," BPE ",\"normalizer\":{\"type\":\"NFKC\"}}", "“NFKC”"},
    {"{\"pre_tokenizer\":{\"type\":\"Metaspace\"}," BPE "}", "“replacement”"},
    {"{\"pre_tokenizer\":{\"type\":\"Whitespace\"}," BPE "}", "“Whitespace”"},
    {"{\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"a\":0}}}", "“WordLevel”"},
    {"{" SPACES "," LLAMA ",\"pre_tokenizer\":{\"type\":\"Digits\"}}", "“Digits”"},
    {"{" METASPACE (",\"prepend_scheme\":\"often\"") "," LLAMA "}", "“often”"},
    {"{" METASPACE (",\"add_prefix_space\":false") "," LLAMA "}", "“add_prefix_space”"},
    {"{" METASPACE ("") ",\"normalizer\":{\"type\":\"NFKC\"}," LLAMA "}", "“NFKC”"},
    {"{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFKC\"}," SPACE "]}," LLAMA "}", "“NFKC”"},
    {"{" LEVEL ",\"model\":{\"type\":\"BPE\",\"unk_token\":\"u\",\"vocab\":{\"a\":0},\"merges\":[]}}", "“u”"},
    {"{\"normalizer\":{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":true},\"added_tokens\":[{\"id\":4,\"content\":\" \",\"normalized\":true}]," UNIGRAM ("0", "") "}", "“normalized”"},
    {"{\"normalizer\":{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":true},\"added_tokens\":[{\"id\":4,\"content\":\"x \",\"normalized\":true},{\"id\":5,\"content\":\"x\",\"normalized\":true}]," UNIGRAM ("0", "") "}", "“normalized”"},
    {"{" UNIGRAM ("null", "") "}", "“unk_id”"},
    {"{" UNIGRAM ("9", "") "}", "“unk_id”"},
    {"{" UNIGRAM ("0.5", "") "}", "“unk_id”"},
    {"{" UNIGRAM ("0", ",\"byte_fallback\":true") ",\"pre_tokenizer\":{\"type\":\"Digits\"}}", "“Digits”"},
    {"{" UNIGRAM ("0", "") ",\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":null}}", "“Precompiled”"},
    {"{" UNIGRAM ("0", "") ",\"normalizer\":{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"(a+)+$\"},\"content\":\"\"}}", "“Replace”"},
    {"{\"model\":{\"type\":\"Unigram\",\"unk_id\":0,\"vocab\":{\"a\":0}}}", "“vocab”"},
    {"{\"pre_tokenizer\":null," BPE "}", "“pre_tokenizer”"},
    {"{" BPE "}", "“pre_tokenizer”"},
    {"{\"pre_tokenizer\":{\"type\":\"ByteLevel\"}," BPE "}", "“add_prefix_space”"},
    {"{\"pre_tokenizer\":{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a+)+$\"},\"behavior\":\"Isolated\",\"invert\":false},{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"use_regex\":false}]}," BPE "}", "“(a+)+$”"},
    {"{\"pre_tokenizer\":{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Digits\"},{\"type\":\"ByteLevel\",\"add_prefix_space\":false}]}," BPE "}", "“Digits”"},
    {"{" LEVEL "," BPE ",\"post_processor\":{\"type\":\"Odd\"}}", "“Odd”"},
    {"{" LEVEL "," ADDED (",{\"id\":5,\"content\":\"x\",\"single_word\":true}") "," BPE "}", "“single_word”"},
    {"{" BERT "," PIECES ",\"added_tokens\":[{\"id\":3,\"content\":\"x\",\"normalized\":true}]}", "“normalized”"},
    {"{" LEVEL ",\"model\":{\"type\":\"BPE\",\"dropout\":0.1,\"vocab\":{\"a\":0},\"merges\":[]}}", "“dropout”"},
    {"{" LEVEL ",\"model\":{\"type\":\"BPE\",\"byte_fallback\":true,\"vocab\":{\"a\":0},\"merges\":[]}}", "“byte_fallback”"},
    {"{" LEVEL ",\"model\":{\"type\":\"BPE\",\"end_of_word_suffix\":\"</w>\",\"vocab\":{\"a\":0},\"merges\":[]}}", "“end_of_word_suffix”"},
    {"{" LEVEL ",\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0}}}", "“merges”"},
    {"{" BERT ",\"model\":{\"type\":\"WordPiece\",\"unk_token\":\"a\",\"continuing_subword_prefix\":\"##\",\"max_input_chars_per_word\":1e9,\"vocab\":{\"a\":0}}}", "“max_input_chars_per_word”"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_forbids_cutting (cases[i][0], cases[i][1]);
}

/* Nothing can be had of these. */
static void
test_unknown_layout (void)
{
  token_fixture_assert_refused (read_json, "{\"version\":\"2.0\"," LEVEL "," BPE "}", "“2.0”");
  token_fixture_assert_refused (read_json, "{\"version\":\"1.0\"}", "“model”");
  token_fixture_assert_refused (read_json, "{\"model\":{\"type\":\"Odd\"}}", "no tokens");
}

/* Characters with spaces among them, as of Llama, Gemma and others; ids as the reference gives them. */
static void
test_spaces (void)
{
  assert_cut ("{" SPACES "," ADDED ("") "," LLAMA "}", " ab  ab<s>bx", "5[0,1) 6[1,3) 5[3,5) 6[5,7) 4[7,10) 0[10,10) 2[10,11) 3[11,12) ");
  assert_cut ("{\"normalizer\":" SPACE ",\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"String\":\" \"},\"behavior\":\"MergedWithPrevious\",\"invert\":false}," LLAMA "}", "ab ab", "6[0,2) 7[2,5) ");
  assert_cut ("{" METASPACE ("") "," LLAMA "}", "ab  ab", "7[0,2) 0[2,3) 7[3,6) ");
  /* A token that is found afterwards has the space before it. */
  assert_cut ("{" SPACES ",\"added_tokens\":[{\"id\":4,\"content\":\"<s>\",\"normalized\":true}]," LLAMA "}", "<s>ab<s> <s>", "4[0,3) 6[3,5) 3[5,6) 3[6,7) 3[7,8) 4[8,12) ");
}

/* The likeliest pieces; nothing, and a space, are prepended. */
static void
test_likely (void)
{
  assert_cut ("{" UNIGRAM ("0", "") "}", "abcx", "3[0,2) 0[2,4) ");
  /* Spaces are spaces where nothing makes them something else. */
  assert_cut ("{" UNIGRAM ("0", "") "}", "a a", "1[0,1) 0[1,2) 1[2,3) ");
  assert_cut ("{" UNIGRAM ("0", "") "," METASPACE ("") "}", "ab a", "0[0,0) 3[0,2) 0[2,3) 1[3,4) ");
}

static void
test_damaged (void)
{
  const char *const cases[][2] = {
    {"", "byte 0"},
    {"[]", "byte 0"},
    {"{" LEVEL "," BPE "," BPE "}", "second model"},
    {"{" LEVEL "," BPE "} x", "byte"},
    {"{" LEVEL ",\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]}}", "no tokens"},
    {"{" LEVEL "," BPE ",\"added_tokens\":[{\"id\":7,\"content\":\"x\"}]}", "7"},
    {"{" LEVEL "," BPE ",\"added_tokens\":[{\"id\":3,\"content\":\"a\"}]}", "3"},
    {"{" LEVEL "," BPE ",\"added_tokens\":[{\"id\":4,\"content\":\"x\"},{\"id\":5,\"content\":\"x\"}]}", "“x”"},
    {"{" LEVEL "," BPE ",\"added_tokens\":[{\"id\":4}]}", "byte"},
    {"{" LEVEL "," BPE ",\"added_tokens\":[4]}", "byte"},
    {"{" LEVEL "," BPE ",\"added_tokens\":{}}", "byte"},
    {"{" LEVEL "," BPE "," ADDED ("") ",\"added_tokens\":[]}", "no second one"},
    {"{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFC\"}],\"normalizers\":[]}}", "no second one"},
    {"{\"model\":{\"vocab\":{\"a\":0},\"vocab\":{\"b\":1}}}", "a second vocabulary"},
    {"{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":1}}", "a string is expected"},
    {"{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"AAAA\"}}", "a map of characters"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    token_fixture_assert_refused (read_json, cases[i][0], cases[i][1]);
}

static void
test_nested (void)
{
  g_autofree char *open = g_strnfill (100000, '['), *json = g_strconcat ("{\"x\":", open, NULL);

  token_fixture_assert_refused (read_json, json, "byte");
}

static void
test_sweeps (void)
{
  static const char pairs[] = "{\"version\":\"1.0\",\"truncation\":null," ADDED (",{\"id\":5,\"content\":\"a b\",\"lstrip\":true,\"normalized\":true}") "," LEVEL "," BPE "}";
  static const char pieces[] = "{" BERT "," PIECES ",\"post_processor\":{\"type\":\"BertProcessing\",\"sep\":[\"[SEP]\",3]},\"decoder\":{\"type\":\"WordPiece\"}}";

  token_fixture_sweep (read_json, pairs, sizeof pairs - 1);
  token_fixture_sweep (read_json, pieces, sizeof pieces - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-json/reads", test_reads);
  g_test_add_func ("/tokenizer-json/prefix-space", test_prefix_space);
  g_test_add_func ("/tokenizer-json/unknown-parts", test_unknown_parts);
  g_test_add_func ("/tokenizer-json/unknown-layout", test_unknown_layout);
  g_test_add_func ("/tokenizer-json/spaces", test_spaces);
  g_test_add_func ("/tokenizer-json/likely", test_likely);
  g_test_add_func ("/tokenizer-json/damaged", test_damaged);
  g_test_add_func ("/tokenizer-json/nested", test_nested);
  g_test_add_func ("/tokenizer-json/sweeps", test_sweeps);
  return g_test_run ();
}
