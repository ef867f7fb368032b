/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensors.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-file.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

static const char *const files[] = {
  "float32.npy",
  "float16.npy",
  "fortran.npy",
  "odd-header.npy",
  "stored.npz",
  "deflated.npz",
  "kinds.safetensors",
  "unpadded.safetensors",
  "model.safetensors.index.json",
  "big.pth",
  "old.pth",
};

static void
test_stored (void)
{
  tensors_fixture_compare ("tensors.tsv", 22);
}

static void
test_recognise (void)
{
  static const struct
  {
    const char *bytes;
    gboolean    is_tensors;
  } cases[] = {{"king 1 2\n", FALSE}, {"{\"model\": 1}", FALSE}, {"{ \"weight_map\": {}}", TRUE}, {"\x93NUMPY", TRUE}, {"PK\3\4", TRUE}, {"GGUF\3", TRUE}, {"GGUF 0.5 0.25\n", FALSE}, {"\x80\2\x8a\n", FALSE}, {"", FALSE}};
  gboolean           is_tensors;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = tensors_fixture_path (files[i]);

      g_assert_true (sema_tensors_recognise (path, &is_tensors, NULL));
      g_assert_true (is_tensors);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sema_test_files_write ("look", cases[i].bytes, strlen (cases[i].bytes));

      g_assert_true (sema_tensors_recognise (path, &is_tensors, NULL));
      g_assert_cmpint (is_tensors, ==, cases[i].is_tensors);
    }
  g_assert_false (sema_tensors_recognise ("/nowhere", &is_tensors, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
}

static void
test_other_files (void)
{
  tensors_fixture_assert_refused ("text", sema_test_bytes ("king 1 2\nqueen 3 4\n"), "has no tensors to list");
  tensors_fixture_assert_refused ("empty", sema_test_bytes (""), "it is empty");
  tensors_fixture_assert_refused ("gguf", sema_test_bytes ("GGUF\3"), "the file ends before what is said to be there");
  tensors_fixture_assert_refused ("json", sema_test_bytes ("{\"model\": {}}"), "neither a NumPy array");
}

/* The files that an index names lie beside it. */
static void
write_shards (void)
{
  static const char *const names[] = {"model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GByteArray) bytes = tensors_fixture_read (names[i]);
      g_autofree char       *path = sema_test_files_write (names[i], bytes->data, bytes->len);
    }
}

/* Any length of a good file, and any byte of it changed: an error, or numbers that are in the file. */
static void
test_sweeps (void)
{
  write_shards ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) bytes = tensors_fixture_read (files[i]);
      guint                  n_open = 0;
      gsize                  length = bytes->len - g_str_has_suffix (files[i], ".json"); /* it ends in a line feed */

      for (gsize n = 0; n < length; n++)
        {
          g_autoptr (SemaTensors) tensors = tensors_fixture_open ("cut", bytes->data, n, NULL);

          if (tensors != NULL)
            {
              g_assert_nonnull (sema_tensors_get_warnings (tensors)[0]);
              tensors_fixture_read_all (tensors);
              n_open++;
            }
        }
      /* Only an array that is cut has rows that are whole. */
      g_assert_true (n_open == 0 || g_str_has_suffix (files[i], ".npy"));
      tensors_fixture_change_bytes ("changed", bytes);
    }
}

static void
test_no_memory (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = tensors_fixture_path (files[i]);

      tensors_fixture_fail_allocations (path);
    }
}

static guint reads_left;

static gssize
read_at_most (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  if (reads_left-- == 0)
    {
      errno = EIO;
      return -1;
    }
  return pread (fd, buffer, n_bytes, offset);
}

static gssize
read_little (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  if (reads_left++ % 3 == 0)
    {
      errno = EINTR;
      return -1;
    }
  return pread (fd, buffer, MIN (n_bytes, 7), offset);
}

/* A disk that fails at the n-th read, for all n; then one that gives little, and is interrupted. */
static void
test_disk (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char        *path = tensors_fixture_path (files[i]);
      g_autoptr (SemaTensors) tensors = NULL;

      sema_file_set_read_at (read_at_most);
      for (guint nth = 0; tensors == NULL; nth++)
        {
          g_autoptr (GError) error = NULL;

          reads_left = nth;
          tensors = sema_tensors_open (path, NULL, &error);
          g_assert_true (tensors != NULL || error->domain == SEMA_FORMAT_ERROR);
          /* Of an index a file that cannot be read is left out. */
          if (tensors != NULL && sema_tensors_get_warnings (tensors)[0] != NULL)
            g_clear_pointer (&tensors, sema_tensors_unref);
        }
      sema_file_set_read_at (read_little);
      g_clear_pointer (&tensors, sema_tensors_unref);
      tensors = sema_tensors_open (path, NULL, NULL);
      g_assert_nonnull (tensors);
      tensors_fixture_read_all (tensors);
      sema_file_set_read_at (NULL);
    }
}

static void
test_cancel (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  sema_progress_cancel (progress);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char   *path = tensors_fixture_path (files[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (sema_tensors_open (path, progress, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
    }
}

static void
test_descriptors (void)
{
  guint n = sema_test_count_descriptors ();

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char        *path = tensors_fixture_path (files[i % G_N_ELEMENTS (files)]);
      g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, NULL);

      tensors_fixture_read_all (tensors);
    }
  g_assert_cmpuint (sema_test_count_descriptors (), ==, n);
}

static void
assert_embedding (const char *header, gsize n_data, const char *name, const char *warning)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_safetensors (header, n_data);
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("choice.safetensors", bytes->data, bytes->len, &error);
  const char             *sentence;
  SemaTensor              tensor;
  guint64                 index;

  g_assert_no_error (error);
  sentence = sema_tensors_get_warnings (tensors)[0];
  g_assert_true (warning == NULL ? sentence == NULL : sentence != NULL && strstr (sentence, warning) != NULL);
  g_assert_cmpint (sema_tensors_get_embedding (tensors, &index), ==, name != NULL);
  if (name == NULL)
    return;
  sema_tensors_get (tensors, index, &tensor);
  g_assert_cmpstr (tensor.name, ==, name);
  g_assert_true (tensor.is_embedding);
}

#define TENSOR(name, dtype, shape, from, to) \
  "\"" name "\":{\"dtype\":\"" dtype "\",\"shape\":[" shape "],\"data_offsets\":[" from "," to "]}"

static void
test_choice (void)
{
  /* By name, however large the others are; the output layer where there is nothing better. */
  assert_embedding ("{" TENSOR ("head.weight", "F32", "4,4", "0", "64") "," TENSOR ("wte.weight", "F32", "2,2", "64", "80") "}", 80, "wte.weight", NULL);
  assert_embedding ("{" TENSOR ("lm_head.weight", "F32", "4,4", "0", "64") "," TENSOR ("x", "F32", "5,4", "64", "144") "}", 144, "lm_head.weight", NULL);
  /* The larger of two of the same name. */
  assert_embedding ("{" TENSOR ("a.wte.weight", "F32", "2,2", "0", "16") "," TENSOR ("b.wte.weight", "F32", "4,2", "16", "48") "}", 48, "b.wte.weight", NULL);
  /* The only matrix without a word; the largest of several with one. */
  assert_embedding ("{" TENSOR ("x", "F32", "2,2", "0", "16") "," TENSOR ("y", "I32", "2,2", "16", "32") "}", 32, "x", NULL);
  assert_embedding ("{" TENSOR ("x", "F32", "2,2", "0", "16") "," TENSOR ("y", "F32", "3,2", "16", "40") "}", 40, "y", "“y”, the largest matrix");
  assert_embedding ("{" TENSOR ("wte", "U8", "4,4", "0", "16") "," TENSOR ("y", "F32", "3,2", "16", "40") "}", 40, "y", "type U8 are not supported yet");
  assert_embedding ("{" TENSOR ("x", "I64", "2,2", "0", "32") "}", 32, NULL, NULL);
  assert_embedding ("{" TENSOR ("wte", "F32", "0,4", "0", "0") "}", 0, NULL, NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensors/stored", test_stored);
  g_test_add_func ("/formats/tensors/recognise", test_recognise);
  g_test_add_func ("/formats/tensors/other-files", test_other_files);
  g_test_add_func ("/formats/tensors/sweeps", test_sweeps);
  g_test_add_func ("/formats/tensors/no-memory", test_no_memory);
  g_test_add_func ("/formats/tensors/disk", test_disk);
  g_test_add_func ("/formats/tensors/cancel", test_cancel);
  g_test_add_func ("/formats/tensors/descriptors", test_descriptors);
  g_test_add_func ("/formats/tensors/choice", test_choice);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
