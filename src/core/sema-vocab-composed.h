/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaVocabComposed:
 *
 * Words that are not in a file, but whose vectors can be composed of those of their parts. They come one by one, as they are asked for,
 * and stay; any thread may look them up meanwhile.
 */
typedef struct _SemaVocabComposed SemaVocabComposed;

SemaVocabComposed *sema_vocab_composed_new (gsize most);
void               sema_vocab_composed_free (SemaVocabComposed *self);

gsize       sema_vocab_composed_get_n (const SemaVocabComposed *self);
gboolean    sema_vocab_composed_is_full (const SemaVocabComposed *self);
gssize      sema_vocab_composed_find (SemaVocabComposed *self, const char *word, gsize length);
void        sema_vocab_composed_add (SemaVocabComposed *self, const char *word, gsize length);
const char *sema_vocab_composed_peek (const SemaVocabComposed *self, gsize index, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaVocabComposed, sema_vocab_composed_free)

G_END_DECLS
