/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensors-set.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

#define GGUF "../gguf/kinds.gguf"

/* Rows 0 and 2 have tokens. */
static const char *
get_token (guint64 id, gsize *length, gpointer data)
{
  static const char *const tokens[] = {"a\0b", NULL, "größe"};

  if (id >= G_N_ELEMENTS (tokens) || tokens[id] == NULL)
    return NULL;
  *length = id == 0 ? 3 : strlen (tokens[id]);
  return tokens[id];
}

static SemaTensors *
open_stored (const char *name, const char *tensor, guint64 *index)
{
  g_autofree char *path = tensors_fixture_path (name);
  SemaTensors     *tensors = sema_tensors_open (path, NULL, NULL);

  g_assert_true (sema_tensors_find (tensors, tensor, strlen (tensor), index));
  g_assert_true (sema_tensors_prepare (tensors, *index, NULL, NULL));
  return tensors;
}

static void
assert_set (const char *name, const char *tensor_name)
{
  guint64             index;
  SemaTensors        *tensors = open_stored (name, tensor_name, &index);
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = sema_tensors_load_set (tensors, index, "rows", get_token, NULL, NULL, NULL, &error);
  g_autofree float   *values = NULL, *space = NULL;
  SemaTensor          tensor;

  g_assert_no_error (error);
  sema_tensors_get (tensors, index, &tensor);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, tensor.n_rows);
  g_assert_cmpuint (sema_set_get_dim (set), ==, tensor.dim);
  values = g_new (float, tensor.dim);
  space = sema_set_new_space (set, 1);
  for (guint64 row = 0; row < tensor.n_rows; row++)
    {
      double sum = 0.0, norm;

      g_assert_true (sema_tensors_read_floats (tensors, index, row, values, NULL));
      g_assert_cmpmem (sema_set_read_row (set, row, space), tensor.dim * sizeof (float), values, tensor.dim * sizeof (float));
      for (guint64 i = 0; i < tensor.dim; i++)
        sum += (double)values[i] * (double)values[i];
      norm = sema_set_get_norm (set, row);
      g_assert_true (isnan (sum) ? isnan (norm) : isinf (sum) ? isinf (norm)
                                                              : fabs (norm - sqrt (sum)) <= 1e-12 * norm);
    }
  sema_tensors_unref (tensors);
  /* The set has what it needs of the tensors. */
  g_assert_cmpmem (sema_set_read_row (set, tensor.n_rows - 1, space), sizeof (float), values, sizeof (float));
  g_assert_true (sema_set_check_lost (set, NULL));
}

static void
test_kinds (void)
{
  assert_set ("float32.npy", "float32");
  assert_set ("big-endian.npy", "big-endian");
  assert_set ("fortran.npy", "fortran");
  assert_set ("float64.npy", "float64");
  assert_set ("float16.npy", "float16");
  assert_set ("big-half.npy", "big-half");
  assert_set ("kinds.safetensors", "h.0.attn.c_attn.weight");
  assert_set ("kinds.safetensors", "transformer.wpe.weight");
  assert_set ("kinds.safetensors", "double");
  assert_set ("float16.npy", "float16");
  assert_set ("squeezed.npy", "squeezed");
  assert_set ("deflated.npz", "wte");
  assert_set ("deflated.npz", "double");
  assert_set ("kinds.safetensors", "transformer.wte.weight");
  assert_set ("kinds.safetensors", "transformer.wpe.weight");
  assert_set ("unpadded.safetensors", "model.embed_tokens.weight");
  assert_set ("model.safetensors.index.json", "lm_head.weight");
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* Blocks of few bits a number. */
static void
test_blocks (void)
{
  static const char *const names[] = {"Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "IQ4_NL", "IQ4_XS", "MXFP4"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_set (GGUF, names[i]);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* The first rows are those that all begin with, wherever they lie. */
static void
test_first_rows (void)
{
  static const char *const names[] = {"float32.npy", "fortran.npy", "float64.npy"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char    *tensor = g_strndup (names[i], strlen (names[i]) - strlen (".npy"));
      g_autofree float   *space = NULL, *other_space = NULL;
      guint64             index;
      SemaTensors        *tensors = open_stored (names[i], tensor, &index);
      g_autoptr (SemaSet) all = sema_tensors_load_set (tensors, index, "rows", get_token, NULL, NULL, NULL, NULL);
      g_autoptr (SemaSet) first = NULL;

      sema_tensors_want_rows (tensors, 2);
      g_assert_cmpuint (sema_tensors_limit_rows (tensors, 1), ==, 1);
      g_assert_cmpuint (sema_tensors_limit_rows (tensors, 9), ==, 2);
      first = sema_tensors_load_set (tensors, index, "rows", get_token, NULL, NULL, NULL, NULL);
      sema_tensors_unref (tensors);
      g_assert_cmpuint (sema_set_get_n_rows (first), ==, 2);
      space = sema_set_new_space (all, 1);
      other_space = sema_set_new_space (first, 1);
      for (guint64 row = 0; row < 2; row++)
        {
          gsize n = sema_set_get_dim (all) * sizeof (float);

          g_assert_cmpmem (sema_set_read_row (all, row, space), n, sema_set_read_row (first, row, other_space), n);
          g_assert_cmpfloat (sema_set_get_norm (all, row), ==, sema_set_get_norm (first, row));
          g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (all), row, NULL), ==, sema_vocab_get_word (sema_set_get_vocab (first), row, NULL));
        }
    }
}

/* Rows that lie one after another are not unpacked, others are. */
static void
test_in_place (void)
{
  static const struct
  {
    const char *name;
    const char *tensor;
    SemaNumbers numbers;
  } cases[] = {
    {"float16.npy", "float16", SEMA_NUMBERS_FLOAT16},
    {"float64.npy", "float64", SEMA_NUMBERS_FLOAT64},
    {"float32.npy", "float32", SEMA_NUMBERS_FLOAT32},
    {GGUF, "Q4_0", SEMA_NUMBERS_Q4_0},
    {GGUF, "Q6_K", SEMA_NUMBERS_Q6_K},
    {GGUF, "MXFP4", SEMA_NUMBERS_MXFP4},
    {GGUF, "upper.weight", SEMA_NUMBERS_BFLOAT16},
    {"big-half.npy", "big-half", SEMA_NUMBERS_FLOAT32},
    {"fortran.npy", "fortran", SEMA_NUMBERS_FLOAT32},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64                 index;
      g_autoptr (SemaTensors) tensors = open_stored (cases[i].name, cases[i].tensor, &index);
      g_autoptr (SemaSet)     set = sema_tensors_load_set (tensors, index, "rows", NULL, NULL, NULL, NULL, NULL);

      g_assert_cmpint (sema_matrix_get_numbers (sema_set_get_matrix (set)), ==, cases[i].numbers);
    }
}

static void
test_names (void)
{
  guint64                 index;
  g_autoptr (SemaTensors) tensors = open_stored ("kinds.safetensors", "transformer.wte.weight", &index);
  g_autoptr (SemaSet)     set = sema_tensors_load_set (tensors, index, "rows", get_token, NULL, NULL, NULL, NULL);
  g_autoptr (SemaSet)     bare = sema_tensors_load_set (tensors, index, "rows", NULL, NULL, NULL, NULL, NULL);
  const SemaVocab        *vocab = sema_set_get_vocab (set);

  g_assert_cmpuint (sema_vocab_find (vocab, "a\0b", 3), ==, 0);
  g_assert_cmpuint (sema_vocab_find (vocab, "größe", -1), ==, 2);
  g_assert_cmpuint (sema_vocab_find (vocab, "[1]", -1), ==, 1);
  g_assert_cmpuint (sema_vocab_find (vocab, "[5]", -1), ==, 5);
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (bare), "[2]", -1), ==, 2);
}

static void
test_no_memory (void)
{
  static const char *const names[] = {"float32", "float16"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char        *file = g_strconcat (names[i], ".npy", NULL);
      guint64                 index;
      g_autoptr (SemaTensors) tensors = open_stored (file, names[i], &index);
      guint64                 used = sema_memory_get_used ();
      gboolean                is_done = FALSE;

      for (guint nth = 1; !is_done; nth++)
        {
          g_autoptr (GError)  error = NULL;
          g_autoptr (SemaSet) set = NULL;

          sema_memory_fail_at (nth);
          set = sema_tensors_load_set (tensors, index, "rows", NULL, NULL, NULL, NULL, &error);
          sema_memory_fail_at (0);
          is_done = set != NULL;
          if (!is_done)
            g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
        }
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
}

static void
test_cancel (void)
{
  guint64                  index;
  g_autoptr (SemaTensors)  tensors = open_stored ("float16.npy", "float16", &index);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_tensors_load_set (tensors, index, "rows", NULL, NULL, NULL, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

/* The file of a set that reads it in place is cut: the set knows. */
static void
test_cut (void)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_safetensors ("{\"wte\":{\"dtype\":\"F32\",\"shape\":[1000,100],\"data_offsets\":[0,400000]}}", 400000);
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("cut.safetensors", bytes->data, bytes->len, NULL);
  g_autofree char        *path = g_build_filename (sema_test_files_folder (), "cut.safetensors", NULL);
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaSet)     set = NULL;

  g_assert_true (sema_tensors_prepare (tensors, 0, NULL, NULL));
  set = sema_tensors_load_set (tensors, 0, "rows", NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpint (truncate (path, 100), ==, 0);
  g_assert_cmpfloat (sema_set_get_row (set, 999)[99], ==, 0.0f);
  if (sema_set_is_lost (set))
    g_assert_false (sema_set_check_lost (set, &error));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensors-set/kinds", test_kinds);
  g_test_add_func ("/formats/tensors-set/blocks", test_blocks);
  g_test_add_func ("/formats/tensors-set/first-rows", test_first_rows);
  g_test_add_func ("/formats/tensors-set/in-place", test_in_place);
  g_test_add_func ("/formats/tensors-set/names", test_names);
  g_test_add_func ("/formats/tensors-set/no-memory", test_no_memory);
  g_test_add_func ("/formats/tensors-set/cancel", test_cancel);
  g_test_add_func ("/formats/tensors-set/cut", test_cut);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
