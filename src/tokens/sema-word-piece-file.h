/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer-bytes.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

gboolean       sema_word_piece_file_complete (SemaTokenizer *self, const char *label, GError **error);
SemaTokenizer *sema_word_piece_file_read (const SemaTokenizerBytes *bytes, SemaProgress *progress, GError **error);

G_END_DECLS
