/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-word2vec-walk.h"

G_BEGIN_DECLS

/**
 * SemaWord2vecTakeFunc:
 * @part: records that follow one another
 * @first: the first of them that counts
 * @data: what was given to sema_word2vec_segments_walk()
 * @error: return location
 *
 * Returns: whether to go on: %FALSE with an error, or without one when there are enough
 */
typedef gboolean (*SemaWord2vecTakeFunc) (const SemaWord2vecPart *part, guint64 first, gpointer data, GError **error);

/**
 * SemaWord2vecEnd:
 * @kind: what there is where the records end; %SEMA_WORD2VEC_RECORD_WHOLE when no more were wanted
 * @at: byte of the file where that is
 */
typedef struct
{
  SemaWord2vecRecordKind kind;
  guint64                at;
} SemaWord2vecEnd;

gboolean sema_word2vec_segments_walk (const SemaWord2vecRecords *records, SemaWord2vecTakeFunc take, gpointer data, SemaWord2vecEnd *end, GError **error);

/* For the tests: how much of a file is walked over at a time (0: as usual). */
void sema_word2vec_segments_set_size (guint64 size);

G_END_DECLS
