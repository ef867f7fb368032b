/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-product-quantizer.h"

#include <string.h>

#include "sema-memory.h"
#include "sema-test-files.h"

#define N_CENTROIDS 256

/* Two rows of five numbers in pieces of two: centroid c of piece p has the numbers 10·p + c + i/10. Then codes, codes of lengths, lengths. */
static GByteArray *
make (void)
{
  static const guint8 codes[] = {0, 1, 2, 255, 254, 253, 3, 4};
  GByteArray         *bytes = sema_test_bytes ("");
  float               value;

  for (guint part = 0; part < 3; part++)
    for (guint code = 0; code < N_CENTROIDS; code++)
      for (guint i = 0; i < (part < 2 ? 2 : 1); i++)
        {
          value = (float)(10 * part + code) + (float)i / 10;
          sema_test_append (bytes, &value, sizeof value);
        }
  sema_test_append (bytes, codes, sizeof codes);
  for (guint i = 0; i < N_CENTROIDS; i++)
    {
      value = (float)i / 2;
      sema_test_append (bytes, &value, sizeof value);
    }
  return bytes;
}

static void
assert_rows (SemaTensorBytes *bytes)
{
  SemaProductQuantizer quantizer = {.n_rows = 2, .dim = 5, .n_parts = 3, .part_dim = 2, .last_dim = 1, .codes_at = 5120, .norm_codes_at = 5126, .norms_at = 5128};
  const float          first[] = {0, 0.1f, 11, 11.1f, 22}, second[] = {255, 255.1f, 264, 264.1f, 273};
  float                values[5];

  for (guint i = 0; i < 2; i++)
    {
      quantizer.has_norms = i == 1;
      g_assert_true (sema_product_quantizer_read (&quantizer, bytes, 0, values, NULL));
      for (guint j = 0; j < 5; j++)
        g_assert_cmpfloat (values[j], ==, i == 1 ? first[j] * 1.5f : first[j]);
      g_assert_true (sema_product_quantizer_read (&quantizer, bytes, 1, values, NULL));
      for (guint j = 0; j < 5; j++)
        g_assert_cmpfloat (values[j], ==, i == 1 ? second[j] * 2 : second[j]);
    }
}

/* In memory, in a file that is read, and in one that is mapped. */
static void
test_read (void)
{
  g_autoptr (GByteArray)      bytes = make ();
  g_autofree char            *path = sema_test_files_write ("quantised", bytes->data, bytes->len);
  g_autoptr (SemaTensorBytes) file = sema_tensor_bytes_open (path, NULL, NULL);
  guint8                     *copy = sema_memory_alloc (bytes->len, NULL);
  g_autoptr (SemaTensorBytes) memory = NULL;

  memcpy (copy, bytes->data, bytes->len);
  memory = sema_tensor_bytes_new_take (copy, bytes->len, "memory");
  assert_rows (memory);
  assert_rows (file);
  sema_tensor_bytes_map (file);
  assert_rows (file);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/product-quantizer/read", test_read);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
