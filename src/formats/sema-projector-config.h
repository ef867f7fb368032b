/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaProjectorEmbedding:
 * @name: (nullable): what it is called
 * @tensors: (nullable): path of its numbers, relative to the configuration
 * @metadata: (nullable): path of its labels, likewise
 * @shape: rows and numbers of each, where they are told; else 0
 *
 * One embedding of a configuration of the Embedding Projector. All is owned.
 */
typedef struct
{
  char   *name;
  char   *tensors;
  char   *metadata;
  guint64 shape[2];
} SemaProjectorEmbedding;

gboolean   sema_projector_config_is_one (const guint8 *bytes, gsize n_bytes);
GPtrArray *sema_projector_config_parse (const char *label, const char *text, gsize length, SemaProgress *progress, GError **error);
gboolean   sema_projector_config_is_safe (const char *path);

G_END_DECLS
