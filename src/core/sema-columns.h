/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-vocab.h"

G_BEGIN_DECLS

/**
 * SemaColumns:
 *
 * What is known of the words of a set beside their vectors: a table with a row for each word, and columns of text. Made cell by cell, and
 * read only once it is finished; shared by reference between threads.
 */
typedef struct _SemaColumns SemaColumns;

/**
 * SemaColumnKind:
 * @SEMA_COLUMN_CATEGORIES: some cell is no number
 * @SEMA_COLUMN_NUMBERS: every cell that is not empty is a number, and there is one
 */
typedef enum {
  SEMA_COLUMN_CATEGORIES,
  SEMA_COLUMN_NUMBERS,
} SemaColumnKind;

/**
 * SemaColumn:
 * @name: UTF-8
 * @kind: what its cells are
 * @n_missing: how many cells are empty
 * @n_distinct: how many texts there are among the others
 * @least: of numbers the smallest that is finite; NaN where there is none
 * @most: the largest
 *
 * What a column is like. All is borrowed.
 */
typedef struct
{
  const char    *name;
  SemaColumnKind kind;
  guint64        n_missing;
  guint64        n_distinct;
  double         least;
  double         most;
} SemaColumn;

#define SEMA_COLUMNS_MOST 1000

SemaColumns *sema_columns_new (guint n_columns);
SemaColumns *sema_columns_ref (SemaColumns *self);
void         sema_columns_unref (SemaColumns *self);

void     sema_columns_set_name (SemaColumns *self, guint column, const char *name, gsize length);
gboolean sema_columns_add_cell (SemaColumns *self, guint column, const char *text, gsize length, GError **error);
gboolean sema_columns_finish (SemaColumns *self, GError **error);

guint            sema_columns_get_n (const SemaColumns *self);
guint64          sema_columns_get_n_rows (const SemaColumns *self);
void             sema_columns_get (const SemaColumns *self, guint column, SemaColumn *info);
gssize           sema_columns_find (const SemaColumns *self, const char *name);
const char      *sema_columns_get_cell (const SemaColumns *self, guint column, guint64 row, gsize *length);
double           sema_columns_get_number (const SemaColumns *self, guint column, guint64 row);
const SemaVocab *sema_columns_get_cells (const SemaColumns *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaColumns, sema_columns_unref)

G_END_DECLS
