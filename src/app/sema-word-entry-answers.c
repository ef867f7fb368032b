/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-entry-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ANSWERS 8

/**
 * SemaAnswerRow:
 *
 * A suggested word.
 */
#define SEMA_TYPE_ANSWER_ROW (sema_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaAnswerRow, sema_answer_row, SEMA, ANSWER_ROW, GtkListBoxRow)

struct _SemaAnswerRow
{
  GtkListBoxRow parent_instance;

  GPtrArray        *answers;
  const SemaAnswer *answer;
};

G_DEFINE_FINAL_TYPE (SemaAnswerRow, sema_answer_row, GTK_TYPE_LIST_BOX_ROW)

static void
sema_answer_row_finalize (GObject *object)
{
  g_ptr_array_unref (SEMA_ANSWER_ROW (object)->answers);
  G_OBJECT_CLASS (sema_answer_row_parent_class)->finalize (object);
}

static void
sema_answer_row_class_init (SemaAnswerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_answer_row_finalize;
}

static void
sema_answer_row_init (SemaAnswerRow *self)
{
}

static GtkWidget *
answer_row_new (GPtrArray *answers, guint index)
{
  SemaAnswerRow *row = g_object_new (SEMA_TYPE_ANSWER_ROW, "focusable", FALSE, NULL);
  GtkWidget     *label;

  row->answers = g_ptr_array_ref (answers);
  row->answer = g_ptr_array_index (answers, index);
  label = gtk_label_new (row->answer->label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, row->answer->label, -1);
  return GTK_WIDGET (row);
}

static void
show_answers (SemaWordEntry *self, GPtrArray *answers, const char *note)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < answers->len; i++)
    gtk_list_box_append (self->list, answer_row_new (answers, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), answers->len > 0);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  if ((answers->len == 0 && note == NULL) || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  gtk_widget_set_size_request (GTK_WIDGET (self->popover), gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (self->popover);
}

/* The words of a question that is out of date come back as cancelled, so every answer that comes is wanted. */
static void
completed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaWordEntry) self = user_data;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GPtrArray)     answers = sema_session_complete_finish (SEMA_SESSION (source), result, &error);

  if (answers != NULL)
    show_answers (self, answers, NULL);
}

static void
spelt (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaWordEntry) self = user_data;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GPtrArray)     answers = sema_session_spell_finish (SEMA_SESSION (source), result, &error);
  g_autofree char          *typed = NULL;
  g_autofree char          *note = NULL;

  if (answers == NULL)
    return;
  typed = sema_word_entry_dup_text (self);
  note = answers->len > 0 ? g_strdup_printf (_("“%s” is not in this file. Nearest:"), typed)
                          : g_strdup_printf (_("“%s” is not in this file, and no word is spelt like it."), typed);
  show_answers (self, answers, note);
}

/* Where several words may be typed, the one being typed is completed. */
static const char *
last_word (SemaWordEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *blank = self->many ? strrchr (text, ' ') : NULL;

  return blank != NULL ? blank + 1 : text;
}

/* Gives up the question that is asked; its answer will not be shown. */
void
sema_word_entry_stop_asking (SemaWordEntry *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* Asks for what the text may become, in place of what was asked before. */
void
sema_word_entry_complete (SemaWordEntry *self)
{
  const char *typed = last_word (self);

  sema_word_entry_stop_asking (self);
  if (self->session == NULL || *typed == 0)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  self->asking = g_cancellable_new ();
  sema_session_complete_async (self->session, typed, MAX_ANSWERS, self->asking, completed, g_object_ref (self));
}

/* Asks for words spelt like @text, to be shown as an answer to it. */
void
sema_word_entry_spell (SemaWordEntry *self, const char *text)
{
  sema_word_entry_stop_asking (self);
  self->asking = g_cancellable_new ();
  sema_session_spell_async (self->session, text, MAX_ANSWERS, self->asking, spelt, g_object_ref (self));
}

/* Selects the next or previous answer; before the first one there is "none". */
void
sema_word_entry_move (SemaWordEntry *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            index = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + step;

  if (index < 0)
    gtk_list_box_unselect_all (self->list);
  else if ((row = gtk_list_box_get_row_at_index (self->list, index)) != NULL)
    gtk_list_box_select_row (self->list, row);
}

/* The answer that is selected, or the first one; NULL when none is shown. */
const SemaAnswer *
sema_word_entry_get_answer (SemaWordEntry *self, gboolean or_first)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return NULL;
  if (row == NULL && or_first)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return row != NULL ? SEMA_ANSWER_ROW (row)->answer : NULL;
}
