/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection-private.h"

/**
 * sema_projection_mark_findings:
 * @self: a projection that nobody else has yet
 * @diagnosis: (nullable): what was found about the rows; of another set it says nothing
 *
 * Marks the points of words about whose rows something was found, and no others.
 */
void
sema_projection_mark_findings (SemaProjection *self, const SemaDiagnosis *diagnosis)
{
  guint64 n_rows = diagnosis != NULL && sema_diagnosis_get_set (diagnosis) == self->set ? sema_diagnosis_get_summary (diagnosis)->n_rows : 0;

  for (gsize i = 0; i < self->scatter->points->len; i++)
    {
      SemaScatterPoint *point = sema_scatter_get_point (self->scatter, i);
      SemaDiagnosisRow  row = {0};

      if (point->row < n_rows)
        sema_diagnosis_get (diagnosis, (guint32)point->row, &row);
      point->is_odd = row.findings != 0;
    }
}
