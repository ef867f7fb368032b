/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-diagnosis.h"
#include "sema-order-model.h"

G_BEGIN_DECLS

SemaOrderModel *sema_diagnosis_model_new (void);

gboolean sema_diagnosis_model_get_row (SemaOrderItem *item, SemaDiagnosisRow *row);
char    *sema_diagnosis_model_dup_label (SemaOrderItem *item);

G_END_DECLS
