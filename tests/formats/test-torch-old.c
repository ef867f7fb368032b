/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch-old.h"

#include <string.h>

#include "sema-file.h"
#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"
#include "torch-fixture.h"

static GByteArray *
begin (guint protocol)
{
  GByteArray *bytes = g_byte_array_new ();

  sema_test_append (bytes, "\x80\2\x8a\n\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
  torch_fixture_number (bytes, protocol);
  sema_test_append_text (bytes, ".}.");
  return bytes;
}

/* The tensor, the list of storages, and of the only one the count. */
static GByteArray *
make (const char *type, guint64 n, gint64 count, gsize n_bytes)
{
  GByteArray *bytes = begin (1001);
  gint64      little = GINT64_TO_LE (count);

  torch_fixture_tensor (bytes, type, n, 0, "2 2", "2 1");
  sema_test_append_text (bytes, ".](");
  torch_fixture_text (bytes, "0");
  sema_test_append_text (bytes, "e.");
  sema_test_append (bytes, &little, sizeof little);
  sema_test_append_zeros (bytes, n_bytes);
  return bytes;
}

static void
test_right (void)
{
  g_autoptr (GByteArray)  bytes = make ("FloatStorage", 4, 4, 16);
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("a.pth", bytes->data, bytes->len, NULL);

  g_assert_nonnull (tensors);
  g_assert_cmpuint (sema_tensors_get_n (tensors), ==, 1);
  tensors_fixture_read_all (tensors);
}

static void
test_damage (void)
{
  GByteArray *no_object = begin (1001);
  GByteArray *no_count = make ("FloatStorage", 4, 4, 0);

  g_byte_array_set_size (no_count, no_count->len - 1);
  tensors_fixture_assert_refused ("a.pth", begin (1002), "no version");
  tensors_fixture_assert_refused ("a.pth", no_object, "ends too early");
  tensors_fixture_assert_refused ("a.pth", no_count, "ends before its numbers");
  tensors_fixture_assert_refused ("a.pth", make ("FloatStorage", 4, 4, 15), "ends before its numbers");
  tensors_fixture_assert_refused ("a.pth", make ("FloatStorage", 4, -1, 16), "ends before its numbers");
  tensors_fixture_assert_refused ("a.pth", make ("FloatStorage", 4, G_MAXINT64, 16), "ends before its numbers");
  tensors_fixture_assert_refused ("a.pth", make ("FloatStorage", 4, 3, 16), "fewer numbers");
  tensors_fixture_assert_refused ("a.pth", make ("QInt4Storage", 4, 4, 16), "of a type that it does not say");
}

static void
test_recognise (void)
{
  g_autoptr (GByteArray) bytes = begin (1001);

  g_assert_true (sema_torch_old_is_one (bytes->data, bytes->len));
  g_assert_false (sema_torch_old_is_one (bytes->data, 14));
  bytes->data[10] ^= 1;
  g_assert_false (sema_torch_old_is_one (bytes->data, bytes->len));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/torch-old/right", test_right);
  g_test_add_func ("/formats/torch-old/damage", test_damage);
  g_test_add_func ("/formats/torch-old/recognise", test_recognise);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
