/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tensors-fixture.h"

#include <string.h>
#include <zlib.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

/**
 * tensors_fixture_path:
 * @name: base name of a stored file of tensors
 *
 * Returns: (transfer full): its path
 */
char *
tensors_fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "formats", "tensors", name, NULL);
}

/**
 * tensors_fixture_read:
 * @name: base name of a stored file of tensors
 *
 * Returns: (transfer full): its bytes
 */
GByteArray *
tensors_fixture_read (const char *name)
{
  g_autofree char *path = tensors_fixture_path (name);
  char            *contents;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_byte_array_new_take ((guint8 *)contents, length);
}

/**
 * tensors_fixture_open:
 * @name: base name
 * @bytes: (array length=n_bytes): contents
 * @n_bytes: their size
 * @error: as sema_tensors_open()
 *
 * Writes a file and opens it. An error must be one that is expected of a file, and a sentence.
 *
 * Returns: (transfer full) (nullable): the tensors
 */
SemaTensors *
tensors_fixture_open (const char *name, gconstpointer bytes, gsize n_bytes, GError **error)
{
  g_autofree char   *path = sema_test_files_write (name, n_bytes > 0 ? bytes : "", n_bytes);
  g_autoptr (GError) local_error = NULL;
  SemaTensors       *tensors = sema_tensors_open (path, NULL, &local_error);

  g_assert_true ((tensors == NULL) == (local_error != NULL));
  if (tensors == NULL)
    {
      g_assert_true (local_error->domain == SEMA_FORMAT_ERROR || local_error->domain == SEMA_CORE_ERROR);
      g_assert_true (g_str_has_suffix (local_error->message, "."));
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return tensors;
}

/**
 * tensors_fixture_read_all:
 * @tensors: tensors
 *
 * Reads each row of each matrix, both ways. What may fail is only the preparing.
 */
void
tensors_fixture_read_all (SemaTensors *tensors)
{
  for (guint64 i = 0; i < sema_tensors_get_n (tensors); i++)
    {
      g_autofree double *doubles = NULL;
      g_autofree float  *floats = NULL;
      g_autoptr (GError) error = NULL;
      SemaTensor         tensor;

      sema_tensors_get (tensors, i, &tensor);
      g_assert_nonnull (tensor.dtype);
      if (tensor.n_rows == 0 || !sema_tensors_prepare (tensors, i, NULL, &error))
        continue;
      doubles = g_new (double, tensor.dim);
      floats = g_new (float, tensor.dim);
      for (guint64 row = 0; row < tensor.n_rows; row++)
        {
          g_assert_true (sema_tensors_read_doubles (tensors, i, row, doubles, NULL));
          g_assert_true (sema_tensors_read_floats (tensors, i, row, floats, NULL));
          for (guint64 k = 0; k < tensor.dim; k++)
            {
              float rounded = (float)doubles[k];

              g_assert_true (rounded == floats[k] || (doubles[k] != doubles[k] && floats[k] != floats[k]));
            }
        }
    }
}

/**
 * tensors_fixture_change_bytes:
 * @name: base name
 * @bytes: contents of a good file; as they were in the end
 *
 * Changes each byte in several ways. What opens then must have rows that can be read.
 */
void
tensors_fixture_change_bytes (const char *name, GByteArray *bytes)
{
  for (gsize at = 0; at < bytes->len; at++)
    {
      const guint8 original = bytes->data[at];
      const guint8 changes[] = {0, 0xff, original ^ 0x80, original + 1};

      for (guint k = 0; k < G_N_ELEMENTS (changes); k++)
        {
          g_autoptr (SemaTensors) tensors = NULL;

          bytes->data[at] = changes[k];
          tensors = tensors_fixture_open (name, bytes->data, bytes->len, NULL);
          if (tensors != NULL)
            tensors_fixture_read_all (tensors);
        }
      bytes->data[at] = original;
    }
}

/**
 * tensors_fixture_fail_allocations:
 * @path: path of a good file
 *
 * Opens it with the n-th allocation failing, for all n: without memory nothing opens, and nothing is lost.
 */
void
tensors_fixture_fail_allocations (const char *path)
{
  guint64  used = sema_memory_get_used ();
  gboolean is_done = FALSE;

  for (guint nth = 1; !is_done; nth++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (SemaTensors) tensors = NULL;
      guint64                 index;

      sema_memory_fail_at (nth);
      tensors = sema_tensors_open (path, NULL, &error);
      is_done = tensors != NULL && sema_tensors_get_embedding (tensors, &index) && sema_tensors_prepare (tensors, index, NULL, &error);
      sema_memory_fail_at (0);
      if (!is_done)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
}

static char *
describe_shape (const SemaTensor *tensor)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tensor->n_axes; i++)
    g_string_append_printf (text, "%s%" G_GUINT64_FORMAT, i == 0 ? "" : ",", tensor->shape[i]);
  return g_string_free (text, FALSE);
}

static void
assert_row (SemaTensors *tensors, guint64 index, guint64 row, const char *line)
{
  g_auto (GStrv)     expected = g_strsplit (line, " ", -1);
  g_autofree double *values = g_new (double, g_strv_length (expected));
  g_autoptr (GError) error = NULL;

  g_assert_true (sema_tensors_read_doubles (tensors, index, row, values, &error));
  g_assert_no_error (error);
  for (guint i = 0; expected[i] != NULL; i++)
    {
      double number = g_ascii_strtod (expected[i], NULL);

      g_assert_true (number != number ? values[i] != values[i] : memcmp (&values[i], &number, sizeof number) == 0);
    }
}

/* One line of what NumPy and torch say, and those after it that are rows. */
static guint
assert_tensor (SemaTensors *tensors, char **lines)
{
  g_auto (GStrv)     fields = g_strsplit (lines[0], "\t", -1);
  g_autofree char   *shape = NULL;
  g_autoptr (GError) error = NULL;
  SemaTensor         tensor;
  guint64            index;
  guint              n = 0;

  g_assert_true (sema_tensors_find (tensors, fields[1], strlen (fields[1]), &index));
  sema_tensors_get (tensors, index, &tensor);
  shape = describe_shape (&tensor);
  g_assert_cmpmem (tensor.name, tensor.name_length, fields[1], strlen (fields[1]));
  g_assert_cmpstr (tensor.dtype, ==, fields[2]);
  g_assert_cmpstr (shape, ==, fields[3]);
  g_assert_cmpint (tensor.is_embedding, ==, g_str_equal (fields[4], "1"));
  g_assert_true (sema_tensors_prepare (tensors, index, NULL, &error));
  g_assert_no_error (error);
  while (lines[n + 1][0] == '\t')
    {
      assert_row (tensors, index, n, lines[n + 1] + 1);
      n++;
    }
  g_assert_cmpuint (tensor.n_rows, ==, n);
  return n + 1;
}

/**
 * tensors_fixture_compare:
 * @table: base name of a stored table of what other programs say is in files
 * @n_files: how many files it is about
 *
 * Opens each of the files and compares: names, types, shapes, the embedding and each number. None of them has a warning.
 */
void
tensors_fixture_compare (const char *table, guint n_files)
{
  g_autofree char *path = tensors_fixture_path (table);
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i][0] != 0; n_files--)
    {
      g_autofree char        *name = g_strndup (lines[i], strcspn (lines[i], "\t"));
      g_autofree char        *file = tensors_fixture_path (name);
      g_autoptr (GError)      error = NULL;
      g_autoptr (SemaTensors) tensors = sema_tensors_open (file, NULL, &error);
      guint64                 n = 0;

      g_assert_no_error (error);
      g_assert_cmpstr (sema_tensors_get_label (tensors), ==, name);
      g_assert_null (sema_tensors_get_warnings (tensors)[0]);
      for (; g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == '\t'; n++)
        i += assert_tensor (tensors, lines + i);
      g_assert_cmpuint (sema_tensors_get_n (tensors), ==, n);
    }
  g_assert_cmpuint (n_files, ==, 0);
}

/**
 * tensors_fixture_safetensors:
 * @header: JSON
 * @n_data: how many zeros come after it
 *
 * Returns: (transfer full): a file of it
 */
GByteArray *
tensors_fixture_safetensors (const char *header, gsize n_data)
{
  GByteArray *bytes = g_byte_array_new ();
  guint64     length = GUINT64_TO_LE (strlen (header));

  sema_test_append (bytes, &length, sizeof length);
  sema_test_append_text (bytes, header);
  sema_test_append_zeros (bytes, n_data);
  return bytes;
}

/**
 * tensors_fixture_npy:
 * @header: as Python writes it
 * @n_data: how many zeros come after it
 *
 * Returns: (transfer full): a file of version 1.0
 */
GByteArray *
tensors_fixture_npy (const char *header, gsize n_data)
{
  GByteArray *bytes = g_byte_array_new ();
  guint16     length = GUINT16_TO_LE ((guint16)strlen (header));

  sema_test_append (bytes, "\x93NUMPY\1\0", 8);
  sema_test_append (bytes, &length, sizeof length);
  sema_test_append_text (bytes, header);
  sema_test_append_zeros (bytes, n_data);
  return bytes;
}

static void
append_number (GByteArray *bytes, guint64 number, guint width)
{
  for (guint i = 0; i < width; i++)
    {
      guint8 byte = i < 8 ? (guint8)(number >> (8 * i)) : 0;

      sema_test_append (bytes, &byte, 1);
    }
}

/* What the header before the data and the entry of the directory have in common. */
static void
append_common (GByteArray *bytes, const char *name, const char *content)
{
  append_number (bytes, 20, 2);
  append_number (bytes, 0, 2 + 2 + 4); /* flags, stored, no time */
  append_number (bytes, crc32 (0, (const Bytef *)content, (uInt)strlen (content)), 4);
  append_number (bytes, strlen (content), 4);
  append_number (bytes, strlen (content), 4);
  append_number (bytes, strlen (name), 2);
  append_number (bytes, 0, 2);
}

/**
 * tensors_fixture_zip:
 * @names: (array zero-terminated=1): names
 * @contents: what is in them
 *
 * Returns: (transfer full): an archive of them, stored
 */
GByteArray *
tensors_fixture_zip (const char *const *names, const char *const *contents)
{
  GByteArray            *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  guint                  n = 0;

  for (; names[n] != NULL; n++)
    {
      sema_test_append (directory, "PK\1\2\x14\0", 6);
      append_common (directory, names[n], contents[n]);
      append_number (directory, 0, 10); /* comment, disk, attributes */
      append_number (directory, bytes->len, 4);
      sema_test_append_text (directory, names[n]);
      sema_test_append (bytes, "PK\3\4", 4);
      append_common (bytes, names[n], contents[n]);
      sema_test_append_text (bytes, names[n]);
      sema_test_append_text (bytes, contents[n]);
    }
  append_number (directory, 0x06054b50, 4);
  append_number (directory, 0, 4);
  append_number (directory, n, 2);
  append_number (directory, n, 2);
  append_number (directory, directory->len - 12, 4);
  append_number (directory, bytes->len, 4);
  append_number (directory, 0, 2);
  sema_test_append (bytes, directory->data, directory->len);
  return bytes;
}

/**
 * tensors_fixture_find:
 * @bytes: an archive
 * @record: the two bytes after “PK”
 * @nth: which, from 0
 *
 * Returns: where the record is
 */
guint
tensors_fixture_find (GByteArray *bytes, const char *record, guint nth)
{
  for (guint at = 0; at + 4 <= bytes->len; at++)
    if (memcmp (bytes->data + at, "PK", 2) == 0 && memcmp (bytes->data + at + 2, record, 2) == 0 && nth-- == 0)
      return at;
  g_assert_not_reached ();
}

/**
 * tensors_fixture_set:
 * @bytes: bytes
 * @at: where
 * @number: what
 * @width: of how many bytes
 *
 * Writes a number over what is there, the smallest byte first.
 */
void
tensors_fixture_set (GByteArray *bytes, guint at, guint64 number, guint width)
{
  for (guint i = 0; i < width; i++)
    bytes->data[at + i] = (guint8)(number >> (8 * i));
}

/**
 * tensors_fixture_assert_refused:
 * @name: base name
 * @bytes: (transfer full): contents
 * @part: what the sentence must have
 *
 * The file must not open.
 */
void
tensors_fixture_assert_refused (const char *name, GByteArray *bytes, const char *part)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = tensors_fixture_open (name, bytes->data, bytes->len, &error);

  g_byte_array_unref (bytes);
  if (tensors != NULL || strstr (error->message, part) == NULL)
    g_error ("%s: “%s” was expected, and is “%s”", name, part, error != NULL ? error->message : "open");
}
