/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-list.h"

G_BEGIN_DECLS

gboolean sema_tied_head_find (const SemaTensorList *list, guint64 embedding, const char *folder);

G_END_DECLS
