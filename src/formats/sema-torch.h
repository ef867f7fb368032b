/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pickle.h"
#include "sema-tensor-list.h"

G_BEGIN_DECLS

/**
 * SemaTorchFile:
 * @label: name of the file for messages
 * @storages: its storages by their keys: each an entry of which `offset`, `n_bytes` and `part` count
 * @is_swapped: whether the bytes of its numbers come the largest first
 * @progress: (nullable): cancels the listing
 *
 * Where the tensors of a file of PyTorch lie.
 */
typedef struct
{
  const char    *label;
  SemaTensorList storages;
  gboolean       is_swapped;
  SemaProgress  *progress;
} SemaTorchFile;

gboolean sema_torch_list (const SemaPickle *pickle, const SemaTorchFile *file, SemaTensorList *list, GPtrArray *warnings, GError **error);

G_END_DECLS
