/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-hash.h"

G_BEGIN_DECLS

/**
 * SemaMerge:
 * @left: id of a token
 * @right: id of the token after it
 * @rank: when the two are merged: the lowest first
 * @id: what they become
 */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 rank;
  guint32 id;
} SemaMerge;

/**
 * SemaMergeTable:
 * @merges: SemaMerge, in the order they were added
 * @slots: open addressing: place in @merges + 1, 0 where none is
 * @n_slots: a power of two, or 0
 * @key: of the hash, so that no file can be made to collide
 *
 * Which two tokens can be merged, and when. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer  merges;
  guint32    *slots;
  guint64     n_slots;
  SemaHashKey key;
} SemaMergeTable;

gboolean         sema_merge_table_add (SemaMergeTable *self, const SemaMerge *merge, GError **error);
const SemaMerge *sema_merge_table_find (const SemaMergeTable *self, guint32 left, guint32 right);
guint64          sema_merge_table_get_n_merges (const SemaMergeTable *self);
void             sema_merge_table_clear (SemaMergeTable *self);

G_END_DECLS
