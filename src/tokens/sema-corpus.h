/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"
#include "sema-skipgram.h"
#include "sema-source.h"

G_BEGIN_DECLS

/* Rarer words are left out unless said otherwise, as by word2vec. */
#define SEMA_CORPUS_MIN_COUNT 5

/**
 * SemaCorpus:
 *
 * A text as word vectors are learnt from it: its words by their frequency, and which word is at which place. One thread's own while it
 * is read, and read only once it is finished.
 */
typedef struct _SemaCorpus SemaCorpus;

SemaCorpus *sema_corpus_new (guint64 most_places);
SemaCorpus *sema_corpus_ref (SemaCorpus *self);
void        sema_corpus_unref (SemaCorpus *self);

gboolean sema_corpus_add (SemaCorpus *self, const char *bytes, gsize n_bytes, GError **error);
gboolean sema_corpus_add_source (SemaCorpus *self, SemaSource *source, GError **error);
gboolean sema_corpus_finish (SemaCorpus *self, guint64 min_count, GError **error);

const SemaSkipgramText *sema_corpus_get_text (const SemaCorpus *self);
const char             *sema_corpus_get_word (const SemaCorpus *self, guint32 id, gsize *length);
guint64                 sema_corpus_get_n_places (const SemaCorpus *self);
guint64                 sema_corpus_get_n_read (const SemaCorpus *self);
SemaSet                *sema_corpus_dup_set (const SemaCorpus *self, const SemaSkipgram *skipgram, guint32 most_words, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaCorpus, sema_corpus_unref)

G_END_DECLS
