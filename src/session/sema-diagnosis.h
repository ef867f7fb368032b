/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-reference-distance.h"
#include "sema-row-check.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

/**
 * SemaFinding:
 * @SEMA_FINDING_ZERO: all numbers are 0
 * @SEMA_FINDING_CONSTANT: all numbers are the same, and not 0
 * @SEMA_FINDING_NAN: some are NaN
 * @SEMA_FINDING_INFINITE: some are infinite
 * @SEMA_FINDING_DUPLICATE: an earlier row is the same to the bit
 * @SEMA_FINDING_PADDING: behind the last row with a token; where nobody knows the tokens, one of the rows at the end that are zero, constant
 *   or the same as the last
 * @SEMA_FINDING_NO_TOKEN: the tokenizer has no token for it
 * @SEMA_FINDING_RESERVED: its token keeps a place free, or no text can have it: see sema_reserved_token_recognise()
 * @SEMA_FINDING_UNREACHABLE: the tokenizer cuts the text of its token into something else: see sema_token_reach_check()
 * @SEMA_FINDING_SUSPECT: its token may be under-trained, by the rule of the diagnosis
 *
 * What is found about rows, as numbers of bits. The first five are those of #SemaRowFlags.
 */
typedef enum {
  SEMA_FINDING_ZERO,
  SEMA_FINDING_CONSTANT,
  SEMA_FINDING_NAN,
  SEMA_FINDING_INFINITE,
  SEMA_FINDING_DUPLICATE,
  SEMA_FINDING_PADDING,
  SEMA_FINDING_NO_TOKEN,
  SEMA_FINDING_RESERVED,
  SEMA_FINDING_UNREACHABLE,
  SEMA_FINDING_SUSPECT,
  SEMA_N_FINDINGS,
} SemaFinding;

#define SEMA_FINDING_BIT(finding) (1u << (finding))

/**
 * SemaIndicator:
 * @SEMA_INDICATOR_AUTO: the cosine distance where some rows are known to be unused, else the norm
 * @SEMA_INDICATOR_NORM: the norm of the row
 * @SEMA_INDICATOR_COSINE: the cosine distance to the mean of the rows known to be unused
 * @SEMA_INDICATOR_DISTANCE: the Euclidean distance to it
 *
 * What tells that a row hardly left its initialisation, by being small.
 */
typedef enum {
  SEMA_INDICATOR_AUTO,
  SEMA_INDICATOR_NORM,
  SEMA_INDICATOR_COSINE,
  SEMA_INDICATOR_DISTANCE,
} SemaIndicator;

#define SEMA_DIAGNOSIS_SHARE 0.02 /* of the rows that are suspected where nothing else is asked for, as in the paper */

/**
 * SemaDiagnosisOptions:
 * @indicator: what rows are suspected by
 * @centring: what is taken from the rows before angles are measured
 * @share: of the rows that are judged, how many are suspected, 0 to 1
 */
typedef struct
{
  SemaIndicator indicator;
  SemaCentring  centring;
  double        share;
} SemaDiagnosisOptions;

/**
 * SemaDiagnosisSummary:
 * @n_rows: rows of the matrix
 * @counts: (SEMA_N_FINDINGS) rows with each finding
 * @n_found: rows with any finding
 * @n_groups: groups of rows that are the same
 * @n_unused: rows known to be unused, whose mean others are measured from
 * @n_judged: rows whose indicator is compared with those of others
 * @options: what was asked for; the indicator is that which was used
 * @threshold: a judged row is suspected whose indicator is not above; NaN where no row is judged
 */
typedef struct
{
  guint32              n_rows;
  guint32              counts[SEMA_N_FINDINGS];
  guint32              n_found;
  guint32              n_groups;
  guint32              n_unused;
  guint32              n_judged;
  SemaDiagnosisOptions options;
  double               threshold;
} SemaDiagnosisSummary;

/**
 * SemaDiagnosisRow:
 * @row: its number, from 0, which is the id of its token
 * @first: the first row that is the same; itself where there is none before it
 * @findings: what was found, as bits of #SemaFinding
 * @norm: Euclidean; NaN or infinite where the row is not finite
 * @cosine: cosine distance to the mean of the rows known to be unused, 0 to 2; NaN where there is none
 * @distance: Euclidean distance to it; NaN where there is none
 */
typedef struct
{
  guint32 row;
  guint32 first;
  guint   findings;
  double  norm;
  double  cosine;
  double  distance;
} SemaDiagnosisRow;

/**
 * SemaDiagnosisColumn: what rows are sorted by; findings by how many and which, tokens by their bytes
 */
typedef enum {
  SEMA_DIAGNOSIS_ID,
  SEMA_DIAGNOSIS_TOKEN,
  SEMA_DIAGNOSIS_NORM,
  SEMA_DIAGNOSIS_COSINE,
  SEMA_DIAGNOSIS_DISTANCE,
  SEMA_DIAGNOSIS_FINDINGS,
  SEMA_N_DIAGNOSIS_COLUMNS,
} SemaDiagnosisColumn;

/**
 * SemaDiagnosis:
 *
 * What is unusual about the rows of a matrix. Read only once made, and shared by reference between threads.
 */
typedef struct _SemaDiagnosis SemaDiagnosis;

SemaDiagnosis *sema_diagnosis_new (SemaSet *set, const SemaTokenizer *tokenizer, const SemaDiagnosisOptions *options, SemaProgress *progress, GError **error);
SemaDiagnosis *sema_diagnosis_ref (SemaDiagnosis *self);
void           sema_diagnosis_unref (SemaDiagnosis *self);

SemaSet                    *sema_diagnosis_get_set (const SemaDiagnosis *self);
const SemaDiagnosisSummary *sema_diagnosis_get_summary (const SemaDiagnosis *self);
void                        sema_diagnosis_get (const SemaDiagnosis *self, guint32 row, SemaDiagnosisRow *found);
guint32                    *sema_diagnosis_sort (const SemaDiagnosis *self, SemaDiagnosisColumn column, gboolean descending, guint findings, guint32 *n, SemaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaDiagnosis, sema_diagnosis_unref)

G_END_DECLS
