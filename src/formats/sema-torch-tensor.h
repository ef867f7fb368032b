/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pickle.h"
#include "sema-tensor-type.h"

G_BEGIN_DECLS

#define SEMA_TORCH_MAX_AXES 64 /* of a tensor, as PyTorch has it */

/**
 * SemaTorchStorage:
 * @key: the text that it is called in the file; not NUL-terminated
 * @key_length: its bytes
 * @type: what its numbers are; %SEMA_TENSOR_OTHER when that has no number here, or when each tensor says it
 * @dtype: what PyTorch calls them; not NUL-terminated
 * @dtype_length: its bytes
 * @n: how many numbers it has
 * @view_offset: where in it the part begins that is meant, in numbers
 * @view_n: how many numbers the part has
 *
 * Numbers in a row that tensors lie in.
 */
typedef struct
{
  const char    *key;
  gsize          key_length;
  SemaTensorType type;
  const char    *dtype;
  gsize          dtype_length;
  guint64        n;
  guint64        view_offset;
  guint64        view_n;
} SemaTorchStorage;

/**
 * SemaTorchTensor:
 * @storage: where its numbers lie
 * @type: what they are
 * @dtype: what PyTorch calls them; not NUL-terminated
 * @dtype_length: its bytes
 * @offset: where in the storage the first is, in numbers
 * @n_axes: how many axes it has
 * @shape: their sizes
 * @strides: how many numbers further the next of each axis lies; 0 where it is the same number again
 *
 * What a pickle says about a tensor. Texts are borrowed from it.
 */
typedef struct
{
  SemaTorchStorage storage;
  SemaTensorType   type;
  const char      *dtype;
  gsize            dtype_length;
  guint64          offset;
  guint            n_axes;
  guint64          shape[SEMA_TORCH_MAX_AXES];
  guint64          strides[SEMA_TORCH_MAX_AXES];
} SemaTorchTensor;

gboolean sema_torch_storage_match (const SemaPickle *pickle, guint32 value, SemaTorchStorage *storage);
guint32  sema_torch_tensor_unwrap (const SemaPickle *pickle, guint32 value);
gboolean sema_torch_tensor_is_one (const SemaPickle *pickle, guint32 value);
gboolean sema_torch_tensor_match (const SemaPickle *pickle, guint32 value, SemaTorchTensor *tensor);
gboolean sema_torch_tensor_measure (const SemaTorchTensor *tensor, guint64 *n);

G_END_DECLS
