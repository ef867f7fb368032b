/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_ASK_PANE (sema_ask_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaAskPane, sema_ask_pane, SEMA, ASK_PANE, AdwBin)

/* Properties:
 *   session  SemaSession  what is asked
 *   details  GtkWidget    what is shown while nothing is asked, and when a word is looked at
 */

void sema_ask_pane_focus_entry (SemaAskPane *self);

G_END_DECLS
