/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-memory.h"
#include "sema-pickle-globals.h"
#include "sema-pickled-array.h"
#include "sema-torch-tensor.h"

static void
use_array (const SemaPickle *pickle, guint32 value)
{
  SemaPickledArray array;
  gsize            n_bytes;

  if (sema_pickled_array_is_one (pickle, value) && sema_pickled_array_match (pickle, value, &array) && array.is_text)
    sema_memory_free (sema_pickled_array_decode (pickle, &array, &n_bytes, NULL));
}

static void
use_tensor (const SemaPickle *pickle, guint32 value)
{
  SemaTorchStorage storage;
  SemaTorchTensor  tensor;
  guint64          n;

  sema_torch_storage_match (pickle, value, &storage);
  if (sema_torch_tensor_is_one (pickle, sema_torch_tensor_unwrap (pickle, value)) && sema_torch_tensor_match (pickle, sema_torch_tensor_unwrap (pickle, value), &tensor))
    sema_torch_tensor_measure (&tensor, &n);
}

/* Whatever is asked of any value. */
static void
use_value (const SemaPickle *pickle, guint32 value)
{
  gsize            length = 0;
  const char      *text = sema_pickle_peek_bytes (pickle, value, &length);
  g_autofree char *name = sema_pickle_peek (pickle, value)->kind == SEMA_PICKLE_GLOBAL ? sema_pickle_build_global_name (pickle, value) : NULL;
  guint64          count;

  g_assert_true (text != NULL || length == 0);
  sema_fuzz_touch (text, length);
  g_assert_true (name == NULL || g_utf8_validate (name, -1, NULL));
  sema_pickle_is_text (pickle, value, "vectors");
  sema_pickle_get_count (pickle, value, &count);
  sema_pickle_get_item (pickle, value, 3);
  sema_pickle_find (pickle, value, "vectors");
  use_array (pickle, value);
  use_tensor (pickle, value);
}

void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaPickle) pickle = sema_pickle_parse (data, size, 0, "a.pkl", NULL, &error);
  g_autoptr (GPtrArray)  warnings = g_ptr_array_new_with_free_func (g_free);

  sema_fuzz_check (pickle != NULL, &error);
  if (pickle == NULL)
    return;
  g_assert_cmpuint (sema_pickle_get_size (pickle), <=, size);
  for (guint32 value = 0; value < sema_pickle_get_n (pickle); value++)
    use_value (pickle, value);
  sema_pickle_globals_warn (pickle, warnings);
  g_ptr_array_add (warnings, NULL);
  sema_fuzz_check_sentences ((const char *const *)warnings->pdata);
}
