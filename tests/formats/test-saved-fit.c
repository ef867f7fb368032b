/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-fit.h"

#include <string.h>

#include "save-fixture.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-set-builder.h"
#include "sema-test-files.h"

/* Tokens as models have them: “”, “\n”, “ ”, “ the”, “\t”, “a\r”, no UTF-8, and an ordinary one between. */
typedef struct
{
  const char *word;
  gsize       length;
} Token;

static const Token tokens[] = {{"<s>", 3}, {"", 0}, {"\n", 1}, {" ", 1}, {" the", 4}, {"\t", 1}, {"a\r", 2}, {"\xff", 1}, {"king", 4}, {"\0", 1}};

static SemaSet *
make_set (const Token *words, gsize n)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, n);

  for (gsize i = 0; i < n; i++)
    {
      const float values[] = {(float)i, 0.5f};

      memcpy (sema_set_builder_add (builder, words[i].word, words[i].length, NULL), values, sizeof values);
    }
  return sema_set_builder_finish (builder, "made", "none", "none", NULL, NULL);
}

/* Writes with a way, reads back, and returns the words with bars between them. */
static char *
write_and_read (const SemaVectorsWriter *writer, SemaSavedMisfits misfits, const char *name, guint64 n_expected, const char *note_part)
{
  g_autoptr (SemaSet) set = make_set (tokens, G_N_ELEMENTS (tokens)), back = NULL;
  g_autofree char    *path = sema_test_save_path (name);
  g_autofree char    *note = NULL;
  g_autoptr (GError)  error = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  SemaSavedRows       rows;
  guint64             n_written;

  sema_saved_rows_init_all (&rows, set);
  sema_vectors_save_rows (writer, &rows, misfits, path, &n_written, &note, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %s", writer->id, note);
  g_assert_nonnull (strstr (note, note_part));
  g_assert_cmpuint (n_written, ==, n_expected);
  back = sema_test_save_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sema_set_get_warnings (back)[0], ==, NULL);
  g_assert_cmpuint (sema_set_get_n_rows (back), ==, n_expected);
  for (guint64 row = 0; row < n_expected; row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (back), row, &length);
      float       values[2];

      memcpy (values, sema_set_get_row (back, row), sizeof values);
      g_string_append_printf (words, "%g:", (double)values[0]);
      g_string_append_len (words, word, (gssize)length);
      g_string_append_c (words, '|');
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_leave_out (void)
{
  g_autofree char *text = write_and_read (&sema_word2vec_text_writer, SEMA_SAVED_LEAVE_OUT, "a.vec", 6, "4 words were left out with their vectors, for this format cannot have them: the first, that of row 1, “(empty)”, is empty.");
  g_autofree char *glove = write_and_read (&sema_glove_text_writer, SEMA_SAVED_LEAVE_OUT, "a.txt", 6, "4 words");
  g_autofree char *binary = write_and_read (&sema_word2vec_binary_writer, SEMA_SAVED_LEAVE_OUT, "a.bin", 6, "4 words");
  g_autofree char *array = write_and_read (&sema_npy_writer, SEMA_SAVED_LEAVE_OUT, "a.npy", 8, "2 words");
  g_autofree char *projector = write_and_read (&sema_projector_writer, SEMA_SAVED_LEAVE_OUT, "a.tsv", 5, "5 words");

  g_assert_true (g_str_has_prefix (text, "0:<s>|4: the|"));
  g_assert_true (g_str_has_prefix (binary, "0:<s>|"));
  g_assert_true (g_str_has_prefix (array, "0:<s>|1:|3: |4: the|"));
  g_assert_true (g_str_has_prefix (projector, "0:<s>|4: the|"));
}

static void
test_number (void)
{
  g_autofree char *text = write_and_read (&sema_word2vec_text_writer, SEMA_SAVED_NUMBER, "b.vec", 10, "4 words are written as the ids of their rows, from “[1]” on, for this format cannot have them: the first, that of row 1, “(empty)”, is empty.");
  g_autofree char *binary = write_and_read (&sema_word2vec_binary_writer, SEMA_SAVED_NUMBER, "b.bin", 10, "4 words");
  g_autofree char *array = write_and_read (&sema_npy_writer, SEMA_SAVED_NUMBER, "b.npy", 10, "2 words");
  g_autofree char *projector = write_and_read (&sema_projector_writer, SEMA_SAVED_NUMBER, "b.tsv", 10, "5 words");

  g_assert_true (g_str_has_prefix (text, "0:<s>|1:[1]|2:[2]|3:[3]|4: the|"));
  g_assert_true (g_str_has_prefix (array, "0:<s>|1:|2:[2]|3: |4: the|"));
}

/* Nothing is written that nobody can find again, and where nothing fits all is named at once. */
static void
test_refused (void)
{
  static const Token  clashing[] = {{"[1]", 3}, {"\n", 1}};
  static const Token  hopeless[] = {{"", 0}, {"\n", 1}};
  g_autoptr (SemaSet) clash = make_set (clashing, 2), none = make_set (hopeless, 2);
  g_autofree char    *path = sema_test_save_path ("c.vec");
  g_autofree char    *note = NULL;
  g_autoptr (GError)  error = NULL;
  SemaSavedRows       rows;
  guint64             n;

  g_file_set_contents (path, "old", 3, NULL);
  sema_saved_rows_init_all (&rows, clash);
  g_assert_false (sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, SEMA_SAVED_NUMBER, path, &n, &note, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_cmpstr (error->message, ==, "“c.vec” cannot be written with ids in place of words: “[1]”, which would stand for the word of row 1, is that of row 0 already; leave such words out.");
  g_clear_error (&error);
  g_assert_false (sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, SEMA_SAVED_REFUSE, path, &n, &note, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD);
  g_clear_error (&error);
  sema_saved_rows_init_all (&rows, none);
  g_assert_false (sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, SEMA_SAVED_LEAVE_OUT, path, &n, &note, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_null (note);
  sema_test_save_assert_holds (path, "old", 3);
}

/* Some rows in an order of their own; ids are those of the set. What fits is not told of. */
static void
test_some (void)
{
  static const guint64     chosen[] = {8, 2, 0};
  g_autoptr (SemaSet)      set = make_set (tokens, G_N_ELEMENTS (tokens));
  g_autofree char         *path = sema_test_save_path ("d.vec");
  g_autofree char         *note = NULL;
  g_autoptr (SemaProgress) cancelled = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  SemaSavedRows            rows = {.set = set, .rows = chosen, .n_rows = 3};
  guint64                  n;

  g_assert_true (sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, SEMA_SAVED_NUMBER, path, &n, &note, NULL, NULL));
  sema_test_save_assert_holds (path, "3 2\nking 8 0.5\n[2] 2 0.5\n<s> 0 0.5\n", 35);
  g_clear_pointer (&note, g_free);
  g_assert_true (sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, SEMA_SAVED_LEAVE_OUT, path, &n, &note, NULL, NULL));
  sema_test_save_assert_holds (path, "2 2\nking 8 0.5\n<s> 0 0.5\n", 25);
  g_clear_pointer (&note, g_free);
  rows.n_rows = 1;
  g_assert_true (sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, SEMA_SAVED_LEAVE_OUT, path, &n, &note, NULL, NULL));
  g_assert_null (note);
  sema_progress_cancel (cancelled);
  g_assert_false (sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, SEMA_SAVED_LEAVE_OUT, path, &n, &note, cancelled, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

/* Every allocation of file-sized memory fails once. */
static void
test_no_memory (void)
{
  g_autoptr (SemaSet) set = make_set (tokens, G_N_ELEMENTS (tokens));
  g_autofree char    *path = sema_test_save_path ("e.vec");
  guint64             used = sema_memory_get_used ();
  SemaSavedRows       rows;
  gboolean            is_done = FALSE;

  sema_saved_rows_init_all (&rows, set);
  for (guint64 nth = 1; !is_done; nth++)
    {
      g_autofree char   *note = NULL;
      g_autoptr (GError) error = NULL;
      guint64            n;

      sema_memory_fail_at (nth);
      is_done = sema_vectors_save_rows (&sema_word2vec_text_writer, &rows, nth % 2 ? SEMA_SAVED_NUMBER : SEMA_SAVED_LEAVE_OUT, path, &n, &note, NULL, &error);
      sema_memory_fail_at (0);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
      if (!is_done)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-fit/leave-out", test_leave_out);
  g_test_add_func ("/saved-fit/number", test_number);
  g_test_add_func ("/saved-fit/refused", test_refused);
  g_test_add_func ("/saved-fit/some", test_some);
  g_test_add_func ("/saved-fit/no-memory", test_no_memory);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
