/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_WINDOW (sema_window_get_type ())
G_DECLARE_FINAL_TYPE (SemaWindow, sema_window, SEMA, WINDOW, AdwApplicationWindow)

SemaWindow  *sema_window_new (AdwApplication *application);
SemaSession *sema_window_get_session (SemaWindow *self);

void sema_window_open_file (SemaWindow *self, GFile *file);
void sema_window_restore (SemaWindow *self);

G_END_DECLS
