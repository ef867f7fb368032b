/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-best.h"
#include "sema-narrow.h"
#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

double *sema_neighbours_normalise (const double *query, gsize dim, GError **error);
GArray *sema_neighbours_find (const SemaSet *set, const double *query, const guint64 *excluded, gsize n_excluded, gsize k, SemaProgress *progress, GError **error);
GArray *sema_neighbours_find_narrow (const SemaSet *set, const SemaNarrow *narrow, const double *query, const guint64 *excluded, gsize n_excluded, gsize k, SemaProgress *progress, GError **error);

G_END_DECLS
