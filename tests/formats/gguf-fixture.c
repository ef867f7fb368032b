/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gguf-fixture.h"

#include <string.h>

#include "sema-test-files.h"

/**
 * gguf_fixture_path:
 * @name: base name of a stored GGUF file
 *
 * Returns: (transfer full): its path
 */
char *
gguf_fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "formats", "gguf", name, NULL);
}

/**
 * gguf_fixture_read:
 * @name: base name of a stored GGUF file
 *
 * Returns: (transfer full): its bytes
 */
GByteArray *
gguf_fixture_read (const char *name)
{
  g_autofree char *path = gguf_fixture_path (name);
  char            *contents;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_byte_array_new_take ((guint8 *)contents, length);
}

/**
 * gguf_fixture_number:
 * @bytes: a file
 * @number: what is appended, the lowest byte first
 * @width: of how many bytes
 */
void
gguf_fixture_number (GByteArray *bytes, guint64 number, guint width)
{
  for (guint i = 0; i < width; i++)
    {
      guint8 byte = (guint8)(number >> (8 * i));

      sema_test_append (bytes, &byte, 1);
    }
}

/**
 * gguf_fixture_new:
 * @n_tensors: how many tensors the header says
 * @n_values: how many keys it says
 *
 * Returns: (transfer full): the header of a file of version 3
 */
GByteArray *
gguf_fixture_new (guint64 n_tensors, guint64 n_values)
{
  GByteArray *bytes = sema_test_bytes ("GGUF");

  gguf_fixture_number (bytes, 3, 4);
  gguf_fixture_number (bytes, n_tensors, 8);
  gguf_fixture_number (bytes, n_values, 8);
  return bytes;
}

/**
 * gguf_fixture_text:
 * @bytes: a file
 * @text: what is appended, with its length before it
 */
void
gguf_fixture_text (GByteArray *bytes, const char *text)
{
  gguf_fixture_number (bytes, strlen (text), 8);
  sema_test_append_text (bytes, text);
}

/**
 * gguf_fixture_key:
 * @bytes: a file
 * @key: a key
 * @kind: of its value, which comes next
 */
void
gguf_fixture_key (GByteArray *bytes, const char *key, SemaGgufKind kind)
{
  gguf_fixture_text (bytes, key);
  gguf_fixture_number (bytes, kind, 4);
}

/**
 * gguf_fixture_array:
 * @bytes: a file
 * @key: a key
 * @element: of its array
 * @n: how many elements it says
 */
void
gguf_fixture_array (GByteArray *bytes, const char *key, SemaGgufKind element, guint64 n)
{
  gguf_fixture_key (bytes, key, SEMA_GGUF_ARRAY);
  gguf_fixture_number (bytes, element, 4);
  gguf_fixture_number (bytes, n, 8);
}

/**
 * gguf_fixture_texts:
 * @bytes: a file
 * @key: a key
 * @texts: (array zero-terminated=1): its array
 */
void
gguf_fixture_texts (GByteArray *bytes, const char *key, const char *const *texts)
{
  gguf_fixture_array (bytes, key, SEMA_GGUF_TEXT, g_strv_length ((char **)texts));
  for (; *texts != NULL; texts++)
    gguf_fixture_text (bytes, *texts);
}

/**
 * gguf_fixture_numbers:
 * @bytes: a file
 * @key: a key
 * @element: %SEMA_GGUF_I32, or another of four bytes
 * @numbers: (array length=n): its array
 * @n: how many there are
 */
void
gguf_fixture_numbers (GByteArray *bytes, const char *key, SemaGgufKind element, const gint64 *numbers, guint n)
{
  gguf_fixture_array (bytes, key, element, n);
  for (guint i = 0; i < n; i++)
    gguf_fixture_number (bytes, (guint64)numbers[i], 4);
}

/**
 * gguf_fixture_floats:
 * @bytes: a file
 * @key: a key
 * @numbers: (array length=n): its array
 * @n: how many there are
 */
void
gguf_fixture_floats (GByteArray *bytes, const char *key, const float *numbers, guint n)
{
  gguf_fixture_array (bytes, key, SEMA_GGUF_F32, n);
  for (guint i = 0; i < n; i++)
    {
      guint32 bits;

      memcpy (&bits, &numbers[i], sizeof bits);
      gguf_fixture_number (bytes, bits, 4);
    }
}

/**
 * gguf_fixture_tensor:
 * @bytes: a file
 * @name: of a tensor
 * @shape: (array length=n_axes): as the file has it, the length of a row first
 * @n_axes: how many axes
 * @type: of its numbers, by the numbers of ggml
 * @offset: where it begins among the numbers
 */
void
gguf_fixture_tensor (GByteArray *bytes, const char *name, const guint64 *shape, guint n_axes, guint32 type, guint64 offset)
{
  gguf_fixture_text (bytes, name);
  gguf_fixture_number (bytes, n_axes, 4);
  for (guint i = 0; i < n_axes; i++)
    gguf_fixture_number (bytes, shape[i], 8);
  gguf_fixture_number (bytes, type, 4);
  gguf_fixture_number (bytes, offset, 8);
}

/**
 * gguf_fixture_fill_up:
 * @bytes: a file
 * @alignment: that its length becomes a multiple of
 */
void
gguf_fixture_fill_up (GByteArray *bytes, guint alignment)
{
  sema_test_append_zeros (bytes, (alignment - bytes->len % alignment) % alignment);
}
