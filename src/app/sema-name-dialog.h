/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SemaNamed:
 * @name: what was typed, UTF-8, without blanks at its ends
 * @user_data: as given
 */
typedef void (*SemaNamed) (const char *name, gpointer user_data);

void sema_name_dialog_ask (GtkWidget *widget, const char *heading, const char *body, const char *name, gboolean may_be_empty, SemaNamed named, gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
