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
  SemaPlaceView parent_instance;

  gboolean is_filling; /* what changes comes from the session */

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

G_DEFINE_FINAL_TYPE (SemaComparePlace, sema_compare_place, SEMA_TYPE_PLACE_VIEW)

static SemaSession *
get_session (SemaComparePlace *self)
{
  return sema_place_view_get_session (SEMA_PLACE_VIEW (self));
}

static void
metric_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (get_session (self) == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (get_session (self));
  looks.metric = (SemaMetric)gtk_drop_down_get_selected (self->metric_list);
  sema_session_set_looks (get_session (self), &looks);
}

static void
order_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (get_session (self) == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (get_session (self));
  looks.order = gtk_check_button_get_active (self->tree_button) ? SEMA_MATRIX_BY_TREE : SEMA_MATRIX_AS_CHOSEN;
  sema_session_set_looks (get_session (self), &looks);
}

/* Called for the button that is let go, too. */
static void
mode_chosen (SemaComparePlace *self, GtkToggleButton *button)
{
  SemaLooks looks;

  if (get_session (self) == NULL || self->is_filling || !gtk_toggle_button_get_active (button))
    return;
  looks = *sema_session_get_looks (get_session (self));
  looks.compare_as = button == self->pairs_button ? SEMA_COMPARE_PAIRS : button == self->vectors_button ? SEMA_COMPARE_VECTORS
                                                                                                        : SEMA_COMPARE_MATRIX;
  sema_session_set_looks (get_session (self), &looks);
}

static void
sort_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (get_session (self) == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (get_session (self));
  looks.pairs_by = (SemaPairColumn)gtk_drop_down_get_selected (self->sort_list);
  looks.pairs_rising = gtk_toggle_button_get_active (self->rising_button);
  sema_session_set_looks (get_session (self), &looks);
}

static void
dimensions_chosen (SemaComparePlace *self)
{
  SemaLooks looks;

  if (get_session (self) == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (get_session (self));
  looks.by_difference = gtk_check_button_get_active (self->difference_button);
  sema_session_set_looks (get_session (self), &looks);
}

static void
show_mode (SemaComparePlace *self, SemaCompareAs mode)
{
  GtkToggleButton *buttons[] = {self->matrix_button, self->pairs_button, self->vectors_button};

  gtk_toggle_button_set_active (buttons[mode], TRUE);
  gtk_stack_set_visible_child_name (self->controls, modes[mode]);
}

static void
sema_compare_place_show_looks (SemaPlaceView *view)
{
  SemaComparePlace *self = SEMA_COMPARE_PLACE (view);
  const SemaLooks  *looks = sema_session_get_looks (get_session (self));

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
sema_compare_place_show_picture (SemaPlaceView *view)
{
  SemaComparePlace *self = SEMA_COMPARE_PLACE (view);
  const char       *problem = sema_session_get_picture_problem (get_session (self));
  g_autofree char  *description = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;
  SemaPlacePicture *picture = sema_session_get_picture (get_session (self));

  if (sema_session_get_looks (get_session (self))->place != SEMA_PLACE_COMPARE)
    return;
  if (problem != NULL)
    adw_status_page_set_description (self->problem_page, description);
  if (problem != NULL)
    gtk_stack_set_visible_child_name (self->stack, "problem");
  else if (picture != NULL)
    gtk_stack_set_visible_child_name (self->stack, sema_place_picture_get_pairs (picture) != NULL ? "pairs" : "picture");
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
  SemaPlaceViewClass *view_class = SEMA_PLACE_VIEW_CLASS (klass);
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);

  view_class->show_looks = sema_compare_place_show_looks;
  view_class->show_picture = sema_compare_place_show_picture;
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
}
