/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-torch.h"

#define N_BYTES 4096 /* of each storage */

/* The pickle of a model, which in a file lies behind a checksum. The storages are called as torch calls them. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  static const char       names[] = "0123456789";
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaPickle)  pickle = sema_pickle_parse (data, size, 0, "a.pth", NULL, &error);
  SemaTorchFile           file = {.label = "a.pth", .is_swapped = size % 2 == 1};
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GPtrArray)   warnings = g_ptr_array_new_with_free_func (g_free);

  if (pickle == NULL)
    return;
  for (guint i = 0; names[i] != 0; i++)
    {
      SemaTensorEntry storage = {.type = SEMA_TENSOR_U8, .offset = i * N_BYTES, .n_bytes = N_BYTES};

      g_assert_true (sema_tensor_list_add_name (&file.storages, names + i, 1, NULL) && sema_tensor_list_add (&file.storages, &storage, NULL));
    }
  g_assert_true (sema_tensor_list_finish (&file.storages, "a.pth", NULL));
  sema_fuzz_check (sema_torch_list (pickle, &file, &list, warnings, &error), &error);
  sema_tensor_list_clear (&file.storages);
  for (guint64 i = 0; error == NULL && i < sema_tensor_list_get_n (&list); i++)
    sema_fuzz_check_extent (&list, i, (sema_tensor_list_peek (&list, i)->offset / N_BYTES + 1) * N_BYTES);
  g_ptr_array_add (warnings, NULL);
  sema_fuzz_check_sentences ((const char *const *)warnings->pdata);
}
