/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer.h"

G_BEGIN_DECLS

gboolean       sema_gguf_tokenizer_find (const char *path, gboolean *is_there, SemaProgress *progress, GError **error);
SemaTokenizer *sema_gguf_tokenizer_read (const char *path, SemaProgress *progress, GError **error);

G_END_DECLS
