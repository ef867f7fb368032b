/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-quantile.h"

#include <math.h>

#include "sema-memory.h"
#include "sema-order.h"

static guint32
count_numbers (const double *values, guint32 n)
{
  guint32 n_numbers = 0;

  for (guint32 i = 0; i < n; i++)
    n_numbers += !isnan (values[i]);
  return n_numbers;
}

/* Between two neighbours in the order as numpy's percentile() is; equal ones, also infinite, are what they are. */
static double
interpolate (const double *values, const guint32 *order, guint32 n, double share)
{
  double  place = share * (n - 1);
  guint32 below = (guint32)floor (place), above = MIN (below + 1, n - 1);
  double  low = values[order[below]], high = values[order[above]];

  return low == high ? low : low + (high - low) * (place - below);
}

/**
 * sema_quantile_find:
 * @values: (n) numbers; NaNs are left out
 * @n: how many, may be 0
 * @share: 0 to 1
 * @quantile: (out): the value below which that share of them lies, between two by linear interpolation; NaN where there is no number
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * The empirical quantile as numpy and R (type 7) define it. O(n), and 8 bytes a number.
 *
 * Returns: whether it was done
 */
gboolean
sema_quantile_find (const double *values, guint32 n, double share, double *quantile, SemaProgress *progress, GError **error)
{
  guint32 *order = sema_order_new (values, n, FALSE, progress, error);
  guint32  n_numbers = count_numbers (values, n);

  if (order == NULL)
    return FALSE;
  *quantile = n_numbers > 0 ? interpolate (values, order, n_numbers, share) : NAN;
  sema_memory_free (order);
  return TRUE;
}
