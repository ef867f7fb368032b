/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-histogram.h"

#include <math.h>

static void
find_range (SemaHistogram *self, const SemaFloat *values, gsize n)
{
  self->least = INFINITY;
  self->most = -INFINITY;
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        self->least = MIN (self->least, (double)values[i]);
        self->most = MAX (self->most, (double)values[i]);
        self->n++;
      }
}

/* The bin whose lower edge is the last that is not over the number. */
static guint
find_bin (const SemaHistogram *self, double value)
{
  guint bin = (guint)((value - self->least) / (self->most - self->least) * self->n_bins);

  bin = MIN (bin, self->n_bins - 1);
  while (bin > 0 && value < sema_histogram_get_edge (self, bin))
    bin--;
  while (bin + 1 < self->n_bins && value >= sema_histogram_get_edge (self, bin + 1))
    bin++;
  return bin;
}

/**
 * sema_histogram_count:
 * @self: (out caller-allocates): a histogram
 * @values: (n): numbers
 * @n: how many, may be 0
 *
 * Counts numbers into ⌈log2 n + 1⌉ bins from the least to the greatest, after H. A. Sturges, “The choice of a class interval” (1926), as
 * numpy.histogram (values, bins='sturges') does; where all are the same, into one bin of width 1 around them. O(@n).
 */
void
sema_histogram_count (SemaHistogram *self, const SemaFloat *values, gsize n)
{
  *self = (SemaHistogram) {0};
  find_range (self, values, n);
  if (self->n == 0)
    return;
  self->n_bins = self->most > self->least ? (guint)ceil (log2 ((double)self->n) + 1) : 1;
  if (self->n_bins == 1)
    {
      self->least -= 0.5;
      self->most += 0.5;
    }
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      self->counts[find_bin (self, (double)values[i])]++;
}

/**
 * sema_histogram_get_edge:
 * @self: a histogram with bins
 * @bin: 0 to the count of bins
 *
 * Returns: where a bin begins, and the one before it ends
 */
double
sema_histogram_get_edge (const SemaHistogram *self, guint bin)
{
  if (bin == self->n_bins)
    return self->most;
  return self->least + (self->most - self->least) / self->n_bins * bin;
}
