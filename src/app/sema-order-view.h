/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-order-model.h"

G_BEGIN_DECLS

/* Signals:
 *   sorted ()             what was asked for last is shown
 *   selected ()           other rows are selected
 *   chosen (char *word)   by a double click or by Return; bytes
 */
#define SEMA_TYPE_ORDER_VIEW (sema_order_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaOrderView, sema_order_view, SEMA, ORDER_VIEW, AdwBin)

/* Of those that list or copy, the rows are those that are selected. */
void     sema_order_view_set_model (SemaOrderView *self, SemaOrderModel *model, const char *name);
void     sema_order_view_show_column (SemaOrderView *self, guint column, gboolean shown);
void     sema_order_view_show (SemaOrderView *self, gpointer table, guint column, gboolean descending, guint filter);
void     sema_order_view_filter (SemaOrderView *self, guint filter);
gboolean sema_order_view_is_sorted (SemaOrderView *self);
guint32  sema_order_view_get_n (SemaOrderView *self);
guint32  sema_order_view_get_n_selected (SemaOrderView *self);
gboolean sema_order_view_get_only_row (SemaOrderView *self, guint32 *row);
gpointer sema_order_view_get_table (SemaOrderView *self);
GStrv    sema_order_view_dup_words (SemaOrderView *self);
void     sema_order_view_copy (SemaOrderView *self);
void     sema_order_view_save (SemaOrderView *self, const char *path);

G_END_DECLS
