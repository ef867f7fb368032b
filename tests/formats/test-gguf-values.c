/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-values.h"

#include <string.h>

#include "gguf-fixture.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

/* Reads the values of a file; its sentence where they are refused. */
static char *
read_values (const GByteArray *file, SemaGgufValues *values, SemaTensorBytes **bytes, guint64 *at)
{
  guint8                 *copy = sema_memory_alloc (file->len, NULL);
  g_autoptr (GError)      error = NULL;
  g_auto (SemaGgufReader) reader = {0};
  gboolean                is_read;

  memcpy (copy, file->data, file->len);
  *bytes = sema_tensor_bytes_new_take (copy, file->len, "m.gguf");
  sema_gguf_reader_init (&reader, *bytes, 0);
  is_read = sema_gguf_values_read (values, &reader, &error);
  g_assert_true (is_read == (error == NULL));
  if (at != NULL)
    *at = reader.at;
  return is_read ? NULL : g_strdup (error->message);
}

static void
assert_refused (GByteArray *file, const char *part)
{
  g_auto (SemaGgufValues)     values = {0};
  g_autoptr (SemaTensorBytes) bytes = NULL;
  g_autofree char            *sentence = read_values (file, &values, &bytes, NULL);

  if (sentence == NULL || strstr (sentence, part) == NULL)
    g_error ("“%s” was expected, and is “%s”", part, sentence);
  g_byte_array_unref (file);
}

static void
test_kinds (void)
{
  static const char *const    words[] = {"one", "", "größe", NULL};
  static const gint64         numbers[] = {-1, 7};
  g_autoptr (GByteArray)      file = gguf_fixture_new (5, 7);
  g_auto (SemaGgufValues)     values = {0};
  g_autoptr (SemaTensorBytes) bytes = NULL;
  g_autofree char            *sentence = NULL, *text = NULL, *none = NULL;
  guint64                     count, at;

  gguf_fixture_key (file, "u8", SEMA_GGUF_U8);
  gguf_fixture_number (file, 200, 1);
  gguf_fixture_key (file, "i16", SEMA_GGUF_I16);
  gguf_fixture_number (file, 0xffff, 2);
  gguf_fixture_key (file, "f64", SEMA_GGUF_F64);
  gguf_fixture_number (file, 0x3ff0000000000000, 8);
  gguf_fixture_key (file, "truth", SEMA_GGUF_BOOL);
  gguf_fixture_number (file, 7, 1);
  gguf_fixture_key (file, "text", SEMA_GGUF_TEXT);
  gguf_fixture_text (file, "größe");
  gguf_fixture_texts (file, "words", words);
  gguf_fixture_numbers (file, "numbers", SEMA_GGUF_I32, numbers, 2);
  sentence = read_values (file, &values, &bytes, &at);
  g_assert_cmpstr (sentence, ==, NULL);
  g_assert_cmpuint (at, ==, file->len);
  g_assert_cmpuint (values.n_tensors, ==, 5);
  g_assert_true (sema_gguf_values_get_count (&values, "u8", &count));
  g_assert_cmpuint (count, ==, 200);
  g_assert_false (sema_gguf_values_get_count (&values, "i16", &count));
  g_assert_false (sema_gguf_values_get_count (&values, "f64", &count));
  g_assert_true (sema_gguf_values_get_count (&values, "truth", &count));
  g_assert_cmpuint (count, ==, 7);
  g_assert_false (sema_gguf_values_get_count (&values, "text", &count));
  g_assert_false (sema_gguf_values_get_count (&values, "nothing", &count));
  g_assert_true (sema_gguf_values_read_text (&values, "text", bytes, &text, NULL));
  g_assert_cmpstr (text, ==, "größe");
  g_assert_true (sema_gguf_values_read_text (&values, "words", bytes, &none, NULL));
  g_assert_cmpstr (none, ==, NULL);
  g_assert_cmpuint (sema_gguf_values_find_array (&values, "words", SEMA_GGUF_TEXT)->n, ==, 3);
  g_assert_cmpuint (sema_gguf_values_find_array (&values, "numbers", SEMA_GGUF_I32)->n, ==, 2);
  g_assert_null (sema_gguf_values_find_array (&values, "numbers", SEMA_GGUF_F32));
  g_assert_null (sema_gguf_values_find_array (&values, "u8", SEMA_GGUF_U8));
  g_assert_null (sema_gguf_values_find (&values, ""));
}

static void
test_none (void)
{
  g_autoptr (GByteArray)      file = gguf_fixture_new (0, 0);
  g_auto (SemaGgufValues)     values = {0};
  g_autoptr (SemaTensorBytes) bytes = NULL;
  g_autofree char            *sentence = read_values (file, &values, &bytes, NULL);

  g_assert_cmpstr (sentence, ==, NULL);
  g_assert_null (sema_gguf_values_find (&values, "key"));
}

/* A file with one value that is damaged. */
static GByteArray *
begin (guint n_values)
{
  return gguf_fixture_new (0, n_values);
}

static void
test_counts (void)
{
  static const guint64 counts[] = {G_GUINT64_CONSTANT (1000000000000000000), G_MAXUINT64, G_GUINT64_CONSTANT (1) << 63, 3};

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      GByteArray *values = gguf_fixture_new (0, counts[i]), *tensors = gguf_fixture_new (counts[i], 0);

      sema_test_append_zeros (values, 36);
      sema_test_append_zeros (tensors, 36);
      assert_refused (values, "byte 16: it says more keys than the file has room for");
      assert_refused (tensors, "byte 8: it says more tensors than the file has room for");
    }
  assert_refused (sema_test_bytes ("\x1f\x8b\x08\x08 compressed"), "does not begin as GGUF files do; if it is compressed, decompress it first");
  assert_refused (sema_test_bytes ("GGUF\3"), "the file ends before what is said to be there");
}

static void
test_keys (void)
{
  GByteArray *twice = begin (2), *empty = begin (1), *endless = begin (1), *lengthy = begin (1);

  for (guint i = 0; i < 2; i++)
    {
      gguf_fixture_key (twice, "a.key", SEMA_GGUF_U8);
      gguf_fixture_number (twice, 1, 1);
    }
  assert_refused (twice, "the key “a.key” comes twice in it");
  gguf_fixture_key (empty, "", SEMA_GGUF_U8);
  gguf_fixture_number (empty, 1, 1);
  assert_refused (empty, "a key has to have at least 1 byte");
  gguf_fixture_number (endless, G_MAXUINT64, 8);
  sema_test_append_zeros (endless, 20);
  assert_refused (endless, "byte 24: a text there is longer than what is left of the file");
  gguf_fixture_number (lengthy, 65536, 8);
  sema_test_append_zeros (lengthy, 70000);
  assert_refused (lengthy, "fewer than 65536");
}

static void
test_bad_kinds (void)
{
  GByteArray *kind = begin (1), *element = begin (1), *nested = begin (1);

  gguf_fixture_key (kind, "k", (SemaGgufKind)13);
  gguf_fixture_number (kind, 1, 8);
  assert_refused (kind, "there is no kind of value with that number");
  gguf_fixture_array (element, "k", (SemaGgufKind)0xffffffff, 0);
  assert_refused (element, "there is no kind of value with that number");
  gguf_fixture_array (nested, "k", SEMA_GGUF_ARRAY, 0);
  assert_refused (nested, "arrays of arrays are not part of the format");
}

static void
test_arrays (void)
{
  static const SemaGgufKind elements[] = {SEMA_GGUF_TEXT, SEMA_GGUF_U8, SEMA_GGUF_F64, SEMA_GGUF_BOOL};

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      GByteArray *huge = begin (1), *whole = begin (1), *longer = begin (1);

      gguf_fixture_array (huge, "k", elements[i], G_GUINT64_CONSTANT (1) << 63);
      sema_test_append_zeros (huge, 100);
      assert_refused (huge, "an array there has more elements than the file has room for");
      gguf_fixture_array (whole, "k", elements[i], G_MAXUINT64);
      sema_test_append_zeros (whole, 100);
      assert_refused (whole, "an array there has more elements than the file has room for");
      gguf_fixture_array (longer, "k", elements[i], elements[i] == SEMA_GGUF_U8 || elements[i] == SEMA_GGUF_BOOL ? 17 : 3);
      sema_test_append_zeros (longer, 16);
      assert_refused (longer, "an array there has more elements than the file has room for");
    }
  {
    GByteArray *inner = begin (1);

    gguf_fixture_array (inner, "k", SEMA_GGUF_TEXT, 2);
    gguf_fixture_number (inner, 9, 8);
    sema_test_append_zeros (inner, 8);
    assert_refused (inner, "a text there is longer than what is left of the file");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gguf-values/kinds", test_kinds);
  g_test_add_func ("/formats/gguf-values/none", test_none);
  g_test_add_func ("/formats/gguf-values/counts", test_counts);
  g_test_add_func ("/formats/gguf-values/keys", test_keys);
  g_test_add_func ("/formats/gguf-values/bad-kinds", test_bad_kinds);
  g_test_add_func ("/formats/gguf-values/arrays", test_arrays);
  return g_test_run ();
}
