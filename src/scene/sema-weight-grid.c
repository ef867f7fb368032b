/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-weight-grid.h"

#include <inttypes.h>
#include <math.h>

#include "sema-number.h"
#include "sema-text-fit.h"

#define MINUS "−"
#define PADDING 6.0
#define LINE_PADDING 3.0
#define TOKEN_WIDTH 90.0
#define TOKEN_GAP 8.0
#define GAP 1.0 /* between cells */
#define FRAME_WIDTH 2.0
#define TEXT_SIZE (SEMA_NUMBER_SIZE + 8)

/* Beyond these, numbers are written with exponents. */
#define MOST_PLAIN 1e6
#define LEAST_PLAIN 1e-3
#define EXPONENT "%.3g"
#define LONGEST_EXPONENT "−8.88e−88"

/**
 * sema_weight_grid_choose_decimals:
 * @limit: the largest absolute value of a matrix
 *
 * Returns: with how many decimals its numbers are written: four as torch prints them, fewer for large ones; -1: with exponents
 */
int
sema_weight_grid_choose_decimals (double limit)
{
  if (limit == 0 || (limit >= LEAST_PLAIN && limit < 100))
    return 4;
  if (limit < LEAST_PLAIN || limit >= MOST_PLAIN)
    return -1;
  return limit < 10000 ? 2 : 0;
}

static const char *
print (const SemaWeightGrid *self, double value, char buffer[TEXT_SIZE])
{
  char     number[SEMA_NUMBER_SIZE];
  gboolean is_zero = self->decimals >= 0 && fabs (value) < 0.5 * pow (10, -self->decimals);

  if (isnan (value))
    return "NaN";
  if (isinf (value))
    return value < 0 ? MINUS "∞" : "∞";
  if (self->decimals < 0)
    g_ascii_formatd (number, sizeof number, EXPONENT, fabs (value));
  else
    sema_number_print_fixed (fabs (value), self->decimals, number);
  g_snprintf (buffer, TEXT_SIZE, "%s%s", value < 0 && !is_zero ? MINUS : "", number);
  return buffer;
}

static void
measure_text (const SemaMeasure *measure, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  measure->measure (measure->data, text, role, scale, width, height);
}

/* The widest that a number can be: all digits are as wide as an 8, or nearly. */
static double
measure_number (const SemaWeightGrid *self, double scale, const SemaMeasure *measure, double *height)
{
  g_autoptr (GString) widest = g_string_new (MINUS);
  char                number[SEMA_NUMBER_SIZE];
  double              width;

  if (self->decimals < 0)
    g_string_assign (widest, LONGEST_EXPONENT);
  else
    g_string_append (widest, sema_number_print_fixed (MAX (self->limit, 1), self->decimals, number));
  for (char *c = widest->str; *c != 0; c++)
    if (g_ascii_isdigit (*c))
      *c = '8';
  measure_text (measure, widest->str, SEMA_TEXT_CELL, scale, &width, height);
  return width;
}

static double
measure_id (guint64 last, double scale, const SemaMeasure *measure, double *height)
{
  char   text[32];
  double width;

  g_snprintf (text, sizeof text, "%" PRIu64, last);
  for (char *c = text; *c != 0; c++)
    *c = '8';
  measure_text (measure, text, SEMA_TEXT_AXIS, scale, &width, height);
  return width;
}

static guint64
get_largest_id (const SemaWeightGrid *self)
{
  guint64 n_rows = sema_matrix_get_n_rows (self->matrix), largest = 0;

  if (self->ids == NULL)
    return MAX (n_rows, 1) - 1;
  for (guint64 row = 0; row < n_rows; row++)
    largest = MAX (largest, self->ids[row]);
  return largest;
}

/**
 * sema_weight_grid_measure:
 * @self: a grid with a matrix
 * @scale: of texts
 * @measure: how large texts are
 * @layout: (out caller-allocates): the sizes
 *
 * Finds how large cells and heads are. O(n) for n given ids, else O(1).
 */
void
sema_weight_grid_measure (const SemaWeightGrid *self, double scale, const SemaMeasure *measure, SemaWeightGridLayout *layout)
{
  gsize  dim = sema_matrix_get_dim (self->matrix);
  double id_height, cell_height;
  double id_width = measure_id (get_largest_id (self), scale, measure, &id_height);
  double column_width = measure_id (dim - 1, scale, measure, &id_height);
  double cell_width = measure_number (self, scale, measure, &cell_height);

  layout->cell_width = ceil (MAX (cell_width, column_width) + 2 * PADDING * scale);
  layout->cell_height = ceil (cell_height + 2 * LINE_PADDING * scale);
  layout->head_width = ceil (id_width + 2 * PADDING * scale + (self->vocab != NULL ? (TOKEN_WIDTH + TOKEN_GAP) * scale : 0));
  layout->head_height = ceil (id_height + 2 * LINE_PADDING * scale);
  layout->width = layout->head_width + (double)dim * layout->cell_width;
  layout->height = layout->head_height + (double)sema_matrix_get_n_rows (self->matrix) * layout->cell_height;
}

/**
 * Window:
 * @first_row: that is seen at least in part
 * @end_row: after the last
 *
 * What is seen of a grid.
 */
typedef struct
{
  const SemaWeightGrid       *grid;
  const SemaWeightGridLayout *layout;
  const SemaWeightGridView   *view;
  const SemaMeasure          *measure;
  SemaScene                  *scene;
  guint64                     first_row;
  guint64                     end_row;
  gsize                       first_column;
  gsize                       end_column;
} Window;

static guint64
find_end (double extent, double start, double cell, guint64 n)
{
  double end = ceil ((start + MAX (extent, 0)) / cell);

  return end >= (double)n ? n : (guint64)MAX (end, 0);
}

static void
find_window (Window *self)
{
  const SemaWeightGridLayout *layout = self->layout;
  const SemaWeightGridView   *view = self->view;

  self->end_row = find_end (view->height - layout->head_height, view->y, layout->cell_height, sema_matrix_get_n_rows (self->grid->matrix));
  self->end_column = find_end (view->width - layout->head_width, view->x, layout->cell_width, sema_matrix_get_dim (self->grid->matrix));
  self->first_row = MIN ((guint64)MAX (view->y / layout->cell_height, 0), self->end_row);
  self->first_column = MIN ((gsize)MAX (view->x / layout->cell_width, 0), self->end_column);
}

/**
 * sema_weight_grid_find_rows:
 * @self: a matrix
 * @layout: its sizes
 * @view: how it is looked at
 * @first: (out): the first row that is seen at least in part
 * @end: (out): the row after the last
 *
 * Says which rows are read when the view is composed.
 */
void
sema_weight_grid_find_rows (const SemaWeightGrid *self, const SemaWeightGridLayout *layout, const SemaWeightGridView *view, guint64 *first, guint64 *end)
{
  Window window = {.grid = self, .layout = layout, .view = view};

  find_window (&window);
  *first = window.first_row;
  *end = MIN (window.end_row, MAX (view->shown_rows, window.first_row));
}

static double
get_left (const Window *self, gsize column)
{
  return self->layout->head_width + (double)column * self->layout->cell_width - self->view->x;
}

static double
get_top (const Window *self, guint64 row)
{
  return self->layout->head_height + (double)row * self->layout->cell_height - self->view->y;
}

static gboolean
is_lit (const SemaWeightGridView *view, guint64 row)
{
  gsize low = 0, high = view->n_lit;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (view->lit[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low < view->n_lit && view->lit[low] == row;
}

/* Between right and left of a box at a height. @share: 1 sets the text to the right, 0.5 in the middle. */
static void
add_text (Window *self, const char *text, SemaTextRole role, double left, double right, double top, double height, double share, double ground)
{
  SemaTextMark mark = {.text = text, .role = role, .scale = self->view->scale, .index = -1, .ground = ground};

  measure_text (self->measure, text, role, mark.scale, &mark.width, &mark.height);
  mark.x = left + (right - left - mark.width) * share;
  mark.y = top + (height - mark.height) / 2;
  sema_scene_add_text (self->scene, &mark);
}

static void
add_line (Window *self, double x0, double y0, double x1, double y1)
{
  SemaLineMark line = {x0, y0, x1, y1, SEMA_LINE_FRAME, FRAME_WIDTH, FALSE};

  g_array_append_val (self->scene->lines, line);
}

static void
add_frame (Window *self, double left, double top, double right, double bottom)
{
  double inset = FRAME_WIDTH / 2;

  add_line (self, left, top + inset, right, top + inset);
  add_line (self, left, bottom - inset, right, bottom - inset);
  add_line (self, left + inset, top, left + inset, bottom);
  add_line (self, right - inset, top, right - inset, bottom);
}

static void
add_numbers (Window *self, guint64 row, const double *values)
{
  double padding = PADDING * self->view->scale;

  for (gsize column = self->first_column; column < self->end_column; column++)
    {
      double value = values[column - self->first_column];
      double left = get_left (self, column);
      char   buffer[TEXT_SIZE];

      add_text (self, print (self->grid, value, buffer), isfinite (value) ? SEMA_TEXT_CELL : SEMA_TEXT_AXIS, left,
                left + self->layout->cell_width - padding, get_top (self, row), self->layout->cell_height, 1,
                isfinite (value) ? CLAMP (value / self->grid->limit, -1, 1) : 0);
    }
}

static void
add_cells (Window *self)
{
  guint64           end_row = MIN (self->end_row, self->view->shown_rows);
  gsize             n_columns = self->end_column - self->first_column;
  gsize             n_rows = end_row > self->first_row ? end_row - self->first_row : 0;
  double           *values = sema_scene_add_numbers (self->scene, n_rows * n_columns);
  SemaGridMark      grid = {get_left (self, self->first_column), get_top (self, self->first_row), (double)n_columns * self->layout->cell_width,
                            (double)n_rows * self->layout->cell_height, n_rows, n_columns, values, self->grid->limit, GAP};
  g_autofree float *space = sema_matrix_new_space (self->grid->matrix, 1);

  for (gsize i = 0; i < n_rows; i++)
    {
      const SemaFloat *row = sema_matrix_read_row (self->grid->matrix, self->first_row + i, space);

      for (gsize column = 0; column < n_columns; column++)
        values[i * n_columns + column] = (double)row[self->first_column + column];
      add_numbers (self, self->first_row + i, values + i * n_columns);
    }
  g_array_append_val (self->scene->grids, grid);
}

/* Lit rows that touch each other get one frame each, so that one can count them. */
static void
add_frames (Window *self)
{
  const SemaWeightGridLayout *layout = self->layout;
  gint64                      row = self->view->row, column = self->view->column;

  for (guint64 i = self->first_row; i < self->end_row; i++)
    if (is_lit (self->view, i))
      add_frame (self, get_left (self, 0), get_top (self, i), get_left (self, sema_matrix_get_dim (self->grid->matrix)), get_top (self, i) + layout->cell_height);
  if (row >= (gint64)self->first_row && row < (gint64)self->end_row && column >= (gint64)self->first_column && column < (gint64)self->end_column)
    add_frame (self, get_left (self, (gsize)column), get_top (self, (guint64)row), get_left (self, (gsize)column) + layout->cell_width, get_top (self, (guint64)row) + layout->cell_height);
}

static void
add_token (Window *self, guint64 id, double right, double top)
{
  double           scale = self->view->scale;
  g_autofree char *label = NULL;
  g_autofree char *fitting = NULL;

  if (id >= sema_vocab_get_n_words (self->grid->vocab))
    return;
  label = sema_vocab_dup_label (self->grid->vocab, id);
  fitting = sema_text_fit (self->measure, label, SEMA_TEXT_LEGEND, scale, TOKEN_WIDTH * scale);
  add_text (self, fitting, SEMA_TEXT_LEGEND, PADDING * scale, right, top, self->layout->cell_height, 0, 0);
}

static void
add_row_heads (Window *self)
{
  double right = self->layout->head_width - PADDING * self->view->scale;

  for (guint64 row = self->first_row; row < self->end_row; row++)
    {
      guint64 id = self->grid->ids != NULL ? self->grid->ids[row] : row;
      char    text[32];

      g_snprintf (text, sizeof text, "%" PRIu64, id);
      add_text (self, text, is_lit (self->view, row) ? SEMA_TEXT_LEGEND : SEMA_TEXT_AXIS, 0, right, get_top (self, row), self->layout->cell_height, 1, 0);
      if (self->grid->vocab != NULL)
        add_token (self, id, right, get_top (self, row));
    }
}

static void
add_column_heads (Window *self)
{
  double padding = PADDING * self->view->scale;

  for (gsize column = self->first_column; column < self->end_column; column++)
    {
      double left = get_left (self, column);
      char   text[32];

      g_snprintf (text, sizeof text, "%zu", column);
      add_text (self, text, SEMA_TEXT_AXIS, left, left + self->layout->cell_width - padding, 0, self->layout->head_height, 1, 0);
    }
}

/**
 * sema_weight_grid_compose:
 * @self: a grid with a matrix
 * @layout: its sizes, measured at the scale of @view
 * @view: what is seen of it
 * @part: what is composed: cells are drawn clipped to the right of and below the heads, row heads below the column heads, and
 *   column heads to the right of the row heads
 * @measure: how large texts are
 *
 * O(cells that are seen), however large the matrix is.
 *
 * Returns: (transfer full): the scene, in the coordinates of the whole view
 */
SemaScene *
sema_weight_grid_compose (const SemaWeightGrid *self, const SemaWeightGridLayout *layout, const SemaWeightGridView *view, SemaWeightGridPart part, const SemaMeasure *measure)
{
  Window window = {.grid = self, .layout = layout, .view = view, .measure = measure, .scene = sema_scene_new (view->width, view->height)};

  find_window (&window);
  if (part == SEMA_WEIGHT_GRID_CELLS)
    {
      add_cells (&window);
      add_frames (&window);
    }
  else if (part == SEMA_WEIGHT_GRID_ROW_HEADS)
    add_row_heads (&window);
  else
    add_column_heads (&window);
  return window.scene;
}

/**
 * sema_weight_grid_pick:
 * @self: a grid with a matrix
 * @layout: its sizes
 * @view: what is seen of it
 * @x: a place of the view
 * @y: likewise
 * @row: (out): the row there, or %SEMA_WEIGHT_GRID_NONE over the column heads
 * @column: (out): the column there, or %SEMA_WEIGHT_GRID_NONE before the rows
 *
 * Returns: whether there is a row or a column
 */
gboolean
sema_weight_grid_pick (const SemaWeightGrid *self, const SemaWeightGridLayout *layout, const SemaWeightGridView *view, double x, double y, gint64 *row, gint64 *column)
{
  double right = (x - layout->head_width + view->x) / layout->cell_width;
  double below = (y - layout->head_height + view->y) / layout->cell_height;

  *row = y < layout->head_height ? SEMA_WEIGHT_GRID_NONE : (gint64)below;
  *column = x < layout->head_width ? SEMA_WEIGHT_GRID_NONE : (gint64)right;
  if (*row >= (gint64)sema_matrix_get_n_rows (self->matrix) || *column >= (gint64)sema_matrix_get_dim (self->matrix))
    return FALSE;
  return *row >= 0 || *column >= 0;
}
