/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensors.h"

#include <errno.h>
#include <pthread.h>
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

static gpointer
open_often (gpointer data)
{
  const char *name = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char        *path = tensors_fixture_path (name);
      g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, NULL);

      g_assert_nonnull (tensors);
      tensors_fixture_read_all (tensors);
    }
  return NULL;
}

/* Each kind twice at once, on stacks that are much smaller than usual. */
static void
test_two_at_once (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      pthread_t      threads[2];
      pthread_attr_t attributes;

      pthread_attr_init (&attributes);
      g_assert_cmpint (pthread_attr_setstacksize (&attributes, 256 * 1024), ==, 0);
      for (guint k = 0; k < 2; k++)
        g_assert_cmpint (pthread_create (&threads[k], &attributes, open_often, (gpointer)files[i]), ==, 0);
      for (guint k = 0; k < 2; k++)
        pthread_join (threads[k], NULL);
      pthread_attr_destroy (&attributes);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_formats (void)
{
  g_assert_true (sema_tensors_is_format ("safetensors"));
  g_assert_true (sema_tensors_is_format ("fasttext"));
  g_assert_false (sema_tensors_is_format ("word2vec-binary"));
  g_assert_false (sema_tensors_is_format (NULL));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensors/formats", test_formats);
  g_test_add_func ("/formats/tensors/stored", test_stored);
  g_test_add_func ("/formats/tensors/recognise", test_recognise);
  g_test_add_func ("/formats/tensors/other-files", test_other_files);
  g_test_add_func ("/formats/tensors/sweeps", test_sweeps);
  g_test_add_func ("/formats/tensors/no-memory", test_no_memory);
  g_test_add_func ("/formats/tensors/disk", test_disk);
  g_test_add_func ("/formats/tensors/cancel", test_cancel);
  g_test_add_func ("/formats/tensors/descriptors", test_descriptors);
  g_test_add_func ("/formats/tensors/two-at-once", test_two_at_once);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
