/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       sema_shortcuts_install (GtkApplication *application);
void       sema_shortcuts_add_to (GtkWidget *window);
GtkWindow *sema_shortcuts_make_window (void);

G_END_DECLS
