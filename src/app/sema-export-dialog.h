/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_EXPORT_DIALOG (sema_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SemaExportDialog, sema_export_dialog, SEMA, EXPORT_DIALOG, AdwWindow)

SemaExportDialog *sema_export_dialog_new (GtkWindow *parent, SemaSession *session);
SemaExportDialog *sema_export_dialog_new_for_scatter (GtkWindow *parent, SemaSession *session, SemaScatter *scatter);

G_END_DECLS
