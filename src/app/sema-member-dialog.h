/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals:
 *   chosen (char *name)  a file of the archive is to be opened; its name as bytes
 */
#define SEMA_TYPE_MEMBER_DIALOG (sema_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SemaMemberDialog, sema_member_dialog, SEMA, MEMBER_DIALOG, AdwMessageDialog)

SemaMemberDialog *sema_member_dialog_new (GtkWindow *parent, const char *path);

G_END_DECLS
