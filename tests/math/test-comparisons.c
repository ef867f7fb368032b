/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The odd one of some words of the sample that ships, against gensim's, and the matrix of some, against numpy's:
 * tests/data/reference/make-comparisons.py asked for both. */

#include <math.h>

#include "sema-formats.h"
#include "sema-odd.h"
#include "sema-pairs.h"
#include "stored-values.h"

/* @line: the words, then each with its score. gensim's scores are float32. */
static void
check_odd (SemaSet *set, const char *line)
{
  g_auto (GStrv)     fields = g_strsplit (line, "\t", -1), words = g_strsplit (fields[0], " ", -1);
  guint              n = g_strv_length (words);
  guint64            rows[100];
  g_autoptr (GArray) found = NULL;

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (rows));
  for (guint i = 0; i < n; i++)
    rows[i] = stored_find_row (set, words[i]);
  found = sema_odd_find (set, rows, n, NULL);
  g_assert_cmpuint (g_strv_length (fields), ==, 1 + 2 * n);
  for (guint i = 0; i < n; i++)
    {
      SemaOddWord word = g_array_index (found, SemaOddWord, i);

      g_assert_cmpstr (words[word.index], ==, fields[1 + 2 * i]);
      g_assert_cmpfloat_with_epsilon (word.score, stored_parse (fields[2 + 2 * i]), 2e-6);
    }
}

static void
test_odd (void)
{
  g_autoptr (SemaSet) set = stored_load_sample ();
  g_auto (GStrv)      lines = stored_read_lines ("sample", "odd.tsv");

  g_assert_cmpuint (g_strv_length (lines), >=, 80);
  for (gsize l = 0; lines[l] != NULL; l++)
    check_odd (set, lines[l]);
}

/* @line: two words, then their cosine, dot product, distance and angle */
static void
check_pair (const SemaPairs *pairs, gsize at, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  g_assert_cmpuint (g_strv_length (fields), ==, 6);
  g_assert_cmpfloat_with_epsilon (pairs->cosine[at], stored_parse (fields[2]), 1e-12);
  g_assert_cmpfloat_with_epsilon (pairs->dot[at], stored_parse (fields[3]), 1e-11);
  g_assert_cmpfloat_with_epsilon (pairs->distance[at], stored_parse (fields[4]), 1e-11);
  g_assert_cmpfloat_with_epsilon (sema_pairs_get_angle (pairs, at / pairs->n, at % pairs->n), stored_parse (fields[5]), 1e-10);
}

static void
test_matrix (void)
{
  g_autoptr (SemaSet)   set = stored_load_sample ();
  g_auto (GStrv)        lines = stored_read_lines ("sample", "matrix.tsv");
  gsize                 n = (gsize)sqrt (g_strv_length (lines));
  g_autofree guint64   *rows = g_new (guint64, n);
  g_autoptr (SemaPairs) pairs = NULL;

  g_assert_cmpuint (n, >=, 28);
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      rows[i] = stored_find_row (set, fields[1]);
    }
  pairs = sema_pairs_new (set, rows, n, NULL, NULL);
  for (gsize at = 0; at < n * n; at++)
    check_pair (pairs, at, lines[at]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparisons/odd", test_odd);
  g_test_add_func ("/comparisons/matrix", test_matrix);
  return g_test_run ();
}
