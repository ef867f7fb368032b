/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaMetric:
 * @SEMA_METRIC_COSINE: the cosine of the angle, -1 to 1
 * @SEMA_METRIC_DOT: the dot product of the rows as the file has them
 * @SEMA_METRIC_EUCLID: the Euclidean distance to the rows as the file has them; the least is the nearest
 *
 * How near a row is.
 */
typedef enum {
  SEMA_METRIC_COSINE,
  SEMA_METRIC_DOT,
  SEMA_METRIC_EUCLID,
} SemaMetric;

/**
 * SemaMethod:
 * @SEMA_METHOD_ADD: one vector, the sum of all: 3CosAdd (Mikolov, Yih and Zweig 2013)
 * @SEMA_METHOD_MUL: the product of the cosines with each: 3CosMul (Levy and Goldberg 2014); with the cosine only
 *
 * How the words of a question come together.
 */
typedef enum {
  SEMA_METHOD_ADD,
  SEMA_METHOD_MUL,
} SemaMethod;

/* What keeps 3CosMul from dividing by nothing: that of Levy and Goldberg's program, which gensim has too. */
#define SEMA_MUL_EPSILON 1e-6

/**
 * SemaTerm:
 * @row: of a word
 * @weight: how often it is added; negative: it is subtracted
 */
typedef struct
{
  guint64 row;
  double  weight;
} SemaTerm;

/**
 * SemaQueryKind:
 * @metric: how near
 * @method: how the words come together
 * @vectors: what is summed up for a cosine: unit vectors, or the rows as the file has them; other metrics take these always
 */
typedef struct
{
  SemaMetric  metric;
  SemaMethod  method;
  SemaVectors vectors;
} SemaQueryKind;

/**
 * SemaQuery:
 *
 * What rows are compared with. Read only once it is made.
 */
typedef struct _SemaQuery SemaQuery;

SemaVectors sema_query_kind_get_vectors (const SemaQueryKind *self);

SemaQuery *sema_query_new (const SemaSet *set, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, GError **error);
SemaQuery *sema_query_new_direction (const double *direction, gsize dim, GError **error);
void       sema_query_free (SemaQuery *self);

gboolean      sema_query_sum (const SemaSet *set, const SemaTerm *terms, gsize n_terms, SemaVectors vectors, double *sum, GError **error);
const double *sema_query_get_unit (const SemaQuery *self);
double        sema_query_present (const SemaQuery *self, double score);
void          sema_query_score (const SemaQuery *self, const SemaSet *set, guint64 first, gsize n, double *scores);
void          sema_query_score_rows (const SemaQuery *self, const SemaFloat *const *rows, const double *norms, gsize n, double *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaQuery, sema_query_free)

G_END_DECLS
