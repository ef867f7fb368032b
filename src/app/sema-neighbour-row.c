/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-neighbour-row.h"

#include <glib/gi18n-lib.h>

#include "sema-edits.h"
#include "sema-number.h"

struct _SemaNeighbourRow
{
  GtkListBoxRow parent_instance;

  SemaSession *session;
  char        *word;
  GtkLabel    *word_label;
  GtkLabel    *score_label;
  GtkWidget   *add_button;
};

G_DEFINE_FINAL_TYPE (SemaNeighbourRow, sema_neighbour_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_word (SemaNeighbourRow *self)
{
  const char *words[] = {self->word, NULL};

  sema_edits_add_words (self->session, words);
}

/* A word that is chosen already cannot be added. */
static void
update_button (SemaNeighbourRow *self)
{
  gtk_widget_set_sensitive (self->add_button, sema_recipe_find_word (sema_session_get_recipe (self->session), self->word) < 0);
}

static void
sema_neighbour_row_dispose (GObject *object)
{
  SemaNeighbourRow *self = SEMA_NEIGHBOUR_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->word, g_free);
  G_OBJECT_CLASS (sema_neighbour_row_parent_class)->dispose (object);
}

static void
sema_neighbour_row_class_init (SemaNeighbourRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_neighbour_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-neighbour-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaNeighbourRow, word_label);
  gtk_widget_class_bind_template_child (widget_class, SemaNeighbourRow, score_label);
  gtk_widget_class_bind_template_child (widget_class, SemaNeighbourRow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_word);
}

static void
sema_neighbour_row_init (SemaNeighbourRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_parts (SemaNeighbourRow *self, const char *word, const char *score)
{
  g_autofree char *row_name = g_strdup_printf ("%s %s", word, score);
  g_autofree char *button_name = g_strdup_printf (_("Add “%s” to the map"), word);

  gtk_label_set_text (self->word_label, word);
  gtk_label_set_text (self->score_label, score);
  gtk_widget_set_tooltip_text (self->add_button, button_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);
}

/**
 * sema_neighbour_row_new:
 * @session: the session that was asked
 * @answer: one of its answers
 *
 * Returns: (transfer floating): a row that shows the word and its score, and adds it to the map
 */
GtkWidget *
sema_neighbour_row_new (SemaSession *session, const SemaAnswer *answer)
{
  SemaNeighbourRow *self = g_object_new (SEMA_TYPE_NEIGHBOUR_ROW, NULL);
  char              score[SEMA_NUMBER_SIZE];

  self->session = g_object_ref (session);
  self->word = g_strdup (answer->word);
  name_parts (self, answer->label, sema_number_print_fixed (answer->score, 2, score));
  g_signal_connect_object (session, "notify::recipe", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  update_button (self);
  return GTK_WIDGET (self);
}

/**
 * sema_neighbour_row_get_word:
 * @self: a row
 *
 * Returns: (transfer none): bytes of its word
 */
const char *
sema_neighbour_row_get_word (SemaNeighbourRow *self)
{
  return self->word;
}
