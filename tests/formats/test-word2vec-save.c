/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-set-builder.h"
#include "sema-test-files.h"

typedef gboolean (*SaveFunc) (SemaSet *set, const char *path, SemaProgress *progress, GError **error);

static const SaveFunc savers[] = {sema_word2vec_save_binary, sema_word2vec_save_text};

static char *
get_path (const char *name)
{
  return g_build_filename (sema_test_files_folder (), name, NULL);
}

/* @words: one after another; @values: (n, dim). */
static SemaSet *
make_set (const char *const *words, const float *values, gsize n, gsize dim)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (dim, n);

  for (gsize i = 0; i < n; i++)
    memcpy (sema_set_builder_add (builder, words[i], strlen (words[i]), NULL), values + i * dim, dim * sizeof *values);
  return sema_set_builder_finish (builder, "made", "none", "none", NULL, NULL);
}

static void
assert_holds (const char *path, gconstpointer expected, gsize n_expected)
{
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  g_assert_cmpmem (bytes, n_bytes, expected, n_expected);
}

/* Byte for byte what the formats are. */
static void
test_bytes (void)
{
  static const char        binary[] = "2 2\nking \x00\x00\x80\x3f\x00\x00\x00\xc0\nK\xc3\xb6nig \xcd\xcc\xcc\x3d\x00\x00\x00\x80\n";
  static const char        text[] = "2 2\nking 1 -2\nK\xc3\xb6nig 0.1 -0\n";
  static const char *const words[] = {"king", "K\xc3\xb6nig"};
  static const float       values[] = {1, -2, 0.1f, -0.0f};
  g_autoptr (SemaSet)      set = make_set (words, values, 2, 2);
  g_autofree char         *path = get_path ("small");

  g_assert_true (sema_word2vec_save_binary (set, path, NULL, NULL));
  assert_holds (path, binary, sizeof binary - 1);
  g_assert_true (sema_word2vec_save_text (set, path, NULL, NULL));
  assert_holds (path, text, sizeof text - 1);
}

/* The same words and bits; a number that is none may be another that is none, where @is_text. */
static void
assert_same (SemaSet *set, SemaSet *other, gboolean is_text)
{
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, sema_set_get_n_rows (other));
  g_assert_cmpuint (sema_set_get_dim (set), ==, sema_set_get_dim (other));
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      gsize       length, other_length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
      const char *other_word = sema_vocab_get_word (sema_set_get_vocab (other), row, &other_length);

      g_assert_cmpmem (word, length, other_word, other_length);
      for (gsize i = 0; i < sema_set_get_dim (set); i++)
        {
          float a = sema_set_get_row (set, row)[i], b = sema_set_get_row (other, row)[i];

          g_assert_true (memcmp (&a, &b, sizeof a) == 0 || (is_text && isnan (a) && isnan (b)));
        }
    }
}

static void
assert_returns (SemaSet *set, gsize saver)
{
  g_autofree char    *path = get_path ("there-and-back");
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) back = NULL;

  g_assert_true (savers[saver](set, path, NULL, &error));
  g_assert_no_error (error);
  back = sema_formats_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sema_set_get_format (back), ==, saver == 0 ? "word2vec-binary" : "word2vec-text");
  assert_same (set, back, saver == 1);
}

/* Random bits: infinities, what is no number and what is nearly nothing among them. */
static void
test_bits (void)
{
  static const char *const words[] = {"a", "1984", "3.14", "don't", "caf\xe9", "\xe7\x8e\x8b", "\xc2\xa0", "-", "nan", "inf", "a", "1e5"};
  const gsize              n = G_N_ELEMENTS (words);
  const gsize              dims[] = {1, 2, 7, 300};
  GRand                   *random = g_rand_new_with_seed (1);

  for (gsize d = 0; d < G_N_ELEMENTS (dims); d++)
    {
      g_autofree float   *values = g_new (float, n *dims[d]);
      g_autoptr (SemaSet) set = NULL;

      for (gsize i = 0; i < n * dims[d]; i++)
        {
          guint32 bits = i % 2 ? g_rand_int (random) : g_rand_int (random) & 0x80ffffff;

          memcpy (&values[i], &bits, sizeof bits);
        }
      set = make_set (words, values, n, dims[d]);
      assert_returns (set, 0);
      assert_returns (set, 1);
    }
  g_rand_free (random);
}

static void
test_sample (void)
{
  g_autoptr (SemaSet) sample = sema_formats_load_with (g_getenv ("SEMA_SAMPLE"), &(SemaFormatsOptions) {.most_rows = 3000}, NULL, NULL);

  assert_returns (sample, 0);
  assert_returns (sample, 1);
}

static void
assert_refused (SaveFunc save, const char *word)
{
  const char         *words[] = {"good", word};
  const float         values[] = {1, 2};
  g_autoptr (SemaSet) set = make_set (words, values, 2, 1);
  g_autofree char    *path = get_path ("refused");
  g_autoptr (GError)  error = NULL;

  g_file_set_contents (path, "old", 3, NULL);
  g_test_message ("“%s”", word);
  g_assert_false (save (set, path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "row 2"));
  assert_holds (path, "old", 3);
}

static void
test_blanks (void)
{
  static const char *const words[] = {"ice cream", ". . .", "at 7", " begin", ""};
  const float              values[] = {0.5f, 1, 2, 3, 4};
  g_autoptr (SemaSet)      set = make_set (words, values, 4, 1);
  g_autoptr (SemaSet)      empty = make_set (words + 4, values, 1, 1);

  assert_returns (set, 1);
  assert_returns (empty, 0);
  assert_refused (sema_word2vec_save_binary, "ice cream");
  assert_refused (sema_word2vec_save_binary, "two\nlines");
  assert_refused (sema_word2vec_save_text, "two\nlines");
  assert_refused (sema_word2vec_save_text, "tab\tbed");
  assert_refused (sema_word2vec_save_text, "end ");
  assert_refused (sema_word2vec_save_text, " ");
  assert_refused (sema_word2vec_save_text, "3 4");
  assert_refused (sema_word2vec_save_text, "");
}

static SemaSet *
make_large (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (1000, 0);

  for (guint i = 0; i < 1000; i++)
    memset (sema_set_builder_add (builder, "word", 4, NULL), 0, 1000 * sizeof (float));
  return sema_set_builder_finish (builder, "large", "none", "none", NULL, NULL);
}

/* A disk that is full, as far as this process can tell. */
static void
test_no_room (void)
{
  g_autoptr (SemaSet) set = make_large ();
  g_autofree char    *path = get_path ("full");
  g_autoptr (GError)  error = NULL;
  struct rlimit       before, limit;
  gboolean            saved;

  g_file_set_contents (path, "old", 3, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1500000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = sema_word2vec_save_binary (set, path, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (saved);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  assert_holds (path, "old", 3);
}

static void
test_no_place (void)
{
  g_autoptr (SemaSet) set = make_large ();
  g_autofree char    *path = get_path ("missing/vectors.bin");
  g_autoptr (GError)  error = NULL;

  g_assert_false (sema_word2vec_save_text (set, path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (ENOENT)));
}

static void
test_progress (void)
{
  g_autoptr (SemaSet)      set = make_large ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autofree char         *path = get_path ("cancelled");
  g_autoptr (GError)       error = NULL;

  g_assert_true (sema_word2vec_save_binary (set, path, progress, NULL));
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 1000);
  g_assert_cmpuint (sema_progress_get_total (progress), ==, 1000);
  g_unlink (path);
  sema_progress_cancel (progress);
  g_assert_false (sema_word2vec_save_binary (set, path, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_no_memory (void)
{
  g_autoptr (SemaSet) set = make_large ();
  g_autofree char    *path = get_path ("memory");
  g_autoptr (GError)  error = NULL;

  sema_memory_fail_at (1);
  g_assert_false (sema_word2vec_save_text (set, path, NULL, &error));
  sema_memory_fail_at (0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word2vec-save/bytes", test_bytes);
  g_test_add_func ("/word2vec-save/bits", test_bits);
  g_test_add_func ("/word2vec-save/sample", test_sample);
  g_test_add_func ("/word2vec-save/blanks", test_blanks);
  g_test_add_func ("/word2vec-save/no-room", test_no_room);
  g_test_add_func ("/word2vec-save/no-place", test_no_place);
  g_test_add_func ("/word2vec-save/progress", test_progress);
  g_test_add_func ("/word2vec-save/no-memory", test_no_memory);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
