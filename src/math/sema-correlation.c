/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-correlation.h"

#include <math.h>
#include <stdlib.h>

#include "sema-error.h"
#include "sema-memory.h"

/* Numbers between two looks at cancel. */
#define STEP 16384

/**
 * Ranked:
 * @value: a number
 * @place: where it stood
 *
 * What is sorted to find ranks.
 */
typedef struct
{
  double value;
  gsize  place;
} Ranked;

/**
 * Work:
 * @sorted: (n) for sorting
 * @spare: (n) for merging
 * @ranks: (2, n) of each sample
 * @progress: (nullable): for cancelling
 */
typedef struct
{
  Ranked       *sorted;
  Ranked       *spare;
  double       *ranks[2];
  SemaProgress *progress;
} Work;

static void
work_clear (Work *work)
{
  sema_memory_free (work->sorted);
  sema_memory_free (work->spare);
  sema_memory_free (work->ranks[0]);
  sema_memory_free (work->ranks[1]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
goes_on (const Work *work, gsize i)
{
  return i % STEP != 0 || !sema_progress_is_cancelled (work->progress);
}

static int
compare (const void *a, const void *b)
{
  const Ranked *left = a, *right = b;

  return left->value < right->value ? -1 : left->value > right->value;
}

/* Merges the runs from @first to @middle and from there to @end. */
static gboolean
merge_runs (Work *work, gsize first, gsize middle, gsize end)
{
  const Ranked *from = work->sorted;
  gsize         left = first, right = middle;

  for (gsize to = first; to < end; to++)
    {
      gboolean is_left = right == end || (left < middle && compare (&from[left], &from[right]) <= 0);

      if (!goes_on (work, to))
        return FALSE;
      work->spare[to] = is_left ? from[left++] : from[right++];
    }
  return TRUE;
}

/* qsort() can not be stopped, so it gets short runs, which are merged. */
static gboolean
sort (Work *work, gsize n)
{
  for (gsize first = 0; first < n; first += STEP)
    {
      if (!goes_on (work, first))
        return FALSE;
      qsort (work->sorted + first, MIN (STEP, n - first), sizeof (Ranked), compare);
    }
  for (gsize run = STEP; run < n; run *= 2)
    {
      Ranked *merged = work->spare;

      for (gsize first = 0; first < n; first += 2 * run)
        if (!merge_runs (work, first, MIN (first + run, n), MIN (first + 2 * run, n)))
          return FALSE;
      work->spare = work->sorted;
      work->sorted = merged;
    }
  return TRUE;
}

/* Equal numbers share the mean of their ranks. */
static gboolean
find_ranks (Work *work, const double *x, gsize n, double *ranks)
{
  for (gsize i = 0; i < n; i++)
    work->sorted[i] = (Ranked) {x[i], i};
  if (!sort (work, n))
    return FALSE;
  for (gsize first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && work->sorted[end].value == work->sorted[first].value; end++)
        continue;
      for (gsize i = first; i < end; i++)
        {
          if (!goes_on (work, i))
            return FALSE;
          ranks[work->sorted[i].place] = (double)(first + end - 1) / 2;
        }
    }
  return TRUE;
}

/* Gives what is not a number where one of the samples does not vary. */
static gboolean
find_pearson (Work *work, const double *x, const double *y, gsize n, double *pearson)
{
  double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!goes_on (work, i))
        return FALSE;
      mean_x += x[i] / n;
      mean_y += y[i] / n;
    }
  for (gsize i = 0; i < n; i++)
    {
      if (!goes_on (work, i))
        return FALSE;
      xx += (x[i] - mean_x) * (x[i] - mean_x);
      yy += (y[i] - mean_y) * (y[i] - mean_y);
      xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
  *pearson = CLAMP (xy / (sqrt (xx) * sqrt (yy)), -1, 1);
  return TRUE;
}

/* Whether a sample varies and is of numbers. */
static gboolean
check_sample (Work *work, const double *x, gsize n, gboolean *is_good)
{
  gboolean varies = FALSE, has_nan = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (!goes_on (work, i))
        return FALSE;
      varies = varies || x[i] != x[0];
      has_nan = has_nan || isnan (x[i]);
    }
  *is_good = varies && !has_nan;
  return TRUE;
}

static gboolean
correlate (Work *work, const double *x, const double *y, gsize n, double *pearson, double *spearman)
{
  gboolean is_good[2];

  *pearson = *spearman = NAN;
  if (!check_sample (work, x, n, &is_good[0]) || !check_sample (work, y, n, &is_good[1]))
    return FALSE;
  if (!is_good[0] || !is_good[1])
    return TRUE;
  return find_pearson (work, x, y, n, pearson) &&
         find_ranks (work, x, n, work->ranks[0]) &&
         find_ranks (work, y, n, work->ranks[1]) &&
         find_pearson (work, work->ranks[0], work->ranks[1], n, spearman);
}

/**
 * sema_correlation_find:
 * @x: (n) a sample
 * @y: (n) another
 * @n: their length, may be 0
 * @pearson: (out): the correlation of the numbers, -1 to 1
 * @spearman: (out): the correlation of their ranks, where equal numbers have the mean of their ranks, -1 to 1
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED
 *
 * Finds both correlations as Pearson (1895) and Spearman (1904) define them. They are NaN where a sample does not vary, as with
 * fewer than two numbers, or where something in it is NaN; of infinite numbers only the ranks correlate. O(n log n).
 *
 * Returns: whether it could be done
 */
gboolean
sema_correlation_find (const double *x, const double *y, gsize n, double *pearson, double *spearman, SemaProgress *progress, GError **error)
{
  g_auto (Work) work = {.progress = progress};

  if ((work.sorted = sema_memory_alloc_n (n, sizeof (Ranked), error)) == NULL ||
      (work.spare = sema_memory_alloc_n (n, sizeof (Ranked), error)) == NULL ||
      (work.ranks[0] = sema_memory_alloc_n (n, sizeof (double), error)) == NULL ||
      (work.ranks[1] = sema_memory_alloc_n (n, sizeof (double), error)) == NULL)
    return FALSE;
  if (correlate (&work, x, y, n, pearson, spearman))
    return TRUE;
  sema_set_cancelled (error);
  return FALSE;
}
