/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_DIAGNOSIS_WINDOW (sema_diagnosis_window_get_type ())
G_DECLARE_FINAL_TYPE (SemaDiagnosisWindow, sema_diagnosis_window, SEMA, DIAGNOSIS_WINDOW, AdwWindow)

void sema_diagnosis_window_present (GtkWindow *parent, SemaSession *session);

G_END_DECLS
