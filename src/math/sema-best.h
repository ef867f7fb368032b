/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaNeighbour:
 * @row: the row, from 0
 * @score: its cosine similarity to the query, -1 to 1
 */
typedef struct
{
  guint64 row;
  double  score;
} SemaNeighbour;

/**
 * SemaBest:
 * @heap: (capacity) the best rows so far, the worst of them first; borrowed
 * @n: how many there are
 * @capacity: how many there can be, 1 or more
 *
 * The rows with the highest scores; of equal scores the earlier rows.
 */
typedef struct
{
  SemaNeighbour *heap;
  gsize          n;
  gsize          capacity;
} SemaBest;

void sema_best_offer (SemaBest *self, SemaNeighbour neighbour);
void sema_best_sort (SemaNeighbour *neighbours, gsize n);

static inline gboolean
sema_best_is_full (const SemaBest *self)
{
  return self->n == self->capacity;
}

G_END_DECLS
