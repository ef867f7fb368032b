/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-hash.h"
#include "sema-row-check.h"

G_BEGIN_DECLS

gboolean sema_duplicates_find (const SemaMatrix *matrix, const guint64 *hashes, SemaRowCheck *check, SemaProgress *progress, GError **error);

G_END_DECLS
