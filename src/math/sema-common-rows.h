/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaCommonRows:
 * @a: vectors
 * @b: others
 * @n: words that both have
 * @rows_a: (n) the row of each in @a, ascending
 * @rows_b: (n) its row in @b
 *
 * The words that two sets have in common, each once, by its first row.
 */
typedef struct
{
  SemaSet *a;
  SemaSet *b;
  guint32  n;
  guint32 *rows_a;
  guint32 *rows_b;
} SemaCommonRows;

SemaCommonRows *sema_common_rows_new (SemaSet *a, SemaSet *b, SemaProgress *progress, GError **error);
void            sema_common_rows_free (SemaCommonRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaCommonRows, sema_common_rows_free)

G_END_DECLS
