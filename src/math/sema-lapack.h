/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sema_lapack_find_axes (double *rows, gsize n, gsize dim, double *values, double *axes, GError **error);

G_END_DECLS
