/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-bytes.h"
#include "sema-tensor-list.h"

G_BEGIN_DECLS

#define SEMA_SHARD_INDEX_MAX 4096

/**
 * SemaShard:
 * @name: base name of the file
 * @size: its bytes; 0 where it could not be read
 *
 * One of the files that hold the tensors of a model.
 */
typedef struct
{
  char   *name;
  guint64 size;
} SemaShard;

GArray  *sema_shards_new (void);
gboolean sema_shard_index_is_one (const guint8 *bytes, gsize n_bytes);
gboolean sema_shard_index_list (SemaTensorBytes *bytes, const char *folder, SemaTensorList *list, GArray *shards, GPtrArray *warnings, GError **error);

G_END_DECLS
