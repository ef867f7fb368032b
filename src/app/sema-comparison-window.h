/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_COMPARISON_WINDOW (sema_comparison_window_get_type ())
G_DECLARE_FINAL_TYPE (SemaComparisonWindow, sema_comparison_window, SEMA, COMPARISON_WINDOW, AdwWindow)

void sema_comparison_window_present (GtkWindow *parent, SemaSession *session);

G_END_DECLS
