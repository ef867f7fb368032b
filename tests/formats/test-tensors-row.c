/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensors.h"

#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-parallel.h"
#include "sema-tensor-bytes.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

static SemaTensors *
open_stored (const char *name, const char *tensor, guint64 *index)
{
  g_autofree char *path = tensors_fixture_path (name);
  SemaTensors     *tensors = sema_tensors_open (path, NULL, NULL);

  g_assert_nonnull (tensors);
  g_assert_true (sema_tensors_find (tensors, tensor, strlen (tensor), index));
  return tensors;
}

/* The same rows from an archive that is stored and one that is deflated, in either order, and twice the same. */
static void
test_archives (void)
{
  static const char *const names[] = {"wte", "wpe", "double"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint64                 a, b;
      g_autoptr (SemaTensors) stored = open_stored ("stored.npz", names[i], &a);
      g_autoptr (SemaTensors) deflated = open_stored ("deflated.npz", names[i], &b);
      SemaTensor              tensor;

      sema_tensors_get (stored, a, &tensor);
      g_assert_true (sema_tensors_prepare (stored, a, NULL, NULL));
      g_assert_true (sema_tensors_prepare (deflated, b, NULL, NULL));
      g_assert_true (sema_tensors_prepare (deflated, b, NULL, NULL));
      for (guint64 row = 0; row < tensor.n_rows; row++)
        {
          double x[8], y[8];

          g_assert_true (sema_tensors_read_doubles (stored, a, row, x, NULL));
          g_assert_true (sema_tensors_read_doubles (deflated, b, row, y, NULL));
          g_assert_cmpmem (x, tensor.dim * sizeof *x, y, tensor.dim * sizeof *y);
        }
    }
}

/* A file that is cut after it was opened: an error, not a crash and not zeros. */
static void
test_cut (void)
{
  GString                *header = g_string_new (NULL);
  g_autoptr (GByteArray)  bytes = NULL;
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = NULL;
  g_autofree char        *path = NULL;
  float                   values[100];

  g_string_append (header, "{\"wte\":{\"dtype\":\"F32\",\"shape\":[1000,100],\"data_offsets\":[0,400000]}}");
  bytes = tensors_fixture_safetensors (header->str, 400000);
  g_string_free (header, TRUE);
  tensors = tensors_fixture_open ("cut.safetensors", bytes->data, bytes->len, NULL);
  g_assert_true (sema_tensors_prepare (tensors, 0, NULL, NULL));
  g_assert_true (sema_tensors_read_floats (tensors, 0, 999, values, NULL));
  path = g_build_filename (sema_test_files_folder (), "cut.safetensors", NULL);
  g_assert_cmpint (truncate (path, 100), ==, 0);
  g_assert_false (sema_tensors_read_floats (tensors, 0, 999, values, &error));
  g_assert_true (g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_LOST) || g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO));
}

/* Bytes that are not those that were saved give no row, of a member so large that its listing did not see it. */
static void
test_damaged_member (void)
{
  g_autoptr (SemaTensors) tensors = NULL;
  g_autoptr (GByteArray)  bytes = tensors_fixture_read ("large.npz");
  g_autoptr (GError)      error = NULL;
  guint                   at = tensors_fixture_find (bytes, "\1\2", 0);

  bytes->data[at + 16] ^= 1; /* the check sum */
  tensors = tensors_fixture_open ("damaged.npz", bytes->data, bytes->len, NULL);
  g_assert_false (sema_tensors_prepare (tensors, 0, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "check sum"));
}

/* All rows of the embedding as one block. */
static double *
read_block (const char *name, gsize *n)
{
  g_autofree char        *path = tensors_fixture_path (name);
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, NULL);
  SemaTensor              tensor;
  guint64                 index;
  double                 *block;

  g_assert_true (sema_tensors_get_embedding (tensors, &index));
  g_assert_true (sema_tensors_prepare (tensors, index, NULL, NULL));
  sema_tensors_get (tensors, index, &tensor);
  *n = tensor.n_rows * tensor.dim;
  block = g_new (double, *n);
  for (guint64 row = 0; row < tensor.n_rows; row++)
    g_assert_true (sema_tensors_read_doubles (tensors, index, row, block + row * tensor.dim, NULL));
  return block;
}

/* Where no more files can be mapped they are read, and the numbers are the same. */
static void
test_read (void)
{
  static const char *const names[] = {"float32.npy", "fortran.npy", "float16.npy", "stored.npz", "deflated.npz", "kinds.safetensors", "model.safetensors.index.json"};
  g_autofree char         *path = tensors_fixture_path ("float32.npy");
  SemaTensorBytes         *mapped[40];
  double                  *blocks[G_N_ELEMENTS (names)];
  gsize                    n, n_again;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    blocks[i] = read_block (names[i], &n);
  for (guint i = 0; i < G_N_ELEMENTS (mapped); i++)
    {
      mapped[i] = sema_tensor_bytes_open (path, NULL, NULL);
      sema_tensor_bytes_map (mapped[i]);
    }
  g_assert_null (sema_tensor_bytes_peek (mapped[G_N_ELEMENTS (mapped) - 1], 0));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree double *again = read_block (names[i], &n_again);
      g_autofree double *block = blocks[i];

      g_assert_cmpmem (again, n_again * sizeof *again, block, n_again * sizeof *block);
    }
  for (guint i = 0; i < G_N_ELEMENTS (mapped); i++)
    sema_tensor_bytes_free (mapped[i]);
}

static void
read_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  SemaTensors *tensors = data;
  guint64      index;
  double       values[8];

  sema_tensors_get_embedding (tensors, &index);
  for (guint64 row = first; row < end; row++)
    g_assert_true (sema_tensors_read_doubles (tensors, index, row % 6, values, NULL));
}

static void
test_threads (void)
{
  guint64                 index;
  g_autoptr (SemaTensors) tensors = open_stored ("deflated.npz", "wte", &index);

  g_assert_true (sema_tensors_prepare (tensors, index, NULL, NULL));
  sema_parallel_set_threads (4);
  g_assert_true (sema_parallel_rows (1000, 10, NULL, read_rows, tensors));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensors-row/archives", test_archives);
  g_test_add_func ("/formats/tensors-row/cut", test_cut);
  g_test_add_func ("/formats/tensors-row/damaged-member", test_damaged_member);
  g_test_add_func ("/formats/tensors-row/read", test_read);
  g_test_add_func ("/formats/tensors-row/threads", test_threads);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
