/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-columns.h"
#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaProjectorMetadata:
 * @words: the words, a NUL after each; empty when the file does not fit
 * @starts: guint64: (n + 1) where each begins
 * @columns: (nullable): all columns, where there are several
 *
 * What a metadata.tsv of the Embedding Projector says. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer   words;
  SemaBuffer   starts;
  SemaColumns *columns;
} SemaProjectorMetadata;

char *sema_projector_metadata_build_path (const char *path);
char *sema_projector_metadata_find (const char *path);

gboolean sema_projector_metadata_count (const char *path, guint64 counts[2], SemaProgress *progress, GError **error);
gboolean sema_projector_metadata_read (SemaProjectorMetadata *self, const char *path, guint64 n_rows, guint64 n_expected, GPtrArray *warnings, SemaProgress *progress, GError **error);
gboolean sema_projector_metadata_add_word (SemaProjectorMetadata *self, const char *word, gsize length, GError **error);
void     sema_projector_metadata_clear (SemaProjectorMetadata *self);

/* Which column has the words: that of the Projector itself, the first that is not all numbers. */
guint sema_projector_metadata_choose (const SemaColumns *columns);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaProjectorMetadata, sema_projector_metadata_clear)

G_END_DECLS
