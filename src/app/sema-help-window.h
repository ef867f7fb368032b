/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEMA_TYPE_HELP_WINDOW (sema_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SemaHelpWindow, sema_help_window, SEMA, HELP_WINDOW, AdwWindow)

void sema_help_window_present (GtkWindow *parent);

G_END_DECLS
