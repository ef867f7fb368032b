/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer-bytes.h"

G_BEGIN_DECLS

/**
 * SemaTokenizerContent:
 * @SEMA_TOKENIZER_CONTENT_OTHER: no tokenizer: word vectors, or what formats tells best
 * @SEMA_TOKENIZER_CONTENT_VOCAB_JSON: tokens and their ids, one half of a tokenizer of GPT-2
 * @SEMA_TOKENIZER_CONTENT_MERGES: the other half
 * @SEMA_TOKENIZER_CONTENT_TOKENIZER_JSON: a tokenizer.json of Hugging Face
 * @SEMA_TOKENIZER_CONTENT_TIKTOKEN: tokens in base64, and their ranks
 * @SEMA_TOKENIZER_CONTENT_VOCAB_TXT: a token a line
 * @SEMA_TOKENIZER_CONTENT_GGUF: a model of llama.cpp, which may have its tokenizer in it
 *
 * What a file holds.
 */
typedef enum {
  SEMA_TOKENIZER_CONTENT_OTHER,
  SEMA_TOKENIZER_CONTENT_VOCAB_JSON,
  SEMA_TOKENIZER_CONTENT_MERGES,
  SEMA_TOKENIZER_CONTENT_TOKENIZER_JSON,
  SEMA_TOKENIZER_CONTENT_TIKTOKEN,
  SEMA_TOKENIZER_CONTENT_VOCAB_TXT,
  SEMA_TOKENIZER_CONTENT_GGUF,
} SemaTokenizerContent;

#define SEMA_TOKENIZER_LOOK (64 * 1024) /* bytes that are looked at */

SemaTokenizerContent sema_tokenizer_kind_guess (const char *bytes, gsize n_bytes);
gboolean             sema_tokenizer_kind_find (const char *path, SemaTokenizerContent *content, SemaProgress *progress, GError **error);

G_END_DECLS
