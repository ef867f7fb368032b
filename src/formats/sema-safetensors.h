/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-bytes.h"
#include "sema-tensor-list.h"

G_BEGIN_DECLS

gboolean sema_safetensors_is_header (const guint8 *bytes, gsize n_bytes, guint64 size);
gboolean sema_safetensors_list (SemaTensorBytes *bytes, SemaTensorList *list, GError **error);

G_END_DECLS
