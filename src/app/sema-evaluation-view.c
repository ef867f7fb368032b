/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-view.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "sema-evaluation-text.h"
#include "sema-number.h"
#include "sema-section-list.h"
#include "sema-section-row.h"

#define DECIMALS 6 /* as the command line prints them */

/**
 * SemaEvaluationView:
 *
 * What came of a file of tests: the sections with their bars and the total, or both correlations.
 */
struct _SemaEvaluationView
{
  AdwBin parent_instance;

  SemaSectionList    *sections; /* of the analogies shown, or NULL */
  SemaPairEvaluation *pairs;    /* shown, or NULL */

  GtkStack       *stack;
  GtkListView    *list;
  SemaSectionRow *total_row;
  GtkWidget      *pearson_row;
  GtkLabel       *pearson;
  GtkWidget      *spearman_row;
  GtkLabel       *spearman;
  GtkWidget      *used_row;
  GtkLabel       *used;
  GtkWidget      *missing_row;
  GtkLabel       *missing;
};

G_DEFINE_FINAL_TYPE (SemaEvaluationView, sema_evaluation_view, ADW_TYPE_BIN)

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (SEMA_TYPE_SECTION_ROW, NULL));
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  SemaSection                *section = gtk_list_item_get_item (list_item);
  GtkWidget                  *row = gtk_list_item_get_child (list_item);
  const SemaEvaluationCounts *counts = sema_section_get_counts (section);
  g_autofree char            *name = sema_section_dup_name (section);
  g_autofree char            *description = sema_section_row_describe (name, counts);

  sema_section_row_show (SEMA_SECTION_ROW (row), name, counts, sema_section_get_total (section));
  /* The keyboard goes to what GTK puts round the row. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
sema_evaluation_view_dispose (GObject *object)
{
  SemaEvaluationView *self = SEMA_EVALUATION_VIEW (object);

  g_clear_object (&self->sections);
  g_clear_pointer (&self->pairs, sema_pair_evaluation_free);
  G_OBJECT_CLASS (sema_evaluation_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, list);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, total_row);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, pearson_row);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, pearson);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, spearman_row);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, spearman);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, used_row);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, used);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, missing_row);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationView, missing);
}

static void
sema_evaluation_view_class_init (SemaEvaluationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_evaluation_view_dispose;
  g_type_ensure (SEMA_TYPE_SECTION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-evaluation-view.ui");
  bind_children (widget_class);
}

static void
sema_evaluation_view_init (SemaEvaluationView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

static void
show_sections (SemaEvaluationView *self)
{
  g_autoptr (GtkNoSelection)  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->sections)));
  const SemaEvaluationCounts *total = sema_evaluation_get_total (sema_section_list_get_evaluation (self->sections));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  sema_section_row_show (self->total_row, _ ("All sections"), total, total);
  gtk_stack_set_visible_child_name (self->stack, "sections");
}

/* The text beside the row's title, which is said with it, not instead of it; it is consumed. */
static void
fill_row (GtkWidget *row, GtkLabel *label, char *text)
{
  g_autofree char *description = g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), text);

  gtk_label_set_text (label, text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_free (text);
}

static char *
print_correlation (double correlation)
{
  char buffer[SEMA_NUMBER_SIZE];

  return g_strdup (isnan (correlation) ? _ ("not defined") : sema_number_print_fixed (correlation, DECIMALS, buffer));
}

static void
show_pairs (SemaEvaluationView *self)
{
  fill_row (self->pearson_row, self->pearson, print_correlation (self->pairs->pearson));
  fill_row (self->spearman_row, self->spearman, print_correlation (self->pairs->spearman));
  fill_row (self->used_row, self->used, g_strdup_printf ("%" PRIu64, self->pairs->n_pairs));
  fill_row (self->missing_row, self->missing, g_strdup_printf ("%" PRIu64, self->pairs->n_missing));
  gtk_stack_set_visible_child_name (self->stack, "pairs");
}

/**
 * sema_evaluation_view_show:
 * @self: a view
 * @evaluation: what came of a file; it is emptied
 *
 * Shows it in place of what was shown before.
 */
void
sema_evaluation_view_show (SemaEvaluationView *self, SemaSessionEvaluation *evaluation)
{
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->sections);
  g_clear_pointer (&self->pairs, sema_pair_evaluation_free);
  self->pairs = g_steal_pointer (&evaluation->pairs);
  if (evaluation->analogies != NULL)
    self->sections = sema_section_list_new (g_steal_pointer (&evaluation->analogies));
  if (self->sections != NULL)
    show_sections (self);
  else
    show_pairs (self);
}

/**
 * sema_evaluation_view_has_pairs:
 * @self: a view
 *
 * Returns: whether it shows what came of word pairs
 */
gboolean
sema_evaluation_view_has_pairs (SemaEvaluationView *self)
{
  return self->pairs != NULL;
}

/**
 * sema_evaluation_view_print_text:
 * @self: a view that shows something
 *
 * Returns: (transfer full): what it shows, as the command line prints it
 */
char *
sema_evaluation_view_print_text (SemaEvaluationView *self)
{
  GString *text = self->pairs != NULL ? sema_pair_evaluation_print_text (self->pairs)
                                      : sema_evaluation_print_text (sema_section_list_get_evaluation (self->sections));

  return g_string_free (text, FALSE);
}

/**
 * sema_evaluation_view_print_csv:
 * @self: a view that shows something
 *
 * Returns: (transfer full): what it shows as a table (RFC 4180)
 */
char *
sema_evaluation_view_print_csv (SemaEvaluationView *self)
{
  GString *csv = self->pairs != NULL ? sema_pair_evaluation_print_csv (self->pairs)
                                     : sema_evaluation_print_csv (sema_section_list_get_evaluation (self->sections));

  return g_string_free (csv, FALSE);
}
