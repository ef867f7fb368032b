/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-best.h"

#include <stdlib.h>

static inline gboolean
is_worse (SemaNeighbour a, SemaNeighbour b)
{
  return a.score < b.score || (a.score == b.score && a.row > b.row);
}

static int
compare_neighbours (const void *a, const void *b)
{
  const SemaNeighbour *left = a, *right = b;

  return is_worse (*right, *left) ? -1 : is_worse (*left, *right);
}

static void
sift_up (SemaNeighbour *heap, gsize at)
{
  while (at > 0 && is_worse (heap[at], heap[(at - 1) / 2]))
    {
      SemaNeighbour parent = heap[(at - 1) / 2];

      heap[(at - 1) / 2] = heap[at];
      heap[at] = parent;
      at = (at - 1) / 2;
    }
}

static void
sift_down (SemaNeighbour *heap, gsize n)
{
  gsize at = 0;

  for (;;)
    {
      gsize         worst = at;
      SemaNeighbour here = heap[at];

      for (gsize child = 2 * at + 1; child <= 2 * at + 2 && child < n; child++)
        if (is_worse (heap[child], heap[worst]))
          worst = child;
      if (worst == at)
        return;
      heap[at] = heap[worst];
      heap[worst] = here;
      at = worst;
    }
}

/**
 * sema_best_offer:
 * @self: a list
 * @neighbour: a row with its score, which is a number
 *
 * Takes the row if it is one of the best. O(log capacity).
 */
void
sema_best_offer (SemaBest *self, SemaNeighbour neighbour)
{
  if (!sema_best_is_full (self))
    {
      self->heap[self->n] = neighbour;
      sift_up (self->heap, self->n++);
    }
  else if (is_worse (self->heap[0], neighbour))
    {
      self->heap[0] = neighbour;
      sift_down (self->heap, self->n);
    }
}

/**
 * sema_best_sort:
 * @neighbours: (n) rows with their scores
 * @n: how many
 *
 * Puts the highest score first, of equal ones the earlier row. The order is total.
 */
void
sema_best_sort (SemaNeighbour *neighbours, gsize n)
{
  qsort (neighbours, n, sizeof *neighbours, compare_neighbours);
}
