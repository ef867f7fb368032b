/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensors-private.h"

G_BEGIN_DECLS

/* The words of an array's rows, in a text beside it: one a line. */

char    *sema_words_beside_build_path (const char *path);
gboolean sema_words_beside_read (const char *path, guint64 n_rows, SemaTensorsWords *words, gboolean *found, GPtrArray *warnings, SemaProgress *progress, GError **error);

G_END_DECLS
