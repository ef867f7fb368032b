/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The principal components of all rows of the sample that ships, against those of scikit-learn, which
 * tests/data/reference/make-pca-rows.py asked for. */

#include <string.h>

#include "sema-formats.h"
#include "sema-pca-rows.h"
#include "stored-values.h"

/* Of a float32. */
#define ROUNDING 1.2e-7

/* @line: "axis", then its coefficients */
static void
check_axis (const double *axis, gsize dim, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  g_assert_cmpuint (g_strv_length (fields), ==, dim + 1);
  for (gsize d = 0; d < dim; d++)
    g_assert_cmpfloat_with_epsilon (axis[d], stored_parse (fields[1 + d]), 1e-10);
}

/* @line: "row x y quality" */
static void
check_row (const SemaPcaRows *rows, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  guint64        row = g_ascii_strtoull (fields[0], NULL, 10);

  g_assert_cmpuint (g_strv_length (fields), ==, 4);
  g_assert_cmpuint (row, <, rows->n_rows);
  for (gsize c = 0; c < 2; c++)
    g_assert_cmpfloat_with_epsilon (rows->scores[2 * row + c], stored_parse (fields[1 + c]), ROUNDING * ABS (stored_parse (fields[1 + c])) + 1e-10);
  g_assert_cmpfloat_with_epsilon (rows->quality[row], stored_parse (fields[3]), ROUNDING * stored_parse (fields[3]) + 1e-10);
}

/* @lines: "set kind n chosen ratio ratio", two axes, the rows that were chosen. Returns how many lines these are. */
static gsize
check_analysis (SemaSet *set, char **lines)
{
  g_auto (GStrv)          head = g_strsplit (lines[0], "\t", -1);
  SemaVectors             kind = strcmp (head[1], "raw") == 0 ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT;
  gsize                   dim = sema_set_get_dim (set), n_chosen = g_ascii_strtoull (head[3], NULL, 10);
  g_autoptr (SemaPcaRows) rows = sema_pca_rows_new (set, kind, 2, TRUE, NULL, NULL);

  g_assert_cmpuint (rows->pca->n, ==, g_ascii_strtoull (head[2], NULL, 10));
  g_assert_cmpuint (rows->n_left_out, ==, 0);
  g_assert_cmpuint (n_chosen, >=, 200);
  for (gsize c = 0; c < 2; c++)
    {
      g_assert_cmpfloat_with_epsilon (rows->pca->ratios[c], stored_parse (head[4 + c]), 1e-11);
      check_axis (rows->pca->axes + c * dim, dim, lines[1 + c]);
    }
  for (gsize i = 0; i < n_chosen; i++)
    check_row (rows, lines[3 + i]);
  return 3 + n_chosen;
}

static void
test_sample (void)
{
  g_autoptr (SemaSet) set = stored_load_sample ();
  g_auto (GStrv)      lines = stored_read_lines ("sample", "pca-rows.tsv");
  guint               n_analyses = 0;

  for (gsize l = 0; lines[l] != NULL; n_analyses++)
    l += check_analysis (set, lines + l);
  g_assert_cmpuint (n_analyses, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pca-reference/sample", test_sample);
  return g_test_run ();
}
