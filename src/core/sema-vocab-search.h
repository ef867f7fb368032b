/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-vocab.h"

G_BEGIN_DECLS

/* What a person may mean who typed these bytes. Both are scans over the whole vocabulary: call them in a thread.
 * The first is in sema-vocab-search.c, the second in sema-vocab-spellings.c. */

GArray *sema_vocab_search_completions (const SemaVocab *vocab, const char *typed, gsize max, SemaProgress *progress);
GArray *sema_vocab_search_spellings (const SemaVocab *vocab, const char *typed, gsize max, SemaProgress *progress);

G_END_DECLS
