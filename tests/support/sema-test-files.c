/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-test-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

#include "sema-formats.h"

static char *folder;

/**
 * sema_test_files_folder:
 *
 * Returns: the folder of this test program, made at the first call; owned by the helper
 */
const char *
sema_test_files_folder (void)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("sema-test-XXXXXX", NULL);
      g_assert_nonnull (folder);
    }
  return folder;
}

/**
 * sema_test_files_remove:
 *
 * Removes the folder and the files in it.
 */
void
sema_test_files_remove (void)
{
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/**
 * sema_test_place_set_up:
 * @place: (out caller-allocates): a place
 * @name: base name of the file that the case writes
 */
void
sema_test_place_set_up (SemaTestPlace *place, gconstpointer name)
{
  sema_test_files_remove ();
  place->directory = sema_test_files_folder ();
  place->path = g_build_filename (place->directory, name, NULL);
}

/**
 * sema_test_place_tear_down:
 * @place: a place
 * @name: as above
 *
 * Removes the folder and what is in it.
 */
void
sema_test_place_tear_down (SemaTestPlace *place, gconstpointer name)
{
  sema_test_files_remove ();
  g_free (place->path);
}

/**
 * sema_test_files_write:
 * @name: base name
 * @bytes: (array length=n_bytes): contents
 * @n_bytes: their size
 *
 * Returns: (transfer full): the path of the file, written anew
 */
char *
sema_test_files_write (const char *name, gconstpointer bytes, gsize n_bytes)
{
  char *path = g_build_filename (sema_test_files_folder (), name, NULL);
  FILE *file;

  /* A file cut to nothing and written again goes to the disk at once; a new one does not. */
  g_remove (path);
  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, n_bytes, file), ==, n_bytes);
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

/**
 * sema_test_files_data:
 * @name: base name of a stored file of this room
 *
 * Returns: (transfer full): its path
 */
char *
sema_test_files_data (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "formats", name, NULL);
}

/**
 * sema_test_files_read:
 * @name: base name of a stored file of this room
 *
 * Returns: (transfer full): its bytes
 */
GByteArray *
sema_test_files_read (const char *name)
{
  g_autofree char *path = sema_test_files_data (name);
  char            *contents;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_byte_array_new_take ((guint8 *)contents, length);
}

/**
 * sema_test_files_assert_holds:
 * @path: a file
 * @expected: the text that is all it has
 */
void
sema_test_files_assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/**
 * sema_test_files_count:
 * @path: a folder
 *
 * Returns: how many files are in it, hidden ones too
 */
guint
sema_test_files_count (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

/**
 * sema_test_bytes:
 * @text: the first bytes
 *
 * Returns: (transfer full): an array that holds them
 */
GByteArray *
sema_test_bytes (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();

  sema_test_append_text (bytes, text);
  return bytes;
}

/**
 * sema_test_append:
 * @bytes: the array
 * @more: (array length=n_bytes): what to append
 * @n_bytes: its size
 *
 * Appends bytes.
 */
void
sema_test_append (GByteArray *bytes, gconstpointer more, gsize n_bytes)
{
  if (n_bytes > 0)
    g_byte_array_append (bytes, more, (guint)n_bytes);
}

/**
 * sema_test_append_text:
 * @bytes: the array
 * @text: what to append, without its NUL
 *
 * Appends text.
 */
void
sema_test_append_text (GByteArray *bytes, const char *text)
{
  sema_test_append (bytes, text, strlen (text));
}

/**
 * sema_test_append_zeros:
 * @bytes: the array
 * @n_bytes: how many
 *
 * Appends bytes that are zero.
 */
void
sema_test_append_zeros (GByteArray *bytes, gsize n_bytes)
{
  guint old = bytes->len;

  g_byte_array_set_size (bytes, old + (guint)n_bytes);
  memset (bytes->data + old, 0, n_bytes);
}

/**
 * sema_test_append_record:
 * @bytes: the array
 * @word: a word
 * @length: its bytes, -1: up to its NUL
 * @values: (array length=dim): numbers
 * @dim: how many
 * @with_feed: whether a line feed ends the record
 *
 * Appends a record of word2vec binary.
 */
void
sema_test_append_record (GByteArray *bytes, const char *word, gssize length, const float *values, gsize dim, gboolean with_feed)
{
  sema_test_append (bytes, word, length < 0 ? strlen (word) : (gsize)length);
  sema_test_append_text (bytes, " ");
  sema_test_append (bytes, values, dim * sizeof *values);
  if (with_feed)
    sema_test_append_text (bytes, "\n");
}

/**
 * sema_test_gzip:
 * @bytes: (array length=n_bytes): what to compress
 * @n_bytes: its size
 *
 * Returns: (transfer full): one gzip member
 */
GByteArray *
sema_test_gzip (gconstpointer bytes, gsize n_bytes)
{
  GByteArray *packed = g_byte_array_new ();
  z_stream    stream = {0};

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_byte_array_set_size (packed, (guint)deflateBound (&stream, n_bytes));
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)n_bytes;
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (packed, (guint)stream.total_out);
  deflateEnd (&stream);
  return packed;
}

/**
 * sema_test_load:
 * @name: base name for the file
 * @bytes: (array length=n_bytes): contents
 * @n_bytes: their size
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what sema_formats_load() makes of a file with these bytes
 */
SemaSet *
sema_test_load (const char *name, gconstpointer bytes, gsize n_bytes, GError **error)
{
  g_autofree char *path = sema_test_files_write (name, bytes, n_bytes);

  return sema_formats_load (path, NULL, error);
}

/**
 * sema_test_load_text:
 * @text: contents of a file
 *
 * Returns: (transfer full): the set in it; the test fails when there is none
 */
SemaSet *
sema_test_load_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_test_load ("text.txt", text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (set);
  return set;
}

/**
 * sema_test_assert_refused:
 * @name: base name for the file
 * @bytes: (array length=n_bytes): contents
 * @n_bytes: their size
 * @domain: domain of the error
 * @code: its code
 * @part: what its sentence must hold
 *
 * Asserts that the file does not open, and that the error says why in one sentence.
 */
void
sema_test_assert_refused (const char *name, gconstpointer bytes, gsize n_bytes, GQuark domain, int code, const char *part)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = sema_test_load (name, bytes, n_bytes, &error);

  g_assert_error (error, domain, code);
  g_assert_null (set);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not hold “%s”", error->message, part);
  if (domain == SEMA_FORMAT_ERROR)
    g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/**
 * sema_test_assert_row:
 * @set: a set
 * @row: the row
 * @word: its word
 * @length: bytes of the word, -1: up to its NUL
 * @dim: how many numbers it has
 * @values: (array length=dim): its numbers, to the last bit
 *
 * Asserts what is in a row.
 */
void
sema_test_assert_row (SemaSet *set, guint64 row, const char *word, gssize length, gsize dim, const SemaFloat *values)
{
  gsize       n;
  const char *found;

  g_assert_cmpuint (row, <, sema_set_get_n_rows (set));
  found = sema_vocab_get_word (sema_set_get_vocab (set), row, &n);
  g_assert_cmpmem (found, n, word, length < 0 ? strlen (word) : (gsize)length);
  g_assert_cmpuint (sema_set_get_dim (set), ==, dim);
  g_assert_cmpmem (sema_set_get_row (set, row), dim * sizeof (float), values, dim * sizeof (float));
}

/**
 * sema_test_assert_same:
 * @set: a set
 * @other: another
 *
 * Asserts that both have the same rows.
 */
void
sema_test_assert_same (SemaSet *set, SemaSet *other)
{
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, sema_set_get_n_rows (other));
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (other), row, &length);

      sema_test_assert_row (set, row, word, (gssize)length, sema_set_get_dim (other), sema_set_get_row (other, row));
    }
}

/**
 * sema_test_has_warning:
 * @set: a set
 * @part: some text
 *
 * Returns: whether one of the warnings holds the text
 */
gboolean
sema_test_has_warning (SemaSet *set, const char *part)
{
  for (const char *const *warning = sema_set_get_warnings (set); *warning != NULL; warning++)
    if (strstr (*warning, part) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * sema_test_assert_warning:
 * @set: a set
 * @part: some text
 *
 * Asserts that one of the warnings holds the text; prints them when none does.
 */
void
sema_test_assert_warning (SemaSet *set, const char *part)
{
  g_autofree char *all = g_strjoinv (" | ", (char **)sema_set_get_warnings (set));

  if (!sema_test_has_warning (set, part))
    g_error ("no warning holds “%s”: %s", part, all);
}

/**
 * sema_test_assert_no_warnings:
 * @set: a set
 *
 * Asserts that nothing was odd; prints what was.
 */
void
sema_test_assert_no_warnings (SemaSet *set)
{
  g_autofree char *all = g_strjoinv (" | ", (char **)sema_set_get_warnings (set));

  g_assert_cmpstr (all, ==, "");
}

/**
 * sema_test_count_descriptors:
 *
 * Returns: how many files this program has open
 */
guint
sema_test_count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint            n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
