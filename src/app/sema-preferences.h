/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_PREFERENCES (sema_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SemaPreferences, sema_preferences, SEMA, PREFERENCES, AdwPreferencesWindow)

void sema_preferences_present (GtkWindow *parent);
void sema_preferences_follow (SemaSession *session);

guint64 sema_preferences_get_keep_most (void);

G_END_DECLS
