/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer-bytes.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

SemaTokenizer *sema_gpt2_files_read (const SemaTokenizerBytes *vocab, const SemaTokenizerBytes *merges, SemaProgress *progress, GError **error);
char          *sema_gpt2_files_find_merges (const char *vocab_path);

G_END_DECLS
