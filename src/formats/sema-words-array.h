/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensors-private.h"

G_BEGIN_DECLS

gboolean sema_words_array_read (const char *path, guint64 n_rows, gboolean is_own, SemaTensorsWords *words, gboolean *found, GPtrArray *warnings, SemaProgress *progress, GError **error);

G_END_DECLS
