/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-source.h"

G_BEGIN_DECLS

#define SEMA_WORD2VEC_MAX_WORD (64 * 1024) /* bytes */

/**
 * SemaWord2vecRecordKind:
 * @SEMA_WORD2VEC_RECORD_WHOLE: a word and its vector
 * @SEMA_WORD2VEC_RECORD_CUT: the data end inside it
 * @SEMA_WORD2VEC_RECORD_NONE: the data have ended
 * @SEMA_WORD2VEC_RECORD_ENDLESS: no blank ends the word within SEMA_WORD2VEC_MAX_WORD bytes
 */
typedef enum {
  SEMA_WORD2VEC_RECORD_WHOLE,
  SEMA_WORD2VEC_RECORD_CUT,
  SEMA_WORD2VEC_RECORD_NONE,
  SEMA_WORD2VEC_RECORD_ENDLESS,
} SemaWord2vecRecordKind;

/**
 * SemaWord2vecRecord:
 * @kind: what there is
 * @word: its word, valid until the next look at the source
 * @word_length: bytes of the word
 * @vector: its numbers, little-endian and at no particular alignment
 *
 * A record of a binary word2vec file: a word, a blank, and its numbers. The last three are set when it is whole.
 */
typedef struct
{
  SemaWord2vecRecordKind kind;
  const char            *word;
  gsize                  word_length;
  const guint8          *vector;
} SemaWord2vecRecord;

gboolean sema_word2vec_record_peek (SemaSource *source, gsize dim, SemaWord2vecRecord *record, GError **error);
gboolean sema_word2vec_record_skip (SemaSource *source, gsize dim, const SemaWord2vecRecord *record, GError **error);
gboolean sema_word2vec_word_is_odd (const char *word, gsize length);
void     sema_word2vec_record_copy_vector (const SemaWord2vecRecord *record, gsize dim, float *values);

G_END_DECLS
