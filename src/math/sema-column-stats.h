/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"
#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaColumnStats:
 * @least: the smallest number
 * @most: the largest
 * @mean: of all
 * @deviation: the standard deviation from it, of all of them and not of a sample
 * @n: how many numbers are finite; the others are left out. Where there is none, all is not a number
 */
typedef struct
{
  double  least;
  double  most;
  double  mean;
  double  deviation;
  guint64 n;
} SemaColumnStats;

SemaColumnStats *sema_column_stats_measure (const SemaMatrix *matrix, double *limit, SemaProgress *progress, GError **error);

G_END_DECLS
