/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TableRowFunc) (char **cells);

void table_for_each_row (const char *name, guint n_cells, TableRowFunc func);

G_END_DECLS
