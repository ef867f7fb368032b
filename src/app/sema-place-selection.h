/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkSelectionModel of places in a list, however many: that of GTK makes an object of each that is selected. */
#define SEMA_TYPE_PLACE_SELECTION (sema_place_selection_get_type ())
G_DECLARE_FINAL_TYPE (SemaPlaceSelection, sema_place_selection, SEMA, PLACE_SELECTION, GObject)

SemaPlaceSelection *sema_place_selection_new (GListModel *model);

G_END_DECLS
