/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-order-model.h"

G_BEGIN_DECLS

/* Rows are printed in a thread: there may be millions. */

void sema_order_job_copy (GtkWidget *widget, SemaOrderModel *model, guint32 *rows, guint32 n);
void sema_order_job_save (GtkWidget *widget, SemaOrderModel *model, const char *path);

G_END_DECLS
