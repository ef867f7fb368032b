/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-matrix.h"

G_BEGIN_DECLS

#define SEMA_TYPE_STRIP_VIEW (sema_strip_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaStripView, sema_strip_view, SEMA, STRIP_VIEW, GtkWidget)

void sema_strip_view_show (SemaStripView *self, const SemaFloat *values, gsize n);

G_END_DECLS
