/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-analogy.h"

G_BEGIN_DECLS

#define SEMA_TYPE_ASK_OPTIONS (sema_ask_options_get_type ())
G_DECLARE_FINAL_TYPE (SemaAskOptions, sema_ask_options, SEMA, ASK_OPTIONS, GtkPopover)

/* Signals:
 *   changed ()  a question is meant otherwise now
 */

#define SEMA_ASK_OPTIONS_USUAL 20 /* answers, as long as nobody chose another number */

SemaAskOptions *sema_ask_options_new (void);
void            sema_ask_options_get (SemaAskOptions *self, SemaAnalogyOptions *options);

G_END_DECLS
