/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize sema_hull_find (const double *points, gsize n, gsize *corners);

G_END_DECLS
