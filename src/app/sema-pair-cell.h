/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-pair-model.h"
#include "sema-session.h"

G_BEGIN_DECLS

/* Cells of the list of pairs; its items are SemaOrderItems. */

GtkWidget *sema_pair_cell_new (SemaPairColumn column);
void       sema_pair_cell_write (GtkListItem *list_item, SemaPairColumn column, SemaSession *session);
void       sema_pair_cell_mark (GtkListItem *list_item, SemaPairColumn column, SemaSession *session);

G_END_DECLS
