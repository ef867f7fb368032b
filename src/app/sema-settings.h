/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *sema_settings_get_for (const char *key);
void       sema_settings_bind (const char *key, gpointer object, const char *property);

G_END_DECLS
