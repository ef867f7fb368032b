/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-order-model.h"

G_BEGIN_DECLS

GBytes *sema_order_text_print (const SemaOrderTable *kind, gpointer table, const guint32 *rows, guint32 n, SemaProgress *progress, GError **error);

G_END_DECLS
