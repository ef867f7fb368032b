/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors-save.h"

static void
assert_match (const char *path, gsize n, const char *id)
{
  const SemaVectorsWriter *writer;

  g_assert_cmpuint (sema_vectors_save_match (path, &writer), ==, n);
  g_assert_cmpstr (writer != NULL ? writer->id : NULL, ==, id);
}

static void
test_match (void)
{
  assert_match ("/tmp/x.bin", 1, "word2vec-binary");
  assert_match ("x.BIN", 1, "word2vec-binary");
  assert_match ("x.vec", 1, "word2vec-text");
  assert_match ("x.txt", 2, "word2vec-text");
  assert_match ("x.npy", 1, "npy");
  assert_match ("x.csv", 1, "csv");
  assert_match (".csv", 0, NULL);
  assert_match ("folder.bin/x", 0, NULL);
  assert_match ("x.bin.gz", 0, NULL);
}

static void
test_list (void)
{
  gsize                           n;
  const SemaVectorsWriter *const *writers = sema_vectors_save_list (&n);

  g_assert_cmpuint (n, >=, 5);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (sema_vectors_save_find (writers[i]->id) == writers[i]);
      g_assert_nonnull (writers[i]->label);
      g_assert_nonnull (writers[i]->suffixes[0]);
    }
  g_assert_null (sema_vectors_save_find ("none"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vectors-save/match", test_match);
  g_test_add_func ("/vectors-save/list", test_list);
  return g_test_run ();
}
