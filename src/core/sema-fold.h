/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaFold:
 *
 * What two spellings have in common: text without its case, or its accents either, one character at a time. One thread's own.
 */
typedef struct _SemaFold SemaFold;

#define SEMA_FOLD_SIZE 12 /* characters that one folds to, at most */

SemaFold *sema_fold_new (void);
SemaFold *sema_fold_new_upper (void);
void      sema_fold_free (SemaFold *self);

const gunichar *sema_fold_char (SemaFold *self, gunichar ch, guint *n_folded);
gsize           sema_fold_word (SemaFold *self, const char *word, gsize length, gunichar *folded, gsize capacity);
gunichar       *sema_fold_text (const char *text, gsize *n_folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaFold, sema_fold_free)

G_END_DECLS
