/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-compare-place.h"

#include "sema-heat-view.h"
#include "sema-odd-button.h"
#include "sema-pairs-view.h"

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

  GtkToggleButton *matrix_button;
  GtkToggleButton *pairs_button;
  GtkToggleButton *vectors_button;
  SemaOddButton   *odd_button;
  GtkStack        *controls;
  GtkDropDown     *metric_list;
  GtkCheckButton  *tree_button;
  GtkDropDown     *sort_list;
  GtkToggleButton *rising_button;
  GtkCheckButton  *difference_button;
  GtkStack        *stack;
  AdwStatusPage   *problem_page;
  SemaHeatView    *heat_view;
  SemaPairsView   *pairs_view;
};

static const char *const modes[SEMA_N_COMPARE_AS] = {
  [SEMA_COMPARE_MATRIX] = "matrix",
  [SEMA_COMPARE_PAIRS] = "pairs",
  [SEMA_COMPARE_VECTORS] = "vectors",
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

/* Called for the button that is let go, too. */
static void
mode_chosen (SemaComparePlace *self, GtkToggleButton *button)
{
  SemaLooks looks;

  if (self->session == NULL || self->is_filling || !gtk_toggle_button_get_active (button))
    return;
  looks = *sema_session_get_looks (self->session);
  looks.compare_as = button == self->pairs_button ? SEMA_COMPARE_PAIRS : button == self->vectors_button ? SEMA_COMPARE_VECTORS
                                                                                                        : SEMA_COMPARE_MATRIX;
  sema_session_set_looks (self->session, &looks);
}

static void
sort_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (self->session == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (self->session);
  looks.pairs_by = (SemaPairColumn)gtk_drop_down_get_selected (self->sort_list);
  looks.pairs_rising = gtk_toggle_button_get_active (self->rising_button);
  sema_session_set_looks (self->session, &looks);
}

static void
dimensions_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (self->session == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (self->session);
  looks.by_difference = gtk_check_button_get_active (self->difference_button);
  sema_session_set_looks (self->session, &looks);
}

static void
show_mode (SemaComparePlace *self, SemaCompareAs mode)
{
  GtkToggleButton *buttons[] = {self->matrix_button, self->pairs_button, self->vectors_button};

  gtk_toggle_button_set_active (buttons[mode], TRUE);
  gtk_stack_set_visible_child_name (self->controls, modes[mode]);
}

static void
show_looks (SemaComparePlace *self)
{
  const SemaLooks *looks = sema_session_get_looks (self->session);

  self->is_filling = TRUE;
  show_mode (self, looks->compare_as);
  gtk_drop_down_set_selected (self->sort_list, looks->pairs_by);
  gtk_toggle_button_set_active (self->rising_button, looks->pairs_rising);
  gtk_check_button_set_active (self->difference_button, looks->by_difference);
  gtk_drop_down_set_selected (self->metric_list, looks->metric);
  gtk_check_button_set_active (self->tree_button, looks->order == SEMA_MATRIX_BY_TREE);
  self->is_filling = FALSE;
}

/* What was there before stays until the new picture is whole. */
static void
show_picture (SemaComparePlace *self)
{
  const char       *problem = sema_session_get_picture_problem (self->session);
  g_autofree char  *description = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;
  SemaPlacePicture *picture = sema_session_get_picture (self->session);

  if (sema_session_get_looks (self->session)->place != SEMA_PLACE_COMPARE)
    return;
  if (problem != NULL)
    adw_status_page_set_description (self->problem_page, description);
  if (problem != NULL)
    gtk_stack_set_visible_child_name (self->stack, "problem");
  else if (picture != NULL)
    gtk_stack_set_visible_child_name (self->stack, sema_place_picture_get_pairs (picture) != NULL ? "pairs" : "picture");
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
  g_object_set (self->pairs_view, "session", session, NULL);
  g_object_set (self->odd_button, "session", session, NULL);
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
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sema_pairs_view_copy (SEMA_COMPARE_PLACE (widget)->pairs_view, g_str_equal (action, "compare.copy-csv"));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, matrix_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, pairs_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, vectors_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, odd_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, controls);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, metric_list);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, tree_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, sort_list);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, rising_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, difference_button);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, heat_view);
  gtk_widget_class_bind_template_child (widget_class, SemaComparePlace, pairs_view);
  gtk_widget_class_bind_template_callback (widget_class, mode_chosen);
  gtk_widget_class_bind_template_callback (widget_class, metric_chosen);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen);
  gtk_widget_class_bind_template_callback (widget_class, dimensions_chosen);
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
  g_type_ensure (SEMA_TYPE_ODD_BUTTON);
  g_type_ensure (SEMA_TYPE_PAIRS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-compare-place.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "compare.copy-text", NULL, copy);
  gtk_widget_class_install_action (widget_class, "compare.copy-csv", NULL, copy);
}

static void
sema_compare_place_init (SemaComparePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::looks", G_CALLBACK (show_looks), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::picture", G_CALLBACK (show_picture), self);
}
