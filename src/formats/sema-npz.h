/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-bytes.h"
#include "sema-tensor-list.h"

G_BEGIN_DECLS

gboolean sema_npz_list (SemaTensorBytes *bytes, SemaTensorList *list, GArray *members, GPtrArray *warnings, GError **error);

G_END_DECLS
