/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch-tensor.h"

#include <string.h>

#include "sema-test-files.h"
#include "torch-fixture.h"

static SemaPickle *
parse (GByteArray *bytes)
{
  SemaPickle *pickle;

  sema_test_append_text (bytes, ".");
  pickle = sema_pickle_parse (bytes->data, bytes->len, 0, "a", NULL, NULL);
  g_assert_nonnull (pickle);
  return pickle;
}

static void
test_match (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SemaPickle) pickle = NULL;
  SemaTorchTensor        tensor;
  guint64                n;

  torch_fixture_tensor (bytes, "BFloat16Storage", 100, 7, "4 5", "10 1");
  pickle = parse (bytes);
  g_assert_true (sema_torch_tensor_is_one (pickle, sema_pickle_get_top (pickle)));
  g_assert_true (sema_torch_tensor_match (pickle, sema_pickle_get_top (pickle), &tensor));
  g_assert_cmpint (tensor.type, ==, SEMA_TENSOR_BF16);
  g_assert_cmpmem (tensor.dtype, tensor.dtype_length, "BFloat16Storage", 15);
  g_assert_cmpmem (tensor.storage.key, tensor.storage.key_length, "0", 1);
  g_assert_cmpuint (tensor.storage.n, ==, 100);
  g_assert_cmpuint (tensor.storage.view_n, ==, 100);
  g_assert_cmpuint (tensor.offset, ==, 7);
  g_assert_cmpuint (tensor.n_axes, ==, 2);
  g_assert_cmpuint (tensor.shape[1], ==, 5);
  g_assert_cmpuint (tensor.strides[0], ==, 10);
  g_assert_true (sema_torch_tensor_measure (&tensor, &n));
  g_assert_cmpuint (n, ==, 35);
}

/* A parameter is its tensor, a parameter of a parameter too. */
static void
test_unwrap (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SemaPickle) pickle = NULL;

  torch_fixture_global (bytes, "torch._utils", "_rebuild_parameter");
  torch_fixture_global (bytes, "torch._utils", "_rebuild_parameter_with_state");
  torch_fixture_tensor (bytes, "FloatStorage", 1, 0, "", "");
  sema_test_append_text (bytes, "\x88N\x87R\x88N\x87R");
  pickle = parse (bytes);
  g_assert_false (sema_torch_tensor_is_one (pickle, sema_pickle_get_top (pickle)));
  g_assert_true (sema_torch_tensor_is_one (pickle, sema_torch_tensor_unwrap (pickle, sema_pickle_get_top (pickle))));
}

/* The newest form: bytes, and the type beside them. */
static void
test_untyped (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SemaPickle) pickle = NULL;
  SemaTorchTensor        tensor;

  torch_fixture_global (bytes, "torch._utils", "_rebuild_tensor_v3");
  sema_test_append_text (bytes, "((");
  torch_fixture_text (bytes, "storage");
  torch_fixture_global (bytes, "torch.storage", "UntypedStorage");
  torch_fixture_text (bytes, "key");
  torch_fixture_text (bytes, "cpu");
  torch_fixture_number (bytes, 24);
  sema_test_append_text (bytes, "tQ");
  torch_fixture_number (bytes, 0);
  sema_test_append_text (bytes, "K\2K\3\x86K\3K\1\x86\x89N");
  torch_fixture_global (bytes, "torch", "uint32");
  sema_test_append_text (bytes, "}tR");
  pickle = parse (bytes);
  g_assert_true (sema_torch_tensor_match (pickle, sema_pickle_get_top (pickle), &tensor));
  g_assert_cmpint (tensor.type, ==, SEMA_TENSOR_U32);
  g_assert_cmpint (tensor.storage.type, ==, SEMA_TENSOR_U8);
  g_assert_cmpuint (tensor.storage.n, ==, 24);
}

/* Where the place of a storage is said by what is not. */
static void
test_no_match (void)
{
  static const char *const others[] = {"N", ")", "NQ", ")Q", "]Q", "ctorch._utils\n_rebuild_tensor_v2\n)R", "ctorch._utils\n_rebuild_tensor_v2\n(NNNNtR",
                                       "ctorch._utils\n_rebuild_parameter\n)R", "cos\nsystem\n)R"};
  SemaTorchTensor          tensor;
  SemaTorchStorage         storage;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_bytes (others[i]);
      g_autoptr (SemaPickle) pickle = parse (bytes);

      g_assert_false (sema_torch_tensor_match (pickle, sema_torch_tensor_unwrap (pickle, sema_pickle_get_top (pickle)), &tensor));
      g_assert_false (sema_torch_storage_match (pickle, sema_pickle_get_top (pickle), &storage));
    }
}

/* The part of a storage that old files call by a name of its own. */
static void
test_view (void)
{
  static const struct
  {
    gint64   offset, n;
    gboolean is_right;
  } cases[] = {{2, 3, TRUE}, {10, 0, TRUE}, {0, 11, FALSE}, {11, 0, FALSE}, {5, 6, FALSE}, {G_MAXINT64, G_MAXINT64, FALSE}, {-1, 1, FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_bytes ("(");
      g_autoptr (SemaPickle) pickle = NULL;
      SemaTorchStorage       storage;

      torch_fixture_text (bytes, "storage");
      torch_fixture_global (bytes, "torch", "FloatStorage");
      torch_fixture_text (bytes, "0");
      torch_fixture_text (bytes, "cpu");
      torch_fixture_number (bytes, 10);
      torch_fixture_text (bytes, "view");
      torch_fixture_number (bytes, cases[i].offset);
      torch_fixture_number (bytes, cases[i].n);
      sema_test_append_text (bytes, "\x87tQ");
      pickle = parse (bytes);
      g_assert_cmpint (sema_torch_storage_match (pickle, sema_pickle_get_top (pickle), &storage), ==, cases[i].is_right);
      g_assert_true (!cases[i].is_right || (storage.view_offset == (guint64)cases[i].offset && storage.view_n == (guint64)cases[i].n));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/torch-tensor/match", test_match);
  g_test_add_func ("/formats/torch-tensor/unwrap", test_unwrap);
  g_test_add_func ("/formats/torch-tensor/untyped", test_untyped);
  g_test_add_func ("/formats/torch-tensor/no-match", test_no_match);
  g_test_add_func ("/formats/torch-tensor/view", test_view);
  return g_test_run ();
}
