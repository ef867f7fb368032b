/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-metadata.h"

#include <string.h>

#include "sema-test-files.h"

static void
assert_path (const char *path, const char *expected)
{
  g_autofree char *found = sema_projector_metadata_build_path (path);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_paths (void)
{
  assert_path ("/a/tensors.tsv", "/a/metadata.tsv");
  assert_path ("/a/Vectors.TSV", "/a/metadata.tsv");
  assert_path ("/a/x_tensors.tsv", "/a/x_metadata.tsv");
  assert_path ("/a/x.tsv", "/a/x_metadata.tsv");
  assert_path ("/a/x", "/a/x_metadata.tsv");
  g_assert_null (sema_projector_metadata_find ("/nowhere/x.tsv"));
}

/* The Projector's choice of the words. */
static void
test_choose (void)
{
  static const char              text[] = "1\tb\tc\n2\td\te\n3\tf\tg\n";
  g_autofree char               *path = sema_test_files_write ("m.tsv", text, strlen (text));
  g_autoptr (GPtrArray)          warnings = g_ptr_array_new_with_free_func (g_free);
  g_auto (SemaProjectorMetadata) metadata = {0};

  g_assert_true (sema_projector_metadata_read (&metadata, path, 2, 2, warnings, NULL, NULL));
  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpuint (sema_projector_metadata_choose (metadata.columns), ==, 1);
  g_assert_cmpstr (metadata.words.data, ==, "d");
  g_assert_cmpint (sema_columns_find (metadata.columns, "b"), ==, 1);
}

static void
test_add_word (void)
{
  g_auto (SemaProjectorMetadata) metadata = {0};

  g_assert_true (sema_projector_metadata_add_word (&metadata, "", 0, NULL));
  g_assert_true (sema_projector_metadata_add_word (&metadata, "a\0b", 3, NULL));
  g_assert_cmpuint (metadata.words.n_bytes, ==, 5);
  g_assert_cmpuint (((const guint64 *)metadata.starts.data)[2], ==, 5);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projector-metadata/paths", test_paths);
  g_test_add_func ("/projector-metadata/choose", test_choose);
  g_test_add_func ("/projector-metadata/add-word", test_add_word);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
