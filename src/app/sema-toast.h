/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sema_toast_show (GtkWidget *widget, const char *text, gboolean can_undo);
void sema_toast_withdraw (void);

G_END_DECLS
