/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaRowsFunc:
 * @first: first row of the chunk
 * @end: one past its last row
 * @chunk: the chunk's number, from 0; results are kept by it, never by thread, so they do not depend on the thread count
 * @data: what was given to sema_parallel_rows()
 */
typedef void (*SemaRowsFunc) (guint64 first, guint64 end, guint64 chunk, gpointer data);

/**
 * SemaTakeFunc:
 * @chunk: the chunk's number, from 0
 * @data: what was given to sema_parallel_rows_in_order()
 *
 * Returns: %FALSE to have no more chunks done
 */
typedef gboolean (*SemaTakeFunc) (guint64 chunk, gpointer data);

guint64  sema_parallel_count_chunks (guint64 n_rows, guint64 rows_per_chunk);
gboolean sema_parallel_rows (guint64 n_rows, guint64 rows_per_chunk, SemaProgress *progress, SemaRowsFunc func, gpointer data);
gboolean sema_parallel_rows_in_order (guint64 n_rows, guint64 rows_per_chunk, SemaProgress *progress, SemaRowsFunc func, SemaTakeFunc take, gpointer data);

guint sema_parallel_get_threads (void);
void  sema_parallel_set_threads (guint n_threads);

G_END_DECLS
