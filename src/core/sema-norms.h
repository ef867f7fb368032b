/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"

G_BEGIN_DECLS

double sema_norms_measure (const SemaFloat *row, gsize dim);

G_END_DECLS
