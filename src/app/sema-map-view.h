/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_MAP_VIEW (sema_map_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaMapView, sema_map_view, SEMA, MAP_VIEW, GtkWidget)

/* The map of a session: shows its projection, lets one pan, zoom, hover and select, by pointer and keyboard.
 * Properties:
 *   session    SemaSession  read and write
 *   presenter  boolean      everything larger, for a class
 *   selecting  boolean      whether dragging selects a rectangle instead of panning
 *   show-trust boolean      whether the word looked at shows which of its neighbours the plane tears away or makes up */

void sema_map_view_zoom (SemaMapView *self, double factor);
void sema_map_view_fit (SemaMapView *self);
void sema_map_view_centre_on (SemaMapView *self, const char *word);
void sema_map_view_set_text_scale (SemaMapView *self, double text_scale);
void sema_map_view_set_selecting (SemaMapView *self, gboolean selecting);

G_END_DECLS
