/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-vectors.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-kept.h"
#include "sema-memory.h"
#include "sema-npy-write.h"

static char *
find (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "formats", "tensors", name, NULL);
}

static SemaSet *
open_as_vectors (const char *path, GError **error)
{
  SemaKeptNote note;

  return sema_kept_open (path, &(SemaFormatsOptions) {0}, 0, &note, NULL, error);
}

/* Six rows of a model in two files: what make-tensors.py wrote. */
static void
test_model (void)
{
  g_autofree char    *path = find ("model.safetensors.index.json");
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = open_as_vectors (path, &error);
  gsize               length;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 6);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 4);
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 5, &length), ==, "[5]");
}

/* Only the first rows, and the name says so; as many as there are, or more, are all of them. */
static void
test_first (void)
{
  static const char *const endings[] = {".json", ", first 1 word", ", first 2 words", ", first 3 words", ", first 4 words", ", first 5 words", ".json", ".json"};
  g_autofree char         *path = find ("model.safetensors.index.json");

  for (guint64 n = 0; n < G_N_ELEMENTS (endings); n++)
    {
      const SemaFormatsOptions options = {.most_rows = n};
      g_autoptr (SemaSet)      set = sema_model_vectors_load (path, &options, NULL, NULL);

      g_assert_cmpuint (sema_set_get_n_rows (set), ==, n > 0 ? MIN (n, 6) : 6);
      g_assert_true (g_str_has_suffix (sema_set_get_name (set), endings[n]));
    }
}

/* What there is instead of a matrix that there is not. */
static void
test_no_part (void)
{
  g_autofree char   *path = find ("kinds.safetensors");
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_model_vectors_load (path, &(SemaFormatsOptions) {.part = "step"}, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_cmpstr (error->message, ==, "“kinds.safetensors” has no matrix “step” with numbers that can be read; it has “transformer.wte.weight”, “transformer.wpe.weight”, “h.0.attn.c_attn.weight”, “double”.");
}

static void
test_array (void)
{
  g_autofree char    *path = find ("float32.npy");
  g_autoptr (SemaSet) set = open_as_vectors (path, NULL);

  g_assert_nonnull (set);
}

/* A zip file of something else is refused for what it is. */
static void
test_others (void)
{
  static const char   zip[] = "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
  g_autofree char    *path = NULL;
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;

  g_close (g_file_open_tmp ("semascope-model-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, zip, sizeof zip - 1, NULL));
  set = open_as_vectors (path, &error);
  g_assert_null (set);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (sema_model_vectors_load (path, &(SemaFormatsOptions) {0}, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (remove (path), ==, 0);
}

/* An array without rows is no vectors, and says so. */
static void
test_no_matrix (void)
{
  g_autofree char   *path = find ("no-axis.npy");
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_model_vectors_load (path, &(SemaFormatsOptions) {0}, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "has no matrix"));
}

/* Of a model that does not open it is told why, and not that it has no words. */
static void
test_damaged (void)
{
  g_autofree char   *whole = find ("big.pth");
  g_autofree char   *path = NULL;
  g_autofree char   *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize              length;

  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  g_close (g_file_open_tmp ("semascope-model-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length - 30, NULL));
  g_assert_null (open_as_vectors (path, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_null (strstr (error->message, "no words"));
  g_assert_cmpint (remove (path), ==, 0);
}

/* A model of gensim has words of its own. */
static void
test_own_words (void)
{
  static const char *const files[] = {"small.kv", "small-2.kv", "apart.kv", "old.kv"};

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char    *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "gensim", files[i], NULL);
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = open_as_vectors (path, &error);
      gsize               length;

      g_assert_no_error (error);
      g_assert_cmpuint (sema_set_get_n_rows (set), ==, 3);
      g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 2, &length), ==, "größe");
    }
}

/* One of llama.cpp has its tokenizer, and rows that nothing unpacks; rows beyond the tokens are called by their ids. */
static void
test_own_tokenizer (void)
{
  g_autofree char    *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "gguf", "llama.gguf", NULL);
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = open_as_vectors (path, &error);
  gsize               length;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 444);
  g_assert_cmpint (sema_matrix_get_numbers (sema_set_get_matrix (set)), ==, SEMA_NUMBERS_Q4_0);
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 1, &length), ==, "<s>");
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 302, &length), ==, " for");
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 443, &length), ==, "[443]");
  g_assert_cmpstr (sema_set_get_warnings (set)[0], ==, "Of the tokenizer “llama.gguf”: 2 rows have no token, the first is id 442.");
}

static SemaSet *
open_tensor (const char *name, const char *tensor, GError **error)
{
  g_autofree char *path = find (name);
  SemaKeptNote     note;

  return sema_kept_open (path, &(SemaFormatsOptions) {.part = tensor}, 0, &note, NULL, error);
}

/* Another matrix than the one that is found by its name. */
static void
test_tensor (void)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) positions = open_tensor ("stored.npz", "wpe", &error);
  g_autoptr (SemaSet) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_set_get_n_rows (positions), ==, 9);
  g_assert_cmpstr (sema_set_get_name (positions), ==, "stored.npz · wpe");
  none = open_tensor ("stored.npz", "wpx", &error);
  g_assert_null (none);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "has no matrix “wpx”"));
}

static void
copy (const char *from, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  g_assert_true (g_file_get_contents (from, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n_bytes, NULL));
}

static char *
get_first_word (const char *path, const char *tensor, const char *tokenizer)
{
  g_autoptr (SemaSet) set = sema_model_vectors_load (path, &(SemaFormatsOptions) {.part = tensor, .tokenizer = tokenizer}, NULL, NULL);

  return sema_vocab_dup_word (sema_set_get_vocab (set), 0);
}

/* The rows of the embedding matrix are tokens, those of another one with nine rows are not; a tokenizer may be anywhere. */
static void
test_tokens (void)
{
  g_autofree char *folder = g_dir_make_tmp ("semascope-XXXXXX", NULL);
  g_autofree char *archive = find ("stored.npz");
  g_autofree char *tokenizer = g_test_build_filename (G_TEST_DIST, "data", "tokens", "gpt2-tokenizer.json", NULL);
  g_autofree char *model = g_build_filename (folder, "stored.npz", NULL);
  g_autofree char *beside = g_build_filename (folder, "tokenizer.json", NULL);
  g_autofree char *token = NULL, *position = NULL, *given = NULL, *broken = NULL;

  copy (archive, folder, "stored.npz");
  copy (tokenizer, folder, "tokenizer.json");
  token = get_first_word (model, NULL, NULL);
  position = get_first_word (model, "wpe", NULL);
  given = get_first_word (archive, NULL, tokenizer);
  broken = get_first_word (archive, NULL, archive);
  g_assert_cmpstr (token, !=, "[0]");
  g_assert_cmpstr (position, ==, "[0]");
  g_assert_cmpstr (given, ==, token);
  g_assert_cmpstr (broken, ==, "[0]");
  g_unlink (model);
  g_unlink (beside);
  g_rmdir (folder);
}

/* Rows that a model was padded with, and those of a tokenizer that is cut short. */
static void
test_missing_tokens (void)
{
  g_autofree char       *folder = g_dir_make_tmp ("semascope-XXXXXX", NULL);
  g_autofree char       *model = g_build_filename (folder, "padded.npy", NULL);
  g_autofree char       *tokenizer = g_test_build_filename (G_TEST_DIST, "data", "tokens", "gpt2-tokenizer.json", NULL);
  float                 *values = sema_memory_alloc_n (600 * 2, sizeof *values, NULL);
  g_autoptr (SemaMatrix) matrix = sema_matrix_new_take (memset (values, 0, 600 * 2 * sizeof *values), 600, 2);
  g_autoptr (GBytes)     bytes = sema_npy_write (matrix, NULL);
  g_autoptr (SemaSet)    set = NULL;

  g_assert_true (g_file_set_contents (model, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), NULL));
  set = sema_model_vectors_load (model, &(SemaFormatsOptions) {.tokenizer = tokenizer}, NULL, NULL);
  g_assert_cmpstr (sema_set_get_warnings (set)[0], ==, "Of the tokenizer “gpt2-tokenizer.json”: 43 rows have no token, the first is id 557.");
  g_unlink (model);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-vectors/model", test_model);
  g_test_add_func ("/model-vectors/first", test_first);
  g_test_add_func ("/model-vectors/no-part", test_no_part);
  g_test_add_func ("/model-vectors/array", test_array);
  g_test_add_func ("/model-vectors/others", test_others);
  g_test_add_func ("/model-vectors/no-matrix", test_no_matrix);
  g_test_add_func ("/model-vectors/damaged", test_damaged);
  g_test_add_func ("/model-vectors/own-words", test_own_words);
  g_test_add_func ("/model-vectors/own-tokenizer", test_own_tokenizer);
  g_test_add_func ("/model-vectors/tensor", test_tensor);
  g_test_add_func ("/model-vectors/tokens", test_tokens);
  g_test_add_func ("/model-vectors/missing-tokens", test_missing_tokens);
  return g_test_run ();
}
