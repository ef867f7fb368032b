/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

gboolean sema_correlation_find (const double *x, const double *y, gsize n, double *pearson, double *spearman, SemaProgress *progress, GError **error);

G_END_DECLS
