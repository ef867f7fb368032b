/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a dialog was left with, from the settings and into them. */

guint sema_remembered_get_choice (const char *key, const char *const *choices, gsize n_choices);
void  sema_remembered_set_choice (const char *key, const char *choice);
char *sema_remembered_get_folder (const char *key, GUserDirectory otherwise);
void  sema_remembered_set_folder (const char *key, const char *path);

G_END_DECLS
