/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-zip-inflate.h"

#include <string.h>
#include <zlib.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-test-files.h"

#define N_BYTES 1000000

/* Bytes that deflate to several blocks. */
static guint8 *
make_bytes (void)
{
  guint8 *bytes = g_malloc (N_BYTES);
  guint32 state = 1;

  for (guint i = 0; i < N_BYTES; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes[i] = (guint8)(state >> 24) & 0x3f;
    }
  return bytes;
}

/* Deflates without a header, to a file that has nothing else. */
static SemaTensorBytes *
write_deflated (const guint8 *bytes, SemaZipEntry *entry)
{
  z_stream           stream = {0};
  g_autofree guint8 *out = g_malloc (N_BYTES + 1000);
  g_autofree char   *path = NULL;

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = N_BYTES;
  stream.next_out = out;
  stream.avail_out = N_BYTES + 1000;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  path = sema_test_files_write ("deflated", out, stream.total_out);
  *entry = (SemaZipEntry) {.n_stored = stream.total_out, .n_bytes = N_BYTES, .is_deflated = TRUE};
  entry->check = (guint32)crc32 (0, bytes, N_BYTES);
  deflateEnd (&stream);
  return sema_tensor_bytes_open (path, NULL, NULL);
}

static const char *
inflate_entry (SemaTensorBytes *bytes, const SemaZipEntry *entry, const guint8 *expected, guint64 n_bytes)
{
  g_autofree guint8 *buffer = g_malloc (n_bytes + 1);
  g_autoptr (GError) error = NULL;
  const char        *clause;

  g_assert_true (sema_zip_inflate (bytes, entry, buffer, n_bytes, NULL, &clause, &error));
  g_assert_no_error (error);
  if (clause == NULL)
    g_assert_cmpmem (buffer, n_bytes, expected, n_bytes);
  return clause;
}

static void
test_inflate (void)
{
  g_autofree guint8          *expected = make_bytes ();
  SemaZipEntry                entry;
  g_autoptr (SemaTensorBytes) bytes = write_deflated (expected, &entry);

  g_assert_cmpuint (entry.n_stored, >, 512 * 1024);
  g_assert_null (inflate_entry (bytes, &entry, expected, N_BYTES));
  g_assert_null (inflate_entry (bytes, &entry, expected, 100));
  g_assert_null (inflate_entry (bytes, &entry, expected, 0));
}

static void
test_damage (void)
{
  g_autofree guint8          *expected = make_bytes ();
  SemaZipEntry                entry, other;
  g_autoptr (SemaTensorBytes) bytes = write_deflated (expected, &entry);

  other = entry;
  other.check ^= 1;
  g_assert_nonnull (strstr (inflate_entry (bytes, &other, expected, N_BYTES), "check sum"));
  g_assert_null (inflate_entry (bytes, &other, expected, N_BYTES - 1));
  /* More comes out than was said, or less. */
  other = entry;
  other.n_bytes = N_BYTES - 1;
  other.check = (guint32)crc32 (0, expected, N_BYTES - 1);
  g_assert_nonnull (strstr (inflate_entry (bytes, &other, expected, N_BYTES - 1), "check sum"));
  other.n_bytes = N_BYTES + 1;
  g_assert_nonnull (strstr (inflate_entry (bytes, &other, expected, N_BYTES + 1), "end too early"));
  /* Cut in the middle, and just before the end. */
  other = entry;
  other.n_stored /= 2;
  g_assert_nonnull (strstr (inflate_entry (bytes, &other, expected, N_BYTES), "end too early"));
  other.n_stored = 0;
  g_assert_nonnull (strstr (inflate_entry (bytes, &other, expected, N_BYTES), "end too early"));
  other.data = 1000;
  other.n_stored = entry.n_stored - 1000;
  g_assert_nonnull (inflate_entry (bytes, &other, expected, N_BYTES));
}

static void
test_cancel (void)
{
  g_autofree guint8          *expected = make_bytes ();
  SemaZipEntry                entry;
  g_autoptr (SemaTensorBytes) bytes = write_deflated (expected, &entry);
  g_autoptr (SemaProgress)    progress = sema_progress_new ();
  g_autoptr (GError)          error = NULL;
  const char                 *clause;

  sema_progress_cancel (progress);
  g_assert_false (sema_zip_inflate (bytes, &entry, expected, N_BYTES, progress, &clause, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/zip-inflate/inflate", test_inflate);
  g_test_add_func ("/formats/zip-inflate/damage", test_damage);
  g_test_add_func ("/formats/zip-inflate/cancel", test_cancel);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
