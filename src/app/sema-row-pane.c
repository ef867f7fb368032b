/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-row-pane.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-histogram-scene.h"
#include "sema-layer-text.h"
#include "sema-scene-view.h"
#include "sema-strip-view.h"

/**
 * SemaRowPane:
 *
 * One row of a weight matrix: its norm and range, its numbers as a strip, and how they are spread.
 */
struct _SemaRowPane
{
  AdwBin parent_instance;

  SemaHistogram histogram;
  double        limit;
  double        text_scale;

  GtkLabel      *title;
  SemaStripView *strip;
  SemaSceneView *spread;
};

enum {
  PROP_TEXT_SCALE = 1,
};

G_DEFINE_FINAL_TYPE (SemaRowPane, sema_row_pane, ADW_TYPE_BIN)

static SemaScene *
compose (double width, double height, const SemaMeasure *measure, gpointer data)
{
  const SemaRowPane *self = data;

  return sema_histogram_scene_compose (&self->histogram, self->limit, width, height, self->text_scale, measure);
}

/* For a screen that is not seen. */
static void
describe_spread (SemaRowPane *self)
{
  const SemaHistogram *histogram = &self->histogram;
  g_autoptr (GString)  counts = g_string_new (NULL);
  g_autofree char     *label = NULL;

  for (guint bin = 0; bin < histogram->n_bins; bin++)
    g_string_append_printf (counts, "%s%" PRIu64, bin > 0 ? ", " : "", histogram->counts[bin]);
  label = g_strdup_printf (_("Histogram: %s"), counts->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spread), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
sema_row_pane_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SemaRowPane *self = SEMA_ROW_PANE (object);

  if (property_id != PROP_TEXT_SCALE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  self->text_scale = g_value_get_double (value);
  sema_scene_view_update (self->spread);
}

static void
sema_row_pane_dispose (GObject *object)
{
  SemaRowPane *self = SEMA_ROW_PANE (object);

  if (self->spread != NULL)
    sema_scene_view_follow (self->spread, NULL, NULL);
  self->spread = NULL;
  G_OBJECT_CLASS (sema_row_pane_parent_class)->dispose (object);
}

static void
sema_row_pane_class_init (SemaRowPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = sema_row_pane_set_property;
  object_class->dispose = sema_row_pane_dispose;
  g_object_class_install_property (object_class, PROP_TEXT_SCALE,
                                   g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (SEMA_TYPE_SCENE_VIEW);
  g_type_ensure (SEMA_TYPE_STRIP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-row-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaRowPane, title);
  gtk_widget_class_bind_template_child (widget_class, SemaRowPane, strip);
  gtk_widget_class_bind_template_child (widget_class, SemaRowPane, spread);
}

static void
sema_row_pane_init (SemaRowPane *self)
{
  self->text_scale = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  sema_scene_view_leave_out_paper (self->spread);
  sema_scene_view_follow (self->spread, compose, self);
}

/**
 * sema_row_pane_show:
 * @self: a pane
 * @content: a layer
 * @row: of its weight
 *
 * Shows a row. O(dim).
 */
void
sema_row_pane_show (SemaRowPane *self, const SemaLayerContent *content, guint64 row)
{
  const SemaMatrix *weight = sema_layer_content_get_weight (content);
  g_autofree float *space = sema_matrix_new_space (weight, 1);
  const SemaFloat  *values = sema_matrix_read_row (weight, row, space);
  g_autofree char  *title = sema_layer_text_describe_row (content, row);

  gtk_label_set_text (self->title, title);
  sema_strip_view_show (self->strip, values, sema_matrix_get_dim (weight));
  sema_histogram_count (&self->histogram, values, sema_matrix_get_dim (weight));
  self->limit = sema_layer_content_get_limit (content);
  sema_scene_view_update (self->spread);
  describe_spread (self);
}
