/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-set-builder.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

static float *
add (SemaSetBuilder *builder, const char *word, float a, float b)
{
  g_autoptr (GError) error = NULL;
  float             *row = sema_set_builder_add (builder, word, strlen (word), &error);

  g_assert_no_error (error);
  row[0] = a;
  row[1] = b;
  return row;
}

static SemaSet *
finish (SemaSetBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_set_builder_finish (builder, "name", "format", "gzip", NULL, &error);

  g_assert_no_error (error);
  return set;
}

static void
test_rows (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 3);
  g_autoptr (SemaSet)        set = NULL;
  gsize                      length;
  float                     *row;

  add (builder, "king", 3.0f, 4.0f);
  add (builder, "", 0.0f, 0.0f);
  row = sema_set_builder_add (builder, "a\0b", 3, NULL);
  row[0] = row[1] = 1.0f;
  g_assert_cmpuint (sema_set_builder_get_n_rows (builder), ==, 3);
  set = finish (builder);
  g_assert_cmpuint (sema_set_builder_get_n_rows (builder), ==, 0);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 3);
  g_assert_cmpfloat (sema_set_get_row (set, 0)[1], ==, 4.0f);
  g_assert_cmpfloat (sema_set_get_norm (set, 0), ==, 5.0);
  g_assert_cmpfloat (sema_set_get_norm (set, 1), ==, 0.0);
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 1, &length), ==, "");
  g_assert_cmpuint (length, ==, 0);
  sema_vocab_get_word (sema_set_get_vocab (set), 2, &length);
  g_assert_cmpuint (length, ==, 3);
  g_assert_cmpstr (sema_set_get_name (set), ==, "name");
  g_assert_cmpstr (sema_set_get_format (set), ==, "format");
  g_assert_cmpstr (sema_set_get_compression (set), ==, "gzip");
  g_assert_null (sema_set_get_warnings (set)[0]);
}

static void
test_no_rows (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 0);
  g_autoptr (SemaSet)        set = finish (builder);

  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 0);
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "word", -1), ==, SEMA_VOCAB_NO_ROW);
}

static void
test_warnings (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 0);
  g_autoptr (SemaSet)        set = NULL;
  const char *const         *warnings;

  sema_set_builder_warn (builder, "Line %d is short", 7);
  add (builder, "a", NAN, 0.0f);
  add (builder, "a", 0.0f, -INFINITY);
  add (builder, "b", 0.0f, 0.0f);
  set = finish (builder);
  warnings = sema_set_get_warnings (set);
  g_assert_cmpuint (g_strv_length ((char **)warnings), ==, 3);
  g_assert_cmpstr (warnings[0], ==, "Line 7 is short");
  g_assert_cmpstr (warnings[1], ==, "2 rows hold numbers that are infinite or not a number.");
  g_assert_cmpstr (warnings[2], ==, "1 row repeats the word of an earlier row; lookup finds the first.");
  g_assert_true (isnan (sema_set_get_norm (set, 0)));
}

/* What a header promises costs 64 MiB at the most, and nothing in the end. */
static void
test_lying_hint (void)
{
  const guint64 promises[] = {100000000, G_MAXUINT64 / 8, G_MAXUINT64};

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, promises[i]);
      g_autoptr (SemaSet)        set = NULL;

      add (builder, "word", 1.0f, 2.0f);
      g_assert_cmpuint (sema_memory_get_used (), >, 63 * 1024 * 1024);
      g_assert_cmpuint (sema_memory_get_used (), <, 65 * 1024 * 1024);
      set = finish (builder);
      g_assert_cmpuint (sema_memory_get_used (), <, 1024);
    }
}

/* Where there is no room for the hint, there may be for the rows. */
static void
test_hint_over_budget (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 1000000);
  g_autoptr (SemaSet)        set = NULL;

  sema_memory_set_budget (100000);
  add (builder, "word", 1.0f, 2.0f);
  set = finish (builder);
  sema_memory_set_budget (0);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 1);
}

/* Rows of 4 kB until the budget of 10 MB is used up: what the error offers does fit, and is most of what could. */
static SemaSet *
fill (guint64 n_rows, GError **error)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (1000, n_rows);

  for (guint64 i = 0; i < n_rows; i++)
    {
      char   word[16];
      float *row;

      g_snprintf (word, sizeof word, "word%u", (guint)i);
      row = sema_set_builder_add (builder, word, strlen (word), error);
      if (row == NULL)
        {
          sema_set_builder_note_fitting (builder, error);
          return NULL;
        }
      memset (row, 0, 1000 * sizeof *row);
    }
  return sema_set_builder_finish (builder, NULL, NULL, NULL, NULL, error);
}

static void
test_fitting_rows (void)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (GError)  second_error = NULL;
  g_autoptr (SemaSet) set = NULL;
  guint64             n_fitting;

  sema_memory_set_budget (10000000);
  g_assert_null (fill (1000000, &error));
  n_fitting = sema_error_get_fitting_rows (error);
  g_assert_cmpuint (n_fitting, >, 1300);
  g_assert_cmpuint (n_fitting, <, 2500);
  g_assert_cmpuint (n_fitting % 100, ==, 0);
  set = fill (n_fitting, &second_error);
  g_assert_no_error (second_error);
  sema_memory_set_budget (0);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, n_fitting);
}

static void
test_huge_rows (void)
{
  const gsize dims[] = {G_MAXSIZE, G_MAXSIZE / 4, G_MAXSIZE / 4 + 1, G_MAXSIZE / 8};

  for (guint i = 0; i < G_N_ELEMENTS (dims); i++)
    {
      g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (dims[i], G_MAXUINT64);
      g_autoptr (GError)         error = NULL;

      g_assert_null (sema_set_builder_add (builder, "word", 4, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_set_builder_get_n_rows (builder), ==, 0);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 0);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (GError)         error = NULL;

  add (builder, "word", 1.0f, 2.0f);
  sema_progress_cancel (progress);
  g_assert_null (sema_set_builder_finish (builder, NULL, NULL, NULL, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static SemaSet *
build_many (GError **error)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 10);

  for (guint i = 0; i < 3000; i++)
    {
      char   word[16];
      float *row;

      g_snprintf (word, sizeof word, "w%u", i % 2900);
      row = sema_set_builder_add (builder, word, strlen (word), error);
      if (row == NULL)
        return NULL;
      row[0] = (float)i;
      row[1] = 0.0f;
    }
  return sema_set_builder_finish (builder, NULL, NULL, NULL, NULL, error);
}

/* Whichever allocation fails, the set is whole or there is an error, and nothing is left behind. */
static void
test_each_allocation_fails (void)
{
  guint n_failures = 0;

  for (guint nth = 1; nth < 1000; nth++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = NULL;

      sema_memory_fail_at (nth);
      set = build_many (&error);
      if (set != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (sema_set_get_n_rows (set), ==, 3000);
          g_assert_cmpuint (sema_vocab_get_n_duplicates (sema_set_get_vocab (set)), ==, 100);
          g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "w2899", -1), ==, 2899);
          g_assert_cmpfloat (sema_set_get_norm (set, 2999), ==, 2999.0);
        }
      else
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
          n_failures++;
        }
      g_clear_pointer (&set, sema_set_unref);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (n_failures, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set-builder/rows", test_rows);
  g_test_add_func ("/set-builder/no-rows", test_no_rows);
  g_test_add_func ("/set-builder/warnings", test_warnings);
  g_test_add_func ("/set-builder/lying-hint", test_lying_hint);
  g_test_add_func ("/set-builder/hint-over-budget", test_hint_over_budget);
  g_test_add_func ("/set-builder/fitting-rows", test_fitting_rows);
  g_test_add_func ("/set-builder/huge-rows", test_huge_rows);
  g_test_add_func ("/set-builder/cancelled", test_cancelled);
  g_test_add_func ("/set-builder/each-allocation-fails", test_each_allocation_fails);
  return g_test_run ();
}
