/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-vocab-index.h"

G_BEGIN_DECLS

/**
 * SemaVocab:
 *
 * The words of a file in row order, and the way back from a word to its row. A word is bytes: any bytes, of any length,
 * in any number of rows. Two words are the same when their bytes are.
 */
typedef struct _SemaVocab SemaVocab;

#define SEMA_VOCAB_NO_ROW SEMA_VOCAB_INDEX_NONE

SemaVocab *sema_vocab_new_take (char *bytes, guint64 *starts, guint64 n_words, GError **error);
SemaVocab *sema_vocab_new_take_index (char *bytes, guint64 *starts, guint64 n_words, SemaVocabIndex *index, GError **error);
SemaVocab *sema_vocab_ref (SemaVocab *self);
void       sema_vocab_unref (SemaVocab *self);

guint64     sema_vocab_get_n_words (const SemaVocab *self);
guint64     sema_vocab_get_n_duplicates (const SemaVocab *self);
const char *sema_vocab_get_word (const SemaVocab *self, guint64 row, gsize *length);
char       *sema_vocab_dup_word (const SemaVocab *self, guint64 row);
char       *sema_vocab_dup_label (const SemaVocab *self, guint64 row);
guint64     sema_vocab_find (const SemaVocab *self, const char *word, gssize length);
guint64     sema_vocab_find_next (const SemaVocab *self, guint64 row);
gboolean    sema_vocab_is_repeat (const SemaVocab *self, guint64 row);

/* For sema-set.c: words after those of the file, see sema_set_compose(). */
void     sema_vocab_make_room (SemaVocab *self, gsize most);
guint64  sema_vocab_find_composed (const SemaVocab *self, const char *word, gsize length);
guint64  sema_vocab_add_composed (SemaVocab *self, const char *word, gsize length);
gsize    sema_vocab_get_n_composed (const SemaVocab *self);
gboolean sema_vocab_is_full (const SemaVocab *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaVocab, sema_vocab_unref)

G_END_DECLS
