/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-columns.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

static SemaColumns *
make (GError **error)
{
  static const char *const names[] = {"word", "part", "count"};
  static const char *const cells[] = {"king", "noun", "3", "run", "verb", "-1.5", "to", "", "", "queen", "noun", "1e400"};
  g_autoptr (SemaColumns)  self = sema_columns_new (3);

  for (guint i = 0; i < 3; i++)
    sema_columns_set_name (self, i, names[i], strlen (names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (!sema_columns_add_cell (self, i % 3, cells[i], strlen (cells[i]), error))
      return NULL;
  return sema_columns_finish (self, error) ? g_steal_pointer (&self) : NULL;
}

static void
test_kinds (void)
{
  g_autoptr (SemaColumns) self = make (NULL);
  SemaColumn              word, part, count;

  sema_columns_get (self, 0, &word);
  sema_columns_get (self, 1, &part);
  sema_columns_get (self, 2, &count);
  g_assert_cmpuint (sema_columns_get_n (self), ==, 3);
  g_assert_cmpuint (sema_columns_get_n_rows (self), ==, 4);
  g_assert_cmpstr (word.name, ==, "word");
  g_assert_cmpint (word.kind, ==, SEMA_COLUMN_CATEGORIES);
  g_assert_cmpuint (word.n_distinct, ==, 4);
  g_assert_cmpuint (part.n_distinct, ==, 2);
  g_assert_cmpuint (part.n_missing, ==, 1);
  g_assert_cmpint (count.kind, ==, SEMA_COLUMN_NUMBERS);
  g_assert_cmpfloat (count.least, ==, -1.5);
  g_assert_cmpfloat (count.most, ==, 3);
  g_assert_cmpuint (count.n_missing, ==, 1);
}

static void
test_cells (void)
{
  g_autoptr (SemaColumns) self = make (NULL);
  const SemaVocab        *parts = sema_columns_get_cells (self, 1);
  gsize                   length;

  g_assert_cmpstr (sema_columns_get_cell (self, 0, 1, &length), ==, "run");
  g_assert_cmpuint (length, ==, 3);
  g_assert_cmpfloat (sema_columns_get_number (self, 2, 1), ==, -1.5);
  g_assert_true (isnan (sema_columns_get_number (self, 2, 2)));
  g_assert_true (isinf (sema_columns_get_number (self, 2, 3)));
  g_assert_cmpint (sema_columns_find (self, "count"), ==, 2);
  g_assert_cmpint (sema_columns_find (self, "none"), ==, -1);
  g_assert_cmpuint (sema_vocab_find (parts, "noun", -1), ==, 0);
  g_assert_cmpuint (sema_vocab_find_next (parts, 0), ==, 3);
}

static void
test_odd (void)
{
  g_autoptr (SemaColumns) self = sema_columns_new (1);
  SemaColumn              info;

  sema_columns_set_name (self, 0, "caf\xe9", 4);
  g_assert_true (sema_columns_add_cell (self, 0, "", 0, NULL));
  g_assert_true (sema_columns_finish (self, NULL));
  sema_columns_get (self, 0, &info);
  g_assert_cmpstr (info.name, ==, "caf\xef\xbf\xbd");
  g_assert_cmpint (info.kind, ==, SEMA_COLUMN_CATEGORIES);
  g_assert_cmpuint (info.n_distinct, ==, 0);
  g_assert_true (isnan (info.least));
}

static void
test_no_memory (void)
{
  g_autoptr (SemaColumns) self = NULL;

  for (guint64 nth = 1; self == NULL; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      self = make (&error);
      sema_memory_fail_at (0);
      if (self == NULL)
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
          g_assert_cmpuint (sema_memory_get_used (), ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/kinds", test_kinds);
  g_test_add_func ("/columns/cells", test_cells);
  g_test_add_func ("/columns/odd", test_odd);
  g_test_add_func ("/columns/no-memory", test_no_memory);
  return g_test_run ();
}
