/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-bytes.h"
#include "sema-tensor-list.h"

G_BEGIN_DECLS

gboolean sema_torch_old_is_one (const guint8 *bytes, gsize n_bytes);
gboolean sema_torch_old_list (SemaTensorBytes *bytes, SemaTensorList *list, GPtrArray *warnings, GError **error);

G_END_DECLS
