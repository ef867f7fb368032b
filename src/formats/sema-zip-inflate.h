/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-zip.h"

G_BEGIN_DECLS

gboolean sema_zip_inflate (SemaTensorBytes *bytes, const SemaZipEntry *entry, guint8 *buffer, guint64 n_bytes, SemaProgress *progress, const char **clause, GError **error);

G_END_DECLS
