/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_AXES_POPOVER (sema_axes_popover_get_type ())
G_DECLARE_FINAL_TYPE (SemaAxesPopover, sema_axes_popover, SEMA, AXES_POPOVER, GtkPopover)

GtkWidget *sema_axes_popover_new (SemaSession *session);

G_END_DECLS
