/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-layer.h"

G_BEGIN_DECLS

SemaMatrix *sema_layer_make_rows (const SemaLayerSettings *settings, const guint64 *rows, gsize n, SemaProgress *progress, GError **error);

G_END_DECLS
