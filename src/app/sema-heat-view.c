/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heat-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-heatmap-pick.h"
#include "sema-number.h"
#include "sema-picture-job.h"

#define DECIMALS 4
#define ANGLE_DECIMALS 1
#define LINE_WIDTH 2.0F

/**
 * SemaHeatView:
 *
 * Shows a heat map: the cell under the pointer or under the keyboard says what it holds, a click selects its words.
 */
struct _SemaHeatView
{
  GtkWidget parent_instance;

  SemaSession  *session;
  GSignalGroup *session_signals;
  double        text_scale;
  GCancellable *drawing; /* another one's drawing is stale */

  SemaShown         drawn; /* what the texture shows, and how */
  SemaHeatmapView   view;
  SemaHeatmapLayout layout;
  GdkTexture       *texture;
  gboolean          is_matrix; /* whether its columns are the words of its rows */

  SemaShown       coming; /* what is being drawn, and how */
  SemaHeatmapView coming_view;

  SemaHeatmapSpot spot; /* under the pointer or the keyboard */
};

enum {
  PROP_SESSION = 1,
  PROP_TEXT_SCALE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       column_activated;

G_DEFINE_FINAL_TYPE (SemaHeatView, sema_heat_view, GTK_TYPE_WIDGET)

static const SemaHeatmap *
get_heatmap (SemaHeatView *self)
{
  return self->drawn.picture != NULL ? sema_place_picture_get_heatmap (self->drawn.picture) : NULL;
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
  if (self->is_matrix && sema_place_picture_compare (self->drawn.picture, row, column, &pair))
    return describe_pair (heatmap->row_labels[row], heatmap->column_labels[column], &pair);
  return g_strdup_printf ("%s, %s: %s", heatmap->row_labels[row], heatmap->column_labels[column], number);
}

/* (nullable): what is under the pointer or the keyboard. */
static char *
describe_spot (SemaHeatView *self)
{
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
  g_autofree char   *spot = describe_spot (self);
  g_autofree char   *size = heatmap != NULL ? g_strdup_printf (_("Heat map of %zu × %zu cells"), heatmap->n_rows, heatmap->n_columns) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, size != NULL ? size : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spot != NULL ? spot : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go_to (SemaHeatView *self, SemaHeatmapSpot spot)
{
  if (spot.row == self->spot.row && spot.column == self->spot.column)
    return;
  self->spot = spot;
  say_spot (self);
}

static void
take_drawing (SemaHeatView *self, GdkTexture *texture)
{
  const SemaHeatmap *heatmap;

  sema_shown_clear (&self->drawn);
  self->drawn = self->coming;
  self->coming = (SemaShown) {0};
  self->view = self->coming_view;
  heatmap = get_heatmap (self);
  self->is_matrix = g_strv_equal ((const char *const *)heatmap->row_labels, (const char *const *)heatmap->column_labels);
  sema_heatmap_layout_find (heatmap, &self->view, &self->layout);
  g_set_object (&self->texture, texture);
  self->spot = (SemaHeatmapSpot) {-1, -1};
  say_spot (self);
}

static void
drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaHeatView          *self = SEMA_HEAT_VIEW (source);
  g_autoptr (GError)     error = NULL;
  g_autoptr (GdkTexture) texture = sema_picture_job_draw_finish (result, &error);

  if (texture != NULL && !g_cancellable_is_cancelled (self->drawing))
    take_drawing (self, texture);
}

static void
stop_drawing (SemaHeatView *self)
{
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  sema_shown_clear (&self->coming);
}

static void
fill_options (SemaHeatView *self, SemaExportOptions *options)
{
  sema_export_options_init (options);
  options->width = gtk_widget_get_width (GTK_WIDGET (self));
  options->height = gtk_widget_get_height (GTK_WIDGET (self));
  options->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  options->theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SEMA_THEME_DARK : SEMA_THEME_LIGHT;
  options->text_scale = self->text_scale;
  self->coming_view = (SemaHeatmapView) {options->width, options->height, options->text_scale, options->title, options->legend, options->caption};
}

/* In a thread; what was drawn before is shown until then, stretched. */
static void
draw (SemaHeatView *self)
{
  SemaExportOptions options;

  stop_drawing (self);
  if (gtk_widget_get_width (GTK_WIDGET (self)) < 1 || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !sema_shown_init (&self->coming, self->session))
    return;
  if (self->coming.picture == NULL || sema_place_picture_get_heatmap (self->coming.picture) == NULL)
    {
      sema_shown_clear (&self->coming);
      return;
    }
  fill_options (self, &options);
  self->drawing = g_cancellable_new ();
  sema_picture_job_draw_async (&self->coming, &options, self, self->drawing, drawn, NULL);
}

static void
sema_heat_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sema_heat_view_parent_class)->map (widget);
  draw (SEMA_HEAT_VIEW (widget));
}

static void
sema_heat_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SemaHeatView *self = SEMA_HEAT_VIEW (widget);

  if (width != (int)self->view.width || height != (int)self->view.height)
    draw (self);
}

static void
sema_heat_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 120;
  *minimum_baseline = *natural_baseline = -1;
}

/* On the screen, of which the drawing may be a stretched one. */
static void
outline (SemaHeatView *self, GtkSnapshot *snapshot, SemaHeatmapSpot spot, const GdkRGBA *colour)
{
  float           widths[] = {LINE_WIDTH, LINE_WIDTH, LINE_WIDTH, LINE_WIDTH};
  GdkRGBA         colours[] = {*colour, *colour, *colour, *colour};
  SemaFrame       frame;
  graphene_rect_t bounds;
  GskRoundedRect  rectangle;

  sema_heatmap_find_frame (get_heatmap (self), &self->layout, spot, &frame);
  if (frame.width <= 0)
    return;
  bounds = GRAPHENE_RECT_INIT ((float)frame.x - 1, (float)frame.y - 1, (float)frame.width + 2, (float)frame.height + 2);
  gsk_rounded_rect_init_from_rect (&rectangle, &bounds, 2);
  gtk_snapshot_append_border (snapshot, &rectangle, widths, colours);
}

static void
outline_selected (SemaHeatView *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  const char *const *words = sema_session_get_selected (self->session);

  for (; *words != NULL; words++)
    {
      gssize row = sema_place_picture_find_word (self->drawn.picture, *words);

      if (row < 0)
        continue;
      outline (self, snapshot, (SemaHeatmapSpot) {row, -1}, colour);
      if (self->is_matrix)
        outline (self, snapshot, (SemaHeatmapSpot) {-1, row}, colour);
    }
}

static void
sema_heat_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SemaHeatView *self = SEMA_HEAT_VIEW (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);
  GdkRGBA       accent, text;

  if (self->texture == NULL || self->session == NULL)
    return;
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  if (width != (int)self->view.width || height != (int)self->view.height)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &accent))
    accent = text;
  outline_selected (self, snapshot, &accent);
  outline (self, snapshot, self->spot, &text);
}

static gboolean
sema_heat_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = describe_spot (SEMA_HEAT_VIEW (widget));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
pointer_moved (SemaHeatView *self, double x, double y)
{
  const SemaHeatmap *heatmap = get_heatmap (self);

  if (heatmap == NULL)
    return;
  go_to (self, sema_heatmap_pick (heatmap, &self->layout, x, y));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
pointer_left (SemaHeatView *self)
{
  go_to (self, (SemaHeatmapSpot) {-1, -1});
}

/* The words of a cell: that of its row, where it is one, and where the columns are words too, that of its column. */
static void
activate_spot (SemaHeatView *self)
{
  const SemaHeatmap *heatmap = get_heatmap (self);
  SemaPlacePicture  *picture = self->drawn.picture;
  const char        *words[3] = {NULL};
  gsize              n = 0;

  if (heatmap == NULL)
    return;
  if (self->spot.column >= 0 && self->spot.row < 0 && !self->is_matrix)
    g_signal_emit (self, column_activated, 0, (guint)self->spot.column);
  if (self->spot.row >= 0)
    words[n++] = sema_place_picture_get_word (picture, (gsize)self->spot.row);
  if (self->spot.column >= 0 && self->spot.column != self->spot.row && self->is_matrix)
    words[n++] = sema_place_picture_get_word (picture, (gsize)self->spot.column);
  if (words[0] != NULL)
    sema_session_select (self->session, words, words[0]);
}

static void
pressed (SemaHeatView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  pointer_moved (self, x, y);
  activate_spot (self);
}

static gboolean
key_pressed (SemaHeatView *self, guint key, guint code, GdkModifierType state)
{
  const SemaHeatmap *heatmap = get_heatmap (self);
  int                right = (key == GDK_KEY_Right) - (key == GDK_KEY_Left);
  int                down = (key == GDK_KEY_Down) - (key == GDK_KEY_Up);

  if (heatmap == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    activate_spot (self);
  else if (right != 0 || down != 0)
    go_to (self, (SemaHeatmapSpot) {CLAMP (self->spot.row + down, self->spot.column < 0 ? 0 : -1, (gssize)heatmap->n_rows - 1),
                                    CLAMP (self->spot.column + right, self->spot.row < 0 ? 0 : -1, (gssize)heatmap->n_columns - 1)});
  else
    return FALSE;
  return TRUE;
}

static void
sema_heat_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaHeatView *self = SEMA_HEAT_VIEW (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_TEXT_SCALE)
    g_value_set_double (value, self->text_scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_heat_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaHeatView *self = SEMA_HEAT_VIEW (object);

  if (id == PROP_TEXT_SCALE)
    self->text_scale = g_value_get_double (value);
  else if (id != PROP_SESSION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->session, g_value_get_object (value)))
    g_signal_group_set_target (self->session_signals, self->session);
  draw (self);
}

static void
sema_heat_view_dispose (GObject *object)
{
  SemaHeatView *self = SEMA_HEAT_VIEW (object);

  stop_drawing (self);
  sema_shown_clear (&self->drawn);
  g_clear_object (&self->texture);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_heat_view_parent_class)->dispose (object);
}

static void
sema_heat_view_class_init (SemaHeatViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_heat_view_get_property;
  object_class->set_property = sema_heat_view_set_property;
  object_class->dispose = sema_heat_view_dispose;
  widget_class->map = sema_heat_view_map;
  widget_class->size_allocate = sema_heat_view_size_allocate;
  widget_class->measure = sema_heat_view_measure;
  widget_class->snapshot = sema_heat_view_snapshot;
  widget_class->query_tooltip = sema_heat_view_query_tooltip;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  column_activated = g_signal_new ("column-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "heatview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (SemaHeatView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
sema_heat_view_init (SemaHeatView *self)
{
  self->text_scale = 1;
  self->spot = (SemaHeatmapSpot) {-1, -1};
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::picture", G_CALLBACK (draw), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}
