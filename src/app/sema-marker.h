/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-palette.h"

G_BEGIN_DECLS

#define SEMA_TYPE_MARKER (sema_marker_get_type ())
G_DECLARE_FINAL_TYPE (SemaMarker, sema_marker, SEMA, MARKER, GtkWidget)

void sema_marker_set_style (SemaMarker *self, SemaStyle style);

G_END_DECLS
