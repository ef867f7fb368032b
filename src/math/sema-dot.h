/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"

G_BEGIN_DECLS

/* Codes multiplied at a time: rows of codes are padded to a multiple of it. */
#define SEMA_DOT_CODES 16
/* Columns multiplied at a time. */
#define SEMA_DOT_COLUMNS 16

void   sema_dot_rows (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *dots);
void   sema_dot_row_distances (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *squares);
double sema_dot_measured_row (const SemaFloat *row, gsize dim, const double *query, double *dot);
void   sema_dot_columns (const double *columns, gsize dim, const double *queries, gsize n_queries, double *dots, gsize stride);
void   sema_dot_codes (const gint8 *codes, gsize n, gsize stride, const gint16 *query, gint32 *dots);
double sema_dot (const double *a, const double *b, gsize dim);
double sema_dot_squared_distance (const double *a, const double *b, gsize dim);

G_END_DECLS
