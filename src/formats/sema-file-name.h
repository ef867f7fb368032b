/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file is called on the screen. */

char *sema_file_name_to_label (const char *path);
char *sema_file_name_to_set_name (const char *path);

G_END_DECLS
