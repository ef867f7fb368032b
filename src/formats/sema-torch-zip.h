/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-list.h"
#include "sema-zip.h"

G_BEGIN_DECLS

gboolean sema_torch_zip_is_one (const SemaZip *zip);
gboolean sema_torch_zip_list (SemaTensorBytes *bytes, const SemaZip *zip, SemaTensorList *list, GArray *members, GPtrArray *warnings, GError **error);

G_END_DECLS
