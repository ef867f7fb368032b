/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-list.h"

#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"

static void
add (SemaTensorList *list, const char *name, gsize length, guint n_axes)
{
  SemaTensorEntry entry = {.type = SEMA_TENSOR_F32, .offset = 7};

  g_assert_true (sema_tensor_list_add_name (list, name, length, NULL));
  for (guint i = 0; i < n_axes; i++)
    g_assert_true (sema_tensor_list_add_axis (list, i + 2, NULL));
  g_assert_true (sema_tensor_list_add (list, &entry, NULL));
}

static void
test_list (void)
{
  g_auto (SemaTensorList) list = {0};
  g_auto (SemaTensorList) copy = {0};
  SemaTensorEntry         other = {.type = SEMA_TENSOR_OTHER};
  guint64                 index;
  gsize                   length;

  add (&list, "a", 1, 2);
  add (&list, "", 0, 0);
  add (&list, "b\0c", 3, 3);
  g_assert_true (sema_tensor_list_add_name (&list, "d", 1, NULL));
  g_assert_true (sema_tensor_list_add_dtype (&list, "<U5", 3, &other.dtype_at, NULL));
  g_assert_true (sema_tensor_list_add (&list, &other, NULL));
  g_assert_true (sema_tensor_list_finish (&list, "file", NULL));

  g_assert_cmpuint (sema_tensor_list_get_n (&list), ==, 4);
  g_assert_cmpuint (sema_tensor_list_peek (&list, 2)->n_axes, ==, 3);
  g_assert_cmpuint (sema_tensor_list_peek_shape (&list, 2)[2], ==, 4);
  g_assert_null (sema_tensor_list_peek_shape (&list, 1));
  g_assert_cmpmem (sema_tensor_list_peek_name (&list, 2, &length), 4, "b\0c", 4);
  g_assert_cmpuint (length, ==, 3);
  g_assert_cmpstr (sema_tensor_list_peek_dtype (&list, 0), ==, "F32");
  g_assert_cmpstr (sema_tensor_list_peek_dtype (&list, 3), ==, "<U5");
  g_assert_true (sema_tensor_list_find (&list, "b\0c", 3, &index));
  g_assert_cmpuint (index, ==, 2);
  g_assert_true (sema_tensor_list_find (&list, "", 0, &index));
  g_assert_false (sema_tensor_list_find (&list, "b", 1, &index));

  g_assert_true (sema_tensor_list_copy (&copy, &list, 3, 5, NULL));
  g_assert_true (sema_tensor_list_copy (&copy, &list, 2, 6, NULL));
  g_assert_cmpstr (sema_tensor_list_peek_dtype (&copy, 0), ==, "<U5");
  g_assert_cmpuint (sema_tensor_list_peek (&copy, 1)->part, ==, 6);
  g_assert_cmpuint (sema_tensor_list_peek_shape (&copy, 1)[0], ==, 2);
}

/* What a file calls a type is shown to people: it is text, whatever its bytes are. */
static void
test_dtype (void)
{
  g_auto (SemaTensorList) list = {0};
  SemaTensorEntry         other = {.type = SEMA_TENSOR_OTHER};

  g_assert_true (sema_tensor_list_add_name (&list, "d", 1, NULL));
  g_assert_true (sema_tensor_list_add_dtype (&list, "Fot\xd3Storage\n", 12, &other.dtype_at, NULL));
  g_assert_true (sema_tensor_list_add (&list, &other, NULL));
  g_assert_true (g_utf8_validate (sema_tensor_list_peek_dtype (&list, 0), -1, NULL));
  g_assert_null (strchr (sema_tensor_list_peek_dtype (&list, 0), '\n'));
}

static void
test_repeat (void)
{
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GError)      error = NULL;

  add (&list, "a", 1, 1);
  add (&list, "b", 1, 1);
  add (&list, "a", 1, 1);
  g_assert_false (sema_tensor_list_finish (&list, "file", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "“a” comes twice"));
}

static void
test_empty (void)
{
  g_auto (SemaTensorList) list = {0};
  guint64                 index;

  g_assert_true (sema_tensor_list_finish (&list, "file", NULL));
  g_assert_cmpuint (sema_tensor_list_get_n (&list), ==, 0);
  g_assert_false (sema_tensor_list_find (&list, "a", 1, &index));
}

static void
test_count (void)
{
  static const guint64 shape[] = {G_GUINT64_CONSTANT (1) << 32, G_GUINT64_CONSTANT (1) << 31, 2, 0};
  guint64              n;

  g_assert_true (sema_tensor_shape_count (NULL, 0, &n));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (sema_tensor_shape_count (shape, 2, &n));
  g_assert_cmpuint (n, ==, G_GUINT64_CONSTANT (1) << 63);
  g_assert_false (sema_tensor_shape_count (shape, 3, &n));
  g_assert_false (sema_tensor_shape_count (shape, 4, &n));
  g_assert_true (sema_tensor_shape_count (shape + 2, 2, &n));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensor-list/list", test_list);
  g_test_add_func ("/formats/tensor-list/dtype", test_dtype);
  g_test_add_func ("/formats/tensor-list/repeat", test_repeat);
  g_test_add_func ("/formats/tensor-list/empty", test_empty);
  g_test_add_func ("/formats/tensor-list/count", test_count);
  return g_test_run ();
}
