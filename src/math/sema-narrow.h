/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/* The widest rows that a direction can be compared with. */
#define SEMA_NARROW_MAX_DIM 65536

/**
 * SemaNarrow:
 *
 * The unit vectors of a set in a quarter of its bytes, with how far each lies from the true one at most: enough to tell which
 * rows cannot be near a direction. Read only once it is made, and shared by reference between threads.
 */
typedef struct _SemaNarrow SemaNarrow;

/**
 * SemaNarrowQuery:
 *
 * A direction, ready to be compared with the rows of a #SemaNarrow.
 */
typedef struct _SemaNarrowQuery SemaNarrowQuery;

SemaNarrow *sema_narrow_new (const SemaSet *set, SemaProgress *progress, GError **error);
SemaNarrow *sema_narrow_ref (SemaNarrow *self);
void        sema_narrow_unref (SemaNarrow *self);

guint64 sema_narrow_get_n_rows (const SemaNarrow *self);
gsize   sema_narrow_get_dim (const SemaNarrow *self);
guint64 sema_narrow_get_size (const SemaNarrow *self);

SemaNarrowQuery *sema_narrow_query_new (const SemaNarrow *self, const double *unit, GError **error);
void             sema_narrow_query_free (SemaNarrowQuery *query);
float            sema_narrow_bound (const SemaNarrow *self, const SemaNarrowQuery *query, guint64 first, gsize n, float *lowers, float *uppers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaNarrow, sema_narrow_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaNarrowQuery, sema_narrow_query_free)

G_END_DECLS
