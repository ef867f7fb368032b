/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"
#include "torch-fixture.h"

/* What torch.load() reads. */
static void
test_stored (void)
{
  tensors_fixture_compare ("torch.tsv", 6);
}

static void
assert_warning (const char *name, guint64 n_tensors, const char *part)
{
  g_autofree char        *path = tensors_fixture_path (name);
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, NULL);

  g_assert_nonnull (tensors);
  g_assert_cmpuint (sema_tensors_get_n (tensors), ==, n_tensors);
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==, part);
  g_assert_null (sema_tensors_get_warnings (tensors)[1]);
  tensors_fixture_read_all (tensors);
}

static void
test_left_out (void)
{
  assert_warning ("checkpoint.pth", 1, "The state of the optimizer was left out.");
  assert_warning ("special.pth", 1, "2 tensors that are sparse, quantized or of another special kind were left out.");
  assert_warning ("hostile.pth", 1, "This file asks Python to run posix.system; nothing of it was run.");
  g_assert_false (g_file_test ("semascope-ran-this", G_FILE_TEST_EXISTS));
}

static void
assert_refused (const char *type, guint64 n, guint64 offset, const char *shape, const char *strides, const char *part)
{
  g_autoptr (GByteArray)  bytes = g_byte_array_new ();
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GPtrArray)   warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)      error = NULL;

  torch_fixture_tensor (bytes, type, n, offset, shape, strides);
  sema_test_append_text (bytes, ".");
  g_assert_false (torch_fixture_list (bytes, 24, &list, warnings, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

/* 24 bytes are there. */
static void
test_bounds (void)
{
  assert_refused ("FloatStorage", 7, 0, "2 3", "3 1", "fewer numbers than it says");
  assert_refused ("DoubleStorage", 6, 0, "2 3", "3 1", "fewer numbers than it says");
  assert_refused ("FloatStorage", G_MAXINT64, 0, "2 3", "3 1", "fewer numbers than it says");
  assert_refused ("FloatStorage", 6, 1, "2 3", "3 1", "beyond its numbers");
  assert_refused ("FloatStorage", 5, 0, "2 3", "3 1", "beyond its numbers");
  assert_refused ("FloatStorage", 6, 0, "2 3", "4 1", "beyond its numbers");
  assert_refused ("FloatStorage", 6, 0, "3 3", "3 1", "beyond its numbers");
  assert_refused ("FloatStorage", 6, G_MAXINT64, "2 3", "3 1", "beyond its numbers");
  assert_refused ("FloatStorage", 6, 0, "2 3", "9223372036854775807 9223372036854775807", "beyond its numbers");
  assert_refused ("FloatStorage", 6, 0, "9223372036854775807 9223372036854775807", "1 1", "beyond its numbers");
  assert_refused ("FloatStorage", 6, -1, "2 3", "3 1", "not described");
  assert_refused ("FloatStorage", -6, 0, "2 3", "3 1", "not described");
  assert_refused ("FloatStorage", 6, 0, "2 -3", "3 1", "not described");
  assert_refused ("FloatStorage", 6, 0, "2 3", "3 -1", "not described");
  assert_refused ("FloatStorage", 6, 0, "2 3", "1", "not described");
}

/* Lists the tensor, which is the only one. */
static SemaTensorEntry
list_one (const char *type, guint64 n, guint64 offset, const char *shape, const char *strides)
{
  g_autoptr (GByteArray)  bytes = g_byte_array_new ();
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GPtrArray)   warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)      error = NULL;

  torch_fixture_tensor (bytes, type, n, offset, shape, strides);
  sema_test_append_text (bytes, ".");
  g_assert_true (torch_fixture_list (bytes, 24, &list, warnings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sema_tensor_list_get_n (&list), ==, 1);
  return *sema_tensor_list_peek (&list, 0);
}

static void
assert_place (const SemaTensorEntry *entry, guint64 offset, guint64 n_bytes, gboolean is_fortran, gboolean is_strided)
{
  g_assert_cmpuint (entry->part, ==, 3);
  g_assert_cmpuint (entry->offset, ==, offset);
  g_assert_cmpuint (entry->n_bytes, ==, n_bytes);
  g_assert_cmpint (entry->is_fortran, ==, is_fortran);
  g_assert_cmpint (entry->is_strided, ==, is_strided);
}

/* A count of numbers that is written in 255 bytes. */
static void
test_long_count (void)
{
  g_autoptr (GByteArray)  bytes = g_byte_array_new ();
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GPtrArray)   warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)      error = NULL;
  g_autofree char        *digits = g_strnfill (255, '\x7f');

  torch_fixture_global (bytes, "torch._utils", "_rebuild_tensor_v2");
  sema_test_append_text (bytes, "((");
  torch_fixture_text (bytes, "storage");
  torch_fixture_global (bytes, "torch", "FloatStorage");
  torch_fixture_text (bytes, "0");
  torch_fixture_text (bytes, "cpu");
  sema_test_append (bytes, "\x8a\xff", 2);
  sema_test_append (bytes, digits, 255);
  sema_test_append (bytes, "tQK\0K\2K\3\x86K\3K\1\x86\x89NtR.", 19);
  g_assert_false (torch_fixture_list (bytes, 24, &list, warnings, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "not described"));
}

static void
test_places (void)
{
  SemaTensorEntry plain = list_one ("FloatStorage", 6, 0, "2 3", "3 1");
  SemaTensorEntry later = list_one ("HalfStorage", 12, 4, "2 4", "4 1");
  SemaTensorEntry turned = list_one ("FloatStorage", 6, 0, "3 2", "1 3");
  SemaTensorEntry apart = list_one ("FloatStorage", 6, 1, "2 2", "3 1");
  SemaTensorEntry same = list_one ("FloatStorage", 6, 0, "1000000000000 2", "0 1");
  SemaTensorEntry sliding = list_one ("FloatStorage", 6, 0, "4 3", "1 1");
  SemaTensorEntry nothing = list_one ("FloatStorage", 6, 7, "0 3", "3 1");
  SemaTensorEntry single = list_one ("FloatStorage", 6, 0, "1 6", "999 1");

  assert_place (&plain, 1000, 24, FALSE, FALSE);
  assert_place (&later, 1008, 16, FALSE, FALSE);
  assert_place (&turned, 1000, 24, TRUE, FALSE);
  assert_place (&apart, 1004, 20, FALSE, TRUE);
  /* Numbers that stand in several places make no rows. */
  assert_place (&same, 1000, 0, FALSE, TRUE);
  assert_place (&sliding, 1000, 0, FALSE, TRUE);
  assert_place (&nothing, 1028, 0, FALSE, FALSE);
  assert_place (&single, 1000, 24, FALSE, FALSE);
}

/* Of two tensors the one that is damaged is left out. */
static void
test_damaged_one (void)
{
  g_autoptr (GByteArray)  bytes = sema_test_bytes ("}(");
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GPtrArray)   warnings = g_ptr_array_new_with_free_func (g_free);

  torch_fixture_text (bytes, "good");
  torch_fixture_tensor (bytes, "FloatStorage", 6, 0, "2 3", "3 1");
  torch_fixture_text (bytes, "bad");
  torch_fixture_tensor (bytes, "FloatStorage", 6, 1, "2 3", "3 1");
  torch_fixture_text (bytes, "worse");
  torch_fixture_tensor (bytes, "FloatStorage", 6, 2, "2 3", "3 1");
  torch_fixture_text (bytes, "unknown");
  torch_fixture_tensor (bytes, "QInt4Storage", 6, 2, "2 3", "3 1");
  sema_test_append_text (bytes, "u.");
  g_assert_true (torch_fixture_list (bytes, 24, &list, warnings, NULL));
  g_assert_cmpuint (sema_tensor_list_get_n (&list), ==, 2);
  g_assert_cmpstr (sema_tensor_list_peek_dtype (&list, 1), ==, "QInt4Storage");
  g_assert_cmpuint (warnings->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==, "The tensor “bad” in “a.pth” was left out: it reaches beyond its numbers.");
  g_assert_cmpstr (g_ptr_array_index (warnings, 1), ==, "1 more tensor was left out.");
}

/* 60 lists, each twice in the next: 2^60 places for one tensor. And a list in itself. */
static void
test_many_places (void)
{
  g_autoptr (GByteArray)  bytes = sema_test_bytes ("](");
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GPtrArray)   warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GByteArray)  cycle = sema_test_bytes ("]q");
  g_auto (SemaTensorList) none = {0};
  g_autoptr (GError)      error = NULL;

  torch_fixture_tensor (bytes, "FloatStorage", 6, 0, "2 3", "3 1");
  sema_test_append_text (bytes, "e");
  for (guint8 i = 0; i < 60; i++)
    {
      const guint8 step[] = {'q', i, '0', ']', '(', 'h', i, 'h', i, 'e'};

      sema_test_append (bytes, step, sizeof step);
    }
  sema_test_append_text (bytes, ".");
  g_assert_true (torch_fixture_list (bytes, 24, &list, warnings, NULL));
  g_assert_cmpuint (sema_tensor_list_get_n (&list), ==, 1);

  sema_test_append (cycle, "\0h\0a.", 5);
  g_assert_false (torch_fixture_list (cycle, 24, &none, warnings, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
}

/* A long name around a thousand dicts with a thousand tensors each. */
static void
test_names (void)
{
  g_autoptr (GByteArray)  bytes = sema_test_bytes ("}");
  g_auto (SemaTensorList) list = {0};
  g_autoptr (GPtrArray)   warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)      error = NULL;
  g_autofree char        *name = g_strnfill (1000000, 'a');

  torch_fixture_text (bytes, name);
  sema_test_append_text (bytes, "](");
  torch_fixture_tensor (bytes, "FloatStorage", 6, 0, "2 3", "3 1");
  sema_test_append (bytes, "q\0", 2);
  for (guint i = 0; i < 100000; i++)
    sema_test_append (bytes, "h\0", 2);
  sema_test_append_text (bytes, "es.");
  g_assert_false (torch_fixture_list (bytes, 24, &list, warnings, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "names of its tensors"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/torch/stored", test_stored);
  g_test_add_func ("/formats/torch/left-out", test_left_out);
  g_test_add_func ("/formats/torch/bounds", test_bounds);
  g_test_add_func ("/formats/torch/long-count", test_long_count);
  g_test_add_func ("/formats/torch/places", test_places);
  g_test_add_func ("/formats/torch/damaged-one", test_damaged_one);
  g_test_add_func ("/formats/torch/many-places", test_many_places);
  g_test_add_func ("/formats/torch/names", test_names);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
