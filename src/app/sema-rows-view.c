/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-rows-view.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-pick.h"
#include "sema-scatter-scene.h"
#include "sema-scene-view.h"

#define REACH 12 /* of the pointer, logical units */

/**
 * SemaRowsView:
 *
 * Rows of an embedding layer as points that can be asked which row they are. It fits what it shows: there is nothing to zoom.
 */
struct _SemaRowsView
{
  AdwBin parent_instance;

  SemaSceneView *view;
  SemaScatter   *scatter; /* or NULL */
  guint64        row;     /* that is looked at, or SEMA_ROWS_VIEW_NO_ROW */
  double         text_scale;
  gboolean       with_legend;
};

enum {
  PROP_TEXT_SCALE = 1,
  PROP_WITH_LEGEND,
  PROP_NAME_OF_MAP,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       row_chosen_signal;
static guint       resized_signal;

G_DEFINE_FINAL_TYPE (SemaRowsView, sema_rows_view, ADW_TYPE_BIN)

static guint8 *
mark_row (SemaRowsView *self)
{
  guint8 *marks = g_new0 (guint8, self->scatter->points->len + 1);

  for (gsize i = 0; i < self->scatter->points->len; i++)
    marks[i] = sema_scatter_get_point (self->scatter, i)->row == self->row;
  return marks;
}

static SemaScene *
compose (double width, double height, const SemaMeasure *measure, gpointer data)
{
  SemaRowsView      *self = data;
  g_autofree guint8 *marks = NULL;
  SemaScatterView    view;

  if (self->scatter == NULL || sema_scatter_is_empty (self->scatter))
    return NULL;
  marks = mark_row (self);
  sema_scatter_view_init (&view, width, height);
  view.text_scale = self->text_scale;
  view.legend = self->with_legend;
  view.selected = marks;
  return sema_scatter_compose (self->scatter, &view, measure);
}

/* The point under the pointer, or NULL. */
static const SemaScatterPoint *
find_point (SemaRowsView *self, double x, double y)
{
  const SemaScene *scene = sema_scene_view_get_scene (self->view);
  gssize           at = scene != NULL ? sema_pick_at (scene, x, y, REACH) : -1;

  return at >= 0 && self->scatter != NULL ? sema_scatter_get_point (self->scatter, (gsize)at) : NULL;
}

static gboolean
tell_point (SemaRowsView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const SemaScatterPoint *point = keyboard ? NULL : find_point (self, x, y);
  g_autofree char        *id = NULL;
  g_autofree char        *text = NULL;

  if (point == NULL)
    return FALSE;
  id = g_strdup_printf ("%" PRIu64, point->row);
  text = g_str_equal (id, point->label) ? g_strdup_printf (_("Token id %s"), id) : g_strdup_printf (_("“%s”, token id %s"), point->label, id);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
pressed (SemaRowsView *self, int n, double x, double y)
{
  const SemaScatterPoint *point = find_point (self, x, y);

  if (point != NULL)
    g_signal_emit (self, row_chosen_signal, 0, point->row);
}

static void
resized (SemaRowsView *self)
{
  g_signal_emit (self, resized_signal, 0);
}

/* For a screen that is not seen: what the caption says first. */
static void
describe (SemaRowsView *self)
{
  g_autofree char *remarks = self->scatter != NULL && self->scatter->remarks != NULL ? g_strjoinv (" · ", self->scatter->remarks) : g_strdup ("");
  g_autofree char *text = self->scatter != NULL ? g_strjoin (*remarks != 0 ? " · " : "", self->scatter->source, remarks, NULL) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
sema_rows_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaRowsView *self = SEMA_ROWS_VIEW (object);

  switch (id)
    {
    case PROP_TEXT_SCALE:
      self->text_scale = g_value_get_double (value);
      break;
    case PROP_WITH_LEGEND:
      self->with_legend = g_value_get_boolean (value);
      break;
    case PROP_NAME_OF_MAP:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  sema_scene_view_update (self->view);
}

static void
sema_rows_view_dispose (GObject *object)
{
  SemaRowsView *self = SEMA_ROWS_VIEW (object);

  if (self->view != NULL)
    sema_scene_view_follow (self->view, NULL, NULL);
  self->view = NULL;
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  G_OBJECT_CLASS (sema_rows_view_parent_class)->dispose (object);
}

static void
sema_rows_view_class_init (SemaRowsViewClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->set_property = sema_rows_view_set_property;
  G_OBJECT_CLASS (klass)->dispose = sema_rows_view_dispose;
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, flags);
  properties[PROP_WITH_LEGEND] = g_param_spec_boolean ("with-legend", NULL, NULL, TRUE, flags);
  properties[PROP_NAME_OF_MAP] = g_param_spec_string ("name-of-map", NULL, NULL, NULL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  row_chosen_signal = g_signal_new ("row-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  resized_signal = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sema_rows_view_init (SemaRowsView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->text_scale = 1;
  self->with_legend = TRUE;
  self->row = SEMA_ROWS_VIEW_NO_ROW;
  self->view = g_object_new (SEMA_TYPE_SCENE_VIEW, "has-tooltip", TRUE, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
  sema_scene_view_follow (self->view, compose, self);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (tell_point), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "resized", G_CALLBACK (resized), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

/**
 * sema_rows_view_show:
 * @self: a view
 * @scatter: (nullable): what is seen
 */
void
sema_rows_view_show (SemaRowsView *self, SemaScatter *scatter)
{
  if (scatter != NULL)
    sema_scatter_ref (scatter);
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  self->scatter = scatter;
  describe (self);
  sema_scene_view_update (self->view);
}

/**
 * sema_rows_view_get_scatter:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is seen
 */
SemaScatter *
sema_rows_view_get_scatter (SemaRowsView *self)
{
  return self->scatter;
}

/**
 * sema_rows_view_look_at:
 * @self: a view
 * @row: of the layer, or %SEMA_ROWS_VIEW_NO_ROW
 *
 * Marks a row, where it is drawn.
 */
void
sema_rows_view_look_at (SemaRowsView *self, guint64 row)
{
  self->row = row;
  sema_scene_view_update (self->view);
}
