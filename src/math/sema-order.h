/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

guint32 *sema_order_new (const double *values, guint32 n, gboolean descending, SemaProgress *progress, GError **error);

G_END_DECLS
