/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-vocab.h"

G_BEGIN_DECLS

/**
 * SemaVocabUpper:
 *
 * The words of a vocabulary in capitals: finds a word whatever its case. One thread's own.
 */
typedef struct _SemaVocabUpper SemaVocabUpper;

SemaVocabUpper *sema_vocab_upper_new (const SemaVocab *vocab, guint64 most_words, SemaProgress *progress, GError **error);
void            sema_vocab_upper_free (SemaVocabUpper *self);
guint64         sema_vocab_upper_get_n_rows (const SemaVocabUpper *self);
guint64         sema_vocab_upper_find (SemaVocabUpper *self, const char *word, gsize length);
guint64         sema_vocab_upper_get_first (const SemaVocabUpper *self, guint64 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaVocabUpper, sema_vocab_upper_free)

G_END_DECLS
