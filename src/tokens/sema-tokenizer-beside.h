/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer.h"

G_BEGIN_DECLS

SemaTokenizer *sema_tokenizer_given_open (const char *path, SemaProgress *progress, GError **error);
SemaTokenizer *sema_tokenizer_beside_open (const char *path, char **name, SemaProgress *progress, GError **error);

G_END_DECLS
