/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"

G_BEGIN_DECLS

GString *sema_npy_write_header (guint64 n_rows, gsize dim);
GBytes  *sema_npy_write (const SemaMatrix *matrix, GError **error);

G_END_DECLS
