/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_ANALOGY_ROW (sema_analogy_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaAnalogyRow, sema_analogy_row, SEMA, ANALOGY_ROW, GtkListBoxRow)

GtkWidget *sema_analogy_row_new (SemaSession *session, gsize index);

G_END_DECLS
