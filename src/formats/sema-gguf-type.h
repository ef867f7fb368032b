/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-type.h"

G_BEGIN_DECLS

/**
 * SemaGgufType:
 * @name: what ggml calls it
 * @n_numbers: how many numbers are in a block, 1 where each stands alone
 * @n_bytes: how many bytes a block has
 * @type: the same for reading; %SEMA_TENSOR_OTHER where that is not supported
 *
 * What the numbers of a tensor of a GGUF file are.
 */
typedef struct
{
  const char    *name;
  guint          n_numbers;
  guint          n_bytes;
  SemaTensorType type;
} SemaGgufType;

gboolean sema_gguf_type_find (guint64 number, SemaGgufType *type);

G_END_DECLS
