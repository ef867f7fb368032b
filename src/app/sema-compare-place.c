/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-compare-place.h"

#include "sema-heat-view.h"

/**
 * SemaComparePlace:
 *
 * The chosen words, each beside each other one.
 */
struct _SemaComparePlace
{
  AdwBin parent_instance;

  SemaSession  *session;
  GSignalGroup *session_signals;
  gboolean      is_filling; /* what changes comes from the session */

  GtkDropDown    *metric_list;
  GtkCheckButton *tree_button;
  GtkStack       *stack;
  AdwStatusPage  *problem_page;
  SemaHeatView   *heat_view;
};

enum {
  PROP_SESSION = 1,
  PROP_TEXT_SCALE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaComparePlace, sema_compare_place, ADW_TYPE_BIN)

static void
metric_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (self->session == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (self->session);
  looks.metric = (SemaMetric)gtk_drop_down_get_selected (self->metric_list);
  sema_session_set_looks (self->session, &looks);
}

static void
order_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (self->session == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (self->session);
  looks.order = gtk_check_button_get_active (self->tree_button) ? SEMA_MATRIX_BY_TREE : SEMA_MATRIX_AS_CHOSEN;
  sema_session_set_looks (self->session, &looks);
}

static void
show_looks (SemaComparePlace *self)
{
  const SemaLooks *looks = sema_session_get_looks (self->session);

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->metric_list, looks->metric);
  gtk_check_button_set_active (self->tree_button, looks->order == SEMA_MATRIX_BY_TREE);
  self->is_filling = FALSE;
}

/* What was there before stays until the new picture is whole. */
static void
show_picture (SemaComparePlace *self)
{
  const char *problem = sema_session_get_picture_problem (self->session);

  if (sema_session_get_looks (self->session)->place != SEMA_PLACE_COMPARE)
    return;
  if (problem != NULL)
    adw_status_page_set_description (self->problem_page, problem);
  if (problem != NULL || sema_session_get_picture (self->session) != NULL)
    gtk_stack_set_visible_child_name (self->stack, problem != NULL ? "problem" : "picture");
}

static void
take_session (SemaComparePlace *self, SemaSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  if (session == NULL)
    return;
  g_object_set (self->heat_view, "session", session, NULL);
  show_looks (self);
  show_picture (self);
}

static void
sema_compare_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaComparePlace *self = SEMA_COMPARE_PLACE (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_TEXT_SCALE)
    g_object_get_property (G_OBJECT (self->heat_view), "text-scale", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_compare_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaComparePlace *self = SEMA_COMPARE_PLACE (object);

  if (id == PROP_SESSION)
    take_session (self, g_value_get_object (value));
  else if (id == PROP_TEXT_SCALE)
    g_object_set_property (G_OBJECT (self->heat_view), "text-scale", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_compare_place_dispose (GObject *object)
{
  SemaComparePlace *self = SEMA_COMPARE_PLACE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_compare_place_parent_class)->dispose (object);
}

static void
sema_compare_place_class_init (SemaComparePlaceClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_compare_place_get_property;
  object_class->set_property = sema_compare_place_set_property;
  object_class->dispose = sema_compare_place_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (SEMA_TYPE_HEAT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-compare-place.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, metric_list);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, tree_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, heat_view);
  gtk_widget_class_bind_template_callback (widget_class, metric_chosen);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen);
}

static void
sema_compare_place_init (SemaComparePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::looks", G_CALLBACK (show_looks), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::picture", G_CALLBACK (show_picture), self);
}
