/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gensim.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

static const char *const files[] = {"small.kv", "small-2.kv", "small-5.kv", "apart.kv", "fortran.kv", "word2vec.model", "fasttext.model", "old.kv", "oldest.model"};

static char *
find (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "formats", "gensim", name, NULL);
}

static GByteArray *
read_file (const char *name)
{
  g_autofree char *path = find (name);
  char            *contents;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_byte_array_new_take ((guint8 *)contents, length);
}

/* One line: a word and its numbers. */
static void
assert_row (SemaTensors *tensors, guint64 index, guint64 row, const char *line)
{
  g_auto (GStrv)     fields = g_strsplit (line, "\t", -1);
  g_auto (GStrv)     numbers = g_strsplit (fields[2], " ", -1);
  g_autofree double *values = g_new (double, g_strv_length (numbers));
  gsize              length;
  const char        *word = sema_tensors_peek_row_word (tensors, index, row, &length);

  g_assert_cmpstr (word, ==, fields[1]);
  g_assert_cmpuint (length, ==, strlen (fields[1]));
  g_assert_true (sema_tensors_read_doubles (tensors, index, row, values, NULL));
  for (guint i = 0; numbers[i] != NULL; i++)
    g_assert_cmpfloat (values[i], ==, g_ascii_strtod (numbers[i], NULL));
}

static guint
assert_file (char **lines)
{
  g_auto (GStrv)          fields = g_strsplit (lines[0], "\t", -1);
  g_autofree char        *path = find (fields[0]);
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, &error);
  SemaTensor              tensor;
  guint64                 index;
  guint                   n = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==, NULL);
  g_assert_true (sema_tensors_get_embedding (tensors, &index));
  sema_tensors_get (tensors, index, &tensor);
  g_assert_cmpstr (tensor.name, ==, fields[1]);
  g_assert_cmpuint (tensor.n_rows, ==, g_ascii_strtoull (fields[2], NULL, 10));
  g_assert_cmpuint (tensor.dim, ==, g_ascii_strtoull (fields[3], NULL, 10));
  g_assert_true (sema_tensors_has_row_words (tensors, index));
  g_assert_true (sema_tensors_prepare (tensors, index, NULL, NULL));
  for (; lines[n + 1][0] == '\t'; n++)
    assert_row (tensors, index, n, lines[n + 1]);
  g_assert_cmpuint (n, ==, tensor.n_rows);
  tensors_fixture_read_all (tensors);
  return n + 1;
}

/* What gensim reads. */
static void
test_stored (void)
{
  g_autoptr (GByteArray) table = read_file ("gensim.tsv");
  g_autofree char       *text = g_strndup ((char *)table->data, table->len);
  g_auto (GStrv)         lines = g_strsplit (text, "\n", -1);
  guint                  n_files = 0;

  for (guint i = 0; lines[i][0] != 0; n_files++)
    i += assert_file (lines + i);
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (files));
}

/* Any length, and any byte changed. */
static void
test_sweeps (void)
{
  static const char *const swept[] = {"small.kv", "small-2.kv", "small-5.kv", "oldest.model"};

  for (guint i = 0; i < G_N_ELEMENTS (swept); i++)
    {
      g_autoptr (GByteArray) bytes = read_file (swept[i]);

      for (guint n = 0; n < bytes->len; n++)
        {
          g_autoptr (SemaTensors) tensors = tensors_fixture_open ("cut.kv", bytes->data, n, NULL);

          g_assert_null (tensors);
        }
      tensors_fixture_change_bytes ("changed.kv", bytes);
    }
}

static void
test_no_memory (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = find (files[i]);

      tensors_fixture_fail_allocations (path);
    }
}

/* The vectors lie in a file of their own, which is looked for under the name of this one. */
static void
test_apart (void)
{
  g_autoptr (GByteArray) bytes = read_file ("apart.kv");
  g_autoptr (GByteArray) vectors = read_file ("apart.kv.vectors.npy");
  g_autoptr (GError)     error = NULL;

  g_assert_null (tensors_fixture_open ("lonely.kv", bytes->data, bytes->len, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "The array “vectors”, which belongs beside the model, was left out: "));
  g_assert_nonnull (strstr (error->message, "lonely.kv.vectors.npy"));
  {
    g_autofree char        *beside = sema_test_files_write ("moved.kv.vectors.npy", vectors->data, vectors->len);
    g_autoptr (SemaTensors) tensors = tensors_fixture_open ("moved.kv", bytes->data, bytes->len, NULL);
    gsize                   length;

    g_assert_nonnull (tensors);
    g_assert_cmpstr (sema_tensors_peek_row_word (tensors, 0, 2, &length), ==, "größe");
    tensors_fixture_read_all (tensors);
  }
  {
    /* Vectors that were cut short are told, and so are the words that are left over. */
    g_autofree char        *beside = sema_test_files_write ("moved.kv.vectors.npy", vectors->data, vectors->len - 24);
    g_autoptr (SemaTensors) tensors = tensors_fixture_open ("moved.kv", bytes->data, bytes->len, NULL);

    g_assert_nonnull (tensors);
    g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==, "The header says 3 rows, the file has 1 that are whole: fetch or save “moved.kv.vectors.npy” again.");
    g_assert_cmpstr (sema_tensors_get_warnings (tensors)[1], ==, "The model has 3 words and only 1 vector; the words after the first were left out.");
    g_assert_null (sema_tensors_get_warnings (tensors)[2]);
  }
  {
    /* A name that leads elsewhere is none. */
    guint at = 0;

    while (at + 7 < bytes->len)
      {
        if (memcmp (bytes->data + at, "vectors", 7) == 0)
          memcpy (bytes->data + at, "../../x", 7);
        at++;
      }
    tensors_fixture_assert_refused ("moved.kv", g_byte_array_ref (bytes), "without vectors");
  }
}

/* An object of gensim with vectors (2, 1) and these words. */
static GByteArray *
make (const char *words)
{
  GByteArray *bytes = sema_test_bytes ("\x80\2cgensim.models.keyedvectors\nKeyedVectors\n)\x81}(U\x07vectorscnumpy.core.multiarray\n_reconstruct\n"
                                       "cnumpy\nndarray\nNU\1b\x87R(K\1K\2K\1\x86"
                                       "cnumpy\ndtype\nU\2f4NN\x87R(K\3U\1<NNNNNNtb\x89U\10ABCDEFGHtb");

  /* The keys have to be texts, not bytes. */
  sema_test_append (bytes, "X\x0c\0\0\0index_to_key", 17);
  sema_test_append_text (bytes, words);
  sema_test_append_text (bytes, "ub.");
  return bytes;
}

static void
test_words (void)
{
  g_autoptr (GByteArray)  few = make ("](U\1ae");
  g_autoptr (GByteArray)  many = make ("](U\1aU\1bU\1ce");
  g_autoptr (GByteArray)  numbers = make ("](K\7Ne");
  g_autoptr (GByteArray)  none = make ("N");
  g_autoptr (SemaTensors) short_of = tensors_fixture_open ("a.kv", few->data, few->len, NULL);
  g_autoptr (SemaTensors) too_many = tensors_fixture_open ("a.kv", many->data, many->len, NULL);
  g_autoptr (SemaTensors) numbered = tensors_fixture_open ("a.kv", numbers->data, numbers->len, NULL);
  g_autoptr (SemaTensors) wordless = tensors_fixture_open ("a.kv", none->data, none->len, NULL);
  gsize                   length;

  g_assert_cmpstr (sema_tensors_peek_row_word (short_of, 0, 0, &length), ==, "a");
  g_assert_null (sema_tensors_peek_row_word (short_of, 0, 1, &length));
  g_assert_cmpstr (sema_tensors_get_warnings (short_of)[0], ==, "The model has 1 words and 2 vectors; the words are taken for the first of them.");
  g_assert_cmpstr (sema_tensors_peek_row_word (too_many, 0, 1, &length), ==, "b");
  g_assert_nonnull (sema_tensors_get_warnings (too_many)[0]);
  g_assert_cmpstr (sema_tensors_peek_row_word (numbered, 0, 0, &length), ==, "7");
  g_assert_cmpstr (sema_tensors_peek_row_word (numbered, 0, 1, &length), ==, "1");
  g_assert_false (sema_tensors_has_row_words (wordless, 0));
}

static void
test_recognise (void)
{
  g_assert_true (sema_gensim_is_one ((const guint8 *)"\x80\4gensim", 8));
  g_assert_false (sema_gensim_is_one ((const guint8 *)"\x80\4gensi", 7));
  g_assert_false (sema_gensim_is_one ((const guint8 *)"\x80\1gensim", 8));
  g_assert_false (sema_gensim_is_one ((const guint8 *)"gensim", 6));
  g_assert_false (sema_gensim_is_one ((const guint8 *)"", 0));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gensim/stored", test_stored);
  g_test_add_func ("/formats/gensim/sweeps", test_sweeps);
  g_test_add_func ("/formats/gensim/no-memory", test_no_memory);
  g_test_add_func ("/formats/gensim/apart", test_apart);
  g_test_add_func ("/formats/gensim/words", test_words);
  g_test_add_func ("/formats/gensim/recognise", test_recognise);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
