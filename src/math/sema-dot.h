/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"

G_BEGIN_DECLS

void   sema_dot_rows (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *dots);
double sema_dot (const double *a, const double *b, gsize dim);
double sema_dot_squared_distance (const double *a, const double *b, gsize dim);

G_END_DECLS
