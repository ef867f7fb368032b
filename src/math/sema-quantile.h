/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

gboolean sema_quantile_find (const double *values, guint32 n, double share, double *quantile, SemaProgress *progress, GError **error);

G_END_DECLS
