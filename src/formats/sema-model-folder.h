/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sema_model_folder_is_one (const char *path);
char    *sema_model_folder_find (const char *path, GError **error);

G_END_DECLS
