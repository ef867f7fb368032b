/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-file.h"

#include <string.h>

#include "reference-ids.h"
#include "sema-test-files.h"

/* What make-token-ids.mjs has made, and how often the reference was asked at least. */
static const struct
{
  const char    *name;
  SemaTokenSplit cut;
  const char    *format;
} files[] = {
  {"gpt2-small-vocab.json", SEMA_TOKEN_SPLIT_NONE, "gpt2"},
  {"cl100k-small.tiktoken", SEMA_TOKEN_SPLIT_CL100K, "tiktoken"},
  {"o200k-small.tiktoken", SEMA_TOKEN_SPLIT_O200K, "tiktoken"},
  {"gpt2-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"roberta-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"llama3-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"o200k-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"qwen2-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"llama2-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"gemma-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"metaspace-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"metaspace-first-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"tekken-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"qwen35-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"bloom-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"xlmr-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"t5-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"unigram-bytes-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"bert-small-vocab.txt", SEMA_TOKEN_SPLIT_NONE, "wordpiece"},
  {"bert-cased-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"bert-odd-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
  {"bert-plain-tokenizer.json", SEMA_TOKEN_SPLIT_NONE, "huggingface"},
};

#define FEWEST_TEXTS 140

static char *
dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "tokens", name, NULL);
}

static void
test_references (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char          *path = dup_path (files[i].name);
      g_autofree char          *table_path = g_strconcat (path, ".ids", NULL);
      g_autofree char          *table = NULL;
      g_autoptr (SemaTokenizer) tokenizer = reference_ids_open (path, files[i].cut);
      guint                     n_texts;

      g_test_message ("%s", files[i].name);
      g_assert_cmpstr (sema_tokenizer_get_format (tokenizer), ==, files[i].format);
      g_assert_true (g_file_get_contents (table_path, &table, NULL, NULL));
      g_assert_cmpuint (reference_ids_compare (tokenizer, table, &n_texts), ==, 0);
      g_assert_cmpuint (n_texts, >=, FEWEST_TEXTS);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-file/references", test_references);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
