/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-set-builder.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

/* Three rows of two numbers with something between them, and their words. */
static const struct
{
  float first[2];
  float gap;
  float second[2];
  float third[2];
} file = {{3, 4}, 9, {0, 1}, {5, 12}};
static const guint64 row_starts[] = {0, 12, 20};
static const double  norms[] = {5, 1, 13};
static const double  products[] = {11, 2, 29}; /* with query */
static const double  query[] = {1, 2};
static const guint32 word_lengths[] = {1, 3, 1};
static const char    words[] = "a\0bcd\0a";

static guint n_released;

static void
release (gpointer data)
{
  n_released++;
}

static const SemaMatrixOwner owner = {.release = release};

static SemaLentPart
make_part (guint first, guint n, guint first_byte, guint n_bytes)
{
  return (SemaLentPart) {row_starts + first, norms + first, word_lengths + first, words + first_byte, n_bytes, n};
}

static gpointer
copy (gconstpointer bytes, gsize n_bytes)
{
  return memcpy (sema_memory_alloc (n_bytes, NULL), bytes, n_bytes);
}

/* In two parts, with products or without. */
static SemaSet *
build (gboolean is_multiplied, GError **error)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 3);
  SemaLentPart               parts[] = {make_part (0, 2, 0, 6), make_part (2, 0, 6, 0), make_part (2, 1, 6, 2)};

  sema_set_builder_lend_bytes (builder, (const guint8 *)&file, &owner);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!sema_set_builder_add_lent (builder, &parts[i], error))
      return NULL;
  g_assert_cmpuint (sema_set_builder_get_n_rows (builder), ==, 3);
  g_assert_cmpmem (sema_set_builder_get_row_starts (builder), sizeof row_starts, row_starts, sizeof row_starts);
  g_assert_cmpuint (sema_set_builder_find (builder, "bcd"), ==, 1);
  g_assert_cmpuint (sema_set_builder_find (builder, "bc"), ==, SEMA_VOCAB_NO_ROW);
  if (is_multiplied)
    sema_set_builder_take_products (builder, copy (query, sizeof query), copy (products, sizeof products));
  return sema_set_builder_finish (builder, "lent", NULL, NULL, NULL, error);
}

static void
assert_whole (SemaSet *set)
{
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 3);
  g_assert_true ((const guint8 *)sema_set_get_row (set, 1) == (const guint8 *)&file + 12);
  g_assert_cmpfloat (sema_set_get_row (set, 2)[1], ==, 12);
  g_assert_cmpfloat (sema_set_get_norm (set, 2), ==, 13);
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 1, NULL), ==, "bcd");
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "bcd", -1), ==, 1);
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "a", -1), ==, 0);
  g_assert_cmpuint (sema_vocab_find_next (sema_set_get_vocab (set), 0), ==, 2);
}

static void
test_parts (void)
{
  SemaSet *set = build (FALSE, NULL);

  assert_whole (set);
  g_assert_null (sema_set_get_products (set, query));
  n_released = 0;
  sema_set_unref (set);
  g_assert_cmpuint (n_released, ==, 1);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* Only for the very vector that was asked for. */
static void
test_products (void)
{
  const double        other[] = {1, 2.0000000000000004};
  g_autoptr (SemaSet) set = build (TRUE, NULL);

  assert_whole (set);
  g_assert_cmpmem (sema_set_get_products (set, query), sizeof products, products, sizeof products);
  g_assert_null (sema_set_get_products (set, other));
}

/* All at once, the rows one after another. */
static void
test_lend (void)
{
  static const float         values[] = {3, 4, 5, 12};
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 0);
  g_autoptr (SemaSet)        set = NULL;
  SemaLentRows               rows = {.bytes = (const guint8 *)values, .n_rows = 2, .owner = owner};

  rows.words = sema_memory_alloc (4, NULL);
  memcpy (rows.words, "x\0y", 4);
  rows.word_starts = sema_memory_alloc_n (3, sizeof (guint64), NULL);
  for (guint i = 0; i < 3; i++)
    rows.word_starts[i] = 2 * i;
  rows.norms = sema_memory_alloc_n (2, sizeof (double), NULL);
  rows.norms[0] = 5;
  rows.norms[1] = 13;
  sema_set_builder_lend (builder, &rows);
  set = sema_set_builder_finish (builder, "lent", NULL, NULL, NULL, NULL);
  g_assert_cmpfloat (sema_set_get_row (set, 1)[0], ==, 5);
  g_assert_cmpfloat (sema_set_get_norm (set, 1), ==, 13);
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "y", -1), ==, 1);
}

/* Hints may fail, and the set is whole all the same. */
static void
test_each_allocation_fails (void)
{
  guint n_failures = 0;

  for (guint64 nth = 1; nth <= 40; nth++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = NULL;

      n_released = 0;
      sema_memory_fail_at (nth);
      set = build (FALSE, &error);
      sema_memory_fail_at (0);
      if (set != NULL)
        {
          assert_whole (set);
          continue;
        }
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (n_released, ==, 1);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
      n_failures++;
    }
  g_assert_cmpuint (n_failures, >, 2);
  g_assert_cmpuint (n_failures, <, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set-builder-lent/parts", test_parts);
  g_test_add_func ("/set-builder-lent/products", test_products);
  g_test_add_func ("/set-builder-lent/lend", test_lend);
  g_test_add_func ("/set-builder-lent/each-allocation-fails", test_each_allocation_fails);
  return g_test_run ();
}
