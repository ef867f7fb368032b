/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-common-rows.h"

G_BEGIN_DECLS

gboolean sema_moves_measure (const SemaCommonRows *common, const double *rotation, double *cosines, double *distances, SemaProgress *progress, GError **error);

G_END_DECLS
