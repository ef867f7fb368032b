/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-math-error.h"
#include "sema-neighbours.h"

G_BEGIN_DECLS

gboolean sema_analogy_query (const SemaSet *set, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, double *query, GError **error);
GArray  *sema_analogy_find (const SemaSet *set, const SemaNarrow *narrow, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, gsize k, SemaProgress *progress, GError **error);

G_END_DECLS
