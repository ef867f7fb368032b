/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fasttext-fixture.h"

#include <string.h>

#include "sema-subword-vectors.h"
#include "sema-test-files.h"

char *
fasttext_fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "formats", "fasttext", name, NULL);
}

GByteArray *
fasttext_fixture_read (const char *name)
{
  g_autofree char *path = fasttext_fixture_path (name);
  char            *contents;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_byte_array_new_take ((guint8 *)contents, length);
}

SemaSet *
fasttext_fixture_load (const char *path, GError **error)
{
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, error);

  return tensors != NULL ? sema_subword_vectors_load (tensors, "model", NULL, error) : NULL;
}

SemaSet *
fasttext_fixture_load_bytes (const char *name, GByteArray *bytes, GError **error)
{
  g_autofree char *path = sema_test_files_write (name, bytes->data, bytes->len);

  return fasttext_fixture_load (path, error);
}

/* One line: a word, whether it is in the file, its numbers. */
static void
assert_word (SemaSet *set, char **fields)
{
  gboolean       is_known = g_str_equal (fields[2], "1");
  g_auto (GStrv) numbers = g_strsplit (fields[3], " ", -1);
  guint64        row;

  g_assert_cmpint (sema_vocab_find (sema_set_get_vocab (set), fields[1], -1) != SEMA_VOCAB_NO_ROW, ==, is_known);
  row = sema_set_compose (set, fields[1], -1);
  g_assert_cmpint (sema_set_is_composed (set, row), ==, !is_known && !g_str_equal (fields[3], "-"));
  if (g_str_equal (fields[3], "-"))
    {
      g_assert_cmpuint (row, ==, SEMA_VOCAB_NO_ROW);
      return;
    }
  g_assert_cmpuint (g_strv_length (numbers), ==, sema_set_get_dim (set));
  for (gsize i = 0; numbers[i] != NULL; i++)
    g_assert_cmpfloat (sema_set_get_row (set, row)[i], ==, (float)g_ascii_strtod (numbers[i], NULL));
}

static guint
compare_file (char **lines)
{
  g_auto (GStrv)      head = g_strsplit (lines[0], "\t", -1);
  g_autofree char    *path = fasttext_fixture_path (head[0]);
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = fasttext_fixture_load (path, &error);
  guint               n = 1;

  g_test_message ("%s", head[0]);
  g_assert_no_error (error);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, g_ascii_strtoull (head[1], NULL, 10));
  g_assert_cmpuint (sema_set_get_dim (set), ==, g_ascii_strtoull (head[2], NULL, 10));
  for (; lines[n] != NULL && lines[n][0] == '\t'; n++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[n], "\t", -1);

      assert_word (set, fields);
    }
  return n;
}

/* Each file with what fastText has of it; how many there were. */
guint
fasttext_fixture_compare (void)
{
  g_autoptr (GByteArray) table = fasttext_fixture_read ("fasttext.tsv");
  g_autofree char       *text = g_strndup ((char *)table->data, table->len);
  g_auto (GStrv)         lines = g_strsplit (text, "\n", -1);
  guint                  n = 0;

  for (guint i = 0; lines[i] != NULL && lines[i][0] != 0; n++)
    i += compare_file (lines + i);
  return n;
}
