/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-order-model.h"
#include "sema-pair-list.h"

G_BEGIN_DECLS

/* The pairs of a SemaPairList as a SemaOrderModel, sorted by #SemaPairColumn. */

SemaOrderModel *sema_pair_model_new (void);
SemaPairList   *sema_pair_model_get_list (SemaOrderModel *self);
gint64          sema_pair_model_find (SemaOrderModel *self, const char *a, const char *b);

gboolean    sema_pair_model_get_pair (SemaOrderItem *item, SemaPair *pair);
const char *sema_pair_model_get_label (SemaOrderItem *item, gboolean second);
const char *sema_pair_model_get_word (SemaOrderItem *item, gboolean second);

/* Texts of pairs, for sema_order_model_print_async(). */
GBytes *sema_pair_model_print (gpointer list, const guint32 *order, guint32 n, SemaProgress *progress, GError **error);
GBytes *sema_pair_model_print_csv (gpointer list, const guint32 *order, guint32 n, SemaProgress *progress, GError **error);

G_END_DECLS
