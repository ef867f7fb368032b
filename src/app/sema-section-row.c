/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-section-row.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-percent.h"

/**
 * SemaSectionRow:
 *
 * How many analogies of a section are solved: its name, a bar of the share, and the counts. In a list the parts of all rows are as
 * wide as those of the total, so that they stand below each other.
 */
struct _SemaSectionRow
{
  GtkBox parent_instance;

  GtkLabel       *name;
  GtkProgressBar *bar;
  GtkLabel       *percent;
  GtkLabel       *counts;
  GtkLabel       *skipped;
};

G_DEFINE_FINAL_TYPE (SemaSectionRow, sema_section_row, GTK_TYPE_BOX)

static void
sema_section_row_class_init (SemaSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaSectionRow, name);
  gtk_widget_class_bind_template_child (widget_class, SemaSectionRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SemaSectionRow, percent);
  gtk_widget_class_bind_template_child (widget_class, SemaSectionRow, counts);
  gtk_widget_class_bind_template_child (widget_class, SemaSectionRow, skipped);
}

static void
sema_section_row_init (SemaSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint64
count_asked (const SemaEvaluationCounts *counts)
{
  return counts->n_correct + counts->n_incorrect;
}

/* Where nothing was asked there is no share, not a share of nothing. */
static char *
print_share (const SemaEvaluationCounts *counts)
{
  return count_asked (counts) > 0 ? sema_percent_print (sema_evaluation_counts_get_accuracy (counts)) : g_strdup ("–");
}

static char *
print_counts (const SemaEvaluationCounts *counts)
{
  /* Translators: “480 of 506” questions are answered correctly. */
  return g_strdup_printf (_ ("%" PRIu64 " of %" PRIu64), counts->n_correct, count_asked (counts));
}

static char *
print_skipped (const SemaEvaluationCounts *counts)
{
  /* Translators: so many questions. */
  return g_strdup_printf (_ ("%" PRIu64 " skipped"), counts->n_skipped);
}

/* Makes the label as wide as the widest of its column; both texts are consumed. */
static void
set_text (GtkLabel *label, char *text, char *widest)
{
  gtk_label_set_width_chars (label, (int)g_utf8_strlen (widest, -1));
  gtk_label_set_text (label, text);
  g_free (text);
  g_free (widest);
}

/**
 * sema_section_row_describe:
 * @name: of a section, UTF-8
 * @counts: what came of its questions
 *
 * Returns: (transfer full): what a screen reader says of it, such as “family: 95 % of 506”
 */
char *
sema_section_row_describe (const char *name, const SemaEvaluationCounts *counts)
{
  g_autofree char *share = print_share (counts);

  if (count_asked (counts) == 0)
    return g_strdup_printf (_ ("%s: %" PRIu64 " skipped"), name, counts->n_skipped);
  /* Translators: a section of a file, “95 %” and the number of its questions. */
  return g_strdup_printf (_ ("%s: %s of %" PRIu64), name, share, count_asked (counts));
}

/**
 * sema_section_row_show:
 * @self: a row
 * @name: of the section, UTF-8
 * @counts: what came of its questions
 * @total: of all sections that are shown
 */
void
sema_section_row_show (SemaSectionRow *self, const char *name, const SemaEvaluationCounts *counts, const SemaEvaluationCounts *total)
{
  g_autofree char *description = sema_section_row_describe (name, counts);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_progress_bar_set_fraction (self->bar, sema_evaluation_counts_get_accuracy (counts));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  set_text (self->percent, print_share (counts), sema_percent_print (1));
  set_text (self->counts, print_counts (counts), print_counts (&(SemaEvaluationCounts) {.n_correct = count_asked (total)}));
  set_text (self->skipped, print_skipped (counts), print_skipped (total));
  gtk_widget_set_visible (GTK_WIDGET (self->skipped), total->n_skipped > 0);
}
