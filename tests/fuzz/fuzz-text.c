/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-tokenizer-file.h"

static const char *const names[] = {
  "bert-cased-tokenizer.json",
  "bert-odd-tokenizer.json",
  "bert-plain-tokenizer.json",
  "bert-small-vocab.txt",
  "cl100k-small.tiktoken",
  "gpt2-tokenizer.json",
  "llama3-tokenizer.json",
  "o200k-small.tiktoken",
  "o200k-tokenizer.json",
  "qwen2-tokenizer.json",
  "llama2-tokenizer.json",
  "metaspace-first-tokenizer.json",
  "roberta-tokenizer.json",
  "unigram-bytes-tokenizer.json",
  "xlmr-tokenizer.json",
};
static SemaTokenizer *tokenizers[G_N_ELEMENTS (names) + 1];

/* The words of a file of vectors. */
static SemaTokenizer *
open_words (void)
{
  g_autofree char    *path = sema_fuzz_build_stored_path ("formats/small.txt");
  g_autoptr (SemaSet) set = sema_formats_load (path, NULL, NULL);

  g_assert_nonnull (set);
  return sema_tokenizer_new_words (set);
}

static void
open_tokenizers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char     *name = g_build_filename ("tokens", names[i], NULL);
      g_autofree char     *path = sema_fuzz_build_stored_path (name);
      SemaTokenSplit       cut = names[i][0] == 'o' ? SEMA_TOKEN_SPLIT_O200K : SEMA_TOKEN_SPLIT_CL100K;
      SemaTokenizerContent content;

      g_assert_true (sema_tokenizer_kind_find (path, &content, NULL, NULL));
      tokenizers[i] = sema_tokenizer_file_open (path, content, cut, NULL, NULL);
      g_assert_nonnull (tokenizers[i]);
    }
  tokenizers[G_N_ELEMENTS (names)] = open_words ();
  sema_fuzz_keep_memory ();
}

/* A text that each of the small tokenizers cuts. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  if (tokenizers[0] == NULL)
    open_tokenizers ();
  for (guint i = 0; i < G_N_ELEMENTS (tokenizers); i++)
    sema_fuzz_cut_text (tokenizers[i], (const char *)data, size);
}
