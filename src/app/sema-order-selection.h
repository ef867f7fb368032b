/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-order-model.h"

G_BEGIN_DECLS

guint32 *sema_order_selection_list (GtkSelectionModel *selection, SemaOrderModel *model, guint32 *n, GError **error);
gboolean sema_order_selection_get_only (GtkSelectionModel *selection, SemaOrderModel *model, guint32 *row);

G_END_DECLS
