/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SemaModelTensor:
 * @name: bytes of its name, by which it is opened
 * @label: the same for the screen
 * @kind: what its numbers are, such as F16
 * @shape: such as “50257 × 768”; empty for a single number
 * @is_matrix: whether its rows can be opened as vectors
 * @is_embedding: whether it is what is opened unless another is asked for
 * @is_head: whether the output head uses it too
 *
 * One tensor of a file. All is owned.
 */
typedef struct
{
  char    *name;
  char    *label;
  char    *kind;
  char    *shape;
  gboolean is_matrix;
  gboolean is_embedding;
  gboolean is_head;
} SemaModelTensor;

void       sema_model_tensors_list_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_model_tensors_list_finish (GAsyncResult *result, GError **error);

G_END_DECLS
