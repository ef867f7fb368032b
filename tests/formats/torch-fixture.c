/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torch-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "sema-test-files.h"

/**
 * torch_fixture_text:
 * @bytes: a pickle
 * @text: to be put on its stack
 */
void
torch_fixture_text (GByteArray *bytes, const char *text)
{
  guint32 length = GUINT32_TO_LE ((guint32)strlen (text));

  sema_test_append (bytes, "X", 1);
  sema_test_append (bytes, &length, sizeof length);
  sema_test_append_text (bytes, text);
}

/**
 * torch_fixture_number:
 * @bytes: a pickle
 * @number: to be put on its stack
 */
void
torch_fixture_number (GByteArray *bytes, gint64 number)
{
  gint64 little = GINT64_TO_LE (number);

  sema_test_append (bytes, "\x8a\x08", 2);
  sema_test_append (bytes, &little, sizeof little);
}

/**
 * torch_fixture_global:
 * @bytes: a pickle
 * @module: of what is to be put on its stack
 * @name: in it
 */
void
torch_fixture_global (GByteArray *bytes, const char *module, const char *name)
{
  g_autofree char *text = g_strdup_printf ("c%s\n%s\n", module, name);

  sema_test_append_text (bytes, text);
}

static void
add_numbers (GByteArray *bytes, const char *text)
{
  g_auto (GStrv) numbers = g_strsplit (text, " ", -1);

  sema_test_append_text (bytes, "(");
  for (guint i = 0; numbers[i] != NULL && numbers[i][0] != 0; i++)
    torch_fixture_number (bytes, g_ascii_strtoll (numbers[i], NULL, 10));
  sema_test_append_text (bytes, "t");
}

/**
 * torch_fixture_tensor:
 * @bytes: a pickle
 * @type: class of the storage, such as “FloatStorage”
 * @n: how many numbers it is said to have
 * @offset: where in it the tensor begins
 * @shape: numbers with blanks between
 * @strides: the same
 *
 * Puts a tensor on its stack whose storage is called “0”.
 */
void
torch_fixture_tensor (GByteArray *bytes, const char *type, guint64 n, guint64 offset, const char *shape, const char *strides)
{
  torch_fixture_global (bytes, "torch._utils", "_rebuild_tensor_v2");
  sema_test_append_text (bytes, "((");
  torch_fixture_text (bytes, "storage");
  torch_fixture_global (bytes, "torch", type);
  torch_fixture_text (bytes, "0");
  torch_fixture_text (bytes, "cpu");
  torch_fixture_number (bytes, (gint64)n);
  sema_test_append_text (bytes, "tQ");
  torch_fixture_number (bytes, (gint64)offset);
  add_numbers (bytes, shape);
  add_numbers (bytes, strides);
  sema_test_append_text (bytes, "\x89NtR");
}

/**
 * torch_fixture_list:
 * @bytes: a pickle
 * @n_bytes: size of the only storage, “0”, which begins at byte 1000 of part 3
 * @list: gets the tensors
 * @warnings: gets sentences
 * @error: as sema_torch_list()
 *
 * Returns: as sema_torch_list()
 */
gboolean
torch_fixture_list (GByteArray *bytes, guint64 n_bytes, SemaTensorList *list, GPtrArray *warnings, GError **error)
{
  g_autoptr (SemaPickle) pickle = sema_pickle_parse (bytes->data, bytes->len, 0, "a.pth", NULL, error);
  SemaTorchFile          file = {.label = "a.pth"};
  SemaTensorEntry        storage = {.type = SEMA_TENSOR_U8, .offset = 1000, .n_bytes = n_bytes, .part = 3};
  gboolean               is_listed;

  g_assert_nonnull (pickle);
  sema_tensor_list_add_name (&file.storages, "0", 1, NULL);
  sema_tensor_list_add (&file.storages, &storage, NULL);
  g_assert_true (sema_tensor_list_finish (&file.storages, "a.pth", NULL));
  is_listed = sema_torch_list (pickle, &file, list, warnings, error);
  sema_tensor_list_clear (&file.storages);
  return is_listed;
}
