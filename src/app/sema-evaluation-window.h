/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_EVALUATION_WINDOW (sema_evaluation_window_get_type ())
G_DECLARE_FINAL_TYPE (SemaEvaluationWindow, sema_evaluation_window, SEMA, EVALUATION_WINDOW, AdwWindow)

void sema_evaluation_window_present (GtkWindow *parent, SemaSession *session);

G_END_DECLS
