/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-corpus.h"
#include "sema-test-files.h"
#include "sema-test-reader.h"
#include "sema-tokenizer-beside.h"
#include "sema-tokenizer-file.h"

/* Every reader of this room, and good files of each kind that it reads: see sema-test-reader.h for what happens to them. */

static const char *const tokenizers[] = {
  "tokens/gpt2-small-vocab.json",
  "tokens/gpt2-tokenizer.json",
  "tokens/llama2-tokenizer.json",
  "tokens/unigram-bytes-tokenizer.json",
  "tokens/xlmr-tokenizer.json",
  "tokens/bert-small-vocab.txt",
  "tokens/bert-cased-tokenizer.json",
  "formats/gguf/bert.gguf",
  "formats/gguf/gpt2.gguf",
  "formats/gguf/llama.gguf",
  "formats/gguf/llama3.gguf",
};

static const char *const lists[] = {"tokens/cl100k-small.tiktoken", "tokens/o200k-small.tiktoken"};

static const char *const texts[] = {"formats/small.txt", "formats/small.txt.gz"};

static gboolean
cut (const SemaTokenizer *tokenizer, GString *content, SemaProgress *progress, GError **error)
{
  static const char        text[] = "It's [MASK] <|endoftext|> a\xff\xc3 text\n\n of 12 \xe4\xb8\xad e\xcc\x81 III iii words";
  g_auto (SemaTokenPieces) pieces = {0};

  if (!sema_tokenizer_split (tokenizer, text, sizeof text - 1, &pieces, progress, error))
    return FALSE;
  g_string_append_len (content, (const char *)sema_token_pieces_peek (&pieces), (gssize)(sema_token_pieces_get_n (&pieces) * sizeof (SemaTokenPiece)));
  return TRUE;
}

/* What is told of it, each token, and a text that it cuts. */
static gboolean
tell (const SemaTokenizer *tokenizer, GString *content, SemaProgress *progress, GError **error)
{
  sema_test_reader_tell_texts (content, sema_tokenizer_get_notes (tokenizer));
  for (guint64 id = 0; id < sema_tokenizer_get_n_tokens (tokenizer); id++)
    {
      gsize            length = 0;
      g_autofree char *token = sema_tokenizer_dup_token (tokenizer, id, &length);

      g_string_append_len (content, token != NULL ? token : "none", token != NULL ? (gssize)length : 4);
    }
  return cut (tokenizer, content, progress, error);
}

static gboolean
read_tokenizer (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) tokenizer = sema_tokenizer_given_open (path, progress, error);

  return tokenizer != NULL && tell (tokenizer, content, progress, error);
}

/* Tokens by their ranks, of which somebody says how they cut a text. */
static gboolean
read_list (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) tokenizer = sema_tokenizer_file_open (path, SEMA_TOKENIZER_CONTENT_TIKTOKEN, SEMA_TOKEN_SPLIT_CL100K, progress, error);

  return tokenizer != NULL && tell (tokenizer, content, progress, error);
}

/* The words of a text. */
static gboolean
read_corpus (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) source = sema_source_open (path, progress, error);
  g_autoptr (SemaCorpus) corpus = sema_corpus_new (G_MAXUINT32);

  if (source == NULL || !sema_corpus_add_source (corpus, source, error) || !sema_corpus_finish (corpus, 1, error))
    return FALSE;
  for (guint32 id = 0; id < sema_corpus_get_text (corpus)->n_words; id++)
    {
      gsize       length;
      const char *word = sema_corpus_get_word (corpus, id, &length);

      g_string_append_len (content, word, (gssize)length);
    }
  return TRUE;
}

/* Characters of every plane, most of them of no script, and what is no character. */
static gboolean
read_planes (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) tokenizer = sema_tokenizer_given_open (path, progress, error);
  g_auto (SemaTokenPieces)  pieces = {0};
  g_autoptr (GString)       text = g_string_new ("\xed\xa0\x80\xf4\x90\x80\x80\xc0\x80");

  for (gunichar character = 1; character < 0x110000; character += 89)
    if (character < 0xd800 || character > 0xdfff)
      g_string_append_unichar (text, character);
  if (tokenizer == NULL || !sema_tokenizer_split (tokenizer, text->str, text->len, &pieces, progress, error))
    return FALSE;
  for (guint64 i = 0; i < sema_token_pieces_get_n (&pieces); i++)
    {
      const SemaTokenPiece *piece = sema_token_pieces_peek (&pieces) + i;

      g_assert_true (piece->start <= piece->end && piece->end <= text->len);
      g_string_append_printf (content, "%" G_GUINT64_FORMAT " ", piece->id);
    }
  return TRUE;
}

static void
test_planes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tokenizers); i++)
    {
      g_autofree char *path = sema_test_reader_build_path (tokenizers[i]);

      g_test_message ("%s", path);
      sema_test_reader_check_places (read_planes, path);
    }
}

static void
test_tokenizers (void)
{
  sema_test_reader_check (read_tokenizer, tokenizers, G_N_ELEMENTS (tokenizers));
}

static void
test_lists (void)
{
  sema_test_reader_check (read_list, lists, G_N_ELEMENTS (lists));
}

static void
test_corpora (void)
{
  sema_test_reader_check (read_corpus, texts, G_N_ELEMENTS (texts));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizers-conditions/tokenizers", test_tokenizers);
  g_test_add_func ("/tokenizers-conditions/planes", test_planes);
  g_test_add_func ("/tokenizers-conditions/lists", test_lists);
  g_test_add_func ("/tokenizers-conditions/corpora", test_corpora);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
