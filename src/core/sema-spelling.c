/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-spelling.h"

#include <string.h>

/* Cells of a row of the table that lie within the bound of its diagonal. */
#define WIDTH (2 * SEMA_SPELLING_MAX_DISTANCE + 1)

typedef struct
{
  guint cells[WIDTH + 2]; /* cells[1 + k]: column row - bound + k; a wall stands on either side */
} Band;

typedef struct
{
  const gunichar *a;
  const gunichar *b;
  gsize           n_b;
  guint           bound;
} Pair;

/* The cell of column @j, from the row above, the one above that, and its neighbour to the left. */
static guint
get_cell (const Pair *pair, const Band *above, const Band *above_that, const Band *band, gsize i, gsize j, guint place)
{
  const gunichar *a = pair->a;
  const gunichar *b = pair->b;
  guint           best;

  if (j == 0)
    return (guint)i;
  best = above->cells[place] + (a[i - 1] != b[j - 1]);
  best = MIN (best, above->cells[place + 1] + 1);
  best = MIN (best, band->cells[place - 1] + 1);
  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
    best = MIN (best, above_that->cells[place] + 1);
  return best;
}

static guint
fill_band (const Pair *pair, const Band *above, const Band *above_that, Band *band, gsize i)
{
  guint wall = pair->bound + 1;
  guint least = wall;

  band->cells[0] = wall;
  for (guint k = 0; k <= 2 * pair->bound; k++)
    {
      gboolean is_inside = i + k >= pair->bound && i + k - pair->bound <= pair->n_b;
      guint    cell = is_inside ? get_cell (pair, above, above_that, band, i, i + k - pair->bound, k + 1) : wall;

      band->cells[k + 1] = MIN (cell, wall);
      least = MIN (least, cell);
    }
  band->cells[2 * pair->bound + 2] = wall;
  return least;
}

/* Row 0 of the table: column j is j away from the empty prefix. */
static void
begin_band (const Pair *pair, Band *band)
{
  for (guint k = 0; k < WIDTH + 2; k++)
    {
      gboolean is_inside = k > pair->bound && k <= 2 * pair->bound + 1 && k - 1 - pair->bound <= pair->n_b;

      band->cells[k] = is_inside ? k - 1 - pair->bound : pair->bound + 1;
    }
}

/**
 * sema_spelling_get_distance:
 * @a: (n_a) characters
 * @n_a: how many, may be 0
 * @b: (n_b) characters
 * @n_b: how many, may be 0
 * @bound: the largest distance that matters, at most %SEMA_SPELLING_MAX_DISTANCE
 *
 * Counts the characters to insert, drop, replace or swap with the next one, none twice, that turn @a into @b: optimal string
 * alignment (Damerau 1964), of which only the cells within @bound of the diagonal are filled (Ukkonen 1985).
 * O(@n_a * @bound), and less when the words soon differ too much.
 *
 * Returns: the distance, or @bound + 1 when it is larger
 */
guint
sema_spelling_get_distance (const gunichar *a, gsize n_a, const gunichar *b, gsize n_b, guint bound)
{
  Pair  pair = {a, b, n_b, bound};
  Band  bands[3];
  gsize difference = n_a > n_b ? n_a - n_b : n_b - n_a;

  g_return_val_if_fail (bound <= SEMA_SPELLING_MAX_DISTANCE, bound + 1);

  if (difference > bound)
    return bound + 1;
  begin_band (&pair, &bands[0]);
  bands[2] = bands[0];
  for (gsize i = 1; i <= n_a; i++)
    if (fill_band (&pair, &bands[(i + 2) % 3], &bands[(i + 1) % 3], &bands[i % 3], i) > bound)
      return bound + 1;
  return bands[n_a % 3].cells[1 + n_b + bound - n_a];
}
