/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-comparison.h"

G_BEGIN_DECLS

#define SEMA_TYPE_COMPARISON_ITEM (sema_comparison_item_get_type ())
G_DECLARE_FINAL_TYPE (SemaComparisonItem, sema_comparison_item, SEMA, COMPARISON_ITEM, GObject)

gboolean sema_comparison_item_get_word (SemaComparisonItem *self, SemaComparisonWord *word);
char    *sema_comparison_item_dup_label (SemaComparisonItem *self);

/* A GListModel of SemaComparisonItems, which are made when they are asked for: places in the order, whatever words these have.
 * Signals:
 *   sorted ()                  the words that were asked for last are shown; items say something else
 *   failed (const char *why)   they could not be sorted; what was there before stays
 */
#define SEMA_TYPE_COMPARISON_MODEL (sema_comparison_model_get_type ())
G_DECLARE_FINAL_TYPE (SemaComparisonModel, sema_comparison_model, SEMA, COMPARISON_MODEL, GObject)

SemaComparisonModel *sema_comparison_model_new (void);
void                 sema_comparison_model_show (SemaComparisonModel *self, SemaComparison *comparison, SemaComparisonColumn column, gboolean descending);
SemaComparison      *sema_comparison_model_get_comparison (SemaComparisonModel *self);
const guint32       *sema_comparison_model_get_order (SemaComparisonModel *self, guint32 *n);

G_END_DECLS
