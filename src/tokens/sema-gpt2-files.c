/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gpt2-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-merge-list.h"
#include "sema-tokenizer-private.h"
#include "sema-vocab-json.h"

/* How the two files are called, the second beside the first. */
static const struct
{
  const char *vocab;
  const char *merges;
} names[] = {
  {"vocab.json", "merges.txt"},
  {"encoder.json", "vocab.bpe"},
};

static gboolean
exists (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * sema_gpt2_files_find_merges:
 * @vocab_path: the file of the tokens
 *
 * Looks for the file of the merges in the same folder: “merges.txt” for “vocab.json”, “vocab.bpe” for “encoder.json”, and with what
 * stands before that in the name.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
sema_gpt2_files_find_merges (const char *vocab_path)
{
  g_autofree char *folder = g_path_get_dirname (vocab_path);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_suffix (vocab_path, names[i].vocab))
      {
        g_autofree char *before = g_strndup (vocab_path, strlen (vocab_path) - strlen (names[i].vocab));
        g_autofree char *path = g_strconcat (before, names[i].merges, NULL);

        if (exists (path))
          return g_steal_pointer (&path);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i].merges, NULL);

      if (exists (path))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static gboolean
read_vocab (SemaTokenizer *self, const SemaTokenizerBytes *bytes, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new (bytes->label, bytes->buffer.data, bytes->buffer.n_bytes);
  g_auto (SemaTokenList)     list = {0};
  g_autofree char           *note = NULL;
  SemaJsonEvent              event;

  sema_json_reader_set_progress (reader, progress);
  event = sema_json_reader_next (reader, error);
  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_OBJECT)
    return sema_vocab_json_fail (reader, bytes->label, error, _ ("an object of tokens and their ids is expected there"));
  if (!sema_vocab_json_read (reader, bytes->label, &list, error) || sema_json_reader_next (reader, error) == SEMA_JSON_FAILED)
    return FALSE;
  self->tokens = sema_vocab_json_make_table (bytes->label, &list, &note, error);
  if (note != NULL)
    sema_tokenizer_add_note (self, "%s", note);
  return self->tokens != NULL;
}

static gboolean
read_merges (SemaTokenizer *self, const SemaTokenizerBytes *bytes, SemaProgress *progress, GError **error)
{
  g_auto (SemaMergeList) list = {self->tokens, &self->merges, {0}, 0};
  SemaTokenizerLines     lines;
  const char            *line;
  gsize                  length;

  sema_tokenizer_lines_init (&lines, bytes);
  while ((line = sema_tokenizer_lines_next (&lines, &length)) != NULL)
    {
      g_autofree char *fault = NULL;

      if (sema_tokenizer_lines_is_cancelled (&lines, progress, error))
        return FALSE;
      if (!sema_merge_list_add_line (&list, line, length, &fault, error))
        return fault != NULL ? sema_tokenizer_bytes_fail_line (bytes, lines.number, error, "%s", fault) : FALSE;
    }
  return TRUE;
}

/**
 * sema_gpt2_files_read:
 * @vocab: the tokens and their ids, JSON
 * @merges: the merges, two tokens a line, in the order of their ranks
 * @progress: (nullable): cancels
 * @error: %SEMA_FORMAT_ERROR_DAMAGED with the line or byte, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Reads the two files of GPT-2's tokenizer (Radford and others 2019). Its special token is plain text, as it is to the original.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_gpt2_files_read (const SemaTokenizerBytes *vocab, const SemaTokenizerBytes *merges, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) self = sema_tokenizer_new_empty (SEMA_TOKENIZER_BYTE_PAIRS, "gpt2");

  if (!read_vocab (self, vocab, progress, error) || !read_merges (self, merges, progress, error))
    return NULL;
  self->is_alphabet = TRUE;
  self->has_merges = TRUE;
  self->cut = SEMA_TOKEN_SPLIT_GPT2;
  sema_tokenizer_finish (self);
  return g_steal_pointer (&self);
}
