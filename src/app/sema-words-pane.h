/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_WORDS_PANE (sema_words_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaWordsPane, sema_words_pane, SEMA, WORDS_PANE, AdwBin)

/* Properties:
 *   session  SemaSession  set once
 */

void sema_words_pane_focus_entry (SemaWordsPane *self);
void sema_words_pane_rename (SemaWordsPane *self);

G_END_DECLS
