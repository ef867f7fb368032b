/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-weight-grid.h"

#include <math.h>
#include <string.h>

#include "sema-memory.h"

/* Each character is 6 wide and 10 high. */
static void
measure_text (gpointer data, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  *width = 6 * scale * (double)g_utf8_strlen (text, -1);
  *height = 10 * scale;
}

static const SemaMeasure measure = {measure_text, NULL};

static SemaMatrix *
new_matrix (guint64 n_rows, gsize dim)
{
  float *values = sema_memory_alloc_n (n_rows * dim, sizeof *values, NULL);

  for (guint64 i = 0; i < n_rows * dim; i++)
    values[i] = (float)(i % 19) / 10 - 0.9f;
  return sema_matrix_new_take (values, n_rows, dim);
}

static const SemaTextMark *
find_text (const SemaScene *scene, const char *text)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (g_str_equal (g_array_index (scene->texts, SemaTextMark, i).text, text))
      return &g_array_index (scene->texts, SemaTextMark, i);
  return NULL;
}

static const SemaWeightGridView whole = {.width = 800, .height = 600, .scale = 1, .shown_rows = G_MAXUINT64, .row = SEMA_WEIGHT_GRID_NONE, .column = SEMA_WEIGHT_GRID_NONE};

static void
test_decimals (void)
{
  g_assert_cmpint (sema_weight_grid_choose_decimals (0), ==, 4);
  g_assert_cmpint (sema_weight_grid_choose_decimals (2.84), ==, 4);
  g_assert_cmpint (sema_weight_grid_choose_decimals (1234), ==, 2);
  g_assert_cmpint (sema_weight_grid_choose_decimals (123456), ==, 0);
  g_assert_cmpint (sema_weight_grid_choose_decimals (1e9), ==, -1);
  g_assert_cmpint (sema_weight_grid_choose_decimals (1e-9), ==, -1);
}

static void
test_small (void)
{
  g_autoptr (SemaMatrix) matrix = new_matrix (6, 3);
  const SemaWeightGrid   grid = {.matrix = matrix, .limit = 0.9, .decimals = 4};
  SemaWeightGridLayout   layout;
  g_autoptr (SemaScene)  cells = NULL;
  g_autoptr (SemaScene)  rows = NULL;
  g_autoptr (SemaScene)  columns = NULL;

  sema_weight_grid_measure (&grid, 1, &measure, &layout);
  g_assert_cmpfloat (layout.cell_width, ==, 6 * strlen ("-8.8888") + 12);
  g_assert_cmpfloat (layout.width, ==, layout.head_width + 3 * layout.cell_width);
  g_assert_cmpfloat (layout.height, ==, layout.head_height + 6 * layout.cell_height);
  cells = sema_weight_grid_compose (&grid, &layout, &whole, SEMA_WEIGHT_GRID_CELLS, &measure);
  rows = sema_weight_grid_compose (&grid, &layout, &whole, SEMA_WEIGHT_GRID_ROW_HEADS, &measure);
  columns = sema_weight_grid_compose (&grid, &layout, &whole, SEMA_WEIGHT_GRID_COLUMN_HEADS, &measure);
  g_assert_cmpuint (cells->texts->len, ==, 18);
  g_assert_cmpuint (rows->texts->len, ==, 6);
  g_assert_cmpuint (columns->texts->len, ==, 3);
  g_assert_nonnull (find_text (cells, "−0.9000"));
  g_assert_cmpfloat (find_text (cells, "0.0000")->ground, ==, 0);
  g_assert_cmpuint (g_array_index (cells->grids, SemaGridMark, 0).n_rows, ==, 6);
  g_assert_cmpuint (cells->lines->len, ==, 0);
}

/* Of a matrix of millions of rows as much is composed as is seen, in the right places. */
static void
test_scrolled (void)
{
  g_autoptr (SemaMatrix) matrix = new_matrix (1000000, 4);
  const SemaWeightGrid   grid = {.matrix = matrix, .limit = 0.9, .decimals = 4};
  SemaWeightGridLayout   layout;
  SemaWeightGridView     view = whole;
  g_autoptr (SemaScene)  cells = NULL;
  g_autoptr (SemaScene)  rows = NULL;
  const SemaTextMark    *mark;

  sema_weight_grid_measure (&grid, 1, &measure, &layout);
  view.y = 999900 * layout.cell_height + 5;
  view.x = layout.cell_width + 1;
  cells = sema_weight_grid_compose (&grid, &layout, &view, SEMA_WEIGHT_GRID_CELLS, &measure);
  rows = sema_weight_grid_compose (&grid, &layout, &view, SEMA_WEIGHT_GRID_ROW_HEADS, &measure);
  g_assert_cmpuint (rows->texts->len, <, 50);
  g_assert_cmpuint (cells->texts->len, ==, 3 * rows->texts->len);
  g_assert_nonnull (find_text (rows, "999900"));
  g_assert_null (find_text (rows, "999899"));
  mark = find_text (rows, "999901");
  g_assert_cmpfloat (fabs (mark->y - (layout.head_height + layout.cell_height - 5 + (layout.cell_height - 10) / 2)), <, 1e-6);
}

static void
test_odd_numbers (void)
{
  g_autoptr (SemaMatrix) matrix = NULL;
  float                 *values = sema_memory_alloc_n (4, sizeof *values, NULL);
  SemaWeightGrid         grid = {.limit = 1, .decimals = 4};
  SemaWeightGridLayout   layout;
  g_autoptr (SemaScene)  cells = NULL;
  g_autoptr (SemaScene)  small = NULL;

  values[0] = NAN;
  values[1] = -INFINITY;
  values[2] = -0.00001f;
  values[3] = -0.0f;
  grid.matrix = matrix = sema_matrix_new_take (values, 1, 4);
  sema_weight_grid_measure (&grid, 1, &measure, &layout);
  cells = sema_weight_grid_compose (&grid, &layout, &whole, SEMA_WEIGHT_GRID_CELLS, &measure);
  g_assert_nonnull (find_text (cells, "NaN"));
  g_assert_nonnull (find_text (cells, "−∞"));
  g_assert_null (find_text (cells, "−0.0000"));
  grid.decimals = -1;
  small = sema_weight_grid_compose (&grid, &layout, &whole, SEMA_WEIGHT_GRID_CELLS, &measure);
  g_assert_nonnull (find_text (small, "−1e-05"));
}

/* Rows that are lit have frames, rows that are not there yet no cells, and ids and tokens stand before them. */
static void
test_rows (void)
{
  const guint64          ids[] = {2, 0, 2}, lit[] = {0, 2};
  char                  *bytes = sema_memory_alloc (8, NULL);
  guint64               *starts = sema_memory_alloc_n (4, sizeof *starts, NULL);
  g_autoptr (SemaVocab)  vocab = NULL;
  g_autoptr (SemaMatrix) matrix = new_matrix (3, 2);
  SemaWeightGrid         grid = {.matrix = matrix, .ids = ids, .limit = 1, .decimals = 4};
  SemaWeightGridLayout   layout, wide;
  SemaWeightGridView     view = whole;
  g_autoptr (SemaScene)  cells = NULL;
  g_autoptr (SemaScene)  rows = NULL;

  memcpy (bytes, "a\0b\0the\0", 8);
  memcpy (starts, (guint64[]) {0, 2, 4, 8}, 4 * sizeof *starts);
  vocab = sema_vocab_new_take (bytes, starts, 3, NULL);
  sema_weight_grid_measure (&grid, 1, &measure, &layout);
  grid.vocab = vocab;
  sema_weight_grid_measure (&grid, 1, &measure, &wide);
  g_assert_cmpfloat (wide.head_width, >, layout.head_width + 90);
  view.lit = lit;
  view.n_lit = 2;
  view.shown_rows = 2;
  cells = sema_weight_grid_compose (&grid, &wide, &view, SEMA_WEIGHT_GRID_CELLS, &measure);
  rows = sema_weight_grid_compose (&grid, &wide, &view, SEMA_WEIGHT_GRID_ROW_HEADS, &measure);
  g_assert_cmpuint (cells->texts->len, ==, 4);
  g_assert_cmpuint (cells->lines->len, ==, 8);
  g_assert_cmpuint (rows->texts->len, ==, 6);
  g_assert_nonnull (find_text (rows, "the"));
  g_assert_null (find_text (rows, "b"));
}

static void
test_pick (void)
{
  g_autoptr (SemaMatrix) matrix = new_matrix (6, 3);
  const SemaWeightGrid   grid = {.matrix = matrix, .limit = 0.9, .decimals = 4};
  SemaWeightGridLayout   layout;
  SemaWeightGridView     view = whole;
  gint64                 row, column;

  sema_weight_grid_measure (&grid, 1, &measure, &layout);
  view.y = 2 * layout.cell_height;
  g_assert_true (sema_weight_grid_pick (&grid, &layout, &view, layout.head_width + 1.5 * layout.cell_width, layout.head_height + 0.5, &row, &column));
  g_assert_cmpint (row, ==, 2);
  g_assert_cmpint (column, ==, 1);
  g_assert_true (sema_weight_grid_pick (&grid, &layout, &view, 1, layout.head_height + layout.cell_height * 3.5, &row, &column));
  g_assert_cmpint (row, ==, 5);
  g_assert_cmpint (column, ==, SEMA_WEIGHT_GRID_NONE);
  g_assert_false (sema_weight_grid_pick (&grid, &layout, &view, 1, layout.head_height + layout.cell_height * 4.5, &row, &column));
  g_assert_false (sema_weight_grid_pick (&grid, &layout, &view, 1, 1, &row, &column));
  g_assert_false (sema_weight_grid_pick (&grid, &layout, &view, layout.head_width + 3.5 * layout.cell_width, 1, &row, &column));
}

static void
test_find_rows (void)
{
  g_autoptr (SemaMatrix) matrix = new_matrix (50000, 3);
  const SemaWeightGrid   grid = {.matrix = matrix, .limit = 0.9, .decimals = 4};
  SemaWeightGridView     view = whole;
  SemaWeightGridLayout   layout;
  guint64                first, end;

  sema_weight_grid_measure (&grid, 1, &measure, &layout);
  view.y = 100.5 * layout.cell_height;
  view.height = layout.head_height + 2 * layout.cell_height;
  sema_weight_grid_find_rows (&grid, &layout, &view, &first, &end);
  g_assert_cmpuint (first, ==, 100);
  g_assert_cmpuint (end, ==, 103);
  view.shown_rows = 102;
  sema_weight_grid_find_rows (&grid, &layout, &view, &first, &end);
  g_assert_cmpuint (end, ==, 102);
  view.shown_rows = 0;
  sema_weight_grid_find_rows (&grid, &layout, &view, &first, &end);
  g_assert_cmpuint (end, ==, first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weight-grid/decimals", test_decimals);
  g_test_add_func ("/weight-grid/small", test_small);
  g_test_add_func ("/weight-grid/scrolled", test_scrolled);
  g_test_add_func ("/weight-grid/odd-numbers", test_odd_numbers);
  g_test_add_func ("/weight-grid/rows", test_rows);
  g_test_add_func ("/weight-grid/pick", test_pick);
  g_test_add_func ("/weight-grid/find-rows", test_find_rows);
  return g_test_run ();
}
