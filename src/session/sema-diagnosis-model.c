/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis-model.h"

#include "sema-diagnosis-text.h"

static gpointer
ref (gpointer table)
{
  return sema_diagnosis_ref (table);
}

static void
unref (gpointer table)
{
  sema_diagnosis_unref (table);
}

static guint32 *
sort (gpointer table, guint column, gboolean descending, guint filter, guint32 *n, SemaProgress *progress, GError **error)
{
  return sema_diagnosis_sort (table, (SemaDiagnosisColumn)column, descending, filter, n, progress, error);
}

static const char *
get_title (guint column)
{
  return sema_diagnosis_text_get_column_title ((SemaDiagnosisColumn)column);
}

static gboolean
is_text (guint column)
{
  return column == SEMA_DIAGNOSIS_TOKEN || column == SEMA_DIAGNOSIS_FINDINGS;
}

static char *
print_cell (gpointer table, guint32 row, guint column)
{
  return sema_diagnosis_text_print_cell (table, row, (SemaDiagnosisColumn)column);
}

static char *
dup_word (gpointer table, guint32 row)
{
  gsize       length;
  const char *word = sema_vocab_get_word (sema_set_get_vocab (sema_diagnosis_get_set (table)), row, &length);

  return g_strndup (word, length);
}

static GBytes *
print_csv (gpointer table, const guint32 *rows, guint32 n, SemaProgress *progress, GError **error)
{
  return sema_diagnosis_text_print_csv (table, rows, n, progress, error);
}

static const SemaOrderTable kind = {ref, unref, sort, SEMA_N_DIAGNOSIS_COLUMNS, get_title, is_text, print_cell, dup_word, print_csv};

/**
 * sema_diagnosis_model_new:
 *
 * Returns: (transfer full): a list of the rows of a SemaDiagnosis, that is sorted by #SemaDiagnosisColumn; filters are bits of #SemaFinding, as for sema_diagnosis_sort()
 */
SemaOrderModel *
sema_diagnosis_model_new (void)
{
  return sema_order_model_new (&kind);
}

/**
 * sema_diagnosis_model_get_row:
 * @item: a place in the list
 * @row: (out): what was found about the row that is there now
 *
 * Returns: whether there is one
 */
gboolean
sema_diagnosis_model_get_row (SemaOrderItem *item, SemaDiagnosisRow *row)
{
  guint32        number;
  SemaDiagnosis *diagnosis = sema_order_item_get_table (item, &number);

  if (diagnosis != NULL)
    sema_diagnosis_get (diagnosis, number, row);
  return diagnosis != NULL;
}

/**
 * sema_diagnosis_model_dup_label:
 * @item: a place in the list
 *
 * Returns: (transfer full): the word that is there now, for the screen; empty where there is none
 */
char *
sema_diagnosis_model_dup_label (SemaOrderItem *item)
{
  guint32        number;
  SemaDiagnosis *diagnosis = sema_order_item_get_table (item, &number);

  if (diagnosis == NULL)
    return g_strdup ("");
  return sema_vocab_dup_label (sema_set_get_vocab (sema_diagnosis_get_set (diagnosis)), number);
}
