/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-atomic-file.h"

G_BEGIN_DECLS

/**
 * SemaSavedPair:
 * @numbers: the file that was asked for
 * @words: the one beside it that has the words of its rows
 *
 * Two files that belong together. All zeros is none.
 */
typedef struct
{
  SemaAtomicFile *numbers;
  SemaAtomicFile *words;
} SemaSavedPair;

gboolean sema_saved_pair_open (SemaSavedPair *self, const char *path, const char *words_path, GError **error);
gboolean sema_saved_pair_commit (SemaSavedPair *self, GError **error);
void     sema_saved_pair_clear (SemaSavedPair *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaSavedPair, sema_saved_pair_clear)

G_END_DECLS
