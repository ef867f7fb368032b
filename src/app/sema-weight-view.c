/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-weight-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-number.h"

#define NATURAL_ROWS 8
#define NATURAL_COLUMNS 4
#define LEAST_ROWS 2

enum {
  PROP_NAME = 1,
  PROP_TEXT_SCALE,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       cell_signal;
static guint       copy_signal;

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaWeightView, sema_weight_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_scrolled (SemaWeightView *self, GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

/* How the grid is looked at now. */
SemaWeightGridView
sema_weight_view_get_view (SemaWeightView *self)
{
  return (SemaWeightGridView) {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .x = round (get_scrolled (self, GTK_ORIENTATION_HORIZONTAL)),
    .y = round (get_scrolled (self, GTK_ORIENTATION_VERTICAL)),
    .scale = self->text_scale,
    .lit = self->lit,
    .n_lit = self->n_lit,
    .shown_rows = self->is_waiting ? 0 : self->shown_rows,
    .row = self->row,
    .column = self->column,
  };
}

static const SemaTheme *
get_theme (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return sema_theme_get (dark ? SEMA_THEME_DARK : SEMA_THEME_LIGHT);
}

/* Draws a part of the grid, and nothing of it outside a box. */
static void
snapshot_part (SemaWeightView *self, GtkSnapshot *snapshot, SemaWeightGridPart part, const graphene_rect_t *box)
{
  SemaWeightGridView    view = sema_weight_view_get_view (self);
  SemaMeasure           measure = sema_renderer_get_measure (self->renderer);
  g_autoptr (SemaScene) scene = sema_weight_grid_compose (&self->grid, &self->layout, &view, part, &measure);
  cairo_t              *cr = gtk_snapshot_append_cairo (snapshot, box);

  sema_renderer_draw (self->renderer, scene, get_theme (), cr);
  cairo_destroy (cr);
}

/**
 * sema_weight_view_draw:
 * @self: a view
 * @snapshot: where to
 *
 * Draws what is seen now.
 */
void
sema_weight_view_draw (SemaWeightView *self, GtkSnapshot *snapshot)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self)), height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  float left = (float)self->layout.head_width, top = (float)self->layout.head_height;

  if (self->grid.matrix == NULL || width <= left || height <= top)
    return;
  sema_weight_view_fetch_rows (self);
  snapshot_part (self, snapshot, SEMA_WEIGHT_GRID_CELLS, &GRAPHENE_RECT_INIT (left, top, width - left, height - top));
  snapshot_part (self, snapshot, SEMA_WEIGHT_GRID_ROW_HEADS, &GRAPHENE_RECT_INIT (0, top, left, height - top));
  snapshot_part (self, snapshot, SEMA_WEIGHT_GRID_COLUMN_HEADS, &GRAPHENE_RECT_INIT (left, 0, width - left, top));
}

static void
sema_weight_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  sema_weight_view_draw (SEMA_WEIGHT_VIEW (widget), snapshot);
}

/* What is scrolled is what lies to the right of and below the heads. */
static void
configure (SemaWeightView *self, GtkOrientation orientation, double extent, double all, double head, double step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double         page = MAX (extent - head, 0);

  if (adjustment == NULL)
    return;
  gtk_adjustment_configure (adjustment, MIN (gtk_adjustment_get_value (adjustment), MAX (all - head - page, 0)), 0, MAX (all - head, page), step, MAX (page - step, step), page);
}

static void
configure_both (SemaWeightView *self)
{
  const SemaWeightGridLayout *layout = &self->layout;

  configure (self, GTK_ORIENTATION_HORIZONTAL, gtk_widget_get_width (GTK_WIDGET (self)), layout->width, layout->head_width, layout->cell_width);
  configure (self, GTK_ORIENTATION_VERTICAL, gtk_widget_get_height (GTK_WIDGET (self)), layout->height, layout->head_height, layout->cell_height);
}

static void
sema_weight_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  configure_both (SEMA_WEIGHT_VIEW (widget));
}

static void
sema_weight_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  const SemaWeightGridLayout *layout = &SEMA_WEIGHT_VIEW (widget)->layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int)(layout->head_width + layout->cell_width);
      *natural = (int)MIN (layout->width, layout->head_width + NATURAL_COLUMNS * layout->cell_width);
    }
  else
    {
      *minimum = (int)MIN (layout->height, layout->head_height + LEAST_ROWS * layout->cell_height);
      *natural = (int)MIN (layout->height, layout->head_height + NATURAL_ROWS * layout->cell_height);
    }
  *natural = MAX (*natural, *minimum);
  *minimum_baseline = *natural_baseline = -1;
}

static void
lay_out (SemaWeightView *self)
{
  SemaMeasure measure = sema_renderer_get_measure (self->renderer);

  self->layout = (SemaWeightGridLayout) {0};
  if (self->grid.matrix != NULL)
    sema_weight_grid_measure (&self->grid, self->text_scale, &measure, &self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  configure_both (self);
}

/* "The cat" of a screen that is not seen: the row with its token, the column, the number. */
static void
describe (SemaWeightView *self)
{
  const SemaMatrix *matrix = self->grid.matrix;
  g_autofree char  *label = NULL;
  g_autofree char  *cell = NULL;

  if (matrix != NULL)
    label = g_strdup_printf (_("%s: %" PRIu64 " × %zu"), self->name, sema_matrix_get_n_rows (matrix), sema_matrix_get_dim (matrix));
  if (matrix != NULL && self->row >= 0 && self->column >= 0 && (guint64)self->row < self->shown_rows)
    {
      char    number[SEMA_NUMBER_SIZE];
      guint64 id = self->grid.ids != NULL ? self->grid.ids[self->row] : (guint64)self->row;

      sema_number_print_float (sema_matrix_get_number (matrix, (guint64)self->row, (gsize)self->column), number);
      cell = g_strdup_printf (_("Token id %" PRIu64 ", dimension %" PRId64 ": %s"), id, self->column, number);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : self->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cell != NULL ? cell : "", -1);
}

static void
scroll_to (SemaWeightView *self, GtkOrientation orientation, double start, double size)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, start, start + size);
}

/**
 * sema_weight_view_scroll_to:
 * @self: a view
 * @row: a row
 * @column: a column
 *
 * Scrolls until the cell is seen.
 */
void
sema_weight_view_scroll_to (SemaWeightView *self, guint64 row, gsize column)
{
  scroll_to (self, GTK_ORIENTATION_VERTICAL, (double)row * self->layout.cell_height, self->layout.cell_height);
  scroll_to (self, GTK_ORIENTATION_HORIZONTAL, (double)column * self->layout.cell_width, self->layout.cell_width);
}

/**
 * sema_weight_view_look_at:
 * @self: a view
 * @row: from 0, or -1 for no cell
 * @column: from 0, or -1 for the first one when there is a row
 *
 * Looks at a cell, and scrolls to it.
 */
void
sema_weight_view_look_at (SemaWeightView *self, gint64 row, gint64 column)
{
  if (self->grid.matrix == NULL)
    return;
  self->row = CLAMP (row, -1, (gint64)sema_matrix_get_n_rows (self->grid.matrix) - 1);
  self->column = CLAMP (column, self->row >= 0 ? 0 : -1, (gint64)sema_matrix_get_dim (self->grid.matrix) - 1);
  if (self->row >= 0)
    sema_weight_view_scroll_to (self, (guint64)self->row, (gsize)self->column);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, cell_signal, 0);
}

static void
set_adjustment (SemaWeightView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], gtk_widget_queue_draw, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  configure_both (self);
}

static void
sema_weight_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaWeightView *self = SEMA_WEIGHT_VIEW (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int)self->policies[id == PROP_HSCROLL_POLICY ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sema_weight_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaWeightView *self = SEMA_WEIGHT_VIEW (object);

  switch (id)
    {
    case PROP_NAME:
      g_free (self->name);
      self->name = g_value_dup_string (value);
      describe (self);
      break;
    case PROP_TEXT_SCALE:
      self->text_scale = g_value_get_double (value);
      lay_out (self);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id == PROP_HSCROLL_POLICY ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy)g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
drop_shown (SemaWeightView *self)
{
  if (self->shown.owner != NULL)
    self->shown.unref (self->shown.owner);
  self->shown = (SemaWeightShown) {0};
  self->fetched[0] = self->fetched[1] = 0;
  self->grid = (SemaWeightGrid) {0};
}

static void
sema_weight_view_dispose (GObject *object)
{
  SemaWeightView *self = SEMA_WEIGHT_VIEW (object);

  drop_shown (self);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_pointer (&self->renderer, sema_renderer_free);
  g_clear_pointer (&self->lit, g_free);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (sema_weight_view_parent_class)->dispose (object);
}

static void
sema_weight_view_class_init (SemaWeightViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sema_weight_view_get_property;
  object_class->set_property = sema_weight_view_set_property;
  object_class->dispose = sema_weight_view_dispose;
  widget_class->snapshot = sema_weight_view_snapshot;
  widget_class->measure = sema_weight_view_measure;
  widget_class->size_allocate = sema_weight_view_size_allocate;
  widget_class->query_tooltip = sema_weight_view_query_tooltip;
  properties[PROP_NAME] = g_param_spec_string ("name-of-matrix", NULL, NULL, "", flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  /* Another cell is looked at. */
  cell_signal = g_signal_new ("cell-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* What is looked at is to be copied. */
  copy_signal = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "weight");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sema_weight_view_init (SemaWeightView *self)
{
  self->text_scale = 1;
  self->row = self->column = -1;
  self->shown_rows = G_MAXUINT64;
  self->name = g_strdup ("");
  self->renderer = sema_renderer_new ();
  sema_weight_view_add_controllers (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* What is looked at is to be copied. */
void
sema_weight_view_ask_for_copy (SemaWeightView *self)
{
  g_signal_emit (self, copy_signal, 0);
}

/**
 * sema_weight_view_show:
 * @self: a view
 * @shown: what to show; its owner gets a reference
 *
 * Shows another matrix from its beginning, or the same place of one of the same size.
 */
void
sema_weight_view_show (SemaWeightView *self, const SemaWeightShown *shown)
{
  const SemaMatrix *before = self->grid.matrix;
  gboolean          same_size = before != NULL && shown->matrix != NULL && sema_matrix_get_n_rows (before) == sema_matrix_get_n_rows (shown->matrix) &&
                       sema_matrix_get_dim (before) == sema_matrix_get_dim (shown->matrix);

  if (shown->owner != NULL)
    shown->ref (shown->owner);
  drop_shown (self);
  self->shown = *shown;
  self->grid = (SemaWeightGrid) {shown->matrix, shown->ids, shown->vocab, shown->limit > 0 ? shown->limit : 1,
                                 shown->decimals >= 0 ? shown->decimals : sema_weight_grid_choose_decimals (shown->limit)};
  if (!same_size)
    self->row = self->column = -1;
  lay_out (self);
  describe (self);
}

/**
 * sema_weight_view_light:
 * @self: a view
 * @rows: (n) the rows to be lit, rising; copied
 * @n: how many
 *
 * Lights rows instead of those that are lit.
 */
void
sema_weight_view_light (SemaWeightView *self, const guint64 *rows, gsize n)
{
  g_free (self->lit);
  self->lit = g_memdup2 (rows, n * sizeof *rows);
  self->n_lit = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sema_weight_view_show_rows:
 * @self: a view
 * @n: how many rows are there already
 *
 * Leaves the cells of later rows empty.
 */
void
sema_weight_view_show_rows (SemaWeightView *self, guint64 n)
{
  self->shown_rows = n;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sema_weight_view_get_cell:
 * @self: a view
 * @row: (out): the row that is looked at
 * @column: (out): the column
 *
 * Returns: whether a cell is looked at
 */
gboolean
sema_weight_view_get_cell (SemaWeightView *self, gint64 *row, gint64 *column)
{
  *row = self->row;
  *column = self->column;
  return self->row >= 0 && self->column >= 0;
}

/**
 * sema_weight_view_get_row_box:
 * @self: a view
 * @row: a row
 * @box: (out caller-allocates): where its cells are, in the coordinates of the view
 *
 * Returns: whether some of it is seen
 */
gboolean
sema_weight_view_get_row_box (SemaWeightView *self, guint64 row, graphene_rect_t *box)
{
  SemaWeightGridView view = sema_weight_view_get_view (self);
  double             top = self->layout.head_height + (double)row * self->layout.cell_height - view.y;
  double             right = MIN (view.width, self->layout.width - view.x);

  if (self->grid.matrix == NULL || row >= sema_matrix_get_n_rows (self->grid.matrix))
    return FALSE;
  *box = GRAPHENE_RECT_INIT ((float)self->layout.head_width, (float)top, (float)(right - self->layout.head_width), (float)self->layout.cell_height);
  return top + self->layout.cell_height > self->layout.head_height && top < view.height;
}
