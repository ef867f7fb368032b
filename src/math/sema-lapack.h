/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sema_lapack_begin (guint n_threads, GError **error);
gboolean sema_lapack_find_axes (double *rows, gsize n, gsize dim, double *values, double *axes, GError **error);
void     sema_lapack_add_products (const double *rows, gsize n, gsize dim, double *products);
void     sema_lapack_add_cross_products (const double *from, const double *to, gsize n, gsize dim, double *products);
void     sema_lapack_multiply (const double *rows, gsize n, gsize dim, const double *matrix, double *products);
gboolean sema_lapack_find_polar_factor (double *matrix, gsize dim, double *factor, GError **error);
gboolean sema_lapack_find_largest_axes (double *matrix, gsize dim, gsize k, double *values, double *axes, GError **error);

G_END_DECLS
