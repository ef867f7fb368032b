/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaSetBuilder:
 *
 * Takes rows one after another, in file order, and makes a SemaSet of them. The memory for the rows grows as they
 * arrive, by the budget of sema-memory.h, never by what a header promises.
 */
typedef struct _SemaSetBuilder SemaSetBuilder;

SemaSetBuilder *sema_set_builder_new (gsize dim, guint64 expected_rows);
void            sema_set_builder_free (SemaSetBuilder *self);

float   *sema_set_builder_add (SemaSetBuilder *self, const char *word, gsize length, GError **error);
void     sema_set_builder_drop_last (SemaSetBuilder *self);
guint64  sema_set_builder_get_n_rows (const SemaSetBuilder *self);
void     sema_set_builder_warn (SemaSetBuilder *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
SemaSet *sema_set_builder_finish (SemaSetBuilder *self, const char *name, const char *format, const char *compression, SemaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSetBuilder, sema_set_builder_free)

G_END_DECLS
