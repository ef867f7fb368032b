/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heat-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-heatmap-pick.h"
#include "sema-number.h"

#define DECIMALS 4
#define ANGLE_DECIMALS 1

/**
 * SemaHeatView:
 *
 * Shows a heat map: the cell under the pointer or under the keyboard says what it holds, a click selects its words.
 */
struct _SemaHeatView
{
  SemaPictureView parent_instance;

  SemaHeatmapLayout layout;
  gboolean          is_matrix; /* whether its columns are the words of its rows */
  SemaHeatmapSpot   spot;      /* under the pointer or the keyboard */
};

static guint column_activated;

G_DEFINE_FINAL_TYPE (SemaHeatView, sema_heat_view, SEMA_TYPE_PICTURE_VIEW)

static const SemaHeatmap *
get_heatmap (SemaHeatView *self)
{
  SemaPlacePicture *picture = sema_picture_view_get_picture (SEMA_PICTURE_VIEW (self));

  return picture != NULL ? sema_place_picture_get_heatmap (picture) : NULL;
}

/* All that is measured of two words, whatever the colours show. */
static char *
describe_pair (const char *a, const char *b, const SemaPair *pair)
{
  char cosine[SEMA_NUMBER_SIZE], dot[SEMA_NUMBER_SIZE], distance[SEMA_NUMBER_SIZE], angle[SEMA_NUMBER_SIZE];

  return g_strdup_printf (_("%s, %s: cosine %s, dot product %s, distance %s, angle %s°"), a, b, sema_number_print_fixed (pair->cosine, DECIMALS, cosine),
                             sema_number_print_fixed (pair->dot, DECIMALS, dot), sema_number_print_fixed (pair->distance, DECIMALS, distance),
                             sema_number_print_fixed (pair->angle, ANGLE_DECIMALS, angle));
}

static char *
describe_cell (SemaHeatView *self, const SemaHeatmap *heatmap)
{
  gsize    row = (gsize)self->spot.row;
  gsize    column = (gsize)self->spot.column;
  double   value = sema_heatmap_get (heatmap, row, column);
  char     number[SEMA_NUMBER_SIZE];
  SemaPair pair;

  if (!isfinite (value))
    return g_strdup_printf (_("%s, %s: no number"), heatmap->row_labels[row], heatmap->column_labels[column]);
  sema_number_print_fixed (value, DECIMALS, number);
  if (heatmap->is_strips)
    return g_strdup_printf (_("%s, dimension %s: %s"), heatmap->row_labels[row], heatmap->column_labels[column], number);
  if (self->is_matrix && sema_place_picture_compare (sema_picture_view_get_picture (SEMA_PICTURE_VIEW (self)), row, column, &pair))
    return describe_pair (heatmap->row_labels[row], heatmap->column_labels[column], &pair);
  return g_strdup_printf ("%s, %s: %s", heatmap->row_labels[row], heatmap->column_labels[column], number);
}

static char *
sema_heat_view_describe (SemaPictureView *view)
{
  SemaHeatView      *self = SEMA_HEAT_VIEW (view);
  const SemaHeatmap *heatmap = get_heatmap (self);

  if (heatmap == NULL || (self->spot.row < 0 && self->spot.column < 0))
    return NULL;
  if (self->spot.row >= 0 && self->spot.column >= 0)
    return describe_cell (self, heatmap);
  if (self->spot.row < 0 && heatmap->is_strips)
    return g_strdup_printf (_("Dimension %s"), heatmap->column_labels[self->spot.column]);
  return g_strdup (self->spot.row >= 0 ? heatmap->row_labels[self->spot.row] : heatmap->column_labels[self->spot.column]);
}

static void
say_spot (SemaHeatView *self)
{
  const SemaHeatmap *heatmap = get_heatmap (self);
  g_autofree char   *size = g_strdup_printf (_("Heat map of %zu × %zu cells"), heatmap->n_rows, heatmap->n_columns);

  sema_picture_view_say (SEMA_PICTURE_VIEW (self), size);
}

static void
go_to (SemaHeatView *self, SemaHeatmapSpot spot)
{
  if (spot.row == self->spot.row && spot.column == self->spot.column)
    return;
  self->spot = spot;
  say_spot (self);
}

static gboolean
sema_heat_view_can_show (const SemaPlacePicture *picture)
{
  return sema_place_picture_get_heatmap (picture) != NULL;
}

static void
sema_heat_view_took (SemaPictureView *view, gboolean is_new, gpointer prepared)
{
  SemaHeatView            *self = SEMA_HEAT_VIEW (view);
  const SemaHeatmap       *heatmap = get_heatmap (self);
  const SemaExportOptions *options = sema_picture_view_get_options (view);
  SemaPageView             looked_at;

  SemaPair pair;

  if (is_new)
    self->spot = (SemaHeatmapSpot) {-1, -1};
  self->is_matrix = sema_place_picture_compare (sema_picture_view_get_picture (view), 0, 0, &pair);
  sema_export_options_get_view (options, &looked_at);
  sema_heatmap_layout_find (heatmap, &looked_at, &self->layout);
  say_spot (self);
}

static void
outline (SemaHeatView *self, GtkSnapshot *snapshot, SemaHeatmapSpot spot, gboolean is_selected)
{
  SemaFrame frame;

  sema_heatmap_find_frame (get_heatmap (self), &self->layout, spot, &frame);
  sema_picture_view_outline (SEMA_PICTURE_VIEW (self), snapshot, &frame, is_selected);
}

static void
sema_heat_view_outline_word (SemaPictureView *view, GtkSnapshot *snapshot, const char *word)
{
  SemaHeatView *self = SEMA_HEAT_VIEW (view);
  gssize        row = sema_place_picture_find_word (sema_picture_view_get_picture (view), word);

  if (row >= 0)
    outline (self, snapshot, (SemaHeatmapSpot) {row, -1}, TRUE);
  if (row >= 0 && self->is_matrix)
    outline (self, snapshot, (SemaHeatmapSpot) {-1, row}, TRUE);
}

static void
sema_heat_view_outline_spot (SemaPictureView *view, GtkSnapshot *snapshot)
{
  outline (SEMA_HEAT_VIEW (view), snapshot, SEMA_HEAT_VIEW (view)->spot, FALSE);
}

static void
sema_heat_view_point (SemaPictureView *view, double x, double y)
{
  SemaHeatView *self = SEMA_HEAT_VIEW (view);

  go_to (self, sema_heatmap_pick (get_heatmap (self), &self->layout, x, y));
}

/* From nothing, the first step goes to the first cell; a step beyond the first row or column goes to the labels. */
static void
sema_heat_view_step (SemaPictureView *view, int right, int down)
{
  SemaHeatView      *self = SEMA_HEAT_VIEW (view);
  const SemaHeatmap *heatmap = get_heatmap (self);
  gssize             row = self->spot.row + down;
  gssize             column = self->spot.column + right;

  row = CLAMP (row, self->spot.column < 0 ? 0 : -1, (gssize)heatmap->n_rows - 1);
  column = CLAMP (column, self->spot.row < 0 ? 0 : -1, (gssize)heatmap->n_columns - 1);
  go_to (self, (SemaHeatmapSpot) {row, column});
}

/* The words of a cell: that of its row, where it is one, and where the columns are words too, that of its column. */
static void
sema_heat_view_activate (SemaPictureView *view)
{
  SemaHeatView     *self = SEMA_HEAT_VIEW (view);
  SemaPlacePicture *picture = sema_picture_view_get_picture (view);
  const char       *words[3] = {NULL};
  gsize             n = 0;

  if (self->spot.column >= 0 && self->spot.row < 0 && !self->is_matrix)
    g_signal_emit (self, column_activated, 0, (guint)self->spot.column);
  if (self->spot.row >= 0)
    words[n++] = sema_place_picture_get_word (picture, (gsize)self->spot.row);
  if (self->spot.column >= 0 && self->spot.column != self->spot.row && self->is_matrix)
    words[n++] = sema_place_picture_get_word (picture, (gsize)self->spot.column);
  if (words[0] != NULL)
    sema_session_select (sema_picture_view_get_session (view), words, words[0]);
}

static void
sema_heat_view_class_init (SemaHeatViewClass *klass)
{
  SemaPictureViewClass *view_class = SEMA_PICTURE_VIEW_CLASS (klass);

  view_class->can_show = sema_heat_view_can_show;
  view_class->took = sema_heat_view_took;
  view_class->outline_word = sema_heat_view_outline_word;
  view_class->outline_spot = sema_heat_view_outline_spot;
  view_class->describe = sema_heat_view_describe;
  view_class->point = sema_heat_view_point;
  view_class->step = sema_heat_view_step;
  view_class->activate = sema_heat_view_activate;
  column_activated = g_signal_new ("column-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sema_heat_view_init (SemaHeatView *self)
{
  self->spot = (SemaHeatmapSpot) {-1, -1};
}
