/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

void sema_question_dialog_present (GtkWidget *widget, SemaSession *session, const char *name);

G_END_DECLS
