/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sema_procrustes_find (const double *from, const double *to, gsize n, gsize dim, double *rotation, GError **error);
void     sema_procrustes_turn (double *vectors, gsize n, gsize dim, const double *rotation);

G_END_DECLS
