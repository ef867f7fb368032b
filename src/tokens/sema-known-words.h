/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-token-pieces.h"

G_BEGIN_DECLS

gboolean sema_known_words_find (const SemaVocab *vocab, const char *text, gsize length, SemaTokenPieces *pieces, SemaProgress *progress, GError **error);

G_END_DECLS
