/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-file.h"
#include "sema-word2vec-record.h"

G_BEGIN_DECLS

/**
 * SemaWord2vecPart:
 * @rows: (n_rows) guint64: the byte of the file where the numbers of each record begin
 * @lengths: (n_rows) guint32: bytes of each word
 * @words: the words, a NUL after each
 * @norms: (n_rows) double: the length of each row of numbers
 * @n_rows: whole records
 * @n_odd: how many of the words have control characters in them
 * @first_at: byte of the file where the first record begins
 * @end_at: where the one after the last begins
 * @end: what is there: %SEMA_WORD2VEC_RECORD_WHOLE when the walk just stopped
 *
 * What a walk over part of a file found. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer             rows;
  SemaBuffer             lengths;
  SemaBuffer             words;
  SemaBuffer             norms;
  guint64                n_rows;
  guint64                n_odd;
  guint64                first_at;
  guint64                end_at;
  SemaWord2vecRecordKind end;
} SemaWord2vecPart;

gboolean sema_word2vec_walk (SemaFile *file, gsize dim, guint64 from, guint64 stop_at, SemaWord2vecPart *part, GError **error);
gboolean sema_word2vec_walk_guess (SemaFile *file, gsize dim, guint64 start, guint64 at, guint64 *record_at, GError **error);
guint64  sema_word2vec_part_get_record (const SemaWord2vecPart *self, guint64 i);
void     sema_word2vec_part_clear (SemaWord2vecPart *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaWord2vecPart, sema_word2vec_part_clear)

G_END_DECLS
