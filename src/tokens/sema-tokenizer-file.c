/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-file.h"

#include <glib/gi18n-lib.h>

#include "sema-gguf-tokenizer.h"
#include "sema-gpt2-files.h"
#include "sema-tiktoken-file.h"
#include "sema-tokenizer-bytes.h"
#include "sema-tokenizer-json.h"
#include "sema-word-piece-file.h"

static SemaTokenizer *
refuse (const SemaTokenizerBytes *bytes, GError **error, const char *clause)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” cannot be used: %s."), bytes->label, clause);
  return NULL;
}

static SemaTokenizer *
open_gpt2 (const char *path, const SemaTokenizerBytes *vocab, SemaProgress *progress, GError **error)
{
  g_auto (SemaTokenizerBytes) merges = {0};
  g_autofree char            *merges_path = sema_gpt2_files_find_merges (path);

  if (merges_path == NULL)
    return refuse (vocab, error, _ ("it is one half of a tokenizer, the tokens; the merges, “merges.txt”, are not in its folder"));
  if (!sema_tokenizer_bytes_read (&merges, merges_path, progress, error))
    return NULL;
  return sema_gpt2_files_read (vocab, &merges, progress, error);
}

/**
 * sema_tokenizer_file_open:
 * @path: a file, plain or, other than GGUF, gzip; beside that of GPT-2's tokens there is that of its merges
 * @content: what sema_tokenizer_kind_find() told of it
 * @cut: how a .tiktoken file cuts texts, which is not in it; %SEMA_TOKEN_SPLIT_NONE where its number of tokens tells
 * @progress: (nullable): told how much is read; cancels
 * @error: as sema_tokenizer_bytes_read(), %SEMA_FORMAT_ERROR_DAMAGED with a line or byte, or %SEMA_FORMAT_ERROR_UNKNOWN with what is
 *   not known
 *
 * Opens a tokenizer. Slow where the file is large: not for the main loop.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_tokenizer_file_open (const char *path, SemaTokenizerContent content, SemaTokenSplit cut, SemaProgress *progress, GError **error)
{
  g_auto (SemaTokenizerBytes) bytes = {0};

  /* The tensors of a model need not be read. */
  if (content == SEMA_TOKENIZER_CONTENT_GGUF)
    return sema_gguf_tokenizer_read (path, progress, error);
  if (!sema_tokenizer_bytes_read (&bytes, path, progress, error))
    return NULL;
  switch (content)
    {
    case SEMA_TOKENIZER_CONTENT_VOCAB_JSON:
      return open_gpt2 (path, &bytes, progress, error);
    case SEMA_TOKENIZER_CONTENT_TOKENIZER_JSON:
      return sema_tokenizer_json_read (&bytes, progress, error);
    case SEMA_TOKENIZER_CONTENT_TIKTOKEN:
      return sema_tiktoken_file_read (&bytes, cut, progress, error);
    case SEMA_TOKENIZER_CONTENT_VOCAB_TXT:
      return sema_word_piece_file_read (&bytes, progress, error);
    case SEMA_TOKENIZER_CONTENT_MERGES:
      return refuse (&bytes, error, _ ("it is one half of a tokenizer, the merges; name the other, “vocab.json”"));
    case SEMA_TOKENIZER_CONTENT_GGUF:
    case SEMA_TOKENIZER_CONTENT_OTHER:
    default:
      return refuse (&bytes, error, _ ("its first bytes are those of no known kind of tokenizer"));
    }
}
