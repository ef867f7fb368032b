/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fasttext.h"

#include <string.h>

#include "fasttext-fixture.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-subword-vectors.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

static const char *const files[] = {"words.bin", "plain.bin", "labels.bin", "eleven.bin", "old.bin", "whole.ftz", "norms.ftz", "pruned.ftz", "few.ftz"};

/* To the bit what fastText says, of words that are in the file and of others. */
static void
test_stored (void)
{
  g_assert_cmpuint (fasttext_fixture_compare (), ==, G_N_ELEMENTS (files));
}

static void
assert_tensor (SemaTensors *tensors, const char *name, const char *dtype, guint64 n_rows, guint64 dim)
{
  guint64    index;
  SemaTensor tensor;

  g_assert_true (sema_tensors_find (tensors, name, strlen (name), &index));
  sema_tensors_get (tensors, index, &tensor);
  g_assert_cmpstr (tensor.dtype, ==, dtype);
  g_assert_cmpuint (tensor.n_rows, ==, n_rows);
  g_assert_cmpuint (tensor.dim, ==, dim);
  g_assert_cmpint (tensor.is_embedding, ==, g_str_equal (name, "input"));
}

static void
test_tensors (void)
{
  g_autofree char        *dense = fasttext_fixture_path ("labels.bin");
  g_autofree char        *quantised = fasttext_fixture_path ("pruned.ftz");
  g_autoptr (SemaTensors) first = sema_tensors_open (dense, NULL, NULL);
  g_autoptr (SemaTensors) second = sema_tensors_open (quantised, NULL, NULL);
  gsize                   length;

  assert_tensor (first, "input", "F32", 15 + 30, 5);
  assert_tensor (first, "output", "F32", 2, 5);
  g_assert_cmpstr (sema_tensors_peek_row_word (first, 0, 14, &length), !=, NULL);
  g_assert_null (sema_tensors_peek_row_word (first, 0, 15, &length));
  g_assert_true (g_str_has_prefix (sema_tensors_peek_row_word (first, 1, 1, &length), "__label__"));
  assert_tensor (second, "input", "PQ", 300, 3);
  assert_tensor (second, "output", "PQ", 280, 3);
  tensors_fixture_read_all (first);
  tensors_fixture_read_all (second);
}

/* A matrix that was cut makes fastText read wrong vectors; a cut dictionary, read for ever. Nothing is read of a file that is not as long as it
 * should be. */
static void
test_lengths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) bytes = fasttext_fixture_read (files[i]);
      guint                  step = bytes->len > 4096 ? 7 : 1;

      for (guint n = 0; n < bytes->len; n += step)
        g_assert_null (tensors_fixture_open ("cut.bin", bytes->data, n, NULL));
      sema_test_append (bytes, "\0", 1);
      tensors_fixture_assert_refused ("long.bin", g_byte_array_ref (bytes), "there are more bytes than it should have");
    }
}

static void
test_changed (void)
{
  static const char *const swept[] = {"words.bin", "plain.bin", "labels.bin", "eleven.bin", "old.bin"};

  for (guint i = 0; i < G_N_ELEMENTS (swept); i++)
    {
      g_autoptr (GByteArray) bytes = fasttext_fixture_read (swept[i]);

      tensors_fixture_change_bytes ("changed.bin", bytes);
    }
}

static void
test_no_memory (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = fasttext_fixture_path (files[i]);

      tensors_fixture_fail_allocations (path);
    }
}

/* The stored file with one number changed. */
static void
assert_refused (const char *file, guint at, guint64 number, guint width, const char *part)
{
  GByteArray *bytes = fasttext_fixture_read (file);

  tensors_fixture_set (bytes, at, number, width);
  tensors_fixture_assert_refused ("odd.bin", bytes, part);
}

/* Where the matrices of a stored file begin: after its dictionary. */
static guint
find_matrices (const char *file, guint n_entries, guint n_kept)
{
  g_autoptr (GByteArray) bytes = fasttext_fixture_read (file);
  guint                  at = 92;

  for (guint i = 0; i < n_entries; i++)
    at += (guint)strlen ((char *)bytes->data + at) + 10;
  return at + n_kept * 8;
}

static void
test_matrices (void)
{
  guint dense = find_matrices ("words.bin", 18, 0), quantised = find_matrices ("pruned.ftz", 396, 184);
  guint codes = quantised + 1 + 1 + 16 + 4;
  guint pieces = codes + 300 * 2;

  assert_refused ("words.bin", dense, 1, 1, "does not go with its header");
  assert_refused ("words.bin", dense + 1, G_GUINT64_CONSTANT (1) << 61, 8, "does not go with its header");
  assert_refused ("words.bin", dense + 1, 59, 8, "does not go with its header");
  assert_refused ("words.bin", dense + 9, 4, 8, "does not go with its header");
  assert_refused ("pruned.ftz", quantised, 0, 1, "its matrix is not quantised");
  assert_refused ("pruned.ftz", codes - 4, 599, 4, "do not add up");
  assert_refused ("pruned.ftz", codes - 4, G_MAXUINT32, 4, "it ends before its numbers");
  assert_refused ("pruned.ftz", pieces, 4, 4, "do not add up");
  assert_refused ("pruned.ftz", pieces + 4, 3, 4, "do not add up");
  assert_refused ("pruned.ftz", pieces + 4, 0, 4, "do not add up");
  assert_refused ("pruned.ftz", pieces + 8, 3, 4, "do not add up");
  assert_refused ("pruned.ftz", pieces + 12, 2, 4, "do not add up");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/fasttext/stored", test_stored);
  g_test_add_func ("/formats/fasttext/tensors", test_tensors);
  g_test_add_func ("/formats/fasttext/lengths", test_lengths);
  g_test_add_func ("/formats/fasttext/changed", test_changed);
  g_test_add_func ("/formats/fasttext/no-memory", test_no_memory);
  g_test_add_func ("/formats/fasttext/matrices", test_matrices);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
