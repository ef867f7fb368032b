/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-vectors-save.h"
#include "sema-word.h"

G_BEGIN_DECLS

/**
 * SemaSavedFit:
 * @rows: what is written, of the arrays below
 * @note: (nullable): a sentence that says what became of words, where there were any
 * @left: which rows of the set are left
 * @numbered: which of the rows are numbered
 * @name: the word of such a row
 *
 * Rows whose words a format can have. To be cleared, also after an error; never to be moved.
 */
typedef struct
{
  SemaSavedRows rows;
  char         *note;
  guint64      *left;
  guint8       *numbered;
  char          name[SEMA_WORD_ROW_SIZE];
} SemaSavedFit;

gboolean sema_saved_fit_find (SemaSavedFit *self, const SemaVectorsWriter *writer, const SemaSavedRows *rows, SemaSavedMisfits misfits, const char *path, SemaProgress *progress, GError **error);
void     sema_saved_fit_clear (SemaSavedFit *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaSavedFit, sema_saved_fit_clear)

G_END_DECLS
