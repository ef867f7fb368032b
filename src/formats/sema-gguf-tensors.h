/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-gguf-values.h"
#include "sema-tensor-list.h"

G_BEGIN_DECLS

gboolean sema_gguf_tensors_list (const SemaGgufValues *values, SemaGgufReader *reader, SemaTensorList *list, guint64 *end, GError **error);

G_END_DECLS
