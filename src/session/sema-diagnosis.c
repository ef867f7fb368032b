/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-order.h"
#include "sema-quantile.h"
#include "sema-unused-rows.h"

#define STEPS_PER_ROW 4 /* at most: the check, two means, the distances */

#define BIT(name) SEMA_FINDING_BIT (SEMA_FINDING_##name)

/* The rows that say nothing about how far tokens are trained. */
#define NOT_JUDGED (BIT (ZERO) | BIT (NAN) | BIT (INFINITE) | BIT (PADDING) | BIT (NO_TOKEN) | BIT (RESERVED) | BIT (UNREACHABLE))

/**
 * SemaDiagnosis:
 * @check: (owned): what is unusual about the numbers
 * @findings: (n_rows) (owned): all that was found, as bits
 * @cosines: (n_rows) (owned) (nullable): distances to the mean of the rows known to be unused; %NULL where there are none
 * @distances: (n_rows) (owned) (nullable): the same, Euclidean
 */
struct _SemaDiagnosis
{
  gatomicrefcount      n_refs;
  SemaSet             *set;
  SemaRowCheck        *check;
  guint16             *findings;
  double              *cosines;
  double              *distances;
  SemaDiagnosisSummary summary;
};

static gboolean
check_rows (SemaDiagnosis *self, SemaProgress *progress, GError **error)
{
  guint32 n;

  self->check = sema_row_check_new (sema_set_get_matrix (self->set), progress, error);
  if (self->check == NULL)
    return FALSE;
  n = self->summary.n_rows = self->check->n_rows;
  self->findings = sema_memory_alloc_n (MAX (n, 1), sizeof *self->findings, error);
  for (guint32 row = 0; self->findings != NULL && row < n; row++)
    self->findings[row] = self->check->flags[row];
  return self->findings != NULL;
}

static gboolean
measure (SemaDiagnosis *self, SemaProgress *progress, GError **error)
{
  guint32  n = self->summary.n_rows;
  guint32 *rows = sema_unused_rows_list (self->findings, n, &self->summary.n_unused, error);
  gboolean done = rows != NULL;

  if (done && self->summary.n_unused > 0)
    {
      self->cosines = sema_memory_alloc_n (n, sizeof *self->cosines, error);
      self->distances = self->cosines != NULL ? sema_memory_alloc_n (n, sizeof *self->distances, error) : NULL;
      done = self->distances != NULL && sema_reference_distance_measure (self->set, rows, self->summary.n_unused, self->summary.options.centring,
                                                                         self->cosines, self->distances, progress, error);
    }
  sema_memory_free (rows);
  return done;
}

static void
choose_indicator (SemaDiagnosisSummary *summary)
{
  if (summary->n_unused == 0)
    summary->options.indicator = SEMA_INDICATOR_NORM;
  else if (summary->options.indicator == SEMA_INDICATOR_AUTO)
    summary->options.indicator = SEMA_INDICATOR_COSINE;
}

static double
get_indicator (const SemaDiagnosis *self, guint32 row)
{
  switch (self->summary.options.indicator)
    {
    case SEMA_INDICATOR_COSINE:
      return self->cosines[row];
    case SEMA_INDICATOR_DISTANCE:
      return self->distances[row];
    case SEMA_INDICATOR_AUTO:
    case SEMA_INDICATOR_NORM:
    default:
      return sema_set_get_norm (self->set, row);
    }
}

/* Those of the rows that are judged; NaN of the others. */
static double *
gather_indicators (SemaDiagnosis *self, GError **error)
{
  guint32 n = self->summary.n_rows;
  double *values = sema_memory_alloc_n (MAX (n, 1), sizeof *values, error);

  for (guint32 row = 0; values != NULL && row < n; row++)
    {
      values[row] = (self->findings[row] & NOT_JUDGED) != 0 ? NAN : get_indicator (self, row);
      self->summary.n_judged += !isnan (values[row]);
    }
  return values;
}

static gboolean
suspect (SemaDiagnosis *self, SemaProgress *progress, GError **error)
{
  SemaDiagnosisSummary *summary = &self->summary;
  double               *values;
  gboolean              done;

  choose_indicator (summary);
  values = gather_indicators (self, error);
  if (values == NULL)
    return FALSE;
  done = sema_quantile_find (values, summary->n_rows, summary->options.share, &summary->threshold, progress, error);
  for (guint32 row = 0; done && row < summary->n_rows; row++)
    if (values[row] <= summary->threshold)
      self->findings[row] |= BIT (SUSPECT);
  sema_memory_free (values);
  return done;
}

/* A group is counted at its second row. */
static gboolean
count (SemaDiagnosis *self, GError **error)
{
  guint32 n = self->summary.n_rows;
  guint8 *is_counted = sema_memory_alloc_n (MAX (n, 1), sizeof *is_counted, error);

  if (is_counted == NULL)
    return FALSE;
  memset (is_counted, 0, n);
  for (guint32 row = 0; row < n; row++)
    {
      guint32 first = self->check->firsts[row];

      for (guint finding = 0; finding < SEMA_N_FINDINGS; finding++)
        self->summary.counts[finding] += (self->findings[row] >> finding) & 1;
      self->summary.n_found += self->findings[row] != 0;
      if (first != row && !is_counted[first])
        self->summary.n_groups += is_counted[first] = 1;
    }
  sema_memory_free (is_counted);
  return TRUE;
}

/**
 * sema_diagnosis_new:
 * @set: (n_rows, dim) vectors
 * @tokenizer: (nullable): one whose tokens the rows may have; where a row has another word it says nothing
 * @options: (nullable): how rows are suspected; %NULL: by the mean of the unused rows, or the norm, the lowest 2 %
 * @progress: (nullable): told how far it is; cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_LOST, %SEMA_CORE_ERROR_NO_MEMORY, also where there are more rows than 31 bits count
 *
 * Looks for rows that are zero, padding, the same, not finite, without a token, or whose tokens may be under-trained. The last is by Land
 * and Bartolo (2024), “Fishing for Magikarp”: a small norm, or nearness to the mean of rows known to be unused; suspected is the lowest
 * share of the rows that are judged, by numpy's percentile(), also where nothing is wrong. Judged are rows that are finite, not zero, and
 * not known to be unused. What the paper does next, asking the model to repeat the tokens, takes the model and is left out; and so is its
 * choice of the matrix: of a model whose output head is not tied, norms are for the input embeddings, angles for the head. An indicator that
 * needs unused rows is the norm where there are none. O(n_rows dim); up to 50 bytes a row.
 *
 * Returns: (transfer full) (nullable): what was found
 */
SemaDiagnosis *
sema_diagnosis_new (SemaSet *set, const SemaTokenizer *tokenizer, const SemaDiagnosisOptions *options, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaDiagnosis) self = g_new0 (SemaDiagnosis, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->set = sema_set_ref (set);
  self->summary.options = options != NULL ? *options : (SemaDiagnosisOptions) {.share = SEMA_DIAGNOSIS_SHARE};
  sema_progress_set_total (progress, STEPS_PER_ROW * sema_set_get_n_rows (set));
  if (!check_rows (self, progress, error) || !sema_unused_rows_mark (set, tokenizer, self->check, self->findings, progress, error) ||
      !measure (self, progress, error) || !suspect (self, progress, error) || !count (self, error) || !sema_set_check_lost (set, error))
    return NULL;
  sema_progress_set_done (progress, sema_progress_get_total (progress));
  return g_steal_pointer (&self);
}

/**
 * sema_diagnosis_ref:
 * @self: a diagnosis
 *
 * Returns: (transfer full): the same
 */
SemaDiagnosis *
sema_diagnosis_ref (SemaDiagnosis *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * sema_diagnosis_unref:
 * @self: (transfer full): a diagnosis
 */
void
sema_diagnosis_unref (SemaDiagnosis *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  sema_set_unref (self->set);
  sema_row_check_free (self->check);
  sema_memory_free (self->findings);
  sema_memory_free (self->cosines);
  sema_memory_free (self->distances);
  g_free (self);
}

/**
 * sema_diagnosis_get_set:
 * @self: a diagnosis
 *
 * Returns: (transfer none): whose rows they are
 */
SemaSet *
sema_diagnosis_get_set (const SemaDiagnosis *self)
{
  return self->set;
}

/**
 * sema_diagnosis_get_summary:
 * @self: a diagnosis
 *
 * Returns: (transfer none): how many rows there are of each kind, and the rule by which rows are suspected
 */
const SemaDiagnosisSummary *
sema_diagnosis_get_summary (const SemaDiagnosis *self)
{
  return &self->summary;
}

/**
 * sema_diagnosis_get:
 * @self: a diagnosis
 * @row: a row
 * @found: (out): what was found about it
 */
void
sema_diagnosis_get (const SemaDiagnosis *self, guint32 row, SemaDiagnosisRow *found)
{
  g_return_if_fail (row < self->summary.n_rows);

  *found = (SemaDiagnosisRow) {.row = row, .first = self->check->firsts[row], .findings = self->findings[row], .norm = sema_set_get_norm (self->set, row), .cosine = NAN, .distance = NAN};
  if (self->cosines != NULL)
    {
      found->cosine = self->cosines[row];
      found->distance = self->distances[row];
    }
}

static int
compare_tokens (gconstpointer a, gconstpointer b, gpointer data)
{
  const SemaVocab *vocab = data;
  guint32          left = *(const guint32 *)a, right = *(const guint32 *)b;
  gsize            left_length, right_length;
  const char      *left_word = sema_vocab_get_word (vocab, left, &left_length);
  const char      *right_word = sema_vocab_get_word (vocab, right, &right_length);
  int              order = memcmp (left_word, right_word, MIN (left_length, right_length));

  if (order == 0)
    order = (left_length > right_length) - (left_length < right_length);
  return order != 0 ? order : (left > right) - (left < right);
}

/* (n_rows): the place of each in the order of the bytes of the tokens. */
static gboolean
rank_tokens (const SemaDiagnosis *self, double *ranks, GError **error)
{
  guint32  n = self->summary.n_rows;
  guint32 *order = sema_memory_alloc_n (MAX (n, 1), sizeof *order, error);

  if (order == NULL)
    return FALSE;
  for (guint32 row = 0; row < n; row++)
    order[row] = row;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_tokens, (gpointer)sema_set_get_vocab (self->set));
  for (guint32 i = 0; i < n; i++)
    ranks[order[i]] = i;
  sema_memory_free (order);
  return TRUE;
}

static double
get_value (const SemaDiagnosis *self, SemaDiagnosisColumn column, guint32 row)
{
  SemaDiagnosisRow found;

  sema_diagnosis_get (self, row, &found);
  switch (column)
    {
    case SEMA_DIAGNOSIS_NORM:
      return found.norm;
    case SEMA_DIAGNOSIS_COSINE:
      return found.cosine;
    case SEMA_DIAGNOSIS_DISTANCE:
      return found.distance;
    case SEMA_DIAGNOSIS_FINDINGS:
      return found.findings;
    case SEMA_DIAGNOSIS_ID:
    case SEMA_DIAGNOSIS_TOKEN:
    case SEMA_N_DIAGNOSIS_COLUMNS:
    default:
      return row;
    }
}

static guint32 *
sort_all (const SemaDiagnosis *self, SemaDiagnosisColumn column, gboolean descending, SemaProgress *progress, GError **error)
{
  guint32  n = self->summary.n_rows;
  double  *values = sema_memory_alloc_n (MAX (n, 1), sizeof *values, error);
  guint32 *order = NULL;
  gboolean is_ranked = values != NULL && (column != SEMA_DIAGNOSIS_TOKEN || rank_tokens (self, values, error));

  for (guint32 row = 0; is_ranked && column != SEMA_DIAGNOSIS_TOKEN && row < n; row++)
    values[row] = get_value (self, column, row);
  if (is_ranked)
    order = sema_order_new (values, n, descending, progress, error);
  sema_memory_free (values);
  return order;
}

/**
 * sema_diagnosis_sort:
 * @self: a diagnosis
 * @column: by what
 * @descending: whether the largest comes first
 * @findings: which rows: those with at least one of these bits of #SemaFinding; 0: all
 * @n: (out): how many rows there are
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Equal ones come in the order of the rows; where there is no number they come last. O(n_rows), by tokens O(n_rows log n_rows).
 *
 * Returns: (transfer full) (nullable): (n) the rows in that order; free it with sema_memory_free()
 */
guint32 *
sema_diagnosis_sort (const SemaDiagnosis *self, SemaDiagnosisColumn column, gboolean descending, guint findings, guint32 *n, SemaProgress *progress, GError **error)
{
  guint32 *order = sort_all (self, column, descending, progress, error);

  *n = 0;
  for (guint32 i = 0; order != NULL && i < self->summary.n_rows; i++)
    if (findings == 0 || (self->findings[order[i]] & findings) != 0)
      order[(*n)++] = order[i];
  return order;
}
