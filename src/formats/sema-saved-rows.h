/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaSavedRows:
 * @set: vectors
 * @rows: (array length=n_rows) (nullable): which rows of it, in the order in which they are written; %NULL: all
 * @n_rows: how many; of all rows as many as there are
 * @numbered: (array length=n_rows) (nullable): which of them have their number for a word, see sema_word_name_row(); %NULL: none
 * @name: (nullable): room for such a word, as of @numbered
 *
 * What is written of a set. All is borrowed.
 */
typedef struct
{
  SemaSet       *set;
  const guint64 *rows;
  guint64        n_rows;
  const guint8  *numbered;
  char          *name;
} SemaSavedRows;

/**
 * SemaSavedRowFunc:
 * @i: number of the row among those that are written
 * @word: its word
 * @length: bytes of the word
 * @values: (dim) its numbers
 * @data: as given
 * @error: return location
 *
 * Returns: whether the row could be written
 */
typedef gboolean (*SemaSavedRowFunc) (guint64 i, const char *word, gsize length, const SemaFloat *values, gpointer data, GError **error);

void        sema_saved_rows_init_all (SemaSavedRows *self, SemaSet *set);
guint64     sema_saved_rows_get_row (const SemaSavedRows *self, guint64 i);
const char *sema_saved_rows_get_word (const SemaSavedRows *self, guint64 i, gsize *length);
gboolean    sema_saved_rows_write (const SemaSavedRows *self, SemaSavedRowFunc write, gpointer data, SemaProgress *progress, GError **error);
gboolean    sema_saved_rows_is_numbered (const SemaSavedRows *self, guint64 i);
gboolean    sema_saved_rows_refuse (const SemaSavedRows *self, guint64 i, const char *path, const char *clause, GError **error);
gboolean    sema_saved_rows_refuse_all (const SemaSavedRows *self, const char *path, const char *clause, GError **error);

G_END_DECLS
