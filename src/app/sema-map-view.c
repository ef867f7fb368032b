/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-map-view-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define PRESENTER_SCALE 1.6 /* texts and points in the presenter's view, read from the last row */

enum {
  PROP_SESSION = 1,
  PROP_PRESENTER,
  PROP_SELECTING,
  PROP_SHOW_TRUST,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaMapView, sema_map_view, GTK_TYPE_WIDGET)

static const SemaTheme *
get_theme (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return sema_theme_get (dark ? SEMA_THEME_DARK : SEMA_THEME_LIGHT);
}

static gssize
get_focused_point (SemaMapView *self)
{
  const char *focus = self->session != NULL ? sema_session_get_focus (self->session) : NULL;
  gssize      index = focus != NULL && self->projection != NULL ? sema_projection_find_word (self->projection, focus) : -1;

  return index < 0 ? -1 : sema_projection_get_word (self->projection, (gsize)index)->point;
}

/* What is asked about lies over the map that it was placed on, and no other. */
static const SemaTarget *
get_target (SemaMapView *self)
{
  const SemaTarget *target = self->session != NULL ? sema_session_get_target (self->session) : NULL;

  return target != NULL && target->projection != NULL && target->projection == self->projection ? target : NULL;
}

/* How the scatter is looked at from here; the hovered point is drawn over it, not in it. */
void
sema_map_view_fill_view (SemaMapView *self, SemaScatterView *view)
{
  const SemaTarget *target = get_target (self);

  sema_scatter_view_init (view, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  view->text_scale = self->text_scale * (self->presenter ? PRESENTER_SCALE : 1);
  view->camera = self->camera;
  view->selected = self->selected;
  view->show_trust = self->show_trust;
  view->focus = get_focused_point (self);
  view->target = target != NULL ? &target->over : NULL;
}

/* The frame of the plot and the camera that is really used, also where it "fits everything". */
void
sema_map_view_get_place (SemaMapView *self, SemaFrame *frame, SemaCamera *camera)
{
  SemaScatterView view;

  sema_map_view_fill_view (self, &view);
  sema_scatter_view_get_frame (self->scatter, &view, frame);
  sema_scatter_view_get_camera (self->scatter, &view, camera);
}

void
sema_map_view_redraw (SemaMapView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, sema_scene_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const SemaScene *
sema_map_view_get_scene (SemaMapView *self)
{
  SemaScatterView view;
  SemaMeasure     measure;
  SemaFrame       frame;
  SemaCamera      camera;

  if (self->scene != NULL || self->scatter == NULL)
    return self->scene;
  sema_map_view_get_place (self, &frame, &camera);
  sema_session_set_frame (self->session, &frame);
  sema_map_view_fill_view (self, &view);
  measure = sema_renderer_get_measure (self->renderer);
  self->scene = sema_scatter_compose (self->scatter, &view, &measure);
  return self->scene;
}

/* Draws the scene into an image of its own, which the node keeps: a hovered frame then repaints only what changes. */
static GskRenderNode *
draw_scene (SemaMapView *self, const SemaScene *scene)
{
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t  bounds = GRAPHENE_RECT_INIT (0, 0, (float)scene->width, (float)scene->height);
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)scene->width * scale, (int)scene->height * scale);
  cairo_t         *cr;

  cairo_surface_set_device_scale (image, scale, scale);
  cr = cairo_create (image);
  sema_renderer_draw (self->renderer, scene, get_theme (), cr);
  cairo_destroy (cr);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return gtk_snapshot_free_to_node (snapshot);
}

/* What lies over the map is drawn as exactly as on paper: what GTK records here it may play at any scale. */
static void
snapshot_over (SemaMapView *self, GtkSnapshot *snapshot, const SemaScene *scene)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)scene->width, (float)scene->height);
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  sema_renderer_set_rims (self->renderer, SEMA_RIMS_EXACT);
  sema_renderer_draw (self->renderer, scene, get_theme (), cr);
  sema_renderer_set_rims (self->renderer, SEMA_RIMS_QUICK);
  cairo_destroy (cr);
}

static void
snapshot_hover (SemaMapView *self, GtkSnapshot *snapshot)
{
  SemaMeasure           measure = sema_renderer_get_measure (self->renderer);
  SemaScatterView       view;
  g_autoptr (SemaScene) scene = NULL;

  if (self->hovered < 0)
    return;
  sema_map_view_fill_view (self, &view);
  view.hovered = self->hovered;
  scene = sema_scatter_compose_hover (self->scatter, &view, &measure, sema_map_view_get_scene (self));
  snapshot_over (self, snapshot, scene);
}

/* The word of the cloud under the pointer, and the one that is looked at. */
static void
snapshot_cloud_word (SemaMapView *self, GtkSnapshot *snapshot, gint64 row, gboolean selected)
{
  SemaMeasure           measure = sema_renderer_get_measure (self->renderer);
  SemaScatterView       view;
  g_autoptr (SemaScene) scene = NULL;

  if (row < 0 || self->scatter->cloud == NULL)
    return;
  sema_map_view_fill_view (self, &view);
  scene = sema_scatter_compose_word_hover (self->scatter, &view, &measure, sema_map_view_get_scene (self), row, selected);
  snapshot_over (self, snapshot, scene);
}

static void
snapshot_band (SemaMapView *self, GtkSnapshot *snapshot)
{
  SemaColour      line = sema_theme_get_line_colour (get_theme (), SEMA_LINE_SELECTION);
  GdkRGBA         rim = {(float)line.red, (float)line.green, (float)line.blue, (float)line.alpha};
  GdkRGBA         fill = {rim.red, rim.green, rim.blue, rim.alpha * 0.12f};
  GskRoundedRect  outline;
  graphene_rect_t band = self->band;

  if (!self->band_shown)
    return;
  graphene_rect_normalize (&band);
  gtk_snapshot_append_color (snapshot, &fill, &band);
  gsk_rounded_rect_init_from_rect (&outline, &band, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) {1, 1, 1, 1}, (GdkRGBA[4]) {rim, rim, rim, rim});
}

static void
sema_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SemaMapView    *self = SEMA_MAP_VIEW (widget);
  SemaColour      paper = sema_theme_get_background (get_theme ());
  GdkRGBA         colour = {(float)paper.red, (float)paper.green, (float)paper.blue, 1};
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  if (self->scatter == NULL || bounds.size.width < 2 || bounds.size.height < 2)
    return;
  gtk_snapshot_push_clip (snapshot, &bounds);
  sema_map_view_snapshot_cloud (self, snapshot, get_theme ());
  if (self->node == NULL)
    self->node = draw_scene (self, sema_map_view_get_scene (self));
  gtk_snapshot_append_node (snapshot, self->node);
  snapshot_cloud_word (self, snapshot, sema_map_view_get_focused_row (self), TRUE);
  snapshot_cloud_word (self, snapshot, self->hovered_row, FALSE);
  snapshot_hover (self, snapshot);
  snapshot_band (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
sema_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  sema_map_view_redraw (SEMA_MAP_VIEW (widget));
}

void
sema_map_view_hover (SemaMapView *self, gssize point)
{
  if (self->hovered == point)
    return;
  self->hovered = point;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The word of a point of the projection, or NULL. */
const char *
sema_map_view_get_word (SemaMapView *self, gssize point)
{
  gssize index = self->projection == NULL || point < 0 ? -1 : sema_projection_find_point (self->projection, (gsize)point);

  return index < 0 ? NULL : sema_projection_get_word (self->projection, (gsize)index)->word;
}

/* Selects points instead of, or besides, those that are selected. */
void
sema_map_view_select_points (SemaMapView *self, const guint8 *chosen, gboolean add, gssize focus)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char      *focused = g_strdup (sema_map_view_get_word (self, focus));

  for (gsize i = 0; self->projection != NULL && i < sema_projection_get_n_words (self->projection); i++)
    {
      const SemaProjectionWord *word = sema_projection_get_word (self->projection, i);

      if (word->point >= 0 && (chosen[word->point] || (add && self->selected[word->point])))
        g_ptr_array_add (words, word->word);
    }
  if (focused == NULL && words->len > 0)
    focused = g_strdup (g_ptr_array_index (words, words->len - 1));
  g_ptr_array_add (words, NULL);
  sema_session_select (self->session, (const char *const *)words->pdata, focused);
}

static void
update_selected (SemaMapView *self)
{
  gsize n = self->projection == NULL ? 0 : sema_projection_get_n_words (self->projection);

  g_free (self->selected);
  self->selected = g_new0 (guint8, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      const SemaProjectionWord *word = sema_projection_get_word (self->projection, i);

      if (word->point >= 0)
        self->selected[word->point] = sema_session_is_selected (self->session, word->word);
    }
  sema_map_view_redraw (self);
}

static char *
describe_scatter (const SemaScatter *scatter)
{
  guint   n = scatter == NULL ? 0 : scatter->points->len;
  guint64 n_all = scatter != NULL && scatter->cloud != NULL ? scatter->cloud->n : 0;

  if (n_all > 0)
    return g_strdup_printf (ngettext ("Map of all %" PRIu64 " word", "Map of all %" PRIu64 " words", n_all), n_all);
  return g_strdup_printf (ngettext ("Map of %u word", "Map of %u words", n), n);
}

static void
describe (SemaMapView *self)
{
  g_autofree char *label = describe_scatter (self->projection == NULL ? NULL : sema_projection_get_scatter (self->projection));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
target_changed (SemaMapView *self)
{
  const SemaTarget *target = get_target (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, target != NULL && target->over.label != NULL ? target->over.label : "", -1);
  sema_map_view_redraw (self);
}

/* Other vectors have other units, and other words other axes, so the camera must find its place anew. */
static gboolean
is_same_space (SemaMapView *self, SemaProjection *projection)
{
  return self->projection != NULL && projection != NULL &&
         sema_projection_get_set (self->projection) == sema_projection_get_set (projection) &&
         sema_projection_get_scatter (self->projection)->cloud == sema_projection_get_scatter (projection)->cloud &&
         sema_question_axes_equal (sema_projection_get_scatter (self->projection)->questions, sema_projection_get_scatter (projection)->questions) &&
         g_strcmp0 (sema_projection_get_scatter (self->projection)->source, sema_projection_get_scatter (projection)->source) == 0;
}

static void
take_projection (SemaMapView *self)
{
  SemaProjection *projection = sema_session_get_projection (self->session);
  gboolean        first = self->projection == NULL;
  gboolean        same_space = is_same_space (self, projection);

  sema_map_view_stop_moving (self);
  self->hovered = -1;
  self->hovered_row = -1;
  if (projection != NULL)
    sema_projection_ref (projection);
  g_clear_pointer (&self->projection, sema_projection_unref);
  self->projection = projection;
  if (sema_session_take_told_camera (self->session) || first)
    sema_session_get_camera (self->session, &self->camera);
  else if (!same_space)
    sema_map_view_set_camera (self, &(SemaCamera) {0, 0, 0});
  update_selected (self);
  if (projection == NULL)
    g_clear_pointer (&self->scatter, sema_scatter_unref);
  else
    sema_map_view_glide_to (self, sema_projection_get_scatter (projection));
  describe (self);
  target_changed (self);
}

static void
sema_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaMapView *self = SEMA_MAP_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PRESENTER:
      g_value_set_boolean (value, self->presenter);
      break;
    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;
    case PROP_SHOW_TRUST:
      g_value_set_boolean (value, self->show_trust);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_session (SemaMapView *self, SemaSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    take_projection (self);
}

static void
sema_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaMapView *self = SEMA_MAP_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_PRESENTER:
      self->presenter = g_value_get_boolean (value);
      sema_map_view_redraw (self);
      break;
    case PROP_SELECTING:
      self->selecting = g_value_get_boolean (value);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->selecting ? "crosshair" : NULL);
      break;
    case PROP_SHOW_TRUST:
      self->show_trust = g_value_get_boolean (value);
      sema_map_view_redraw (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sema_map_view_dispose (GObject *object)
{
  SemaMapView *self = SEMA_MAP_VIEW (object);

  sema_map_view_stop_moving (self);
  sema_map_view_drop_cloud (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->projection, sema_projection_unref);
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  g_clear_pointer (&self->glide_from, sema_scatter_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, sema_scene_free);
  g_clear_pointer (&self->renderer, sema_renderer_free);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (sema_map_view_parent_class)->dispose (object);
}

static void
sema_map_view_class_init (SemaMapViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sema_map_view_get_property;
  object_class->set_property = sema_map_view_set_property;
  object_class->dispose = sema_map_view_dispose;
  widget_class->snapshot = sema_map_view_snapshot;
  widget_class->size_allocate = sema_map_view_size_allocate;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, flags);
  properties[PROP_PRESENTER] = g_param_spec_boolean ("presenter", NULL, NULL, FALSE, flags);
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_TRUST] = g_param_spec_boolean ("show-trust", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
change_colours (SemaMapView *self)
{
  sema_map_view_drop_cloud (self);
  sema_map_view_redraw (self);
}

/* A word found by its name is flown to; one that was clicked is where it is. */
static void
focus_changed (SemaMapView *self)
{
  const char *focus = sema_session_get_focus (self->session);

  if (self->show_trust)
    sema_map_view_redraw (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (focus != NULL && self->scatter != NULL && self->scatter->cloud != NULL && !self->clicking)
    sema_map_view_visit (self, focus);
}

static void
sema_map_view_init (SemaMapView *self)
{
  self->text_scale = 1;
  self->hovered = -1;
  self->hovered_row = -1;
  self->renderer = sema_renderer_new ();
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::projection", G_CALLBACK (take_projection), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::target", G_CALLBACK (target_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::focus", G_CALLBACK (focus_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected", G_CALLBACK (update_selected), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (change_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (sema_map_view_redraw), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  sema_map_view_add_controllers (self);
  describe (self);
}

/**
 * sema_map_view_set_text_scale:
 * @self: a map view
 * @text_scale: size of labels and points, 1 is normal
 */
void
sema_map_view_set_text_scale (SemaMapView *self, double text_scale)
{
  g_return_if_fail (SEMA_IS_MAP_VIEW (self) && text_scale > 0);

  self->text_scale = text_scale;
  sema_map_view_redraw (self);
}

/**
 * sema_map_view_set_selecting:
 * @self: a map view
 * @selecting: whether dragging selects a rectangle; else it pans, and selects with Shift
 */
void
sema_map_view_set_selecting (SemaMapView *self, gboolean selecting)
{
  g_return_if_fail (SEMA_IS_MAP_VIEW (self));

  g_object_set (self, "selecting", selecting, NULL);
}
