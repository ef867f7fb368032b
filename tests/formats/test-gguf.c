/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf.h"

#include <string.h>

#include "gguf-fixture.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

static const guint64 shape[] = {4, 3};

static void
test_recognise (void)
{
  g_assert_true (sema_gguf_is_one ((const guint8 *)"GGUF\3\0\0\0", 8));
  g_assert_true (sema_gguf_is_one ((const guint8 *)"GGUF\0\0\0\3", 8));
  g_assert_true (sema_gguf_is_one ((const guint8 *)"GGUF", 4));
  g_assert_false (sema_gguf_is_one ((const guint8 *)"GGUF 0.5", 8));
  g_assert_false (sema_gguf_is_one ((const guint8 *)"GGUF\t0.5", 8));
  g_assert_false (sema_gguf_is_one ((const guint8 *)"GGU", 3));
  g_assert_false (sema_gguf_is_one ((const guint8 *)"", 0));
}

static char *
describe_shape (const SemaTensor *tensor)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tensor->n_axes; i++)
    g_string_append_printf (text, "%s%" G_GUINT64_FORMAT, i == 0 ? "" : ",", tensor->shape[i]);
  return g_string_free (text, FALSE);
}

/* The bits of each number, eight digits each. */
static void
assert_row (SemaTensors *tensors, guint64 index, guint64 row, const char *line)
{
  gsize              n = strlen (line) / 8;
  g_autofree float  *floats = g_new (float, n);
  g_autofree double *doubles = g_new (double, n);

  g_assert_true (sema_tensors_read_floats (tensors, index, row, floats, NULL));
  g_assert_true (sema_tensors_read_doubles (tensors, index, row, doubles, NULL));
  for (gsize i = 0; i < n; i++)
    {
      char  bits[9], expected[9];
      guint number;

      memcpy (&number, &floats[i], sizeof number);
      g_snprintf (bits, sizeof bits, "%08x", number);
      g_strlcpy (expected, line + 8 * i, sizeof expected);
      g_assert_cmpstr (bits, ==, expected);
      g_assert_cmpfloat (doubles[i], ==, (double)floats[i]);
    }
}

/* One line about a tensor, and those after it that are its last rows, or all. */
static guint
assert_tensor (SemaTensors *tensors, char **lines)
{
  g_auto (GStrv)   fields = g_strsplit (lines[0], "\t", -1);
  g_autofree char *found = NULL;
  SemaTensor       tensor;
  guint64          index;
  guint            n = 0;

  g_test_message ("%s", lines[0]);
  g_assert_true (sema_tensors_find (tensors, fields[1], strlen (fields[1]), &index));
  sema_tensors_get (tensors, index, &tensor);
  found = describe_shape (&tensor);
  g_assert_cmpstr (tensor.name, ==, fields[1]);
  g_assert_cmpstr (tensor.dtype, ==, fields[2]);
  g_assert_cmpstr (found, ==, fields[3]);
  g_assert_cmpint (tensor.is_embedding, ==, g_str_equal (fields[4], "1"));
  g_assert_true (sema_tensors_prepare (tensors, index, NULL, NULL));
  while (lines[n + 1][0] == '\t')
    n++;
  g_assert_cmpint (tensor.n_rows > 0, ==, n > 0);
  for (guint i = 0; i < n; i++)
    assert_row (tensors, index, tensor.n_rows - n + i, lines[i + 1] + 1);
  return n + 1;
}

static guint
assert_file (char **lines)
{
  g_autofree char        *name = g_strndup (lines[0], strcspn (lines[0], "\t"));
  g_autofree char        *path = gguf_fixture_path (name);
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, &error);
  guint                   n = 0, n_tensors = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==, NULL);
  for (; g_str_has_prefix (lines[n], name); n_tensors++)
    n += assert_tensor (tensors, lines + n);
  g_assert_cmpuint (sema_tensors_get_n (tensors), ==, n_tensors);
  return n;
}

/* What the package gguf reads: names, types, shapes, and each number to the last bit. */
static void
test_stored (void)
{
  g_autoptr (GByteArray) table = gguf_fixture_read ("gguf.tsv");
  g_autofree char       *text = g_strndup ((char *)table->data, table->len);
  g_auto (GStrv)         lines = g_strsplit (text, "\n", -1);
  guint                  n_files = 0;

  for (guint i = 0; lines[i][0] != 0; n_files++)
    i += assert_file (lines + i);
  g_assert_cmpuint (n_files, ==, 2);
}

/* Any length, and any byte changed. Only what fills up the last tensor may be missing. */
static void
test_sweeps (void)
{
  g_autoptr (GByteArray) bytes = gguf_fixture_read ("kinds.gguf");

  for (guint n = 0; n < bytes->len; n++)
    {
      g_autoptr (SemaTensors) tensors = tensors_fixture_open ("cut.gguf", bytes->data, n, NULL);

      g_assert_true (tensors == NULL || n >= bytes->len - 31);
    }
  tensors_fixture_change_bytes ("changed.gguf", bytes);
}

static void
test_no_memory (void)
{
  g_autofree char *path = gguf_fixture_path ("kinds.gguf");

  tensors_fixture_fail_allocations (path);
}

static void
test_cancel (void)
{
  g_autofree char         *path = gguf_fixture_path ("llama.gguf");
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_tensors_open (path, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

/* A file with a matrix (3, 4) of float32 and some values. */
static GByteArray *
make (const GByteArray *values, guint n_values)
{
  GByteArray *bytes = gguf_fixture_new (1, n_values);

  sema_test_append (bytes, values->data, values->len);
  gguf_fixture_tensor (bytes, "token_embd.weight", shape, 2, 0, 0);
  gguf_fixture_fill_up (bytes, 32);
  sema_test_append_zeros (bytes, 48);
  return bytes;
}

static void
append_part (GByteArray *bytes, guint number, guint n)
{
  gguf_fixture_key (bytes, "split.no", SEMA_GGUF_U16);
  gguf_fixture_number (bytes, number, 2);
  gguf_fixture_key (bytes, "split.count", SEMA_GGUF_U16);
  gguf_fixture_number (bytes, n, 2);
}

static void
test_parts (void)
{
  g_autoptr (GByteArray)  values = g_byte_array_new ();
  g_autoptr (GByteArray)  bytes = NULL;
  g_autoptr (GByteArray)  empty = gguf_fixture_new (0, 2);
  g_autoptr (SemaTensors) tensors = NULL;

  append_part (values, 1, 3);
  bytes = make (values, 2);
  tensors = tensors_fixture_open ("part.gguf", bytes->data, bytes->len, NULL);
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==, "This is file 2 of 3 of a model; only its own tensors are listed.");
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[1], ==, NULL);
  append_part (empty, 0, 3);
  tensors_fixture_assert_refused ("first.gguf", g_byte_array_ref (empty), "is file 1 of 3 of a model and has no tensors; open another of them.");
}

static void
test_whole_in_one_part (void)
{
  g_autoptr (GByteArray)  values = g_byte_array_new ();
  g_autoptr (GByteArray)  bytes = NULL;
  g_autoptr (SemaTensors) tensors = NULL;

  append_part (values, 0, 1);
  bytes = make (values, 2);
  tensors = tensors_fixture_open ("part.gguf", bytes->data, bytes->len, NULL);
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==, NULL);
}

static void
test_ends (void)
{
  g_autoptr (GByteArray)  values = g_byte_array_new ();
  g_autoptr (GByteArray)  bytes = make (values, 0);
  g_autoptr (SemaTensors) unfilled = tensors_fixture_open ("end.gguf", bytes->data, bytes->len, NULL);
  g_autoptr (SemaTensors) filled = NULL, longer = NULL;

  g_assert_cmpstr (sema_tensors_get_warnings (unfilled)[0], ==, NULL);
  sema_test_append_zeros (bytes, 16);
  filled = tensors_fixture_open ("end.gguf", bytes->data, bytes->len, NULL);
  g_assert_cmpstr (sema_tensors_get_warnings (filled)[0], ==, NULL);
  sema_test_append_zeros (bytes, 2);
  longer = tensors_fixture_open ("end.gguf", bytes->data, bytes->len, NULL);
  g_assert_cmpstr (sema_tensors_get_warnings (longer)[0], ==, "2 bytes come after the numbers and were left out.");
  tensors_fixture_assert_refused ("none.gguf", gguf_fixture_new (0, 0), "has no tensors.");
}

static void
test_versions (void)
{
  g_autoptr (GByteArray)  values = g_byte_array_new ();
  g_autoptr (GByteArray)  bytes = make (values, 0);
  g_autoptr (SemaTensors) second = NULL;
  static const guint32    others[] = {0, 1, 4, 255};

  tensors_fixture_set (bytes, 4, 2, 4);
  second = tensors_fixture_open ("version.gguf", bytes->data, bytes->len, NULL);
  g_assert_nonnull (second);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      tensors_fixture_set (bytes, 4, others[i], 4);
      tensors_fixture_assert_refused ("version.gguf", g_byte_array_ref (bytes), "and only 2 and 3 are read here");
    }
  tensors_fixture_set (bytes, 4, 0x03000000, 4);
  tensors_fixture_assert_refused ("version.gguf", g_byte_array_ref (bytes), "for machines of the other byte order");
}

/* A type that is listed, and cannot be read. */
static void
test_unread (void)
{
  const guint64           blocks[] = {256, 2};
  g_autoptr (GByteArray)  bytes = gguf_fixture_new (1, 0);
  g_autoptr (SemaTensors) tensors = NULL;
  guint64                 index;

  gguf_fixture_tensor (bytes, "token_embd.weight", blocks, 2, 16, 0);
  gguf_fixture_fill_up (bytes, 32);
  sema_test_append_zeros (bytes, 2 * 66);
  tensors = tensors_fixture_open ("unread.gguf", bytes->data, bytes->len, NULL);
  g_assert_false (sema_tensors_get_embedding (tensors, &index));
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==, "“token_embd.weight” has the name of an embedding matrix, but numbers of the type IQ2_XXS are not supported yet.");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gguf/recognise", test_recognise);
  g_test_add_func ("/formats/gguf/stored", test_stored);
  g_test_add_func ("/formats/gguf/sweeps", test_sweeps);
  g_test_add_func ("/formats/gguf/no-memory", test_no_memory);
  g_test_add_func ("/formats/gguf/cancel", test_cancel);
  g_test_add_func ("/formats/gguf/parts", test_parts);
  g_test_add_func ("/formats/gguf/whole-in-one-part", test_whole_in_one_part);
  g_test_add_func ("/formats/gguf/ends", test_ends);
  g_test_add_func ("/formats/gguf/versions", test_versions);
  g_test_add_func ("/formats/gguf/unread", test_unread);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
