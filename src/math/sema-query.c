/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-query.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-math-error.h"
#include "sema-memory.h"

/* Rows compared at a time. */
#define ROWS_PER_DOT 8

/**
 * _SemaQuery:
 * @vectors: (n_vectors, dim) the sum; with 3CosMul the unit vector of each term, those to add first
 * @n_plus: how many of them are to add
 */
struct _SemaQuery
{
  SemaQueryKind kind;
  gsize         dim;
  gsize         n_vectors;
  gsize         n_plus;
  double       *vectors;
};

static SemaQuery *
query_new (const SemaQueryKind *kind, gsize dim, gsize n_vectors, GError **error)
{
  SemaQuery *self;
  gsize      row_size;
  double    *vectors;

  if (__builtin_mul_overflow (dim, sizeof (double), &row_size))
    row_size = G_MAXSIZE;
  vectors = sema_memory_alloc_n (n_vectors, row_size, error);
  if (vectors == NULL)
    return NULL;
  self = g_new0 (SemaQuery, 1);
  self->kind = *kind;
  self->dim = dim;
  self->n_vectors = n_vectors;
  self->vectors = vectors;
  return self;
}

/**
 * sema_query_free:
 * @self: (transfer full) (nullable): a query
 */
void
sema_query_free (SemaQuery *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->vectors);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED, sentence);
  return FALSE;
}

static gboolean
check_usable (const SemaSet *set, const SemaTerm *terms, gsize n_terms, SemaVectors vectors, GError **error)
{
  for (gsize i = 0; i < n_terms; i++)
    if (!sema_vectors_check_usable (set, terms[i].row, vectors, error))
      return FALSE;
  return TRUE;
}

static void
add_term (const SemaSet *set, const SemaTerm *term, SemaVectors vectors, double *sum)
{
  g_autofree float *space = sema_set_new_space (set, 1);
  const SemaFloat  *row = sema_set_read_row (set, term->row, space);
  double            norm = vectors == SEMA_VECTORS_UNIT ? sema_set_get_norm (set, term->row) : 1;

  for (gsize d = 0; d < sema_set_get_dim (set); d++)
    sum[d] += term->weight * (row[d] / norm);
}

/* The length that the sum would have if nothing cancelled out. */
static double
measure_terms (const SemaSet *set, const SemaTerm *terms, gsize n_terms, SemaVectors vectors)
{
  double sum = 0;

  for (gsize i = 0; i < n_terms; i++)
    sum += fabs (terms[i].weight) * (vectors == SEMA_VECTORS_UNIT ? 1 : sema_set_get_norm (set, terms[i].row));
  return sum;
}

/**
 * sema_query_sum:
 * @set: a set
 * @terms: (n_terms) (nullable): words with their weights
 * @n_terms: how many
 * @vectors: unit vectors, or the rows as the file has them
 * @sum: (dim) where the sum goes
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a row is zero or not finite, or nothing is left of the sum but rounding
 *
 * Adds the vectors of words, each by its weight, in the order of the terms. The sum is not normalised. O(dim n_terms).
 *
 * Returns: whether the sum is a direction
 */
gboolean
sema_query_sum (const SemaSet *set, const SemaTerm *terms, gsize n_terms, SemaVectors vectors, double *sum, GError **error)
{
  gsize dim = sema_set_get_dim (set);

  if (!check_usable (set, terms, n_terms, vectors, error))
    return FALSE;
  memset (sum, 0, dim * sizeof *sum);
  for (gsize i = 0; i < n_terms; i++)
    add_term (set, &terms[i], vectors, sum);
  if (sema_vectors_norm (sum, dim) > 4 * DBL_EPSILON * measure_terms (set, terms, n_terms, vectors))
    return TRUE;
  return refuse (error, _ ("These words cancel each other out, so the question has no direction."));
}

/* FALSE: it has no direction. */
static gboolean
normalise (double *vector, gsize dim)
{
  double norm = sema_vectors_norm (vector, dim);

  if (!isfinite (norm) || norm == 0)
    return FALSE;
  for (gsize d = 0; d < dim; d++)
    vector[d] /= norm;
  return TRUE;
}

/**
 * sema_query_new_direction:
 * @direction: (dim) of any length but zero
 * @dim: numbers of a row
 * @error: %SEMA_MATH_ERROR_UNDEFINED where it is zero or not finite, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): a query by the cosine; free it with sema_query_free()
 */
SemaQuery *
sema_query_new_direction (const double *direction, gsize dim, GError **error)
{
  g_autoptr (SemaQuery) self = query_new (&(SemaQueryKind) {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT}, dim, 1, error);

  if (self == NULL)
    return NULL;
  memcpy (self->vectors, direction, dim * sizeof *direction);
  if (normalise (self->vectors, dim))
    return g_steal_pointer (&self);
  refuse (error, _ ("A vector that is zero or not a number has no nearest words."));
  return NULL;
}

/**
 * sema_query_kind_get_vectors:
 * @self: how near rows are
 *
 * Returns: which vectors are added up
 */
SemaVectors
sema_query_kind_get_vectors (const SemaQueryKind *self)
{
  return self->metric == SEMA_METRIC_COSINE ? self->vectors : SEMA_VECTORS_RAW;
}

static SemaQuery *
new_added (const SemaSet *set, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, GError **error)
{
  gsize                 dim = sema_set_get_dim (set);
  SemaVectors           vectors = sema_query_kind_get_vectors (kind);
  g_autoptr (SemaQuery) self = query_new (kind, dim, 1, error);

  if (self == NULL || !sema_query_sum (set, terms, n_terms, vectors, self->vectors, error))
    return NULL;
  if (kind->metric != SEMA_METRIC_COSINE || normalise (self->vectors, dim))
    return g_steal_pointer (&self);
  refuse (error, _ ("A vector that is zero or not a number has no nearest words."));
  return NULL;
}

static gboolean
check_weights (const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, GError **error)
{
  if (n_terms == 0)
    return refuse (error, _ ("These words cancel each other out, so the question has no direction."));
  if (kind->metric != SEMA_METRIC_COSINE || kind->vectors != SEMA_VECTORS_UNIT)
    return refuse (error, _ ("3CosMul multiplies cosines of unit vectors; it has no other metric."));
  for (gsize i = 0; i < n_terms; i++)
    if (fabs (terms[i].weight) != 1)
      return refuse (error, _ ("3CosMul takes words as they are, without weights."));
  return TRUE;
}

/* The unit vectors of the terms to add, or of those to subtract, from row @first on. Returns the row after the last. */
static gsize
take_units (SemaQuery *self, const SemaSet *set, const SemaTerm *terms, gsize n_terms, double weight, gsize first)
{
  for (gsize i = 0; i < n_terms; i++)
    if (terms[i].weight == weight)
      sema_vectors_get (set, terms[i].row, SEMA_VECTORS_UNIT, self->vectors + first++ * self->dim);
  return first;
}

static SemaQuery *
new_multiplied (const SemaSet *set, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, GError **error)
{
  SemaQuery *self;

  if (!check_weights (terms, n_terms, kind, error) || !check_usable (set, terms, n_terms, SEMA_VECTORS_UNIT, error))
    return NULL;
  self = query_new (kind, sema_set_get_dim (set), n_terms, error);
  if (self == NULL)
    return NULL;
  self->n_plus = take_units (self, set, terms, n_terms, 1, 0);
  take_units (self, set, terms, n_terms, -1, self->n_plus);
  return self;
}

/**
 * sema_query_new:
 * @set: a set
 * @terms: (n_terms) (nullable): words with their weights
 * @n_terms: how many
 * @kind: how near rows are
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a row is zero or not finite, nothing is left of the sum but rounding, or
 *   3CosMul has weights other than 1 and -1; %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): the query; free it with sema_query_free()
 */
SemaQuery *
sema_query_new (const SemaSet *set, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, GError **error)
{
  if (kind->method == SEMA_METHOD_MUL)
    return new_multiplied (set, terms, n_terms, kind, error);
  return new_added (set, terms, n_terms, kind, error);
}

/**
 * sema_query_get_unit:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): (dim) the unit vector that rows are multiplied with, when the score is their cosine to
 *   one vector
 */
const double *
sema_query_get_unit (const SemaQuery *self)
{
  return self->kind.metric == SEMA_METRIC_COSINE && self->kind.method == SEMA_METHOD_ADD ? self->vectors : NULL;
}

/**
 * sema_query_present:
 * @self: a query
 * @score: of a row
 *
 * Returns: what the score is called outside: of distances the least is the best, so their score is negative
 */
double
sema_query_present (const SemaQuery *self, double score)
{
  return self->kind.metric == SEMA_METRIC_EUCLID ? -score : score;
}

static void
score_cosines (const SemaQuery *self, const SemaFloat *const *rows, const double *norms, gsize n, const double *unit, double *scores)
{
  sema_dot_rows (rows, n, self->dim, unit, scores);
  for (gsize i = 0; i < n; i++)
    scores[i] = CLAMP (scores[i] / norms[i], -1, 1);
}

/* Cosines are moved to 0…1, so that two negative ones do not make a good one. */
static void
score_product (const SemaQuery *self, const SemaFloat *const *rows, const double *norms, gsize n, double *scores)
{
  double cosines[ROWS_PER_DOT], divisors[ROWS_PER_DOT];

  for (gsize i = 0; i < n; i++)
    scores[i] = divisors[i] = 1;
  for (gsize v = 0; v < self->n_vectors; v++)
    {
      double *factors = v < self->n_plus ? scores : divisors;

      score_cosines (self, rows, norms, n, self->vectors + v * self->dim, cosines);
      for (gsize i = 0; i < n; i++)
        factors[i] *= (1 + cosines[i]) / 2;
    }
  for (gsize i = 0; i < n; i++)
    scores[i] /= divisors[i] + SEMA_MUL_EPSILON;
}

/* What is infinite is no score: it comes of a row that is. */
static void
score_distances (const SemaQuery *self, const SemaFloat *const *rows, gsize n, double *scores)
{
  sema_dot_row_distances (rows, n, self->dim, self->vectors, scores);
  for (gsize i = 0; i < n; i++)
    scores[i] = isfinite (scores[i]) ? -sqrt (scores[i]) : NAN;
}

static void
score_dots (const SemaQuery *self, const SemaFloat *const *rows, gsize n, double *scores)
{
  sema_dot_rows (rows, n, self->dim, self->vectors, scores);
  for (gsize i = 0; i < n; i++)
    scores[i] = isfinite (scores[i]) ? scores[i] : NAN;
}

/**
 * sema_query_score_rows:
 * @self: a query
 * @rows: (n) where each row is, at any address
 * @norms: (n) their lengths
 * @n: how many, at most 8
 * @scores: (n) where the scores go: the higher the better; NaN for a row that has none
 *
 * Says how near rows are. O(n dim), times the number of terms with 3CosMul.
 */
void
sema_query_score_rows (const SemaQuery *self, const SemaFloat *const *rows, const double *norms, gsize n, double *scores)
{
  if (self->kind.method == SEMA_METHOD_MUL)
    score_product (self, rows, norms, n, scores);
  else if (self->kind.metric == SEMA_METRIC_DOT)
    score_dots (self, rows, n, scores);
  else if (self->kind.metric == SEMA_METRIC_EUCLID)
    score_distances (self, rows, n, scores);
  else
    score_cosines (self, rows, norms, n, self->vectors, scores);
}

/**
 * sema_query_score:
 * @self: a query
 * @set: a set
 * @first: first row
 * @n: how many rows
 * @scores: (n) where the scores go: the higher the better; NaN for a row that has none
 *
 * Says how near rows are that follow one another: a few at a time, for while the places of many are looked up, the memory
 * would wait.
 */
void
sema_query_score (const SemaQuery *self, const SemaSet *set, guint64 first, gsize n, double *scores)
{
  const SemaMatrix *matrix = sema_set_get_matrix (set);
  const double     *norms = sema_set_get_norms (set) + first;
  g_autofree float *space = sema_matrix_new_space (matrix, ROWS_PER_DOT);

  for (gsize done = 0; done < n; done += ROWS_PER_DOT)
    {
      const SemaFloat *rows[ROWS_PER_DOT];
      gsize            n_rows = MIN (n - done, ROWS_PER_DOT);

      for (gsize i = 0; i < n_rows; i++)
        rows[i] = sema_matrix_read_row (matrix, first + done + i, space != NULL ? space + i * self->dim : NULL);
      sema_query_score_rows (self, rows, norms + done, n_rows, scores + done);
    }
}
