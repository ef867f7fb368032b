/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-type.h"

static void
assert_type (guint64 number, const char *name, guint n_numbers, guint n_bytes, gboolean is_readable)
{
  SemaGgufType type;

  g_assert_true (sema_gguf_type_find (number, &type));
  g_assert_cmpstr (type.name, ==, name);
  g_assert_cmpuint (type.n_numbers, ==, n_numbers);
  g_assert_cmpuint (type.n_bytes, ==, n_bytes);
  g_assert_cmpint (sema_tensor_type_is_readable (type.type), ==, is_readable);
}

/* Sizes of ggml-common.h. */
static void
test_sizes (void)
{
  assert_type (0, "F32", 1, 4, TRUE);
  assert_type (1, "F16", 1, 2, TRUE);
  assert_type (2, "Q4_0", 32, 18, TRUE);
  assert_type (3, "Q4_1", 32, 20, TRUE);
  assert_type (6, "Q5_0", 32, 22, TRUE);
  assert_type (7, "Q5_1", 32, 24, TRUE);
  assert_type (8, "Q8_0", 32, 34, TRUE);
  assert_type (9, "Q8_1", 32, 36, TRUE);
  assert_type (10, "Q2_K", 256, 84, TRUE);
  assert_type (11, "Q3_K", 256, 110, TRUE);
  assert_type (12, "Q4_K", 256, 144, TRUE);
  assert_type (13, "Q5_K", 256, 176, TRUE);
  assert_type (14, "Q6_K", 256, 210, TRUE);
  assert_type (15, "Q8_K", 256, 292, FALSE);
  assert_type (16, "IQ2_XXS", 256, 66, FALSE);
  assert_type (20, "IQ4_NL", 32, 18, TRUE);
  assert_type (23, "IQ4_XS", 256, 136, TRUE);
  assert_type (24, "I8", 1, 1, FALSE);
  assert_type (27, "I64", 1, 8, FALSE);
  assert_type (28, "F64", 1, 8, TRUE);
  assert_type (30, "BF16", 1, 2, TRUE);
  assert_type (34, "TQ1_0", 256, 54, FALSE);
  assert_type (39, "MXFP4", 32, 17, TRUE);
  assert_type (42, "Q2_0", 64, 18, FALSE);
}

static void
test_missing (void)
{
  static const guint64 missing[] = {4, 5, 31, 32, 33, 36, 37, 38, 43, 0xffffffff, G_MAXUINT64};
  SemaGgufType         type;

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_false (sema_gguf_type_find (missing[i], &type));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gguf-type/sizes", test_sizes);
  g_test_add_func ("/formats/gguf-type/missing", test_missing);
  return g_test_run ();
}
