/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set-builder.h"
#include "sema-source.h"
#include "sema-word2vec-header.h"
#include "sema-word2vec-record.h"

G_BEGIN_DECLS

/**
 * SemaWord2vecCheck:
 * @source: the file
 * @header: its first line
 * @most_rows: how many words are wanted: those that are promised, or fewer
 * @builder: gets the warnings
 * @odd_words: a bit for each of the last words
 * @n_odd: words with control characters
 * @odd_at: byte where the first of them starts
 * @cut_at: byte of the record that the data end in; 0: none
 *
 * What a file of records promises, against what is found: for those who read it from front to back, and those who do not.
 */
typedef struct
{
  SemaSource        *source;
  SemaWord2vecHeader header;
  guint64            most_rows;
  SemaSetBuilder    *builder;
  guint              odd_words;
  guint64            n_odd;
  guint64            odd_at;
  guint64            cut_at;
} SemaWord2vecCheck;

gboolean sema_word2vec_check_word (SemaWord2vecCheck *self, const char *word, gsize length, guint64 at, GError **error);
void     sema_word2vec_check_plain_words (SemaWord2vecCheck *self, guint64 n_words);
gboolean sema_word2vec_check_end (SemaWord2vecCheck *self, SemaWord2vecRecordKind end, guint64 at, GError **error);
gboolean sema_word2vec_check_finish (SemaWord2vecCheck *self, GError **error);
gboolean sema_word2vec_check_wants_rest (const SemaWord2vecCheck *self);
void     sema_word2vec_check_rest (SemaWord2vecCheck *self, guint64 n_records, guint64 n_left, gboolean is_records);

G_END_DECLS
