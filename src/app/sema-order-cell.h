/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-order-model.h"

G_BEGIN_DECLS

GtkWidget *sema_order_cell_new (gboolean is_text, gboolean is_list);
void       sema_order_cell_write (GtkListItem *list_item, const SemaOrderTable *kind, guint column);

G_END_DECLS
