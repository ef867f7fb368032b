/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"

G_BEGIN_DECLS

#define SEMA_HISTOGRAM_MOST_BINS 65 /* of 2^64 numbers */

/**
 * SemaHistogram:
 * @least: where the first bin begins
 * @most: where the last bin ends; it has this number, too
 * @counts: how many numbers are in each bin
 * @n_bins: how many bins of equal width there are; none, where no number is finite
 * @n: how many numbers are finite; the others are left out
 *
 * How numbers are spread.
 */
typedef struct
{
  double  least;
  double  most;
  guint64 counts[SEMA_HISTOGRAM_MOST_BINS];
  guint   n_bins;
  guint64 n;
} SemaHistogram;

void   sema_histogram_count (SemaHistogram *self, const SemaFloat *values, gsize n);
double sema_histogram_get_edge (const SemaHistogram *self, guint bin);

G_END_DECLS
