/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-source.h"

G_BEGIN_DECLS

/**
 * SemaProjectorTensors:
 * @values: (n_rows, dim) float
 * @dim: numbers of a row
 * @n_rows: how many rows were read
 * @n_all: how many there are in all
 * @warnings: (element-type utf8): sentences
 *
 * The numbers of an embedding as the Embedding Projector has them.
 */
typedef struct
{
  SemaBuffer values;
  gsize      dim;
  guint64    n_rows;
  guint64    n_all;
  GPtrArray *warnings;
} SemaProjectorTensors;

gboolean sema_projector_tensors_check_lines (SemaSource *source, GError **error);
gboolean sema_projector_tensors_look (SemaSource *source, gsize *dim, gboolean *has_point, GError **error);
gboolean sema_projector_tensors_read_text (SemaProjectorTensors *self, SemaSource *source, guint64 most_rows, GError **error);
gboolean sema_projector_tensors_read_bytes (SemaProjectorTensors *self, const char *path, const guint64 shape[2], guint64 most_rows, SemaProgress *progress, GError **error);
void     sema_projector_tensors_init (SemaProjectorTensors *self);
void     sema_projector_tensors_clear (SemaProjectorTensors *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaProjectorTensors, sema_projector_tensors_clear)

G_END_DECLS
