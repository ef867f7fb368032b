/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch-tensor.h"

#include <string.h>

#define MODULE "torch._utils"
#define MAX_WRAPPERS 4 /* a parameter of a parameter… */

/* What PyTorch calls types: as the class of a storage and as a dtype. */
typedef struct
{
  const char    *storage;
  const char    *dtype;
  SemaTensorType type;
} Kind;

static const Kind kinds[] = {
  {"FloatStorage", "float32", SEMA_TENSOR_F32},
  {"HalfStorage", "float16", SEMA_TENSOR_F16},
  {"BFloat16Storage", "bfloat16", SEMA_TENSOR_BF16},
  {"DoubleStorage", "float64", SEMA_TENSOR_F64},
  {"LongStorage", "int64", SEMA_TENSOR_I64},
  {"IntStorage", "int32", SEMA_TENSOR_I32},
  {"ShortStorage", "int16", SEMA_TENSOR_I16},
  {"CharStorage", "int8", SEMA_TENSOR_I8},
  {"ByteStorage", "uint8", SEMA_TENSOR_U8},
  {"BoolStorage", "bool", SEMA_TENSOR_BOOL},
  {"ComplexFloatStorage", "complex64", SEMA_TENSOR_C64},
  {"ComplexDoubleStorage", "complex128", SEMA_TENSOR_C128},
  {"", "uint16", SEMA_TENSOR_U16},
  {"", "uint32", SEMA_TENSOR_U32},
  {"", "uint64", SEMA_TENSOR_U64},
  {"", "float8_e4m3fn", SEMA_TENSOR_F8_E4M3},
  {"", "float8_e5m2", SEMA_TENSOR_F8_E5M2},
  {"", "float8_e4m3fnuz", SEMA_TENSOR_F8_E4M3FNUZ},
  {"", "float8_e5m2fnuz", SEMA_TENSOR_F8_E5M2FNUZ},
  {"", "float8_e8m0fnu", SEMA_TENSOR_F8_E8M0},
  {"UntypedStorage", "", SEMA_TENSOR_U8},
};

static SemaTensorType
find_type (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && length > 0; i++)
    if ((strlen (kinds[i].storage) == length && memcmp (kinds[i].storage, name, length) == 0) ||
        (strlen (kinds[i].dtype) == length && memcmp (kinds[i].dtype, name, length) == 0))
      return kinds[i].type;
  return SEMA_TENSOR_OTHER;
}

/* A type that is named in module torch, or in torch.storage. */
static gboolean
match_type (const SemaPickle *pickle, guint32 value, SemaTensorType *type, const char **name, gsize *length)
{
  if (!sema_pickle_is_global (pickle, value, "torch", NULL) && !sema_pickle_is_global (pickle, value, "torch.storage", NULL))
    return FALSE;
  *name = sema_pickle_peek_bytes (pickle, sema_pickle_peek (pickle, value)->arguments, length);
  *type = find_type (*name, *length);
  return TRUE;
}

/* Of an old file: a part of a storage that is called by another name. */
static gboolean
match_view (const SemaPickle *pickle, guint32 value, SemaTorchStorage *storage)
{
  storage->view_offset = 0;
  storage->view_n = storage->n;
  if (sema_pickle_peek (pickle, value)->kind == SEMA_PICKLE_NONE)
    return TRUE;
  return sema_pickle_get_count (pickle, sema_pickle_get_item (pickle, value, 1), &storage->view_offset) &&
         sema_pickle_get_count (pickle, sema_pickle_get_item (pickle, value, 2), &storage->view_n) &&
         storage->view_offset <= storage->n && storage->view_n <= storage->n - storage->view_offset;
}

/**
 * sema_torch_storage_match:
 * @pickle: a pickle of PyTorch
 * @value: a value of it
 * @storage: (out caller-allocates): what it says
 *
 * Returns: whether the value is one that PyTorch would be asked to find a storage for
 */
gboolean
sema_torch_storage_match (const SemaPickle *pickle, guint32 value, SemaTorchStorage *storage)
{
  guint32 tuple = sema_pickle_peek (pickle, value)->arguments;

  *storage = (SemaTorchStorage) {0};
  if (sema_pickle_peek (pickle, value)->kind != SEMA_PICKLE_PERSISTENT || !sema_pickle_is_text (pickle, sema_pickle_get_item (pickle, tuple, 0), "storage"))
    return FALSE;
  storage->key = sema_pickle_peek_bytes (pickle, sema_pickle_get_item (pickle, tuple, 2), &storage->key_length);
  return storage->key != NULL &&
         match_type (pickle, sema_pickle_get_item (pickle, tuple, 1), &storage->type, &storage->dtype, &storage->dtype_length) &&
         sema_pickle_get_count (pickle, sema_pickle_get_item (pickle, tuple, 4), &storage->n) &&
         match_view (pickle, sema_pickle_get_item (pickle, tuple, 5), storage);
}

static gboolean
calls (const SemaPickle *pickle, guint32 value, const char *name)
{
  const SemaPickleValue *call = sema_pickle_peek (pickle, value);

  return call->kind == SEMA_PICKLE_CALL && sema_pickle_is_global (pickle, call->callee, MODULE, name);
}

static gboolean
is_parameter (const SemaPickle *pickle, guint32 value)
{
  const SemaPickleValue *place = sema_pickle_peek (pickle, value);

  if (calls (pickle, value, "_rebuild_parameter") || calls (pickle, value, "_rebuild_parameter_with_state"))
    return TRUE;
  return (place->kind == SEMA_PICKLE_OBJECT || place->kind == SEMA_PICKLE_CALL) && sema_pickle_is_global (pickle, place->callee, "torch.nn.parameter", "Parameter");
}

/**
 * sema_torch_tensor_unwrap:
 * @pickle: a pickle of PyTorch
 * @value: a value of it
 *
 * Returns: of a parameter the tensor that it is, of anything else the value itself
 */
guint32
sema_torch_tensor_unwrap (const SemaPickle *pickle, guint32 value)
{
  for (guint i = 0; i < MAX_WRAPPERS && is_parameter (pickle, value); i++)
    value = sema_pickle_get_item (pickle, sema_pickle_peek (pickle, value)->arguments, 0);
  return value;
}

/**
 * sema_torch_tensor_is_one:
 * @pickle: a pickle of PyTorch
 * @value: a value of it
 *
 * Returns: whether PyTorch would make a tensor of it, one of those that lie in a storage number by number
 */
gboolean
sema_torch_tensor_is_one (const SemaPickle *pickle, guint32 value)
{
  return calls (pickle, value, "_rebuild_tensor") || calls (pickle, value, "_rebuild_tensor_v2") || calls (pickle, value, "_rebuild_tensor_v3");
}

static gboolean
match_numbers (const SemaPickle *pickle, guint32 tuple, guint64 *numbers, guint *n)
{
  guint32 item = sema_pickle_peek (pickle, tuple)->first;
  guint32 value;

  if (sema_pickle_peek (pickle, tuple)->holds != SEMA_PICKLE_HOLDS_ITEMS)
    return FALSE;
  for (*n = 0; sema_pickle_next (pickle, &item, &value); (*n)++)
    if (*n == SEMA_TORCH_MAX_AXES || !sema_pickle_get_count (pickle, value, &numbers[*n]))
      return FALSE;
  return TRUE;
}

/* A torch.Size is a tuple, or a call with one. */
static guint32
find_size (const SemaPickle *pickle, guint32 value)
{
  const SemaPickleValue *call = sema_pickle_peek (pickle, value);

  if ((call->kind == SEMA_PICKLE_CALL || call->kind == SEMA_PICKLE_OBJECT) && sema_pickle_is_global (pickle, call->callee, "torch", "Size"))
    return sema_pickle_get_item (pickle, call->arguments, 0);
  return value;
}

/**
 * sema_torch_tensor_match:
 * @pickle: a pickle of PyTorch
 * @value: one for which sema_torch_tensor_is_one() holds
 * @tensor: (out caller-allocates): what it says
 *
 * Returns: whether it says all that must be known; nothing is checked against the storage
 */
gboolean
sema_torch_tensor_match (const SemaPickle *pickle, guint32 value, SemaTorchTensor *tensor)
{
  guint32 arguments = sema_pickle_peek (pickle, value)->arguments;
  guint   n_strides;

  if (!sema_torch_storage_match (pickle, sema_pickle_get_item (pickle, arguments, 0), &tensor->storage) ||
      !sema_pickle_get_count (pickle, sema_pickle_get_item (pickle, arguments, 1), &tensor->offset) ||
      !match_numbers (pickle, find_size (pickle, sema_pickle_get_item (pickle, arguments, 2)), tensor->shape, &tensor->n_axes) ||
      !match_numbers (pickle, sema_pickle_get_item (pickle, arguments, 3), tensor->strides, &n_strides))
    return FALSE;
  tensor->type = tensor->storage.type;
  tensor->dtype = tensor->storage.dtype;
  tensor->dtype_length = tensor->storage.dtype_length;
  if (calls (pickle, value, "_rebuild_tensor_v3") &&
      !match_type (pickle, sema_pickle_get_item (pickle, arguments, 6), &tensor->type, &tensor->dtype, &tensor->dtype_length))
    return FALSE;
  return n_strides == tensor->n_axes;
}

/**
 * sema_torch_tensor_measure:
 * @tensor: a tensor
 * @n: (out): how many numbers of its storage it reaches over, from its first to its last; 0 of one that has none
 *
 * Returns: whether that fits 64 bits
 */
gboolean
sema_torch_tensor_measure (const SemaTorchTensor *tensor, guint64 *n)
{
  guint64 last = 0;

  *n = 0;
  for (guint i = 0; i < tensor->n_axes; i++)
    {
      guint64 reach;

      if (tensor->shape[i] == 0)
        return TRUE;
      if (__builtin_mul_overflow (tensor->shape[i] - 1, tensor->strides[i], &reach) || __builtin_add_overflow (last, reach, &last))
        return FALSE;
    }
  return !__builtin_add_overflow (last, 1, n);
}
