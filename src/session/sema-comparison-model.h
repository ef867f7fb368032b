/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-comparison.h"
#include "sema-order-model.h"

G_BEGIN_DECLS

SemaOrderModel *sema_comparison_model_new (void);

gboolean sema_comparison_model_get_word (SemaOrderItem *item, SemaComparisonWord *word);
char    *sema_comparison_model_dup_label (SemaOrderItem *item);

G_END_DECLS
