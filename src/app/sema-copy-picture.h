/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

void sema_copy_picture (GtkWidget *widget, SemaSession *session);
void sema_copy_scatter (GtkWidget *widget, SemaScatter *scatter);

G_END_DECLS
