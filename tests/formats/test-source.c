/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-source.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-file.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

#define SIZE (3 * 1024 * 1024 + 17)

/* Bytes that do not repeat at any round distance. */
static GByteArray *
make_bytes (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32     state = 1;

  g_byte_array_set_size (bytes, SIZE);
  for (gsize i = 0; i < SIZE; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes->data[i] = (guint8)(state >> 24);
    }
  return bytes;
}

/* Goes through a source by looks of many lengths and compares all that is seen. */
static void
walk (SemaSource *source, const GByteArray *bytes)
{
  gsize at = 0;
  gsize step = 1;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      gsize              available;
      const guint8      *seen = sema_source_peek (source, step, &available, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (sema_source_get_offset (source), ==, at);
      if (available < step)
        g_assert_cmpuint (available, ==, bytes->len - at);
      g_assert_true (memcmp (seen, bytes->data + at, available) == 0);
      if (available == 0)
        break;
      sema_source_skip (source, MIN (available, step / 2 + 1));
      at += MIN (available, step / 2 + 1);
      step = step > 1500000 ? 1 : step * 3;
    }
  g_assert_cmpuint (at, ==, bytes->len);
}

static void
test_plain (void)
{
  g_autoptr (GByteArray) bytes = make_bytes ();
  g_autofree char       *path = sema_test_files_write ("plain", bytes->data, bytes->len);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);

  g_assert_cmpstr (sema_source_get_compression (source), ==, "none");
  g_assert_cmpstr (sema_source_get_label (source), ==, "plain");
  g_assert_cmpuint (sema_source_get_max_size (source), ==, SIZE);
  walk (source, bytes);
  g_assert_false (sema_source_is_cut (source));
}

static void
test_gzip (void)
{
  g_autoptr (GByteArray) bytes = make_bytes ();
  g_autoptr (GByteArray) packed = sema_test_gzip (bytes->data, bytes->len);
  g_autofree char       *path = sema_test_files_write ("packed", packed->data, packed->len);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);

  g_assert_cmpstr (sema_source_get_compression (source), ==, "gzip");
  g_assert_cmpuint (sema_source_get_max_size (source), >=, SIZE);
  walk (source, bytes);
  g_assert_false (sema_source_is_cut (source));
}

static void
test_cut_gzip (void)
{
  g_autoptr (GByteArray) packed = sema_test_gzip ("king and queen", 14);
  g_autofree char       *path = sema_test_files_write ("cut", packed->data, packed->len - 9);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  g_autoptr (GPtrArray)  damage = NULL;
  gsize                  available;

  g_assert_nonnull (sema_source_peek (source, 100, &available, NULL));
  g_assert_true (sema_source_is_cut (source));
  damage = sema_source_dup_damage (source);
  g_assert_cmpuint (damage->len, ==, 1);
}

/* Tiny files are neither gzip nor trouble. */
static void
test_tiny (void)
{
  for (gsize n = 0; n < 4; n++)
    {
      g_autofree char       *path = sema_test_files_write ("tiny", "\x1f\x8b\x07\x00", n);
      g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
      gsize                  available;

      g_assert_nonnull (sema_source_peek (source, 100, &available, NULL));
      g_assert_cmpuint (available, ==, n);
      g_assert_cmpstr (sema_source_get_compression (source), ==, "none");
    }
}

/* A look past the budget is refused and leaves the source as it was. */
static void
test_budget (void)
{
  g_autoptr (GByteArray) bytes = make_bytes ();
  g_autofree char       *path = sema_test_files_write ("budget", bytes->data, bytes->len);
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaSource) source = NULL;
  gsize                  available;

  sema_memory_set_budget (2 * 1024 * 1024);
  source = sema_source_open (path, NULL, NULL);
  g_assert_null (sema_source_peek (source, 3 * 1024 * 1024, &available, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_set_budget (0);
  walk (source, bytes);
}

static guint n_reads;

static gssize
read_slowly (int fd, void *buffer, gsize n_bytes)
{
  if (n_reads++ % 3 == 0)
    {
      errno = EINTR;
      return -1;
    }
  return read (fd, buffer, MIN (n_bytes, 1021));
}

static void
test_short_reads (void)
{
  g_autoptr (GByteArray) bytes = make_bytes ();
  g_autoptr (GByteArray) packed = sema_test_gzip (bytes->data, bytes->len);
  g_autofree char       *path = sema_test_files_write ("slow", bytes->data, bytes->len);
  g_autofree char       *packed_path = sema_test_files_write ("slow.gz", packed->data, packed->len);
  g_autoptr (SemaSource) source = NULL;
  g_autoptr (SemaSource) packed_source = NULL;

  sema_file_set_read (read_slowly);
  source = sema_source_open (path, NULL, NULL);
  packed_source = sema_source_open (packed_path, NULL, NULL);
  walk (source, bytes);
  walk (packed_source, bytes);
  sema_file_set_read (NULL);
}

/* A megabyte of zeros from a kilobyte still looks at cancel. */
static void
test_cancel_while_inflating (void)
{
  g_autoptr (GByteArray)   zeros = g_byte_array_new ();
  g_autoptr (GByteArray)   packed = NULL;
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (SemaSource)   source = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *path = NULL;
  gsize                    available;

  sema_test_append_zeros (zeros, 8 * 1024 * 1024);
  packed = sema_test_gzip (zeros->data, zeros->len);
  path = sema_test_files_write ("zeros.gz", packed->data, packed->len);
  source = sema_source_open (path, progress, NULL);
  g_assert_nonnull (sema_source_peek (source, 1, &available, NULL));
  g_assert_cmpuint (sema_progress_get_done (progress), ==, packed->len);
  sema_progress_cancel (progress);
  sema_source_skip (source, available);
  g_assert_null (sema_source_peek (source, 1, &available, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/source/plain", test_plain);
  g_test_add_func ("/formats/source/gzip", test_gzip);
  g_test_add_func ("/formats/source/cut-gzip", test_cut_gzip);
  g_test_add_func ("/formats/source/tiny", test_tiny);
  g_test_add_func ("/formats/source/budget", test_budget);
  g_test_add_func ("/formats/source/short-reads", test_short_reads);
  g_test_add_func ("/formats/source/cancel-while-inflating", test_cancel_while_inflating);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
