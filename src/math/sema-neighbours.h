/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-best.h"
#include "sema-narrow.h"
#include "sema-progress.h"
#include "sema-query.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaSearch:
 * @excluded: (n_excluded) (nullable): rows to leave out, in any order
 * @n_excluded: how many
 * @most_rows: how many rows are searched, from the first on; 0: all
 * @k: how many neighbours are wanted; may be more than there are rows
 *
 * Which rows are wanted.
 */
typedef struct
{
  const guint64 *excluded;
  gsize          n_excluded;
  guint64        most_rows;
  gsize          k;
} SemaSearch;

GArray *sema_neighbours_search (const SemaSet *set, const SemaNarrow *narrow, const SemaQuery *query, const SemaSearch *wanted, SemaProgress *progress, GError **error);
GArray *sema_neighbours_find (const SemaSet *set, const SemaNarrow *narrow, const double *direction, const guint64 *excluded, gsize n_excluded, gsize k, SemaProgress *progress, GError **error);

G_END_DECLS
