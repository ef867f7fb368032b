/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch-zip.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

/* One tensor of 4 bytes: zip archives of the fixture hold text, so nothing of it is a NUL. */
#define TENSOR "ctorch._utils\n_rebuild_tensor_v2\n((U\7storagectorch\nByteStorage\nU\0010U\3cpuK\4tQNNNtR."

/* Every entry is where the pickle is, in whatever folder. */
static void
test_order (void)
{
  static const char *const names[] = {"x/version", "x/data/0", "x/byteorder", "x/data.pkl", NULL};
  static const char *const contents[] = {"3\n", "abcd", "middle", TENSOR, NULL};

  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (names, contents), "in which order the bytes");
}

static void
test_damage (void)
{
  static const char *const once[] = {"data.pkl", "data/0", NULL};
  static const char *const twice[] = {"x/data.pkl", "x/data/0", "x/data/0", NULL};
  static const char *const contents[] = {TENSOR, "abcd", "efgh", NULL};
  static const char *const nothing[] = {"N.", "abcd", NULL};
  static const char *const cut[] = {"(N", "abcd", NULL};

  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (once, contents), "not described as PyTorch describes");
  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (twice, contents), "comes twice");
  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (once, nothing), "without a tensor");
  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (once, cut), "ends too early");
}

/* Of two pickles the first is read, with the storages in its own folder. */
static void
test_two_pickles (void)
{
  static const char *const names[] = {"x/data.pkl", "x/data/0", "y/data.pkl", "y/data/0", NULL};
  static const char *const contents[] = {"N.", "abcd", TENSOR, "efgh", NULL};

  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (names, contents), "without a tensor");
}

/* Of a storage that is missing the tensors are left out. */
static void
test_missing (void)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_read ("state.pth");
  g_autoptr (SemaTensors) tensors = NULL;
  guint                   n_found = 0;

  for (guint at = 0; at + 12 < bytes->len; at++)
    if (memcmp (bytes->data + at, "state/data/0", 12) == 0 && (bytes->data[at + 12] < '0' || bytes->data[at + 12] > '9'))
      {
        bytes->data[at + 11] = 'x';
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, 2);
  tensors = tensors_fixture_open ("a.pth", bytes->data, bytes->len, NULL);
  g_assert_nonnull (tensors);
  g_assert_cmpuint (sema_tensors_get_n (tensors), ==, 21 - 3);
  g_assert_nonnull (strstr (sema_tensors_get_warnings (tensors)[0], "“wte.weight” in “a.pth” was left out: its numbers are not in the file."));
  tensors_fixture_read_all (tensors);
}

/* A storage is looked for among the files of the archive, whatever its key is: this one names a file that lies beside it. */
static void
test_outside (void)
{
  static const char        pickle[] = "ctorch._utils\n_rebuild_tensor_v2\n((\x8c\7storagectorch\nByteStorage\n\x8c\7../../a\x8c\3cpuK\4tQK\1K\1\x85K\1\x85\x89NtR.";
  static const char *const names[] = {"x/data.pkl", "x/data/0", NULL};
  static const char *const contents[] = {pickle, "abcd", NULL};
  g_autofree char         *beside = sema_test_files_write ("a", "secret", 6);

  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (names, contents), "its numbers are not in the file");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/torch-zip/order", test_order);
  g_test_add_func ("/formats/torch-zip/damage", test_damage);
  g_test_add_func ("/formats/torch-zip/two-pickles", test_two_pickles);
  g_test_add_func ("/formats/torch-zip/missing", test_missing);
  g_test_add_func ("/formats/torch-zip/outside", test_outside);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
