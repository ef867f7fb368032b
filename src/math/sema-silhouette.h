/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

gboolean sema_silhouette_find (const double *vectors, gsize n, gsize dim, const guint *const *labellings, gsize n_labellings, SemaProgress *progress, double *means, GError **error);

G_END_DECLS
