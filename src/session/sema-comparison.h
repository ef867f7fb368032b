/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-shared-neighbours.h"

G_BEGIN_DECLS

/**
 * SemaComparisonMeans:
 * @n: words that count: those with a direction in both sets
 * @cosine: mean of their cosines; NaN where there are none
 * @distance: root of the mean of their squared distances; NaN where there are none
 */
typedef struct
{
  guint32 n;
  double  cosine;
  double  distance;
} SemaComparisonMeans;

/**
 * SemaComparisonSummary:
 * @n_rows_a: rows of the first set
 * @n_rows_b: rows of the second
 * @n_common: words that both have
 * @dim_a: dimension of the first set
 * @dim_b: of the second; where it is another, nothing can be aligned or measured, and neighbours are all there is
 * @is_aligned: whether the second set was turned
 * @aligned: over the words, after that
 * @plain: over the words, as the files have them
 */
typedef struct
{
  guint64             n_rows_a;
  guint64             n_rows_b;
  guint32             n_common;
  gsize               dim_a;
  gsize               dim_b;
  gboolean            is_aligned;
  SemaComparisonMeans aligned;
  SemaComparisonMeans plain;
} SemaComparisonSummary;

/**
 * SemaComparisonWord:
 * @row_a: its row in the first set
 * @row_b: its row in the second
 * @cosine: of the angle between its two rows, after the second set was turned; NaN where that was not, or a row has no direction
 * @distance: the same, Euclidean; NaN where it was not, or a row is not finite
 * @plain_cosine: the same as the files have the rows; NaN also where the dimensions differ
 * @plain_distance: the same, Euclidean
 * @norm_a: in the first set
 * @norm_b: in the second
 */
typedef struct
{
  guint32 row_a;
  guint32 row_b;
  double  cosine;
  double  distance;
  double  plain_cosine;
  double  plain_distance;
  double  norm_a;
  double  norm_b;
} SemaComparisonWord;

/**
 * SemaComparisonColumn: what words are sorted by; ids are rows of the first set, words go by their bytes
 */
typedef enum {
  SEMA_COMPARISON_ID,
  SEMA_COMPARISON_WORD,
  SEMA_COMPARISON_COSINE,
  SEMA_COMPARISON_DISTANCE,
  SEMA_COMPARISON_PLAIN_COSINE,
  SEMA_COMPARISON_PLAIN_DISTANCE,
  SEMA_COMPARISON_NORM_A,
  SEMA_COMPARISON_NORM_B,
  SEMA_N_COMPARISON_COLUMNS,
} SemaComparisonColumn;

/**
 * SemaComparison:
 *
 * How far the words that two sets have in common moved from the one to the other. Read only once made, and shared by reference between
 * threads.
 */
typedef struct _SemaComparison SemaComparison;

SemaComparison *sema_comparison_new (SemaSet *a, SemaSet *b, gboolean align, SemaProgress *progress, GError **error);
SemaComparison *sema_comparison_ref (SemaComparison *self);
void            sema_comparison_unref (SemaComparison *self);

const SemaCommonRows        *sema_comparison_get_common (const SemaComparison *self);
const SemaComparisonSummary *sema_comparison_get_summary (const SemaComparison *self);
void                         sema_comparison_get (const SemaComparison *self, guint32 index, SemaComparisonWord *word);
gint64                       sema_comparison_find (const SemaComparison *self, const char *word, gssize length);
guint32                     *sema_comparison_sort (const SemaComparison *self, SemaComparisonColumn column, gboolean descending, SemaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaComparison, sema_comparison_unref)

G_END_DECLS
