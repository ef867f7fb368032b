/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-vocab.h"

G_BEGIN_DECLS

/* What a person may mean who typed these bytes. All but the first are scans over the whole vocabulary: call them in a thread.
 * The last is in sema-vocab-spellings.c, the others in sema-vocab-search.c. */

guint64 sema_vocab_search_with_blank (const SemaVocab *vocab, const char *word);
GArray *sema_vocab_search_completions (const SemaVocab *vocab, const char *typed, gsize max, SemaProgress *progress);
GArray *sema_vocab_search_spellings (const SemaVocab *vocab, const char *typed, gsize max, SemaProgress *progress);

G_END_DECLS
