/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-merge-table.h"
#include "sema-token-table.h"

G_BEGIN_DECLS

/**
 * SemaMergeList:
 * @tokens: the tokens, borrowed
 * @merges: where the merges go, borrowed
 * @joined: scratch memory
 * @n_added: how many were added, the next one's rank
 *
 * Merges by the names of their tokens, as files list them. Starts as zeros but for the first two.
 */
typedef struct
{
  const SemaTokenTable *tokens;
  SemaMergeTable       *merges;
  SemaBuffer            joined;
  guint32               n_added;
} SemaMergeList;

gboolean sema_merge_list_add (SemaMergeList *self, const char *left, gsize n_left, const char *right, gsize n_right, char **fault, GError **error);
gboolean sema_merge_list_add_line (SemaMergeList *self, const char *line, gsize length, char **fault, GError **error);
void     sema_merge_list_clear (SemaMergeList *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaMergeList, sema_merge_list_clear)

G_END_DECLS
