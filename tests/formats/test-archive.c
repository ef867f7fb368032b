/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-archive.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-test-files.h"

static char *
find (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "formats", "archives", name, NULL);
}

static SemaSet *
load (const char *path, const char *part, GError **error)
{
  return sema_formats_load_with (path, &(SemaFormatsOptions) {.part = part}, NULL, error);
}

/* The numbers that make-archives.py wrote. */
static void
assert_rows (const SemaSet *set, guint64 n_rows, gsize dim)
{
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, n_rows);
  g_assert_cmpuint (sema_set_get_dim (set), ==, dim);
  for (guint64 row = 0; row < n_rows; row++)
    {
      g_autofree char *word = g_strdup_printf ("w%" G_GUINT64_FORMAT, row);

      g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), word, -1), ==, row);
      for (gsize column = 0; column < dim; column++)
        g_assert_cmpfloat (sema_set_get_row (set, row)[column], ==, (float)((double)((row * 7 + column * 3) % 11) / 8 - 0.5));
    }
}

static void
test_list (void)
{
  g_autofree char         *path = find ("two.zip");
  g_autoptr (GError)       error = NULL;
  g_autoptr (GPtrArray)    members = sema_archive_list (path, NULL, &error);
  const SemaArchiveMember *member;

  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 2);
  member = g_ptr_array_index (members, 0);
  g_assert_cmpstr (member->name, ==, "glove.5d.txt");
  member = g_ptr_array_index (members, 1);
  g_assert_cmpstr (member->label, ==, "large/glove.9d.txt");
  g_assert_cmpuint (member->n_bytes, >, 1000);
}

static void
test_parts (void)
{
  g_autofree char    *path = find ("two.zip");
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) none = load (path, NULL, &error);
  g_autoptr (SemaSet) small = NULL;
  g_autoptr (SemaSet) large = NULL;

  g_assert_null (none);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_PARTS);
  g_assert_nonnull (strstr (error->message, "“glove.5d.txt”, “large/glove.9d.txt”"));
  g_clear_error (&error);
  small = load (path, "glove.5d.txt", &error);
  g_assert_no_error (error);
  assert_rows (small, 40, 5);
  g_assert_cmpstr (sema_set_get_name (small), ==, "glove.5d");
  g_assert_cmpstr (sema_set_get_compression (small), ==, "zip");
  g_assert_cmpuint (g_strv_length ((char **)sema_set_get_warnings (small)), ==, 0);
  large = load (path, "large/glove.9d.txt", &error);
  assert_rows (large, 30, 9);
  g_assert_null (load (path, "glove", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_cmpstr (error->message, ==, "There is no file “glove” in “two.zip”; it has “glove.5d.txt”, “large/glove.9d.txt”.");
}

/* Of a file that is no archive there is nothing to choose. */
static void
test_no_archive (void)
{
  g_autofree char    *path = g_strdup (g_getenv ("SEMA_SAMPLE"));
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = load (path, "glove", &error);

  g_assert_null (set);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "has no part “glove”"));
}

/* The only one need not be named; it may be stored as it is. */
static void
test_only (void)
{
  g_autofree char    *path = find ("one.zip");
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = load (path, NULL, &error);
  g_autoptr (SemaSet) few = sema_formats_load_with (path, &(SemaFormatsOptions) {.most_rows = 3}, NULL, NULL);

  g_assert_no_error (error);
  assert_rows (set, 20, 4);
  g_assert_cmpstr (sema_set_get_name (set), ==, "one");
  assert_rows (few, 3, 4);
}

static void
test_none (void)
{
  g_autofree char      *path = find ("none.zip");
  g_autofree char      *tensors = g_test_build_filename (G_TEST_DIST, "data", "formats", "tensors", "stored.npz", NULL);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) members = sema_archive_list (tensors, NULL, NULL);

  g_assert_null (load (path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
  g_assert_cmpuint (members->len, ==, 0);
}

static GByteArray *
read_archive (const char *name)
{
  g_autofree char *path = find (name);
  char            *bytes;
  gsize            n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  return g_byte_array_new_take ((guint8 *)bytes, n_bytes);
}

/* What is wrong is an error or a warning, or it does not matter; nothing else happens. */
static gboolean
try_bytes (const GByteArray *bytes, gsize n_bytes)
{
  g_autofree char    *path = sema_test_files_write ("tried.zip", bytes->data, n_bytes);
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = load (path, "glove.5d.txt", &error);

  g_assert_true ((set == NULL) == (error != NULL));
  return set != NULL && sema_set_get_warnings (set)[0] == NULL;
}

static void
test_flipped (void)
{
  g_autoptr (GByteArray) bytes = read_archive ("two.zip");
  gsize                  n_fine = 0;

  for (gsize i = 0; i < bytes->len; i++)
    {
      bytes->data[i] ^= 0x55;
      n_fine += try_bytes (bytes, bytes->len);
      bytes->data[i] ^= 0x55;
    }
  /* Of the other files, of times and of names in the headers before the data. */
  g_assert_cmpuint (n_fine, >, 100);
  g_assert_cmpuint (n_fine, <, bytes->len - 200);
}

static void
test_cut (void)
{
  g_autoptr (GByteArray) bytes = read_archive ("two.zip");

  for (gsize n = 0; n < bytes->len; n++)
    g_assert_false (try_bytes (bytes, n));
  g_assert_true (try_bytes (bytes, bytes->len));
}

/* The place of the n-th record that begins like this. */
static gsize
find_record (const GByteArray *bytes, const char *mark, guint nth)
{
  for (gsize at = 0; at + 4 < bytes->len; at++)
    if (memcmp (bytes->data + at, mark, 4) == 0 && nth-- == 0)
      return at;
  g_assert_not_reached ();
}

/* A checksum that does not match and a length that is not that of the data are told; the rows that came are there. */
static void
test_mismatch (void)
{
  const gsize check = 16, length = 24; /* in the directory's entry */

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GByteArray) bytes = read_archive ("two.zip");
      gsize                  at = find_record (bytes, "PK\1\2", 1) + (i == 0 ? check : length);
      g_autofree char       *path = NULL;
      g_autoptr (SemaSet)    set = NULL;

      bytes->data[at] += 1;
      path = sema_test_files_write ("mismatch.zip", bytes->data, bytes->len);
      set = load (path, "glove.5d.txt", NULL);
      assert_rows (set, 40, 5);
      g_assert_nonnull (strstr (sema_set_get_warnings (set)[0], "checksum"));
    }
}

static void
test_no_memory (void)
{
  g_autofree char *path = find ("two.zip");
  gboolean         is_done = FALSE;

  for (guint nth = 1; !is_done; nth++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = NULL;

      sema_memory_fail_at (nth);
      set = load (path, "glove.5d.txt", &error);
      sema_memory_fail_at (0);
      is_done = set != NULL;
      if (!is_done)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_cancelled (void)
{
  g_autofree char         *path = find ("two.zip");
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_formats_load_with (path, &(SemaFormatsOptions) {.part = "glove.5d.txt"}, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/archive/list", test_list);
  g_test_add_func ("/formats/archive/parts", test_parts);
  g_test_add_func ("/formats/archive/no-archive", test_no_archive);
  g_test_add_func ("/formats/archive/only", test_only);
  g_test_add_func ("/formats/archive/none", test_none);
  g_test_add_func ("/formats/archive/flipped", test_flipped);
  g_test_add_func ("/formats/archive/cut", test_cut);
  g_test_add_func ("/formats/archive/mismatch", test_mismatch);
  g_test_add_func ("/formats/archive/no-memory", test_no_memory);
  g_test_add_func ("/formats/archive/cancelled", test_cancelled);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
