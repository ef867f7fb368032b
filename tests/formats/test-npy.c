/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npy.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

#define HEADER(descr, order, shape) "{'descr': '" descr "', 'fortran_order': " order ", 'shape': " shape ", }\n"

static void
assert_opened (const char *header, gsize n_data, guint64 n_rows, const char *warning)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_npy (header, n_data);
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("a.npy", bytes->data, bytes->len, &error);
  const char             *sentence;
  SemaTensor              tensor;

  g_assert_no_error (error);
  sentence = sema_tensors_get_warnings (tensors)[0];
  g_assert_true (warning == NULL ? sentence == NULL : sentence != NULL && strstr (sentence, warning) != NULL);
  sema_tensors_get (tensors, 0, &tensor);
  g_assert_cmpuint (tensor.n_rows, ==, n_rows);
  tensors_fixture_read_all (tensors);
}

static void
assert_refused (const char *header, gsize n_data, const char *part)
{
  tensors_fixture_assert_refused ("a.npy", tensors_fixture_npy (header, n_data), part);
}

/* Rows that are whole are kept where rows lie one after another. */
static void
test_sizes (void)
{
  assert_opened (HEADER ("<f4", "False", "(3, 4)"), 48, 3, NULL);
  assert_opened (HEADER ("<f4", "False", "(3, 4)"), 47, 2, "The header says 3 rows, the file has 2");
  assert_opened (HEADER ("<f4", "False", "(3, 4)"), 16, 1, "The header says 3 rows, the file has 1");
  assert_refused (HEADER ("<f4", "False", "(3, 4)"), 15, "ends too early");
  assert_refused (HEADER ("<f4", "True", "(3, 4)"), 47, "ends too early");
  assert_refused (HEADER ("<f4", "False", "()"), 3, "ends too early");
  assert_opened (HEADER ("<f4", "False", "(3, 4)"), 50, 3, "2 bytes come after the numbers");
  assert_opened (HEADER ("<f4", "False", "(0, 4)"), 0, 0, NULL);
  assert_opened (HEADER ("|O", "False", "(3, 4)"), 999, 0, NULL);
}

static void
test_huge (void)
{
  assert_refused (HEADER ("<f4", "False", "(4294967296, 4294967296)"), 64, "larger than any file");
  assert_refused (HEADER ("<f4", "False", "(4611686018427387904, 1)"), 64, "larger than any file");
  assert_refused (HEADER ("<f4", "False", "(4294967296, 4294967296, 0)"), 64, "larger than any file");
  assert_refused (HEADER ("<f4", "False", "(1, 1000000000000)"), 64, "ends too early");
  assert_refused (HEADER ("<U4000000000", "False", "(4000000000, 4000000000)"), 64, "larger than any file");
  assert_opened (HEADER ("<f4", "False", "(1000000000000, 4)"), 64, 4, "The header says 1000000000000 rows, the file has 4");
}

static void
test_axes (void)
{
  assert_opened (HEADER ("<f4", "False", "(1, 3, 4)"), 48, 3, NULL);
  assert_opened (HEADER ("<f4", "True", "(3, 1, 4, 1)"), 48, 3, NULL);
  assert_opened (HEADER ("<f4", "False", "(2, 3, 2)"), 48, 0, NULL);
  assert_opened (HEADER ("<f4", "False", "(1, 1, 12)"), 48, 0, NULL);
  assert_opened (HEADER ("<f4", "False", "(1, 12)"), 48, 1, NULL);
  assert_opened (HEADER ("<f4", "False", "(12,)"), 48, 0, NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/npy/sizes", test_sizes);
  g_test_add_func ("/formats/npy/huge", test_huge);
  g_test_add_func ("/formats/npy/axes", test_axes);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
