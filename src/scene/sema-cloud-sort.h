/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

#define SEMA_CLOUD_SORT_STEPS 4 /* times each entry is looked at */

gboolean sema_cloud_sort (guint64 *entries, guint64 *spare, guint64 n, SemaProgress *progress);

G_END_DECLS
