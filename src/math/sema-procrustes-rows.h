/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-common-rows.h"

G_BEGIN_DECLS

gboolean sema_procrustes_rows_find (const SemaCommonRows *common, double *rotation, SemaProgress *progress, GError **error);

G_END_DECLS
