/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickled-array.h"

#include <string.h>

#include "sema-memory.h"
#include "sema-utf8.h"

static gboolean
calls (const SemaPickle *pickle, guint32 value, const char *module, const char *newer_module, const char *name)
{
  const SemaPickleValue *call = sema_pickle_peek (pickle, value);

  return call->kind == SEMA_PICKLE_CALL &&
         (sema_pickle_is_global (pickle, call->callee, module, name) || sema_pickle_is_global (pickle, call->callee, newer_module, name));
}

static gboolean
is_reconstructed (const SemaPickle *pickle, guint32 value)
{
  return calls (pickle, value, "numpy.core.multiarray", "numpy._core.multiarray", "_reconstruct");
}

/* What protocol 5 has. */
static gboolean
is_from_buffer (const SemaPickle *pickle, guint32 value)
{
  return calls (pickle, value, "numpy.core.numeric", "numpy._core.numeric", "_frombuffer");
}

/**
 * sema_pickled_array_is_one:
 * @pickle: a pickle
 * @value: a value of it
 *
 * Returns: whether NumPy would make an array of it
 */
gboolean
sema_pickled_array_is_one (const SemaPickle *pickle, guint32 value)
{
  return is_reconstructed (pickle, value) || is_from_buffer (pickle, value);
}

/* numpy.dtype('f4', …), whose state has the order of the bytes. */
static gboolean
match_type (const SemaPickle *pickle, guint32 value, SemaNpyHeader *header)
{
  const SemaPickleValue *call = sema_pickle_peek (pickle, value);
  gsize                  n_code, n_order;
  const char            *code, *order;
  char                   descr[SEMA_NPY_DESCR_SIZE];

  /* Only a call has arguments; what stands in their place elsewhere is a number of the file. */
  if (call->kind != SEMA_PICKLE_CALL || !sema_pickle_is_global (pickle, call->callee, "numpy", "dtype"))
    return FALSE;
  code = sema_pickle_peek_bytes (pickle, sema_pickle_get_item (pickle, call->arguments, 0), &n_code);
  order = sema_pickle_peek_bytes (pickle, sema_pickle_get_item (pickle, call->state, 1), &n_order);
  if (code == NULL || n_code == 0 || n_code + 2 > sizeof descr || order == NULL || n_order != 1)
    return FALSE;
  descr[0] = order[0];
  memcpy (descr + 1, code, n_code);
  descr[n_code + 1] = 0;
  return sema_npy_header_set_descr (header, descr, n_code + 1);
}

static gboolean
match_shape (const SemaPickle *pickle, guint32 value, SemaNpyHeader *header)
{
  guint32 item = sema_pickle_peek (pickle, value)->first;
  guint32 size;

  if (sema_pickle_peek (pickle, value)->kind != SEMA_PICKLE_TUPLE)
    return FALSE;
  for (header->n_axes = 0; sema_pickle_next (pickle, &item, &size); header->n_axes++)
    if (header->n_axes == SEMA_NPY_MAX_AXES || !sema_pickle_get_count (pickle, size, &header->shape[header->n_axes]))
      return FALSE;
  return TRUE;
}

/* Bytes, or as protocol 2 has them from Python 3: _codecs.encode (a text, 'latin1'). */
static gboolean
match_numbers (const SemaPickle *pickle, guint32 value, SemaPickledArray *array)
{
  const SemaPickleValue *place = sema_pickle_peek (pickle, value);

  array->numbers = value;
  if (place->kind == SEMA_PICKLE_BYTES)
    return TRUE;
  if (place->kind != SEMA_PICKLE_CALL || !sema_pickle_is_global (pickle, place->callee, "_codecs", "encode") ||
      !sema_pickle_is_text (pickle, sema_pickle_get_item (pickle, place->arguments, 1), "latin1"))
    return FALSE;
  array->is_text = TRUE;
  array->numbers = sema_pickle_get_item (pickle, place->arguments, 0);
  return sema_pickle_peek (pickle, array->numbers)->kind == SEMA_PICKLE_TEXT;
}

/**
 * sema_pickled_array_match:
 * @pickle: a pickle
 * @value: one for which sema_pickled_array_is_one() holds
 * @array: (out caller-allocates): what it says
 *
 * Returns: whether it says all that must be known; nothing is checked against the numbers
 */
gboolean
sema_pickled_array_match (const SemaPickle *pickle, guint32 value, SemaPickledArray *array)
{
  gboolean               is_new = is_from_buffer (pickle, value);
  const SemaPickleValue *call = sema_pickle_peek (pickle, value);
  guint32                tuple = is_new ? call->arguments : call->state;
  guint32                order = sema_pickle_get_item (pickle, tuple, 3);

  *array = (SemaPickledArray) {0};
  array->header.is_fortran = is_new ? sema_pickle_is_text (pickle, order, "F")
                                    : sema_pickle_peek (pickle, order)->kind == SEMA_PICKLE_BOOL && sema_pickle_peek (pickle, order)->integer;
  return match_type (pickle, sema_pickle_get_item (pickle, tuple, is_new ? 1 : 2), &array->header) &&
         match_shape (pickle, sema_pickle_get_item (pickle, tuple, is_new ? 2 : 1), &array->header) &&
         match_numbers (pickle, sema_pickle_get_item (pickle, tuple, is_new ? 0 : 4), array);
}

/**
 * sema_pickled_array_decode:
 * @pickle: a pickle
 * @array: one of it that is a text
 * @n_bytes: (out): how many bytes come out
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): the bytes that its characters are, up to the first that is none; a block from sema-memory.h
 */
guint8 *
sema_pickled_array_decode (const SemaPickle *pickle, const SemaPickledArray *array, gsize *n_bytes, GError **error)
{
  gsize       length;
  const char *text = sema_pickle_peek_bytes (pickle, array->numbers, &length);
  const char *end = text + length;
  guint8     *bytes = sema_memory_alloc (length, error);

  *n_bytes = 0;
  while (bytes != NULL && text < end)
    {
      gunichar ch = sema_utf8_next (&text, end);

      if (ch > 255)
        break;
      bytes[(*n_bytes)++] = (guint8)ch;
    }
  return bytes;
}
