/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-finding-bar.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-count.h"
#include "sema-diagnosis-text.h"

#define ANY_FINDING (SEMA_FINDING_BIT (SEMA_N_FINDINGS) - 1)
#define ANY_ROW 0 /* as for sema_diagnosis_sort() */
#define SPACING 6

/**
 * SemaFindingBar:
 *
 * A button for each thing that was found, with the number of its rows: one of them chooses which rows are listed.
 */
struct _SemaFindingBar
{
  AdwBin parent_instance;

  GtkFlowBox      *box;
  GtkToggleButton *first; /* of the buttons, or NULL */
  guint            filter;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SemaFindingBar, sema_finding_bar, ADW_TYPE_BIN)

typedef struct
{
  SemaFindingBar *self;
  guint           filter;
} Choice;

static void
toggled (GtkToggleButton *button, Choice *choice)
{
  if (!gtk_toggle_button_get_active (button) || choice->filter == choice->self->filter)
    return;
  choice->self->filter = choice->filter;
  g_signal_emit (choice->self, changed_signal, 0);
}

static void
choice_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_button (SemaFindingBar *self, const char *title, guint32 n, guint filter)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", title, SEMA_COUNT (n));
  g_autofree char *name = g_strdup_printf ("%s: %" PRIu32, title, n);
  GtkWidget       *button = gtk_toggle_button_new_with_label (text);
  GtkWidget       *child = gtk_flow_box_child_new ();
  Choice          *choice = g_new (Choice, 1);

  *choice = (Choice) {self, filter};
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->first);
  if (self->first == NULL)
    self->first = GTK_TOGGLE_BUTTON (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), filter == self->filter);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "toggled", G_CALLBACK (toggled), choice, choice_free, 0);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->box, child);
}

static void
clear (SemaFindingBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  self->first = NULL;
}

static void
sema_finding_bar_class_init (SemaFindingBarClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sema_finding_bar_init (SemaFindingBar *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, SEMA_N_FINDINGS + 2);
  gtk_flow_box_set_column_spacing (self->box, SPACING);
  gtk_flow_box_set_row_spacing (self->box, SPACING);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "findings");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * sema_finding_bar_show:
 * @self: a bar
 * @summary: of a diagnosis
 *
 * Shows what was found; the rows with any finding are chosen, or all where there are none.
 */
void
sema_finding_bar_show (SemaFindingBar *self, const SemaDiagnosisSummary *summary)
{
  clear (self);
  self->filter = summary->n_found > 0 ? ANY_FINDING : ANY_ROW;
  if (summary->n_found > 0)
    add_button (self, _ ("All findings"), summary->n_found, ANY_FINDING);
  for (guint finding = 0; finding < SEMA_N_FINDINGS; finding++)
    if (summary->counts[finding] > 0)
      add_button (self, sema_diagnosis_text_get_finding_title ((SemaFinding)finding), summary->counts[finding], SEMA_FINDING_BIT (finding));
  add_button (self, _ ("All rows"), summary->n_rows, ANY_ROW);
}

/**
 * sema_finding_bar_get_filter:
 * @self: a bar
 *
 * Returns: bits of the findings that are chosen, 0 for all rows
 */
guint
sema_finding_bar_get_filter (SemaFindingBar *self)
{
  return self->filter;
}
