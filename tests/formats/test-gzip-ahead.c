/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gzip-ahead.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-test-files.h"

/* So many bytes that do not pack make a file that has a thread. */
#define LARGE (1500 * 1000)

static GByteArray *
make_bytes (gsize n_bytes)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32     state = 5;

  g_byte_array_set_size (bytes, (guint)n_bytes);
  for (gsize i = 0; i < n_bytes; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes->data[i] = (guint8)(state >> 24);
    }
  return bytes;
}

static char *
describe (const SemaGzipDamage *damage)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  sema_gzip_damage_describe (damage, sentences);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **)sentences->pdata);
}

/* What SemaGzip alone makes of a file. */
static GByteArray *
inflate_plainly (const char *path, char **damage, gboolean *is_cut)
{
  g_autoptr (SemaFile) file = sema_file_open (path, NULL, NULL);
  g_autoptr (SemaGzip) gzip = sema_gzip_new (file, NULL);
  GByteArray          *bytes = g_byte_array_new ();
  guint8               piece[5000];
  gsize                n;

  do
    {
      g_assert_true (sema_gzip_read (gzip, piece, sizeof piece, &n, NULL));
      sema_test_append (bytes, piece, n);
    }
  while (n == sizeof piece);
  *damage = describe (sema_gzip_get_damage (gzip));
  *is_cut = sema_gzip_damage_is_cut (sema_gzip_get_damage (gzip));
  return bytes;
}

/* Reads a file in pieces of many sizes and compares with SemaGzip. */
static void
assert_same (const GByteArray *packed)
{
  g_autofree char          *path = sema_test_files_write ("same.gz", packed->data, packed->len);
  g_autoptr (SemaFile)      file = sema_file_open (path, NULL, NULL);
  g_autoptr (SemaGzipAhead) ahead = sema_gzip_ahead_new (file, NULL);
  g_autofree char          *expected_damage = NULL;
  g_autofree char          *damage = NULL;
  g_autofree guint8        *piece = g_malloc (1000000);
  gboolean                  is_cut;
  g_autoptr (GByteArray)    expected = inflate_plainly (path, &expected_damage, &is_cut);
  gsize                     at = 0;
  gsize                     wanted, n;

  for (wanted = 1; at<expected->len; wanted = wanted> 300000 ? 7 : wanted * 3)
    {
      g_assert_true (sema_gzip_ahead_read (ahead, piece, wanted, &n, NULL));
      g_assert_cmpuint (n, ==, MIN (wanted, expected->len - at));
      g_assert_true (memcmp (piece, expected->data + at, n) == 0);
      at += n;
    }
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (sema_gzip_ahead_read (ahead, piece, 10, &n, NULL));
      g_assert_cmpuint (n, ==, 0);
    }
  damage = describe (sema_gzip_ahead_get_damage (ahead));
  g_assert_cmpstr (damage, ==, expected_damage);
  g_assert_cmpint (sema_gzip_damage_is_cut (sema_gzip_ahead_get_damage (ahead)), ==, is_cut);
}

static void
test_sizes (void)
{
  static const gsize sizes[] = {0, 1, 100, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 512 * 1024, LARGE};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GByteArray) bytes = make_bytes (sizes[i]);
      g_autoptr (GByteArray) packed = sema_test_gzip (bytes->data, bytes->len);

      assert_same (packed);
    }
}

/* Several members, and what may come after the last. */
static void
test_members (void)
{
  g_autoptr (GByteArray) bytes = make_bytes (LARGE);
  g_autoptr (GByteArray) packed = g_byte_array_new ();

  for (gsize at = 0, n = 3; at < bytes->len; at += n, n = n * 3 + 1)
    {
      g_autoptr (GByteArray) member = sema_test_gzip (bytes->data + at, MIN (n, bytes->len - at));

      sema_test_append (packed, member->data, member->len);
    }
  assert_same (packed);
  sema_test_append_zeros (packed, 300000);
  assert_same (packed);
}

/* Cut and changed in many places. */
static void
test_damage (void)
{
  g_autoptr (GByteArray) bytes = make_bytes (LARGE / 2);
  g_autoptr (GByteArray) first = sema_test_gzip (bytes->data, bytes->len);
  g_autoptr (GByteArray) packed = sema_test_gzip (bytes->data, bytes->len);

  sema_test_append (packed, first->data, first->len);
  for (gsize length = 3; length < packed->len; length = length * 2 + 5)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();

      sema_test_append (part, packed->data, length);
      assert_same (part);
    }
  for (gsize place = 3; place < packed->len; place = place * 3 / 2 + 11)
    {
      packed->data[place] ^= 0x55;
      assert_same (packed);
      packed->data[place] ^= 0x55;
    }
  /* Both checksums. */
  packed->data[first->len - 8] ^= 1;
  assert_same (packed);
  packed->data[packed->len - 1] ^= 1;
  assert_same (packed);
}

/* The checksum of a first member that is wrong is known by the time the second is read, not before and not much later. */
static void
test_damage_goes_with_bytes (void)
{
  g_autoptr (GByteArray)    bytes = make_bytes (LARGE);
  g_autoptr (GByteArray)    packed = sema_test_gzip (bytes->data, bytes->len);
  g_autoptr (GByteArray)    second = sema_test_gzip (bytes->data, bytes->len);
  g_autoptr (SemaFile)      file = NULL;
  g_autoptr (SemaGzipAhead) ahead = NULL;
  g_autofree guint8        *piece = g_malloc (LARGE);
  g_autofree char          *path = NULL;
  gsize                     n;

  packed->data[packed->len - 8] ^= 1;
  sema_test_append (packed, second->data, second->len);
  path = sema_test_files_write ("two.gz", packed->data, packed->len);
  file = sema_file_open (path, NULL, NULL);
  ahead = sema_gzip_ahead_new (file, NULL);
  g_assert_true (sema_gzip_ahead_read (ahead, piece, 100, &n, NULL));
  g_usleep (20000);
  g_assert_cmpuint (sema_gzip_ahead_get_damage (ahead)->n_mismatches, ==, 0);
  g_assert_true (sema_gzip_ahead_read (ahead, piece, LARGE, &n, NULL));
  g_assert_cmpuint (sema_gzip_ahead_get_damage (ahead)->n_mismatches, ==, 1);
}

static guint n_reads;
static guint fail_at_read;

static gssize
read_and_fail (int fd, void *buffer, gsize n_bytes)
{
  if (n_reads++ == fail_at_read)
    {
      errno = EIO;
      return -1;
    }
  return read (fd, buffer, MIN (n_bytes, 100000));
}

/* A disk that fails in the thread: what came before is read, then the error comes, as often as it is asked for. */
static void
test_failing_disk (void)
{
  g_autoptr (GByteArray) bytes = make_bytes (LARGE);
  g_autoptr (GByteArray) packed = sema_test_gzip (bytes->data, bytes->len);
  g_autofree char       *path = sema_test_files_write ("failing.gz", packed->data, packed->len);

  for (fail_at_read = 0; fail_at_read < 10; fail_at_read++)
    {
      g_autoptr (SemaFile)      file = sema_file_open (path, NULL, NULL);
      g_autoptr (SemaGzipAhead) ahead = sema_gzip_ahead_new (file, NULL);
      gsize                     at = 0;
      gsize                     n;
      guint8                    piece[1000];

      n_reads = 0;
      sema_file_set_read (read_and_fail);
      while (sema_gzip_ahead_read (ahead, piece, sizeof piece, &n, NULL))
        {
          g_assert_true (memcmp (piece, bytes->data + at, n) == 0);
          at += n;
        }
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (sema_gzip_ahead_read (ahead, piece, 1, &n, &error));
          g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
        }
      g_clear_pointer (&ahead, sema_gzip_ahead_free);
      sema_file_set_read (NULL);
      /* Three reads fill the room for packed bytes. */
      g_assert_cmpuint (at + 2000, >=, fail_at_read / 3 * 256 * 1024);
      g_assert_cmpuint (at, <=, fail_at_read / 3 * 256 * 1024);
    }
}

static void
test_no_memory (void)
{
  g_autoptr (GByteArray) bytes = make_bytes (LARGE);
  g_autoptr (GByteArray) packed = sema_test_gzip (bytes->data, bytes->len);
  g_autofree char       *path = sema_test_files_write ("memory.gz", packed->data, packed->len);
  g_autofree guint8     *all = g_malloc (LARGE);
  guint                  n_failed = 0;

  for (guint nth = 1; nth <= 20; nth++)
    {
      g_autoptr (SemaFile)      file = sema_file_open (path, NULL, NULL);
      g_autoptr (SemaGzipAhead) ahead = NULL;
      g_autoptr (GError)        error = NULL;
      gsize                     n;

      sema_memory_fail_at (nth);
      ahead = sema_gzip_ahead_new (file, &error);
      if (ahead == NULL || !sema_gzip_ahead_read (ahead, all, LARGE, &n, &error))
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
          n_failed++;
        }
      g_clear_pointer (&ahead, sema_gzip_ahead_free);
      sema_memory_fail_at (0);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
  g_assert_cmpuint (n_failed, >=, 4);
}

/* A gigabyte of zeros: only as much of it is ever there as was asked for, and no one waits for the rest. */
static void
test_bomb (void)
{
  g_autoptr (GByteArray)    zeros = g_byte_array_new ();
  g_autoptr (GByteArray)    packed = g_byte_array_new ();
  g_autoptr (GByteArray)    member = NULL;
  g_autoptr (SemaProgress)  progress = sema_progress_new ();
  g_autoptr (SemaFile)      file = NULL;
  g_autoptr (SemaGzipAhead) ahead = NULL;
  g_autoptr (GError)        error = NULL;
  g_autofree char          *path = NULL;
  guint8                    piece[10];
  gsize                     n;

  sema_test_append_zeros (zeros, 32 * 1024 * 1024);
  member = sema_test_gzip (zeros->data, zeros->len);
  for (guint i = 0; i < 32; i++)
    sema_test_append (packed, member->data, member->len);
  path = sema_test_files_write ("bomb.gz", packed->data, packed->len);
  file = sema_file_open (path, progress, NULL);
  ahead = sema_gzip_ahead_new (file, NULL);
  g_assert_true (sema_gzip_ahead_read (ahead, piece, sizeof piece, &n, NULL));
  g_usleep (30000);
  g_assert_cmpuint (sema_memory_get_used (), <, 4 * 1024 * 1024);
  g_assert_cmpuint (sema_progress_get_done (progress), <, packed->len);
  sema_progress_cancel (progress);
  while (sema_gzip_ahead_read (ahead, piece, sizeof piece, &n, &error))
    g_assert_cmpuint (n, ==, sizeof piece);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int result;

  /* Also where there is one processor. */
  sema_parallel_set_threads (2);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gzip-ahead/sizes", test_sizes);
  g_test_add_func ("/formats/gzip-ahead/members", test_members);
  g_test_add_func ("/formats/gzip-ahead/damage", test_damage);
  g_test_add_func ("/formats/gzip-ahead/damage-goes-with-bytes", test_damage_goes_with_bytes);
  g_test_add_func ("/formats/gzip-ahead/failing-disk", test_failing_disk);
  g_test_add_func ("/formats/gzip-ahead/no-memory", test_no_memory);
  g_test_add_func ("/formats/gzip-ahead/bomb", test_bomb);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
