/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-token-split.h"
#include "sema-tokenizer-kind.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

SemaTokenizer *sema_tokenizer_file_open (const char *path, SemaTokenizerContent content, SemaTokenSplit cut, SemaProgress *progress, GError **error);

G_END_DECLS
