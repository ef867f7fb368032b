/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

/* Calls @func with the cells of each line of tests/data/@name, which tabs part. */
void
table_for_each_row (const char *name, guint n_cells, TableRowFunc func)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char   *text = NULL;
  g_auto (GStrv)     lines = NULL;
  g_autoptr (GError) error = NULL;
  guint              n_rows = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_cells);
      func (cells);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, >, 0);
}
