/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-best.h"
#include "sema-common-rows.h"

G_BEGIN_DECLS

/**
 * SemaSharedNeighbours:
 * @k_a: how many neighbours there are in the first set: what was asked for, or fewer where fewer words have a direction
 * @k_b: how many in the second
 * @a: (k_a) the nearest words in the first set, the nearest first; a row is the number of a common word
 * @b: (k_b) the same in the second
 * @n_shared: how many of them are in both
 *
 * The neighbours of one word among the words that two sets have in common.
 */
typedef struct
{
  gsize          k_a;
  gsize          k_b;
  SemaNeighbour *a;
  SemaNeighbour *b;
  gsize          n_shared;
} SemaSharedNeighbours;

SemaSharedNeighbours *sema_shared_neighbours_new (const SemaCommonRows *common, guint32 word, gsize k, SemaProgress *progress, GError **error);
void                  sema_shared_neighbours_free (SemaSharedNeighbours *self);
gboolean              sema_shared_neighbours_has (const SemaNeighbour *neighbours, gsize k, guint64 word);
double                sema_shared_neighbours_get_overlap (const SemaSharedNeighbours *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSharedNeighbours, sema_shared_neighbours_free)

G_END_DECLS
