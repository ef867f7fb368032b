/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-diagnosis.h"

G_BEGIN_DECLS

#define SEMA_TYPE_DIAGNOSIS_ITEM (sema_diagnosis_item_get_type ())
G_DECLARE_FINAL_TYPE (SemaDiagnosisItem, sema_diagnosis_item, SEMA, DIAGNOSIS_ITEM, GObject)

gboolean sema_diagnosis_item_get_row (SemaDiagnosisItem *self, SemaDiagnosisRow *row);
char    *sema_diagnosis_item_dup_label (SemaDiagnosisItem *self);

/* A GListModel of SemaDiagnosisItems, which are made when they are asked for: places in the order, whatever rows these have.
 * Signals:
 *   sorted ()                  the rows that were asked for last are shown; items say something else
 *   failed (const char *why)   they could not be sorted; what was there before stays
 */
#define SEMA_TYPE_DIAGNOSIS_MODEL (sema_diagnosis_model_get_type ())
G_DECLARE_FINAL_TYPE (SemaDiagnosisModel, sema_diagnosis_model, SEMA, DIAGNOSIS_MODEL, GObject)

SemaDiagnosisModel *sema_diagnosis_model_new (void);
void                sema_diagnosis_model_show (SemaDiagnosisModel *self, SemaDiagnosis *diagnosis, SemaDiagnosisColumn column, gboolean descending, guint findings);
SemaDiagnosis      *sema_diagnosis_model_get_diagnosis (SemaDiagnosisModel *self);
const guint32      *sema_diagnosis_model_get_order (SemaDiagnosisModel *self, guint32 *n);

G_END_DECLS
