/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-file.h"
#include "sema-word2vec-record.h"

G_BEGIN_DECLS

/**
 * SemaWord2vecRecords:
 * @file: a plain file; other threads may walk over it at the same time
 * @dim: how many numbers a record has
 * @start: byte of the file where the first record begins
 * @query: (dim) (nullable): what the rows are multiplied with, from when it is known
 *
 * Where records are, and what is to be known of them.
 */
typedef struct
{
  SemaFile             *file;
  gsize                 dim;
  guint64               start;
  const double *_Atomic query;
} SemaWord2vecRecords;

/**
 * SemaWord2vecPart:
 * @rows: (n_rows) guint64: the byte of the file where the numbers of each record begin
 * @lengths: (n_rows) guint32: bytes of each word
 * @words: the words, a NUL after each
 * @norms: (n_rows) double: the length of each row of numbers
 * @products: (n_rows) double: the product of each row with the query; none where that was not known when the walk began
 * @n_rows: whole records
 * @n_odd: how many of the words have control characters in them
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
  SemaBuffer             products;
  guint64                n_rows;
  guint64                n_odd;
  guint64                end_at;
  SemaWord2vecRecordKind end;
} SemaWord2vecPart;

gboolean sema_word2vec_walk (const SemaWord2vecRecords *records, guint64 from, guint64 stop_at, SemaWord2vecPart *part, GError **error);
gboolean sema_word2vec_walk_guess (const SemaWord2vecRecords *records, guint64 at, guint64 *record_at, GError **error);
guint64  sema_word2vec_part_get_record (const SemaWord2vecPart *self, guint64 i);
void     sema_word2vec_part_clear (SemaWord2vecPart *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaWord2vecPart, sema_word2vec_part_clear)

G_END_DECLS
