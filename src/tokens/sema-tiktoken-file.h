/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-token-split.h"
#include "sema-tokenizer-bytes.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

SemaTokenizer *sema_tiktoken_file_read (const SemaTokenizerBytes *bytes, SemaTokenSplit cut, SemaProgress *progress, GError **error);

G_END_DECLS
