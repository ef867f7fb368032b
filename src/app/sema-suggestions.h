/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_SUGGESTIONS (sema_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (SemaSuggestions, sema_suggestions, SEMA, SUGGESTIONS, GtkPopover)

/* Lies under its parent, which has the keyboard, and is as wide.
 * Signals:
 *   chosen (SemaAnswer *answer)  by Enter, Tab or a click; valid as long as nothing else is asked
 */

GtkWidget *sema_suggestions_new_within (GtkWidget *parent);

void     sema_suggestions_complete (SemaSuggestions *self, SemaSession *session, const char *typed);
void     sema_suggestions_spell (SemaSuggestions *self, SemaSession *session, const char *text);
void     sema_suggestions_hide (SemaSuggestions *self);
gboolean sema_suggestions_press (SemaSuggestions *self, guint key, GdkModifierType state);
gboolean sema_suggestions_take (SemaSuggestions *self);

G_END_DECLS
