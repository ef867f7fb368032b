/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensors.h"

G_BEGIN_DECLS

gboolean sema_gguf_is_one (const guint8 *bytes, gsize n_bytes);
gboolean sema_gguf_list (SemaTensors *self, GError **error);

G_END_DECLS
