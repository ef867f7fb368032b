/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensors.h"

G_BEGIN_DECLS

gboolean sema_gensim_is_one (const guint8 *bytes, gsize n_bytes);
gboolean sema_gensim_list (SemaTensors *self, const char *path, GError **error);

G_END_DECLS
