/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"
#include "sema-tensors.h"

G_BEGIN_DECLS

/**
 * SemaTensorsTokenFunc:
 * @id: of a row
 * @length: (out): bytes of its token
 * @data: what was given to sema_tensors_load_set()
 *
 * Returns: (transfer none) (nullable): the token, valid until the next call; %NULL when the row has none
 */
typedef const char *(*SemaTensorsTokenFunc) (guint64 id, gsize *length, gpointer data);

void     sema_tensors_want_rows (SemaTensors *self, guint64 most_rows);
guint64  sema_tensors_limit_rows (const SemaTensors *self, guint64 n_rows);
SemaSet *sema_tensors_load_set (SemaTensors *self, guint64 index, const char *name, SemaTensorsTokenFunc token, gpointer data, const char *note, SemaProgress *progress, GError **error);

G_END_DECLS
