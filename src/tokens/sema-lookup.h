/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"
#include "sema-progress.h"

G_BEGIN_DECLS

void     sema_lookup_rows (const SemaMatrix *weight, const guint64 *ids, gsize n, float *output);
gboolean sema_lookup_multiply (const SemaMatrix *weight, const guint64 *ids, gsize n, float *output, SemaProgress *progress);
double   sema_lookup_compare (const float *a, const float *b, gsize n);

G_END_DECLS
