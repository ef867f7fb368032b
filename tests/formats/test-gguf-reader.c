/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-reader.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

#define LARGE (600 * 1024) /* bytes, more than are read at once */

static void
test_numbers (void)
{
  g_autofree char            *path = sema_test_files_write ("numbers", "\1\2\3\4\5\6\7\x88\x99", 9);
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, NULL, NULL);
  g_auto (SemaGgufReader)     reader = {0};
  g_autoptr (GError)          error = NULL;
  guint64                     number;

  sema_gguf_reader_init (&reader, bytes, 0);
  g_assert_cmpuint (sema_gguf_reader_get_left (&reader), ==, 9);
  g_assert_true (sema_gguf_reader_get_number (&reader, 8, &number, NULL));
  g_assert_cmphex (number, ==, G_GUINT64_CONSTANT (0x8807060504030201));
  g_assert_false (sema_gguf_reader_get_number (&reader, 2, &number, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_cmpstr (error->message, ==, "“numbers” is damaged at byte 8: the file ends before what is said to be there, as a download that was cut short does; fetch it again.");
  g_assert_true (sema_gguf_reader_get_number (&reader, 1, &number, NULL));
  g_assert_cmphex (number, ==, 0x99);
  g_assert_false (sema_gguf_reader_skip (&reader, 1, NULL));
  g_assert_true (sema_gguf_reader_skip (&reader, 0, NULL));
}

/* Texts that begin anywhere, some of them longer than what is read at once. */
static void
test_texts (void)
{
  static const gsize          lengths[] = {0, 1, LARGE, 5, LARGE / 2, 70000, 0, 3};
  g_autoptr (GByteArray)      file = g_byte_array_new ();
  g_autofree char            *path = NULL;
  g_autoptr (SemaTensorBytes) bytes = NULL;
  g_auto (SemaGgufReader)     reader = {0};

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      guint64 length = GUINT64_TO_LE (lengths[i]);

      sema_test_append (file, &length, 8);
      sema_test_append_zeros (file, lengths[i]);
      memset (file->data + file->len - lengths[i], 'a' + (int)i, lengths[i]);
    }
  path = sema_test_files_write ("texts", file->data, file->len);
  bytes = sema_tensor_bytes_open (path, NULL, NULL);
  sema_gguf_reader_init (&reader, bytes, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const char *text;
      gsize       length;

      g_assert_true (sema_gguf_reader_get_text (&reader, &text, &length, NULL));
      g_assert_cmpuint (length, ==, lengths[i]);
      for (gsize k = 0; k < length; k++)
        g_assert_cmpint (text[k], ==, 'a' + i);
    }
  g_assert_cmpuint (sema_gguf_reader_get_left (&reader), ==, 0);
}

/* Far ahead of what was read, and back. */
static void
test_skip (void)
{
  g_autoptr (GByteArray)      file = g_byte_array_new ();
  g_autofree char            *path = NULL;
  g_autoptr (SemaTensorBytes) bytes = NULL;
  g_auto (SemaGgufReader)     reader = {0};
  guint64                     number;

  sema_test_append_zeros (file, LARGE);
  file->data[0] = 7;
  file->data[LARGE - 1] = 9;
  path = sema_test_files_write ("skip", file->data, file->len);
  bytes = sema_tensor_bytes_open (path, NULL, NULL);
  sema_gguf_reader_init (&reader, bytes, 0);
  g_assert_true (sema_gguf_reader_get_number (&reader, 1, &number, NULL));
  g_assert_cmpuint (number, ==, 7);
  g_assert_true (sema_gguf_reader_skip (&reader, LARGE - 2, NULL));
  g_assert_true (sema_gguf_reader_get_number (&reader, 1, &number, NULL));
  g_assert_cmpuint (number, ==, 9);
  reader.at = 0;
  g_assert_true (sema_gguf_reader_get_number (&reader, 1, &number, NULL));
  g_assert_cmpuint (number, ==, 7);
}

static void
test_lying_lengths (void)
{
  static const guint64 lengths[] = {9, G_MAXUINT64, G_GUINT64_CONSTANT (1) << 63, (G_GUINT64_CONSTANT (1) << 30) + 1};

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GByteArray)      file = g_byte_array_new ();
      guint64                     length = GUINT64_TO_LE (lengths[i]);
      g_autofree char            *path = NULL;
      g_autoptr (SemaTensorBytes) bytes = NULL;
      g_auto (SemaGgufReader)     reader = {0};
      g_autoptr (GError)          error = NULL;
      const char                 *text;
      gsize                       n;

      sema_test_append (file, &length, 8);
      sema_test_append_zeros (file, 8);
      path = sema_test_files_write ("lying", file->data, file->len);
      bytes = sema_tensor_bytes_open (path, NULL, NULL);
      sema_gguf_reader_init (&reader, bytes, 0);
      g_assert_false (sema_gguf_reader_get_text (&reader, &text, &n, &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gguf-reader/numbers", test_numbers);
  g_test_add_func ("/formats/gguf-reader/texts", test_texts);
  g_test_add_func ("/formats/gguf-reader/skip", test_skip);
  g_test_add_func ("/formats/gguf-reader/lying-lengths", test_lying_lengths);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
