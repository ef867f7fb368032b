/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sema_data_dir_build (const char *folder, const char *file);

G_END_DECLS
