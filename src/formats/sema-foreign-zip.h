/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sema_foreign_is_zip (const guint8 *bytes, gsize n_bytes);
gboolean sema_foreign_is_zip_of_tensors (const guint8 *bytes, gsize n_bytes);
char    *sema_foreign_describe_zip (const guint8 *bytes, gsize n_bytes);

G_END_DECLS
