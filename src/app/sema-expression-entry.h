/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_EXPRESSION_ENTRY (sema_expression_entry_get_type ())
G_DECLARE_FINAL_TYPE (SemaExpressionEntry, sema_expression_entry, SEMA, EXPRESSION_ENTRY, GtkWidget)

/* Signals:
 *   asked ()  by every change of the text, and by Enter
 */

void        sema_expression_entry_set_session (SemaExpressionEntry *self, SemaSession *session);
const char *sema_expression_entry_get_text (SemaExpressionEntry *self);
void        sema_expression_entry_mark (SemaExpressionEntry *self, gsize start, gsize end);

G_END_DECLS
