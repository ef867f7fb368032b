/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-question-edits.h"
#include "sema-word.h"

/* Shares of its own words that a question is right on; a half is chance. */
#define POOR 0.7
#define GOOD 0.9

/**
 * SemaQuestionRow:
 *
 * A question in a list: its words, and how well it separates them.
 */
struct _SemaQuestionRow
{
  AdwActionRow parent_instance;

  SemaSession *session;
  char        *name;

  GtkLabel    *score;
  GtkLevelBar *bar;
  GtkWidget   *remove_button;
};

G_DEFINE_FINAL_TYPE (SemaQuestionRow, sema_question_row, ADW_TYPE_ACTION_ROW)

static void
remove_clicked (SemaQuestionRow *self)
{
  sema_question_edits_remove (self->session, self->name);
}

static void
sema_question_row_dispose (GObject *object)
{
  SemaQuestionRow *self = SEMA_QUESTION_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (sema_question_row_parent_class)->dispose (object);
}

static void
sema_question_row_class_init (SemaQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_question_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionRow, score);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked);
}

static void
sema_question_row_init (SemaQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_level_bar_add_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW, POOR);
  gtk_level_bar_add_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH, GOOD);
}

static char *
list_words (char *const *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; *words != NULL; words++)
    {
      g_autofree char *label = sema_word_to_label (*words, strlen (*words));

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * sema_question_row_new:
 * @session: whose question it is
 * @question: the question
 *
 * Returns: (transfer none): a row for a list, owned by GTK
 */
GtkWidget *
sema_question_row_new (SemaSession *session, const SemaQuestionText *question)
{
  SemaQuestionRow *self = g_object_new (SEMA_TYPE_QUESTION_ROW, NULL);
  g_autofree char *yes = list_words (question->yes);
  g_autofree char *no = list_words (question->no);
  g_autofree char *words = g_strdup_printf ("%s ↔ %s", yes, no);
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), question->name);

  self->session = g_object_ref (session);
  self->name = g_strdup (question->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), question->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  return GTK_WIDGET (self);
}

static char *
describe (const SemaAskedQuestion *asked)
{
  if (asked->problem != NULL)
    return g_strdup (_("cannot be asked here"));
  if (asked->n_tried == 0)
    return g_strdup (_("too few words to try"));
  return g_strdup_printf (_("right on %zu of %zu"), asked->n_right, asked->n_tried);
}

/* (nullable): what is to be known beyond the score. */
static char *
explain (const SemaAskedQuestion *asked)
{
  gsize n_absent = sema_asked_question_count_absent (asked);

  if (asked->problem != NULL)
    return g_strdup (asked->problem);
  if (n_absent == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%zu of its words is left out: it is not in this file, or its vector has no direction", "%zu of its words are left out: they are not in this file, or their vectors have no direction", (gulong)n_absent), n_absent);
}

/**
 * sema_question_row_show_asked:
 * @self: a row
 * @asked: (nullable): how its question is asked of the file; %NULL where that is not known
 *
 * Shows how well the question separates its own words.
 */
void
sema_question_row_show_asked (SemaQuestionRow *self, const SemaAskedQuestion *asked)
{
  g_autofree char *score = asked != NULL ? describe (asked) : NULL;
  g_autofree char *explanation = asked != NULL ? explain (asked) : NULL;
  gboolean         is_tried = asked != NULL && asked->n_tried > 0;

  gtk_label_set_text (self->score, score != NULL ? score : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_tried);
  if (is_tried)
    gtk_level_bar_set_value (self->bar, (double)asked->n_right / (double)asked->n_tried);
}

/**
 * sema_question_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): what its question is called
 */
const char *
sema_question_row_get_name (SemaQuestionRow *self)
{
  return self->name;
}
