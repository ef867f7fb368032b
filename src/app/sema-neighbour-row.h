/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_NEIGHBOUR_ROW (sema_neighbour_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaNeighbourRow, sema_neighbour_row, SEMA, NEIGHBOUR_ROW, GtkListBoxRow)

GtkWidget  *sema_neighbour_row_new (SemaSession *session, const SemaAnswer *answer);
const char *sema_neighbour_row_get_word (SemaNeighbourRow *self);

G_END_DECLS
