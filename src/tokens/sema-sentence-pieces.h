/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-byte-pairs.h"

G_BEGIN_DECLS

gboolean sema_sentence_pieces_cut (SemaBytePairs *scratch, const SemaBytePairModel *model, gboolean add_space, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error);
gboolean sema_sentence_pieces_rank (const float *scores, guint64 n, SemaBuffer *ranks, GError **error);
char    *sema_sentence_pieces_dup_bytes (const char *token, gsize length, gsize *n_bytes);

G_END_DECLS
