/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gensim-subwords.h"

#include <string.h>

#include "sema-test-files.h"
#include "tensors-fixture.h"

static GByteArray *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "gensim", name, NULL);
  char            *contents;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_byte_array_new_take ((guint8 *)contents, length);
}

/* A line: a word, whether it is in the model, its numbers. */
static void
assert_word (SemaSet *set, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  g_auto (GStrv) numbers = g_strsplit (fields[2], " ", -1);
  guint64        row = sema_set_compose (set, fields[0], -1);

  g_assert_cmpuint (row, !=, SEMA_VOCAB_NO_ROW);
  g_assert_cmpint (sema_set_is_composed (set, row), ==, g_str_equal (fields[1], "0"));
  for (gsize i = 0; numbers[i] != NULL; i++)
    g_assert_cmpfloat (sema_set_get_row (set, row)[i], ==, (float)g_ascii_strtod (numbers[i], NULL));
}

/* To the bit what gensim says, of words that are in the model and of others. */
static void
test_stored (void)
{
  g_autoptr (GByteArray)  bytes = read_file ("fasttext.model");
  g_autoptr (GByteArray)  table = read_file ("composed.tsv");
  g_autofree char        *text = g_strndup ((char *)table->data, table->len);
  g_auto (GStrv)          lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("fasttext.model", bytes->data, bytes->len, NULL);
  g_autoptr (SemaSet)     set = sema_subword_vectors_load (tensors, "fasttext", NULL, NULL);

  g_assert_cmpuint (g_strv_length (lines), ==, 10);
  for (guint i = 0; lines[i] != NULL; i++)
    assert_word (set, lines[i]);
}

/* The stored model with a name in it changed, so that it is not found. */
static void
assert_not_composed (const char *name)
{
  g_autoptr (GByteArray)  bytes = read_file ("fasttext.model");
  g_autoptr (SemaTensors) tensors = NULL;
  guint64                 index;
  guint                   n_changed = 0;

  for (guint at = 0; at + strlen (name) < bytes->len; at++)
    if (memcmp (bytes->data + at, name, strlen (name)) == 0 && bytes->data[at - 1] == strlen (name))
      {
        bytes->data[at] = 'X';
        n_changed++;
      }
  g_assert_cmpuint (n_changed, >, 0);
  tensors = tensors_fixture_open ("odd.model", bytes->data, bytes->len, NULL);
  g_assert_nonnull (tensors);
  g_assert_true (sema_tensors_get_embedding (tensors, &index));
  g_assert_false (sema_tensors_has_subwords (tensors, index));
  g_assert_true (g_str_has_prefix (sema_tensors_get_warnings (tensors)[0], "A FastText model puts its vectors together"));
}

/* Without their n-grams, or where nobody knows how these were hashed, the rows of the words are shown, and that is said. */
static void
test_missing (void)
{
  assert_not_composed ("vectors_ngrams");
  assert_not_composed ("min_n");
  assert_not_composed ("max_n");
  assert_not_composed ("bucket");
  assert_not_composed ("compatible_hash");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gensim-subwords/stored", test_stored);
  g_test_add_func ("/formats/gensim-subwords/missing", test_missing);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
