/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file is that does not open here, by its first bytes. */

#define SEMA_FOREIGN_LOOK (64 * 1024) /* bytes that are worth looking at */

gboolean sema_foreign_is_model (const guint8 *bytes, gsize n_bytes);
char    *sema_foreign_describe_magic (const guint8 *bytes, gsize n_bytes);

G_END_DECLS
